"""How a question is put in Dutch, and which forms are one word for who searches."""

from clausule.language.nl.references.scan import ANNEX_WORDS, ORDINALS
from clausule.language.search import SearchWords

SEARCH = SearchWords(
    article=("artikel", "artikelen", "art", "artt", "§"),
    clause=("lid", "leden", "paragraaf", "par"),
    annex=(*ANNEX_WORDS, "bijl", "bijlages"),
    item=("onder", "sub", "onderdeel", "onderdelen", "letter", "punt", "nummer", "nr", "deel", "rubriek", "aanhef"),
    ordinals=ORDINALS,
    define=("wat is", "wat zijn", "wat wordt bedoeld", "definitie", "definities", "begrip", "betekenis", "betekent", "betekenen", "verstaan", "verstaat", "omschrijving"),
    small="""
        hoe hoeveel wanneer waar waarom waarover waarvoor waarmee waaraan wiens mag mogen moet moeten moest kan kunnen
        kun wil willen zullen zal doen doet gaan gaat ben bent zijn was waren hebben heb had ik je jij jullie mij men
        iemand iets wel niet zijn er daar hier al nog maar gebeurt gebeurd gebeuren staat staan geldt gelden regelt
        geregeld lang snel vaak veel o.a. via graag zoek zoeken vind vinden tekst bepaling bepalingen wat
        """,
    # Of 'verwijdert', 'verwijderd', 'verwijderde' and 'verwijderen' stays 'verwijder'; of 'bewaart' and 'bewaring' 'bewar'.
    stem=(
        ("heden$", "heid"),
        ("(?<=.{5})heid$", ""),
        ("^ge(?=.{4,}[dt]$)", ""),
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
