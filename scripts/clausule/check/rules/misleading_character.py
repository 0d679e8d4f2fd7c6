"""A character that cannot be seen, strikes a letter out, or passes for another

A soft hyphen, a space of no width or a mark that turns the direction of a line around is on no keyboard; it comes along
from a word processor or a web page. A reader does not see it, a search does not find the word that it stands in, and a
machine reads other words than a person. A stroke through a letter is the other way about: the words look struck out,
and are in the text all the same. And letters of other alphabets look like ours: a term that is written with one is
another word to a search, to a machine and to the hash of the text.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:39
    3.1 Aan het einde wist Verwerker de Ge\u00adgevens.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:35
    3.1 Aan het einde wist Verwerker n\u0336iet de Gegevens.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:38
    3.1 Aan het einde wist Verwerker de G\u0435gevens.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Aan het einde wist Verwerker de Gegevens.
"""

SEVERITY = "error"
