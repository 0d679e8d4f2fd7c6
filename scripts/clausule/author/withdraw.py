"""What an author takes back: an edition that was agreed. It is written beside the text, which stays as it
was frozen."""

from __future__ import annotations

import json
from datetime import date

from clausule.author.freeze import front_matter_with, write_whole
from clausule.model.dates import current
from clausule.model.editions import Agreement, Edition
from clausule.model.lookup import AuthoringError, find_agreement, find_edition
from clausule.read import Repository, read_repository


def edition_to_withdraw(agreement: Agreement, version: str, today: date) -> Edition:
    """The edition ``version``; without one the only edition that is still to come, or the only one that there is.
    Raises ``AuthoringError`` where that could be another."""
    if version:
        return find_edition(agreement, version)
    left = [edition for edition in agreement.editions if not edition.concept and not edition.withdrawn]
    coming = [edition for edition in left if edition.effective and edition.effective > today]
    found = coming if len(coming) == 1 else left
    if len(found) != 1:
        names = ", ".join(edition.version for edition in agreement.editions) or "none"
        raise AuthoringError(f"which edition of {agreement.slug} is withdrawn? Name its version; there are: {names}.")
    return found[0]


def withdraw(repository: Repository, agreement: Agreement, edition: Edition, why: str, day: date, today: date) -> str:
    """Writes into the front matter of ``edition`` that it is withdrawn on ``day``, because ``why``; says what follows
    from that. Raises ``AuthoringError`` for what cannot be withdrawn so; then nothing is changed."""
    why = " ".join(why.split())
    check_withdrawal(agreement, edition, why, day, today)
    path = repository.root / edition.folder / "index.md"
    before = path.read_bytes().decode()
    told = f"withdrawn:\n  day: {day.isoformat()}\n  why: {json.dumps(why, ensure_ascii=False)}\n"
    write_whole(path, front_matter_with(edition, before, told))
    again = read_repository(repository.root, agreement.slug, language=agreement.language)
    mine = find_edition(find_agreement(again.agreements, agreement.slug), edition.version)
    if not mine.withdrawn or mine.withdrawn.why != why:
        write_whole(path, before)
        raise AuthoringError("the reason holds signs that cannot be written in the sources. Write it in plain words.")
    return _what_follows(find_agreement(again.agreements, agreement.slug), mine, day, today)


def check_withdrawal(
    agreement: Agreement, edition: Edition, why: str, day: date, today: date, *, is_again: bool = False
) -> None:
    """Raises ``AuthoringError`` for what cannot be withdrawn so. ``is_again``: it may be withdrawn already."""
    name, effective = edition.name, edition.effective
    if not why:
        raise AuthoringError("a withdrawal needs a reason, which readers see: --why TEXT.")
    if edition.concept:
        raise AuthoringError(f"{name} is a concept, and was never agreed: take {edition.folder} away instead.")
    if edition.version not in agreement.lock:
        raise AuthoringError(
            f"{name} was never frozen, so it was never published as agreed. Change it, or take it away."
        )
    if edition.withdrawn and not is_again:
        raise AuthoringError(
            f"{name} was withdrawn on {edition.withdrawn.day} already: see 'withdrawn' in {edition.folder}/index.md."
        )
    if effective and effective <= today and day < effective:
        raise AuthoringError(
            f"{name} took effect on {effective}, and cannot have been withdrawn on {day}, before that. "
            f"With --on {effective} it never was in force."
        )
    if edition.announced and day < edition.announced:
        raise AuthoringError(
            f"{name} was announced on {edition.announced}, and cannot have been withdrawn before that. "
            f"Name that day or a later one with --on."
        )


def _what_follows(agreement: Agreement, edition: Edition, day: date, today: date) -> str:
    then = max(day, today, edition.effective or today)
    left = current(agreement, then)
    ends = (
        f"{edition.name} never comes into force" if edition.never_applied else f"{edition.name} is withdrawn on {day}"
    )
    if left:
        return f"{ends}; on {then} {left.version} is in force."
    first = f", or withdraw it from its first day (--on {edition.effective})" if edition.effective else ""
    return (
        f"{ends}; on {then} no edition is in force. An edition before it does not come back by itself: begin one with "
        f"its text (clausule new {agreement.slug} VERSION --from ...){first}."
    )
