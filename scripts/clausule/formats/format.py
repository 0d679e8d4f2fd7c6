"""A form in which an edition can be had as one file. A module of this room that declares one adds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from clausule.analysis.references import Notes
from clausule.language.language import Language
from clausule.model.declared import declared
from clausule.model.editions import Agreement, Edition
from clausule.read.house import House


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Format:
    """``file`` is its name in the folder of an edition, where it never changes; ``title`` what a reader calls it.
    ``make`` gets the agreement, the edition, its notes, its status on the day of the build and how
    the firm's documents look; ``is_there`` says
    whether the edition has this form, ``name`` what ``clausule export`` calls it (without one it is not exported),
    ``media`` is its media type (IANA), and ``lacks`` why it cannot be made. A ``document`` is for people, who see it
    first; ``made_as`` is what they should know of how it was made."""

    file: str
    title: Callable[[Language], str]
    make: Callable[[Agreement, Edition, Notes, str, House], bytes]
    is_there: Callable[[Agreement, Edition], bool] = lambda agreement, edition: True
    name: str = ""
    media: str = ""
    lacks: Callable[[Agreement, Edition], str] = lambda agreement, edition: ""
    document: bool = False
    made_as: Callable[[Language], str] = lambda language: ""


@cache
def all_formats() -> tuple[Format, ...]:
    """Every form of an edition, in the order of their files here."""
    return tuple(declared("clausule.formats", Format))


def formats_of(agreement: Agreement, edition: Edition) -> tuple[Format, ...]:
    """The forms that there are of ``edition``, documents first."""
    there = (form for form in all_formats() if form.is_there(agreement, edition))
    return tuple(sorted(there, key=lambda form: not form.document))


def of_frozen(agreement: Agreement, edition: Edition) -> bool:
    """For what a draft does not have."""
    return edition.version in agreement.lock


def has_form(file: str, agreement: Agreement, edition: Edition) -> bool:
    """Whether ``edition`` has ``file``."""
    return any(form.file == file and form.is_there(agreement, edition) for form in all_formats())
