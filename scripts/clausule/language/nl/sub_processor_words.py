"""The words of the list of sub-processors: its pages, its feed, its calendar and its table for a spreadsheet."""

from __future__ import annotations

from datetime import date

from clausule.language.nl.words import count, edition_label, full_title, long_date, version_name
from clausule.model import Agreement, Edition
from clausule.model.sub_processors import (
    ACTIVE,
    ADEQUACY,
    ANNOUNCED,
    BINDING,
    CLAUSES,
    ENDED,
    NONE,
    WITHDRAWN,
    Event,
    Period,
    SubProcessor,
)

FOLDER = "sub-verwerkers"
TITLE = "Sub-verwerkers"
LINK = "Sub-verwerkers"
ROW, WORK, DATA, PLACE, WHEN = "Sub-verwerker", "Wat hij doet", "Gegevens", "Waar", "Wanneer"
PURPOSE, KINDS, SUBJECTS = "Doel", "Soorten", "Van wie"
GROUPS = {ANNOUNCED: "Aangekondigd", ACTIVE: "Ingeschakeld", ENDED: "Niet meer ingeschakeld"}
BADGES = {ANNOUNCED: "aangekondigd", ACTIVE: "ingeschakeld", ENDED: "beëindigd", WITHDRAWN: "ingetrokken"}
ANNOUNCED_ON, FROM, UP_TO, WITHDRAWN_ON, OBJECT_UNTIL = "Aangekondigd", "Vanaf", "Tot", "Ingetrokken", "Bezwaar t/m"
OUTSIDE = "buiten de EER"
REPLACES, REPLACED_BY = "Vervangt", "Vervangen door"
NOBODY = "Er zijn nu geen sub-verwerkers."
HOW_TO_READ = (
    "Een sub-verwerker is dat vanaf het begin van de dag die bij ‘vanaf’ staat, tot het begin van de dag die bij ‘tot’ staat. "
    "Wie het op een andere dag was, ziet u aan die dagen, ook van wie er niet meer bij is."
)
GROUNDS = {
    ADEQUACY: "adequaatheidsbesluit (artikel 45 AVG)",
    CLAUSES: "standaardbepalingen, Uitvoeringsbesluit (EU) 2021/914",
    BINDING: "bindende bedrijfsvoorschriften (artikel 47 AVG)",
    NONE: "geen",
    "": "niet genoemd",
}
CLAUSES_ADDRESS = "https://eur-lex.europa.eu/legal-content/NL/TXT/HTML/?uri=CELEX:32021D0914"
GROUND = "Grond voor doorgifte"
OBJECT_TITLE = "Bezwaar maken"
OBJECT_BY_MAIL = "Bezwaar maken per e-mail"
OBJECT_ANNOUNCED = "Bent u het met een aankondiging niet eens? Zie"
OBJECT_TO = "Richt een bezwaar aan:"
OBJECT_ASK = "Op deze site staat niet aan wie u een bezwaar richt. Kijk daarvoor in de overeenkomst."
OBJECT_READ = "Lees in dat artikel wat een bezwaar moet inhouden en wat het gevolg ervan is."
NO_PERIODS = "Bij deze lijst staat geen termijn voor aankondiging of bezwaar. Lees in de overeenkomst wat is afgesproken."
CHANGES_TITLE = "Wijzigingen van de lijst"
HAPPENED = {ANNOUNCED: "Aankondiging", ACTIVE: "Begin", ENDED: "Einde", WITHDRAWN: "Intrekking"}
FOLLOW_TITLE = "Volgen en meenemen"
FOLLOW = (
    "Van elke aankondiging en van elk einde verschijnt een bericht in een feed. Zet dit adres in een programma dat "
    "nieuwsfeeds leest, zoals Outlook (bij ‘RSS-feeds’) of Thunderbird:"
)
FILES = {
    "ics": "Agenda met de laatste dag voor bezwaar (iCalendar)",
    "csv": "Tabel voor een rekenblad (CSV)",
    "json": "Gegevens voor programma’s (JSON)",
    "feed": "Berichten voor programma’s (JSON Feed)",
}

# For the browser; {day}, {first} and the numbers are filled in there.
CONTROLS = {
    "label": "Toon de lijst zoals zij was op",
    "hint": "Het adres van deze pagina noemt de dag daarna, zodat u het kunt doorgeven.",
    "find": "Zoek in de lijst",
    "only": "Alleen buiten de EER",
    "sort": "Volgorde",
    "by-name": "op naam",
    "by-start": "nieuwste eerst",
    "by-country": "op land",
    "today": "Vandaag, {day}: {active} ingeschakeld, {announced} aangekondigd, {ended} niet meer.",
    "past": "Op {day}: {active} ingeschakeld, {announced} aangekondigd, {ended} niet meer. Dit is niet de lijst van vandaag.",
    "coming": "Op {day}, voor zover nu bekend: {active} ingeschakeld, {announced} aangekondigd, {ended} niet meer.",
    "found": "{shown} van {all} getoond.",
    "invalid": "In het adres staat geen dag die bestaat. Hieronder staat de lijst van vandaag.",
    "back": "Toon vandaag",
    "open": "nog {days} dagen",
    "one": "nog 1 dag",
    "last": "vandaag is de laatste dag",
}
BETWEEN = {
    "from": "Wijzigingen na",
    "to": "tot en met",
    "found": "{shown} van {all} wijzigingen getoond.",
    "none": "In deze tijd veranderde de lijst niet.",
}


