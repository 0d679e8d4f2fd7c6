"""An agreement beside its translation: what stands where, by number and structure and never by the words of an id."""
