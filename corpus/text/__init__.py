"""Lines become text whose every character can be traced to its place in the file."""
