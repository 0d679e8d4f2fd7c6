"""What the words of an edition point to: references, uses of defined terms, choices and blanks. Made once, used twice
(by the rules and by the pages)."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TypeVar

from clausule.analysis.inline_items import inline_items
from clausule.language.language import language_of
from clausule.language.references import Reference, Target
from clausule.language.terms import Spans, whole_words
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import canonical, clause_sha256, digest, edition_sha256, reading_text
from clausule.model.ids import is_within
from clausule.model.nodes import Article, Clause, Definition, Text, all_items
from clausule.model.repeated import once_a_text
from clausule.model.walk import edition_texts, walk
from clausule.read.chapters import chapter_word


@dataclass(frozen=True, slots=True)
class TermUse:
    """``plain[start:end]`` of a text uses a defined term."""

    start: int
    end: int
    definition: Definition


@dataclass(frozen=True, slots=True)
class Field:
    """``plain[start:end]`` asks for an answer: a ``choice`` (with its ``options``) or a ``blank``."""

    start: int
    end: int
    kind: str
    options: tuple[str, ...] = ()


# 'JA / NEE' is a choice, a run of dots a blank. Capital letters tell a choice from 'en/of'.
_CHOICE = re.compile(r"\b[A-Z]{2,}(?:[ \t]*/[ \t]*[A-Z]{2,})+\b")
_BLANK = re.compile(r"(?<![.…])[.…]*(?:…{2}|\.{5}|…\.|_{4})[.…_]*")
_OF_BLANKS = ("…", ".....", "____")
"""Each blank has one of these: few texts have, and to look for it first is quick."""


@once_a_text
def _fields_in(plain: str) -> tuple[Field, ...]:
    found: list[Field] = []
    if "/" in plain:
        for match in _CHOICE.finditer(plain):
            found.append(Field(*match.span(), "choice", tuple(option.strip() for option in match[0].split("/"))))
    if any(sign in plain for sign in _OF_BLANKS):
        found += [Field(*match.span(), "blank") for match in _BLANK.finditer(plain)]
    return tuple(sorted(found, key=lambda field: field.start))


class Notes:
    """Everything that the words of one edition point to. Each part is worked out when it is first asked for."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.language = language_of(edition.language)

    def __reduce__(self) -> tuple[type[Notes], tuple[Edition]]:
        return Notes, (self.edition,)  # another process works it out for itself

    @cached_property
    def _owner(self) -> dict[Text, str]:
        return {text: owner for owner, text in edition_texts(self.edition)}

    @cached_property
    def sha256(self) -> str:
        """The hash of the edition."""
        known = self.edition.imprint
        return known.sha256 if known else edition_sha256(self.edition)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that a reference can point to: articles, clauses, items, annexes, sections."""
        return frozenset(edition_ids(self.edition))

    def owner(self, text: Text) -> str:
        """The id of the clause, article, section or annex that holds ``text``."""
        return self._owner.get(text, "")

    def references(self, text: Text) -> list[Reference]:
        """The references in ``text``, in order. Where the leden of an article are items, 'lid 2' is such an item.

        What can be read in two ways is not among them, and an act that is named alone by a defined term is a use of
        that term.
        """
        key = text.plain, self.owner(text)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._references(*key)
        return found

    @cached_property
    def _known(self) -> dict[tuple[str, str], list[Reference]]:
        """What was found in the words of an edition to which all references are the same: nearly always the one before
        it, which has nearly all of its words. All that decides beside these is named here."""
        if self.edition.lenders:
            return {}
        articles = tuple(
            [(one.id, one.number, tuple([clause.id for clause in one.clauses])) for one in self.edition.articles]
        )
        named = self._own_names, frozenset(self._forms), tuple(self._annexes), self._has_signs
        places = tuple(self._inline), tuple(self._chapters.items())
        return _found_among(self.language, self.ids, articles, named, places)

    def _references(self, plain: str, owner: str) -> list[Reference]:
        find = self.language.references.find_references
        found = find(plain, owner, self._own_names)
        for lender, names, ids in self._lenders:
            if any(_is_elsewhere(reference) for reference in found):
                there = find(plain, "", names)
                whole = f"{lender.name}/{language_of(lender.language).slugs.whole_page}"
                found = _lent(found, {other.start: other for other in there}, ids, whole)
        found = self._with_loose(plain, owner, found)
        return [one for reference in found if (one := self._settled(reference, owner)).targets]

    def _with_loose(self, plain: str, owner: str, found: list[Reference]) -> list[Reference]:
        """``found``, and between them what points to a place that this edition has. Beside an act, an item or a
        chapter may be one of that act."""
        loose = self.language.references.find_loose(plain, owner)
        if not loose:
            return found
        taken = Spans((reference.start, reference.end) for reference in found)
        of_acts = any(target.kind == "act" for reference in found for target in reference.targets)
        more = [
            reference
            for reference in loose
            if not taken.meets(reference.start, reference.end) and not (of_acts and _may_be_of_an_act(reference))
        ]
        return sorted([*found, *more], key=lambda reference: reference.start) if more else found

    @cached_property
    def _own_names(self) -> frozenset[str]:
        return self._names_of(self.edition)

    @cached_property
    def _lenders(self) -> list[tuple[Edition, frozenset[str], frozenset[str]]]:
        """The agreements whose terms this one uses, the names that each has for itself, and its ids."""
        return [(one, self._names_of(one), frozenset(edition_ids(one))) for one in self.edition.lenders]

    def _names_of(self, edition: Edition) -> frozenset[str]:
        title = edition.heading.plain if edition.heading else ""
        defined = ((one.term, one.text.plain) for one in edition.definitions)
        return self.language.references.own_names(title, defined)

    def _settled(self, reference: Reference, owner: str) -> Reference:
        """``reference`` as this edition can mean it, without the targets that it cannot."""
        targets = tuple(
            self._chapter_of(self._as_here(target, owner), reference)
            for target in reference.targets
            if self._is_meant(target, reference)
        )
        if reference.loose and any(one.address not in self.ids or is_within(owner, one.address) for one in targets):
            targets = ()
        return reference if targets == reference.targets else replace(reference, targets=targets)

    def _is_meant(self, target: Target, reference: Reference) -> bool:
        if target.kind == "act" and not target.article:
            return reference.text not in self._forms
        if target.unsure:  # 'artikel 30 en artikel 32 van de AVG', and article 30 is here too
            return f"{self.language.grammar.ARTICLE}-{target.article}" not in self.ids
        if target.kind == "chapter":
            return target.address in self.ids
        if target.kind == "annex" and not target.annex:  # 'de Bijlage': it may be a term, and there may be several
            return reference.text not in self._forms and (len(self._annexes) < 2 or target.address in self.ids)
        if target.kind == "clause" and reference.text.startswith("§"):
            return self._has_signs
        return True

    @cached_property
    def _chapters(self) -> dict[tuple[str, str], str]:
        """The ids of the chapters, each by its word and the address of the article with its number."""
        opened = (chapter for article in self.edition.articles for chapter in article.opens)
        return {(chapter_word(one.mark), f"{self.language.grammar.ARTICLE}-{one.number}"): one.id for one in opened}

    def _chapter_of(self, target: Target, reference: Reference) -> Target:
        """``target``, or the chapter that is meant where chapters have the word of an article: 'Section II'."""
        named = chapter_word(reference.text), target.address
        found = self._chapters.get(named) if target.kind == "clause" else None
        return replace(target, kind="chapter", address=found) if found else target

    @cached_property
    def _inline(self) -> dict[str, str]:
        return inline_items(self.edition)

    @cached_property
    def _annexes(self) -> list[str]:
        return [annex.id for annex in self.edition.annexes]

    @cached_property
    def _has_signs(self) -> bool:
        """Whether articles are headed '§ 7'; elsewhere that sign is a lid of nobody knows which article."""
        return any(article.heading.plain.startswith("§") for article in self.edition.articles if article.heading)

    def _as_here(self, target: Target, owner: str) -> Target:
        if target.kind == "annex" and not target.annex and self._annexes:
            return replace(target, address=target.address if target.address in self.ids else self._annexes[0])
        if target.kind != "clause":
            return target
        address = self._near(target, owner)
        item = address.replace(".", "-")
        if address not in self.ids:
            address = item if item in self.ids else self._inline.get(address, address)
        return target if address == target.address else replace(target, address=address)

    def _near(self, target: Target, owner: str) -> str:
        """The address of ``target`` seen from ``owner``: articles that begin anew in each chapter are those of its own
        chapter, and 'the one before' is what stands there."""
        article = self._article_of.get(owner)
        if article is None:
            return target.address
        if target.step:
            row, place = self._row_of[owner if target.paragraph else article.id]
            return row[place + target.step] if 0 <= place + target.step < len(row) else target.address
        anew = f"{self.language.grammar.ARTICLE}-{article.number}"
        if article.id == anew or not target.address.startswith(f"{self.language.grammar.ARTICLE}-{target.article}"):
            return target.address
        first = f"{self.language.grammar.ARTICLE}-{target.article.partition('.')[0]}"
        mine = first + article.id.removeprefix(anew)
        return mine + target.address.removeprefix(first) if mine in self.ids else target.address

    @cached_property
    def _article_of(self) -> dict[str, Article]:
        return {
            name: article
            for article in self.edition.articles
            for name in (article.id, *(clause.id for clause in article.clauses))
        }

    @cached_property
    def _row_of(self) -> dict[str, tuple[list[str], int]]:
        """Of each article and each clause the row in which it stands, and its place there."""
        rows = [[article.id for article in self.edition.articles]]
        rows += ([clause.id for clause in article.clauses] for article in self.edition.articles)
        return {name: (row, place) for row in rows for place, name in enumerate(row)}

    def terms(self, text: Text) -> list[TermUse]:
        """The uses of defined terms in ``text``, in order; none inside the text that defines that very term."""
        return [use for use in self.all_terms(text) if not self._defines(text, use)]

    @staticmethod
    def _defines(text: Text, use: TermUse) -> bool:
        """Whether ``use`` stands in its own definition; a name given in passing is defined by those words alone."""
        if use.definition.head is text:
            return True
        if use.definition.text is not text:
            return False
        return use.definition.source != "name" or text.place(use.start) == use.definition.term_place

    def all_terms(self, text: Text) -> list[TermUse]:
        """As ``terms``, with those inside a term's own definition."""
        if self._pattern is None:
            return []
        forms = self._forms
        return [TermUse(*match.span(), forms[match[0]]) for match in self._pattern.finditer(text.plain)]

    @staticmethod
    def fields(text: Text) -> list[Field]:
        """The choices and blanks in ``text``, in order."""
        return list(_fields_in(text.plain))

    def clause_sha256(self, clause: Clause) -> str:
        """The hash of one clause, by the recipe of its edition."""
        return clause_sha256(clause, self.edition.recipe)

    @staticmethod
    def canonical(clause: Clause) -> str:
        """The canonical text of one clause, without its number."""
        return canonical(reading_text(clause.blocks)[0])

    @cached_property
    def _forms(self) -> dict[str, Definition]:
        forms: dict[str, Definition] = {}
        for definition in (*self.edition.definitions, *self.edition.borrowed):
            for form in self.language.terms.written_forms(definition.term):
                forms.setdefault(form, definition)
        lent = [row for lender in self.edition.lenders for row in lender.inflections.items()]
        for term, inflected in (*self.edition.inflections.items(), *lent):
            if term in forms:
                for form in inflected:
                    forms.setdefault(form, forms[term])
        return forms

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        return whole_words(self._forms)


