"""``clausule notice``: the letters with which a publisher announces a sub-processor or an edition."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from clausule.analysis.notices import Announcement, announcements, rights_of
from clausule.author.freeze import write_whole
from clausule.author.notice import faults_of_record, record_notice
from clausule.check import check, today
from clausule.cli.console import ON, Failure, open_repository, progress, show
from clausule.cli.mail import Sending, mail_letter
from clausule.cli.start import cli
from clausule.language.wording.names import edition_name
from clausule.model.editions import Agreement
from clausule.model.findings import Finding
from clausule.model.lookup import find_agreement
from clausule.model.notices import letter_sha256
from clausule.model.similarity import closest
from clausule.pages.notices.forms import as_message, as_page, as_text
from clausule.pages.notices.letter import Letter, letter_of
from clausule.read import Repository
from clausule.report.findings import is_clean

_RULES = ("announcement-without-objection", "late-announcement", "unknown-working-days", "unfounded-promise")
"""What a letter rests on."""


@cli.command("notice")
@click.argument("agreement")
@click.argument("names", nargs=-1, metavar="[ID|VERSION]...")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="Where to write the letters."
)
@click.option("--sent", is_flag=True, help="Record that the letter was sent, on the day --on (default: today).")
@click.option("--mail", is_flag=True, help="Mail it to a list of your own; without --yes it only says so.")
@click.option(
    "--list",
    "group",
    default="",
    metavar="NAME|FILE",
    help="With --sent: the name of the list of recipients. With --mail: the file with their addresses, one a line.",
)
@click.option("--recipients", type=click.IntRange(1), default=None, help="With --sent: how many people got it.")
@click.option("--smtp", default="", metavar="HOST:PORT", help="With --mail: the mail server, with TLS.")
@click.option("--from", "sender", default="", metavar="ADDRESS", help="With --mail: the sender (default: the contact).")
@click.option("--yes", is_flag=True, help="With --mail: really send it.")
@click.option("--again", is_flag=True, help="With --mail: also to those of whom it is not known whether they got it.")
@click.option(
    "--memory",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="With --mail: where it is kept who got it, without addresses (default: in the folder of git).",
)
@click.option("--keep", default="", metavar="REMOTE", help="With --mail: keep that on a branch of this remote too.")
@ON
@click.pass_context
def notice(
    ctx: click.Context,
    agreement: str,
    names: tuple[str, ...],
    out: Path | None,
    sent: bool,
    group: str,
    recipients: int | None,
    mail: bool,
    smtp: str,
    sender: str,
    yes: bool,
    again: bool,
    memory: Path | None,
    keep: str,
    day: date | None,
) -> None:
    """Writes the letter of each announcement: as text, as a draft for a mail program (.eml), as a page to print.

    ID is that of a row of the list of sub-processors, VERSION that of an edition; without them every announcement that
    has not taken effect yet. A letter quotes the agreement, and gives no right and no term that it lacks.

    With --sent it records that the letter was sent, in docs/AGREEMENT/notices.yml: a record of sending, no proof of
    receipt. It holds the name of the list and no address.

    With --mail it goes to each address on a list of your own, in a message of its own, and is recorded when all have
    got it. The login is in the environment, CLAUSULE_SMTP_USER and CLAUSULE_SMTP_PASSWORD. After a failure run it
    again: nobody gets it twice.
    """
    repository = open_repository(ctx, agreement)
    found = find_agreement(repository.agreements, agreement)
    chosen = _chosen(found, names, day or today())
    if not chosen:
        raise Failure(
            f"{agreement} announces nothing that is still to come. Name an earlier announcement: "
            f"clausule notice {agreement} ID"
        )
    base = _base(repository.settings.site_url)
    letters = {one.of: letter_of(found, one, base) for one in chosen}
    if sent:
        if not group or recipients is None:
            raise click.UsageError("--sent needs --list NAME and --recipients NUMBER.", ctx)
        _record(ctx, repository, found, chosen, letters, (day or today(), group, recipients))
        return
    if mail:
        if not group or not smtp:
            raise click.UsageError("--mail needs --list FILE and --smtp HOST:PORT.", ctx)
        sending = Sending(group=Path(group), smtp=smtp, sender=sender, yes=yes, again=again, memory=memory, keep=keep)
        findings = _findings(check(repository), found, chosen)
        if not is_clean(findings):
            show(findings, repository.root)
            raise Failure("nothing was sent: mend these first.")
        one = _the_one(chosen)
        mailed = mail_letter(repository, found, one, letters[one.of], sending)
        if mailed.record:
            _record(ctx, repository, found, chosen, letters, (today(), mailed.name, mailed.count))
        ctx.exit(0 if mailed.done else 1)
    for one in chosen:
        _write(letters[one.of], f"{agreement}-{one.of}", out)
        _say_what_lacks(found, one)
    findings = _findings(check(repository), found, chosen)
    show(findings, repository.root)
    ctx.exit(0 if is_clean(findings) else 1)


def _base(site_url: str) -> str:
    """The address of the site, to which a letter leads."""
    if not site_url:
        raise Failure(
            "mkdocs.yml has no site_url, and letters lead to the site. Write it: site_url: https://example.org/"
        )
    if "//localhost" in site_url:
        progress(f"the letters lead to {site_url}: write the address of the site at site_url in mkdocs.yml")
    return site_url


def _record(
    ctx: click.Context,
    repository: Repository,
    agreement: Agreement,
    chosen: list[Announcement],
    letters: dict[str, Letter],
    sent: tuple[date, str, int],
) -> None:
    """Writes that the letter of the one announcement was sent; nothing when the record has faults."""
    one = _the_one(chosen)
    if sent[0] > today():
        raise Failure(f"{sent[0]} is still to come: record a letter when it has been sent.")
    if faults := faults_of_record(check(repository), agreement.slug):
        show(faults, repository.root)
        ctx.exit(1)
    paths = record_notice(repository.root, agreement, one, as_text(letters[one.of]), sent)
    for path in paths:
        click.echo(path)
    progress("commit this; the site shows it with the next publication" if paths else "this was recorded already")


def _the_one(chosen: list[Announcement]) -> Announcement:
    if len(chosen) != 1:
        raise Failure(f"name the one announcement whose letter is meant: {', '.join(one.of for one in chosen)}.")
    return chosen[0]


def _chosen(agreement: Agreement, names: tuple[str, ...], day: date) -> list[Announcement]:
    """The announcements with these names; without names those that are still to take effect."""
    known = {one.of: one for one in announcements(agreement)}
    for name in names:
        if name not in known:
            guess = closest(name, known)
            none = "Nothing is: give a row of its list 'announced', or an edition a first day that is still to come."
            others = f"Announced are: {', '.join(known)}." if known else none
            hint = f"Did you mean '{guess}'?" if guess else others
            raise Failure(f"{agreement.slug} announces no '{name}'. {hint}")
    if names:
        return [known[name] for name in dict.fromkeys(names)]
    return [one for one in known.values() if not one.taken_back and (one.begins is None or one.begins > day)]


def _write(letter: Letter, stem: str, out: Path | None) -> None:
    text = as_text(letter)
    if out is None:
        click.echo(text)
        return
    out.mkdir(parents=True, exist_ok=True)
    forms = {".txt": text, ".html": as_page(letter)}
    for suffix, words in forms.items():
        write_whole(out / f"{stem}{suffix}", words)
        click.echo(str(out / f"{stem}{suffix}"))
    draft = out / f"{stem}.eml"
    draft.write_bytes(as_message(letter).as_bytes())
    click.echo(str(draft))
    progress(f"{stem}: sha256:{letter_sha256(text)}")


def _say_what_lacks(agreement: Agreement, one: Announcement) -> None:
    rights = rights_of(agreement, one)
    if rights.edition and not one.row and not rights.says:
        progress(
            f"{one.of}: no clause of {edition_name(rights.edition)} was found that says how the agreement is changed; "
            "the letter quotes none"
        )


def _findings(found: list[Finding], agreement: Agreement, chosen: list[Announcement]) -> list[Finding]:
    """What is left to mend of what the letters rest on; of a row that no letter is about nothing."""
    rows = {one.of for one in announcements(agreement)} - {one.of for one in chosen}
    return [one for one in found if one.rule in _RULES and one.at not in rows and not one.allowed]
