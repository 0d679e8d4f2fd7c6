"""A record of a notice that cannot be so

`docs/<agreement>/notices.yml` says which letters were sent, when, to how many people of which list. `clausule notice
--sent` writes it, with the letter itself beside the annexes, and the site shows it as what the publisher says. What a
hand changed in it is found: a hash that no letter has, a letter with other words, a day before the announcement, a row
or an edition that is not announced. The name of a list holds no address.

Wrong:

    docs/voorbeeld/notices.yml:3:11
    notices:
      - sub_processor: wolk
        sent: 2024-02-01
        list: klanten
        recipients: 41
        letter: sha256:6ae3e33c5f249432d66b8b10034901a0803a0819b52d889a95785dec81a975d2

    annexes/voorbeeld/notices/wolk-6ae3e33c5f24.txt
    Geachte klant,

    annexes/voorbeeld/sub-verwerkers.yml
      - id: wolk
        active: 2024-04-01
        announced: 2024-03-01

Right:

    docs/voorbeeld/notices.yml
    notices:
      - sub_processor: wolk
        sent: 2024-03-01
        list: klanten
        recipients: 41
        letter: sha256:6ae3e33c5f249432d66b8b10034901a0803a0819b52d889a95785dec81a975d2

    annexes/voorbeeld/notices/wolk-6ae3e33c5f24.txt
    Geachte klant,

    annexes/voorbeeld/sub-verwerkers.yml
      - id: wolk
        active: 2024-04-01
        announced: 2024-03-01
"""

from collections.abc import Iterable

from clausule.analysis.notices import announcements
from clausule.check import AgreementView
from clausule.model.findings import Finding
from clausule.model.similarity import closest

SEVERITY = "error"
ALLOWABLE = False


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    known = {(one.kind, one.of): one for one in announcements(view.agreement)}
    for notice in view.agreement.notices:
        announcement = known.get((notice.kind, notice.of))
        if not announcement:
            guess = closest(notice.of, [of for kind, of in known if kind == notice.kind])
            message = f"a notice was sent of {notice.kind.replace('_', '-')} '{notice.of}', which is not announced"
            hint = f"did you mean '{guess}'?" if guess else "put the announcement back, or take this notice out"
            yield view.here(notice.place, message, hint, at=notice.of)
        elif notice.sent and notice.sent < announcement.day:
            message = (
                f"a notice of '{notice.of}' was sent on {notice.sent}, before {announcement.day}, its announcement"
            )
            hint = "write the day on which it was sent, or correct the day of the announcement"
            yield view.here(notice.sent_place, message, hint, at=notice.of)
