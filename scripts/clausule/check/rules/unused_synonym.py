"""Synonyms of which the text has none

`synonyms` in the front matter of an agreement lists words for the same thing, so that who searches for one finds the
others too. A row of which no edition has any word finds nothing, whichever of them is typed: it has a slip of the pen,
or the text no longer speaks of it. Words that differ in capitals or signs alone are one to a search already. Words that
every agreement has are known without a row.

Wrong:

    docs/voorbeeld/index.md:5:5
    ---
    title: Verwerkersovereenkomst Voorbeeld
    publisher: Voorbeeld B.V.
    synonyms:
      - [fiets, tweewieler]
    ---

    Deze overeenkomst is bedacht.

Right:

    docs/voorbeeld/index.md
    ---
    title: Verwerkersovereenkomst Voorbeeld
    publisher: Voorbeeld B.V.
    synonyms:
      - [dossiers, Gegevens]
    ---

    Deze overeenkomst is bedacht.
"""

import re
from collections.abc import Iterable

from clausule.check import AgreementView
from clausule.check.contents import all_words
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition
from clausule.model.findings import Finding

SEVERITY = "warning"

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    rows = view.agreement.meta.values.get("synonyms")
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        words = [word for word in row if isinstance(word, str)] if isinstance(row, list) else []
        if not words or not view.agreement.editions:
            continue
        if not _has_any(view.agreement, words):
            message = f"no version has any of these words: {', '.join(words)}"
            hint = "add the word that the text has, or take the row out"
        elif len({*map(_searched, words)} - {()}) < 2:
            message = f"a search takes these for one word: {', '.join(words)}"
            hint = "add another word for the same thing, or take the row out"
        else:
            continue
        yield view.here(view.agreement.meta.place(("synonyms", index)), message, hint, words=words[0])


def _searched(word: str) -> tuple[str, ...]:
    """``word`` as a search reads it; empty where it holds no letter or digit."""
    return tuple(_WORD.findall(word.casefold()))


def _has_any(agreement: Agreement, words: list[str]) -> bool:
    """Whether an edition has one of ``words``, in some form or within a longer word; the newest are asked first."""
    return any(_has(edition, word) for edition in reversed(agreement.editions) for word in words)


def _has(edition: Edition, word: str) -> bool:
    text, stem = all_words(edition).casefold(), language_of(edition.language).terms.stem
    wanted = _searched(word)
    in_text = all(one in text for one in wanted) or {*map(stem, wanted)} <= {*map(stem, _WORD.findall(text))}
    return bool(wanted) and in_text
