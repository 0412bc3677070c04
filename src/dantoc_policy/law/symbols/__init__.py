"""The letters of document numbers: what each group of a symbol says."""
