"""Editions and agreements: what is known of a text as a whole, and its words when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from clausule.model.claims import Beside
from clausule.model.nodes import Annex, Article, Block, Chapter, Definition, Footnote, Place, Section, Text
from clausule.model.notes import Allowance, ChangeNote, Erratum, PairNote, ShortLine, Withdrawal
from clausule.model.versions import version_order

if TYPE_CHECKING:
    from clausule.model.findings import Finding
    from clausule.model.notices import Notice
    from clausule.model.sub_processors import SubProcessors


@dataclass(frozen=True, slots=True, eq=False)
class FrontMatter:
    """The front matter of one file as plain data (str, int, float, bool, None, list, dict; dates stay strings).

    ``place`` answers for a path of keys and indexes, such as ``("errata", 0, "words")``; for an unknown path it
    answers with the nearest parent's place.
    """

    values: dict[str, Any]
    place: Callable[[tuple[str | int, ...]], Place]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Body:
    """The words of an edition, and what its author says beside them.

    ``heading`` is its title as on its cover, where it has one. ``lenders`` are the editions of other agreements whose
    terms it uses. ``files`` maps each source path that it is made of, includes too, to the sha256 of its bytes, and
    ``findings`` are what its reader found in them.
    """

    meta: FrontMatter
    preamble: tuple[Section, ...]
    articles: tuple[Article, ...]
    closing: tuple[Section, ...]
    annexes: tuple[Annex, ...]
    definitions: tuple[Definition, ...]
    inflections: dict[str, tuple[str, ...]] = field(default_factory=dict)
    errata: tuple[Erratum, ...] = ()
    allow: tuple[Allowance, ...] = ()
    heading: Text | None = None
    changes: tuple[ChangeNote, ...] = ()
    in_short: tuple[ShortLine, ...] = ()
    pairs: tuple[PairNote, ...] = ()
    beside: Beside = field(default_factory=Beside)
    lenders: tuple[Edition, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What the words of an edition come to: their hash, the addresses of their pages, a hash of their frame (the
    numbers and titles of what the edition consists of), and whether they speak of sub-processors. ``manifest`` is the
    hash of its manifest, with version and hash of the one before it; empty where there is none. ``heading`` is its
    title as on its cover, where it has one, and ``parties`` what it says of each party. ``breach`` is the address of
    its page for who discovers a breach."""

    sha256: str
    pages: tuple[str, ...]
    frame: str
    sub_processors: bool = False
    manifest: tuple[str, ...] = ()
    heading: str = ""
    parties: tuple[str, ...] = ()
    breach: str = ""


