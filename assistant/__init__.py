"""Questions become replies whose every sentence is the record's own words."""
