"""The pages of an edition: its articles, annexes, whole text and data."""
