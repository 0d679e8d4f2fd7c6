"""The mark with which a line begins: that of an item, the number of a clause; and which mark follows which."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausule.language.protocol import Grammar
from clausule.model.repeated import once_a_text
from clausule.read.source import Line

_LABEL = r"(?:[ivxl]{1,7}|[IVXL]{1,7}|[a-zA-Z]{1,2}|\d{1,3}[a-z]?)"
_ITEM = re.compile(rf"(?P<indent>[ \t]*)(?P<mark>[-*+•]|\({_LABEL}\)|{_LABEL}(?:\.\)|[.)])|\d{{1,2}}[º°])(?:\s+|$)")
_TENS = ("", "x", "xx", "xxx", "xl", "l")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMANS = {tens + ones: 10 * i + j for i, tens in enumerate(_TENS) for j, ones in enumerate(_ONES) if tens + ones}
_FROM = {number: label for label, number in _ROMANS.items()}

_SUFFIX = r"(?:bis|ter|quater|quinquies|[a-z])?"
_CLAUSE = re.compile(
    rf"[ ]{{0,3}}(?P<number>\d{{1,3}}(?:{_SUFFIX}|[A-Z](?=\\?\.\d))(?:\\?\.\d{{1,3}}[a-z]?)+)(?P<point>\.?)"
    r"(?:\s+|$|(?<=\.)(?=[^\W\d_a-zß-ÿ]|[“\"‘(]))"
)
_PADDED = re.compile(r"[1-9]\d?\.0[1-9]")
_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])[^*_]{1,120}(?<=[^\s*_.])\1")
_ENDED = re.compile(r"[.;:!?…][”\"’')\]]?(?:\[\^[^\[\]]{1,40}\])?[ ]*\\?$")


@dataclass(frozen=True, slots=True)
class ItemMark:
    """``(ii)`` at the begin of an item. ``style`` is what marks of one list have in common, ``end`` where the words
    begin."""

    indent: int
    mark: str
    label: str
    style: str
    end: int

    @property
    def is_bullet(self) -> bool:
        return not self.label

    @property
    def is_first(self) -> bool:
        """Whether a list can begin with it."""
        return self.label in ("", "a", "1", "i")

    @property
    def is_capital(self) -> bool:
        """Whether it can be the initial of a name."""
        return self.style.startswith("A")

    def follows(self, other: ItemMark) -> bool:
        """Whether it is the next mark of the list in which ``other`` is the last."""
        return self.style == other.style and (self.is_bullet or self.label in next_labels(other.label))


@dataclass(frozen=True, slots=True)
class ClauseMark:
    """``7.2`` at the begin of a clause, with a closing point in ``mark`` if the author wrote one."""

    number: str
    mark: str
    end: int


def item_mark(text: str) -> ItemMark | None:
    """The mark of an item with which ``text`` begins; a word with a point (``is.``, ``op.``) is none."""
    match = _ITEM.match(text)
    if not match:
        return None
    mark = match["mark"]
    label = mark.strip("().-*+•º°")
    low = label.lower()
    if label.isalpha() and len(set(low)) > 1 and low not in _ROMANS:
        return None
    kind = "1" if label[:1].isdigit() else "A" if label.isupper() else "a"
    return ItemMark(
        indent=width(match["indent"]),
        mark=mark if label else "-",
        label=low,
        style=mark.replace(label, kind) if label else "-",
        end=match.end(),
    )


def next_labels(label: str) -> frozenset[str]:
    """What can come behind ``label``: behind ``h`` an ``i``, behind ``7`` an ``8`` or ``7a``, behind ``07`` ``08``."""
    if label[:1].isdigit():
        digits = label.rstrip("abcdefghijklmnopqrstuvwxyz")
        suffix = label[len(digits) :]
        return frozenset({str(int(digits) + 1).zfill(len(digits)), digits + (_after(suffix) if suffix else "a")})
    found = {_after(label)}
    if label in _ROMANS:
        found.add(_FROM.get(_ROMANS[label] + 1, ""))
    return frozenset(found)


def _after(letters: str) -> str:
    """``b`` behind ``a``, ``aa`` behind ``z``."""
    return "a" * (len(letters) + 1) if letters[:1] == "z" else chr(ord(letters[:1]) + 1) * len(letters)


def clause_mark(text: str, grammar: Grammar) -> ClauseMark | None:
    """The number of a clause with which ``text`` begins; an amount, a date or a decimal (``10.000 euro``) is none."""
    mark = _clause_mark(text)
    return None if mark is None or grammar.QUANTITY.match(text, mark.end) else mark


@once_a_text
def _clause_mark(text: str) -> ClauseMark | None:
    match = _CLAUSE.match(text)
    if not match:
        return None
    number = match["number"].replace("\\", "")
    if any(len(part) > 1 and part.startswith("0") for part in number.split(".")) and not is_padded(number):
        return None
    if len(number.rpartition(".")[2]) == 3:
        return None
    return ClauseMark(number.lower(), number + match["point"], match.end())  # '1A.1' is of article 1a


def is_padded(number: str) -> bool:
    """Whether ``number`` is written as ``1.01``, with two digits for the first nine clauses of an article."""
    return bool(_PADDED.fullmatch(number))


def clause_follows(number: str, last: str) -> bool:
    """Whether ``number`` can be the next clause behind ``last`` (empty when there was none): its sister, its first
    child, or the next of one that holds it."""
    if not last:
        return number.rpartition(".")[2] in ("1", "01")
    if number == f"{last}.1":
        return True
    parts = last.split(".")
    return any(
        number == ".".join((*parts[:depth], after))
        for depth in range(1, len(parts))
        for after in next_labels(parts[depth])
    )


def is_bold(text: str) -> bool:
    """Whether ``text`` is in bold from begin to end, and no sentence: a sub-heading."""
    return bool(_BOLD.fullmatch(text.strip()))


def has_ended(line: Line) -> bool:
    """Whether a sentence or an item can end with ``line``."""
    return bool(_ENDED.search(line.text.rstrip()))


def width(indent: str) -> int:
    """Columns of white space at the begin of a line; a tab counts for four."""
    return len(indent.expandtabs(4))
