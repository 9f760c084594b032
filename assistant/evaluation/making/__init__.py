"""A question set made from what a library records itself."""
