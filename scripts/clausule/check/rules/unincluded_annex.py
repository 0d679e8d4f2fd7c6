"""A text of an annex that no edition includes

A file below `annexes/` is shown where a page of an edition includes it, and nowhere else. One that nothing includes is
not checked, not frozen and not published, while its author may believe that it applies. Include it in the edition that
it belongs to, or take it away.

Wrong:

    annexes/voorbeeld/bijlage-1/1.1.md:1:1
    ---
    version: "1.1"
    kind: measures
    ---

    # Bijlage 1. Maatregelen

    - een tweede slot

Right:

    annexes/voorbeeld/bijlage-1/1.0.md
    # Bijlage 1. Maatregelen
"""

SEVERITY = "warning"
