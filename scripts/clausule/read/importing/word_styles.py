"""What the styles of a Word file make of a paragraph: heading or not, its numbering, its indentation, bold, hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

from clausule.read.importing.document import Role
from clausule.read.importing.raw_lines import LONGEST
from clausule.read.importing.word_parts import plain_words
from clausule.read.importing.word_seen import is_on, oddity, paper_of

# Word writes the names of its own styles in English, whatever language it speaks (17.7.4.9).
_HEADING = re.compile(r"heading\s*(\d)", re.I)
_TITLE = "title"
_CONTINUE = re.compile(r"list continue\b", re.I)
_CONTENTS = re.compile(r"toc\s*(?:\d|heading)", re.I)
# Lists of definitions, by the names that pandoc gives to them, and Clausule.
_ROLES: dict[str, Role] = {"definition term": "term", "definition": "meaning"}
_NO_LIST = "0"
_DEEPEST = 30
_LOWEST = 10  # below all levels of headings
_SENTENCE = (".", ";")  # a title of a part of an annex may end with a colon


@dataclass(frozen=True, slots=True)
class Look:
    """Of a paragraph: the level of its heading (0: none), its numbering and level there (None: that of its style), its
    indentation in twentieths of a point (``own_indent``: that which it has of itself), whether its words are bold,
    whether it is of a table of contents, what it is in a list of definitions, whether it is hidden, and whether it goes
    on in the item above it; ``runs`` are the properties that its words take from its style, ``paper`` the colour behind
    it."""

    style: str
    level: int
    numbering: str
    at: int | None
    indent: int | None
    own_indent: int | None
    bold: bool
    is_contents: bool
    role: Role
    hidden: bool
    goes_on: bool
    runs: tuple[Element | None, ...]
    paper: str


@dataclass(frozen=True, slots=True)
class RunLook:
    """``odd`` says how words look that a reader does not see as they are; else it is empty."""

    bold: bool
    hidden: bool
    odd: str


class Styles:
    """The styles of a document, each with what it takes from the one that it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        self._defaults = root.find("w_docDefaults/w_rPrDefault/w_rPr") if root is not None else None
        for style in root.iter("w_style") if root is not None else ():
            name = style.get("w_styleId", "")
            self._styles[name] = style
            if style.get("w_type") == "paragraph" and style.get("w_default") in ("1", "true", "on"):
                self._default = name
        self._chain = cache(self._chain_of)

    def _chain_of(self, name: str) -> tuple[Element, ...]:
        """The style and those that it is based on, the nearest first."""
        found: list[Element] = []
        while name in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[name])
            based = found[-1].find("w_basedOn")
            name = based.get("w_val", "") if based is not None else ""
        return tuple(found)

    def look(self, properties: Element | None) -> Look:
        """How a paragraph with these direct properties looks."""
        named = properties.find("w_pStyle") if properties is not None else None
        name = named.get("w_val", "") if named is not None else self._default
        chain = self._chain(name)
        places = [*([properties] if properties is not None else []), *(one.find("w_pPr") for one in chain)]
        found = [one for one in places if one is not None]
        numbering, at = self._numbering(found)
        outline = _first(found, "w_outlineLvl")
        names = [one.find("w_name") for one in chain]
        called = [one.get("w_val", "") for one in names if one is not None]
        level = int(outline) + 1 if outline and outline.isdigit() and int(outline) < 9 else 0
        if not level:
            levels = [match[1] for one in called if (match := _HEADING.match(one))]
            level = int(levels[0]) if levels else int(any(one.lower() == _TITLE for one in called))
        runs = (*(one.find("w_rPr") for one in chain), self._defaults)
        return Look(
            style=name,
            level=level,
            numbering=numbering,
            at=at,
            indent=_indent(found),
            own_indent=_indent(found[:1]) if properties is not None else None,
            bold=is_on([one.find("w_rPr") for one in chain], "w_b"),
            is_contents=any(_CONTENTS.match(one) for one in called),
            hidden=is_on(runs, "w_vanish"),
            role=_ROLES.get(called[0].lower(), "") if called else "",
            goes_on=any(_CONTINUE.match(one) for one in called),
            runs=runs,
            paper=next((paper for one in found if (paper := paper_of(one.find("w_shd")))), ""),
        )

    def run(self, properties: Element | None, bold: bool, around: Look | None, paper: str) -> RunLook:
        """How words look that have these direct properties, in a paragraph that looks like ``around`` and whose words
        are ``bold``, or not, on ``paper``."""
        named = properties.find("w_rStyle") if properties is not None else None
        chain = self._chain(named.get("w_val", "")) if named is not None else ()
        places = [properties, *(one.find("w_rPr") for one in chain)]
        odd = oddity([*places, *(around.runs if around else ())], (around and around.paper) or paper)
        return RunLook(is_on(places, "w_b", bold), is_on(places, "w_vanish", around is not None and around.hidden), odd)

    @staticmethod
    def _numbering(found: list[Element]) -> tuple[str, int | None]:
        number, at = "", None
        for place in found:
            properties = place.find("w_numPr")
            if properties is None:
                continue
            level, name = properties.find("w_ilvl"), properties.find("w_numId")
            if at is None and level is not None and level.get("w_val", "").isdigit():
                at = int(level.get("w_val", "0"))
            if name is not None:
                number = name.get("w_val", "")
                break
        return ("", None) if number == _NO_LIST else (number, at)


def level_of_prose(body: Element, styles: Styles) -> int:
    """The highest level of headings below the first of which half or more of those with numbers are sentences: a style
    of headings counts the clauses, and is no more than how they are numbered. What is below it is so too."""
    found: dict[int, list[bool]] = {}
    for paragraph in body.iter("w_p"):
        look = styles.look(paragraph.find("w_pPr"))
        words = plain_words(paragraph).strip() if look.level > 1 and look.numbering else ""
        if words:
            found.setdefault(look.level, []).append(words.endswith(_SENTENCE) or len(words) > LONGEST)
    return min((level for level, sentences in found.items() if 2 * sum(sentences) >= len(sentences)), default=_LOWEST)


def _indent(places: list[Element]) -> int | None:
    for place in places:
        if (indent := place.find("w_ind")) is not None:
            words = indent.get("w_left") or indent.get("w_start") or ""
            if words.lstrip("-").isdigit():
                return int(words)
    return None


def _first(places: list[Element], name: str) -> str:
    for place in places:
        if (found := place.find(name)) is not None:
            return found.get("w_val", "")
    return ""
