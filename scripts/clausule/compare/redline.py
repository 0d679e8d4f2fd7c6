"""Two texts to one redline: the fewest words deleted and inserted, put where a reader expects them."""

from __future__ import annotations

import re

from clausule.compare.lcs import Matches, common

Edit = tuple[str, str]
SAME, OUT, IN = "=", "-", "+"

_WORD = re.compile(r"\s*\S+")
_SENTENCE_END = re.compile(r"[.!?;:][\"')\]]*$")
# A word is a core between what opens it and what closes it: '(AVG),' is '(', 'AVG' and '),'.
_PARTS = re.compile(r"(\s*[^\w\s]*)(\w(?:\S*\w)?)?([^\w\s]*)")


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
    """Collects edits: deletions before insertions, and what both begin or end with stands outside."""

    def __init__(self) -> None:
        self._done: list[Edit] = []
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
            self._close()
            self._same(text)

    def edits(self) -> list[Edit]:
        self._close()
        return self._done

    def _close(self) -> None:
        out, come = "".join(self._out), "".join(self._in)
        self._out, self._in = [], []
        blank = 0
        while blank < min(len(out), len(come)) and out[blank] == come[blank] and out[blank].isspace():
            blank += 1
        self._same(out[:blank])
        if out[blank:]:
            self._done.append((OUT, out[blank:]))
        if come[blank:]:
            self._done.append((IN, come[blank:]))

    def _same(self, text: str) -> None:
        if text and self._done and self._done[-1][0] == SAME:
            self._done[-1] = (SAME, self._done[-1][1] + text)
        elif text:
            self._done.append((SAME, text))


def _compare(old: str, new: str, pen: _Pen) -> None:
    words_old, words_new = _WORD.findall(old), _WORD.findall(new)
    i = j = 0
    for x, y in [*_aligned(words_old, words_new), (len(words_old), len(words_new))]:
        _rewrite(words_old[i:x], words_new[j:y], pen)
        if x < len(words_old):
            _equal(words_old[x], words_new[y], pen)
        i, j = x + 1, y + 1
    _either(old[len(old.rstrip()) :], new[len(new.rstrip()) :], pen)


def _aligned(words_old: list[str], words_new: list[str]) -> Matches:
    """The words that stay: whole sentences first where that costs no word, else as many words as can stay."""
    a, b = [word.lstrip() for word in words_old], [word.lstrip() for word in words_new]
    breaks_a, breaks_b = _breaks(words_old), _breaks(words_new)
    matches = common(a, b)
    by_sentence = _sentences_first(a, b, breaks_a, breaks_b)
    if len(by_sentence) == len(matches):
        matches = by_sentence
    _slide(a, matches, breaks_a)
    mirrored = [(j, i) for i, j in matches]
    _slide(b, mirrored, breaks_b)
    return [(i, j) for j, i in mirrored]


def _breaks(words: list[str]) -> list[int]:
    """For each place between words how good a place it is to begin or end: 2 where a sentence or row begins, 1 after a
    comma, else 0. A word here has the white space before it.
    """
    breaks = [2]
    for word, after in zip(words, words[1:], strict=False):
        sentence = "\n" in after[: len(after) - len(after.lstrip())] or _SENTENCE_END.search(word)
        breaks.append(2 if sentence else int(word.endswith(",")))
    return [*breaks, 2] if words else breaks


def _sentences_first(a: list[str], b: list[str], breaks_a: list[int], breaks_b: list[int]) -> Matches:
    """Sentences that stay as they are, and between them the words that stay."""
    starts_a = [place for place, rank in enumerate(breaks_a) if rank == 2]
    starts_b = [place for place, rank in enumerate(breaks_b) if rank == 2]
    sentences_a = [" ".join(a[x:y]) for x, y in zip(starts_a, starts_a[1:], strict=False)]
    sentences_b = [" ".join(b[x:y]) for x, y in zip(starts_b, starts_b[1:], strict=False)]
    kept: Matches = []
    i = j = 0
    for x, y in [*common(sentences_a, sentences_b), (len(sentences_a), len(sentences_b))]:
        left, right = starts_a[i], starts_b[j]
        kept += [(left + k, right + m) for k, m in common(a[left : starts_a[x]], b[right : starts_b[y]])]
        if x < len(sentences_a):
            kept += [(starts_a[x] + k, starts_b[y] + k) for k in range(starts_a[x + 1] - starts_a[x])]
        i, j = x + 1, y + 1
    return kept


def _slide(a: list[str], matches: Matches, breaks: list[int]) -> None:
    """Moves each passage that only went from ``a`` to where a reader expects it; as many words stay.

    'x [a b c. a b] d' is the same change as 'x a b [c. a b] d'. Best is a whole sentence, then beside another change,
    then where phrases begin and end, then as early as can be.
    """
    for k in range(len(matches) + 1):
        i, j = matches[k - 1] if k else (-1, -1)
        end, after = matches[k] if k < len(matches) else (len(a), j + 1)
        if end <= i + 1 or after != j + 1:
            continue
        start, length = i + 1, end - i - 1
        left = right = 0
        while k - left > 0 and matches[k - left - 1] == (i - left, j - left) and a[i - left] == a[end - 1 - left]:
            left += 1
        while k + right < len(matches) and matches[k + right] == (end + right, after + right):
            if a[start + right] != a[end + right]:
                break
            right += 1

        def rank(step: int) -> tuple[bool, bool, int, int]:
            edges = breaks[start + step] + breaks[end + step]
            joins = (step == -left and _is_gap(matches, k - left, start - left, j + 1 - left)) or (
                step == right and _is_gap(matches, k + right + 1, end + right, j + 1 + right)
            )
            return edges == 4, joins, edges, -step

        best = max(range(-left, right + 1), key=rank)
        for step in range(best, 0):
            matches[k + step] = (matches[k + step][0] + length, matches[k + step][1])
        for step in range(best):
            matches[k + step] = (matches[k + step][0] - length, matches[k + step][1])


def _rewrite(old: list[str], new: list[str], pen: _Pen) -> None:
    """Words that went and words that came between two that stayed. Where only punctuation changed, the word stays."""
    if old and new:
        finer = _Pen()
        _by_parts([_parts(word) for word in old], [_parts(word) for word in new], finer)
        edits = finer.edits()
        if cost(edits) <= len(old) + len(new):
            for op, text in edits:
                pen.write(op, text)
            return
    pen.write(OUT, "".join(old))
    pen.write(IN, "".join(new))


def _parts(word: str) -> tuple[str, str, str]:
    """What opens the word (white space too), its core and what closes it."""
    match = _PARTS.fullmatch(word)
    return (match[1], match[2] or "", match[3]) if match else (word, "", "")


def _by_parts(old: list[tuple[str, str, str]], new: list[tuple[str, str, str]], pen: _Pen) -> None:
    i = j = 0
    for x, y in [*common([core for _, core, _ in old], [core for _, core, _ in new]), (len(old), len(new))]:
        pass
