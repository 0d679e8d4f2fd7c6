"""Model to stage: pages, data and what the templates need, as bytes; knows no disk and no clock."""
