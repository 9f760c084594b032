"""Rows of tables, each with what stands above it."""