@lru_cache(maxsize=4)
def _found_among(*same: Hashable) -> dict[tuple[str, str], list[Reference]]:
    """The references in words and for their owners, in all editions in which ``same`` is the same."""
    return {}


def _is_elsewhere(reference: Reference) -> bool:
    """Whether ``reference`` is of another document, or of an act that has no address."""
    return all(target.kind == "act" and target.address.startswith("act:") for target in reference.targets)


def _lent(found: list[Reference], there: dict[int, Reference], ids: frozenset[str], whole: str) -> list[Reference]:
    """``found``, with the places that it names in another agreement, which has these ``ids``: ``there`` are the
    references as that agreement would mean them itself, ``whole`` is the page with its text."""
    result = []
    for reference in found:
        other = there.get(reference.start) if _is_elsewhere(reference) else None
        if other and all(target.kind in ("clause", "annex") and target.address in ids for target in other.targets):
            act = reference.targets[0].act
            lent = (replace(one, kind="act", act=act, address=f"{whole}#{one.address}") for one in other.targets)
            reference = replace(reference, targets=tuple(lent))
        result.append(reference)
    return result


def _may_be_of_an_act(reference: Reference) -> bool:
    return any(
        target.kind == "chapter" or (target.kind == "clause" and not target.article) for target in reference.targets
    )


