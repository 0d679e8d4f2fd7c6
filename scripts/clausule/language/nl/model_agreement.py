"""What has to be filled in when the model agreement is taken over, and what in it is about the model alone."""

from __future__ import annotations

import re

from clausule.language.model_agreement import PUBLISHER, TITLE, ModelAgreement

_FILLED = "[invullen: {what}]"


def _fill(what: str) -> str:
    return _FILLED.format(what=what)


_EMAIL = _fill("e-mailadres")

MODEL = ModelAgreement(
    slug="voorbeeld",
    title="Verwerkersovereenkomst",
    example="verwerkersovereenkomst",
    filled=_FILLED,
    unfilled=re.compile(r"\[invullen: [^\[\]]{1,200}\]", re.I),
    about_model=re.compile(r"bestaat niet; (?:dit is een modelovereenkomst|ook de )"),
    replaced=(
        (r"# Verwerkersovereenkomst Voorbeeld B\.V\. \(fictief model\)", f"# {TITLE}"),
        (
            r"Voorbeeld B\.V\., een fictieve vennootschap die niet bestaat en alleen voor dit model is bedacht,",
            f"{PUBLISHER},",
        ),
        (
            r"de Modelstraat 1 te \(0000 AA\) Voorbeeldstad",
            f"{_fill('straat en huisnummer')} te {_fill('postcode en plaats')}",
        ),
        (r"onder nummer 00000000", f"onder nummer {_fill('nummer in het handelsregister')}"),
        (r"Voorbeeld B\.V\. \(fictief\)", PUBLISHER),
        (r" Ook de Sub-verwerkers op die lijst zijn verzonnen\.", ""),
        (r"het privacyteam, privacy@voorbeeld\.example", _fill("naam of afdeling, e-mailadres en telefoonnummer")),
        (r"aan privacy@voorbeeld\.example", f"aan {_EMAIL}"),
        (
            r"dat Verwerkingsverantwoordelijke zijn klanten kan bijhouden, facturen kan verzenden en daarbij hulp "
            r"krijgt\.",
            f"dat Verwerkingsverantwoordelijke {_fill('waarvoor hij de Diensten gebruikt')}.",
        ),
        (r"in datacenters binnen de EER\.", f"in {_fill('plaats, bijvoorbeeld: datacenters binnen de EER')}."),
        (r"€ \d{1,3}(?:\.\d{3})+", f"€ {_fill('bedrag')}"),
        (r"Voorbeeld B\.V\.", PUBLISHER),
    ),
    email=_EMAIL,
    lists={
        "Diensten": _fill("een dienst, en wat zij doet"),
        "Overzicht": _fill("een verwerking"),
        "Soorten Persoonsgegevens": _fill("een soort persoonsgegevens"),
        "Categorieën van Betrokkenen": _fill("een categorie van betrokkenen"),
    },
    measures=_fill("laat alleen de maatregelen staan die u werkelijk treft, en haal daarna deze regel weg"),
    terms=_fill("ga na of de termijnen in de artikelen bij uw diensten passen, en haal daarna deze regel weg"),
    left=re.compile(r"fictie[fv]|verzonnen|voorbeeld\.example|Voorbeeldstad|Modelstraat|modelovereenkomst", re.I),
    introduction="Op deze pagina staan de versies van deze overeenkomst van {publisher}.",
    site_name="Overeenkomsten van {publisher}",
    landing="""\
# Overeenkomsten

Hier staan de overeenkomsten van {publisher}, elk lid met een vast adres, zodat u ernaar kunt verwijzen.
""",
    parties=f"""\
## Partijen

1. {PUBLISHER}, gevestigd te {_fill("postcode en plaats")}, hierna te noemen “{_fill("naam, zoals Leverancier")}”;

2. {_fill("de andere partij")}, hierna te noemen “{_fill("naam, zoals Klant")}”.
""",
    article=f"""\
# Artikel 1. {_fill("waarover het gaat")}

1.1 {_fill("wat partijen afspreken")}
""",
    sub_processors="""\
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
""",
)
