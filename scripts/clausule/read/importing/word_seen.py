"""What a reader sees of a Word file: words of which colour, size or a line through them takes away what they say,
and what it shows that is no word of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from clausule.read.importing.document import BOUND, STRUCK, UNSEEN, Doubt
from clausule.read.importing.word_parts import picture, plain_words

PICTURE = "a picture or a box"
PICTURES = ("w_drawing", "w_pict", "w_object", "w_contentPart")
_WHITE, _BLACK = "FFFFFF", "000000"
_UNKNOWN = "unknown"  # a colour that only a theme or a style of tables says
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_LEAST_CONTRAST = 1.5  # 1 is the same colour; words that are to be read have 4.5 (WCAG 2.2, 1.4.3)
# Half points, per cent, and twentieths of a point (17.3.2): below these nobody reads words.
_LEAST = {"w_sz": 8, "w_w": 30, "w_spacing": -60}
_HIGHEST = 72  # half points above or below the line
_HIGHLIGHTS = {
    **{"black": _BLACK, "white": _WHITE, "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "red": "FF0000"},
    **{"magenta": "FF00FF", "blue": "0000FF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000"},
    **{"darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080"},
    "lightGray": "C0C0C0",
}
# What stands among words and shows nothing of itself: marks of where something begins and ends, and how things look.
_QUIET = re.compile(
    r"w_(?:\w+(?:Start|End|Pr|Grid|Ref)|tblPrEx|proofErr|permStart|permEnd|lastRenderedPageBreak|softHyphen|separator"
    r"|continuationSeparator|delInstrText|p|tbl|tr|tc)"
)


def left_out(element: Element, number: int) -> tuple[str, str]:
    """What an element is that no reader of words reads, and its words or its name; ``number`` is that of its block. The
    words are empty where it shows nothing. One of Word's own that nobody knows may show anything."""
    if element.tag in PICTURES:
        return PICTURE, plain_words(element).strip() or f"paragraph {number}: {picture(element)}".rstrip(": ")
    quiet = _QUIET.fullmatch(element.tag)
    shown = "" if quiet else " ".join("".join(element.itertext()).split())
    named = element.tag.startswith("w_") and not quiet
    return "what is not read", shown or (element.tag.removeprefix("w_") if named else "")


def control_doubts(control: Element, number: int) -> Iterator[Doubt]:
    """What is not certain of the words in a control of the block with this number."""
    inner, about = control.find("w_sdtContent"), control.find("w_sdtPr")
    words = plain_words(inner).strip() if inner is not None else ""
    if not words or about is None:
        return
    if about.find("w_showingPlcHdr") is not None:
        yield Doubt(number, f"a place to fill in that nobody filled in: {words}")
    if about.find("w_dataBinding") is not None:
        yield Doubt(number, words, BOUND)


def oddity(places: Sequence[Element | None], paper: str) -> str:
    """How words with these properties, of which the first that says something counts, look on ``paper`` (a colour,
    empty: white): ``STRUCK``, ``UNSEEN``, or as words do."""
    if is_on(places, "w_strike") or is_on(places, "w_dstrike"):
        return STRUCK
    numbers = {name: _number(places, name) for name in (*_LEAST, "w_position")}
    small = any((value := numbers[name]) is not None and value < least for name, least in _LEAST.items())
    far = abs(numbers["w_position"] or 0) > _HIGHEST
    return UNSEEN if small or far or _is_faint(places, paper) else ""


def paper_of(shading: Element | None) -> str:
    """The colour of what lies behind words; empty where nothing does."""
    if shading is None:
        return ""
    if shading.get("w_themeFill") or shading.get("w_val", "clear") != "clear":
        return _UNKNOWN
    fill = shading.get("w_fill", "auto")
    return fill if _HEX.fullmatch(fill) else ""


def is_on(places: Sequence[Element | None], name: str, otherwise: bool = False) -> bool:
    """A property that is on or off, from the nearest place that says it (17.7.3)."""
    found = _first(places, name)
    return otherwise if found is None else found.get("w_val", "1") not in ("0", "false", "off")


def _first(places: Sequence[Element | None], name: str) -> Element | None:
    return next((found for one in places if one is not None and (found := one.find(name)) is not None), None)


def _number(places: Sequence[Element | None], name: str) -> int | None:
    found = _first(places, name)
    value = found.get("w_val", "").rstrip("%") if found is not None else ""
    return int(value) if re.fullmatch(r"-?\d{1,6}", value) else None


def _is_faint(places: Sequence[Element | None], paper: str) -> bool:
    """Whether words have nearly the colour of what lies behind them."""
    own = _first(places, "w_color")
    if own is None:
        return False
    theme, ink = own.get("w_themeColor", ""), own.get("w_val", "auto")
    ink = _WHITE if theme in ("background1", "light1") else ink
    marked = _first(places, "w_highlight")
    behind = _HIGHLIGHTS.get(marked.get("w_val", ""), "") if marked is not None else ""
    behind = behind or paper_of(_first(places, "w_shd")) or paper or _WHITE
    if not _HEX.fullmatch(ink) or behind == _UNKNOWN:  # a program chooses what can be seen
        return False
    dark, light = sorted((_luminance(ink), _luminance(behind)))
    return (light + 0.05) / (dark + 0.05) < _LEAST_CONTRAST


def _luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
