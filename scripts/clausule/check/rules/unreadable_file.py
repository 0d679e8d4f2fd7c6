"""A file that cannot be read

A page of the agreement is missing, is a link, or is larger than any text. What is not read is not checked and not
published; links are refused, because they can lead out of the repository.

Wrong:

    docs/voorbeeld/2.0/artikel-01.md
    ---
    version: "2.0"
    ---

    # Artikel 1. Einde

    1.1 Dit is een versie zonder index.md.

Right:

    docs/voorbeeld/2.0/index.md
    ---
    version: "2.0"
    status: concept
    ---

    Een nieuwe tekst.

    docs/voorbeeld/2.0/artikel-01.md
    ---
    version: "2.0"
    ---

    # Artikel 1. Einde

    1.1 Dit is een versie met index.md.
"""

SEVERITY = "error"
