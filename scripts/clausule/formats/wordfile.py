"""An edition as a Word file, with numbers that Word counts, in which a lawyer can go on writing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from babel.core import get_global

from clausule.analysis.cover import address_of
from clausule.analysis.references import Notes
from clausule.formats.flow import flow_of
from clausule.formats.format import Format
from clausule.formats.properties import own_properties
from clausule.formats.word import looks, parts
from clausule.formats.word.entries import Entries
from clausule.formats.word.numbering import Lists
from clausule.formats.word.package import MAIN, External, packed
from clausule.formats.word.paragraphs import Para, Pen, Written, WrittenRow, as_it_is
from clausule.formats.word.pictures import Pictures
from clausule.formats.word.xml import joined, w
from clausule.language.language import Language, language_of
from clausule.language.wording.names import capital, edition_name
from clausule.model.addresses import EDITION_DATA, in_form
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_sha256
from clausule.model.walk import edition_texts
from clausule.read.house import House

_NAME = re.compile(r"[^A-Za-z0-9_]")
_ADDRESS = re.compile(r"(?:https?:|mailto:)(?:[^()\s]|\([^()\s]*\))+")
_LONGEST_NAME = 40  # of a bookmark (17.16.5)


def word_edition(agreement: Agreement, edition: Edition, notes: Notes, status: str, house: House) -> bytes:
    """The Word file of an edition: always the same for the same edition and house."""
    entries = Entries(Lists())
    if edition.heading:
        entries.title(edition.heading)
    entries.add(flow_of(agreement, edition, notes))
    footnotes = parts.Footnotes(entries.notes)
    return word_file(
        agreement,
        edition,
        [as_it_is(entry) for entry in entries.all],
        footnotes,
        lists=entries.lists,
        house=house,
        head=(edition.title(agreement), capital(edition_name(edition))),
    )


def word_file(
    agreement: Agreement,
    edition: Edition,
    written: list[Written | WrittenRow],
    footnotes: parts.Footnotes,
    *,
    head: tuple[str, str],
    lists: Lists | None = None,
    house: House,
    tracked: Mapping[str, str] | None = None,
    said: Iterable[tuple[int, str]] = (),
) -> bytes:
    """A Word file of what is ``written``. ``head`` are the words at the left and at the right of each page, ``tracked``
    who made the changes and when, and ``said`` what the comments on them say."""
    language = language_of(edition.language)
    locale = locale_of(language)
    links: dict[str, External] = {}
    paras = [para for one in written for para in ([one.para] if isinstance(one, Written) else one.row.cells)]
    names = _bookmarks(paras)
    numbers = {para.id: para.shows.rstrip(".") for para in paras if para.shows}
    pictures = Pictures()
    pen = Pen(
        dict(tracked or {}),
        note=lambda run, op: footnotes.number(run.note, op),
        address=lambda address: links.setdefault(address, External(f"link{len(links) + 1}", address)).id,
        bookmark=lambda name: names.get(name, ""),
        number=lambda name: numbers.get(name, ""),
        picture=pictures.drawn,
    )
    body = joined(*pen.body(written))
    of_text = len(links)
    main = w("document", w("body", body, looks.section("rheader", "rfooter")), **parts.SPACES)
    comments = list(said)
    notes = footnotes.xml(pen)
    found = [
        parts.part("document", "officeDocument", main),
        parts.part("styles", "styles", looks.styles(locale, house.colour)),
        parts.part("settings", "settings", parts.settings(locale)),
        parts.part("footnotes", "footnotes", notes),
        parts.part("header1", "header", parts.running("hdr", head[0], [head[1]])),
        parts.part("footer1", "footer", parts.running("ftr", address_of(edition, house), _pages(language))),
        *([parts.part("numbering", "numbering", lists.xml())] if lists and lists.all else []),
        *([parts.part("comments", "comments", parts.comments(comments, tracked or {}))] if comments else []),
        *pictures.parts,
        *_properties(agreement, edition, language).parts(),
    ]
    outside = list(links.values())
    return packed(found, {MAIN: outside[:of_text], "word/footnotes.xml": outside})


def _pages(language: Language) -> list[str | tuple[str, str]]:
    """'page 1 of 9', of which the numbers are fields."""
    fields = {"{page}": ("PAGE", "1"), "{pages}": ("NUMPAGES", "1")}
    pieces = re.split(r"(\{pages?\})", language.say("page {page} of {pages}"))
    return [fields.get(piece, piece) for piece in pieces]


def locale_of(language: Language) -> str:
    """``nl-NL``: Word checks spelling as in a country."""
    likely = get_global("likely_subtags").get(language.tag, language.tag)
    tag, *more = str(likely).split("_")
    return "-".join((tag, *more[-1:]))


def _bookmarks(paras: Iterable[Para]) -> dict[str, str]:
    """The name of a bookmark for each place that something leads to, by its id."""
    paras = list(paras)
    wanted = {run.link[1:] for para in paras for run in para.runs if run.link.startswith("#")}
    there = [para.id for para in paras if para.id in wanted]
    return {name: f"_{_NAME.sub('_', name)}"[: _LONGEST_NAME - 4] + f"_{n}" for n, name in enumerate(there)}


def _properties(agreement: Agreement, edition: Edition, language: Language) -> parts.Properties:
    texts = (text for _, text in edition_texts(edition))
    targets = {mark.target for text in texts for mark in text.marks if mark.kind == "link"}
    links = sorted(target for target in targets if _ADDRESS.fullmatch(target))
    sha256 = edition_sha256(edition)
    return parts.Properties(
        title=edition.title(agreement),
        publisher=agreement.publisher,
        language=language.tag,
        version=edition.version,
        identifier=f"sha256:{sha256}",
        day=edition.effective,
        own={**own_properties(edition), **({"clausule links": " ".join(links)} if links else {})},
    )


FORMAT = Format(
    file=in_form(EDITION_DATA, "docx"),
    title=lambda language: language.say("Document (Word)"),
    make=word_edition,
    name="docx",
    media="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    document=True,
)
