"""Who moved and seconded, and how the votes fell."""
