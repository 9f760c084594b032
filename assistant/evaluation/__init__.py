"""Scores of a question set: how often replies are right, cited and verbatim."""
