"""The edges of the library: files, and the command line."""
