"""Data outside the EEA without a ground

Personal data may leave the European Economic Area only on a ground of AVG chapter V: an adequacy decision (article 45),
standard clauses (2021/914) or binding rules (articles 46 and 47). For such a country the list names the ground. That of
an adequacy decision is held against the decisions that the build knows, day by day: the Privacy Shield, for one,
counted until 16-07-2020. Name the decision (`decision:`) where the build does not know it.

An agreement whose front matter says `jurisdiction: GB` is judged by the law of the United Kingdom: data there is not
transferred, and a transfer to the EEA has its ground in the Data Protection Act 2018 (schedule 21, paragraphs 4 and 5).
Other countries ask for a ground as well; for which of them the United Kingdom has adequacy regulations is not known
here.

Wrong:

    annexes/voorbeeld/sub-verwerkers.yml:11:18
      - id: wolk
        places:
          - country: US

Right:

    annexes/voorbeeld/sub-verwerkers.yml
      - id: wolk
        places:
          - country: US
            ground: standard-clauses
"""

from collections.abc import Iterable

from clausule.analysis.sub_processors import is_by_other_law, is_outside
from clausule.check import AgreementView
from clausule.law.countries import country_name, decisions, has_other_law, is_country, uncovered
from clausule.model.findings import Finding
from clausule.model.sub_processors import ADEQUACY, NONE, Location, SubProcessor

SEVERITY = "error"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    for row in view.agreement.sub_processors.rows if view.agreement.sub_processors else ():
        if row.withdrawn:
            continue
        for location in row.locations:
            if not is_country(location.country) or not is_outside(row, location):
                continue
            if fault := _fault(row, location, view.language.tag):
                hint = _hint(location, view.agreement.meta.place(()).path)
                yield view.here(location.place, fault, hint, words=location.country, at=row.id)


def _fault(row: SubProcessor, location: Location, language: str) -> str:
    name = f"{location.country} ({country_name(location.country, language)})"
    if location.ground in ("", NONE):
        area = f"{location.jurisdiction} and the EEA" if is_by_other_law(location) else "the EEA"
        return f"{name} is outside {area}, and no ground is named for the transfer"
    if location.ground != ADEQUACY or location.decision or not row.active or is_by_other_law(location):
        return ""
    gap = uncovered(location.country, row.active, row.ended)
    if not gap:
        return ""
    start, end = gap
    span = f"from {start}" + (f" to {end}" if end else " on")
    return f"no adequacy decision about {name} is known that counts {span}"


def _hint(location: Location, page: str) -> str:
    """How to mend it, and when the newest decision about the country counts; whom it covers it says itself. ``page`` is
    where the agreement says whose law governs it."""
    country, known = location.country, ""
    for one in () if is_by_other_law(location) else decisions(country):
        span = f"from {one.since}" + (f" to {one.until}" if one.until else " on")
        known = f" (a decision about adequacy counts {span})"
    own = has_other_law(country) and not location.jurisdiction
    return (
        "name the ground (adequacy, standard-clauses, binding-rules), or end the row and write one that replaces it; "
        f"a ground is written so: {{country: {country}, ground: standard-clauses}}{known}"
        + (f"; where the law of {country} governs the agreement, say so in {page}: jurisdiction: {country}" * own)
    )
