"""An allow that meets nothing

An `allow` accepts a finding, with a reason. One that meets no finding any more would go on to hide the next one that
looks like it.

Wrong:

    docs/voorbeeld/1.0/index.md:5:5
    ---
    version: "1.0"
    effective: 2024-01-01
    allow:
      - rule: undefined-term
        words: Afnemer
        reason: Dit woord staat in de hoofdovereenkomst.
    ---

    ## Partijen

    1. Voorbeeld B.V., gevestigd te Utrecht, hierna te noemen “Verwerker”;

    2. De afnemer van de dienst, hierna te noemen “Klant”.

Right:

    docs/voorbeeld/1.0/index.md
    ---
    version: "1.0"
    effective: 2024-01-01
    ---

    ## Partijen

    1. Voorbeeld B.V., gevestigd te Utrecht, hierna te noemen “Verwerker”;

    2. De afnemer van de dienst, hierna te noemen “Klant”.
"""

SEVERITY = "warning"
