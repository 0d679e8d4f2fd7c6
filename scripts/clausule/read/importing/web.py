"""A page of the web (HTML) as a document: what a reader sees of it, with the numbers that lists and styles show.

Of a page with a ``main`` only that is the agreement. What stands around it (navigation, banners, feet), what is hidden
and what runs is named, and left out. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clausule.read.importing.document import (
    Block,
    Document,
    Doubt,
    Dropped,
    Grid,
    NoDocument,
    Role,
    Run,
    is_headed,
    words_of,
)
from clausule.read.importing.numbering import figures_of
from clausule.read.importing.styles_css import Node, Sheet, content_of, counters_of
from clausule.read.importing.web_tree import BLOCKS, Element, tree_of

_SILENT = frozenset(
    re.findall(r"\w+", "script style template head title noscript svg math iframe object select textarea")
)
_AROUND = frozenset(["nav", "header", "footer", "aside", "button", "dialog", "menu"])
_ROLES = frozenset(("navigation", "banner", "contentinfo", "dialog", "alertdialog", "search", "complementary"))
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_FIGURES = {
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
}  # fmt: skip
_DEFINES: dict[str, Role] = {"dt": "term", "dd": "meaning"}
_TITLES = frozenset(("title", "MsoTitle"))  # of Google Docs and of Word
_PERMALINKS = frozenset("#¶🔗")  # of a heading to itself
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MOST_COLUMNS = 63  # as many as Word makes
_BULLET = re.compile(r"\s*[·•▪◦‣●■\uf0b7\uf0a7]\s+")


def _own_rows(element: Element) -> Iterator[Element]:
    """The rows of a table, and none of one that stands in a cell."""
    stack = element.parts[::-1]
    while stack:
        one = stack.pop()
        if isinstance(one, Element) and one.tag not in ("td", "th"):
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


class _Reader:
    def __init__(self, sheet: Sheet, around: list[Node]) -> None:
        self.sheet, self.around = sheet, around
        self.document = Document()
        self.path: list[Node] = []
        self.counters: list[dict[str, int]] = [{}]  # that the children of each open element, outer first, can see
        self.runs: list[Run] = []
        self.level = self.depth = self.count = 0
        self.mark = ""
        self.cell: list[Block] | None = None
        self.preformatted = False
        self.role: Role = ""
        self.paired = False  # whether the list of definitions has a meaning for each term
        self.lists: list[int] = []  # of each list that is open its last number, and of one that was within it
        self.within = 0  # how many lists are open
        self.links = 0  # that lie around what is read
        self.linked = True  # whether all words of the paragraph so far lie within one

    def read(self, element: Element, bold: bool = False) -> None:
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
            self.linked &= self.links > 0 or not any(map(str.isalnum, words))
            self.runs.append(Run(words, bold))

    def _element(self, element: Element, bold: bool) -> None:
        tag = element.tag
        if tag in _SILENT:
            if tag == "noscript":
                self._drop("what is shown without scripts", element.text)
            return
        self.path.append(element.node)
        values = self.sheet.values(self.path, element.attributes.get("style", ""))
        if "hidden" in element.attributes or values.get("display") == "none" or values.get("visibility") == "hidden":
            self._drop("what is hidden", element.text)
        elif tag == "a" and self.level and element.text.strip() in _PERMALINKS:
            pass
        elif self._is_around(element):
            self._drop("what stands around the text", element.text)
        elif tag in ("ol", "ul") and _is_contents(element):
            self.flush()
            self.document.contents = len(self.document.blocks)
            self._drop("contents", element.text)
        elif tag == "br":
            self.runs.append(Run("\n"))
        elif tag == "table":
            self.flush()
            self._table(element)
        else:
            self._shown(element, values, bold)
        self.path.pop()

    def _is_around(self, element: Element) -> bool:
        """Whether an element stands around the text: by what it is, or by the program that wrote the page."""
        if element.tag == "header" and any(one.tag in _HEADINGS for one in element.all()):
            return not any(node.tag in ("article", "main", "section") for node in (*self.around, *self.path[:-1]))
        google = len(self.path) > 1 and "doc-content" in self.path[-2].classes and element.tag == "div"
        running = google and not any(one.attributes.get("id", "").startswith("ftnt") for one in element.all())
        return (
            running
            or element.tag in _AROUND
            or element.attributes.get("role", "") in _ROLES
            or (element.tag == "div" and element.attributes.get("title", "") in ("header", "footer"))  # LibreOffice
        )

    def _shown(self, element: Element, values: dict[str, str], bold: bool) -> None:
        tag = element.tag
        block = tag in BLOCKS or values.get("display") in ("block", "list-item")
        if block:
            self.flush()
        for name, number in counters_of(values.get("counter-reset", ""), 0):
            self.counters[-1][name] = number
        self._count_up(values)
        self.counters.append({})
        before = self._before()
        heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
        if tag == "p" and not element.node.classes.isdisjoint(_TITLES):
            heading = 1
        if heading:
            self.level = heading
        if before:
            self.mark = f"{self.mark} {before.strip()}".strip() if block else self.mark
            self.runs += [] if block else [Run(before, bold)]
        if tag in ("ol", "ul"):
            self._list(element, values, bold)
        else:
            self.role = self._role(element)
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
        self.counters.pop()
        if block:
            self.flush()
        if heading:
            self.level = 0

    def _count_up(self, values: dict[str, str]) -> None:
        """Of the counters with a name the innermost counts; one that nobody began begins here."""
        for name, step in counters_of(values.get("counter-increment", ""), 1):
            scope = next((one for one in reversed(self.counters) if name in one), self.counters[-1])
            scope[name] = scope.get(name, 0) + step

    def _role(self, element: Element) -> Role:
        """That of what begins in a list of definitions, if each term has one meaning there."""
        if element.tag == "dl":
            tags = [one.tag for one in element.parts if isinstance(one, Element)]
            self.paired = len(tags) > 1 and tags == ["dt", "dd"] * (len(tags) // 2)
        return _DEFINES.get(element.tag, "") if self.paired else ""

    def _before(self) -> str:
        values = self.sheet.values(self.path, pseudo="before")
        if values.get("content", "none") in ("none", "normal"):
            return ""
        self._count_up(values)
        shown = ""
        for words, counter, figures in content_of(values["content"]):
            found = [scope[counter] for scope in self.counters if counter in scope] or [0]
            numbers = [figures_of(number, _FIGURES.get(figures, "decimal")) for number in found]
            shown += words.join(numbers) if counter and words else numbers[-1] if counter else words
        return shown

    def _list(self, element: Element, values: dict[str, str], bold: bool) -> None:
        attributes = element.attributes
        items = [one for one in element.parts if isinstance(one, Element) and one.tag == "li"]
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
        inner = [one for one in element.parts if isinstance(one, Element)]
        if inner and inner[0].tag in ("ol", "ul") and items and not start and len(self.lists) > self.within:
            number = self.lists[self.within] + 1
            words = f"a list goes on with {number}, which a browser begins anew"
            self.document.doubts.append(Doubt(self.count + 1, words))
        self.within += 1
        for part in element.parts:
            if not (isinstance(part, Element) and part.tag == "li"):
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

    def _other(self, part: Element | str, bold: bool) -> None:
        if isinstance(part, str):
            self._words(part, bold)
        else:
            self._element(part, bold)

    def _table(self, element: Element) -> None:
        self.count += 1
        number, depth, rows, headed = self.count, self.depth, list[tuple[tuple[Block, ...], ...]](), False
        outer = self.cell
        below: dict[int, int] = {}  # of each column, in how many rows a cell of a row above goes on
        for row in _own_rows(element):
            cells: list[tuple[Block, ...]] = []
            headed |= not rows and all(one.tag == "th" for one in row.parts if isinstance(one, Element))
            for cell in (one for one in row.parts if isinstance(one, Element) and one.tag in ("td", "th")):
                self.cell, self.depth = [], 0
                self._element(cell, False)
                self.flush()
                _go_on(cells, below)
                wide, high = (_number(cell.attributes.get(span, "")) for span in ("colspan", "rowspan"))
                wide = max(min(wide, _MOST_COLUMNS - len(cells)), 1)
                below |= dict.fromkeys(range(len(cells), min(len(cells) + wide, _MOST_COLUMNS)), high - 1)
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
        """Ends the paragraph that is gathered; where nothing stands between two breaks, there is one more."""
        runs, self.runs = self.runs, []
        linked, self.linked = self.linked, True
        begin = breaks = 0
        for at, run in enumerate(runs):
            breaks = breaks + 1 if run.words == "\n" else breaks if not run.words.strip() else 0
            if breaks == 2 and not self.preformatted:
                self._end(runs[begin:at], linked)
                begin = at + 1
        self._end(runs[begin:], linked)

    def _end(self, runs: list[Run], linked: bool) -> None:
        """A paragraph. One that goes on after a list within an item has no mark of its own."""
        words = words_of(runs).strip()
        if not words:
            return
        if linked and not (self.level or self.mark or self.depth or self.cell is not None):
            self._drop("a link that stands alone", words)
            return
        self.count += 1
        mark, self.mark = self.mark, ""
        depth = self.depth
        if not (mark or self.level) and (typed := _BULLET.match(words_of(runs))):
            runs, mark, depth = _cut(runs, typed.end()), "-", depth + 1  # of Word, which writes a list as paragraphs
        own = not _is_item(mark)
        depth = 0 if (own and mark) or self.level else depth
        role, self.role = self.role, ""
        plain = not (mark or self.level or depth) and self.cell is None
        block = Block(_trimmed(runs), self.count, self.level, mark, depth, role if plain else "")
        (self.document.blocks if self.cell is None else self.cell).append(block)

    def _drop(self, what: str, words: str) -> None:
        words = " ".join(words.split())
        if words:
            self.document.dropped.append(Dropped(what, words))


def _is_contents(element: Element) -> bool:
    """Whether a list is a table of contents: each item is a link within the page, and there are two or more."""
    items = [one for one in element.parts if isinstance(one, Element) and one.tag == "li"]
    return len(items) > 1 and all(_leads_within(one) for one in items)


def _leads_within(item: Element) -> bool:
    links = [one for one in item.all() if one.tag == "a" and one.attributes.get("href", "").startswith("#")]
    linked = "".join(one.text for one in links)
    return bool(linked.strip()) and "".join(item.text.split()) == "".join(linked.split())


def _is_headed(item: Element) -> bool:
    """Whether an item begins with a heading: what stands under that lies in no item."""
    first = next((one for one in item.parts if isinstance(one, Element) or one.strip()), "")
    return isinstance(first, Element) and first.tag in _HEADINGS


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
    page = tree_of(text, name)
    everything = page.all()
    sheet = Sheet("\n".join(one.text for one in everything if one.tag == "style"))
    mains = [one for one in everything if one.tag == "main" or one.attributes.get("role") == "main"]
    articles = [one for one in everything if one.tag == "article"]
    root = mains[0] if len(mains) == 1 else articles[0] if not mains and len(articles) == 1 else page
    reader = _Reader(sheet, [root.node])
    reader.read(root)
    reader.flush()
    if root is not page:
        _drop_around(page, root, reader.document)
    if not reader.document.blocks:
        raise NoDocument(f"{name} shows no words: a script may fill it. Save the page from a browser, and import that.")
    return reader.document


def _drop_around(element: Element, chosen: Element, document: Document) -> None:
    inside = [one for one in element.parts if isinstance(one, Element)]
    for one in inside:
        if one is chosen or one.tag in _SILENT:
            continue
        if chosen in one.all():
            _drop_around(one, chosen, document)
        elif words := " ".join(one.text.split()):
            document.dropped.append(Dropped("what stands around the text", words))
