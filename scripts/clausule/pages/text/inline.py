"""The words of one text as HTML: emphasis, links, references, terms, blanks and known mistakes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from markupsafe import Markup

from clausule.analysis.references import led_from
from clausule.language.references import Reference, Target
from clausule.model.nodes import Definition, Text
from clausule.pages.kit.html import BREAK, element, joined, safe_link
from clausule.pages.text.book import Page

Wrap = Callable[[str], str]
POPOVER = "uitleg-"
_RUN = re.compile(r"\S+")
_LONGEST = 48  # letters that fit on one line of a small phone
_EMPHASIS = {"strong": "strong", "em": "em"}


@dataclass(frozen=True, slots=True)
class Span:
    """``plain[start:end]`` is put through ``wrap``, which may make a ``button`` of it."""

    start: int
    end: int
    wrap: Wrap
    button: bool = False


@dataclass(frozen=True, slots=True)
class Layer:
    """``plain[start:end]`` is put through all of ``wraps``, the outermost first."""

    start: int
    end: int
    wraps: tuple[Wrap, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """``shown`` is the mark of a footnote, behind the letter before ``at``."""

    at: int
    shown: str


def _start(span: Span) -> int:
    return span.start


class Spans:
    """Spans of one text that do not overlap, in order; a paragraph may have thousands."""

    def __init__(self) -> None:
        self.ordered: list[Span] = []

    def free(self, start: int, end: int) -> bool:
        """Whether nothing lies in ``plain[start:end]`` yet."""
        before = bisect_left(self.ordered, end, key=_start)
        return start < end and (not before or self.ordered[before - 1].end <= start)

    def add(self, span: Span) -> None:
        """Puts a span in its place."""
        insort(self.ordered, span, key=_start)


def plain_inline(text: Text) -> str:
    """The HTML of a text outside an edition: emphasis and links only."""
    spans = Spans()
    _links(text, None, spans)
    return _assemble(text, spans.ordered, _layers(text, ()), [])


def inline(text: Text, page: Page, *, mistakes: tuple[str, ...] = (), form: bool = False) -> str:
    """The HTML of ``text``. ``mistakes`` are words with an erratum; in a ``form`` choices are drawn too.

    Spans that can be pressed never overlap: what an author linked goes before a reference, a reference before a
    blank, and a blank before a term. Emphasis lies across them.
    """
    spans = Spans()
    for find in (_links, _references, _fields if form else _blanks):
        find(text, page, spans)
    above = _anchors(text, page, spans)
    _terms(text, page, spans)
    return joined("", (*above, _assemble(text, spans.ordered, _layers(text, mistakes), _notes(text, page))))


def _notes(text: Text, page: Page) -> list[Note]:
    """Where footnotes are referred to, in order. Its first use has an anchor, to which the footnote leads back."""
    found = []
    for mark in text.marks:
        if mark.kind == "note":
            label = page.book.labels.get(mark.target, "")
            link = element("a", label, href=page.link(mark.target), id=page.first_note(mark.target))
            found.append(Note(mark.start, element("sup", link, class_="note-mark")))
    return sorted(found, key=_at)


def _assemble(text: Text, spans: list[Span], layers: list[Layer], notes: list[Note]) -> str:
    pieces: list[str] = [note.shown for note in notes if note.at == 0]
    position = 0
    for start, end in _glued(text.plain, spans):
        pieces.append(_run(text.plain, position, start, spans, layers, notes))
        pieces.append(element("span", _run(text.plain, start, end, spans, layers, notes), class_="glue"))
        position = end
    pieces.append(_run(text.plain, position, len(text.plain), spans, layers, notes))
    return joined("", pieces)


def _run(plain: str, start: int, end: int, spans: list[Span], layers: list[Layer], notes: list[Note]) -> str:
    """``plain[start:end]`` with the spans that lie in it, and the footnotes behind its letters."""
    pieces: list[str] = []
    first = bisect_left(spans, start, key=_start)
    for span in spans[first : bisect_left(spans, end, key=_start)]:
        pieces.append(_noted(plain, start, span.start, layers, notes))
        pieces.append(span.wrap(_words(plain, span.start, span.end, layers)))
        pieces.extend(note.shown for note in _within(notes, span.start, span.end))
        start = span.end
    pieces.append(_noted(plain, start, end, layers, notes))
    return joined("", pieces)


def _noted(plain: str, start: int, end: int, layers: list[Layer], notes: list[Note]) -> str:
    """``plain[start:end]`` with the footnotes that stand behind one of its letters."""
    pieces: list[str] = []
    for note in _within(notes, start, end):
        pieces += [_words(plain, start, note.at, layers), note.shown]
        start = note.at
    return joined("", (*pieces, _words(plain, start, end, layers)))


def _within(notes: list[Note], start: int, end: int) -> list[Note]:
    """The notes behind one of the letters from ``start`` to ``end``."""
    return notes[bisect_right(notes, start, key=_at) : bisect_right(notes, end, key=_at)] if notes else []


def _at(note: Note) -> int:
    return note.at


def _glued(plain: str, spans: list[Span]) -> list[tuple[int, int]]:
    """Where a line may not be broken: a browser breaks it on both sides of a button, even after ``(`` or before a
    point.

    A button stays with what stands against it, up to a space or to another element.
    """
    glued: list[tuple[int, int]] = []
    hard = [(span.start, span.end) for span in spans if not span.button]
    ends = [end for _, end in hard]
    runs = [match.span() for match in _RUN.finditer(plain)]
    for span in spans:
        if not span.button:
            continue
        start, _ = runs[bisect_right(runs, (span.start, len(plain))) - 1]
        _, end = runs[bisect_left(runs, (span.end, 0)) - 1]
        index = bisect_right(ends, span.start)
        start = max(start, ends[index - 1] if index else 0)
        end = min(end, hard[index][0] if index < len(hard) else end)
        if (start, end) == (span.start, span.end) or end - start > _LONGEST:
            continue
        if glued and start < glued[-1][1]:
            glued[-1] = (glued[-1][0], max(end, glued[-1][1]))
        else:
            glued.append((start, end))
    return glued


def _words(plain: str, start: int, end: int, layers: list[Layer]) -> str:
    """``plain[start:end]`` escaped, cut wherever emphasis begins or ends, so that no element crosses another."""
    pieces = []
    index = bisect_right(layers, start, key=lambda layer: layer.end)
    while index < len(layers) and layers[index].start < end:
        layer = layers[index]
        begin, stop = max(layer.start, start), min(layer.end, end)
        words: str = _shown(plain[begin:stop])
        for wrap in reversed(layer.wraps):
            words = wrap(words)
        pieces += [_shown(plain[start:begin]), words]
        start, index = stop, index + 1
    return joined("", (*pieces, _shown(plain[start:end])))


def _shown(words: str) -> str:
    """Words escaped, with the line breaks that their author wants."""
    return joined(BREAK, words.split("\n"))


def _layers(text: Text, mistakes: tuple[str, ...]) -> list[Layer]:
    """The emphasis and the known mistakes of a text, as stretches that follow each other."""
    spans = [
        Span(mark.start, mark.end, _wrapper(_EMPHASIS[mark.kind])) for mark in text.marks if mark.kind in _EMPHASIS
    ]
    for words in mistakes:
        start = text.plain.find(words) if words else -1
        if start >= 0:
            spans.append(Span(start, start + len(words), _wrapper("span", class_="sic")))
    spans.sort(key=lambda span: (span.start, -span.end))
    layers: list[Layer] = []
    active: list[Span] = []
    following = 0
    for begin, stop in pairwise(sorted({edge for span in spans for edge in (span.start, span.end)})):
        active = [span for span in active if span.end > begin]
        while following < len(spans) and spans[following].start == begin:
            active.append(spans[following])
            following += 1
        if active:
            layers.append(Layer(begin, stop, tuple(span.wrap for span in active)))
    return layers


def _wrapper(name: str, **attributes: str | bool | None) -> Wrap:
    return lambda inner: element(name, inner, **attributes)


def _links(text: Text, page: Page | None, spans: Spans) -> None:
    """What the author linked: to the world outside, or to a file or an id of the edition."""
    for mark in text.marks:
        target = safe_link(mark.target) if mark.kind == "link" else None
        outside = target is not None and target.lower().startswith(("http:", "https:", "mailto:"))
        if target and page and not outside:
            target = page.link_to_source(target)
        if target and spans.free(mark.start, mark.end):
            rel = "noopener" if outside else None
            spans.add(Span(mark.start, mark.end, _wrapper("a", class_="link", href=target, rel=rel)))


def _references(text: Text, page: Page, spans: Spans) -> None:
    for reference in page.book.notes.references(text):
        if spans.free(reference.start, reference.end):
            for span in _reference_links(text, reference, page):
                spans.add(span)


def _reference_links(text: Text, reference: Reference, page: Page) -> list[Span]:
    """The links of one reference; none leads to the very clause that it stands in."""
    owner = page.book.notes.owner(text)
    found = led_from(reference, owner, lambda target: _target_wrap(target, reference, page))
    return [Span(start, end, wrap) for start, end, wrap in found]


def _target_wrap(target: Target, reference: Reference, page: Page) -> Wrap | None:
    if target.address.lower().startswith(("http://", "https://")):
        if not safe_link(target.address):
            return None
        page.cited.setdefault(target.address, reference.text)
        host = urlsplit(target.address).hostname
        return _wrapper("a", class_="ref act", href=target.address, rel="noopener", title=host)
    link = page.link(target.address) or page.book.lent_address(target.address, page.address)
    return _wrapper("a", class_="ref", href=link) if link else None


def _fields(text: Text, page: Page, spans: Spans) -> None:
    for found in page.book.notes.fields(text):
        if found.kind == "choice" and spans.free(found.start, found.end):
            spans.add(Span(found.start, found.end, _wrapper("span", class_="choice")))
    _blanks(text, page, spans)


def _blanks(text: Text, page: Page, spans: Spans) -> None:
    for found in page.book.notes.fields(text):
        if found.kind == "blank" and spans.free(found.start, found.end):
            whole = text.plain.strip() == text.plain[found.start : found.end]
            spans.add(Span(found.start, found.end, _wrapper("span", class_="blank whole" if whole else "blank")))


def _anchors(text: Text, page: Page, spans: Spans) -> list[Markup]:
    """Where the text itself defines a term, the anchor of that term; and those that belong before the text, because
    its words are a link or a blank already, or do not stand in one piece. A list of definitions has its own."""
    above = []
    for definition in page.book.by_text.get(id(text), ()):
        start = offset_of(text, definition)
        if definition.source == "list":
            continue
        if start is not None and spans.free(start, start + len(definition.term)):
            spans.add(Span(start, start + len(definition.term), _wrapper("dfn", id=definition.id)))
        else:
            above.append(element("span", id=definition.id))
    return above


def _terms(text: Text, page: Page, spans: Spans) -> None:
    """A button that shows the definition at each use; the tabulator stops at the first one in each clause."""
    for use in page.book.terms(text):
        if spans.free(use.start, use.end):
            first = page.first_use(use.definition)
            classes = [
                "term",
                *(["again"] if not first else []),
                *(["name"] if use.definition.source == "name" else []),
            ]
            wrap = _wrapper(
                "button",
                type="button",
                class_=" ".join(classes),
                popovertarget=POPOVER + use.definition.id,
                tabindex=None if first else "-1",
            )
            spans.add(Span(use.start, use.end, wrap, button=True))


def offset_of(text: Text, definition: Definition) -> int | None:
    """Where in ``text`` the term of ``definition`` stands, from its place in the sources."""
    place = definition.term_place
    for offset, start in text.segments:
        if start.path == place.path and start.line == place.line:
            found = offset + place.column - start.column
            if text.plain.startswith(definition.term, max(found, 0)) and found >= 0:
                return found
    return None
