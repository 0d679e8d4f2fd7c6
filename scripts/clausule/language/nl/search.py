"""How a question is put in Dutch, and which forms are one word for who searches."""

from clausule.language.nl.references.scan import ANNEX_WORDS, ORDINALS
from clausule.language.search import SearchWords

SEARCH = SearchWords(
    article=("artikel", "artikelen", "art", "artt", "§"),
    clause=("lid", "leden", "paragraaf", "par"),
    annex=(*ANNEX_WORDS, "bijl", "bijlages"),
    item=("onder", "sub", "onderdeel", "onderdelen", "letter", "punt", "nummer", "nr", "deel", "rubriek", "aanhef"),
    ordinals=ORDINALS,
    define=(
        "wat is",
        "wat zijn",
        "wat wordt bedoeld",
        "definitie",
        "definities",
        "begrip",
        "betekenis",
        "betekent",
        "betekenen",
        "verstaan",
        "verstaat",
        "omschrijving",
    ),
    asks=(
        (
            "hoe snel = binnen hoeveel = binnen welke = hoeveel tijd = wanneer = hoe lang = hoelang = termijn",
            "uur = uren = dag = dagen = werkdagen = week = weken = maand = maanden = jaar = onverwijld",
        ),
        (
            "hoe vaak = hoe dikwijls = frequentie",
            "keer = eens = maal = jaarlijks = jaar = maand = periodiek = regelmatig",
        ),
        ("hoe duur = hoeveel kost = wie betaalt = prijs", "kosten = vergoeding = rekening = euro = tarief"),
        ("hoeveel = hoe hoog = hoe veel", "euro = bedrag = maximum = ten hoogste = beperkt"),
        ("waar = in welk land = welke landen", "plaats = locatie = land = landen = EER = Nederland"),
    ),
    small="""
        hoe hoeveel wanneer waar waarom waarover waarvoor waarmee waaraan wiens mag mogen moet moeten moest laten laat
        kan kunnen kun wil willen zullen zal doen doet gaan gaat ben bent zijn was waren hebben heb had uitvoeren
        plaatsvinden krijgen ik je jij jullie mij men iemand iets wel niet er daar hier al nog maar gebeurt gebeurd
        gebeuren staat staan geldt gelden regelt geregeld lang snel vaak veel via graag zoek zoeken vind vinden tekst
        bepaling bepalingen wat
        """,
    forms="""
        wissen wist gewist wiste
        eisen eist geëist vereist vereisen
        geven geeft gaf gegeven
        doorgeven doorgegeven doorgeeft
        teruggeven teruggegeven teruggeeft
        nemen neemt nam genomen
        overnemen overgenomen
        houden houdt hield gehouden
        bijhouden bijgehouden
        inschakelen ingeschakeld
        inzien ingezien
        opslaan opgeslagen
        overdragen overgedragen overdracht
        opzeggen opgezegd
        verliezen verloren verlies
        ontbinden ontbonden
        verbieden verboden
        sluiten gesloten
        ondertekenen ondertekend
        bijstaan bijgestaan bijstand
        krijgen krijgt gekregen
        terugkrijgen teruggekregen
        kiezen kiest gekozen
        lezen gelezen
        stelen gestolen
        betalen betaalt betaald betaling
        aanwijzen aangewezen aanwijzing
        controleren gecontroleerd controle
        informeren geïnformeerd
        corrigeren gecorrigeerd correctie
        """,
    # Of 'verwijdert', 'verwijderd' and 'verwijderen' stays 'verwijder'; of 'bewaart' and 'bewaring' 'bewar'.
    stem=(
        ("heden$", "heid"),
        ("(?<=.{5})heid$", ""),
        ("^ge(?=.{3,}[dt]$)", ""),
        ("(?<=.{4})(?:ende|enden|end)$", ""),
        ("(?<=.{3})(?:en|e|s)$", ""),
        ("(?<=.{4})ing$", ""),
        ("(?<=.{3}[bfgklmnprvwz])[dt]$", ""),
        ("(?<=.{3}d)t$", ""),
        (r"([bdfgklmnprst])\1$", "$1"),
        (r"([aeou])\1([bcdfgklmnprstvz])$", "$1$2"),
        ("v$", "f"),
        ("z$", "s"),
    ),
    joints=("", "s", "en", "e", "n"),
)
