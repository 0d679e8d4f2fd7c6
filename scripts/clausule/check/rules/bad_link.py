"""A link that leads out of the edition

An edition keeps its address for ever; a link to a place beside it breaks as soon as something is moved there, and leads
nowhere in a copy. Links lead to a page of the same edition, or to a whole address.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:5
    ---
    version: "1.0"
    ---

    # Artikel 3. Einde

    3.1 [Hier](../2.0/artikel-01.md) staat wat Verwerker doet.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    ---
    version: "1.0"
    ---

    # Artikel 3. Einde

    3.1 [Hier](https://example.org/tekst) staat wat Verwerker doet.
"""

SEVERITY = "error"
