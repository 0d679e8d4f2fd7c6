"""A list of sub-processors is promised, and there is none

The agreement sends its reader to a list on a site; whoever follows it must find that list here, or be told in the text where
it is. A clause that names the address of a list elsewhere, an annex that holds the list, or a list that is sent on request
asks for no list here.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:10:8
    ---
    version: "1.0"
    ---

    # Artikel 2. Gebruik

    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant, en kondigt een andere verwerker ten minste dertig dagen
    van tevoren aan.

    2.2 De lijst van andere verwerkers staat op de website van Verwerker. De maatregelen staan in bijlage 1.

    2.3 Verwerker meldt een inbreuk zoals in bijlage 2 staat.

Right:

    annexes/voorbeeld/sub-verwerkers.yml
    sub_processors:
      - id: wolk
        name: Wolk B.V.
        address: Wolkweg 1, Utrecht
        contact: {email: avg@wolk.example}
        service: Servers
        purpose: gegevens opslaan
        data: [naam en adres]
        data_subjects: [klanten]
        places:
          - country: NL
        active: 2024-01-01

    docs/voorbeeld/1.0/artikel-02.md
    ---
    version: "1.0"
    ---

    # Artikel 2. Gebruik

    2.1 Verwerker verwerkt de Gegevens alleen in opdracht van Klant, en kondigt een andere verwerker ten minste dertig dagen
    van tevoren aan.

    2.2 De lijst van andere verwerkers staat op de website van Verwerker. De maatregelen staan in bijlage 1.

    2.3 Verwerker meldt een inbreuk zoals in bijlage 2 staat.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.lists import is_newest, list_mentions
from clausule.language.sub_processors import ANNEX, ELSEWHERE, PLAIN, SITE
from clausule.model.findings import Finding
from clausule.read.sub_processors import list_path

SEVERITY = "warning"


def check_edition(view: View) -> Iterable[Finding]:
    if view.agreement.sub_processors or not is_newest(view):
        return
    found = list_mentions(view.edition)
    kinds = {mention.where for _, mention in found}
    if SITE not in kinds and kinds & {ELSEWHERE, ANNEX}:
        return
    wanted = next((row for row in found if row[1].where in (SITE, PLAIN)), None)
    if wanted:
        text, mention = wanted
        path = list_path(view.agreement.slug, view.language)
        message = "this promises a list of sub-processors, and there is none"
        yield view.at(text, mention.start, mention.end, message, f"write {path}, or say in the text where the list is")
