"""The words that the site itself says, and how it writes dates, versions and citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausule.language.nl import calendar

if TYPE_CHECKING:
    from clausule.model import Agreement, Annex, Article, Definition, Edition, Erratum, Interval, Part

long_date, short_date = calendar.long, calendar.short

# What templates and browser code say; they hold no words of their own.
SITE: dict[str, str] = {
    "skip": "Naar de tekst",
    "contents": "Inhoud",
    "articles": "Artikelen",
    "annexes": "Bijlagen",
    "this_edition": "Deze versie",
    "edition": "Versie",
    "effective": "Geldt vanaf",
    "until": "Tot",
    "mark": "Kenmerk",
    "mark_about": "Bij andere woorden hoort een ander kenmerk: zo ziet u of een afschrift gelijk is. "
    "Hier staat het voluit (SHA-256):",
    "take": "Meenemen",
    "data": "Gegevens (JSON)",
    "print": "Afdrukken",
    "see": "Zie ook",
    "overviews": "Overzichten",
    "status": "Status",
    "in_force_now": "De versie die nu geldt",
    "whole": "Hele tekst",
    "all_editions": "Alle versies",
    "all_agreements": "Alle overeenkomsten",
    "parties": "Begin van deze versie",
    "previous": "Vorige",
    "next": "Volgende",
    "neighbours": "Verder lezen",
    "search": "Zoek",
    "search_label": "Zoek in deze versie",
    "search_none": "Niets gevonden voor “{0}”.",
    "search_one": "1 plaats gevonden",
    "search_many": "{0} plaatsen gevonden",
    "search_failed": "Zoeken lukt nu niet. Lees de hele tekst en zoek daarin met uw browser.",
    "elsewhere": "* Hierin staat dit onderdeel niet, of het is nu niet te vinden: u begint bij het begin.",
    "versions_failed": "De lijst van versies is nu niet te lezen.",
    "dark": "Donkere weergave",
    "cite_clause": "Verwijs naar dit lid",
    "cite_part": "Verwijs naar dit onderdeel",
    "read_now": "Lees dit in de versie die nu geldt",
    "cited_acts": "Aangehaalde regels",
    "closing": "Ondertekening",
    "frozen": "onveranderd sinds publicatie",
    "not_named": "niet genoemd",
    "up_to": "t/m",
    "close": "Sluiten",
    "copied": "Gekopieerd",
    "copy_failed": "Kopiëren lukt hier niet. Selecteer de verwijzing en kopieer die zelf.",
    "privacy": "Deze site plaatst geen cookies en haalt niets op bij anderen.",
    "permanent": "Elke versie houdt voor altijd haar adres.",
    "page": "blad",
    "of": "van",
}

LANDING_TITLE = "Overeenkomsten"
LANDING_DESCRIPTION = (
    "Hier leest u overeenkomsten zoals ze nu gelden en zoals ze eerder golden, woord voor woord. "
    "Elk lid heeft een vast adres, zodat u ernaar kunt verwijzen."
)
NO_AGREEMENTS = "Er staat hier nog geen overeenkomst."
NO_EDITIONS = "Van deze overeenkomst staat hier nog geen versie."
NONE_IN_FORCE = "Er geldt nu geen versie van deze overeenkomst."
UNDATED = "Daarom staat er niet bij sinds wanneer hij geldt. Vraag dat na bij de uitgever."
CONTACT_TITLE = "Contact"
CONTACT = {"name": "Naam", "address": "Adres", "email": "E-mail", "phone": "Telefoon", "website": "Website"}
CITING_TITLE = "Zo verwijst u"
CITING = (
    "Elk lid en elke bijlage heeft een eigen adres. U vindt het achter het nummer van het lid, of met "
    "‘Verwijs naar dit lid’.",
    "Noem in een verwijzing altijd de versie. Onder het adres ‘huidig’ staat steeds de versie die op dat moment "
    "geldt, en daarin kan een lid een ander nummer hebben.",
)
LOST_TITLE = "Deze pagina bestaat niet"
LOST = (
    "Op dit adres staat niets. Een adres dat hier is gepubliceerd, verandert niet en verdwijnt niet; misschien is "
    "dit adres niet helemaal overgekomen.",
)
LOST_NEAR = "Misschien zocht u:"

STATUS: dict[str, str] = {
    "in force": "Geldt nu",
    "announced": "Aangekondigd",
    "lapsed": "Vervallen",
    "concept": "Concept",
    "undated": "Zonder datum",
}


def count(number: int, one: str, many: str) -> str:
    """``1 lid``, ``9 leden``."""
    return f"{number} {one if number == 1 else many}"


def version_name(edition: Edition) -> str:
    """``versie 1.5``, or ``tekst zonder versienummer``."""
    return f"versie {edition.version}" if edition.numbered else "tekst zonder versienummer"


def edition_label(edition: Edition) -> str:
    """The short name of an edition: ``1.5 (25-05-2018)``; ``Zonder versienummer``."""
    if edition.numbered:
        return f"{edition.version} ({short_date(edition.effective)})" if edition.effective else edition.version
    return f"Tekst van {short_date(edition.effective)}" if edition.effective else "Zonder versienummer"


def edition_name(edition: Edition) -> str:
    """An edition within a sentence: ``versie 1.5 (25-05-2018)``; ``tekst zonder versienummer en datum``."""
    if edition.numbered:
        return f"versie {edition_label(edition)}"
    return f"tekst van {short_date(edition.effective)}" if edition.effective else "tekst zonder versienummer en datum"


def short_title(agreement: Agreement) -> str:
    """The name at the top of each page."""
    return str(agreement.meta.values.get("short_title") or agreement.title)


def full_title(agreement: Agreement) -> str:
    """The title with its publisher, who is named once: ``Verwerkersovereenkomst dienstverlening Mickcom ICT``."""
    title, publisher = agreement.title, agreement.publisher
    return title if not publisher or publisher.lower() in title.lower() else f"{title} {publisher}"


def status_sentence(edition: Edition, status: str, interval: Interval) -> str:
    """What stands behind the status in the ribbon: ``sinds 25 mei 2018``."""
    start = long_date(interval.start) if interval.start else ""
    end = long_date(interval.end) if interval.end else ""
    if status == "concept":
        return "nog niet afgesproken"
    if status == "announced":
        return f"geldt vanaf {start}"
    if status == "lapsed":
        return f"gold van {start} tot {end}" if start else f"gold tot {end}"
    if status == "undated":
        return "deze tekst noemt geen datum" if edition.numbered else "deze tekst noemt geen versienummer en geen datum"
    return f"sinds {start}, tot {end}" if end else f"sinds {start}"


def article_name(article: Article) -> str:
    """``Artikel 7``."""
    return f"Artikel {article.number}"


def annex_name(annex: Annex) -> str:
    """``Bijlage II``."""
    return f"Bijlage {annex.number}"


def annex_tag(annex: Annex, edition: Edition) -> str:
    """The version and the date that an annex carries itself: ``versie 1.5, geldt vanaf 25-05-2018``."""
    unnumbered = not edition.numbered and annex.version == edition.version
    parts = [f"versie {annex.version}"] if annex.version and not unnumbered else []
    if annex.effective:
        parts.append(f"geldt vanaf {short_date(annex.effective)}")
    return ", ".join(parts)


def citation(place: str, agreement: Agreement, edition: Edition, address: str) -> str:
    """``artikel 7.2, Verwerkersovereenkomst Mickcom ICT, versie 1.5 (25-05-2018), https://...``."""
    return ", ".join(part for part in (place, full_title(agreement), edition_name(edition), address) if part)


