"""The JSON form of a rule: reading it, and its schema."""
