"""What stands in the letter: what changes, what the agreement says of it, the chance to object, what the law and the
EDPB add. The words of the agreement are quoted; no term or right stands here that they lack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausule.analysis.addresses import Addresses
from clausule.analysis.notices import Announcement, Rights, rights_of
from clausule.analysis.sub_processors import is_outside
from clausule.compare.explanations import edition_before
from clausule.compare.remarks import compare_editions
from clausule.compare.wording import change_heading
from clausule.language.language import Language, language_of
from clausule.language.wording.names import edition_name, full_title, listed, part_name, version_name
from clausule.language.wording.site import contact_words
from clausule.law.countries import country_name
from clausule.law.eur_lex import eur_lex
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import reading_text
from clausule.model.sub_processors import ACTIVE_DAY, SubProcessor
from clausule.model.walk import Part
from clausule.pages.comparison.places import pair_address
from clausule.pages.kit.contact import contact_of
from clausule.pages.sub_processors.calendar import row_address
from clausule.pages.sub_processors.data import ground_words, key_names, period_words

_GDPR = "32016R0679"


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph; ``kind`` is ``heading``, ``words``, or ``quote`` or ``fact``, which ``name`` names."""

    kind: str
    words: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in the ``language`` with that tag. It holds nothing of the clock: the same sources give the same
    letter."""

    subject: str
    parts: tuple[Said, ...]
    language: str


def letter_of(agreement: Agreement, announcement: Announcement, base: str) -> Letter:
    """The letter with which ``announcement`` is sent; ``base`` is the address of the site."""
    language = language_of(agreement.language)
    writer = _Writer(agreement, announcement, base, language)
    parts = writer.of_row(announcement.row) if announcement.row else writer.of_edition()
    return Letter(writer.subject(), tuple(part for part in parts if part.words), language.tag)


class _Writer:
    """One letter on its way."""

    def __init__(self, agreement: Agreement, announcement: Announcement, base: str, language: Language) -> None:
        self.agreement, self.announcement, self.base, self.language = agreement, announcement, base, language
        self.say, self.long = language.say, language.dates.long
        self.rights: Rights = rights_of(agreement, announcement)
        self.publisher = agreement.publisher or language.say("the processor")

    def subject(self) -> str:
        row, edition, title = self.announcement.row, self.announcement.edition, full_title(self.agreement)
        if row:
            return self.say("Announcement of a sub-processor: {name} ({agreement})", name=row.name, agreement=title)
        assert edition
        return self.say("Announcement: {agreement}, {edition}", agreement=title, edition=edition_name(edition))

    def of_row(self, row: SubProcessor) -> Iterator[Said]:
        say, title = self.say, full_title(self.agreement)
        replaced = self.agreement.sub_processors.row(row.replaces) if self.agreement.sub_processors else None
        yield self._words(say("Dear customer,"))
        yield self._words(
            say(
                "{publisher} intends to engage another sub-processor under the {agreement}. This was announced on "
                "{day}.",
                publisher=self.publisher,
                agreement=title,
                day=self.long(self.announcement.day),
            )
        )
        if replaced:
            yield self._words(say("It takes the place of {name}.", name=replaced.name))
        yield self._heading(say("What changes"))
        yield from self._facts(row)
        yield self._words(row.reason)
        yield self._words(
            say("The list of sub-processors: {address}", address=row_address(self.agreement, row, self.base))
        )
        yield from self._agreed()
        yield self._heading(say("Objecting"))
        yield from self._objection(row)
        yield from self._law()
        yield self._words(self.publisher)

    def of_edition(self) -> Iterator[Said]:
        edition, say = self.announcement.edition, self.say
        assert edition
        old = edition_before(self.agreement, edition)
        yield self._words(say("Dear customer,"))
        yield self._words(
            say(
                "{publisher} announced on {day} another text of the {agreement}: {edition}.",
                publisher=self.publisher,
                day=self.long(self.announcement.day),
                agreement=full_title(self.agreement),
                edition=edition_name(edition),
            )
        )
        if edition.effective and not edition.effective_shown:
            yield self._words(say("It takes effect on {day}.", day=self.long(edition.effective)))
        yield self._words(say("The text: {address}", address=f"{self.base}{self.agreement.slug}/{edition.version}/"))
        if old:
            yield self._heading(say("What changes since {edition}", edition=version_name(old)))
            yield from self._changes(old, edition)
        yield from self._agreed()
        yield from self._reach(say("Questions can be put to:"))
        yield self._words(self.publisher)

    def _facts(self, row: SubProcessor) -> Iterator[Said]:
        names = key_names(self.language)
        places = "; ".join(self._place(row, number) for number in range(len(row.locations)))
        start = self.language.sub_processors.unknown if ACTIVE_DAY in row.unknown else ""
        facts = {
            "name": row.name,
            "address": row.address,
            "contact": ", ".join(row.contact.values()),
            "service": row.service,
            "purpose": row.purpose,
            "data": "; ".join(row.data),
            "data_subjects": "; ".join(row.data_subjects),
            "places": places,
            "active": self.long(row.active) if row.active else start,
        }
        for key, words in facts.items():
            yield Said("fact", words, names[key])

    def _place(self, row: SubProcessor, number: int) -> str:
        location = row.locations[number]
        known = [country_name(location.country, self.language.tag), location.where]
        if is_outside(row, location):
            ground = ground_words(row, location, self.language)
            known.append(self.say("outside the EEA") + ", " + self.say("Ground for transfer") + ": " + ground)
        return ", ".join(filter(None, known))

    def _changes(self, old: Edition, new: Edition) -> Iterator[Said]:
        comparison, remarks = compare_editions(self.agreement, old, new)
        for change in comparison.changes:
            if change.kind == "unchanged" or change.only_number:
                continue
            said = remarks.said(change)
            yield Said("fact", said.why if said and said.why else "–", change_heading(self.language, change))
        address = f"{self.base}{self.agreement.slug}/{pair_address(old, new)}"
        yield self._words(self.say("Old and new words side by side: {address}", address=address))

    def _agreed(self) -> Iterator[Said]:
        """What the agreement says, word for word."""
        edition = self.rights.edition
        if not edition or not self.rights.says:
            return
        yield self._heading(self.say("What the agreement says ({edition})", edition=edition_name(edition)))
        for part in self.rights.says:
            yield Said("quote", reading_text(part.blocks)[0], self._name(part))
        address = Addresses(edition).address(self.rights.says[0].id)
        if address is not None:
            home = f"{self.base}{self.agreement.slug}/{edition.version}/"
            yield self._words(self.say("To be read at: {address}", address=f"{home}{address}"))

    def _objection(self, row: SubProcessor) -> Iterator[Said]:
        rights, say = self.rights, self.say
        clauses = listed(self.language, [self._name(part) for part in rights.objection])
        if not rights.objection:
            yield self._words(say("The agreement does not say whether you can object, or until when."))
        elif rights.period and rights.period.has_length and rights.until:
            yield self._words(
                say(
                    "Under {clause} you can object. The agreement names a term of {period} after the announcement; the "
                    "last day is {day}.",
                    clause=clauses,
                    period=period_words(rights.period, self.language),
                    day=self.long(rights.until),
                )
            )
        elif rights.declared and not (rights.period and rights.period.has_length):
            yield self._words(
                say(
                    "Under {clause} you can object. This letter names no term: read there whether the agreement does.",
                    clause=clauses,
                )
            )
        else:
            yield self._words(
                say("Of objecting {clause} speaks: read there what you can do and until when.", clause=clauses)
            )
        yield from self._reach(say("Address an objection to:"))

    def _reach(self, words: str) -> Iterator[Said]:
        contact, labels = contact_of(self.agreement), contact_words(self.language)
        if contact:
            yield self._words(words)
            for key, label in labels.items():
                yield Said("fact", contact.get(key, ""), label)

    def _law(self) -> Iterator[Said]:
        say = self.say
        yield self._heading(say("What the law says"))
        yield Said(
            "quote",
            say(
                "The processor shall not engage another processor without prior specific or general written "
                "authorisation of the controller. In the case of general written authorisation, the processor shall "
                "inform the controller of any intended changes concerning the addition or replacement of other "
                "processors, thereby giving the controller the opportunity to object to such changes."
            ),
            say("GDPR {article}({paragraph})", article=28, paragraph=2),
        )
        yield self._words(eur_lex(_GDPR, self.language.tag))
        yield self._heading(say("What the supervisors read in it (EDPB; no law, and no part of the agreement)"))
        yield self._words(
            say(
                "Guidelines 07/2020: the processor informs the controller actively of every new sub-processor; a list "
                "that can be looked at is not enough for that."
            )
        )
        yield self._words(
            say(
                "Opinion 22/2024: the controller has name, address and contact of every sub-processor at hand at all "
                "times, and the processor gives him these and keeps them up to date."
            )
        )

    def _name(self, part: Part) -> str:
        return part_name(self.language, part)

    def _words(self, words: str) -> Said:
        return Said("words", words)

    def _heading(self, words: str) -> Said:
        return Said("heading", words)
