"""A list of sub-processors is promised, and there is none

The agreement sends its reader to a list on a site; whoever follows it must find that list here, or be told in the text
where it is. A clause that names the address of a list elsewhere, an annex that holds the list, or a list that is sent
on request asks for no list here.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:9:8
    2.2 De lijst van andere verwerkers staat op de website van Verwerker. De maatregelen staan in bijlage 1.

Right:

    docs/voorbeeld/1.0/artikel-02.md
    2.2 De lijst van andere verwerkers staat op de website van Verwerker. De maatregelen staan in bijlage 1.

    annexes/voorbeeld/sub-verwerkers.yml
    sub_processors:
      - id: wolk

Wrong:

    docs/example/1.0/article-02.md
    2.2 The list of sub-processors is on the website of Supplier. The measures are in Annex 1.

Right:

    docs/example/1.0/article-02.md
    2.2 Supplier engages no sub-processors. The measures are in Annex 1.
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
