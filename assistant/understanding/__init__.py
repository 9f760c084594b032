"""What is asked: its kind, its slots, its scope, in the light of the questions before it."""
