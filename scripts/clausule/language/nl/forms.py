"""The words of the forms: the questionnaire after a breach, its clock, one's own copy, and what one accepted."""

from __future__ import annotations

from clausule.language.nl.words import annex_name, edition_name, full_title
from clausule.model import Agreement, Annex, Edition

FILL_FOLDER, BREACH_FOLDER, COPY_FOLDER, SIGNED_FOLDER = "invullen", "datalek", "uw-exemplaar", "getekend"

FILL_LINK = "Vul deze vragenlijst hier in"
FILL_SHORT = "Vragenlijst bij een datalek"
BREACH_TITLE = "Bij een datalek"
STAYS = (
    "Wat u hier invult, blijft in deze browser. Deze pagina verstuurt niets en werkt ook als de verbinding wegvalt. "
    "Bewaar uw antwoorden onderaan als bestand, of druk ze af."
)
NO_SCRIPT = "In deze browser staan scripts uit. Druk deze pagina af en vul haar in met de pen: alle vragen staan erop."
ALL_REQUIRED = "De bijlage vraagt op alle vragen een antwoord."
SOME_REQUIRED = "Wat de bijlage altijd wil weten, is gemerkt met ‘altijd invullen’."
REQUIRED = "altijd invullen"
AGREED = "Wat de bijlage over het melden afspreekt"
SUPERVISOR = "Toezichthouder"
SUPERVISOR_PART = "onderdeel {0}"
PARTLY = "deels: {0}"
ONLY_PARTLY = "deels"
GAPS_TITLE = "Wat de toezichthouder ook vraagt"
GAPS = (
    "De Autoriteit Persoonsgegevens vraagt op haar meldformulier meer dan deze bijlage. Wie de melding doet, zoekt dit zelf "
    "bij elkaar. De indeling is die van openbare afschriften van het formulier en de omschrijving is van deze site; wat de "
    "Autoriteit nu vraagt, ziet u wanneer u meldt."
)
ASKS_TITLE = "Wat de toezichthouder vraagt"
ASKS = (
    "Deze overeenkomst heeft geen vragenlijst. Dit vraagt de Autoriteit Persoonsgegevens op haar meldformulier aan wie een "
    "datalek meldt. De indeling is die van openbare afschriften van het formulier en de omschrijving is van deze site; wat "
    "de Autoriteit nu vraagt, ziet u wanneer u meldt."
)
SAYS = "Wat de overeenkomst over het melden van een datalek zegt, staat in {0}."

CLOCK_TITLE = "Hoeveel tijd is er?"
CLOCK_OWN = "Melden aan de andere partij"
CLOCK_AVG = "Melden aan de toezichthouder"
CLOCK_HOURS = "{0} uur"
CLOCK_AVG_PLACE = "Artikel 33 lid 1 AVG"
CLOCK_AVG_SAYS = (
    "de verwerkingsverantwoordelijke meldt zonder onredelijke vertraging en zo mogelijk binnen 72 uur nadat hij de inbreuk "
    "kent, tenzij een risico voor mensen onwaarschijnlijk is."
)
CLOCK_PEN = "Ontdekt op (datum en tijd):"
CLOCK_PEN_UNTIL = "Uiterlijk:"

CLOCK = {
    "discovered": "Wanneer is het ontdekt?",
    "discovered_hint": "Datum en tijd in Nederland. Weet u het niet precies, neem dan het vroegste moment.",
    "now": "Nu",
    "informed": "Wanneer wist de verwerkingsverantwoordelijke het?",
    "informed_hint": "Laat dit leeg zolang u het niet weet. Dan tellen de 72 uur vanaf de ontdekking, en dat is het veiligst.",
    "until": "Uiterlijk {0}",
    "left": "nog {0}",
    "past": "{0} geleden verstreken",
    "waiting": "Vul in wanneer het is ontdekt.",
    "absent": "Deze tijd bestond niet: in die nacht ging de klok van 02:00 naar 03:00 uur.",
    "twice": "Deze tijd kwam die nacht twee keer voor. Welke bedoelt u?",
    "first": "de eerste keer (zomertijd)",
    "second": "de tweede keer (wintertijd)",
    "summer": "zomertijd",
    "winter": "wintertijd",
    "forward": "In deze termijn gaat de klok een uur vooruit; dat is meegeteld.",
    "back": "In deze termijn gaat de klok een uur terug; dat is meegeteld.",
    "future": "Dit tijdstip ligt in de toekomst.",
    "day": "dag",
    "days": "dagen",
    "hour": "uur",
    "minute": "minuut",
    "minutes": "minuten",
    "less": "minder dan een minuut",
    "and": "en",
    "through": "De klok telt hele uren, ook ’s nachts, in het weekend en op feestdagen.",
}