def page_title(agreement: Agreement) -> str:
    return f"{TITLE} · {full_title(agreement)}"


def about(agreement: Agreement) -> str:
    """For a search engine."""
    return f"{full_title(agreement)}: de sub-verwerkers zoals het er nu zijn en op elke dag waren, met wat is aangekondigd."


def feed_title(agreement: Agreement) -> str:
    return f"Wijzigingen van de sub-verwerkers: {full_title(agreement)}"


def calendar_title(agreement: Agreement) -> str:
    return f"Bezwaar tegen sub-verwerkers: {full_title(agreement)}"


def lead(agreement: Agreement, active: int, since: date | None, following: date | None) -> str:
    """What stands above the list: true on every day until the next change."""
    whose = agreement.publisher or "de verwerker"
    number = count(active, "sub-verwerker verwerkt", "sub-verwerkers verwerken")
    words = f"{number[:1].upper()}{number[1:]} persoonsgegevens voor {whose}." if active else NOBODY
    if since:
        words += f" De lijst is zo sinds {long_date(since)}"
        words += f"; de eerstvolgende wijziging die bekend is, valt op {long_date(following)}." if following else "."
    return words


def length(period: Period) -> str:
    """``30 dagen``, ``1 maand``."""
    days = count(period.days, "dag", "dagen") if period.days else ""
    months = count(period.months, "maand", "maanden") if period.months else ""
    return " en ".join(part for part in (months, days) if part)


def notice(period: Period) -> tuple[str, str]:
    """What is promised about the announcement, in the words before and behind the link to its clause."""
    if not length(period):
        return "Een nieuwe sub-verwerker wordt vooraf aangekondigd; een termijn noemt de overeenkomst niet (", ")."
    return f"Een nieuwe sub-verwerker wordt ten minste {length(period)} van tevoren aangekondigd (", ")."


def objection(period: Period) -> tuple[str, str]:
    """The same about objecting."""
    if not length(period):
        return "U kunt bezwaar maken; een termijn noemt de overeenkomst niet (", ")."
    return f"U kunt bezwaar maken tot en met {length(period)} na de aankondiging (", ")."


def clause_name(name: str) -> str:
    """``artikel 8.3`` for ``artikel-8.3``."""
    return name.replace("-", " ", 1)


def happened(event: Event, until: date | None) -> str:
    """What happened, in a sentence that is as true before the day as after it."""
    row, state = event.row, event.state
    if state == ANNOUNCED:
        start = f" Begin: {long_date(row.active)}." if row.active else ""
        end = f" Bezwaar: tot en met {long_date(until)}." if until else ""
        return f"{row.service}.{start}{end}"
    if state == ACTIVE:
        return f"{row.service}."
    return row.reason or f"{row.service}."


def event_title(event: Event) -> str:
    """``Aankondiging: Wolk B.V.``"""
    return f"{HAPPENED[event.state]}: {event.row.name}"


def mail_subject(row: SubProcessor) -> str:
    return f"Bezwaar tegen sub-verwerker {row.name}"


def deadline(row: SubProcessor) -> str:
    return f"Laatste dag voor bezwaar: {row.name}"


def deadline_about(row: SubProcessor, agreement: Agreement, address: str) -> str:
    start = f" Begin: {long_date(row.active)}." if row.active else ""
    told = f" Aangekondigd op {long_date(row.announced)}." if row.announced else ""
    return f"{full_title(agreement)}. {row.service}: {row.purpose}.{told}{start} {address}"


# A page for an agreement without a list.
NOT_HERE = "Op deze site staat geen lijst van sub-verwerkers bij deze overeenkomst."
NOT_NAMED = "De overeenkomst noemt zelf geen sub-verwerkers."
SAYS = "Wat de overeenkomst erover zegt"
ALSO = "Over sub-verwerkers gaat ook:"
SILENT = "De tekst van de overeenkomst spreekt niet van sub-verwerkers."
ASK = "Wilt u weten of er sub-verwerkers zijn en wie, of kreeg u bericht van een wijziging? Vraag het de uitgever."


def elsewhere() -> tuple[str, str]:
    """Before the link to the clause, and between it and the address that the clause names."""
    return "In ", " staat waar de lijst te vinden is: "


# The list as it was when an edition took effect.
THEN_LINK = "Sub-verwerkers bij het begin"
NOW_LINK = "De lijst zoals zij nu is"
NOBODY_THEN = "Op die dag waren er geen sub-verwerkers en was niemand aangekondigd."


def then_title(edition: Edition) -> str:
    return f"Sub-verwerkers toen {version_name(edition)} inging" if edition.numbered else "Sub-verwerkers toen deze tekst inging"


def then_about(edition: Edition) -> str:
    assert edition.effective
    return (
        f"Wie op {long_date(edition.effective)} sub-verwerker was of was aangekondigd: de eerste dag van "
        f"{edition_label(edition)}. Wat daarna veranderde, staat niet hier."
    )


# The columns of the table for a spreadsheet.
COLUMNS = (
    "id", "naam", "adres", "contact", "e-mail", "telefoon", "website", "dienst", "doel", "persoonsgegevens", "betrokkenen",
    "landen", "plaatsen", "buiten de EER", "grond voor doorgifte", "aangekondigd", "bezwaar tot en met", "vanaf", "tot",
    "ingetrokken", "reden", "vervangt", "adres van de rij",
)  # fmt: skip
