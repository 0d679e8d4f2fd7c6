"""The words of the feeds, and how the site offers them."""

from __future__ import annotations

from clausule.language.nl.words import count, long_date
from clausule.language.wording.names import edition_label, full_title
from clausule.model import Agreement, Edition

ALL_TITLE = "Wijzigingen van alle overeenkomsten"
OFFER_TITLE = "Volg wijzigingen"
OFFER = (
    "Wilt u weten wanneer deze overeenkomst verandert? Van elke nieuwe versie verschijnt één bericht, met de datum waarop "
    "zij ingaat, wat er verandert en waarom. Zet dit adres in een programma dat nieuwsfeeds leest, zoals Thunderbird of de "
    "klassieke Outlook (daar komen de berichten in de map ‘RSS-feeds’, naast uw e-mail):"
)
OFFER_MAIL = (
    "Liever e-mail? Een dienst die feeds per e-mail doorstuurt, of een regel in uw eigen e-mailprogramma, maakt van elk "
    "bericht een e-mail; uw systeembeheerder kan dat instellen. U geeft hier geen gegevens op: wie de feed leest, is niet bekend."
)
ALSO_JSON = "Hetzelfde voor programma’s:"
OFFER_ALL = "Wijzigingen van alle overeenkomsten in één nieuwsfeed:"
FIRST = "Dit is de eerste versie die hier staat."
READ, COMPARE = "Lees deze versie", "Vergelijk haar met de vorige"


def feed_title(agreement: Agreement) -> str:
    """``Wijzigingen van Verwerkersovereenkomst dienstverlening Mickcom ICT``."""
    return f"Wijzigingen van {full_title(agreement)}"


def entry_title(edition: Edition) -> str:
    """``Versie 2.0 geldt vanaf 1 juli 2023``: true before that day and after it."""
    assert edition.effective
    name = f"Versie {edition.version}" if edition.numbered else "De tekst"
    return f"{name} geldt vanaf {long_date(edition.effective)}"


def entry_summary(edition: Edition, before: Edition | None, substantive: int, editorial: int) -> str:
    """What happened since the edition before, in one sentence."""
    if before is None:
        return FIRST
    since = edition_label(before)
    if not substantive and not editorial:
        return f"De woorden zijn gelijk aan die van {since}."
    meaning = count(substantive, "inhoudelijke wijziging", "inhoudelijke wijzigingen") if substantive else "geen inhoudelijke wijzigingen"
    form = f"{editorial or 'geen'} redactionele"
    return f"Sinds {since}: {meaning} en {form}."
