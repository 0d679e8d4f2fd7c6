"""A reference that speaks of a thing which its target does not name

'De genoemde beperkingen in artikel 11.1', and 11.1 names no 'beperking': then the reference points to the wrong clause,
or the clause lost what it held. The words are compared by their stems, so that 'beperkt' answers for 'beperkingen';
words that a clause can be about without using them ('verplichting', 'termijn') are left out. It is a question, not a
verdict: look once.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:25
    ---
    version: "1.0"
    ---

    # Artikel 3. Einde

    3.1 Dit geldt binnen de genoemde beperkingen in artikel 2.1.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    ---
    version: "1.0"
    ---

    # Artikel 3. Einde

    3.1 Dit geldt voor de genoemde maatregelen in artikel 2.2.
"""

import re
from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import is_within, references, texts_under
from clausule.language.nl.lexicon import GENERAL_THINGS
from clausule.language.nl.terms import stem
from clausule.language.references import Reference
from clausule.model import Text
from clausule.model.findings import Finding

SEVERITY = "note"

_PAST = r"(?:genoemd|bedoeld|opgenomen|omschreven|vermeld|beschreven|vastgelegd|neergelegd|overeengekomen)"
_BEFORE = (
    re.compile(rf"\b{_PAST}e?\s+(?:\w+e\s+){{0,2}}(?P<thing>\w{{5,}})\s+(?:in|uit|van)\s+$", re.I),
    re.compile(rf"\b(?P<thing>\w{{5,}}),?\s+(?:(?:zo)?als\s+)?{_PAST}\s+(?:in|onder)\s+$", re.I),
    re.compile(r"\b(?:de|het|deze|die)\s+(?:\w+e\s+)?(?P<thing>\w{6,})\s+uit\s+$", re.I),
)
_AFTER = re.compile(rf"\s+{_PAST}e?\s+(?P<thing>(?:\w+e\s+){{0,2}}\w{{5,}})", re.I)
_MOST = 120

_GENERAL = frozenset(stem(word) for word in GENERAL_THINGS)


def check_edition(view: View) -> Iterable[Finding]:
    for text, reference in references(view.notes):
        owner = view.notes.owner(text)
        inside = [target.address for target in reference.targets if target.kind != "act"]
        if not inside or any(is_within(owner, address) or address not in view.notes.ids for address in inside):
            continue
        found = _thing(text.plain, reference)
        if found and not _is_held(found[0], _words_of(view, inside)):
            thing, start, end = found
            message = f"'{text.plain[start:end]}': {reference.text} does not speak of '{thing}'"
            yield view.at(text, start, end, message, "look whether the reference or the word is right")


def _thing(plain: str, reference: Reference) -> tuple[str, int, int] | None:
    """The thing that the words around a reference say is there, with the place of those words."""
    low = max(0, reference.start - _MOST)
    for pattern in _BEFORE:
        match = pattern.search(plain, low, reference.start)
        if match:
            return _unless_general(match["thing"], match.start(), reference.end)
    match = _AFTER.match(plain, reference.end)
    return _unless_general(match["thing"].split()[-1], reference.start, match.end()) if match else None


def _unless_general(thing: str, start: int, end: int) -> tuple[str, int, int] | None:
    return None if stem(thing) in _GENERAL or thing.endswith(("end", "ende")) else (thing, start, end)


def _words_of(view: View, addresses: list[str]) -> frozenset[str]:
    """The words of the targets and of the headings above them, in small letters."""
    found: list[Text] = []
    for address in addresses:
        found.extend(texts_under(view.edition, address))
        found.extend(article.heading for article in view.edition.articles if is_within(address, article.id))
        found.extend(annex.heading for annex in view.edition.annexes if is_within(address, annex.id))
    return frozenset(word for text in found for word in re.findall(r"\w{4,}", text.plain.casefold()))


def _is_held(thing: str, words: frozenset[str]) -> bool:
    """Whether one of ``words`` shares a stem with ``thing``, or is a part of it or holds it ('maatregel')."""
    bare = _bare(thing)
    return any(bare in word or (len(word) >= 6 and _bare(word) in bare) or word[:6] == bare[:6] for word in words)


def _bare(word: str) -> str:
    found = stem(word)
    for ending in ("ing", "heid", "atie"):
        if found.endswith(ending) and len(found) - len(ending) >= 4:
            return found[: -len(ending)]
    return found
