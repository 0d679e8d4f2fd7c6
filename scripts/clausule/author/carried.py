"""The words of a page that came in, written in the sources of the page that was there: what did not change, and the
author's own marking of it (emphasis, links, the form of lists and definitions), stays as it was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clausule.author.passages import Page, Passage
from clausule.compare.comparable import comparable
from clausule.compare.lcs import common
from clausule.compare.lines import pair_lines
from clausule.model.nodes import Mark, Text
from clausule.read.importing.plain_rows import as_markdown

_TOKEN = re.compile(r"\w+|([^\w\s])\1*")
_EMPTY = re.compile(r"\*{4}|\[\]\([^()\s]*\)")
_SIGNS = {"strong": ("**", "**"), "em": ("*", "*")}
_Look = tuple[str, str]  # the kind of a mark, and where it leads


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines of the page to be written; ``old`` and ``new`` are the indexes of the passages that they are, or None."""

    source: str
    blank: int
    old: int | None
    new: int | None
    defines: bool


def carried(old: Page, new: Page, whole: bool = False) -> str:
    """The body of a page that shows the words of ``new``. Passages with the same words are as ``old`` has them; in
    others, unless they are to be taken over ``whole``, the words that stayed keep their marking."""
    pieces = list(_pieces(old, new, whole))
    written: list[str] = []
    for one, after in pairwise([*pieces, None]):
        assert one
        written.append(one.source)
        written.append("\n" * (1 + _blanks(one, after)) if after else "")
    return "".join(written).strip("\n")


def moved_ids(old: Page, new: Page) -> dict[str, str]:
    """The ids of parts of ``old`` that have another one in ``new``."""
    votes = Counter[tuple[str, str]]()
    for olds, news in _aligned(old.shown(old), new.shown(old)):
        pairs = _paired(old.passages, olds, new.passages, news)
        votes.update((old.passages[i].part, new.passages[j].part) for i, j in pairs if i is not None)
    found: dict[str, str] = {}
    for (was, now), _ in votes.most_common():
        found.setdefault(was, now)
    return {was: now for was, now in found.items() if was and now and was != now}


def _blanks(one: _Piece, after: _Piece) -> int:
    """How many blank lines stand between two pieces: as many as there were where they stood beside each other."""
    for before, behind in ((one.old, after.old), (one.new, after.new)):
        if before is not None and behind == before + 1:
            return one.blank
    rows = one.source.lstrip().startswith("|") and after.source.lstrip().startswith("|")
    return 0 if rows else 1


def _pieces(old_page: Page, new_page: Page, whole: bool) -> Iterator[_Piece]:
    old, new = old_page.passages, new_page.passages
    were, are = old_page.shown(old_page), new_page.shown(old_page)
    for olds, news in _aligned(were, are):
        if " ".join(were[i] for i in olds) == " ".join(are[j] for j in news):  # a form may divide them otherwise
            yield from (_Piece(old[i].source, old[i].blank, i, None, old[i].defines) for i in olds)
            continue
        beside = range(max(olds.start - 1, 0), min(olds.stop + 1, len(old)))
        defining = any(old[i].defines for i in beside)
        for i, j in _paired(old, olds, new, news):
            if i is None or whole:
                source = _as_definition(new[j]) if defining and i is None else new[j].source
                yield _Piece(source, new[j].blank, None, j, False)
            else:
                written = _written(old[i], new[j])
                yield _Piece(written or new[j].source, old[i].blank, i if written else None, j, bool(written))


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[range, range]]:
    """Passages of both that show the same, one by one, and between them those that do not."""
    i = j = 0
    for x, y in [*common(old, new), (len(old), len(new))]:
        if x > i or y > j:
            yield range(i, x), range(j, y)
        if x < len(old) and y < len(new):
            yield range(x, x + 1), range(y, y + 1)
        i, j = x + 1, y + 1


def _paired(
    old: Sequence[Passage], olds: range, new: Sequence[Passage], news: range
) -> Iterator[tuple[int | None, int]]:
    """Each of the new passages with the old one that it was, in the order of the new."""
    words = [[side[n].plain.split() for n in numbers] for side, numbers in ((old, olds), (new, news))]
    was = {y: x for x, y in pair_lines(words[0], words[1])}
    if len(olds) == len(news) == 1:
        was = {0: 0}
    yield from ((olds[was[n]] if n in was else None, j) for n, j in enumerate(news))


def _as_definition(passage: Passage) -> str:
    """A passage that came in among definitions, as a definition: a row of two cells, or a term with a colon."""
    first, *rest = passage.source.split("\n")
    cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", first.strip().strip("|"))] if first[:1] == "|" else []
    term, _, meaning = (cells[0], "", cells[1]) if len(cells) == 2 else first.partition(": ")
    term = re.sub(r"^\*\*(.*)\*\*$", r"\1", term.strip())
    if not meaning or rest or passage.before or term.count("*"):
        return passage.source
    return f"{term}\n:   {meaning.strip()}"


