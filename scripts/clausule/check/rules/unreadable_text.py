"""Text outside the grammar of an agreement

Agreements are read with a narrow grammar: front matter, headings, numbered clauses, lists, definition lists and tables.
What is outside it (code, quotations, a second heading) is kept as text, word for word, and reported, since it may not
mean on the page what the author meant.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:1
    # Artikel 3. Einde

    > Aan het einde wist Verwerker de Gegevens.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    # Artikel 3. Einde

    3.1 Aan het einde wist Verwerker de Gegevens.
"""

SEVERITY = "error"
