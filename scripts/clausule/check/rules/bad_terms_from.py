"""Terms are taken over from an edition that is not there

An agreement that uses the terms of another one of its publisher says so in `terms_from`: the agreement and its version,
`algemene-voorwaarden@2.0`, or the agreement alone, for the edition that applied when this one took effect. The pages
show those definitions, and link to that edition. When nothing is found under that name, a reader finds no meaning for
words that have one.

Wrong:

    docs/voorbeeld/1.0/index.md:4:13
    terms_from: algemene-voorwaarden@2.0

Right:

    docs/algemene-voorwaarden/index.md
    ---
    title: Algemene voorwaarden
    publisher: Voorbeeld B.V.
    ---

    Onze voorwaarden.

    docs/algemene-voorwaarden/2.0/index.md
    ---
    version: "2.0"
    effective: 2023-01-01
    ---

    # Algemene voorwaarden

    docs/algemene-voorwaarden/2.0/artikel-01.md
    ---
    version: "2.0"
    ---

    # Artikel 1. Begrippen

    1.1 Onder “Dienst” wordt verstaan wat wij leveren. De Dienst begint meteen.

    docs/voorbeeld/1.0/index.md
    terms_from: algemene-voorwaarden@2.0

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Aan het einde van de Dienst wist Verwerker de Gegevens.
"""

SEVERITY = "error"
