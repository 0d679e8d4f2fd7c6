"""``clausule notice --mail``: a letter to a firm's own list."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import click

from clausule.analysis.notices import Announcement
from clausule.author.notice import faults_of_record, refuse_record
from clausule.check import check, today
from clausule.cli.console import Failure, progress, read_text
from clausule.model.editions import Agreement
from clausule.model.notices import letter_sha256
from clausule.pages.kit.contact import contact_of
from clausule.pages.notices.forms import as_message, as_text
from clausule.pages.notices.letter import Letter
from clausule.publish.git import Git
from clausule.publish.kept import Kept
from clausule.publish.mail import Outcome, send_letters, server_at
from clausule.publish.recipients import SENT, TRYING, Delivery, is_address, read_recipients
from clausule.read import Repository

_MEMORY, _KEY = "clausule-notices", "CLAUSULE_NOTICE_KEY"
_MOST_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How a letter is to be sent: ``group`` is the file with the addresses."""

    group: Path
    smtp: str
    sender: str
    yes: bool
    again: bool
    memory: Path | None
    keep: str


@dataclass(frozen=True, slots=True)
class Mailed:
    """The name of the list, how many are on it, whether what was asked for is done, and whether to record that."""

    name: str
    count: int
    done: bool
    record: bool = False


def mail_letter(
    repository: Repository, agreement: Agreement, one: Announcement, letter: Letter, sending: Sending
) -> Mailed:
    """Sends ``letter`` to the list, or says what would be sent. Whatever is wrong is said before anything is sent."""
    recipients = read_recipients(read_text(str(sending.group)), str(sending.group))
    server = server_at(sending.smtp, os.environ)
    sender = sending.sender or contact_of(agreement).get("email", "") or repository.settings.email
    if not is_address(sender):
        raise Failure(f"'{sender}' is no address to send from. Name it: --from privacy@example.org")
    if one.taken_back:
        raise Failure(f"{one.of} was withdrawn: there is nothing to announce. Nothing was sent.")
    if "//localhost" in repository.settings.site_url:
        raise Failure("the letter would lead to this machine. Write the address of the site at site_url in mkdocs.yml.")
    name = sending.group.stem
    refuse_record(one, today(), name, len(recipients))
    if faults_of_record(check(repository), agreement.slug):
        raise Failure("the record of notices has faults: 'clausule check' shows them. Nothing was sent.")
    sha256 = letter_sha256(as_text(letter))
    folder = sending.memory or Git(repository.root).common / _MEMORY
    delivery = Delivery(folder, f"{agreement.slug}-{one.of}", sha256, os.environ.get(_KEY, ""))
    kept = _kept(repository, delivery, sending.keep)
    _refuse_other(delivery, sending)
    had = sum(delivery.state(each) == SENT for each in recipients)
    if not sending.yes:
        progress(
            f"would send '{letter.subject}' from {sender} to {len(recipients) - had} of {len(recipients)} on "
            f"{sending.group} through {server.name}; {had} have it already. Nothing was sent: add --yes"
        )
        return Mailed(name, len(recipients), done=True)

    def message(recipient: str) -> bytes:
        """The letter to him alone. A mail program that gets it twice all the same knows it by its Message-ID."""
        made = as_message(letter, sender, recipient)
        made["Date"] = format_datetime(datetime.now(UTC))
        made["Message-ID"] = f"<{delivery.key(recipient)[:40]}@{sender.rpartition('@')[2]}>"
        return made.as_bytes()

    with _keeping(kept, delivery, recipients):
        outcome = send_letters(server, sender, recipients, message, delivery, again=sending.again)
    _tell(outcome, len(recipients))
    done = not outcome.refused and not outcome.unknown
    recorded = any((each.sha256, each.list) == (sha256, name) for each in agreement.notices)
    return Mailed(name, len(recipients), done, record=done and (bool(outcome.sent) or not recorded))


def _kept(repository: Repository, delivery: Delivery, remote: str) -> Kept | None:
    """What a remote keeps of who got it, taken up here; nothing where none is asked."""
    if not remote:
        return None
    if not delivery.secret:
        raise Failure(f"--keep needs a key of your own in {_KEY}, always the same: else addresses can be guessed.")
    kept = Kept(Git(repository.root), remote)
    kept.fetch(delivery)
    return kept


@contextmanager
def _keeping(kept: Kept | None, delivery: Delivery, recipients: Sequence[str]) -> Iterator[None]:
    """Before anything is sent the remote says of each that it is not known whether he got it; after it, what is so. A
    machine that is gone in between leaves the first, and then nobody gets it twice."""
    if kept is None:
        yield
        return
    kept.push(delivery, delivery.text(recipients, TRYING))
    try:
        yield
    finally:
        kept.push(delivery, delivery.text())


def _refuse_other(delivery: Delivery, sending: Sending) -> None:
    """Who got a letter with other words of the same announcement does not get this one without being asked for."""
    if not sending.again and (others := delivery.sent_of_others()):
        raise Failure(
            f"{others} people got a letter of this announcement with other words. To send them this one too: --again"
        )


def _tell(outcome: Outcome, count: int) -> None:
    """What became of it; an address is shown here alone, to who sends."""
    for address, said in outcome.refused[:_MOST_SHOWN]:
        click.echo(f"refused {address}: {said}")
    for address in outcome.unknown[:_MOST_SHOWN]:
        click.echo(f"not known {address}: the server went away while it took the message; to send it again: --again")
    had = f", {len(outcome.before)} had it already" if outcome.before else ""
    progress(f"{len(outcome.sent)} of {count} sent{had}")
    if outcome.refused or outcome.unknown:
        progress("not recorded yet: run it again when all can be reached, or record it by hand with --sent")
