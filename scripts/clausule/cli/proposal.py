"""What ``clausule compare --base`` and ``--published`` do: a pull request beside what is agreed."""

from __future__ import annotations

import json
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import click

from clausule.build.baseline import Proposal, against_commit, against_published, other_files, published, repository_at
from clausule.check import today
from clausule.cli.console import open_repository, root_of, style
from clausule.compare.remarks import compare_editions
from clausule.compare.wording import differs
from clausule.language.language import DEFAULT, language_of
from clausule.language.wording.names import edition_name
from clausule.model.similarity import short
from clausule.read import Repository
from clausule.report.formats import in_form
from clausule.report.markdown import LIMIT, comparison_markdown, plain

_MOST_EDITIONS = 20
_MOST_FILES = 10
_LONGEST_TITLE = 200
_ROOM_FOR_REST = 300


def compare_proposal(ctx: click.Context, slug: str, ref: str, branch: str, day: date | None, form: str) -> None:
    """Prints how each edition that is new or other differs from what is in force, and ends with 1 when any does.

    With ``ref`` beside the sources at that commit, else beside what ``branch`` holds.
    """
    repository, on, root = open_repository(ctx, slug), day or today(), root_of(ctx)
    with repository_at(root, ref) if ref else nullcontext() as base:
        if base:
            found = _since(base, repository, on)
        else:
            hashes = published(root, branch)
            found = [
                one for mine in repository.agreements for one in against_published(mine, hashes.get(mine.slug, {}), on)
            ]
        click.echo(_shown(found, form, repository.settings.language or DEFAULT))
    ctx.exit(1 if found else 0)


def compare_commits(root: Path, base: str, head: str, day: date, most: int) -> tuple[bool, str]:
    """Whether ``head`` changes anything of ``base``, and what, as Markdown: files that are no texts by name.

    ``head`` is read as data, ``most`` bytes of it: see ``repository_at``.
    """
    with repository_at(root, base) as before, repository_at(root, head, most) as after:
        found, others = _since(before, after, day), other_files(root, base, head)
        language = before.settings.language or DEFAULT
        notice = _others(others, language)
        shown = _shown(found, "markdown", language, LIMIT - len(notice))
        return bool(found or others), f"{notice}{shown}"


def _others(paths: list[str], language: str) -> str:
    if not paths:
        return ""
    named = ", ".join(
        [*(plain(short(path)) for path in paths[:_MOST_FILES]), *(["…"] if len(paths) > _MOST_FILES else [])]
    )
    say = language_of(language).say
    what = say("Note: this changes more than texts.")
    why = say(
        "Files that are no texts decide what the site shows and what runs when it is published. Have them looked at "
        "by somebody who can judge that: {paths}",
        paths=named,
    )
    return f"**{what}** {why}\n\n"


def _since(before: Repository, after: Repository, day: date) -> list[Proposal]:
    known = {agreement.slug: agreement for agreement in before.agreements}
    return [one for mine in after.agreements for one in against_commit(mine, known.get(mine.slug), day)]


def _shown(proposals: list[Proposal], form: str, language: str, limit: int = LIMIT) -> str:
    if form == "json":
        return json.dumps([_as_json(one) for one in proposals], ensure_ascii=False, indent=2)
    if not proposals:
        same = language_of(language).say("No version differs from what was published.")
        return same if form in ("markdown", "html") else "no edition differs"
    if form == "html":
        raise click.UsageError("a pull request is shown as text, json or markdown.")
    if form == "text":
        return "\n\n".join(map(_as_text, proposals))
    # Of a hundred editions in one pull request each would have no room at all.
    shown, rest = proposals[:_MOST_EDITIONS], len(proposals) - _MOST_EDITIONS
    room = (limit - _ROOM_FOR_REST) // len(shown) - 2
    more = language_of(shown[0].agreement.language).say_count(
        "{n} more version that differs is not here. `clausule compare` shows all of it.",
        "{n} more versions that differ are not here. `clausule compare` shows all of it.",
        rest,
    )
    return "\n\n".join([*(_as_markdown(one, room) for one in shown), *([more] if rest > 0 else [])])


def _as_json(one: Proposal) -> dict[str, object]:
    data: dict[str, object] = {"agreement": one.agreement.slug, "edition": one.edition.version, "altered": one.altered}
    data["before"] = one.before.version if one.before else None
    if one.before:
        found, remarks = compare_editions(one.agreement, one.before, one.edition)
        names = (one.before.version, one.edition.version)
        data["comparison"] = json.loads(in_form(found, names, names, "json", style, remarks))
    return data


def _as_markdown(one: Proposal, room: int) -> str:
    head = f"## {plain(short(one.agreement.title, _LONGEST_TITLE))}: {plain(short(edition_name(one.edition)))}"
    say = language_of(one.agreement.language).say
    altered = say("Note: this is a frozen version, and its text is no longer the one that was published.")
    mend = say("Restore the text, or begin a new version.")
    head += f"\n\n**{altered}** {mend}" if one.altered else ""
    if not one.before:
        first = say("This is the first version of this agreement; there is nothing to compare it with.")
        return head if one.altered else f"{head}\n\n{first}"
    found, remarks = compare_editions(one.agreement, one.before, one.edition)
    names = (short(edition_name(one.before)), short(edition_name(one.edition)))
    return f"{head}\n\n{comparison_markdown(found, *names, remarks, room - len(head) - 2)}"


def _as_text(one: Proposal) -> str:
    if one.altered and not one.before:
        return f"{one.edition.name}: its text is not the one that was published"
    if not one.before:
        return f"{one.edition.name}: the first edition, there is nothing to compare it with"
    found, remarks = compare_editions(one.agreement, one.before, one.edition)
    names = (one.before.name, one.edition.name)
    altered = "its text was agreed, and is altered\n" if one.altered else ""
    return altered + (
        in_form(found, names, names, "text", style, remarks)
        if differs(found)
        else f"{one.edition.name}: the words are those of {names[0]}"
    )
