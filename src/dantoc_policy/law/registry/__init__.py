"""What the library of documents is made of: finding, joining, drawing, reading from files."""