def proper_names(agreement: Agreement) -> re.Pattern[str] | None:
    """The proper names of an agreement, which may hold a term without using it."""
    names = agreement.meta.values.get("names")
    return whole_words(str(name) for name in names) if isinstance(names, list) else None


def terms_in(text: Text, notes: Notes, names: re.Pattern[str] | None) -> list[TermUse]:
    """The uses of defined terms in ``text``; 'Autoriteit Persoonsgegevens' is a name and uses no term."""
    found = notes.terms(text)
    if not found or names is None:
        return found
    named = [match.span() for match in names.finditer(text.plain)]
    return [use for use in found if not _inside(use.start, use.end, named)]


def _inside(start: int, end: int, named: list[tuple[int, int]]) -> bool:
    """Whether ``start`` to ``end`` is a part, not the whole, of one of the names, which are in order."""
    index = bisect_right(named, (start, sys.maxsize)) - 1
    return index >= 0 and end <= named[index][1] and named[index] != (start, end)


@lru_cache(maxsize=64)
def edition_ids(edition: Edition) -> tuple[str, ...]:
    """The ids of everything in the edition that can be pointed to, in reading order."""
    return tuple(name for part in walk(edition) for name in (part.id, *(item.id for item in all_items(part.blocks))))


def frame_ids(edition: Edition) -> Iterable[str]:
    """The ids of its articles, clauses, annexes and sections, in reading order."""
    return (part.id for part in walk(edition))


