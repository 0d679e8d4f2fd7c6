"""A text in another language than its agreement says

The language of an agreement decides how its headings, references, terms and periods are read, and in which language
its pages speak. A text in another one is read wrongly as a whole, and few other findings make sense. The measure is
plain: the small words (articles, prepositions, conjunctions) that only one of the languages has are counted; where
twelve or more are of another language, and twice as many as of its own, the text reads as that language. A quotation
or an annex in another language is no fault.

Wrong:

    docs/example/1.0/article-03.md
    3.1 De verwerker wist de gegevens binnen dertig dagen na het einde van de overeenkomst, tenzij de klant hem om een
    kopie van deze gegevens vraagt. Zolang de verwerker de gegevens heeft, houdt hij zich aan de instructies van de
    klant en aan wat hierboven is bepaald. De verwerker stuurt de klant daarvan een bericht, ook als het einde eerder
    valt dan de klant had verwacht. Dat bericht bevat alles wat de klant over het wissen van zijn gegevens wil weten,
    en het wordt door de verwerker bewaard tot een jaar na het wissen. Wanneer de klant het bericht niet begrijpt, legt
    de verwerker het hem uit. Daarna is de verwerker van zijn plicht ontslagen, behalve als hij nog een kopie heeft. De
    kosten van het wissen zijn voor de verwerker, en die van een kopie voor de klant, voor zover deze die heeft
    gevraagd en zij niet meer zijn dan wat daarvoor in de prijslijst van de verwerker staat.

Right:

    docs/example/1.0/article-03.md
    3.1 At the end the Supplier deletes the Data of the Customer.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import all_words
from clausule.language.recognition import english_name, reads_as
from clausule.model.findings import Finding

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    agreement = view.agreement
    tag = reads_as(all_words(view.edition), agreement.language)
    if tag != agreement.language:
        own, other = english_name(agreement.language), english_name(tag)
        yield view.here(
            agreement.meta.place(("language",)),
            f"edition {view.edition.version} reads as {other}, and this agreement says that it is {own}",
            f"write language: {tag} if it is {other}; else give the edition its text in {own}",
            words=agreement.language,
        )
