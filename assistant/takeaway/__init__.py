"""Replies to take away: texts to paste, Word documents, and packs of evidence."""
