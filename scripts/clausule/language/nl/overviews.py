"""What the site says around its readings of an edition: the measures, AVG article 28, and the register of article 30."""

from __future__ import annotations

from clausule.language.nl.words import count, edition_name
from clausule.law.gdpr import Demand
from clausule.model import Edition

# The addresses of these pages within an edition; they never change.
MEASURES, COVERAGE, REGISTER = "maatregelen/", "avg-28/", "avg-30/"
TITLES = {
    MEASURES: "Maatregelen",
    COVERAGE: "AVG artikel 28, eis voor eis",
    REGISTER: "Register van verwerkingen (AVG artikel 30)",
}
SHORT = {MEASURES: "Maatregelen", COVERAGE: "AVG artikel 28", REGISTER: "Register (AVG 30)"}
ABOUT = "Hoe deze site de versie leest die nu geldt. De overzichten zijn geen deel van de overeenkomst."
READING = "Lezing van deze site"
READING_MEASURES = (
    "De woorden van de maatregelen zijn die van de overeenkomst. Bij welk doel en welke norm zij horen, is de lezing van "
    "deze site. Waar dat een gok zou zijn, staat er niets. Die indeling is geen deel van de overeenkomst."
)
READING_COVERAGE = (
    "Deze tabel is de lezing van deze site. Zij is geen deel van de overeenkomst en geen juridisch advies. "
    "Wat telt, zijn de woorden van de overeenkomst zelf: elke bepaling is een koppeling daarheen."
)
READING_REGISTER = (
    "Deze pagina verzamelt wat de overeenkomst en deze site van het register weten. Zij is geen deel van de overeenkomst "
    "en geen juridisch advies. Wat hier niet bekend is, vult de verwerker per klant zelf in."
)
DOWNLOAD = "Meenemen"
CSV, JSON, JSONLD = "CSV (voor een rekenblad)", "JSON", "JSON-LD (DPV)"

CHANGED = "Wat er veranderde"
CHANGE_KINDS = {"added": ("new", "nieuw"), "removed": ("gone", "vervallen"), "changed": ("chg", "gewijzigd")}
WHY = "Waarom:"
NO_LIST_BEFORE = "De versie daarvoor had geen lijst van maatregelen."

MATRIX = "Doelen en thema’s"
MATRIX_ABOUT = (
    "Rijen zijn de doelen van AVG artikel 32 lid 1, kolommen de vier thema’s van ISO/IEC 27001:2022, bijlage A. "
    "Een maatregel telt mee bij elk doel en elk thema waar hij bij hoort."
)
GOAL, ALL, NO_THEME, NO_GOAL = "Doel", "Alle", "Geen thema", "Geen doel"
BY_CATEGORY = "Per categorie, zoals in de overeenkomst"
BY_GOAL = "Per doel van AVG artikel 32 lid 1"
BY_THEME = "Per thema van ISO/IEC 27001:2022"
MEASURE, GOALS_HEAD, CONTROLS_HEAD = "Maatregel", "AVG 32", "ISO 27001"
NONE_AT_GOAL = "Geen maatregel uit de lijst is aan dit doel gekoppeld."
THEMES_ABOUT = (
    "De nummers zijn die van bijlage A van de norm; de woorden erachter zijn van deze site en korter. "
    "Een maatregel in deze lijst zegt niet dat de uitgever volgens de norm is gecertificeerd."
)
NOT_NAMED = "–"
IN_OVERVIEW = "Deze maatregelen per doel van AVG artikel 32 en per thema van ISO 27001"

DEMAND, WHY_HEAD = "Wat de AVG vraagt, en de lezing", "Waarom, met de bepalingen"
DEGREES = {"whole": "geheel", "partly": "deels", "not": "niet", "unread": "niet gelezen"}
SIGNS = {"whole": "✓", "partly": "◐", "not": "–", "unread": "?"}
NOT_FOUND = "niet gevonden"
IN_PART = "deels"
LAW = "tekst van de wet"
UNREAD = (
    "Niet gelezen betekent dat niemand heeft aangewezen welke bepaling die eis vervult. Achter ‘misschien’ staan bepalingen "
    "waarvan woorden erop lijken; lees ze zelf."
)
NOT_MAPPED = "Bij deze maatregelen heeft niemand een doel of norm aangewezen."
NEAR, NOTHING_NEAR = "misschien", "geen woorden gevonden die erop lijken"
FIRST_REPEATS = "Verwijst naar lid 2 en lid 4"

