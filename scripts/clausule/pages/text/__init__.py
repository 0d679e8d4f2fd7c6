"""How the text of an edition is drawn: its blocks, the links and terms within a line, what a page leaves behind."""
