"""Which edition the words of a text are of, and where they differ from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from clausule.compare.lcs import common
from clausule.model.editions import Edition
from clausule.proof.words import Word, words_of

_BULLETS = frozenset("-•·*|◦▪#:")
_SIGNS = ".,:;()[]§-–"
_RUN = 2  # words side by side, by which a text is known
_KNOWN = 0.4  # the least share of these runs that an edition must have for a text to be of it
_THERE = 0.5  # and the least share of those of a part that a text must have to hold it
_LOOKED_AT = 12  # editions of which every word is paired
_SHOWN = 12  # words


@dataclass(frozen=True)
class WordDifference:
    """In the part ``at`` (its id; empty for the cover) the edition says ``expected``, and the text ``found``."""

    at: str
    expected: str
    found: str


@dataclass(frozen=True)
class Held:
    """A text is of ``edition``: it holds its ``parts``, by their ids, and lacks the ``missing``, with these
    ``differences``. ``also`` are other editions with the very same words in these parts; ``around`` is what the text
    says before and behind them."""

    edition: Edition
    parts: tuple[str, ...]
    missing: tuple[str, ...]
    differences: tuple[WordDifference, ...]
    around: tuple[str, ...]
    also: tuple[Edition, ...] = ()
    strangeness: int = 0
    """How many words are other in the one than in the other, those around included."""


def find_held(words: Sequence[str], editions: Iterable[Edition]) -> Held | None:
    """The edition, from old to new, that ``words`` are nearest to; nothing where they are of none.

    Of editions that are equally near, the newest. Numbers and marks of items may be lost in a copy, and are held
    against the edition where they are there.
    """
    size = max(1, min(_RUN, len(words)))
    wanted = {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}
    scored: list[tuple[int, int, Edition]] = []
    for number, edition in enumerate(editions):
        shared = len(wanted & _runs(words_of(edition), size))
        if wanted and shared / len(wanted) >= _KNOWN:
            scored.append((shared, number, edition))
    scored.sort(key=lambda row: row[:2], reverse=True)
    looked_at = (_held(words, edition) for _, _, edition in scored[:_LOOKED_AT])
    found = [held for held in looked_at if held.parts]
    if not found:
        return None
    best = min(found, key=lambda one: (one.strangeness, len(one.missing)))
    own = _words_by_part(best.edition, best.parts)
    also = [edition for _, _, edition in scored if edition is not best.edition]
    same = tuple(edition for edition in also if _words_by_part(edition, best.parts) == own)
    return replace(best, also=same)


def _runs(words: Sequence[Word], size: int) -> set[tuple[str, ...]]:
    """The runs of words of an edition, with marks and without, since a copy may have lost them."""
    every = [word.text for word in words]
    bare = [word.text for word in words if not word.is_mark]
    return {tuple(row[at : at + size]) for row in (every, bare) for at in range(len(row) - size + 1)}


def _words_by_part(edition: Edition, parts: Sequence[str]) -> list[tuple[str, str]]:
    wanted = set(parts)
    return [(word.owner, word.text) for word in words_of(edition) if word.owner in wanted]


def _held(words: Sequence[str], edition: Edition) -> Held:
    parts = [list(part) for _, part in groupby(words_of(edition), key=lambda word: word.owner)]
    pairs = _placed(parts, words)
    inside = [number for number, part in enumerate(parts) if any((number, i) in pairs for i in range(len(part)))]
    known = [word for number in inside for word in parts[number]]
    places = [(number, i) for number in inside for i in range(len(parts[number]))]
    kept = [(at, pairs[place]) for at, place in enumerate(places) if place in pairs]
    apart = list(_differences(known, words, kept))
    first, last = (kept[0][1], kept[-1][1] + 1) if kept else (0, 0)
    lead = _without_marks(words[:first], [word for word in known if word.is_mark])
    around = tuple(" ".join(row) for row in (lead, words[last:]) if row)
    held = tuple(parts[number][0].owner for number in inside)
    missing = tuple(part[0].owner for number, part in enumerate(parts) if number not in set(inside))
    differences = tuple(WordDifference(at, shown(gone), shown(came)) for at, gone, came in apart)
    strange = sum(len(gone) + len(came) for _, gone, came in apart) + sum(len(row.split()) for row in around)
    return Held(edition, held, missing, differences, around, strangeness=strange)


_Place = tuple[int, int]  # the number of a part, and that of a word in it


def _placed(parts: Sequence[Sequence[Word]], words: Sequence[str]) -> dict[_Place, int]:
    """Which word of the text each word of a part is. Longer parts are known by their runs and paired in order; a
    shorter one, such as a heading, must stand whole between what is paired already."""
    there = _long_parts_there(parts, words)
    places = [(number, i) for number in there for i in range(len(parts[number]))]
    pairs = common([parts[number][i].text for number, i in places], list(words))
    found = {places[at]: j for at, j in pairs}
    low = -1
    last = dict[int, int]()
    for (number, _), j in found.items():
        last[number] = max(j, last.get(number, -1))
    first = {number: j for (number, _), j in sorted(found.items(), key=lambda row: -row[1])}
    high = [len(words)] * (len(parts) + 1)
    for number in range(len(parts) - 1, -1, -1):
        high[number] = first.get(number, high[number + 1])
    for number, part in enumerate(parts):
        if number in last:
            low = last[number]
            continue
        bare = [i for i, word in enumerate(part) if not word.is_mark]
        if not bare or len(bare) > _RUN + 1:
            continue
        spots = _find(words, part, low + 1, high[number])
        if spots and (there or len(bare) == len(words)):
            found.update({(number, i): spot for i, spot in zip(bare, spots, strict=True)})
            low = spots[-1]
    return found


def _long_parts_there(parts: Sequence[Sequence[Word]], words: Sequence[str]) -> list[int]:
    """The longer parts of whose runs the text has at least half. A run of the text counts once: for the part that has
    the largest share, so that a clause that is much like another is not taken to be there with it."""
    left = Counter(_runs_of(words))

    def share(runs: Sequence[tuple[str, ...]]) -> float:
        return sum(run in left for run in runs) / len(runs)

    own = [_runs_by_marks(part) for part in parts]
    # A list of items of one word has no run without its marks in a copy that kept them, nor one with them in another.
    long = {number: max(kinds, key=share) for number, kinds in enumerate(own) if len(kinds[0]) > _RUN}
    there = []
    for number, runs in sorted(long.items(), key=lambda row: -share(row[1])):
        mine = Counter(runs) & left
        if mine.total() >= _THERE * len(runs):
            left -= mine
            there.append(number)
    return sorted(there)


def _runs_by_marks(part: Sequence[Word]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """The runs of a part without its marks, and with them."""
    return _runs_of([word.text for word in part if not word.is_mark]), _runs_of([word.text for word in part])


def _runs_of(every: Sequence[str]) -> list[tuple[str, ...]]:
    """The runs of words but for bullets, for which a copy may have others."""
    words = [word for word in every if word not in _BULLETS]
    return [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]


def _find(words: Sequence[str], part: Sequence[Word], low: int, high: int) -> list[int]:
    """Where the words of ``part`` stand in ``words[low:high]``, with nothing but its marks between them; empty where
    they do not."""
    wanted = [word.text for word in part if not word.is_mark]
    marks = ({word.text for word in part if word.is_mark} | _BULLETS) - set(wanted)
    spots = [at for at in range(low, high) if words[at] not in marks]
    rows = (spots[at : at + len(wanted)] for at in range(len(spots) - len(wanted) + 1))
    return next((row for row in rows if [words[at] for at in row] == wanted), [])


def _differences(
    known: Sequence[Word], words: Sequence[str], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, list[str], list[str]]]:
    """What lies between the words that both have, and what the parts that are held lack at the ends."""
    ends = [(len(known), pairs[-1][1] + 1)] if pairs else []
    i, j = 0, pairs[0][1] if pairs else 0
    for next_i, next_j in [*pairs, *ends]:
        between = known[i:next_i]
        lacking = [word for word in between if not word.is_mark]
        strange = _without_marks(words[j:next_j], [word for word in between if word.is_mark])
        said = [word.text for word in lacking]
        has_colon = any(word.text == ":" and word.is_mark for word in known[i : next_i + 1])
        if said != strange and not (has_colon and said == [word.rstrip(":") for word in strange]):
            at = (lacking or known[max(i - 1, 0) : i] or known[i : i + 1])[0].owner
            yield at, said, strange
        i, j = next_i + 1, next_j + 1


def _without_marks(words: Sequence[str], marks: Sequence[Word]) -> list[str]:
    """``words`` but for bullets, and for numbers that the edition has here in another form."""
    bare = {word.text.strip(_SIGNS) for word in marks}
    return [word for word in words if word not in _BULLETS and word.strip(_SIGNS) not in bare]


def shown(words: Iterable[str]) -> str:
    """Words as they are shown, shortened in the middle where there are many."""
    row = list(words)
    half = _SHOWN // 2
    return " ".join(row if len(row) <= _SHOWN else [*row[:half], "[...]", *row[-half:]])
