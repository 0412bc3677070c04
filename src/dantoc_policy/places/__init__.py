"""Places and the facts that classify them."""
