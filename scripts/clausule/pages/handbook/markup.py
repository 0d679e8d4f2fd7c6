"""The Markdown of the handbook as HTML: headings, paragraphs, lists, tables, code, pictures. It is ours and small, and
all of it is escaped; whatever is not in it stands on the page as it is written, where the author sees it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from clausule.pages.kit.html import NEWLINE, element, escape, joined, lines
from clausule.read.handbook import ANCHOR

_INLINE = re.compile(
    r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|(?P<image>!?)\[(?P<words>[^\]]*)\]\((?P<to>[^)\s]+)\)"
)
_ITEM = re.compile(r"(?:-|(?P<number>\d+)\.) (?P<words>.*)")
_OPTION = re.compile(r"(?<!\S)(--[a-z][a-z-]*)")
_FENCE = "```"
_RUN = "$ "
CONSOLE = "console"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page stands in: where a link or a picture leads from it, and the parts that are made (``:: settings``)."""

    link: Callable[[str], str]
    picture: Callable[[str], Mapping[str, str]]
    made: Mapping[str, Callable[[], str]]


def html_of(text: str, setting: Setting) -> str:
    """``text`` as HTML."""
    return lines(*(_block(rows, setting) for rows in blocks(text)))


def blocks(text: str) -> Iterator[list[str]]:
    """The lines of each block: they are parted by blank lines, but code goes on to the end of its fence."""
    rows: list[str] = []
    fenced = False
    for line in text.splitlines():
        if line.startswith(_FENCE):
            if not fenced and rows:
                yield rows
                rows = []
            fenced = not fenced
            rows.append(line)
            if not fenced:
                yield rows
                rows = []
        elif line.strip() or fenced:
            rows.append(line)
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _block(rows: list[str], setting: Setting) -> str:
    first = rows[0]
    if first.startswith(_FENCE):
        name = first.removeprefix(_FENCE)
        caption = element("p", element("code", name), class_="file") if "/" in name else ""
        return lines(caption, _code(rows[1:-1], console=name == CONSOLE))
    if found := ANCHOR.match(first):
        level = f"h{len(first) - len(first.lstrip('#'))}"
        return lines(element(level, inline(found["words"], setting), id=found["id"]), _rest(rows[1:], setting))
    if first.startswith(":: "):
        return setting.made[first.removeprefix(":: ").strip()]()
    if first.startswith("|"):
        return _table(rows, setting)
    if _ITEM.match(first):
        return _list(rows, setting)
    words = " ".join(row.strip() for row in rows)
    if (image := _INLINE.fullmatch(words)) and image["image"]:
        return element("figure", inline(words, setting))
    return element("p", inline(words, setting))


def _rest(rows: list[str], setting: Setting) -> str:
    return _block(rows, setting) if rows else ""


def _code(rows: list[str], *, console: bool) -> str:
    """Code as it is written; of a session the commands, which a reader copies, and quietly what they answer."""
    shown = [_session_line(row) if console else escape(row) for row in rows]
    return element("pre", element("code", joined(NEWLINE, shown)), tabindex="0", class_="session" if console else None)


def _session_line(row: str) -> str:
    command = row.removeprefix(_RUN)
    return element("b", *_options(command)) if command != row else element("span", row)


def _options(command: str) -> Iterator[str]:
    """The words of a command, an option in one piece: a browser begins a line behind each hyphen."""
    for place, piece in enumerate(_OPTION.split(command)):
        yield element("span", piece, class_="option") if place % 2 else piece


def _table(rows: list[str], setting: Setting) -> str:
    head, _, *body = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in rows]
    return table(
        head, [[inline(cell, setting) for cell in row] for row in body], [inline(cell, setting) for cell in head]
    )


def table(names: Sequence[str], body: Sequence[Sequence[str]], head: Sequence[str] | None = None) -> str:
    """A table whose rows become cards on a narrow screen, and which therefore names its roles itself. Without words in
    ``names`` it has no head."""
    heads = [element("th", cell, scope="col", role="columnheader") for cell in head or names]
    shown = element("thead", element("tr", *heads, role="row"), role="rowgroup") if any(names) else ""
    rows = [element("tr", *map(_cell, names, row), role="row") for row in body]
    whole = element("table", shown, element("tbody", *rows, role="rowgroup"), role="table")
    return element("div", whole, class_="table")


def _cell(name: str, cell: str) -> str:
    return element("td", element("span", cell), role="cell", data_label=name)


def _list(rows: list[str], setting: Setting) -> str:
    items: list[list[str]] = []
    start = _ITEM.match(rows[0])
    for row in rows:
        if found := _ITEM.match(row):
            items.append([found["words"]])
        else:
            items[-1].append(row.strip())
    number = start["number"] if start else None
    return element(
        "ol" if number else "ul",
        *(element("li", inline(" ".join(item), setting)) for item in items),
        start=number if number not in (None, "1") else None,
    )


def inline(words: str, setting: Setting) -> str:
    """The words of a paragraph: code, strong words, links and pictures in them."""
    pieces: list[str] = []
    at = 0
    for found in _INLINE.finditer(words):
        pieces.append(words[at : found.start()])
        pieces.append(_piece(found, setting))
        at = found.end()
    return joined("", [*pieces, words[at:]])


def _piece(found: re.Match[str], setting: Setting) -> str:
    if found["code"]:
        return element("code", *_options(found["code"]))
    if found["strong"]:
        return element("strong", found["strong"])
    if found["image"]:
        image = element("img", alt=found["words"], **setting.picture(found["to"]))
        return Markup(image.removesuffix("</img>"))
    return element("a", inline(found["words"], setting), href=setting.link(found["to"]))