def uses(clauses: int, places: int) -> str:
    """How often a term is used: ``Gebruikt in 9 leden``; other places than clauses count as places."""
    if not places:
        return "Nergens gebruikt"
    if clauses == places:
        return f"Gebruikt in {count(clauses, 'lid', 'leden')}"
    return f"Gebruikt op {count(places, 'plaats', 'plaatsen')}"


def part_name(part: Part) -> str:
    """What a part of an edition is called in a citation: ``artikel 7.2``, ``bijlage 2, onderdeel A`` (or the heading of
    the section when it has no letter or number), ``onderdeel “Partijen”``."""
    title = part.title.rstrip(" :")
    if part.kind in ("article", "clause", "annex"):
        return f"{'bijlage' if part.kind == 'annex' else 'artikel'} {part.number}"
    if part.within:
        return f"bijlage {part.within.number}, " + (f"onderdeel {part.number}" if part.number else f"“{title}”")
    return f"onderdeel “{title}”" if part.title else "aanhef"


def definition_place(owner: str, definition: Definition) -> str:
    """``artikel 1, begrip “Betrokkene”``."""
    return f"{owner}, begrip “{definition.term}”" if owner else f"begrip “{definition.term}”"


def without_article(place: str) -> str:
    """A place in a list of places, where the number of a clause speaks for itself: ``7.2``, ``artikel 7``."""
    number = place.removeprefix("artikel ")
    return number if "." in number and "," not in number else place


