"""The list of sub-processors: its page, and the same as data."""
