"""An include that cannot be followed

`{!annexes/voorbeeld/bijlage-1/1.0.md!}` puts another file in its place. It must stand alone on its line, lead to a file
under docs/ or annexes/, and not lead back to itself; otherwise words of the contract would be missing without notice,
or files that are nobody's business would be published.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:9:1
    3.1 Aan het einde wist Verwerker de Gegevens.

    {!docs/voorbeeld/weg.md!}

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Aan het einde wist Verwerker de Gegevens.
"""

SEVERITY = "error"
