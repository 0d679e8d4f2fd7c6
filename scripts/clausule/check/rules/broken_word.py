"""A word that is broken off at the end of a line

Lines of one paragraph are joined with a space. A word that a hyphen broke off (often a remainder of a PDF) would be
shown as 'verwer- king', and is not the word that the contract has.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:26
    3.1 Aan het einde van de verwer-
    king wist Verwerker de Gegevens.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Aan het einde van de verwerking
    wist Verwerker de Gegevens.

Wrong:

    docs/example/1.0/article-03.md
    3.1 At the end of the process-
    ing Supplier deletes the Data.

Right:

    docs/example/1.0/article-03.md
    3.1 At the end of the processing
    Supplier deletes the Data.
"""

SEVERITY = "warning"
