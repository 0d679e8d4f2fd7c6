"""A period in working days, and no country whose working days they are

In which language an agreement is written does not say which law governs it: in the Netherlands the 27th of April is a
holiday, in Belgium the 21st of July. Without the country the last day of such a period cannot be worked out, and none
is shown. `jurisdiction` in the front matter of the agreement names it. Working days are all days but Saturdays, Sundays
and public holidays, as in Regulation (EEC, Euratom) 1182/71; the holidays that are known are those of NL and BE.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker kondigt een andere verwerker ten minste tien werkdagen van tevoren aan.

    annexes/voorbeeld/sub-verwerkers.yml:15:36
    promises:
      - version: "1.0"
        notice: {working_days: 10, at: artikel-2.1}

Right:

    docs/voorbeeld/index.md
    jurisdiction: NL

    docs/voorbeeld/1.0/artikel-02.md
    2.1 Verwerker kondigt een andere verwerker ten minste tien werkdagen van tevoren aan.

    annexes/voorbeeld/sub-verwerkers.yml
    promises:
      - version: "1.0"
        notice: {working_days: 10, at: artikel-2.1}
"""

from collections.abc import Iterable

from clausule.check import AgreementView
from clausule.law.working_days import JURISDICTIONS
from clausule.model.findings import Finding

SEVERITY = "error"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    listing, known = view.agreement.sub_processors, " and ".join(JURISDICTIONS)
    named = str(view.agreement.meta.values.get("jurisdiction") or "")
    reason = f"of '{named}' the holidays are not known here" if named else "no country is named"
    hint = (
        f"the holidays that are known are those of {known}; work the day out by hand and accept this with an allow"
        if named
        else f"name it in the front matter of {view.agreement.meta.place(()).path}: jurisdiction: {JURISDICTIONS[0]}; "
        f"known are {known}, and for another country leave this period out: the letter then quotes the clause"
    )
    for promise in listing.promises if listing else ():
        for period in filter(None, (promise.notice, promise.objection)):
            if period.working_days and not period.calendar:
                message = f"the last of {period.working_days} working days cannot be worked out: {reason}"
                yield view.here(period.place, message, hint, words=period.at)