FILL = {
    "progress": "{0} van {1} beantwoord",
    "open_one": "nog 1 verplichte vraag open",
    "open_many": "nog {0} verplichte vragen open",
    "none_open": "alle verplichte vragen beantwoord",
    "finish": "Naar afronden",
    "rest": "Zet de rest op {0}",
    "clear": "Wis dit antwoord",
    "keys": "Met het toetsenbord: Tab gaat naar de volgende vraag, de eerste letter (J of N) kiest, Delete wist een keuze.",
    "kept": "U koos een ander antwoord; wat hier staat blijft in het verslag tot u het wist.",
    "draft": "Bewaar een concept in deze browser",
    "draft_hint": "Alleen op dit apparaat. Haal het vinkje weg en het concept wordt gewist. Doe dit niet op een computer die u deelt.",
    "draft_kept": "Concept bewaard om {0}.",
    "draft_removed": "Het concept is uit deze browser gewist.",
    "draft_back": "Het concept van {0} staat er weer.",
    "draft_refused": "Deze browser laat niets bewaren. U kunt gewoon verder; bewaar uw antwoorden onderaan als bestand.",
    "draft_full": "De opslag van deze browser is vol; het concept is niet bijgewerkt. U kunt gewoon verder; bewaar uw antwoorden onderaan als bestand.",
    "draft_bad": "Het concept in deze browser is niet te lezen en is blijven staan. {0}",
    "draft_elsewhere": "In een ander tabblad is dit concept ook gewijzigd. Bewaar wat hier staat als bestand, anders blijft alleen het laatste over.",
    "open": "Lees een bewaard bestand in",
    "open_hint": "Een bestand dat u hier eerder bewaarde, om verder te gaan of om een aanvulling te maken.",
    "in_file": "Wat in het bestand staat",
    "found": "Dit bestand is {0}, bewaard op {1}, met {2}.",
    "replaces": "Hier staan al {0}. Die maken plaats voor die uit het bestand; u kunt dat daarna terugdraaien.",
    "continue": "Ga hiermee verder",
    "supplement": "Maak een aanvulling hierop",
    "supplement_hint": "Bij een aanvulling toont het verslag wat nieuw is sinds deze melding (artikel 33 lid 4 AVG).",
    "cancel": "Niet inlezen",
    "read_in": "Ingelezen: {0}.",
    "undo": "Terug naar wat er stond",
    "undone": "Wat er stond, staat er weer.",
    "answers_one": "1 antwoord",
    "answers_many": "{0} antwoorden",
    "first_report": "de eerste melding",
    "later_report": "aanvulling {0}",
    "since": "Nieuw of anders sinds {0} van {1}: {2}.",
    "nothing_new": "Sinds {0} van {1} is nog niets gewijzigd.",
    "was": "stond: {0}",
    "fresh": "nieuw",
    "changed": "gewijzigd",
    "gone": "vervallen",
    "empty": "niet beantwoord",
    "finish_title": "Afronden",
    "save": "Bewaar als bestand",
    "save_hint": "Een JSON-bestand. Daarmee gaat u later verder, en de ontvanger kan het hier inlezen.",
    "saved": "Bewaard als {0}.",
    "print": "Druk het verslag af",
    "print_hint": "Of bewaar het als pdf. Is er niets ingevuld, dan komt het lege formulier uit de printer.",
    "mail": "Kopieer de tekst voor een e-mail",
    "mail_hint": "Deze pagina verstuurt zelf niets. Plak de tekst in uw e-mailprogramma.",
    "mail_show": "Bekijk de tekst",
    "mail_label": "Tekst voor een e-mail",
    "copied": "De tekst staat op het klembord.",
    "copy_failed": "Kopiëren lukt hier niet. De tekst staat hieronder en is geselecteerd: kopieer die zelf.",
    "start_over": "Begin opnieuw",
    "started_over": "Alle antwoorden zijn weg.",
    "report": "Verslag",
    "report_of": "{0}: {1}",
    "made": "Opgemaakt op",
    "kind": "Soort",
    "edition": "Overeenkomst",
    "mark": "Kenmerk (SHA-256)",
    "discovered": "Ontdekt",
    "informed": "Verwerkingsverantwoordelijke op de hoogte",
    "deadline": "Uiterlijk",
    "asked_by": "toezichthouder {0}",
    "also_asked": "De toezichthouder vraagt ook, en deze bijlage niet:",
    "take_time": "Neem het tijdstip van de klok over: {0}",
    "subject": "Onderwerp: {0}",
    "too_big": "Dit bestand is groter dan {0} MB en is niet ingelezen.",
    "not_json": "Dit bestand is geen JSON, of het is niet heel overgekomen. Er is niets gewijzigd.",
    "not_ours": "Dit bestand is geen ingevulde vragenlijst van deze site. Er is niets gewijzigd.",
    "newer": "Dit bestand is gemaakt met een nieuwere versie van het formulier. Open het op de pagina waar het is gemaakt. Er is niets gewijzigd.",
    "other_agreement": "Dit bestand hoort bij een andere overeenkomst ({0}). Er is niets gewijzigd.",
    "other_edition": "Dit bestand hoort bij versie {0} van de overeenkomst, en dit formulier bij versie {1}. Er is niets gewijzigd.",
    "go_there": "Open het formulier van versie {0}",
    "other_annex": "Dit bestand hoort bij een andere bijlage ({0}). Er is niets gewijzigd.",
    "other_text": "Dit bestand hoort bij dezelfde versie, maar bij een andere tekst daarvan (ander kenmerk). Er is niets gewijzigd.",
    "wrong_type": "In dit bestand staat bij “{0}” iets wat er niet hoort. Er is niets gewijzigd.",
    "unknown_ask": "Dit bestand beantwoordt een vraag die deze bijlage niet heeft (“{0}”). Er is niets gewijzigd.",
    "unknown_option": "Dit bestand antwoordt “{0}” waar alleen {1} kan. Er is niets gewijzigd.",
    "or": "of",
}

