"""Hypothesis strategies for users of the library and its own tests; the extra `testing`."""
