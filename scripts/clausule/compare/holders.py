"""Units with the same words, and what holds them: which articles, annexes and parts are one by what stands in them."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property

from clausule.compare.lcs import common
from clausule.compare.unit import Unit

Pairs = dict[int, int]
Inside = Mapping[str, Sequence[int]]


class Holders:
    """What holds the units of both sides, by its id, with the indexes of those units; the empty id holds what stands by
    itself."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self._units = old, new
        self.old, self.new = _by_parent(old), _by_parent(new)

    def pairs(self, found: Mapping[int, int]) -> dict[tuple[str, str], None]:
        """The ids of what is one on both sides, or was divided: most of the ``found`` pairs in the one are in the
        other, or it is such a pair itself, or it holds the same words in the same order. The surest come first."""
        old, new = self._units
        votes = Counter((old[i].parent, new[j].parent) for i, j in found.items())
        pairs = {("", ""): None}
        used_old, used_new = {""}, {""}

        def put(one: str, other: str, also: bool) -> None:
            if one in self.old and other in self.new and (also or (one not in used_old and other not in used_new)):
                pairs.setdefault((one, other))
                used_old.add(one)
                used_new.add(other)

        for (one, other), count in votes.most_common():
            put(one, other, also=2 * count >= min(len(self.old[one]), len(self.new[other])))
        for i, j in found.items():
            put(old[i].id, new[j].id, also=True)
        for one, other in self._same_inside:
            put(one, other, also=False)
        return pairs

    @cached_property
    def _same_inside(self) -> list[tuple[str, str]]:
        names, texts = zip(
            *(
                ([*inside], ["\0".join(units[index].text for index in held) for held in inside.values()])
                for units, inside in zip(self._units, (self.old, self.new), strict=True)
            ),
            strict=True,
        )
        return [(names[0][x], names[1][y]) for x, y in common(*texts)]


def same_words(
    old: Sequence[Unit], new: Sequence[Unit], holders: Holders, known: Pairs, told: tuple[Set[int], Set[int]]
) -> Pairs:
    """Units with the same words, where these are nowhere else; what stands in several places (a clause that many
    articles end with) only within what holds it on both sides. ``known`` are pairs already, and what is ``told`` of
    (indexes of both sides) is left alone.
    """
    rest_old = [i for i, unit in enumerate(old) if i not in told[0] and (unit.text or unit.id not in holders.old)]
    rest_new = [j for j, unit in enumerate(new) if j not in told[1] and (unit.text or unit.id not in holders.new)]
    at_old, at_new = _by_text(old, rest_old), _by_text(new, rest_new)
    found = {
        i: j
        for text, places in at_old.items()
        if text and len(places) == len(at_new[text]) == 1
        for i, j in zip(places, at_new[text], strict=True)
    }
    free_old, free_new = set(rest_old), set(rest_new)
    taken, done = set(found.values()), set[tuple[str, str]]()
    looked_at = -1
    while len(found) > looked_at:  # what is found says more of what holds it
        looked_at = len(found)
        for one, other in [pair for pair in holders.pairs(found | known) if pair not in done]:
            done.add((one, other))
            inner_old = [i for i in holders.old[one] if i in free_old]
            inner_new = [j for j in holders.new[other] if j in free_new]
            if found.keys() >= set(inner_old) or taken.issuperset(inner_new):
                continue
            for i, j in _in_turn(old, new, inner_old, inner_new):
                if i not in found and j not in taken:
                    found[i] = j
                    taken.add(j)
    return found


def _in_turn(
    old: Sequence[Unit], new: Sequence[Unit], inner_old: list[int], inner_new: list[int]
) -> Iterator[tuple[int, int]]:
    """Of what the same unit holds those with the same words: as many as stand in the same order, then the others, first
    come first served. Some are named twice; the first counts."""
    chain = common([old[i].text for i in inner_old], [new[j].text for j in inner_new])
    yield from ((inner_old[x], inner_new[y]) for x, y in chain)
    used_old, used_new = {x for x, _ in chain}, {y for _, y in chain}
    waiting = defaultdict[str, deque[int]](deque)
    for x, i in enumerate(inner_old):
        if x not in used_old:
            waiting[old[i].text].append(i)
    for y, j in enumerate(inner_new):
        if y not in used_new and waiting[new[j].text]:
            yield waiting[new[j].text].popleft(), j


def _by_parent(units: Sequence[Unit]) -> dict[str, list[int]]:
    found = defaultdict[str, list[int]](list, {"": []})
    for index, unit in enumerate(units):
        found[unit.parent].append(index)
    return dict(found)


def _by_text(units: Sequence[Unit], indexes: Sequence[int]) -> defaultdict[str, list[int]]:
    found = defaultdict[str, list[int]](list)
    for index in indexes:
        found[units[index].text].append(index)
    return found
