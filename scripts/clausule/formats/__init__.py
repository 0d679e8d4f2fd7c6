"""An edition, a list or a comparison as one file; one file a format."""
