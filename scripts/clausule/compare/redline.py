"""Two texts to one redline: the fewest words deleted and inserted, put where a reader expects them."""

from __future__ import annotations

import re
from itertools import pairwise

from clausule.compare.lcs import Matches, common

Edit = tuple[str, str]
SAME, OUT, IN = "=", "-", "+"

_WORD = re.compile(r"\s*\S+")
_STOPS, _CLOSES = (".", "!", "?", ";", ":"), "\"')]"
# A word is a core between what opens it and what closes it: '(AVG),' is '(', 'AVG' and '),'. White space goes before.
_PARTS = re.compile(r"(\s*[^\w\s]*)(\w(?:\S*\w)?)([^\w\s]*)")


def redline(old: str, new: str) -> list[Edit]:
    """What to do with ``old`` to get ``new``: pairs of ``=``, ``-`` or ``+`` and a text that is never empty.

    The texts of ``=`` and ``-`` put together are ``old``, those of ``=`` and ``+`` are ``new``, exactly. Cells of a row
    (separated by tabs) are compared one by one when there are as many of them.
    """
    if old == new:
        return [(SAME, old)] if old else []
    cells_old, cells_new = old.split("\t"), new.split("\t")
    pen = _Pen()
    if len(cells_old) == len(cells_new) > 1:
        for index, (cell_old, cell_new) in enumerate(zip(cells_old, cells_new, strict=True)):
            if index:
                pen.write(SAME, "\t")
            _compare(cell_old, cell_new, pen)
    else:
        _compare(old, new, pen)
    return pen.edits()


def undo(edits: list[Edit]) -> str:
    """The old text: every insertion refused."""
    return "".join(text for op, text in edits if op != IN)


def accept(edits: list[Edit]) -> str:
    """The new text: every deletion and insertion accepted."""
    return "".join(text for op, text in edits if op != OUT)


def cost(edits: list[Edit]) -> int:
    """How many words are deleted and inserted."""
    return sum(len(text.split()) for op, text in edits if op != SAME)


class _Pen:
    """Collects edits: deletions before insertions, and the white space that both begin with stands before them."""

    def __init__(self) -> None:
        self._done: list[Edit] = []
        self._same: list[str] = []
        self._out: list[str] = []
        self._in: list[str] = []

    def write(self, op: str, text: str) -> None:
        if not text:
            return
        if op == OUT:
            self._out.append(text)
        elif op == IN:
            self._in.append(text)
        else:
            if self._out or self._in:
                self._close()
            self._same.append(text)

    def edits(self) -> list[Edit]:
        self._close()
        self._keep()
        return self._done

    def _close(self) -> None:
        out, come = "".join(self._out), "".join(self._in)
        self._out, self._in = [], []
        blank = 0
        for one, other in zip(out, come, strict=False):
            if one != other or not one.isspace():
                break
            blank += 1
        if blank:
            self._same.append(out[:blank])
            out, come = out[blank:], come[blank:]
        if out or come:
            self._keep()
        if out:
            self._done.append((OUT, out))
        if come:
            self._done.append((IN, come))

    def _keep(self) -> None:
        if same := "".join(self._same):
            self._done.append((SAME, same))
        self._same = []


def _compare(old: str, new: str, pen: _Pen) -> None:
    words_old, words_new = _WORD.findall(old), _WORD.findall(new)
    i = j = 0
    for x, y in _aligned(old.split(), new.split(), _breaks(words_old), _breaks(words_new)):
        if x > i or y > j:
            _rewrite(words_old[i:x], words_new[j:y], pen)
        if words_old[x] == words_new[y]:
            pen.write(SAME, words_old[x])
        else:
            _equal(words_old[x], words_new[y], pen)
        i, j = x + 1, y + 1
    _rewrite(words_old[i:], words_new[j:], pen)
    _either(old[len(old.rstrip()) :], new[len(new.rstrip()) :], pen)


def _aligned(a: list[str], b: list[str], breaks_a: list[int], breaks_b: list[int]) -> Matches:
    """The words that stay, each passage that went or came put where a reader expects it."""
    matches = _staying(a, b, breaks_a, breaks_b)
    _slide(a, len(b), matches, breaks_a)
    mirrored = [(j, i) for i, j in matches]
    _slide(b, len(a), mirrored, breaks_b)
    return [(i, j) for j, i in mirrored]


def _breaks(words: list[str]) -> list[int]:
    """For each place between words how good a place it is to begin or end: 2 where a sentence or row begins, 1 after a
    comma, else 0. A word here has the white space before it.
    """
    breaks = [0] * (len(words) + 1)
    breaks[0] = breaks[-1] = 2
    for place, (word, after) in enumerate(pairwise(words), 1):
        if "\n" in after:
            breaks[place] = 2
        elif not (end := word[-1]).isalnum():  # few words, and the questions take long
            sentence = end in _STOPS or (end in _CLOSES and word.rstrip(_CLOSES).endswith(_STOPS))
            breaks[place] = 2 if sentence else int(end == ",")
    return breaks