@dataclass(frozen=True, eq=False, kw_only=True)
class Edition:
    """One complete dated text of an agreement.

    ``version`` is the folder's name, unless the edition has no version number: then ``numbered`` is false and the
    folder's name is only an address. ``effective`` is None when the text carries no date; ``until`` is the first day on
    which it no longer applies and ``announced`` that on which it was made known, where the author says so. ``concept``
    is true when the text is not agreed.

    ``read`` gives its words. It is asked once, when they are first needed: who publishes one edition needs those of few
    others, and another process reads for itself. ``made_of`` and ``imprint`` are there when the same files were read
    before: which they are, and what their words come to. ``language`` is the tag of the language that it is written
    in, such as ``nl``, and ``recipe`` is that of its hash (``model.hashes``): that with which it was frozen, else the
    newest. ``frozen_as`` is what the agreement was called when it was frozen, where that is another name than it has
    now; it is hashed with the words by recipe 1, and stands in the manifest. ``effective_shown`` is what the text
    itself says of its day, where it names only a month. ``withdrawn`` says when and why it was taken back, if it was.
    ``audience`` are the customers to whom alone it applies, in the words of the author; empty when it is for all.
    """

    agreement: str
    version: str
    numbered: bool
    effective: date | None
    until: date | None
    announced: date | None
    concept: bool
    folder: str
    read: Callable[[], Body]
    made_of: dict[str, str] | None = None
    imprint: Imprint | None = None
    effective_shown: str = ""
    recipe: int = 2
    frozen_as: str = ""
    audience: str = ""
    withdrawn: Withdrawal | None = None
    language: str = field(kw_only=True)

    @cached_property
    def body(self) -> Body:
        return self.read()

    @cached_property
    def files(self) -> dict[str, str]:
        """Each source path that it is made of, includes too, with the sha256 of its bytes."""
        return self.body.files if self.made_of is None else self.made_of

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What its reader found; nothing where the same files were read before."""
        return self.body.findings if self.made_of is None else ()

    def was_read(self, files: dict[str, str], findings: tuple[Finding, ...]) -> None:
        """Keeps what came of reading it elsewhere; its words are read here when they are asked for here."""
        vars(self).update(files=files, findings=findings)

    def forget(self, imprint: Imprint) -> None:
        """Keeps what its words come to, and lets go of them: they are read again when they are asked for."""
        vars(self).update(files=self.files, findings=self.findings, imprint=imprint)
        for name in ("body", "borrowed"):
            vars(self).pop(name, None)

    def __getstate__(self) -> dict[str, Any]:
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @property
    def meta(self) -> FrontMatter:
        return self.body.meta

    @property
    def preamble(self) -> tuple[Section, ...]:
        return self.body.preamble

    @property
    def articles(self) -> tuple[Article, ...]:
        return self.body.articles

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The headings above articles, in reading order."""
        return tuple(chapter for article in self.articles for chapter in article.opens)

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The footnotes of all pages, in reading order."""
        holders: tuple[Section | Article | Annex, ...] = (
            *self.preamble,
            *self.articles,
            *self.closing,
            *self.annexes,
        )
        return tuple(note for holder in holders for note in holder.footnotes)

    @property
    def closing(self) -> tuple[Section, ...]:
        return self.body.closing

    @property
    def annexes(self) -> tuple[Annex, ...]:
        return self.body.annexes

    @property
    def definitions(self) -> tuple[Definition, ...]:
        return self.body.definitions

    @property
    def lenders(self) -> tuple[Edition, ...]:
        return self.body.lenders

    @cached_property
    def borrowed(self) -> tuple[Definition, ...]:
        """The definitions of its lenders, each with an id that no definition of its own has and the name of the edition
        that it is from."""
        return tuple(
            replace(definition, id=f"{lender.agreement}-{definition.id}", lender=lender.name)
            for lender in self.lenders
            for definition in lender.definitions
        )

    @property
    def inflections(self) -> dict[str, tuple[str, ...]]:
        return self.body.inflections

    @property
    def errata(self) -> tuple[Erratum, ...]:
        return self.body.errata

    @property
    def allow(self) -> tuple[Allowance, ...]:
        return self.body.allow

    @property
    def changes(self) -> tuple[ChangeNote, ...]:
        return self.body.changes

    @property
    def in_short(self) -> tuple[ShortLine, ...]:
        """The author's summary, a line for each thing."""
        return self.body.in_short

    @property
    def pairs(self) -> tuple[PairNote, ...]:
        return self.body.pairs

    @property
    def beside(self) -> Beside:
        return self.body.beside

    @property
    def heading(self) -> Text | None:
        return self.body.heading

    def title(self, agreement: Agreement) -> str:
        """Its title as on its cover, which is part of the text; else the name of the agreement."""
        return self.own_title or agreement.title

    @property
    def own_title(self) -> str:
        """Its title as on its cover, if it has one; the words are not read when its imprint is known."""
        if self.imprint:
            return self.imprint.heading
        return self.heading.plain if self.heading else ""

    @property
    def is_emptied(self) -> bool:
        """Whether it was taken back with its words: nothing is left of it but that."""
        return bool(self.withdrawn and self.withdrawn.is_emptied)

    @property
    def never_applied(self) -> bool:
        """Whether it was taken back before it took effect, or on that very day."""
        return bool(self.withdrawn and self.effective and self.withdrawn.day <= self.effective)

    @property
    def known_late(self) -> date | None:
        """The day on which it was made known, where it takes effect from a day before that."""
        late = self.announced and self.effective and self.announced > self.effective
        return self.announced if late and not self.never_applied else None

    @property
    def name_in_hash(self) -> str:
        """What the agreement was called when the edition was frozen: that never changes."""
        return self.frozen_as or self.agreement

    @property
    def name(self) -> str:
        """``mickcom/1.5``."""
        return f"{self.agreement}/{self.version}"


# Whom a new edition of an agreement binds: everybody from its day on, or who signs it.
FOR_ALL, BY_SIGNATURE = "all", "signature"

FrozenText = Callable[[Edition, str], Edition | None]


