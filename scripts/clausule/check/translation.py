"""What the rules about two languages share: the words that say the same in both, and what one of them alone says."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from clausule.check import TranslationView
from clausule.compare.translation.pairs import Pair
from clausule.compare.translation.pieces import Piece
from clausule.model.findings import Finding
from clausule.model.nodes import Text

_NUMBERED = frozenset({"article", "annex", "chapter"})


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """Words that should say the same: of a part its heading and its paragraphs, of an item, a row or a definition its
    own. ``of`` is the pair that they are of; ``within`` that of the clause, section or other part which holds it."""

    of: Pair
    within: Pair
    original: tuple[Text, ...]
    translation: tuple[Text, ...]


@lru_cache(maxsize=2)
def same_words(pairs: tuple[Pair, ...]) -> tuple[Same, ...]:
    """All words that have a partner, in reading order. Paragraphs of one part are taken together: a translator may join
    or divide them."""
    return tuple(same for pair in pairs for same in _same((pair,), pair))


def _same(pairs: Iterable[Pair], within: Pair) -> Iterator[Same]:
    for pair in pairs:
        if not (pair.original and pair.translation) or pair.piece.kind == "paragraph":
            continue
        part = pair if pair.piece.kind in _PARTS else within
        yield Same(pair, part, _own(pair.original), _own(pair.translation))
        yield from _same(pair.pairs, part)


_PARTS = frozenset({"article", "clause", "annex", "section", "preamble", "closing", "footnote", "chapter"})


def _own(piece: Piece) -> tuple[Text, ...]:
    # The heading of an article holds its number, which each language writes in its own way.
    heads = () if piece.kind in _NUMBERED else piece.texts
    return (*heads, *(text for one in piece.pieces if one.kind == "paragraph" for text in one.texts))


Said = TypeVar("Said")


@dataclass(frozen=True, slots=True, eq=False)
class Found(Generic[Said]):
    """Something that ``text.plain[start:end]`` says."""

    text: Text
    start: int
    end: int
    said: Said

    @property
    def words(self) -> str:
        return " ".join(self.text.plain[self.start : self.end].split())


@dataclass(frozen=True, slots=True, eq=False)
class Different(Generic[Said]):
    """What one of both texts says alone, in order."""

    same: Same
    original: tuple[Found[Said], ...]
    translation: tuple[Found[Said], ...]


Finder = Callable[[Text], Iterable[Found[Said]]]
Key = Callable[[Said], Hashable]


def differences(
    view: TranslationView, finders: tuple[Finder[Said], Finder[Said]], keys: tuple[Key[Said], Key[Said]]
) -> Iterator[Different[Said]]:
    """Where words that should say the same do not: what ``finders`` find in one text and not in the other. ``keys``
    say what of it is the same in both. What stands elsewhere in the same part of the other text is there too. Where
    one of both says nothing of the kind at all, its language has no words for it, and nothing is told."""
    both = [
        (same, _found(finders[0], same.original), _found(finders[1], same.translation))
        for same in same_words(view.pairs)
    ]
    if not any(old for _, old, _ in both) or not any(new for _, _, new in both):
        return  # a language without words for it
    rows: dict[Pair, list[Different[Said]]] = {}
    for same, old, new in both:
        if old or new:
            alone = _without(old, keys[0], new, keys[1]), _without(new, keys[1], old, keys[0])
            rows.setdefault(same.within, []).append(Different(same, *alone))
    for row in rows.values():
        all_old, all_new = ([one for entry in row for one in side(entry)] for side in (_of_original, _of_translation))
        for one in row:
            old_alone = _without(one.original, keys[0], all_new, keys[1])
            new_alone = _without(one.translation, keys[1], all_old, keys[0])
            if old_alone or new_alone:
                yield Different(one.same, old_alone, new_alone)


def _found(find: Finder[Said], texts: Iterable[Text]) -> list[Found[Said]]:
    return [found for text in texts for found in find(text)]


def _of_original(different: Different[Said]) -> tuple[Found[Said], ...]:
    return different.original


def _of_translation(different: Different[Said]) -> tuple[Found[Said], ...]:
    return different.translation


def _without(
    mine: Iterable[Found[Said]], key: Key[Said], others: Iterable[Found[Said]], other_key: Key[Said]
) -> tuple[Found[Said], ...]:
    """Those of ``mine`` that say what none of ``others`` does."""
    said = {other_key(one.said) for one in others}
    return tuple(one for one in mine if key(one.said) not in said)


def told(
    view: TranslationView,
    pair: Pair,
    original: Sequence[Found[Said]],
    translation: Sequence[Found[Said]],
    hint: str,
    is_asked: Callable[[Found[Said]], bool] = lambda found: True,
) -> Iterator[Finding]:
    """The findings about what the texts of ``pair`` say alone: what stands for what, in order, and what stands for
    nothing, where it ``is_asked`` about."""
    both = min(len(original), len(translation))
    for mine, yours in zip(translation[:both], original[:both], strict=True):
        message = f"'{mine.words}' is '{yours.words}' in the original"
        yield view.at(mine.text, mine.start, mine.end, message, hint)
    for one in filter(is_asked, translation[both:]):
        yield view.at(one.text, one.start, one.end, f"'{one.words}' is not in the original", hint)
    piece = pair.translation
    assert piece
    text = next(piece.all_texts(), None)
    for one in filter(is_asked, original[both:]):
        message = f"'{one.words}' of the original is not in the translation"
        yield view.here(text.place() if text else piece.place, message, hint, at=piece.at)
