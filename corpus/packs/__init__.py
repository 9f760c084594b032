"""A pack becomes papers, each with its meeting, kind, title, status and agenda item."""
