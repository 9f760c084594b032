"""Answers and refusals, by the kind of question, as points that are then worded."""
