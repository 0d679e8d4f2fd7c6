"""The page for programs: which data the site offers, where they stand, and what they are.

Its rows are the forms of an edition (``formats.format``) and the files that stand beside pages; a test holds that every
such file of a site is on it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from clausule.formats.bilingual_pdf import bilingual_title, why_not
from clausule.formats.format import all_formats, formats_of
from clausule.language.language import Language
from clausule.model.addresses import (
    ATOM,
    CALENDAR,
    DEMANDS_DATA,
    EDITIONS_TABLE,
    GDPR_28_DATA,
    GDPR_30_DATA,
    JSON_FEED,
    LIST_DATA,
    MEASURES_DATA,
    OFFERED,
    SCHEMAS,
    SEARCH_DATA,
    SIGNERS,
    SITEMAP,
    STANDINGS,
    TABLE_METADATA,
    VERSIONS,
    both_languages,
    in_form,
)
from clausule.model.editions import in_other_languages
from clausule.pages.forms.fill_in import ANSWERS
from clausule.pages.forms.own_copy import ACCEPTED
from clausule.pages.kit.sheet import Sheet, Spine
from clausule.pages.kit.staging import Fixed
from clausule.pages.overviews import coverage, measures, register
from clausule.pages.root.schemas import SOURCES, schemas
from clausule.pages.text.leaf import EditionPage, edition_addresses

Words = Callable[[Language], str]


@dataclass(frozen=True, slots=True)
class _Data:
    """A file that stands beside pages; ``is_there`` says which agreements have it. One that is ``published`` only is
    not in a folder of pages that was built for oneself, so no link leads to it."""

    file: str
    words: Words
    is_there: Callable[[Spine], bool] = lambda shelf: True
    published: bool = False


def _on(page: EditionPage) -> Callable[[Spine], bool]:
    """Asked of the addresses of an edition, for which no words are read."""
    stays = page.stays
    return lambda shelf: bool(shelf.now and stays and stays(shelf.now) in edition_addresses(shelf.now))


def _has_list(shelf: Spine) -> bool:
    return shelf.agreement.sub_processors is not None


_EDITION = (
    _Data(DEMANDS_DATA, lambda language: language.say("What the edition says of each demand of the GDPR")),
    _Data(
        MEASURES_DATA, lambda language: language.say("The measures of the edition, with what they serve"),
        _on(measures.PAGE),
    ),
    _Data(
        in_form(MEASURES_DATA, "jsonld"),
        lambda language: language.say("The same in the words of the Data Privacy Vocabulary (DPV)"), _on(measures.PAGE),
    ),
    _Data(in_form(MEASURES_DATA, "csv"), lambda language: language.say("The same as a table"), _on(measures.PAGE)),
    _Data(
        GDPR_28_DATA, lambda language: language.say("Where the edition has what Article 28 GDPR asks"),
        _on(coverage.PAGE),
    ),
    _Data(in_form(GDPR_28_DATA, "csv"), lambda language: language.say("The same as a table"), _on(coverage.PAGE)),
    _Data(
        GDPR_30_DATA, lambda language: language.say("What is known for the records of Article 30(2) GDPR, as a table"),
        _on(register.PAGE),
    ),
    _Data(SEARCH_DATA, lambda language: language.say("Every clause with its words, to search in")),
)  # fmt: skip
_AGREEMENT = (
    _Data(STANDINGS, lambda language: language.say("How every edition stands, and from which day on")),
    _Data(VERSIONS, lambda language: language.say("The editions that are published"), published=True),
    _Data(
        OFFERED, lambda language: language.say("Every file in which an edition was ever offered, with its hash"),
        published=True,
    ),
    _Data(
        LIST_DATA, lambda language: language.say("The sub-processors of every day, with what was announced"), _has_list
    ),
    _Data(in_form(LIST_DATA, "csv"), lambda language: language.say("The same as a table"), _has_list),
    _Data(
        in_form(LIST_DATA, "ics"),
        lambda language: language.say("The last days to object, for a calendar (iCalendar)"), _has_list,
    ),
    _Data(
        CALENDAR,
        lambda language: language.say("When editions take effect and until when one can object (iCalendar)"),
    ),
    _Data(ATOM, lambda language: language.say("A message for every edition (Atom)")),
    _Data(JSON_FEED, lambda language: language.say("The same as JSON Feed")),
)  # fmt: skip
_SITE = (
    _Data(EDITIONS_TABLE, lambda language: language.say("Every edition of every agreement, as a table")),
    _Data(TABLE_METADATA, lambda language: language.say("What the columns of that table hold (W3C, CSV on the Web)")),
    _Data(ATOM, lambda language: language.say("A message for every edition of every agreement (Atom)")),
    _Data(JSON_FEED, lambda language: language.say("The same as JSON Feed")),
    _Data(SEARCH_DATA, lambda language: language.say("Which agreements and editions there are to search in")),
    _Data(SITEMAP, lambda language: language.say("Every page of the site")),
)


def _pages_of(language: Language) -> tuple[_Data, ...]:
    """What stands below a page of an agreement, which has a name in its language."""
    slugs = language.slugs

    def listed(shelf: Spine) -> bool:
        return shelf.language is language and _has_list(shelf)

    return (
        _Data(
            f"{slugs.sub_processors}/{ATOM}",
            lambda language: language.say("A message for every change of the sub-processors (Atom)"),
            listed,
        ),
        _Data(f"{slugs.sub_processors}/{JSON_FEED}", lambda language: language.say("The same as JSON Feed"), listed),
        _Data(
            slugs.comparison_data,
            lambda language: language.say("The history of every clause, with which a browser compares"),
            lambda shelf: shelf.language is language and len(shelf.agreement.editions) > 1,
        ),
    )


def programs_sheet(language: Language, shelves: Sequence[Spine], signed: bool) -> Sheet:
    """The page, in the language of the site. Each row links to a file of the first agreement that has it; ``signed``:
    the site names the keys that count."""
    say = language.say
    agreement, version = language.say_of("in an address", "agreement"), language.say_of("in an address", "version")
    place, edition = f"{{{agreement}}}/", f"{{{agreement}}}/{{{version}}}/"
    slugs = language.slugs
    signers = _Data(SIGNERS, lambda language: language.say("The keys with which the publisher signs (ssh-keygen)"))
    saved = [{"file": one.address, "example": f"../{one.address}"} for one in (ACCEPTED, ANSWERS)]
    sources = [{"file": address, "example": f"../{address}"} for address in schemas() if address.startswith(SOURCES)]
    groups = [
        _group(
            say("An edition"),
            [
                *_forms(language, shelves, edition),
                *_both_languages(language, shelves, edition),
                *_rows(language, shelves, _EDITION, edition),
            ],
        ),
        _group(
            say("An agreement"),
            _rows(language, shelves, (*_AGREEMENT, *_pages_of(language)), place, above=True),
        ),
        _group(say("The site"), [_row(language, one, one.file, f"../{one.file}") for one in _SITE]),
    ]
    if signed:
        address = f"{slugs.check_home}{SIGNERS}"
        groups[-1]["rows"].append(_row(language, signers, address, f"../{address}"))
    data = {
        "groups": [group for group in groups if group["rows"]],
        "schemas": saved,
        "sources": sources,
        "recipe": f"../{slugs.recipe_home}",
    }
    return Sheet(
        address=slugs.programs_home,
        title=say("For programs"),
        about=say(
            "The data of this site that programs can read: what each file holds, where it stands, and by which schema."
        ),
        drawn=Fixed("root/programs.html", data),
        view="programs",
        styles=("root/programs.css",),
    )


def _group(title: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"title": title, "rows": rows}


def _forms(language: Language, shelves: Sequence[Spine], place: str) -> list[dict[str, Any]]:
    """The forms of an edition, those for people too: a program may fetch any."""
    rows = []
    for form in all_formats():
        there = (one for one in shelves if one.now and form in formats_of(one.agreement, one.now))
        if shelf := next(there, None):
            assert shelf.now
            data = _Data(form.file, form.title)
            rows.append(_row(language, data, f"{place}{form.file}", f"../{shelf.now.name}/{form.file}"))
    return rows


def _both_languages(language: Language, shelves: Sequence[Spine], place: str) -> list[dict[str, Any]]:
    """The documents with another language beside the text, one for each two languages that stand so."""
    rows: dict[str, dict[str, Any]] = {}
    agreements = [shelf.agreement for shelf in shelves]
    for shelf in shelves:
        for other in in_other_languages(shelf.agreement, agreements) if shelf.now else ():
            assert shelf.now
            file = both_languages(shelf.agreement.language, other.language)
            beside = next((one for one in other.editions if one.version == shelf.now.version), None)
            if beside and not why_not((shelf.agreement, shelf.now), (other, beside)):
                data = _Data(file, partial(bilingual_title, other=other.language))
                rows.setdefault(file, _row(language, data, f"{place}{file}", f"../{shelf.now.name}/{file}"))
    return list(rows.values())


def _rows(
    language: Language, shelves: Sequence[Spine], files: Sequence[_Data], place: str, above: bool = False
) -> list[dict[str, Any]]:
    """Those that some agreement has: beside its edition in force, or ``above`` its editions."""
    rows = []
    for one in files:
        shelf = next((shelf for shelf in shelves if one.is_there(shelf) and (above or shelf.now)), None)
        if shelf:
            home = shelf.agreement.slug if above or not shelf.now else shelf.now.name
            example = "" if one.published else f"../{home}/{one.file}"
            rows.append(_row(language, one, f"{place}{one.file}", example))
    return rows


def _row(language: Language, data: _Data, file: str, example: str) -> dict[str, Any]:
    name = data.file.rpartition("/")[2]
    schema = f"{SCHEMAS}{name}"
    return {
        "file": file,
        "example": example,
        "words": data.words(language),
        "schema": f"../{schema}" if schema in schemas() else None,
    }
