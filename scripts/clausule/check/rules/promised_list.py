"""A list that the articles promise and no annex holds

AVG article 28 lets parties put the measures and the sub-processors into an annex. When a clause says that they stand
there and the annex is of another kind, the agreement lacks what it rests on, or the annex does not say what it is
(`kind: measures`, `kind: questionnaire` in its front matter).

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:9:39
    ---
    version: "1.0"
    ---

    # Artikel 2. Gebruik

    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant.

    2.2 Verwerker treft de maatregelen in bijlage 2.

    2.3 Verwerker meldt een inbreuk zoals in bijlage 1 staat.

Right:

    docs/voorbeeld/1.0/artikel-02.md
    ---
    version: "1.0"
    ---

    # Artikel 2. Gebruik

    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant.

    2.2 Verwerker treft de maatregelen in bijlage 1.

    2.3 Verwerker meldt een inbreuk zoals in bijlage 2 staat.
"""

import re
from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import references, texts_under
from clausule.language.references import Reference
from clausule.model import Annex, Text
from clausule.model.findings import Finding

SEVERITY = "warning"

_SUB = r"sub-?\s?(?:ver|be)?werkers|andere (?:ver|be)werkers"
# What is promised, the words that promise it, and what its annex is called.
_PROMISES = (
    ("measures", re.compile(r"\b\w*maatregelen\b", re.I), "list of measures"),
    ("questionnaire", re.compile(r"\bvragenlijst\b", re.I), "questionnaire"),
    (
        "sub-processors",
        re.compile(rf"\b(?:lijst|overzicht|opgave|register)\b[^.;]{{0,60}}(?:{_SUB})", re.I),
        "list of sub-processors",
    ),
)
_NAMES_SUB = re.compile(_SUB, re.I)
_STOP = re.compile(r"[.;:]\s|\ben\s+(?:zal|meldt|doet|geeft|stelt|informeert)\b")
_FAR = 140


def check_edition(view: View) -> Iterable[Finding]:
    annexes = {annex.id: annex for annex in view.edition.annexes}
    for text, reference in references(view.notes):
        found = [
            annexes[target.address]
            for target in reference.targets
            if target.kind == "annex" and target.address in annexes
        ]
        if not found or view.notes.owner(text).startswith(view.language.grammar.ANNEX):
            continue
        for kind, words, name in _PROMISES:
            if _promises(text, reference, words) and not any(_holds(view, annex, kind) for annex in found):
                hint = f"write the {name} there" + (
                    "" if kind == "sub-processors" else f", or kind: {kind} in its front matter"
                )
                yield view.at(
                    text,
                    reference.start,
                    reference.end,
                    f"a {name} is promised in '{reference.text}', which holds none",
                    hint,
                )


def _promises(text: Text, reference: Reference, words: re.Pattern[str]) -> bool:
    """Whether ``words`` stand with the reference: 'maatregelen in bijlage 2', 'In Bijlage 2 zijn de maatregelen'."""
    before = text.plain[max(0, reference.start - _FAR) : reference.start]
    after = text.plain[reference.end : reference.end + _FAR]
    if not re.search(r"\b(?:in|uit|met de \w+ in)\s+(?:de\s+)?$", before, re.I):
        return False
    *_, near = _STOP.split(before)
    opens = not near.strip() or near.strip().lower() == "in"
    return bool(words.search(near)) or (opens and bool(words.search(_STOP.split(after)[0])))


def _holds(view: View, annex: Annex, kind: str) -> bool:
    if kind == "sub-processors":
        return any(_NAMES_SUB.search(text.plain) for text in texts_under(view.edition, annex.id))
    return annex.kind == kind
