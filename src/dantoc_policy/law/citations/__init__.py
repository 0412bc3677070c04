"""Reading the citations of running text, step by step; `find` puts the steps together."""
