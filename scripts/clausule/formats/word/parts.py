"""The parts of a Word file that stand beside its text: footnotes, comments, running heads, properties, settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from clausule.formats.flow import Note
from clausule.formats.word.package import Part
from clausule.formats.word.paragraphs import FROM, IN, OUT, SAME, Para, Pen, Span, Written, field_of, note_mark
from clausule.formats.word.xml import Xml, document, element, w

SPACES = {
    "xmlns_w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns_r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006"
_OWN = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one set of properties of a user's own (ECMA-376 part 1, 22.3.2)


def part(name: str, kind: str, root: Xml) -> Part:
    """A part in the folder of the text."""
    file = "document.main" if kind == "officeDocument" else kind
    return Part(f"word/{name}.xml", kind, f"{_TYPE}.{file}+xml", document(root))


@dataclass(slots=True)
class Footnotes:
    """The footnotes that the text refers to, numbered as they are met. Those of the new text and of the old one are
    known by their ids; ``spans`` puts the words of two together."""

    notes: Mapping[str, Note]
    gone: Mapping[str, Note] = field(default_factory=dict)
    written: list[tuple[Note, str]] = field(default_factory=list)

    def number(self, name: str, op: str) -> tuple[int, str]:
        """The number of a footnote in the file (0 and below are those of Word itself), and its mark where Word would
        count another."""
        note = (self.gone if op in (OUT, FROM) else self.notes).get(name)
        if note is None:
            return 0, ""
        self.written.append((note, op))
        number = len(self.written)
        return number, "" if note.label == str(number) else note.label

    def xml(self, pen: Pen) -> Xml:
        """The part that holds them."""
        lines = (("separator", -1), ("continuationSeparator", 0))
        own = [w("footnote", w("p", w("r", w(kind))), type=kind, id=number) for kind, number in lines]
        found = [w("footnote", self._words(n, note, op, pen), id=n) for n, (note, op) in enumerate(self.written, 1)]
        return w("footnotes", *own, *found, **SPACES)

    @staticmethod
    def _words(number: int, note: Note, op: str, pen: Pen) -> Xml:
        op = op if op in (IN, OUT) else SAME
        para = Para(style="FootnoteText", runs=note.runs)
        spans = tuple(Span(replace(run, note=""), op) for run in note.runs)
        first = note_mark("footnoteRef", "" if note.label == str(number) else note.label)
        return pen.paragraph(Written(para=para, spans=spans), first, w("r", w("t", " ", xml_space="preserve")))


def comments(rows: Iterable[tuple[int, str]], tracked: Mapping[str, str]) -> Xml:
    """The part that holds what is said about changes, by its number."""
    initials = "".join(word[0] for word in tracked.get("author", "").split()[:3])
    found = (
        w(
            "comment",
            w("p", w("pPr", w("pStyle", val="CommentText")), w("r", w("t", words, xml_space="preserve"))),
            id=number,
            **tracked,
            initials=initials,
        )
        for number, words in rows
    )
    return w("comments", *found, **SPACES)


def running(kind: str, left: str, right: Sequence[str | tuple[str, str]] = ()) -> Xml:
    """A running head or foot: words at the left, at the right words and fields (what one asks for, what it shows)."""
    words = [w("r", w("t", left, xml_space="preserve"))] if left else []
    tab = [w("r", w("tab"))] if right else []
    pieces = [
        w("r", w("t", one, xml_space="preserve")) if isinstance(one, str) else field_of(*one) for one in right if one
    ]
    style = {"hdr": "Header", "ftr": "Footer"}[kind]
    return w(kind, w("p", w("pPr", w("pStyle", val=style)), *words, *tab, *pieces), **SPACES)


def settings(locale: str) -> Xml:
    """How Word treats the file: as one of Word 2013, so that it opens without 'compatibility mode'."""
    compatible = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    notes = w("footnotePr", w("footnote", id=-1), w("footnote", id=0))
    return w("settings", notes, w("compat", compatible), w("themeFontLang", val=locale), **SPACES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a file says of itself. ``own`` are names and values of ours, which an import of ours reads."""

    title: str
    publisher: str
    language: str
    version: str = ""
    identifier: str = ""
    day: date | None = None
    own: Mapping[str, str] = field(default_factory=dict)

    def parts(self) -> list[Part]:
        """The two parts that hold them."""
        day = f"{self.day.isoformat()}T00:00:00Z" if self.day else ""
        dates = [element(f"dcterms:{name}", day, xsi_type="dcterms:W3CDTF") for name in ("created", "modified") if day]
        words = {
            "dc:title": self.title,
            "dc:creator": self.publisher,
            "dc:identifier": self.identifier,
            "dc:language": self.language,
            "cp:version": self.version,
        }
        core = element(
            "cp:coreProperties",
            *(element(name, value) for name, value in words.items() if value),
            *dates,
            xmlns_cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            xmlns_dc="http://purl.org/dc/elements/1.1/",
            xmlns_dcterms="http://purl.org/dc/terms/",
            xmlns_xsi="http://www.w3.org/2001/XMLSchema-instance",
        )
        rows = (
            element("property", element("vt:lpwstr", value), fmtid=_OWN, pid=number, name=name)
            for number, (name, value) in enumerate(self.own.items(), 2)
        )
        custom = element(
            "Properties",
            *rows,
            xmlns=f"{_PROPERTIES}/custom-properties",
            xmlns_vt=f"{_PROPERTIES}/docPropsVTypes",
        )
        office = "application/vnd.openxmlformats-officedocument"
        return [
            Part(
                "docProps/core.xml",
                "core-properties",
                "application/vnd.openxmlformats-package.core-properties+xml",
                document(core),
                outside=True,
            ),
            Part(
                "docProps/custom.xml",
                "custom-properties",
                f"{office}.custom-properties+xml",
                document(custom),
                outside=True,
            ),
        ]
