"""Content that a browser would run or fetch

An agreement is words. Raw HTML, attributes, images and links that start a program have no place in it: they could show
each reader another text, or report who reads it.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:5
    3.1 <b>Aan het einde wist Verwerker de Gegevens.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 **Aan het einde** wist Verwerker de Gegevens.
"""

SEVERITY = "error"
