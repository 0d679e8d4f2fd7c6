"""Data outside the EEA without a ground

Personal data may leave the European Economic Area only on a ground of AVG chapter V: an adequacy decision (article 45),
standard clauses (2021/914) or binding rules (articles 46 and 47). For such a country the list names the ground. That of
an adequacy decision is held against the decisions that the build knows, day by day: the Privacy Shield, for one,
counted until 16-07-2020. Name the decision (`decision:`) where the build does not know it.

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

from clausule.check import AgreementView
from clausule.law.countries import country_name, decisions, in_area, is_country, uncovered
from clausule.model.findings import Finding
from clausule.model.sub_processors import ADEQUACY, NONE, Location, SubProcessor

SEVERITY = "error"


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    for row in view.agreement.sub_processors.rows if view.agreement.sub_processors else ():
        if row.withdrawn:
            continue
        for location in row.locations:
            if not is_country(location.country) or in_area(location.country, row.active, row.ended):
                continue
            if fault := _fault(row, location, view.language.tag):
                yield view.here(location.place, fault, _hint(location.country), words=location.country, at=row.id)


def _fault(row: SubProcessor, location: Location, language: str) -> str:
    name = f"{location.country} ({country_name(location.country, language)})"
    if location.ground in ("", NONE):
        return f"{name} is outside the EEA, and no ground is named for the transfer"
    if location.ground != ADEQUACY or location.decision or not row.active:
        return ""
    gap = uncovered(location.country, row.active, row.ended)
    if not gap:
        return ""
    start, end = gap
    span = f"from {start}" + (f" to {end}" if end else " on")
    return f"no adequacy decision about {name} is known that counts {span}"


def _hint(country: str) -> str:
    """How to mend it, and when the newest decision about the country counts; whom it covers it says itself."""
    known = ""
    for one in decisions(country)[-1:]:
        span = f"from {one.since}" + (f" to {one.until}" if one.until else " on")
        known = f" (a decision about adequacy counts {span})"
    return (
        "name the ground (adequacy, standard-clauses, binding-rules), or end the row and write one that replaces it; "
        f"a ground is written so: {{country: {country}, ground: standard-clauses}}{known}"
    )
