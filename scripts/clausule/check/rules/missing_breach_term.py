"""A term for reporting a breach that stands only in the text

Whoever discovers a breach wants to know by when it must be reported, and the site can count down to that moment. It
shows no clock that nobody has checked: the author copies the term from the text into `breach:` in the front matter of
the edition, beside the clause that gives it. Only the processor's own duty to report to the other party counts, in
figures or in words: not the customer's term for the supervisor, not one for answers or repair, and not one that the
clause denies or only strives for. A working day counts as a day of 24 hours, so that no clock runs too long.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:9:33
    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant en treft de maatregelen in bijlage 1.

    2.2 Verwerker meldt een inbreuk binnen 48 uur met de vragenlijst in bijlage 2.

Right:

    docs/voorbeeld/1.0/index.md
    breach:
      hours: 48
      at: artikel-2.2
      words: binnen 48 uur

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant en treft de maatregelen in bijlage 1.

    2.2 Verwerker meldt een inbreuk binnen 48 uur met de vragenlijst in bijlage 2.

Wrong:

    docs/example/1.0/article-02.md
    2.1 Supplier processes the Data only on the instructions of Customer and takes the measures in Annex 1.

    2.2 Supplier notifies Customer of a breach without undue delay and in any event within 48 hours, with the
    questionnaire in Annex 2.

Right:

    docs/example/1.0/index.md
    breach:
      hours: 48
      at: article-2.2
      words: within 48 hours

    docs/example/1.0/article-02.md
    2.1 Supplier processes the Data only on the instructions of Customer and takes the measures in Annex 1.

    2.2 Supplier notifies Customer of a breach without undue delay and in any event within 48 hours, with the
    questionnaire in Annex 2.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import breach_term
from clausule.model.findings import Finding

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    if "breach" in view.edition.meta.values or not (found := breach_term(view.edition)):
        return
    words = found.text.plain[found.start : found.end]
    hint = (
        f"write in the front matter of the edition: breach: {{hours: {view.language.questions.hours_in(words)}, at: "
        f"{found.owner}, words: {words}}}"
    )
    message = "this term for reporting a breach is not in the front matter, so no clock can show it"
    yield view.at(found.text, found.start, found.end, message, hint)
