"""Exempt papers: what says that a paper is closed to the public, and what it covers."""
