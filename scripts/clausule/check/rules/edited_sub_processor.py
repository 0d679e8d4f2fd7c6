"""A published row of sub-processors that says something else now

Customers rely on what the list said on the day on which they read it, so what was published of a sub-processor is not
changed in silence. What really changed (another country, another ground) is a new row that `replaces` the old one,
which gets an end. A mistake is corrected in the row itself, where readers see that too: `corrections` names the key,
what was published there, the day and the reason. To give a row its end, or to fill in what was not known, takes nothing
back and needs no more. The list is held against the published one on the branch gh-pages, where that is known here;
publishing holds it against the branch that it moves.

Wrong:

    gh-pages:voorbeeld/sub-verwerkers.json
    {"sub_processors": [{"id": "wolk", "service": "Servers", "purpose": "gegevens bewaren"}]}

    annexes/voorbeeld/sub-verwerkers.yml:7:14
      - id: wolk
        purpose: gegevens inzien

Right:

    gh-pages:voorbeeld/sub-verwerkers.json
    {"sub_processors": [{"id": "wolk", "purpose": "gegeven bewaren"}]}

    annexes/voorbeeld/sub-verwerkers.yml
      - id: wolk
        purpose: gegevens bewaren
        corrections:
          - {key: purpose, was: gegeven bewaren, on: 2024-03-01, why: een tikfout}
"""

from collections.abc import Iterable

from clausule.analysis.sub_processors import accepted_words, changed_keys
from clausule.check import AgreementView
from clausule.model.findings import Finding
from clausule.model.similarity import short

SEVERITY = "error"
ALLOWABLE = False


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    listing = view.agreement.sub_processors
    if not listing or not listing.whole:
        return
    accepted = {row.id: accepted_words(row, view.language) for row in listing.rows}
    for published in listing.published:
        row = listing.row(published["id"])
        for key in changed_keys(published, accepted[row.id]) if row else ():
            assert row
            was, now = published[key], accepted[row.id][key][0]
            message = (
                f"{key} of '{row.id}' was published as {_quoted(was)}, and "
                f"{f'here stands {_quoted(now)}' if now else 'here nothing stands'}"
            )
            yield view.here(row.where(key), message, _hint(row.id, key, was), words=now, at=row.id)


def _quoted(words: str) -> str:
    return f"'{short(words, 300)}'" if words else "nothing"


def _hint(name: str, key: str, was: str) -> str:
    if not was:
        return f"take it out; a change is a new row with replaces: {name}, and an end (ended:) for this one"
    return (
        f"put it back, and write what changed in a new row with replaces: {name} and an end (ended:) for this one; or, "
        f'where it was a mistake: corrections: [{{key: {key}, was: "...", on: 2024-03-01, why: ...}}] with what was '
        "published, word for word"
    )
