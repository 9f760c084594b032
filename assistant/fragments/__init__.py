"""Fragments of HTML for every page that shows the record; all text in them is escaped.

They need no script and know no framework.
"""
