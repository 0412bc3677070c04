"""Legal documents and the provisions that rules cite."""
