"""One file per legal instrument that decides something; each reads like its document."""
