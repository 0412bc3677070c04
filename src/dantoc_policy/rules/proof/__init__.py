"""What is proved about rules, and the records that refute."""
