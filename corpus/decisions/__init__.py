"""Words by which something is decided, proposed or told, with their force and clauses."""
