"""Checking the citations of a text: each rule is a small function, `check` runs them."""
