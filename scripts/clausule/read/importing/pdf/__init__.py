"""A PDF as a document: words by their places, those as lines in reading order, those as paragraphs and tables."""