COPY_TITLE = "Uw exemplaar"
COPY_INTRO = (
    "Vul in wie u bent. Hieronder staat dan de hele overeenkomst met uw gegevens op de open plaatsen; aan de woorden verandert "
    "niets. Druk haar af of bewaar haar als pdf."
)
COPY_PARTY_TITLE = "Uw gegevens"
COPY_BESIDE = (
    "De tekst van deze overeenkomst heeft geen open plaats voor uw gegevens. Ze staan daarom in een blok boven de tekst."
)
COPY_PEN = "Druk deze bladzijde af, vul haar in met de pen en bewaar haar bij de tekst van de overeenkomst:"
COPY_SIGN = "Handtekening"
COPY_DATE = "Datum van ondertekening of akkoord"
COPY_DATE_HINT = "Deze dag komt op het afschrift en in het bestand."
COPY_FIELDS = {
    "party": "Naam van uw organisatie",
    "address": "Adres",
    "number": "Nummer in het handelsregister",
    "represented": "Vertegenwoordigd door",
    "function": "Functie",
}
COPY = {
    "loading": "De tekst wordt erbij gehaald.",
    "failed": "De tekst van de overeenkomst is nu niet op te halen. Uw gegevens blijven staan; de tekst staat op de pagina ‘Hele tekst’.",
    "copy": "Uw exemplaar",
    "agreement": "Overeenkomst",
    "party": "Partij",
    "print": "Druk uw exemplaar af",
    "save": "Bewaar wat u accepteert",
    "save_hint": "Een klein JSON-bestand: welke overeenkomst, welke versie, het kenmerk van de tekst, wie en wanneer. Later leest u het terug.",
    "saved": "Bewaard als {0}.",
    "no_party": "Vul eerst de naam van uw organisatie in.",
    "no_date": "Vul eerst de datum in.",
    "read_back": "Lees later terug wat u accepteerde",
}

