"""What the reader must know of Dutch: how headings, definitions, choices and blanks are written."""

from __future__ import annotations

import re
import unicodedata

ARTICLE_HEADING = re.compile(r"(?:artikel\s+)?(?P<number>\d+[a-z]?)\b\s*[.:]?\s*(?:[-–—]\s+)?(?P<title>.*)", re.I | re.S)
ANNEX_HEADING = re.compile(
    r"(?:bijlage|annex)\s+(?P<number>\d+|[ivxlc]+|[a-z])\b\s*[.:]?\s*(?:[-–—]\s+)?(?P<title>.*)", re.I | re.S
)
SECTION_HEADING = re.compile(r"(?P<label>[A-Z]|\d{1,2}|[IVX]{1,4})(?:[.)]\s+|\s+)(?P<title>\S.*)", re.S)

ARTICLE_FILE = re.compile(r"artikel-(\d+[a-z]?)\.md")
ANNEX_FILE = re.compile(r"bijlage-([0-9a-z]+)\.md")
ARTICLE, ANNEX, TERM, CLOSING = "artikel", "bijlage", "begrip", "ondertekening"

# A clause that announces that it defines: its items 'a. Term: text' are definitions.
DEFINING = re.compile(r"\b(?:begrip(?:pen)?|definities?|betekenis|verstaan|termen)\b", re.I)
# In small letters one of these is in every text that DEFINING finds something in; looking for them is much quicker.
DEFINING_CORES = ("begrip", "definitie", "betekenis", "verstaan", "termen")
ITEM_DEFINITION = re.compile(r"(?P<term>[A-Z“\"‘'][^:;.]{0,80}?)\s*:\s+(?P<text>\S.*)", re.S)

OPENING_QUOTES = "“\"‘'„"
_QUOTED = rf"[{OPENING_QUOTES}]" + r"(?:(?:de|het|een)\s)?(?P<{0}>[^“”\"‘’'„\n]{{1,80}})[”\"’'“]"
DEFINED_BY_NAME = re.compile(
    r"\b(?:hierna|verder|afzonderlijk|individueel)\b[^.;“\"‘'„]{0,60}?"
    + _QUOTED.format("named")
    + r"|\((?:(?:de|het|een)\s)?"
    + _QUOTED.format("short")
    + r"\)",
    re.I,
)

# 'JA / NEE' is a choice, a run of dots a blank. Capital letters tell a choice from 'en/of'.
CHOICE = re.compile(r"\b[A-Z]{2,}(?:[ \t]*/[ \t]*[A-Z]{2,})+\b")
BLANK = re.compile(r"(?<![.…])[.…]*(?:…{2}|\.{5}|…\.|_{4})[.…_]*")


# 'Artikel 7 van het bestelformulier', 'bijlage 1 bij de hoofdovereenkomst': of another document than this one.
OF_ANOTHER = re.compile(r"\s(?:van|bij|uit)\s(?:de|het|een|onze|haar|zijn)\s([\w-]+)")
OF_THIS = frozenset({"overeenkomst", "verwerkersovereenkomst"})


def annex_digits(number: str) -> str:
    """The number of an annex in ASCII digits or a small letter: ``II`` gives ``2``, ``B`` gives ``b``."""
    lowered = number.lower()
    if lowered.isdigit():
        return str(int(lowered))
    if not set(lowered) <= set("ivxlc") or lowered in {"l", "c"}:
        return lowered
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in lowered]
    total = sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
    return str(total)


def slug(words: str) -> str:
    """An ASCII name for an address: small letters, digits and hyphens; never empty (``x``)."""
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x"


def source_id(target: str) -> str:
    """The id that a link to a file or a place of the edition means: ``artikel-07.md``, ``bijlage-ii/#bijlage-2-a``."""
    file, _, anchor = target.partition("#")
    kind, _, number = file.removesuffix("/").removesuffix(".md").rpartition("-")
    return anchor or (f"{kind}-{annex_digits(number)}" if kind == ANNEX else f"{kind}-{number.lstrip('0')}" if kind else number)
