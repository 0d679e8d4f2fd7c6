"""What a text that came in seems to need beside it: proposed in comments of its sources, and never done."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clausule.analysis.references import Notes
from clausule.author.freeze import front_matter_with, write_whole
from clausule.check.contents import breach_term
from clausule.check.terms import sorted_words
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition

_INFLECTION, _BREACH = "undeclared-inflection", "missing-breach-term"
RULES = frozenset({_INFLECTION, _BREACH, "unwritten-reason"})
"""The rules whose findings about such a text are proposals, or told with the entries of ``changes:``."""

_HEAD = "# Proposed when it was imported; take the # away from what is right:\n"
_NAMES = re.compile(r"^names:\n(?:[ \t]+.*\n)+", re.M)


@dataclass(frozen=True, slots=True)
class Proposals:
    """``lines`` are those of front matter, of the edition; ``names`` may be names, or terms that nobody defined, and
    ``terms`` are those that were read."""

    lines: tuple[str, ...]
    names: tuple[str, ...]
    terms: tuple[str, ...]


def propose(agreement: Agreement, edition: Edition) -> Proposals:
    """What ``edition`` seems to need."""
    words = sorted_words(agreement, Notes(edition))
    names = [use.word for use in words.undefined if not (use.near or _is_allowed(edition, "undefined-term", use.word))]
    terms = [definition.term for definition in edition.definitions]
    return Proposals(tuple(_lines(agreement, edition)), tuple(dict.fromkeys(names)), tuple(dict.fromkeys(terms)))


def _lines(agreement: Agreement, edition: Edition) -> Iterator[str]:
    forms: dict[str, list[str]] = {}
    for use in sorted_words(agreement, Notes(edition)).inflected:
        if not _is_allowed(edition, _INFLECTION, use.word):
            forms.setdefault(use.near, []).append(use.word)
    if forms:
        yield "inflections:"
        yield from (f"  {_quoted(term)}: [{', '.join(map(_quoted, found))}]" for term, found in forms.items())
    found = breach_term(edition)
    if found and "breach" not in edition.meta.values and not _is_allowed(edition, _BREACH):
        words = found.text.plain[found.start : found.end]
        hours = language_of(edition.language).questions.hours_in(words)
        yield f"breach: {{hours: {hours}, at: {found.owner}, words: {json.dumps(words, ensure_ascii=False)}}}"


def _is_allowed(edition: Edition, rule: str, word: str = "") -> bool:
    """Whether the author accepted what a rule says, of this word where one is named."""
    return any(one.rule == rule and one.words in ("", word) for one in edition.allow)


def _quoted(word: str) -> str:
    return word if re.fullmatch(r"[^\W\d_][\w-]*", word) else json.dumps(word, ensure_ascii=False)


def write_proposals(root: Path, agreement: Agreement, edition: Edition, found: Proposals, begun: bool) -> None:
    """Writes them as comments: into the front matter of the edition, and, of an agreement that has ``begun`` with it,
    names into that of the agreement."""
    if found.lines:
        page = root / edition.folder / "index.md"
        more = _HEAD + "".join(f"# {line}\n" for line in found.lines)
        write_whole(page, front_matter_with(edition, page.read_bytes().decode(), more))
    if begun and found.names:
        page = root / f"docs/{agreement.slug}/index.md"
        text = page.read_bytes().decode()
        if match := _NAMES.search(text):
            rows = "".join(f"  # - {json.dumps(name, ensure_ascii=False)}\n" for name in found.names)
            head = "  # Names too? Then take the # away. A term of the agreement needs a definition.\n"
            write_whole(page, text[: match.end()] + head + rows + text[match.end() :])
