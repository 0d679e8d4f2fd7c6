"""An allow that meets nothing

An `allow` accepts a finding, with a reason. One that meets no finding any more would go on to hide the next one that
looks like it.

Wrong:

    docs/voorbeeld/1.0/index.md:5:5
    allow:
      - rule: undefined-term
        words: Afnemer
        reason: Dit woord staat in de hoofdovereenkomst.

Right:

    docs/voorbeeld/1.0/index.md
    allow:
      - rule: undefined-term
        words: Afnemer
        reason: Dit woord staat in de hoofdovereenkomst.

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant of Afnemer.
"""

SEVERITY = "warning"
