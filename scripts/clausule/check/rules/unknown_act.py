"""An act that the checker does not know

The words are recognised as a reference to an act, but no address is known for it, so that the page cannot link to it,
and nobody has checked that it exists or still applies. Look once whether its name is right.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:19
    ---
    version: "1.0"
    ---

    # Artikel 3. Einde

    3.1 De plicht van artikel 9 van de Wet op de postduiven blijft gelden.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    ---
    version: "1.0"
    ---

    # Artikel 3. Einde

    3.1 De plicht van artikel 28 AVG blijft gelden.
"""

import re
from collections.abc import Iterable

from clausule.check import View
from clausule.check.parts import references
from clausule.dutch.acts import ACTS, act_by_name
from clausule.findings import Finding
from clausule.words import closest

SEVERITY = "note"

# 'artikel 5 van de hoofdovereenkomst' points to a document of the parties.
_PRIVATE = re.compile(r"(?:overeenkomst|voorwaarden|contract|statuten|reglement|protocol|addendum|convenant|polis|cao|offerte)$", re.I)


def check_edition(view: View) -> Iterable[Finding]:
    seen: set[str] = set()
    for text, reference in references(view.notes):
        for target in reference.targets:
            name = target.act
            if name and name not in seen and not act_by_name(name) and not _PRIVATE.search(name):
                seen.add(name)
                guess = closest(name, (known for act in ACTS.values() for known in act.names if len(known) > 3))
                hint = f"did you mean '{guess}'?" if guess else "look up its name; no link is made"
                yield view.at(text, reference.start, reference.end, f"'{name}' is not an act that is known here", hint)