def frame_sha256(edition: Edition) -> str:
    """A hash of what an edition consists of: the numbers and titles of its articles, clauses, annexes and sections."""
    if edition.imprint:
        return edition.imprint.frame
    titles = [[article.title for article in edition.articles], [annex.title for annex in edition.annexes]]
    sections = [[section.id, section.title] for annex in edition.annexes for section in annex.sections]
    return digest([list(frame_ids(edition)), titles, sections])


Led = TypeVar("Led")


def led_from(reference: Reference, owner: str, lead: Callable[[Target], Led | None]) -> list[tuple[int, int, Led]]:
    """The words of each target with where they ``lead``, if anywhere: 'artikelen 3 en 5' is two, 'artikelen 14 t/m 22
    AVG' its two ends.

    What has no words of its own (15 to 21, the second of 'lid 2 en lid 3') is near another. None leads to ``owner``,
    the clause that it stands in.
    """
    found: list[tuple[int, int, Led]] = []
    for target in sorted(reference.targets, key=lambda target: target.end - target.start):
        apart = all(target.end <= start or end <= target.start for start, end, _ in found)
        led = lead(target) if apart and target.address != owner else None
        if led is not None:
            found.append((target.start, target.end, led))
    found.sort(key=lambda one: one[0])
    if found:  # the first and the last also take the words around: 'artikelen', 'AVG'
        found[0] = (reference.start, *found[0][1:])
        found[-1] = (found[-1][0], reference.end, found[-1][2])
    return found
