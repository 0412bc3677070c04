"""Documents as running text: Word, PDF with text, HTML, Markdown and plain text in."""
