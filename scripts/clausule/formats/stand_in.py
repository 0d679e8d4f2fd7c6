"""A document that says in a few sentences why there is none: what stands where words were taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clausule.formats.signs import unknown_signs
from clausule.formats.typesetting import is_installed, typeset
from clausule.formats.word import looks, parts
from clausule.formats.word.package import packed
from clausule.formats.word.xml import w
from clausule.formats.wordfile import locale_of
from clausule.language.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """Its ``title``, who says it (``publisher``), and the sentences that it ``says``."""

    language: Language
    title: str
    publisher: str
    says: Sequence[str]


def stand_in(file: str, told: StandIn) -> bytes | None:
    """What ``told`` says as a document of the kind of ``file``; None where there is no such kind, or it cannot be made
    here. Always the same for the same words."""
    make = _KINDS.get(file.rpartition(".")[2])
    return make(told) if make else None


def _pdf(told: StandIn) -> bytes | None:
    if not is_installed() or unknown_signs("".join((told.title, told.publisher, *told.says))):
        return None
    data = {
        "language": told.language.tag,
        "title": told.title,
        "author": told.publisher,
        "head": {"left": told.title, "right": ""},
        "foot": "",
        "page": told.language.say("page {page} of {pages}", page="{n}", pages="{all}"),
        "says": list(told.says),
    }
    return typeset("notice", data)


def _word(told: StandIn) -> bytes:
    locale = locale_of(told.language)
    rows = [("Title", told.title), *(("BodyText", words) for words in told.says)]
    body = (
        w("p", w("pPr", w("pStyle", val=style)), w("r", w("t", words, xml_space="preserve"))) for style, words in rows
    )
    found = [
        parts.part("document", "officeDocument", w("document", w("body", *body), **parts.SPACES)),
        parts.part("styles", "styles", looks.styles(locale, "")),
        *parts.Properties(title=told.title, publisher=told.publisher, language=told.language.tag).parts(),
    ]
    return packed(found, {})


_KINDS: dict[str, Callable[[StandIn], bytes | None]] = {"pdf": _pdf, "docx": _word}
