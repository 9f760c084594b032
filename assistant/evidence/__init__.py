"""What the papers offer to answer with: passages found, decisions that match, words that fit."""
