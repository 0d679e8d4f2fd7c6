"""The pieces of an edition beside those of its translation.

What has a number has the partner with the same one. What has none (paragraphs, measures, questions, rows) is paired in
order; where one side has more of them, or another order, by what two languages share (``likeness``). What defines
a term goes with what defines its partner.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clausule.compare.assignment import assign
from clausule.compare.translation.likeness import is_alike, likeness
from clausule.compare.translation.pieces import Piece, pieces_of
from clausule.compare.translation.terms import term_partners
from clausule.model.editions import Edition


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """A piece of the original and the piece of the translation that says the same; one of them is None where the other
    has no partner. ``pairs`` are what is in both, in the order of the original; empty where there is one only."""

    original: Piece | None
    translation: Piece | None
    pairs: tuple[Pair, ...] = ()

    @property
    def piece(self) -> Piece:
        """The piece of the translation, or of the original where there is none."""
        found = self.translation or self.original
        assert found
        return found


@lru_cache(maxsize=8)
def pairs_of(original: Edition, translation: Edition) -> tuple[Pair, ...]:
    """Every piece of both editions, once, beside its partner: in the order of the original, and what the translation
    alone has behind what stands before it there."""
    return _paired(pieces_of(original), pieces_of(translation), terms_beside(original, translation))


@lru_cache(maxsize=8)
def terms_beside(original: Edition, translation: Edition) -> dict[str, str]:
    """The terms of ``original`` with their partners in ``translation``, where they have one."""
    before = _paired(pieces_of(original), pieces_of(translation), {})
    return term_partners(original, translation, partner_ids(before))


def all_pairs(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """``pairs`` and all that are within them, in reading order."""
    for pair in pairs:
        yield pair
        yield from all_pairs(pair.pairs)


_BESIDE = frozenset({"clause", "section", "footnote", "definition", "article", "annex"})


def beside_each_other(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs that stand beside each other where both texts are shown: parts, and a definition by itself. Of a part
    that one text lacks, what is in it too, with nothing beside it."""
    for pair in pairs:
        yield pair
        alone = () if pair.original and pair.translation else tuple(_alone(pair))
        yield from beside_each_other(one for one in (*pair.pairs, *alone) if one.piece.kind in _BESIDE)


def _alone(pair: Pair) -> Iterator[Pair]:
    for piece in pair.piece.pieces:
        yield Pair(piece if pair.original else None, piece if pair.translation else None)


def partner_ids(pairs: Iterable[Pair]) -> dict[str, str]:
    """The ids of parts, items and definitions of the original, each with the id of its partner."""
    found: dict[str, str] = {}
    for pair in all_pairs(pairs):
        if pair.original and pair.translation and pair.original.kind not in ("paragraph", "row", "table"):
            found.setdefault(pair.original.at, pair.translation.at)
    return found


def _paired(old: Sequence[Piece], new: Sequence[Piece], partners: Mapping[str, str]) -> tuple[Pair, ...]:
    """The pieces of two parts that are partners, paired kind by kind; ``partners`` are terms with their partners."""
    partner_of: dict[int, int] = {}
    for kind in dict.fromkeys(piece.kind for piece in old):
        mine, yours = ([at for at, piece in enumerate(row) if piece.kind == kind] for row in (old, new))
        partner_of.update(_matched(old, new, mine, yours, partners))
    where = {to: at for at, to in partner_of.items()}
    before: int | None = None
    behind: dict[int | None, list[Pair]] = defaultdict(list)  # what came, by the partner of what stands before it
    for at, piece in enumerate(new):
        if at in where:
            before = where[at]
        else:
            behind[before].append(Pair(None, piece))
    found = behind[None]
    for at, piece in enumerate(old):
        to = partner_of.get(at)
        pairs = _paired(piece.pieces, new[to].pieces, partners) if to is not None else ()
        found += [Pair(piece, None if to is None else new[to], pairs), *behind[at]]
    return tuple(found)


def _matched(
    old: Sequence[Piece], new: Sequence[Piece], mine: list[int], yours: list[int], partners: Mapping[str, str]
) -> dict[int, int]:
    """Of pieces of one kind, at ``mine`` in ``old`` and ``yours`` in ``new``, which are partners."""
    found: dict[int, int] = {}
    by_term = {new[at].term: at for at in reversed(yours) if new[at].term}
    for at in mine:
        to = by_term.get(partners.get(old[at].term, ""))
        if to is not None and to not in found.values():
            found[at] = to
    # Without its partner among them a definition has none, however alike another is; and before terms are paired, none.
    mine = [at for at in mine if at not in found and not (old[at].term and old[at].kind == "definition")]
    taken = set(found.values())
    yours = [at for at in yours if at not in taken and not (new[at].term and new[at].kind == "definition")]
    labels = [_labels(row, where) for row, where in ((old, mine), (new, yours))]
    same = labels[0].keys() & labels[1].keys()
    found |= {labels[0][label]: labels[1][label] for label in same}
    numbered = [set(labels[side].values()) if same else set() for side in (0, 1)]
    rest = [[at for at in side if at not in numbered[number]] for number, side in enumerate((mine, yours))]
    return found | _in_order(old, new, *rest)


def _labels(row: Sequence[Piece], where: Iterable[int]) -> dict[tuple[str, int], int]:
    """The places of pieces with a label, by that and by how many before them have the same."""
    seen: Counter[str] = Counter()
    found = {}
    for at in where:
        if label := row[at].label:
            found[label, seen[label]] = at
            seen[label] += 1
    return found


_MANY = 80
"""With more pieces side by side than this, only their order counts."""
_CLEARLY = 0.15
"""By so much more must each pair that is other fit, where another order fits better than that in which they stand."""


def _in_order(old: Sequence[Piece], new: Sequence[Piece], mine: list[int], yours: list[int]) -> dict[int, int]:
    """Pairs of all that have no label: as many as can be, in order, unless another order fits clearly better."""
    if not mine or not yours:
        return {}
    straight = dict(zip(mine, yours, strict=False))
    if len(mine) == len(yours) and all(is_alike(old[at], new[to]) for at, to in straight.items()):
        return straight
    alike = {(i, j): likeness(old[at], new[to]) for i, at in enumerate(mine) for j, to in enumerate(yours)}
    kept = _aligned(alike, len(mine), len(yours))
    if max(len(mine), len(yours)) <= _MANY:
        best = assign({pair: gain + 0.01 for pair, gain in alike.items()})
        gained = sum(alike[pair] for pair in best.items()) - sum(alike[pair] for pair in kept.items())
        if gained > _CLEARLY * len(best.items() - kept.items()):
            kept = best
    return {mine[i]: yours[j] for i, j in kept.items()}


def _aligned(alike: Mapping[tuple[int, int], float], rows: int, columns: int) -> dict[int, int]:
    """The pairs in order that are most alike: every one of the shorter side has a partner."""
    if rows > columns:
        turned = _aligned({(j, i): gain for (i, j), gain in alike.items()}, columns, rows)
        return {at: to for to, at in turned.items()}
    slack = columns - rows
    best = [[0.0] * (slack + 1)]
    for i in range(rows):
        row: list[float] = []
        for skipped in range(slack + 1):
            gain = best[i][skipped] + alike[i, i + skipped]
            row.append(max(gain, row[-1]) if row else gain)
        best.append(row)
    found, skipped = {}, slack
    for i in range(rows - 1, -1, -1):
        while skipped and best[i + 1][skipped] == best[i + 1][skipped - 1]:
            skipped -= 1
        found[i] = i + skipped
    return found
