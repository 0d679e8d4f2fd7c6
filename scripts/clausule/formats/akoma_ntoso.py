"""An edition as Akoma Ntoso 3.0 (OASIS LegalDocML), the XML of laws and legal documents.

An ``eId`` is the anchor that the same part has on the site. What is no word of the text and no metadata of the standard
(the hash and its recipe, versions and kinds of annexes) stands in ``proprietary``. Nothing in it depends on the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from babel.core import get_global

from clausule.analysis.cover import address_of
from clausule.analysis.references import Notes, led_from
from clausule.formats.format import Format
from clausule.formats.word.xml import Xml, document, element, joined
from clausule.model.addresses import EDITION_DATA, in_form
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_sha256
from clausule.model.ids import slug
from clausule.model.nodes import (
    Annex,
    Article,
    Block,
    Chapter,
    Clause,
    Definitions,
    Footnote,
    Item,
    Items,
    Paragraph,
    Picture,
    Section,
    Table,
    Text,
)
from clausule.read.house import House

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:clausule:edition"
"""The namespace of what stands in ``proprietary``."""
_NO_DAY = "1970-01-01"
"""The standard wants a day, also of a text that names none; ``name`` says that it is not known."""
_UNION = "eu"
"""The country of an agreement that does not say its own: the standard wants one."""
_PUBLISHER = "publisher"


def akoma_ntoso(agreement: Agreement, edition: Edition, notes: Notes, status: str, house: House) -> bytes:
    """The file: always the same for the same edition and address."""
    writer = _Writer(edition, notes)
    title = writer.inline(edition.heading) if edition.heading else edition.title(agreement)
    preface = element("preface", element("p", element("docTitle", title)))
    body = element("mainBody", *writer.body())
    doc = element("doc", _meta(agreement, edition, house), preface, body, name="agreement")
    return document(element("akomaNtoso", doc, xmlns=NAMESPACE))


def _meta(agreement: Agreement, edition: Edition, house: House) -> Xml:
    source = f"#{_PUBLISHER}"
    country = str(agreement.meta.values.get("jurisdiction") or _UNION).lower()
    first = agreement.editions[0].effective
    work = f"/akn/{country}/doc/agreement/{slug(agreement.publisher) or _PUBLISHER}/{first or _NO_DAY}/{agreement.slug}"
    language = _three_letters(edition.language)
    expression = f"{work}/{language}@{edition.version}"

    def level(name: str, uri: str, *more: Xml, day: object = edition.effective, what: str = "effective") -> Xml:
        dated = element("FRBRdate", date=str(day or _NO_DAY), name=what if day else "unknown")
        author = element("FRBRauthor", href=source)
        this = element("FRBRthis", value=f"{uri}/!main"), element("FRBRuri", value=uri)
        return element(name, *this, dated, author, *more)

    identification = element(
        "identification",
        level("FRBRWork", work, element("FRBRcountry", value=country), day=first),
        level("FRBRExpression", expression, element("FRBRlanguage", language=language)),
        level("FRBRManifestation", f"{expression}.xml"),
        source=source,
    )
    organisation = element(
        "TLCOrganization", eId=_PUBLISHER, href=f"/ontology/organization/{slug(agreement.publisher) or _PUBLISHER}",
        showAs=agreement.publisher or agreement.title,
    )  # fmt: skip
    own = element("proprietary", *_own(edition, house), source=source, xmlns_c=OWN)
    return element("meta", identification, element("references", organisation, source=source), own)


def _own(edition: Edition, house: House) -> Iterator[Xml]:
    known = {
        "agreement": edition.name_in_hash,
        "version": edition.version,
        "effective": edition.effective.isoformat() if edition.effective else "",
        "address": address_of(edition, house),
        "recipe": str(edition.recipe),
        "sha256": edition_sha256(edition),
        "titled": "yes" if edition.heading else "no",
    }
    yield element("c:edition", **{key: value for key, value in known.items() if value})
    for article in edition.articles:
        yield element("c:article", eId=article.id, number=article.number, version=article.version)
    for annex in edition.annexes:
        day = {"effective": annex.effective.isoformat()} if annex.effective else {}
        yield element("c:annex", eId=annex.id, number=annex.number, version=annex.version, kind=annex.kind, **day)


def _three_letters(tag: str) -> str:
    """``nld`` for ``nl`` (ISO 639-2, of two codes that of the language's own name); the tag itself where there is
    none."""
    codes = [code for code, short in get_global("language_aliases").items() if short == tag and len(code) == 3]
    return min(codes, key=lambda code: (not code.startswith(tag), code), default=tag)


class _Writer:
    def __init__(self, edition: Edition, notes: Notes) -> None:
        self._edition, self._notes = edition, notes
        self._footnotes = {note.id: note for note in edition.footnotes}
        self._written: set[str] = set()
        self._count = 0

    def body(self) -> Iterator[Xml]:
        """The parts of the edition in reading order."""
        edition = self._edition
        yield from self._sections(edition.preamble, "preamble")
        yield from self._articles(edition.articles)
        yield from self._sections(edition.closing, "closing")
        yield from (self._annex(annex) for annex in edition.annexes)
        yield from self._uncited()

    def _sections(self, sections: Iterable[Section], name: str) -> Iterator[Xml]:
        for section in sections:
            head = [element("heading", self.inline(section.heading))] if section.heading.plain else []
            content = element("content", *self._blocks(section.blocks), eId=f"{section.id}__content")
            known = {"class": f"level-{section.level}"}
            yield element("hcontainer", *head, content, name=name, eId=section.id, **known)

    def _articles(self, articles: Iterable[Article]) -> list[Xml]:
        """Each in its chapter, and chapters in each other."""
        top: list[Xml] = []
        open_: list[tuple[Chapter, list[Xml]]] = []

        def close() -> None:
            chapter, inner = open_.pop()
            known = {"class": f"level-{chapter.level}"}
            made = element("chapter", *self._head(chapter), *inner, eId=chapter.id, **known)
            (open_[-1][1] if open_ else top).append(made)

        for article in articles:
            for chapter in article.opens:
                while open_ and open_[-1][0] is not chapter.within:
                    close()
                open_.append((chapter, []))
            (open_[-1][1] if open_ else top).append(self._article(article))
        while open_:
            close()
        return top

    def _article(self, article: Article) -> Xml:
        intro = list(self._blocks(article.intro))
        clauses = [self._clause(clause) for clause in article.clauses]
        kind = "intro" if clauses else "content"
        first = [element(kind, *intro, eId=f"{article.id}__{kind}")] if intro or not clauses else []
        return element("article", *self._head(article), *first, *clauses, eId=article.id)

    def _clause(self, clause: Clause) -> Xml:
        above = [element("heading", self.inline(clause.subheading))] if clause.subheading else []
        content = element("content", *self._blocks(clause.blocks), eId=f"{clause.id}__content")
        return element("paragraph", element("num", clause.mark), *above, content, eId=clause.id)

    def _annex(self, annex: Annex) -> Xml:
        intro = list(self._blocks(annex.intro))
        sections = list(self._sections(annex.sections, "section"))
        kind = "intro" if sections else "content"
        first = [element(kind, *intro, eId=f"{annex.id}__{kind}")] if intro or not sections else []
        return element("hcontainer", *self._head(annex), *first, *sections, name="annex", eId=annex.id)

    def _head(self, part: Article | Annex | Chapter) -> Iterator[Xml]:
        """Its mark and its title, where these are all of its heading; else that as a whole."""
        heading = part.heading
        if part.mark and part.title and not heading.marks and heading.plain == f"{part.mark} {part.title}":
            yield element("num", part.mark)
            yield element("heading", self.inline(heading, len(part.mark) + 1))
        elif heading.plain:
            yield element("heading", self.inline(heading), **{"class": "whole"})

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Xml]:
        for block in blocks:
            match block:
                case Paragraph(text):
                    yield element("p", self.inline(text))
                case Items(items):
                    yield element("blockList", *map(self._item, items), eId=self._id("list"))
                case Definitions(entries):
                    rows = (
                        element(
                            "item",
                            element("p", entry.term, **{"class": "term"}),
                            element("p", self.inline(entry.text)),
                            eId=entry.id,
                        )
                        for entry in entries
                    )
                    yield element("blockList", *rows, eId=self._id("list"), **{"class": "definitions"})
                case Table(header, rows=table_rows):
                    head = element("tr", *(element("th", element("p", self.inline(cell))) for cell in header))
                    rest = (
                        element("tr", *(element("td", element("p", self.inline(cell))) for cell in row))
                        for row in table_rows
                    )
                    yield element("table", head, *rest, eId=self._id("table"))
                case Picture(path=path, words=words):
                    yield element("p", element("img", src=path, alt=words.plain))

    def _item(self, item: Item) -> Xml:
        words = element("p", self.inline(item.text))
        return element("item", element("num", item.mark), words, *self._blocks(item.blocks), eId=item.id)

    def _id(self, kind: str) -> str:
        self._count += 1
        return f"{kind}__{self._count}"

    def inline(self, text: Text, begin: int = 0) -> Xml:
        """``text`` from ``begin`` on, with its looks, its links, what it refers to and its footnotes."""
        links = {(mark.start, mark.end): ("a", mark.target) for mark in text.marks if mark.kind == "link"}
        for start, end, address in self._references(text):
            if all(end <= left or right <= start for left, right in links):
                links[start, end] = ("ref", address)
        notes = text.notes()
        cuts = {begin, len(text.plain), *notes} | {edge for link in links for edge in link}
        cuts |= {edge for mark in text.marks for edge in (mark.start, mark.end)}
        pieces = [self._note(name) for name in notes.get(begin, ())]
        for start, end in pairwise(sorted(cut for cut in cuts if cut >= begin)):
            piece = _lines(text.plain[start:end])
            kinds = {mark.kind for mark in text.marks if mark.start <= start and end <= mark.end}
            piece = element("i", piece) if "em" in kinds else piece
            piece = element("b", piece) if "strong" in kinds else piece
            for (left, right), (name, address) in links.items():
                if left <= start and end <= right and start < end:
                    piece = element(name, piece, href=address)
            pieces += [piece, *(self._note(name) for name in notes.get(end, ()))]
        return joined(*pieces)

    def _references(self, text: Text) -> list[tuple[int, int, str]]:
        owner, found = self._notes.owner(text), list[tuple[int, int, str]]()
        for reference in self._notes.references(text):
            found += led_from(reference, owner, lambda target: self._address(target.address))
        return found

    def _address(self, target: str) -> str | None:
        if target.startswith(("http://", "https://")):
            return target
        return f"#{target}" if target in self._notes.ids else None

    def _note(self, name: str) -> Xml:
        """A footnote stands where it is first referred to."""
        note = self._footnotes[name]
        if name in self._written:
            return element("noteRef", href=f"#{name}", marker=note.label)
        self._written.add(name)
        return element("authorialNote", self._words(note), marker=note.label, eId=note.id)

    def _words(self, note: Footnote) -> Xml:
        return element("p", self.inline(note.text))

    def _uncited(self) -> Iterator[Xml]:
        for note in self._footnotes.values():
            if note.id not in self._written:
                content = element("content", self._words(note), eId=f"{note.id}__content")
                yield element("hcontainer", element("num", note.label), content, name="footnote", eId=note.id)


def _lines(words: str) -> Xml:
    first, *more = words.split("\n")
    return joined(_text(first), *(joined(element("eol"), _text(line)) for line in more))


def _text(words: str) -> Xml:
    """Words as XML that stands in no element yet."""
    return Xml(str(element("x", words)).removeprefix("<x>").removesuffix("</x>")) if words else Xml("")


FORMAT = Format(
    file=in_form(EDITION_DATA, "xml"),
    title=lambda language: language.say("Akoma Ntoso (XML)"),
    make=akoma_ntoso,
    is_there=lambda agreement, edition: False,  # by ``clausule export`` alone: few ask for it, and each edition has it
    name="akn",
    media="application/akn+xml",
)
