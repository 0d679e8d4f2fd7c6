"""A link that leads out of the edition

An edition keeps its address for ever; a link to a place beside it breaks as soon as something is moved there, and leads
nowhere in a copy. Links lead to a page of the same edition, or to a whole address.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:5
    3.1 [Hier](../2.0/artikel-01.md) staat wat Verwerker doet.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 [Hier](https://example.org/tekst) staat wat Verwerker doet.
"""

from collections.abc import Iterable

from clausule.analysis.addresses import Addresses
from clausule.check import View
from clausule.check.contents import texts
from clausule.model.findings import Finding
from clausule.model.ids import linked_id

SEVERITY = "error"
ALLOWABLE = False


def check_edition(view: View) -> Iterable[Finding]:
    """The reader reports what leads out of the edition; here, what leads to nothing in it."""
    links = [(text, mark) for _, text in texts(view.edition) for mark in text.marks if mark.kind == "link"]
    if not links:
        return
    grammar, addresses = view.language.grammar, Addresses(view.edition)
    for text, mark in links:
        outside = mark.target.lower().startswith(("http:", "https:", "mailto:"))
        if not outside and not addresses.address(linked_id(mark.target, grammar.ANNEX)):
            message = f"the link to '{mark.target}' leads to nothing in this edition"
            yield view.at(
                text,
                mark.start,
                mark.end,
                message,
                f"write it as {grammar.ARTICLE}-07.md#{grammar.ARTICLE}-7.2 or #{grammar.ARTICLE}-7.2",
            )
