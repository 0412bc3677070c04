"""Whether a document is in force: its events, its status at a day, its life as a picture."""
