"""The JSON form of a rule: reading it, and its schema."""

FORMAT = "dantoc-policy/rule"
VERSION = 1
