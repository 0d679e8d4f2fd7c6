"""Text outside the grammar of an agreement

Agreements are read with a narrow grammar: front matter, headings, numbered clauses, lists, definition lists, tables,
emphasis, links and footnotes. What is outside it (code, quotations, words that are struck out, a second article on a
page) is kept as text, word for word, and reported, since it may not mean on the page what the author meant.

A mark or a number begins an item or a clause at the begin of a block, behind a line that has ended, or as the next of
its row; elsewhere it is a word of a wrapped sentence. Where both can be meant, that is said too.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:1
    # Artikel 3. Einde

    > Aan het einde wist Verwerker de Gegevens.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:8:1
    3.1 Aan het einde wist Verwerker
    a. de Gegevens;
    b. de kopieën daarvan.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:19
    3.1 Aan het einde ~~wist~~ verwijdert Verwerker de Gegevens.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    # Artikel 3. Einde

    3.1 Aan het einde wist Verwerker de Gegevens.[^1]
    3.2 Hij wist dan ook:
    a. de kopieën;
    b. de logboeken.

    [^1]: Ook als dat meer is dan 10.000 regels.
"""

SEVERITY = "error"