def _written(old: Passage, new: Passage) -> str:
    """The words of ``new`` in the source of ``old``; empty where that has another form."""
    texts = [(text.plain, text.marks) for text in new.texts]
    before = new.before
    if old.defines and not new.defines:
        texts, before = _without_term(old, new)
    noted = any(mark.kind == "note" for text in (*old.texts, *new.texts) for mark in text.marks)
    if not texts or len(texts) != len(old.texts) or noted:
        return ""
    at = old.at(old.texts[0], 0)
    pieces = [old.source[:at] if before == old.before else _with_mark(old.source[:at], new)]
    for text, (plain, marks) in zip(old.texts, texts, strict=True):
        start, end = old.at(text, 0), old.at(text, len(text.plain) - 1) + 1
        pieces += [old.source[at:start], _edited(old, text, plain, marks)]
        at = end
    return _EMPTY.sub("", "".join([*pieces, old.source[at:]]))


def _with_mark(head: str, new: Passage) -> str:
    """What stands before the words, with the mark of ``new``."""
    own = new.source[: new.at(new.texts[0], 0)].lstrip()
    return head[: len(head) - len(head.lstrip())] + own


def _without_term(old: Passage, new: Passage) -> tuple[list[tuple[str, tuple[Mark, ...]]], tuple[str, ...]]:
    """The texts of ``new`` without the term that ``old`` defines, where it begins with that."""
    if len(new.texts) == 2 and tuple(re.findall(r"\w+", new.texts[0].plain)) == old.before:
        return [(new.texts[1].plain, new.texts[1].marks)], old.before
    term = r"\W+".join(map(re.escape, old.before))
    if len(new.texts) == 1 and (match := re.match(rf"\W*{term}\W*?:\s*", new.texts[0].plain)):
        cut = match.end()
        marks = (Mark(m.start - cut, m.end - cut, m.kind, m.target) for m in new.texts[0].marks if m.end > cut)
        return [(new.texts[0].plain[cut:], tuple(marks))], old.before
    return [], ()


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or a sign of a text: where it stands in it, how it looks, and what it is compared by."""

    start: int
    end: int
    looks: tuple[_Look, ...]
    key: str


def _tokens(plain: str, marks: Sequence[Mark]) -> list[_Word]:
    return [
        _Word(
            found.start(),
            found.end(),
            tuple((m.kind, m.target) for m in marks if m.start <= found.start() < m.end),
            comparable(found[0]),
        )
        for found in _TOKEN.finditer(plain)
    ]


def _edited(passage: Passage, text: Text, plain: str, marks: Sequence[Mark]) -> str:
    """``plain`` in the source of ``text``: words that stayed are as they were written, with what stood between them."""
    were, are = _tokens(text.plain, text.marks), _tokens(plain, marks)
    kept = {j: i for i, j in common([word.key for word in were], [word.key for word in are])}
    spans = [(passage.at(text, one.start), passage.at(text, one.end - 1) + 1) for one in were]
    looks = _looks(were, are, kept)
    written: list[str] = []
    state = were[0].looks if were else ()
    for j, word in enumerate(are):
        i = kept.get(j)
        if i is not None and kept.get(j - 1, -2) == i - 1:
            written.append(passage.source[spans[i - 1][1] : spans[i][0]])
        else:
            closing, opening = _turn(state, looks[j])
            gap = plain[are[j - 1].end : word.start] if j else ""
            written += [closing, "  \n" if "\n" in gap else gap, opening]
        start, end = spans[i] if i is not None else (0, 0)
        written.append(passage.source[start:end] if i is not None else as_markdown(plain[word.start : word.end]))
        state = looks[j]
    written += _turn(state, were[-1].looks if were else ())
    return "".join(written)


def _looks(were: list[_Word], are: list[_Word], kept: dict[int, int]) -> list[tuple[_Look, ...]]:
    """How each word looks: those that stayed as they did, others as those on both sides of them, or in bold as they
    came."""
    after: list[tuple[_Look, ...]] = [()] * (len(are) + 1)
    for j in range(len(are) - 1, -1, -1):
        after[j] = were[kept[j]].looks if j in kept else after[j + 1]
    found: list[tuple[_Look, ...]] = []
    before: tuple[_Look, ...] = ()
    for j, word in enumerate(are):
        if j in kept:
            before = were[kept[j]].looks
            found.append(before)
        else:
            both = tuple(one for one, other in zip(before, after[j], strict=False) if one == other)
            bold = tuple(look for look in word.looks if look[0] == "strong" and look not in both)
            found.append((*both, *bold))
    return found


def _turn(state: tuple[_Look, ...], wanted: tuple[_Look, ...]) -> tuple[str, str]:
    """What closes and what opens between words that look so."""
    shared = 0
    while shared < min(len(state), len(wanted)) and state[shared] == wanted[shared]:
        shared += 1
    gone = reversed(state[shared:])
    closing = "".join(f"]({target})" if kind == "link" else _SIGNS[kind][1] for kind, target in gone)
    opening = "".join("[" if kind == "link" else _SIGNS[kind][0] for kind, _ in wanted[shared:])
    return closing, opening