KNOWN, SOURCE, FIELD = "Wat hier bekend is", "Bron", "Gegeven"
TO_FILL = "in te vullen"
REGISTER_ABOUT = (
    "Een verwerker houdt een register bij van alle categorieën van verwerkingen die hij voor een ander verricht (AVG "
    "artikel 30 lid 2; lid 5 noemt uitzonderingen). Het CSV-bestand heeft een regel met wat hier bekend is: kopieer die voor "
    "elke klant en vul aan."
)
REGISTER_CLAUSE = "De overeenkomst spreekt over dit register in"
REGISTER_NO_CLAUSE = "De overeenkomst zelf spreekt niet over dit register; de plicht volgt uit de AVG."
FROM_PUBLISHER = "de gegevens van de uitgever op deze site"
FROM_LIST = "de lijst van sub-verwerkers op de eerste dag van deze versie"
# The columns of the register: AVG article 30(2), what it is, and how it is called in the CSV.
REGISTER_COLUMNS = (
    ("a", "Verwerker", "verwerker"),
    ("a", "Contact van de verwerker", "contact_verwerker"),
    ("a", "Functionaris voor gegevensbescherming van de verwerker", "fg_verwerker"),
    ("a", "Vertegenwoordiger van de verwerker", "vertegenwoordiger_verwerker"),
    ("a", "Verwerkingsverantwoordelijke (uw klant)", "verwerkingsverantwoordelijke"),
    ("a", "Contact van de klant", "contact_verantwoordelijke"),
    ("a", "Functionaris voor gegevensbescherming van de klant", "fg_verantwoordelijke"),
    ("a", "Vertegenwoordiger van de klant", "vertegenwoordiger_verantwoordelijke"),
    ("a", "Andere verwerkers (sub-verwerkers)", "andere_verwerkers"),
    ("b", "Categorieën van verwerkingen", "categorieen_verwerkingen"),
    ("c", "Doorgifte buiten de EER: land of organisatie", "doorgifte"),
    ("c", "Documenten over passende waarborgen (artikel 49 lid 1, tweede alinea)", "waarborgen"),
    ("d", "Technische en organisatorische maatregelen, in het algemeen", "maatregelen"),
    ("", "Overeenkomst, versie en adres", "overeenkomst"),
    ("", "Datum waarop deze regel is bijgewerkt", "bijgewerkt"),
)
POINTS = {"a": "lid 2, onder a", "b": "lid 2, onder b", "c": "lid 2, onder c", "d": "lid 2, onder d", "": "Bij deze regel"}
MEASURE_CSV = (
    "overeenkomst", "versie", "bijlage", "onderdeel", "categorie", "id", "maatregel", "avg_32_lid_1", "iso_27001_2022", "dpv", "adres",
)  # fmt: skip
COVERAGE_CSV = ("overeenkomst", "versie", "eis", "vraagt", "lezing", "deel", "lezing_deel", "bepalingen", "opmerkingen")


def measures_about(number: int, categories: int, annex: str) -> str:
    """``Bijlage II noemt 48 maatregelen in 7 categorieën.``"""
    return f"{annex} noemt {count(number, 'maatregel', 'maatregelen')} in {count(categories, 'categorie', 'categorieën')}."


def since(edition: Edition) -> str:
    """``Sinds versie 1.1 (01-09-2019):``"""
    return f"Sinds {edition_name(edition)}:"


def nothing_since(edition: Edition) -> str:
    """``Sinds versie 1.0 (25-05-2018) is geen maatregel veranderd.``"""
    return f"Sinds {edition_name(edition)} is geen maatregel veranderd."


def goal_title(goal: str, words: str) -> str:
    """``Doel b: vertrouwelijkheid, ...``."""
    return f"Doel {goal}: {words}"


def theme_title(theme: str, words: str) -> str:
    """``Thema 8: techniek``."""
    return f"Thema {theme}: {words[:1].lower()}{words[1:]}"


def tally(counts: dict[str, int]) -> str:
    """``Van 14 eisen: 9 geheel, 4 deels, 1 niet.``"""
    said = ", ".join(f"{number} {DEGREES[degree]}" for degree, number in counts.items() if number)
    return f"Van {sum(counts.values())} eisen: {said}."


def clause_name(name: str, nearest: str, place: str) -> str:
    """What a link to ``name`` says: ``artikel 4.1``; for an item of clause ``nearest``, ``artikel 11.2, onder ii``, and
    for one that is only counted ``artikel 5.3, punt 3``."""
    inner = name[len(nearest) :].strip("-").replace("-", ", ")
    said = f"{place}, {'punt' if inner[:1].isdigit() else 'onder'} {inner}"
    return said if place and inner else place or name.replace("-", " ")


def anchor(demand: Demand) -> str:
    """The anchor of a demand on its page: ``avg-28.3.h``."""
    return f"avg-{demand.id}"