SIGNED_TITLE = "Wat hebt u getekend?"
SIGNED_INTRO = (
    "Bewaarde u bij ‘Uw exemplaar’ wat u accepteerde? Kies hier dat bestand. U ziet welke versie het was, of de tekst nog "
    "dezelfde is en wat er sindsdien is gewijzigd. Het bestand blijft in uw browser."
)
SIGNED_LINK = "Wat hebt u getekend?"
SIGNED_NO_SCRIPT = (
    "Zonder scripts kan deze pagina geen bestand lezen. Open het bestand zelf: bij ‘edition’ staat de versie, en bij ‘sha256’ het "
    "kenmerk. Vergelijk dat met de lijst hieronder."
)
SIGNED_LIST = "De versies en hun kenmerk"
SIGNED = {
    "choose": "Kies het bestand",
    "accepted": "{0} accepteerde op {1} {2}.",
    "same": "De tekst is nog precies dezelfde: het kenmerk is gelijk.",
    "differs": "Let op: het kenmerk in het bestand is anders dan dat van deze versie op deze site. Wat u accepteerde, is niet deze tekst, of het bestand is gewijzigd. Vraag dit na bij de uitgever.",
    "now": "Deze versie geldt nu.",
    "not_now": "Nu geldt {0}.",
    "none_now": "Er geldt nu geen versie van deze overeenkomst.",
    "compare": "Vergelijk {0} met {1}",
    "read": "Lees wat u accepteerde",
    "unknown": "Versie {0} van deze overeenkomst staat hier niet.",
    "other_agreement": "Dit bestand gaat over een andere overeenkomst ({0}).",
    "too_big": "Dit bestand is te groot om zo’n bewijs te zijn.",
    "not_json": "Dit bestand is geen JSON, of het is niet heel overgekomen.",
    "not_ours": "Dit bestand is geen bewijs van acceptatie van deze site.",
    "newer": "Dit bestand is gemaakt met een nieuwere versie van deze site en is hier niet te lezen.",
    "wrong_type": "In dit bestand staat bij “{0}” iets wat er niet hoort.",
}


def fill(sentence: str, *values: str) -> str:
    """``sentence`` with its numbers in braces filled in."""
    for index, value in enumerate(values):
        sentence = sentence.replace(f"{{{index}}}", value)
    return sentence


def fill_name(annex: Annex) -> str:
    """``Bijlage 3 invullen``."""
    return f"{annex_name(annex)} invullen"


def fill_heading(annex: Annex) -> str:
    """What the page calls itself: ``Bijlage 3 invullen: Procedure Meldplicht Datalekken``."""
    title = annex.title.strip("“”\"' .")
    return fill_name(annex) + (f": {title}" if title else "")


def stated(agreement: Agreement, edition: Edition) -> str:
    """The agreement and the edition on a report: ``Verwerkersovereenkomst Mickcom ICT, versie 1.5 (25-05-2018)``."""
    return f"{full_title(agreement)}, {edition_name(edition)}"


def about(heading: str, agreement: Agreement, edition: Edition) -> str:
    """What a search engine shows under the title of a form."""
    return f"{heading}. Hoort bij {edition_name(edition)} van de {full_title(agreement)}. Wat u invult, blijft in uw browser."


def signed_title(agreement: Agreement) -> str:
    """The title of the page, which no other page has."""
    return f"{SIGNED_TITLE} · {full_title(agreement)}"
