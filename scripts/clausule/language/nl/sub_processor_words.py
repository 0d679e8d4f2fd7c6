"""The address of the list of sub-processors."""

FOLDER = "sub-verwerkers"
