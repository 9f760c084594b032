"""The same answers as plain pages of HTML, without a script, each with an address of its own."""