@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """One document of one publisher, with its editions from old to new (undated ones first, concepts last).

    ``meta`` holds ``title``, ``publisher``, ``contact`` and so on; ``intro`` is the introduction to readers;
    ``lock`` maps a version to the sha256 that was recorded when it was frozen. ``sub_processors`` is None without a
    list. ``language`` is the tag of its language. ``signatures`` are those under the manifests of its editions, by
    version, as they were read, and ``signers`` the lines that name the keys that count. ``frozen_text`` gives an
    edition as it was when its hash was the one that is handed in, where the history of the sources is there.
    ``notices`` is what the publisher says that it sent, ``names`` are the slugs that it had before, from old to new.
    ``translation`` says of what it is a translation, if it is one.
    """

    slug: str
    meta: FrontMatter
    intro: tuple[Block, ...]
    editions: tuple[Edition, ...]
    lock: dict[str, str]
    sub_processors: SubProcessors | None = None
    emptied: tuple[Edition, ...] = ()
    language: str = field(kw_only=True)
    signatures: Mapping[str, bytes] = field(default_factory=dict, kw_only=True)
    signers: tuple[str, ...] = field(default=(), kw_only=True)
    frozen_text: FrozenText | None = field(default=None, kw_only=True)
    notices: tuple[Notice, ...] = field(default=(), kw_only=True)
    names: tuple[str, ...] = field(default=(), kw_only=True)
    translation: Translation | None = field(default=None, kw_only=True)

    @property
    def all_editions(self) -> tuple[Edition, ...]:
        """Every edition that has an address, from old to new."""
        return tuple(sorted((*self.editions, *self.emptied), key=age)) if self.emptied else self.editions

    @property
    def title(self) -> str:
        return str(self.meta.values.get("title") or self.slug)

    @property
    def publisher(self) -> str:
        return str(self.meta.values.get("publisher") or "")

    @property
    def applies(self) -> str:
        """Whom a new edition binds (``FOR_ALL``, ``BY_SIGNATURE``): as an agreement binds who signs it, that, where its
        author says nothing."""
        return str(self.meta.values.get("applies") or BY_SIGNATURE)

    @property
    def former(self) -> tuple[str, ...]:
        """The slugs that it had before and has no more: what was published there leads on."""
        return tuple(name for name in dict.fromkeys(self.names) if name != self.slug)

    @property
    def first_name(self) -> str:
        """The slug that it had first: what a program knows news by must not change."""
        return self.names[0] if self.names else self.slug


@dataclass(frozen=True, slots=True, eq=False)
class Translation:
    """``original`` is the agreement of which another is a translation, never itself one. ``prevails`` is the tag of the
    language of the two whose text counts where they differ, as the author says it; empty where he does not."""

    original: Agreement
    prevails: str

    def translated(self, edition: Edition) -> Edition | None:
        """The edition of the original that ``edition`` translates: the one with the same version."""
        return next((one for one in self.original.editions if one.version == edition.version), None)


def translations_of(original: Agreement, agreements: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """Those of ``agreements`` that are translations of ``original``, in their order."""
    return tuple(one for one in agreements if one.translation and one.translation.original.slug == original.slug)


def in_other_languages(agreement: Agreement, agreements: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """Of ``agreements`` what ``agreement`` is a translation of, or else its translations."""
    if agreement.translation:
        return tuple(one for one in agreements if one.slug == agreement.translation.original.slug)
    return translations_of(agreement, agreements)


def all_in_other_languages(agreements: Sequence[Agreement]) -> dict[str, tuple[Agreement, ...]]:
    """``in_other_languages`` of each of ``agreements`` that has any, by slug: asked of one after the other it would
    take as long as there are agreements, by their square."""
    translated = {one.slug: one.translation.original.slug for one in agreements if one.translation}
    concerned = {*translated, *translated.values()}
    related = [one for one in agreements if one.slug in concerned]
    return {one.slug: in_other_languages(one, related) for one in related}


def newest(editions: Sequence[Edition]) -> Edition:
    """Of editions from old to new the last that is agreed and applied, or the last of all where none is."""
    settled = (one for one in reversed(editions) if not one.concept and not one.never_applied)
    return next(settled, editions[-1])


def number_before(editions: Sequence[Edition], number: int) -> int:
    """The index of the edition that that at ``number`` (not 0) follows, and is compared with: the one before it in age
    that was not taken back before it took effect; where there is none, the one before it."""
    before = number - 1
    while before >= 0 and editions[before].never_applied:
        before -= 1
    return before if before >= 0 else number - 1


def steps_between(editions: Sequence[Edition], old: int, new: int) -> list[int]:
    """The editions that lead from the one at ``old`` to that at ``new``, in either order: those after the older one, up
    to and with the newer one. One that never applied leads to itself only."""
    low, high = sorted((old, new))
    between = [number for number in range(low + 1, high) if not editions[number].never_applied]
    begin = [low] if 0 < low < high and editions[low].never_applied else []
    return [*begin, *between, high] if low < high else []


def successive(editions: Sequence[Edition]) -> list[tuple[int, int]]:
    """Each edition but the first with the one that it follows."""
    return [(number_before(editions, number), number) for number in range(1, len(editions))]


def age(edition: Edition) -> tuple[bool, date, tuple[Any, ...]]:
    """A key that sorts editions from old to new: undated ones first, concepts last."""
    return edition.concept, edition.effective or date.min, version_order(edition.version)