def _staying(a: list[str], b: list[str], breaks_a: list[int], breaks_b: list[int]) -> Matches:
    """As many words as can stay; where that costs no word the sentences that stay as they are, and words between
    them."""
    starts_a = [place for place, rank in enumerate(breaks_a) if rank == 2]
    starts_b = [place for place, rank in enumerate(breaks_b) if rank == 2]
    sentences_a = [" ".join(a[x:y]) for x, y in pairwise(starts_a)]
    sentences_b = [" ".join(b[x:y]) for x, y in pairwise(starts_b)]
    sentences = common(sentences_a, sentences_b)
    if not sentences:
        return common(a, b)
    kept: Matches = []
    i = j = 0
    for x, y in [*sentences, (len(sentences_a), len(sentences_b))]:
        left, right = starts_a[i], starts_b[j]
        kept += [(left + k, right + m) for k, m in common(a[left : starts_a[x]], b[right : starts_b[y]])]
        if x < len(sentences_a):
            kept += [(starts_a[x] + k, starts_b[y] + k) for k in range(starts_a[x + 1] - starts_a[x])]
        i, j = x + 1, y + 1
    return common(a, b, len(kept)) or kept


def _slide(a: list[str], size_b: int, matches: Matches, breaks: list[int]) -> None:
    """Moves each passage that only went from ``a`` to where a reader expects it; as many words stay.

    'x [a b c. a b] d' is the same change as 'x a b [c. a b] d'. Best is a whole sentence, then beside another change,
    then where phrases begin and end, then as early as can be.
    """
    bounds = [(-1, -1), *matches, (len(a), size_b)]
    for k in range(1, len(bounds)):
        (i, j), (end, after) = bounds[k - 1], bounds[k]
        if end == i + 1 or after != j + 1:
            continue
        start, length = i + 1, end - i - 1
        left = right = 0
        while bounds[k - 1 - left] == (i - left, j - left) and i - left >= 0 and a[i - left] == a[end - 1 - left]:
            left += 1
        while (
            bounds[k + right] == (end + right, after + right)
            and end + right < len(a)
            and a[start + right] == a[end + right]
        ):
            right += 1
        beside = {
            -left: bounds[k - 1 - left] != (i - left, j - left),
            right: bounds[k + right] != (end + right, after + right),
        }
        ranks = {step: breaks[start + step] + breaks[end + step] for step in range(-left, right + 1)}
        best = max(ranks, key=lambda step: (ranks[step] == 4, beside.get(step, False), ranks[step], -step))
        for step in range(best, 0):
            bounds[k + step] = (bounds[k + step][0] + length, bounds[k + step][1])
        for step in range(best):
            bounds[k + step] = (bounds[k + step][0] - length, bounds[k + step][1])
    matches[:] = bounds[1:-1]


def _equal(old: str, new: str, pen: _Pen) -> None:
    """One word that stays, though the white space before it does not."""
    bare = old.lstrip()
    _either(old[: -len(bare)], new[: -len(bare)], pen)
    pen.write(SAME, bare)


def _either(old: str, new: str, pen: _Pen) -> None:
    if old == new:
        pen.write(SAME, old)
    else:
        pen.write(OUT, old)
        pen.write(IN, new)


def _rewrite(old: list[str], new: list[str], pen: _Pen) -> None:
    """Words that went and words that came between two that stayed. Where only punctuation changed, the core stays."""
    if not old or not new:
        pen.write(OUT, "".join(old))
        pen.write(IN, "".join(new))
        return
    parts_old, parts_new = [_parts(word) for word in old], [_parts(word) for word in new]
    cores_old, cores_new = [core for _, core, _ in parts_old], [core for _, core, _ in parts_new]
    if set(cores_old).isdisjoint(cores_new):
        _between("".join(old), "".join(new), pen)
        return
    finer = _Pen()
    out = come = ""
    i = j = 0
    for x, y in common(cores_old, cores_new):
        before_old, core, after_old = parts_old[x]
        before_new, _, after_new = parts_new[y]
        _between(out + "".join(old[i:x]) + before_old, come + "".join(new[j:y]) + before_new, finer)
        finer.write(SAME, core)
        out, come = after_old, after_new
        i, j = x + 1, y + 1
    _between(out + "".join(old[i:]), come + "".join(new[j:]), finer)
    edits = finer.edits()
    if cost(edits) > len(old) + len(new):
        edits = [(OUT, "".join(old)), (IN, "".join(new))]
    for op, text in edits:
        pen.write(op, text)


def _parts(word: str) -> tuple[str, str, str]:
    """What opens the word (white space too), its core, and what closes it."""
    bare = word.lstrip()
    if not bare.isalnum() and (match := _PARTS.fullmatch(word)):  # most words are letters only
        return match[1], match[2], match[3]
    return word[: -len(bare)], bare, ""


def _between(old: str, new: str, pen: _Pen) -> None:
    """What stands between two cores: the punctuation that both begin or end with stays."""
    shorter = min(len(old), len(new))
    end = 0
    while end < shorter and old[-1 - end] == new[-1 - end] and not old[-1 - end].isalnum():
        end += 1
    start = 0
    while start < shorter - end and old[start] == new[start] and not old[start].isalnum():
        start += 1
    pen.write(SAME, old[:start])
    pen.write(OUT, old[start : len(old) - end])
    pen.write(IN, new[start : len(new) - end])
    pen.write(SAME, old[len(old) - end :])
