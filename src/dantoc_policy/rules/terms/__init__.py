"""A rule as terms over columns, for data frames and for SQL."""
