"""How a record is decided exactly: atoms, relations, completions."""
