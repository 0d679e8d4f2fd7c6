"""A language that says nothing of its own: the least that a language must have."""
