"""The address of the page that says which edition applied on a day."""

FOLDER = "op"
