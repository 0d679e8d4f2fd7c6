"""The tags of a page of the web as a tree, in which what is not closed ends where HTML ends it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from clausule.read.importing.document import NoDocument
from clausule.read.importing.styles_css import Node

_VOID = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta source track wbr"))
BLOCKS = frozenset(
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
_DEEPEST = 150
_MOST_ELEMENTS = 200_000  # a page that Word wrote of 5,000 clauses has 60,000


@dataclass(slots=True)
class Element:
    node: Node
    attributes: dict[str, str]
    parts: list[Element | str] = field(default_factory=list)

    @property
    def tag(self) -> str:
        return self.node.tag

    def all(self) -> list[Element]:
        """All elements within, in order."""
        found: list[Element] = []
        stack = [one for one in reversed(self.parts) if isinstance(one, Element)]
        while stack:
            one = stack.pop()
            found.append(one)
            stack += [part for part in reversed(one.parts) if isinstance(part, Element)]
        return found

    @property
    def text(self) -> str:
        """All words within."""
        return " ".join(part if isinstance(part, str) else part.text for part in self.parts)


class _TooMany(Exception):
    pass


class _Tree(HTMLParser):
    """Tags to elements; what is not closed ends where HTML ends it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._count = 0
        self.root = Element(Node("", frozenset(), ""), {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS:
            raise _TooMany
        self._end_implied(tag)
        attributes = {name: value or "" for name, value in attrs}
        node = Node(tag, frozenset(attributes.get("class", "").split()), attributes.get("id", ""))
        element = Element(node, attributes)
        self._open[-1].parts.append(element)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def _end_implied(self, tag: str) -> None:
        if tag in BLOCKS and self._open[-1].tag == "p":
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


def tree_of(text: str, name: str) -> Element:
    """The elements in the text of a page called ``name``, within one that stands around all of it. Raises
    ``NoDocument`` when it has more of them than an agreement can need."""
    tree = _Tree()
    try:
        tree.feed(text)
        tree.close()
    except _TooMany as error:
        raise NoDocument(
            f"{name} has more than {_MOST_ELEMENTS:,} elements, and no agreement is so long. Save the part of the page "
            "that is the agreement, and import that."
        ) from error
    return tree.root
