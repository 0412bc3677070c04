"""Rules and decisions in words."""
