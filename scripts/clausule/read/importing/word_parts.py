"""What the smaller parts of a Word file say: words without their looks, formulas, signs, pictures; the cells of a
table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from clausule.read.importing.document import Run, is_bold, words_of
from clausule.read.importing.package import RELATIONS
from clausule.read.importing.raw_lines import LONGEST

_MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
NAMES = {
    **dict.fromkeys(_MAIN, "w"),
    RELATIONS: "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "urn:schemas-microsoft-com:vml": "v",
    "http://schemas.openxmlformats.org/package/2006/content-types": "t",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "o",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "p",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes": "v",
}
# What only holds rows or cells (ECMA-376 part 1, 17.5 and 17.13.5).
_HOLDERS = frozenset({"w_sdt", "w_sdtContent", "w_customXml", "w_smartTag", "w_ins", "w_moveTo"})
# Signs of Wingdings that forms use.
_SIGNS = {"F0A8": "☐", "F06F": "☐", "F0FE": "☒", "F0FC": "✓", "F0B7": "•", "F0A7": "▪"}
# What stands between the parts of a formula that Word sets above or beside each other (22.1.2).
_BETWEEN = {"m_f": "/", "m_sSup": "^", "m_sSub": "_", "m_rad": "√"}


def plain_words(element: Element) -> str:
    """The words in ``element``, whatever they look like; a space where a paragraph, a tab or a line begins."""
    pieces = []
    for one in element.iter():
        if one.tag in ("w_t", "m_t"):
            pieces.append(one.text or "")
        elif one.tag in ("w_p", "w_tab", "w_br"):
            pieces.append(" ")
    return "".join(pieces)


def holds_words(change: Element) -> bool:
    """Whether a tracked change holds anything: programs leave empty ones behind."""
    return any(one.tag in ("w_r", "m_r") and any(inner.tag != "w_rPr" for inner in one) for one in change.iter())


def formula(element: Element) -> str:
    """The signs of a formula in a row: ``a/b`` for what stands above each other."""
    if element.tag == "m_t":
        return element.text or ""
    return _BETWEEN.get(element.tag, "").join(filter(None, map(formula, element)))


def symbol(element: Element) -> str:
    """A sign of a font of signs; one that nobody knows is shown as that."""
    return _SIGNS.get(element.get("w_char", "").upper(), "\ufffd")


def picture(element: Element) -> str:
    """What a picture is called: its description, else its title or name; of drawn letters the words. Empty where nobody
    gave one."""
    for one in element.iter():
        names = (one.get("string"), one.get("descr"), one.get("title"), one.get("o_title"), one.get("name"))
        if one.tag in ("docPr", "v_imagedata", "v_textpath") and (name := next(filter(None, names), "")):
            return name
    return ""


def is_heading(runs: Sequence[Run]) -> bool:
    """Whether a paragraph with a number is a heading, though its style does not say so: short, bold and no sentence."""
    words = words_of(runs).strip()
    ends = words.endswith((".", ";", ":", ","))
    return is_bold(runs) and 0 < len(words) <= LONGEST and not ends and "\n" not in words


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table itself, and none of one that stands in a cell."""
    yield from _own(table, "w_tr")


def cells_of(row: Element) -> Iterator[tuple[Element | None, int]]:
    """The cells of a row, each with the columns that it takes; None where the row begins or ends with empty ones."""
    before, after = (_number(row.find(f"w_trPr/w_grid{side}")) for side in ("Before", "After"))
    yield from [(None, 1)] * before
    for cell in _own(row, "w_tc"):
        yield cell, max(_number(cell.find("w_tcPr/w_gridSpan")), 1)
    yield from [(None, 1)] * after


def _own(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _HOLDERS:
            yield from _own(child, tag)


def _number(element: Element | None) -> int:
    words = element.get("w_val", "") if element is not None else ""
    return min(int(words), 63) if words.isdigit() else 0  # the most columns that Word makes
