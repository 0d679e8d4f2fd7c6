"""An act that no longer applied when the edition took effect

The Wbp lapsed on 25 May 2018. An agreement of that day or later that rests on it speaks of duties that nobody has, and
shows that its text was not read again. A text that tells of the past ('tot intrekking van', 'de voormalige Wbp') is
right. An edition without a date is judged too: it applies until it is replaced. Each act is reported once.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:44
    ---
    version: "1.0"
    ---

    # Artikel 3. Einde

    3.1 Na het einde gelden de plichten van de Wbp nog een jaar.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    ---
    version: "1.0"
    ---

    # Artikel 3. Einde

    3.1 Na het einde gelden de plichten van de AVG nog een jaar; die van de voormalige Wbp zijn vervallen.
"""

import re
from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import all_words, references, texts
from clausule.law.acts import ACTS, Act, act_by_name
from clausule.model import Edition, Text
from clausule.model.findings import Finding

SEVERITY = "warning"

_LAPSED = {name.casefold(): act for act in ACTS.values() if act.repealed for name in act.names}
_NAMED = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(
        f"(?i:{re.escape(name)})" if len(name) > 6 else re.escape(name)
        for act in _LAPSED.values()
        for name in act.names
    )
    + r")(?![\w]|-\w)"
)
# Words before the name that speak of the past.
_PAST = re.compile(
    r"(?:intrekking van|voormalige|vroegere|oude|vervallen|ingetrokken|ter vervanging van|opvolger van)\s+(?:de\s+)?$",
    re.I,
)
_UNTIL = re.compile(r"\btot (?:en met )?\d{1,2}[ -]\w{1,9}[ -]\d{4}\b[^.;]*$", re.I)
_NEAR, _FAR = 40, 240


def check_edition(view: View) -> Iterable[Finding]:
    effective = view.edition.effective
    places: dict[str, list[tuple[Text, int, int]]] = {}
    for text, start, end, act in (*_by_name(view.edition), *_by_reference(view)):
        lapsed = act.repealed is not None and (effective is None or act.repealed <= effective)
        if lapsed and not _is_past(text.plain, start):
            places.setdefault(act.key, []).append((text, start, end))
    for key, found in places.items():
        more = f" ({len(found) - 1} more in this edition)" if len(found) > 1 else ""
        when = f"and this edition applies from {effective:%d-%m-%Y}" if effective else "and this edition has no date"
        message = f"{key} lapsed on {ACTS[key].repealed:%d-%m-%Y}, {when}{more}"
        yield view.at(*found[0], message, "name the act that replaced it, or say that it applied before")


def _is_past(plain: str, start: int) -> bool:
    if _PAST.search(plain, max(0, start - _NEAR), start):
        return True
    sentence = plain[max(0, start - _FAR) : start]
    return "tot " in sentence.lower() and bool(_UNTIL.search(sentence))


def _by_name(edition: Edition) -> Iterable[tuple[Text, int, int, Act]]:
    """Lapsed acts that are named; a name with its abbreviation behind it is one mention."""
    everything = all_words(edition).casefold()
    if not any(name in everything for name in _LAPSED):
        return
    for _, text in texts(edition):
        last = -3
        for match in _NAMED.finditer(text.plain):
            if match.start() != last + 2 or not text.plain.startswith(" (", last):
                yield text, *match.span(), _LAPSED[match[0].casefold()]
            last = match.end()


def _by_reference(view: View) -> Iterable[tuple[Text, int, int, Act]]:
    """Lapsed acts that a reference names in another way: 'Richtlijn nr. 95/46/EG'."""
    for text, reference in references(view.notes):
        name = reference.targets[0].act if reference.targets else ""
        act = act_by_name(name) if name else None
        if act and act.repealed and not _NAMED.search(reference.text):
            yield text, reference.start, reference.end, act