def explained(term: str) -> str:
    """What a definition is called when it shows beside the text: ``Begrip “Betrokkene”``."""
    return f"Begrip “{term}”"


def definition_home(place: str, title: str) -> str:
    """Where a term is defined, as the text of a link: ``Artikel 1, Definities``."""
    name = ", ".join(part for part in (place, title) if part)
    return name[:1].upper() + name[1:] or "Definitie"


def since_version(version: str) -> str:
    """On a page whose words are older than its edition."""
    return f"tekst sinds versie {version}"


def erratum(known: Erratum) -> str:
    """A known mistake, beside the text: ``Bekende fout: er staat VERWERER, bedoeld is VERWERKER.``"""
    meant = f", bedoeld is “{known.should}”" if known.should else ""
    return " ".join(part for part in (f"Bekende fout: er staat “{known.words}”{meant}.", known.note) if part)


def ribbon_link(place: str) -> str:
    """The link to the edition in force: ``Lees artikel 7 in de versie die nu geldt``."""
    return f"Lees {place} in de versie die nu geldt" if place else "Lees de versie die nu geldt"


def shorten(words: str, most: int) -> str:
    """``words``, cut at a space with an ellipsis when they are longer than ``most``."""
    if len(words) <= most:
        return words
    return words[:most].rpartition(" ")[0].rstrip(" ,;:.") + "…" if " " in words[:most] else words[: most - 1] + "…"


def capital(sentence: str) -> str:
    """``sentence`` with a capital letter at its begin."""
    return sentence[:1].upper() + sentence[1:]


def titled(name: str, title: str) -> str:
    """``Artikel 7. Beveiligingsincidenten``."""
    return f"{name}. {title}" if title else name


def page_title(heading: str, agreement: Agreement, edition: Edition) -> str:
    """The title of a page of an edition, which no other page has."""
    title = full_title(agreement)
    name = edition_name(edition)
    return f"{heading}, {name}" if heading == title else f"{heading} · {title}, {name}"


def page_description(heading: str, agreement: Agreement, edition: Edition) -> str:
    """What a search engine shows under the title."""
    subject = "De hele overeenkomst" if heading == full_title(agreement) else heading.rstrip(".")
    return (
        f"{subject}: de woorden van {edition_name(edition)} van de {full_title(agreement)}, lid voor lid aan te halen."
    )


def all_editions_of(agreement: Agreement) -> str:
    """``Alle versies: Verwerkersovereenkomst ...``."""
    return f"{SITE['all_editions']}: {full_title(agreement)}"


def read_edition(edition: Edition) -> str:
    """The words of a link to an edition: ``Lees versie 1.5``."""
    return f"Lees {'versie ' + edition.version if edition.numbered else 'de overeenkomst'}"


def annexes_of(edition: Edition) -> str:
    """Above the list of annexes on the page of an agreement."""
    whose = edition_name(edition) if edition.numbered else "deze overeenkomst"
    return f"De bijlagen van {whose}. Een bijlage kan een eigen versie en datum hebben."


def agreement_description(title: str) -> str:
    """For an agreement without a summary."""
    return f"{title}: alle versies, met de datum vanaf welke elke versie geldt."


def telephone(number: str) -> str:
    """``tel:+31348554821`` for ``+31 (0)348 554821``."""
    digits = "".join(sign for sign in number.replace("(0)", "") if sign.isdigit() or sign == "+")
    return f"tel:{digits}"
