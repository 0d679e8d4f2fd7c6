"""A repository without an agreement

There is nothing to check or to publish, and no docs/index.md to say so. An agreement is a folder in docs/ with an
index.md.

Wrong:

    docs/voorbeeld (removed)

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Aan het einde wist Verwerker de Gegevens.
"""

SEVERITY = "error"
