"""A clause, item, annex, measure or question that one of two languages lacks

A translation says what its original says, piece by piece: what stands in one text alone binds readers of that text,
and others have never read it. Pieces are paired by their numbers; what has none (measures, questions, rows) by its
place and by what two languages share. A title, or a heading above a clause, stands in both or in neither. Paragraphs
may be joined or divided; a text that became much shorter or longer than the rest of the translation, or that leaves
other choices and blanks to fill in, is told as well.

Wrong:

    docs/voorbeeld-en/1.0/article-02.md:9:1
    2.3 (removed)

Wrong:

    docs/voorbeeld-en/1.0/annex-1.md:10:3
    ## A. Access

    - a lock on the door

Right:

    docs/voorbeeld-en/1.0/annex-1.md
    ## A. Access

    - locks on all doors

    - passwords: at least twelve characters

Wrong:

    docs/voorbeeld-en/1.0/article-03.md:17:1
    3.2 The duty of clause 2.1 continues until the Data are deleted, as referred to in Article 28(3) GDPR.

    3.3 Customer pays.
"""

from collections.abc import Iterable, Iterator

from clausule.analysis.references import Notes
from clausule.check import TranslationView
from clausule.check.translation import Same, same_words
from clausule.compare.translation.pairs import Pair
from clausule.compare.translation.pieces import Piece
from clausule.model.editions import Edition
from clausule.model.findings import Finding
from clausule.model.ids import is_within
from clausule.model.nodes import Place, Text
from clausule.model.similarity import short
from clausule.model.walk import Part

SEVERITY = "warning"

# Definitions are paired by their terms, which is another rule; paragraphs may be joined.
_OTHERS = frozenset({"definition", "paragraph", "table"})
_MANY = 120
"""Texts of so many letters are about as long in every clause of a translation."""
_SHORT, _LONG = 0.6, 1.7


def check_translation(view: TranslationView) -> Iterable[Finding]:
    places = (pair.translation.place for pair in view.pairs if pair.translation)
    start = next(places, view.translation.edition.meta.place(()))
    yield from _alone(view, view.pairs, start, "")
    same = same_words(view.pairs)
    yield from _other_fields(view, same)
    yield from _other_length(view, same)


def _alone(view: TranslationView, pairs: Iterable[Pair], before: Place, within: str) -> Iterator[Finding]:
    """What has no partner; ``before`` is the place in the translation of what stands before it, ``within`` the id of
    what holds it there."""
    for pair in pairs:
        old, new = pair.original, pair.translation
        if old and new:
            yield from _headings(view, old, new)
            yield from _alone(view, pair.pairs, new.place, new.at)
        elif new and new.kind not in _OTHERS:
            message = f"{_named(new, view.translation.edition)} is not in the original"
            yield view.here(new.place, message, "take it out, or put it into the original", at=new.at)
        elif old and old.kind not in _OTHERS:
            message = f"{_named(old, view.original.edition)} of the original is not in the translation"
            yield view.here(before, message, "translate it here", at=within)
        before = new.place if new else before


def _headings(view: TranslationView, old: Piece, new: Piece) -> Iterator[Finding]:
    """A title, or a heading above a clause, that one of two partners lacks."""
    original, translation = _heading(old), _heading(new)
    if original and not translation:
        message = f"the heading '{short(original)}' of the original is not in the translation"
        yield view.here(new.place, message, "translate it here", at=new.at)
    elif translation and not original:
        message = f"the heading '{short(translation)}' is not in the original"
        yield view.here(new.place, message, "take it out, or put it into the original", at=new.at)


def _heading(piece: Piece) -> str:
    part = piece.of
    if not isinstance(part, Part) or part.kind == "footnote":
        return ""
    return part.subheading.plain if part.subheading else part.title


def _named(piece: Piece, edition: Edition) -> str:
    """``clause 7.2``, ``item b ('the words')``."""
    annex = next((one for one in edition.annexes if is_within(piece.at, one.id)), None)
    kind = piece.kind
    if annex and kind == "item" and annex.kind == "measures":
        kind = "measure"
    elif annex and kind == "section":
        kind = "question" if annex.kind == "questionnaire" and not piece.label else "part"
    words = next((text.plain for text in piece.all_texts() if text.plain.strip()), "")
    return " ".join(filter(None, (kind, piece.label, f"('{short(words)}')" if words else "")))


def _other_fields(view: TranslationView, same: Iterable[Same]) -> Iterator[Finding]:
    for one in same:
        asked = [
            sorted((field.kind, len(field.options)) for text in side for field in Notes.fields(text))
            for side in (one.original, one.translation)
        ]
        piece = one.of.translation
        if asked[0] != asked[1] and piece:
            message = f"this leaves {_fields(asked[1])} to fill in, and the original {_fields(asked[0])}"
            yield view.here(piece.place, message, "ask the same in both", at=piece.at)


def _fields(asked: list[tuple[str, int]]) -> str:
    choices = sum(1 for kind, _ in asked if kind == "choice")
    blanks = len(asked) - choices
    return f"{choices} choice{'s' * (choices != 1)} and {blanks} blank{'s' * (blanks != 1)}"


def _other_length(view: TranslationView, same: Iterable[Same]) -> Iterator[Finding]:
    rows = [(one, _length(one.original), _length(one.translation)) for one in same]
    usual = sum(new for _, _, new in rows) / max(sum(old for _, old, _ in rows), 1)
    for one, old, new in rows:
        piece = one.of.translation
        share = new / (old * usual) if old and usual else 1
        if piece and max(old, new) >= _MANY and not _SHORT <= share <= _LONG:
            how = "shorter" if share < 1 else "longer"
            message = f"this is much {how} than the original: '{short(one.original[-1].plain)}'"
            yield view.here(piece.place, message, "look whether a sentence is missing in one of them", at=piece.at)


def _length(texts: Iterable[Text]) -> int:
    return sum(len(text.plain) for text in texts)
