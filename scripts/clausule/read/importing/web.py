"""A page of the web (HTML) as a document: what a reader sees of it, with the numbers that lists and styles show.

Of a page with a ``main`` only that is the agreement. What stands around it (navigation, banners, feet), what is hidden
and what runs is named, and left out. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from clausule.read.importing.document import Block, Document, Doubt, Dropped, Grid, NoDocument, Run, is_headed
from clausule.read.importing.numbering import figures_of
from clausule.read.importing.styles_css import Node, Sheet, content_of, counters_of

_VOID = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta source track wbr"))
_SILENT = frozenset(
    re.findall(r"\w+", "script style template head title noscript svg math iframe object select textarea")
)
_AROUND = frozenset(["nav", "header", "footer", "aside", "button", "dialog", "menu"])
_ROLES = frozenset(("navigation", "banner", "contentinfo", "dialog", "alertdialog", "search", "complementary"))
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 "
        "h4 h5 h6 html legend li main ol p pre section summary table tbody td tfoot th thead tr ul",
    )
)
_CLOSES = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"},
    "th": {"td", "th"}, "tbody": {"tr", "td", "th", "thead"}, "option": {"option"},
}  # fmt: skip
_HOLDS = {
    "li": {"ol", "ul"},
    "tr": {"table"},
    "td": {"tr"},
    "th": {"tr"},
    "dt": {"dl"},
    "dd": {"dl"},
    "tbody": {"table"},
}
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_FIGURES = {
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
}  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BULLET = re.compile(r"\s*[·•▪◦‣●■\uf0b7\uf0a7]\s+")
_DEEPEST = 150


@dataclass(slots=True)
class _Element:
    node: Node
    attributes: dict[str, str]
    parts: list[_Element | str] = field(default_factory=list)

    @property
    def tag(self) -> str:
        return self.node.tag

    def all(self) -> list[_Element]:
        """All elements within, in order."""
        found: list[_Element] = []
        stack = [one for one in reversed(self.parts) if isinstance(one, _Element)]
        while stack:
            one = stack.pop()
            found.append(one)
            stack += [part for part in reversed(one.parts) if isinstance(part, _Element)]
        return found

    @property
    def text(self) -> str:
        """All words within."""
        return " ".join(part if isinstance(part, str) else part.text for part in self.parts)


def _own_rows(element: _Element) -> Iterator[_Element]:
    """The rows of a table, and none of one that stands in a cell."""
    stack = element.parts[::-1]
    while stack:
        one = stack.pop()
        if isinstance(one, _Element) and one.tag not in ("td", "th"):
            if one.tag == "tr":
                yield one
            stack += one.parts[::-1]


def _go_on(cells: list[tuple[Block, ...]], below: dict[int, int]) -> None:
    """Empty cells where those of rows above go on."""
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append(())


def _number(words: str) -> int:
    return min(max(int(words), 1), 99) if words.isdecimal() else 1


class _Tree(HTMLParser):
    """Tags to elements; what is not closed ends where HTML ends it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Element(Node("", frozenset(), ""), {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_implied(tag)
        attributes = {name: value or "" for name, value in attrs}
        node = Node(tag, frozenset(attributes.get("class", "").split()), attributes.get("id", ""))
        element = _Element(node, attributes)
        self._open[-1].parts.append(element)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def _end_implied(self, tag: str) -> None:
        if tag in _BLOCKS and self._open[-1].tag == "p":
            self._open.pop()
        closes, within = _CLOSES.get(tag, set()), _HOLDS.get(tag, set())
        for place in range(len(self._open) - 1, 0, -1):
            name = self._open[place].tag
            if name in within or name == "table":
                return
            if name in closes:
                del self._open[place:]
                return

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)


class _Reader:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.document = Document()
        self.path: list[Node] = []
        self.counters: list[dict[str, int]] = [{}]
        self.runs: list[Run] = []
        self.level = self.depth = self.count = 0
        self.mark = ""
        self.cell: list[Block] | None = None
        self.preformatted = False
        self.lists: list[int] = []  # of each list that is open its last number, and of one that was within it
        self.within = 0  # how many lists are open
        self.links = 0  # that lie around what is read
        self.linked = True  # whether all words of the paragraph so far lie within one

    def read(self, element: _Element, bold: bool = False) -> None:
        """All that a reader sees of an element."""
        for part in element.parts:
            if isinstance(part, str):
                self._words(part, bold)
            else:
                self._element(part, bold)

    def _words(self, words: str, bold: bool) -> None:
        if not self.preformatted:
            begin, end = words[:1].isspace(), words[-1:].isspace()
            words = f"{' ' * begin}{' '.join(words.split())}{' ' * (end and bool(words.strip()))}"
        if words:
            self.linked &= self.links > 0 or not words.strip()
            self.runs.append(Run(words, bold))

    def _element(self, element: _Element, bold: bool) -> None:
        tag = element.tag
        if tag in _SILENT:
            if tag == "noscript":
                self._drop("what is shown without scripts", element.text)
            return
        self.path.append(element.node)
        values = self.sheet.values(self.path, element.attributes.get("style", ""))
        if "hidden" in element.attributes or values.get("display") == "none" or values.get("visibility") == "hidden":
            self._drop("what is hidden", element.text)
        elif tag in _AROUND or element.attributes.get("role", "") in _ROLES or _is_running(element):
            self._drop("what stands around the text", element.text)
        elif tag == "br":
            self.runs.append(Run("\n"))
        elif tag == "table":
            self.flush()
            self._table(element)
        else:
            self._shown(element, values, bold)
        self.path.pop()

    def _shown(self, element: _Element, values: dict[str, str], bold: bool) -> None:
        tag = element.tag
        block = tag in _BLOCKS or values.get("display") in ("block", "list-item")
        if block:
            self.flush()
        for name, number in counters_of(values.get("counter-reset", ""), 0):
            self.counters[-1][name] = number
        for name, step in counters_of(values.get("counter-increment", ""), 1):
            self.counters[-1][name] = self.counters[-1].get(name, 0) + step
        before = self._before()
        heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
        if heading:
            self.level = heading
        if before:
            self.mark = f"{self.mark} {before.strip()}".strip() if block else self.mark
            self.runs += [] if block else [Run(before, bold)]
        if tag in ("ol", "ul"):
            self._list(element, values, bold)
        else:
            kept = self.preformatted
            self.preformatted = kept or tag == "pre"
            heavy = values.get("font-weight", "")
            strong = (
                tag in ("b", "strong", "th", "dt") or heavy in ("bold", "bolder") or heavy[:1] in ("6", "7", "8", "9")
            )
            away = tag == "a" and not element.attributes.get("href", "mailto:").lower().startswith(("mailto:", "tel:"))
            self.links += away
            self.read(element, (bold or strong) and not heading and heavy not in ("normal", "400"))
            self.links -= away
            self.preformatted = kept
        if block:
            self.flush()
        if heading:
            self.level = 0

    def _before(self) -> str:
        values = self.sheet.values(self.path, pseudo="before")
        for name, step in counters_of(values.get("counter-increment", ""), 1):
            self.counters[-1][name] = self.counters[-1].get(name, 0) + step
        shown = ""
        for words, counter, figures in content_of(values.get("content", "")):
            if counter:
                number = self.counters[-1].get(counter, 0)
                shown += figures_of(number, _FIGURES.get(figures, "decimal"))
            else:
                shown += words
        return shown

    def _list(self, element: _Element, values: dict[str, str], bold: bool) -> None:
        attributes = element.attributes
        items = [one for one in element.parts if isinstance(one, _Element) and one.tag == "li"]
        style = values.get("list-style-type") or values.get("list-style", "")
        names = style.split()
        figures = next(
            (_FIGURES[one] for one in names if one in _FIGURES), _TYPES.get(attributes.get("type", ""), "decimal")
        )
        bare = "none" in names
        start = attributes.get("start", "")
        number = int(start) if start.lstrip("-").isdigit() and len(start) < 7 else 1
        step = -1 if "reversed" in attributes else 1
        number = len(items) if step < 0 and not start else number
        inner = [one for one in element.parts if isinstance(one, _Element)]
        if inner and inner[0].tag in ("ol", "ul") and items and not start and len(self.lists) > self.within:
            number = self.lists[self.within] + 1
            words = f"a list goes on with {number}, which a browser begins anew"
            self.document.doubts.append(Doubt(self.count + 1, words))
        self.within += 1
        for part in element.parts:
            if not (isinstance(part, _Element) and part.tag == "li"):
                self._other(part, bold)
                continue
            own = part.attributes.get("value", "")
            number = int(own) if own.lstrip("-").isdigit() and len(own) < 7 else number
            mark = "" if bare else "-" if element.tag == "ul" else f"{figures_of(number, figures)}."
            self.lists[self.within - 1 :] = [number]
            number += step
            self.flush()
            self.mark = mark
            deeper = bool(mark) and not _is_headed(part)
            self.depth += deeper
            self._element(part, bold)
            self.flush()
            self.depth -= deeper
            self.mark = ""
        self.within -= 1

    def _other(self, part: _Element | str, bold: bool) -> None:
        if isinstance(part, str):
            self._words(part, bold)
        else:
            self._element(part, bold)

    def _table(self, element: _Element) -> None:
        self.count += 1
        number, depth, rows, headed = self.count, self.depth, list[tuple[tuple[Block, ...], ...]](), False
        outer = self.cell
        below: dict[int, int] = {}  # of each column, in how many rows a cell of a row above goes on
        for row in _own_rows(element):
            cells: list[tuple[Block, ...]] = []
            headed |= not rows and all(one.tag == "th" for one in row.parts if isinstance(one, _Element))
            for cell in (one for one in row.parts if isinstance(one, _Element) and one.tag in ("td", "th")):
                self.cell, self.depth = [], 0
                self._element(cell, False)
                self.flush()
                _go_on(cells, below)
                wide, high = (_number(cell.attributes.get(span, "")) for span in ("colspan", "rowspan"))
                below |= dict.fromkeys(range(len(cells), len(cells) + wide), high - 1)
                cells += [tuple(self.cell), *[()] * (wide - 1)]
            _go_on(cells, below)
            rows.append(tuple(cells))
        self.cell, self.depth = outer, depth
        if any(any(row) for row in rows):
            grid = Grid(tuple(rows), number, headed or is_headed(rows))
            if outer is None:
                self.document.blocks.append(grid)
            else:
                outer += [one for row in rows for cell in row for one in cell]
                self.document.doubts.append(Doubt(number, "a table within a table: its words are lines of the cell"))

    def flush(self) -> None:
        """Ends the paragraph that is gathered. One that goes on after a list within an item has no mark of its own."""
        runs, self.runs = self.runs, []
        linked, self.linked = self.linked, True
        words = "".join(run.words for run in runs).strip()
        if not words:
            return
        if linked and not (self.level or self.mark or self.depth or self.cell is not None):
            self._drop("a link that stands alone", words)
            return
        self.count += 1
        mark, self.mark = self.mark, ""
        depth = self.depth
        if not (mark or self.level) and (typed := _BULLET.match("".join(run.words for run in runs))):
            runs, mark, depth = _cut(runs, typed.end()), "-", depth + 1  # of Word, which writes a list as paragraphs
        own = not _is_item(mark)
        block = Block(_trimmed(runs), self.count, self.level, mark, 0 if (own and mark) or self.level else depth)
        (self.document.blocks if self.cell is None else self.cell).append(block)

    def _drop(self, what: str, words: str) -> None:
        words = " ".join(words.split())
        if words:
            self.document.dropped.append(Dropped(what, words))


def _is_running(element: _Element) -> bool:
    """Whether an element is the running head or foot of a document that LibreOffice wrote as a page."""
    return element.tag == "div" and element.attributes.get("title", "") in ("header", "footer")


def _is_headed(item: _Element) -> bool:
    """Whether an item begins with a heading: what stands under that lies in no item."""
    first = next((one for one in item.parts if isinstance(one, _Element) or one.strip()), "")
    return isinstance(first, _Element) and first.tag in _HEADINGS


def _is_item(mark: str) -> bool:
    """Whether a mark is that of an item in a list, and not of a clause or an article ('7.2', 'Artikel 7')."""
    bare = mark.strip("().")
    return bool(mark) and "." not in bare and " " not in bare


def _cut(runs: list[Run], begin: int) -> list[Run]:
    """The runs without the first ``begin`` letters."""
    found = []
    for run in runs:
        found.append(replace(run, words=run.words[begin:]))
        begin = max(begin - len(run.words), 0)
    return found


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    first = next(place for place, run in enumerate(runs) if run.words.strip())
    return tuple([Run(runs[first].words.lstrip(), runs[first].bold), *runs[first + 1 :]])


def read_web(text: str, name: str) -> Document:
    """The document in the text of a page called ``name``. Raises ``NoDocument`` when it shows no words."""
    tree = _Tree()
    tree.feed(text)
    tree.close()
    everything = tree.root.all()
    sheet = Sheet("\n".join(one.text for one in everything if one.tag == "style"))
    mains = [one for one in everything if one.tag == "main" or one.attributes.get("role") == "main"]
    articles = [one for one in everything if one.tag == "article"]
    root = mains[0] if len(mains) == 1 else articles[0] if not mains and len(articles) == 1 else tree.root
    reader = _Reader(sheet)
    reader.read(root)
    reader.flush()
    if root is not tree.root:
        _drop_around(tree.root, root, reader.document)
    if not reader.document.blocks:
        raise NoDocument(f"{name} shows no words: a script may fill it. Save the page from a browser, and import that.")
    return reader.document


def _drop_around(element: _Element, chosen: _Element, document: Document) -> None:
    inside = [one for one in element.parts if isinstance(one, _Element)]
    for one in inside:
        if one is chosen or one.tag in _SILENT:
            continue
        if chosen in one.all():
            _drop_around(one, chosen, document)
        elif words := " ".join(one.text.split()):
            document.dropped.append(Dropped("what stands around the text", words))
