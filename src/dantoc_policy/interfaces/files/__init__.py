"""Sheets of places as files: csv, Excel, Parquet, JSON in; the same and their answers out."""
