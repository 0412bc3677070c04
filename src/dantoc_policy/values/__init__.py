"""What everything is made of."""
