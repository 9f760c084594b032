"""Putting papers into a library and building its index."""
