"""An act that no longer applied when the edition took effect

The Wbp lapsed on 25 May 2018. An agreement of that day or later that rests on it speaks of duties that nobody has, and
shows that its text was not read again. So with the Privacy Shield since 16 July 2020, Decision 2010/87/EU since
27 September 2021, the Wbni since 15 August 2026, and others. A text that tells of the past ('tot intrekking van', 'de
voormalige Wbp', 'ongeldig verklaard') is right. An edition without a date is judged too: it applies until it is
replaced. Each act is reported once.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:44
    3.1 Na het einde gelden de plichten van de Wbp nog een jaar.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Na het einde gelden de plichten van de AVG nog een jaar; die van de voormalige Wbp zijn vervallen.

Wrong:

    docs/example/1.0/article-03.md
    3.1 At the end the duties of the Data Protection Act 1998 continue for a year.

Right:

    docs/example/1.0/article-03.md
    3.1 At the end the duties of the Data Protection Act 2018 continue for a year; those of the former DPA 1998 do not.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from clausule.check import View
from clausule.check.contents import references, texts
from clausule.language.acts import LONG, NamedAct
from clausule.language.cores import has_core
from clausule.language.language import Language
from clausule.model.findings import Finding
from clausule.model.nodes import Text
from clausule.model.repeated import once_a_text

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    effective, acts = view.edition.effective, view.language.acts
    places: dict[str, list[tuple[Text, int, int]]] = {}
    for text, start, end, act in (*_by_name(view), *_by_reference(view)):
        lapsed = act.act.repealed is not None and (effective is None or act.act.repealed <= effective)
        if lapsed and not acts.is_past(text.plain, start, end):
            places.setdefault(act.act.id, []).append((text, start, end))
    for name, found in places.items():
        act = acts.ACTS[name]
        more = f" ({len(found) - 1} more in this edition)" if len(found) > 1 else ""
        when = f"and this edition applies from {effective:%d-%m-%Y}" if effective else "and this edition has no date"
        message = f"{act.name} lapsed on {act.act.repealed:%d-%m-%Y}, {when}{more}"
        yield view.at(*found[0], message, "name the act that replaced it, or say that it applied before")


@lru_cache(maxsize=8)
def _lapsed(language: Language) -> tuple[dict[str, NamedAct], re.Pattern[str]]:
    """The acts that lapsed by their names, and a pattern for any of these."""
    by_name = {name.casefold(): act for act in language.acts.ACTS.values() if act.act.repealed for name in act.names}
    names = dict.fromkeys(name for act in by_name.values() for name in act.names)
    wanted = (f"(?i:{re.escape(name)})" if len(name) >= LONG else re.escape(name) for name in names)
    return by_name, re.compile(rf"(?<![\w-])(?:{'|'.join(wanted) or '(?!)'})(?![\w]|-\w)")


def _by_name(view: View) -> Iterable[tuple[Text, int, int, NamedAct]]:
    """Lapsed acts that are named; a name with its abbreviation behind it is one mention."""
    for _, text in texts(view.edition):
        for start, end, act in _named(view.language, text.plain):
            yield text, start, end, act


@once_a_text
def _named(language: Language, plain: str) -> tuple[tuple[int, int, NamedAct], ...]:
    by_name, pattern = _lapsed(language)
    found: list[tuple[int, int, NamedAct]] = []
    last = -3
    for match in pattern.finditer(plain) if has_core(plain, by_name) else ():
        if match.start() != last + 2 or not plain.startswith(" (", last):
            found.append((*match.span(), by_name[match[0].casefold()]))
        last = match.end()
    return tuple(found)


def _by_reference(view: View) -> Iterable[tuple[Text, int, int, NamedAct]]:
    """Lapsed acts that a reference names in another way: 'Richtlijn nr. 95/46/EG'."""
    _, pattern = _lapsed(view.language)
    for text, reference in references(view.notes):
        name = reference.targets[0].act if reference.targets else ""
        act = view.language.acts.act_by_name(name) if name else None
        if act and act.act.repealed and not pattern.search(reference.text):
            yield text, reference.start, reference.end, act
