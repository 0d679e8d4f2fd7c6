"""A reference that speaks of a thing which its target does not name

'De genoemde beperkingen in artikel 11.1', and 11.1 names no 'beperking': then the reference points to the wrong clause,
or the clause lost what it held. The words are compared by their stems, so that 'beperkt' answers for 'beperkingen';
words that a clause can be about without using them ('verplichting', 'termijn') are left out, and what is shown without
its word ('€ 50' for a tariff, 'tenzij' for an exception) is there. It is a question, not a verdict: look once.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:25
    3.1 Dit geldt binnen de genoemde beperkingen in artikel 2.1.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Dit geldt voor de genoemde maatregelen in artikel 2.2.

Wrong:

    docs/example/1.0/article-03.md
    3.1 This is subject to the penalty set out in clause 2.1.

Right:

    docs/example/1.0/article-03.md
    3.1 This is subject to the instructions described in clause 2.1.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import references, texts_under
from clausule.model.findings import Finding
from clausule.model.ids import is_within
from clausule.model.nodes import Text

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    things = view.language.things
    for text, reference in references(view.notes):
        addresses = [target.address for target in reference.targets]
        if not addresses or any(one not in view.notes.ids for one in addresses):
            continue  # an act, another agreement, or what is not there
        found = things.thing_there(text.plain, reference.start, reference.end)
        if found and not things.is_held(found[0], _words_under(view, addresses)):
            thing, start, end = found
            message = f"'{text.plain[start:end]}': {reference.text} does not speak of '{thing}'"
            yield view.at(text, start, end, message, "look whether the reference or the word is right")


def _words_under(view: View, addresses: list[str]) -> str:
    """The words of the targets and of the headings above them."""
    found: list[Text] = []
    for address in addresses:
        found.extend(texts_under(view.edition, address))
        found.extend(article.heading for article in view.edition.articles if is_within(address, article.id))
        found.extend(annex.heading for annex in view.edition.annexes if is_within(address, annex.id))
    return "\n".join(text.plain for text in found)
