"""A name that cannot be an address or is not known

Names of folders become addresses, and names of files say what they hold. What has another name is not read, so that its
text would be missing. And a name that Windows refuses, or that is another one there but for its capitals, cannot be
fetched by everybody.

Wrong:

    docs/voorbeeld/1.0/artikel-drie.md
    ---
    version: "1.0"
    ---

    # Artikel 3. Einde

    3.1 Aan het einde wist Verwerker de Gegevens.

Wrong:

    annexes/voorbeeld/aux.md
    Tekst.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Aan het einde wist Verwerker de Gegevens.
"""

SEVERITY = "error"
