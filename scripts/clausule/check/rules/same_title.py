"""Two agreements that cannot be told apart

On the first page of a site, in its feeds and in a citation an agreement is known by its title and its publisher. When
two agreements share them, a reader opens the wrong one and cites the wrong one, and nobody can see it afterwards.
Capitals, spaces and signs make no difference to a reader, nor here.

Wrong:

    docs/voorbeeld-b/index.md:2:8
    ---
    title: Verwerkersovereenkomst - Voorbeeld
    publisher: Voorbeeld B.V.
    ---

    Nog een overeenkomst.

Right:

    docs/voorbeeld-b/index.md
    ---
    title: Verwerkersovereenkomst Voorbeeld voor scholen
    publisher: Voorbeeld B.V.
    ---

    Nog een overeenkomst.
"""

SEVERITY = "warning"
