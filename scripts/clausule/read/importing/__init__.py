"""A text that somebody else wrote, taken in: its lines, the parts that they are, and the files that say the same."""
