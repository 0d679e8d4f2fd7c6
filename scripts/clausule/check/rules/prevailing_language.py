"""Nothing says which of two languages counts, or words say different things

Two texts of one agreement differ sooner or later, and then parties ask which of them they agreed. A clause says it
best ('the Dutch text prevails'); where there is none, `prevails` in the front matter of the translation tells readers
on each page what its publisher takes to count. The clauses of both texts and front matter must say the same.

Wrong:

    docs/voorbeeld-en/index.md:5:17
    prevails: nl (removed)

Right:

    docs/voorbeeld-en/index.md
    prevails: nl (removed)

    docs/voorbeeld/1.0/artikel-03.md
    3.3 Bij verschillen tussen de Nederlandse en de Engelse tekst prevaleert de Nederlandse tekst.

    docs/voorbeeld-en/1.0/article-03.md
    3.3 In the event of any discrepancy between the Dutch and the English text, the Dutch text prevails.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md
    3.3 De Nederlandse tekst is bindend.

    docs/voorbeeld-en/1.0/article-03.md:17:5
    3.3 The English text is binding.
"""

from collections.abc import Iterable

from clausule.check import AgreementView, TranslationView
from clausule.compare.translation.prevailing import prevailing, words_that_say_it
from clausule.model.editions import newest
from clausule.model.findings import Finding

SEVERITY = "warning"
HINT = "let both texts and prevails in the front matter of the translation say the same"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    agreement = view.agreement
    if agreement.translation and agreement.editions and not prevailing(agreement, newest(agreement.editions)):
        message = "nothing says whether this text or its original counts where they differ"
        languages = f"{agreement.translation.original.language} or {agreement.language}"
        hint = f"write it in a clause, or here: prevails: {languages}"
        yield view.here(agreement.meta.place(("translation_of",)), message, hint)


def check_translation(view: TranslationView) -> Iterable[Finding]:
    translation = view.agreement.translation
    assert translation
    original = words_that_say_it(view.original.edition)
    wanted = original[0][1].language if original else translation.prevails
    where = "the original says" if original else "front matter says"
    for text, found in words_that_say_it(view.translation.edition):
        if wanted and found.language != wanted:
            message = f"this says that the text in '{found.language}' counts, and {where} '{wanted}'"
            yield view.at(text, found.start, found.end, message, HINT)
    if original and translation.prevails not in ("", wanted):
        message = f"the original says that the text in '{wanted}' counts, and front matter '{translation.prevails}'"
        yield view.here(view.agreement.meta.place(("prevails",)), message, HINT)
