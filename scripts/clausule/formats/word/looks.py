"""How a Word file looks: its styles, under the names that Word itself has for them (17.7.4.9)."""

from __future__ import annotations

from clausule.formats.word.xml import Xml, w

STEP = 567
"""A centimetre, in twentieths of a point: so much deeper hangs what lies in a clause, an item, an item in that."""

DEEPEST = 9
INK = "1F3A5F"
"""The colour of headings where a firm has none."""

_FONT = "Calibri"
_LISTS = (("ListNumber", "List Number"), ("ListBullet", "List Bullet"), ("ListContinue", "List Continue"))


def styles(locale: str, colour: str = "") -> Xml:
    """All styles. ``locale`` is the language in which Word checks spelling; ``colour`` such as ``#1F3A5F``."""
    ink = colour.lstrip("#").upper() or INK
    fonts = {key: _FONT for key in ("ascii", "hAnsi", "eastAsia", "cs")}
    defaults = w(
        "docDefaults",
        w(
            "rPrDefault",
            w(
                "rPr",
                w("rFonts", **fonts),
                w("sz", val=21),
                w("szCs", val=21),
                w("lang", val=locale, eastAsia=locale, bidi="ar-SA"),
            ),
        ),
        w("pPrDefault", w("pPr", w("spacing", after=120, line=276, lineRule="auto"))),
    )
    return w(
        "styles",
        defaults,
        _style("Normal", "Normal", default=True),
        _style("Title", "Title", [_spacing(0, 360)], [_bold(), _colour(ink), *_size(40)], follows="BodyText"),
        *(_heading(level, ink) for level in range(1, 7)),
        _style("BodyText", "Body Text"),
        *(_list(*names, depth) for names in _LISTS for depth in range(1, DEEPEST + 1)),
        _style("DefinitionTerm", "Definition Term", [w("keepNext"), _spacing(60, 0)], [_bold()], follows="Definition"),
        _style("Definition", "Definition", [w("ind", left=STEP)]),
        _style("TableText", "Table Text", [_spacing(40, 40)], _size(19)),
        _style("TableEnd", "Table End", [_spacing(0, 0, line=120)], _size(8)),
        _style("Header", "header", [_border("bottom", ink), _tabs()], [_colour("595959"), *_size(17)]),
        _style("Footer", "footer", [_border("top", ink), _tabs()], [_colour("595959"), *_size(17)]),
        _style("FootnoteText", "footnote text", [_spacing(0, 40)], _size(18)),
        _style("CommentText", "annotation text", [_spacing(0, 0)], _size(20)),
        _character("FootnoteReference", "footnote reference", [w("vertAlign", val="superscript")]),
        _character("CommentReference", "annotation reference", _size(16)),
        _character("Hyperlink", "Hyperlink", [_colour(ink), w("u", val="single")]),
        _tables(ink),
        xmlns_w="http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    )


def _heading(level: int, ink: str) -> Xml:
    before, size = {1: (360, 28), 2: (240, 24)}.get(level, (200, 22))
    properties = [w("keepNext"), w("keepLines"), _spacing(before, 120), w("outlineLvl", val=level - 1)]
    return _style(
        f"Heading{level}", f"heading {level}", properties, [_bold(), _colour(ink), *_size(size)], follows="BodyText"
    )


def _list(identity: str, name: str, depth: int) -> Xml:
    more = "" if depth == 1 else str(depth)
    place = w("ind", left=STEP * depth, hanging=0 if identity == "ListContinue" else STEP)
    return _style(f"{identity}{more}", f"{name} {more}".strip(), [place])


def _style(
    identity: str,
    name: str,
    paragraph: list[Xml] | None = None,
    run: list[Xml] | None = None,
    *,
    follows: str = "",
    default: bool = False,
) -> Xml:
    return w(
        "style",
        w("name", val=name),
        *([] if default else [w("basedOn", val="Normal")]),
        *([w("next", val=follows)] if follows else []),
        w("qFormat"),
        *([w("pPr", *paragraph)] if paragraph else []),
        *([w("rPr", *run)] if run else []),
        type="paragraph",
        default=int(default),
        styleId=identity,
    )


def _character(identity: str, name: str, run: list[Xml]) -> Xml:
    return w("style", w("name", val=name), w("rPr", *run), type="character", styleId=identity)


def _tables(ink: str) -> Xml:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(side, val="single", sz=4, space=0, color="A6A6A6") for side in sides))
    margins = w("tblCellMar", *(w(side, w=100, type="dxa") for side in ("left", "right")))
    head = w("tblStylePr", w("rPr", _bold(), _colour(ink)), w("tcPr", _shade()), type="firstRow")
    return w(
        "style",
        w("name", val="Table Grid"),
        w("tblPr", borders, margins),
        head,
        type="table",
        styleId="TableGrid",
    )


def _shade() -> Xml:
    return w("shd", val="clear", color="auto", fill="F2F2F2")


def _spacing(before: int, after: int, line: int = 0) -> Xml:
    if line:
        return w("spacing", before=before, after=after, line=line, lineRule="exact")
    return w("spacing", before=before, after=after)


def _border(side: str, ink: str) -> Xml:
    return w("pBdr", w(side, val="single", sz=4, space=4, color=ink))


def _tabs() -> Xml:
    return w("tabs", w("tab", val="right", pos=9070))


def _bold() -> Xml:
    return w("b")


def _colour(colour: str) -> Xml:
    return w("color", val=colour)


def _size(half_points: int) -> list[Xml]:
    return [w("sz", val=half_points), w("szCs", val=half_points)]


def section(head: str, foot: str) -> Xml:
    """A4, with a running head and foot by the ids of their relations."""
    return w(
        "sectPr",
        w("headerReference", type="default", r_id=head),
        w("footerReference", type="default", r_id=foot),
        w("pgSz", w=11906, h=16838),
        w("pgMar", top=1701, right=1418, bottom=1418, left=1418, header=709, footer=624, gutter=0),
    )
