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
from clausule.check.parts import texts
from clausule.dutch.acts import ACTS, act_by_name
from clausule.findings import Finding
from clausule.model import Text

SEVERITY = "warning"

_LAPSED = {name.casefold(): act for act in ACTS.values() if act.repealed for name in act.names}
_NAMED = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?i:{re.escape(name)})" if len(name) > 6 else re.escape(name) for act in _LAPSED.values() for name in act.names)
    + r")(?![\w]|-\w)"
)
# Words before the name that speak of the past.
_PAST = re.compile(
    r"(?:(?:intrekking van|voormalige|vroegere|oude|vervallen|ingetrokken|ter vervanging van|opvolger van)\s+(?:de\s+)?"
    r"|\btot (?:en met )?\d{1,2}[ -]\w{1,9}[ -]\d{4}\b[^.;]{0,200})$",
    re.I,
)


def check_edition(view: View) -> Iterable[Finding]:
    places: dict[str, list[tuple[Text, int, int]]] = {}
    for _, text in texts(view.edition):
        for start, end, key in _mentions(view, text):
            places.setdefault(key, []).append((text, start, end))
    for key, found in places.items():
        act, effective = ACTS[key], view.edition.effective
        if act.repealed and (effective is None or act.repealed <= effective):
            more = f" ({len(found) - 1} more in this edition)" if len(found) > 1 else ""
            when = f"and this edition applies from {effective:%d-%m-%Y}" if effective else "and this edition has no date"
            message = f"{key} lapsed on {act.repealed:%d-%m-%Y}, {when}{more}"
            yield view.at(*found[0], message, "name the act that replaced it, or say that it applied before")


def _mentions(view: View, text: Text) -> Iterable[tuple[int, int, str]]:
    """The lapsed acts that ``text`` names; a name with its abbreviation behind it is one mention."""
    last = -3
    for match in _NAMED.finditer(text.plain):
        if not (match.start() == last + 2 and text.plain[last:].startswith(" (")) and not _PAST.search(text.plain, 0, match.start()):
            yield *match.span(), _LAPSED[match[0].casefold()].key
        last = match.end()
    for reference in view.notes.references(text):
        act = act_by_name(reference.targets[0].act) if reference.targets and reference.targets[0].act else None
        if act and act.repealed and not _NAMED.search(reference.text) and not _PAST.search(text.plain, 0, reference.start):
            yield reference.start, reference.end, act.key
