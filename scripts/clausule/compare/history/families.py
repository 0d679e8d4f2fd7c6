"""What was split and merged more than once: which lineages belong together between which editions."""

from __future__ import annotations

from clausule.compare.history.lines import History, component

_TOGETHER = 8  # events in a row that are looked at; what was split and merged more often exists on paper only


def families(history: History) -> list[tuple[tuple[int, ...], list[list[int]]]]:
    """Every set of lineages that belongs together between some two editions, each with the lists of editions that join
    it: it counts where all of such a list lie behind the older and up to and with the newer edition."""
    found: dict[tuple[int, ...], set[tuple[int, ...]]] = {}
    for whole in dict.fromkeys(component(main, history.joins) for main, _, _ in history.joins):
        joins = [(main, other, edition) for main, other, edition in history.joins if main in whole]
        events = sorted({edition for _, _, edition in joins})
        for first in range(len(events)):
            for last in range(first, min(first + _TOGETHER, len(events))):
                here = [join for join in joins if events[first] <= join[2] <= events[last]]
                for members in {component(main, here) for main, _, _ in here}:
                    found.setdefault(members, set()).add(tuple(sorted({at for main, _, at in here if main in members})))
    return [
        (members, [list(one) for one in sorted(lists) if not _is_more(one, lists)])
        for members, lists in sorted(found.items())
    ]


def _is_more(one: tuple[int, ...], lists: set[tuple[int, ...]]) -> bool:
    """Whether another list joins as well with fewer editions."""
    return any(set(other) < set(one) for other in lists)
