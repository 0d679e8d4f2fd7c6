"""The pages on which anybody holds a text against what is published."""
