"""An annex that nothing refers to

An annex binds the parties because a clause says so. One that no clause names may be forgotten when the clauses change,
and a reader wonders whether it is part of the agreement. Look once whether a reference was left out.

Wrong:

    docs/voorbeeld/1.0/bijlage-3.md:5:3
    ---
    version: "1.0"
    ---

    # Bijlage 3. Tarieven

    De dienst kost niets.

Right:

    docs/voorbeeld/1.0/bijlage-3.md
    ---
    version: "1.0"
    ---

    # Bijlage 3. Tarieven

    De dienst kost niets.

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Klant betaalt het tarief van bijlage 3 tot het einde.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import references, texts
from clausule.model.findings import Finding
from clausule.model.ids import is_within
from clausule.model.nodes import Annex

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    named: set[str] = set()
    word = view.language.grammar.ANNEX
    for text, reference in references(view.notes):
        owner = view.notes.owner(text)
        for target in reference.targets:
            name = f"{word}-{target.annex}" if target.annex else target.address
            if target.kind == "annex" and not is_within(owner, name):
                named.add(name)
    for annex in view.edition.annexes:
        if annex.id not in named and not _named_by_title(view, annex):
            message = f"nothing refers to {f'annex {annex.number}' if annex.number else repr(annex.heading.plain)}"
            yield view.here(
                annex.place,
                message,
                "refer to it from the clause that it belongs to",
                words=annex.heading.plain,
                at=annex.id,
            )


def _named_by_title(view: View, annex: Annex) -> bool:
    title = annex.title.strip("“”\"‘’'„ ")
    return len(title) > 5 and any(
        title in text.plain for owner, text in texts(view.edition) if not is_within(owner, annex.id)
    )
