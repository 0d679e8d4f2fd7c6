"""Editions that overlap or go back in time

An edition applies from its date until the next one does. Two editions with one date leave open which text applied; a
higher version with an earlier date would be replaced by the text that it replaced itself; an edition that ends before
it begins never applies. `2.0-rc1` comes before `2.0`; where versions were first years and then numbers, the date alone
says which is the later. An edition for some customers only (`for: nieuwe klanten`) stands beside those for all: it ends
none of them, so both are in force at once.

Wrong:

    docs/voorbeeld/1.1/index.md:3:12
    effective: 2023-06-01

Wrong:

    docs/voorbeeld/1.1/index.md:3:12
    effective: 2024-01-01

Right:

    docs/voorbeeld/1.1/index.md
    effective: 2025-01-01

Right:

    docs/voorbeeld/1.1/index.md
    effective: 2024-01-01
    for: nieuwe klanten
"""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from clausule.check import AgreementView
from clausule.model.dates import followed_by
from clausule.model.editions import Edition
from clausule.model.findings import Finding
from clausule.model.versions import scheme_of, version_order

SEVERITY = "error"
_WAYS_OUT = (
    "give it a later date, or correct that of the other edition; name what leads to a version 2.0-rc1 or 2.0-concept; "
    "or, where the text bears no version number, write numbered: false: then its folder is an address and no version"
)


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    dated = [
        edition
        for edition in view.agreement.editions
        if edition.effective and not edition.concept and not edition.never_applied
    ]
    # An edition for some customers only stands beside those for all, and not among them.
    for audience in dict.fromkeys(edition.audience for edition in dated):
        yield from _check_row(view, [edition for edition in dated if edition.audience == audience])
    for number, edition in enumerate(dated):
        yield from _check_end(view, edition, followed_by(edition, dated[number + 1 :]))


def _check_row(view: AgreementView, dated: list[Edition]) -> Iterable[Finding]:
    yield from _check_order(view, [edition for edition in dated if edition.numbered])
    for before, edition in pairwise(dated):
        alike = edition.numbered and before.numbered and scheme_of(edition.version) == scheme_of(before.version)
        if edition.effective == before.effective and not alike:
            assert edition.effective
            message = f"edition {edition.version} has the date of edition {before.version}, {_day(edition.effective)}"
            yield view.here(edition.meta.place(("effective",)), message, "give one of them a later date")


def _check_order(view: AgreementView, editions: list[Edition]) -> Iterable[Finding]:
    """By version each edition must be later than the one before it, as long as versions are counted in one way."""
    ordered = sorted(editions, key=lambda edition: version_order(edition.version))
    schemes = dict.fromkeys(scheme_of(edition.version) for edition in ordered)
    mine = ([edition for edition in ordered if scheme_of(edition.version) == scheme] for scheme in schemes)
    for before, edition in (pair for editions in mine for pair in pairwise(editions)):
        assert before.effective
        assert edition.effective
        if edition.effective == before.effective:
            message = f"edition {edition.version} has the date of edition {before.version}, {_day(edition.effective)}"
        elif edition.effective < before.effective:
            message = (
                f"edition {edition.version} applies from {_day(edition.effective)}, "
                f"before edition {before.version} ({_day(before.effective)})"
            )
        else:
            continue
        yield view.here(edition.meta.place(("effective",)), message, _WAYS_OUT)


def _check_end(view: AgreementView, edition: Edition, following: Edition | None) -> Iterable[Finding]:
    until, key = edition.until, ("until",)
    assert edition.effective
    if not until:
        return
    if until <= edition.effective:
        message = f"edition {edition.version} ends on {_day(until)} and begins on {_day(edition.effective)}"
        yield view.here(
            edition.meta.place(key), message, "until: is the first day on which the edition no longer applies"
        )
    elif following:
        assert following.effective
        if until > following.effective:
            begins = f"edition {following.version} begins on {_day(following.effective)}"
            message = f"edition {edition.version} ends on {_day(until)}, but {begins}"
            yield view.here(edition.meta.place(key), message, "leave until: out; the next edition ends this one")


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"
