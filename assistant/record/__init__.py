"""What a library records: the register of decisions, timelines, papers, people."""
