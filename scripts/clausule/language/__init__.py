"""What belongs to a language: grammar, references, terms, and the words of the site. A language is one package in
here."""
