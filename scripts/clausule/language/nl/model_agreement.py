"""What has to be filled in when the model agreement is taken over, and what in it is about the model alone."""

from __future__ import annotations

import re

FILL = re.compile(r"\[invullen: [^\[\]]{1,200}\]", re.I)


def fill(what: str) -> str:
    """A place that the new publisher has to fill in; the rule ``not-filled-in`` finds it."""
    return f"[invullen: {what}]"


SLUG = "voorbeeld"
PUBLISHER = "{publisher}"
TITLE = "{title}"

EMAIL = fill("e-mailadres")

# Paragraphs that say that the model is invented, or how to take it over.
ABOUT_THE_MODEL = re.compile(r"bestaat niet; (?:dit is een modelovereenkomst|ook de )")
# The invented facts of the model, in any layout of lines, and what stands in their place. The order counts.
REPLACED = (
    (r"# Verwerkersovereenkomst Voorbeeld B\.V\. \(fictief model\)", f"# {TITLE}"),
    (r"Voorbeeld B\.V\., een fictieve vennootschap die niet bestaat en alleen voor dit model is bedacht,", f"{PUBLISHER},"),
    (r"de Modelstraat 1 te \(0000 AA\) Voorbeeldstad", f"{fill('straat en huisnummer')} te {fill('postcode en plaats')}"),
    (r"onder nummer 00000000", f"onder nummer {fill('nummer in het handelsregister')}"),
    (r"Voorbeeld B\.V\. \(fictief\)", PUBLISHER),
    (r" Ook de Sub-verwerkers op die lijst zijn verzonnen\.", ""),
    (r"het privacyteam, privacy@voorbeeld\.example", fill("naam of afdeling, e-mailadres en telefoonnummer")),
    (r"aan privacy@voorbeeld\.example", f"aan {EMAIL}"),
    (
        r"dat Verwerkingsverantwoordelijke zijn klanten kan bijhouden, facturen kan verzenden en daarbij hulp krijgt\.",
        f"dat Verwerkingsverantwoordelijke {fill('waarvoor hij de Diensten gebruikt')}.",
    ),
    (r"in datacenters binnen de EER\.", f"in {fill('plaats, bijvoorbeeld: datacenters binnen de EER')}."),
    (r"€ \d{1,3}(?:\.\d{3})+", f"€ {fill('bedrag')}"),
    (r"Voorbeeld B\.V\.", PUBLISHER),
)
# By the title of a part of an annex: what stands for each of its lists, or the rows of its table.
LISTS = {
    "Diensten": fill("een dienst, en wat zij doet"),
    "Overzicht": fill("een verwerking"),
    "Soorten Persoonsgegevens": fill("een soort persoonsgegevens"),
    "Categorieën van Betrokkenen": fill("een categorie van betrokkenen"),
}
MEASURES = fill("laat alleen de maatregelen staan die u werkelijk treft, en haal daarna deze regel weg")
TERMS = fill("ga na of de termijnen in de artikelen bij uw diensten passen, en haal daarna deze regel weg")
# What is left of the model when its words are other than those above.
LEFT = re.compile(r"fictie[fv]|verzonnen|voorbeeld\.example|Voorbeeldstad|Modelstraat|modelovereenkomst", re.I)
INTRODUCTION = "Op deze pagina staan de versies van deze overeenkomst van {publisher}."
SITE_NAME = "Overeenkomsten van {publisher}"
MODEL_TITLE = "Verwerkersovereenkomst"
LANDING = """\
# Overeenkomsten

Hier staan de overeenkomsten van {publisher}, elk lid met een vast adres, zodat u ernaar kunt verwijzen.
"""
# An agreement without a model: its parties, and its one article.
PARTIES = f"""\
## Partijen

1. {PUBLISHER}, gevestigd te {fill('postcode en plaats')}, hierna te noemen “{fill('naam, zoals Leverancier')}”;

2. {fill('de andere partij')}, hierna te noemen “{fill('naam, zoals Klant')}”.
"""
ARTICLE = f"""\
# Artikel 1. {fill('waarover het gaat')}

1.1 {fill('wat partijen afspreken')}
"""

SUB_PROCESSORS = """\
# De sub-verwerkers, een rij voor elk. Een rij gaat nooit weg: zij krijgt een einde (ended). Zo ziet een rij eruit:
#
#   - id: hosting
#     name: Naam B.V.
#     address: Straat 1, 1234 AB Plaats
#     contact: {name: Privacyteam, email: privacy@naam.example}
#     service: Servers in een datacenter
#     purpose: waarvoor hij de gegevens verwerkt
#     data: [naam en adres]
#     data_subjects: [klanten]
#     places:
#       - {country: NL}
#     active: 2024-01-01

sub_processors: []
"""
