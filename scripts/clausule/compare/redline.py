"""Two texts to one redline: the fewest words deleted and inserted, put where a reader expects them; where hardly a word
of a sentence stayed, the old sentence and the new one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter

from clausule.compare.comparable import looks
from clausule.compare.lcs import Matches, common, rising
from clausule.compare.lines import pair_lines
from clausule.language.language import Language
from clausule.model.repeated import once_a_text

Edit = tuple[str, str]
SAME, OUT, IN = "=", "-", "+"

# Two sentences that have fewer of their words in common are two sentences, unless one holds nearly all of the other.
_LIKE, _HOLDS, _FEW = 0.4, 0.6, 3
_LIKE_WITHIN, _SHORT = 0.2, 10  # in texts that are alike; a shorter sentence stays there

_WORD = re.compile(r"\s*\S+")
_SENTENCE, _LINE = 2, 3  # how good a place is where one begins
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
    if len(cells_old) != len(cells_new):
        cells_old, cells_new = [old], [new]
    for index, (cell_old, cell_new) in enumerate(zip(cells_old, cells_new, strict=True)):
        if index:
            pen.write(SAME, "\t")
        _compare(cell_old, cell_new, pen)
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


def shown(edits: Iterable[Edit]) -> list[Edit]:
    """The redline as a reader sees it: white space that came or went by itself, or between signs, has no mark. It leads
    to the new text, and back to one that looks like the old."""
    found: list[Edit] = []
    for op, text in edits:
        if op == IN and found and found[-1][0] == OUT and _look_alike(found[-1][1], text):
            found.pop()
            op = SAME
        if op != SAME and text.isspace():
            op, text = SAME, text if op == IN else ""
        if found and found[-1][0] == op == SAME:
            found[-1] = SAME, found[-1][1] + text
        elif text:
            found.append((op, text))
    return found


def _look_alike(old: str, new: str) -> bool:
    return "".join(old.split()) == "".join(new.split()) and looks(old) == looks(new)  # the first is quick


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
    # White space at the end belongs to no word, and would be looked through again from each of its characters.
    bare_old, bare_new = old.rstrip(), new.rstrip()
    words_old, words_new = _WORD.findall(bare_old), _WORD.findall(bare_new)
    start = i = j = 0  # ``start`` is where in the old text the words that stay side by side begin
    for x, y in _aligned(old.split(), new.split(), _breaks(words_old), _breaks(words_new)):
        if (x, y) != (i, j):
            _keep(words_old[start:i], words_new[j - i + start : j], pen)
            _replace(words_old[i:x], words_new[j:y], pen)
            start = x
        i, j = x + 1, y + 1
    _keep(words_old[start:i], words_new[j - i + start : j], pen)
    _replace(words_old[i:], words_new[j:], pen)
    _either(old[len(bare_old) :], new[len(bare_new) :], pen)


def _aligned(a: list[str], b: list[str], breaks_a: list[int], breaks_b: list[int]) -> Matches:
    """The words that stay, each passage that went or came put where a reader expects it."""
    stay = _without_moved_lines if _LINE in breaks_a[1:-1] else _staying
    matches = _without_islands(stay(a, b, breaks_a, breaks_b), breaks_a, breaks_b)
    _slide(a, len(b), matches, breaks_a)
    mirrored = [(j, i) for i, j in matches]
    _slide(b, len(a), mirrored, breaks_b)
    return [(i, j) for j, i in mirrored]


def _without_moved_lines(a: list[str], b: list[str], breaks_a: list[int], breaks_b: list[int]) -> Matches:
    """As ``_staying``, but of a line that stands in another order now all words went, and came."""
    starts_a, starts_b = _starts(breaks_a, _LINE), _starts(breaks_b, _LINE)
    pairs = pair_lines(*([words[x:y] for x, y in pairwise(starts)] for words, starts in ((a, starts_a), (b, starts_b))))
    moved = set(pairs) - set(rising(pairs))
    if not moved:
        return _staying(a, b, breaks_a, breaks_b)
    sides = []
    for side, starts in enumerate((starts_a, starts_b)):
        elsewhere = {pair[side] for pair in moved}
        sides.append([at for n, span in enumerate(pairwise(starts)) if n not in elsewhere for at in range(*span)])
    (rest_a, rest_b), end = sides, [_LINE]
    found = _staying(
        [a[i] for i in rest_a],
        [b[j] for j in rest_b],
        [breaks_a[i] for i in rest_a] + end,
        [breaks_b[j] for j in rest_b] + end,
    )
    return [(rest_a[i], rest_b[j]) for i, j in found]


def _without_islands(matches: Matches, breaks_a: list[int], breaks_b: list[int]) -> Matches:
    """``matches`` without those of two sentences that have too little in common: fewer where the texts are alike, as
    there what stayed is mostly the same sentence."""
    least = _LIKE if 2 * len(matches) < _LIKE * (len(breaks_a) + len(breaks_b) - 2) else _LIKE_WITHIN
    other_words = min(len(breaks_a), len(breaks_b)) - 1 - len(matches)
    if least < _LIKE and other_words < (1 - _LIKE_WITHIN) * _SHORT:
        return matches  # too few words for a sentence that is another
    starts_a, starts_b = _starts(breaks_a, _SENTENCE), _starts(breaks_b, _SENTENCE)
    # Both sides rise, so the matches of two sentences stand side by side.
    cuts = {bisect_left(matches, (start, -1)) for start in starts_a}
    cuts |= {bisect_left(matches, start, key=itemgetter(1)) for start in starts_b}
    shared = [
        (first, end, bisect_right(starts_a, matches[first][0]), bisect_right(starts_b, matches[first][1]))
        for first, end in pairwise(sorted(cuts))
    ]
    kept_a, kept_b = Counter[int](), Counter[int]()
    for first, end, x, y in shared:
        kept_a[x] += end - first
        kept_b[y] += end - first

    def has_passage(first: int, end: int) -> bool:
        return any(
            matches[k + 2] == (i + 2, j + 2)
            for k, (i, j) in enumerate(matches[first : min(end, len(matches) - 2)], first)
        )

    def are_like(first: int, end: int, x: int, y: int) -> bool:
        count, one, other = end - first, starts_a[x] - starts_a[x - 1], starts_b[y] - starts_b[y - 1]
        return (
            kept_a[x] == one  # something only went or came
            or kept_b[y] == other
            or 2 * count >= least * (one + other)
            or (count >= _FEW and count >= _HOLDS * min(one, other))
            or (least < _LIKE and (min(one, other) < _SHORT or has_passage(first, end)))
        )

    return [match for one in shared if are_like(*one) for match in matches[one[0] : one[1]]]


def _breaks(words: list[str]) -> list[int]:
    """For each place between words how good a place it is to begin or end: where a line begins, a sentence, a phrase
    after a comma, or nothing. A word here has the white space before it.
    """
    breaks = [0] * (len(words) + 1)
    breaks[0] = breaks[-1] = _LINE
    for place, word in enumerate(words[:-1], 1):
        if not (end := word[-1]).isalnum():  # few words, and the questions take long
            sentence = end in _STOPS or (end in _CLOSES and word.rstrip(_CLOSES).endswith(_STOPS))
            breaks[place] = _SENTENCE if sentence else int(end == ",")
    if "\n" in "".join(words):
        for place, word in enumerate(words[1:], 1):
            if "\n" in word:
                breaks[place] = _LINE
    return breaks


def _starts(breaks: list[int], least: int) -> list[int]:
    return [place for place, rank in enumerate(breaks) if rank >= least]


def _staying(a: list[str], b: list[str], breaks_a: list[int], breaks_b: list[int]) -> Matches:
    """As many words as can stay; where that costs no word the sentences that stay as they are, and words between
    them."""
    starts_a, starts_b = _starts(breaks_a, _SENTENCE), _starts(breaks_b, _SENTENCE)
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
        ranks = {
            step: min(breaks[start + step], _SENTENCE) + min(breaks[end + step], _SENTENCE)
            for step in range(-left, right + 1)
        }
        best = max(ranks, key=lambda step: (ranks[step] == 2 * _SENTENCE, beside.get(step, False), ranks[step], -step))
        for step in range(best, 0):
            bounds[k + step] = (bounds[k + step][0] + length, bounds[k + step][1])
        for step in range(best):
            bounds[k + step] = (bounds[k + step][0] - length, bounds[k + step][1])
    matches[:] = bounds[1:-1]


def _keep(old: list[str], new: list[str], pen: _Pen) -> None:
    """Words that stay, though the white space before one may not."""
    if old == new:
        pen.write(SAME, "".join(old))
        return
    for one, other in zip(old, new, strict=True):
        bare = one.lstrip()
        _either(one[: -len(bare)], other[: -len(bare)], pen)
        pen.write(SAME, bare)


def _either(old: str, new: str, pen: _Pen) -> None:
    if old == new:
        pen.write(SAME, old)
    else:
        pen.write(OUT, old)
        pen.write(IN, new)


def _replace(old: list[str], new: list[str], pen: _Pen) -> None:
    """Words that went and words that came between two that stayed. Where only punctuation changed, the core stays,
    if they have enough of them in common."""
    if not old or not new:
        pen.write(OUT, "".join(old))
        pen.write(IN, "".join(new))
        return
    parts_old, parts_new = [_parts(word) for word in old], [_parts(word) for word in new]
    cores_old, cores_new = [core for _, core, _ in parts_old], [core for _, core, _ in parts_new]
    cores: Matches = []
    if not set(cores_old).isdisjoint(cores_new):
        if any("\n" in word for word in (*old, *new)):  # nothing stays from one line to another but what ended it
            same = cores_old[0] == cores_new[0] and "\n" not in old[0] + new[0]
            cores = [(0, 0)] if same else []
        else:
            cores = common(cores_old, cores_new)
    if len(cores) < min(_LIKE * (len(old) + len(new)) / 2, len(old), len(new)):
        _between("".join(old), "".join(new), pen)
        return
    finer = _Pen()
    out = come = ""
    i = j = 0
    for x, y in cores:
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


@once_a_text
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


def typeset_edits(language: Language, edits: Sequence[Edit]) -> list[Edit]:
    """The same redline of the same texts as they are shown; what stayed looks as it did."""
    typeset = language.typography.typeset
    old = typeset("".join(text for op, text in edits if op != IN))
    new = typeset("".join(text for op, text in edits if op != OUT))
    typed: list[Edit] = []
    at_old = at_new = 0
    for op, text in edits:
        typed.append((op, new[at_new : at_new + len(text)] if op == IN else old[at_old : at_old + len(text)]))
        at_old += len(text) if op != IN else 0
        at_new += len(text) if op != OUT else 0
    return typed
