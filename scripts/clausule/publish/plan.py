"""What a publisher asks for and what came of it, and which names an edition may have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from clausule.language.language import DEFAULT, current_names, language_of
from clausule.model.addresses import VERSIONS, by_agreement
from clausule.publish.errors import NameRefused, NotFrozen, PlanRefused
from clausule.publish.former import LeadOn
from clausule.publish.memory import Memory, Origin

CONCEPT, WITHDRAWN = "concept", "withdrawn"
REMOVED = "removed"
"""In place of the hash of an edition whose words were taken away."""

_AGREEMENT = re.compile(r"[a-z0-9][a-z0-9-]*")
_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LONGEST = 100


@dataclass(frozen=True, kw_only=True)
class EditionBuild:
    """An edition that must be listed.

    ``agreement`` is its slug (mike's deploy prefix), ``version`` mike's identifier, ``title`` what a reader sees:
    ``1.5 (25-05-2018)``. ``properties`` are kept in versions.json and hold at least ``sha256`` (of the text), ``input``
    (of everything that decides the pages), ``status`` and ``frozen``. ``build`` writes the finished pages into an empty
    folder, and is called only when the branch does not have them. ``is_kept`` is a draft that stays as it was
    published.
    """

    agreement: str
    version: str
    title: str
    properties: Mapping[str, Any]
    build: Callable[[Path], None]
    is_kept: bool = False

    @property
    def name(self) -> str:
        """``mickcom/1.5``: its folder on the branch."""
        return f"{self.agreement}/{self.version}"


class Makers(Protocol):
    """Make many editions side by side. ``make`` gives ``told`` each of those named with its files, in any order, and
    returns those that cannot be made, each with why. With ``parts`` it also gives it the files above the editions of
    some agreements, as ``agreement/``, which ``build_root`` then leaves out when it is asked for the same parts."""

    def are_wanted(self, count: int) -> bool: ...

    def make(
        self, names: Sequence[str], told: Callable[[str, Mapping[str, bytes]], None], parts: Sequence[str] | None = None
    ) -> Mapping[str, str]: ...


Rows = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Plan:
    """All that the branch must hold.

    ``editions`` stand from old to new for each agreement; ``current`` names the edition that the alias is a copy of,
    ``aliases`` what that is called where it has not the name that it has in the language of a site that names none.
    ``root_input`` is a hash of what decides everything above the editions: when it is not that of the branch,
    ``build_root`` writes that into a folder, with those of the ``parts`` that it is asked for. ``parts`` maps the
    addresses of pages above the editions that can each be made alone (``mickcom/vergelijken/1.4...1.5/``) to a hash of
    what decides them. An address that the branch has may have to stay: ``settled`` is asked for those, with the parts
    of the branch (an empty hash where the page is on another branch that is joined) and its memory. ``site_url`` is the
    address of the branch: links that begin with it are internal, and a link such as ``/base/mickcom/`` is read below
    its path. ``memory`` (JSON) is kept on the branch for whoever makes the next plan, and decides nothing here.
    ``rows`` has for each list of rows, by its path, what may have been published of each row, by its id and key: a row
    that was published is never taken away, nor edited in silence.
    ``origin`` says what the plan was made from. Of ``left_out``, drafts (agreement, version) that cannot be made now,
    those that were published stay as they are. ``former`` names for each slug that an agreement had before the one that
    it has now, and ``lead_on`` makes a page that leads from there to here. Where there are ``makers`` and they want to,
    these make the editions.
    """

    editions: list[EditionBuild]
    current: Mapping[str, str]
    root_input: str
    build_root: Callable[[Path, Sequence[str]], None]
    site_url: str = ""
    memory: Any = None
    parts: Mapping[str, str] = field(default_factory=dict)
    settled: Callable[[Mapping[str, str], Any], Mapping[str, str]] = lambda parts, memory: {}
    rows: Mapping[str, Rows] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    origin: Origin = field(default_factory=Origin)
    left_out: Sequence[tuple[str, str]] = ()
    former: Mapping[str, str] = field(default_factory=dict)
    lead_on: LeadOn = lambda path, target: {}
    makers: Makers | None = None

    def alias(self, agreement: str) -> str:
        """What the copy of the edition in force is called: ``huidig``."""
        return self.aliases.get(agreement) or language_of(DEFAULT).slugs.current

    def of(self, agreement: str) -> list[EditionBuild]:
        """The editions of one agreement, from old to new."""
        return self._by_agreement.get(agreement, [])

    @cached_property
    def _by_agreement(self) -> Mapping[str, list[EditionBuild]]:
        """Asked for each agreement, and each path: with thousands of them none may go through them all."""
        found: dict[str, list[EditionBuild]] = {}
        for edition in self.editions:
            found.setdefault(edition.agreement, []).append(edition)
        return found

    def parts_of(self, agreement: str) -> list[str]:
        """The addresses of ``parts`` that are below one agreement."""
        return self._parts_by_agreement.get(agreement, [])

    @cached_property
    def _parts_by_agreement(self) -> Mapping[str, list[str]]:
        return by_agreement(self.parts)

    def emptied(self, agreement: str) -> set[str]:
        """The versions of an agreement whose words were taken away."""
        return {edition.version for edition in self.of(agreement) if is_emptied(edition.properties)}

    def memory_of(self, files: Mapping[str, str], made: Mapping[str, str]) -> Memory:
        """What is remembered of this plan once it is carried out, with git's ids of the pages above the editions and
        of all else that was put there."""
        return Memory(
            root_input=self.root_input,
            files=files,
            made=made,
            inputs={edition.name: str(edition.properties["input"]) for edition in self.editions},
            parts=self.parts,
            origin=self.origin,
            plan=self.memory,
            is_whole=True,
        )

    def now(self, path: str) -> str:
        """Where ``path`` is now, when its agreement was renamed since."""
        name, _, rest = path.partition("/")
        return f"{self.former[name]}/{rest}" if name in self.former else path

    def is_former(self, path: str) -> bool:
        """Whether ``path`` is at an address that an agreement had before."""
        return path.partition("/")[0] in self.former

    def is_of_edition(self, path: str) -> bool:
        """Whether ``path`` is in the folder of an edition, in its copy, or the list of editions."""
        name, _, rest = path.partition("/")
        versions = {edition.version for edition in self.of(name)}
        return bool(versions) and (rest.partition("/")[0] in {*versions, self.alias(name)} or rest == VERSIONS)

    @property
    def agreements(self) -> list[str]:
        return list(self._by_agreement)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What publishing did: names such as ``mickcom/1.5``, the tip of the branch, and the addresses from its root."""

    built: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    changed: bool
    commit: str | None
    addresses: tuple[str, ...]


def is_concept(properties: Mapping[str, Any]) -> bool:
    return properties.get("status") == CONCEPT


def is_emptied(properties: Mapping[str, Any]) -> bool:
    """Whether the words of an edition were taken away."""
    return properties.get("sha256") == REMOVED


def check_plan(plan: Plan) -> None:
    """Raises a ``PublishError`` for a plan that no state of the branch can make good."""
    seen: dict[str, str] = {}
    for edition in plan.editions:
        _check_name("an agreement", edition.agreement, _AGREEMENT)
        _check_name("an edition", edition.version, _VERSION)
        # Two names that differ in capitals alone are one folder on many machines.
        if twin := seen.get(edition.name.casefold()):
            raise PlanRefused(f"{edition.name} cannot be published", f"it and {twin} would have the same address")
        seen[edition.name.casefold()] = edition.name
        for name in ("sha256", "input"):
            if not edition.properties.get(name):
                raise PlanRefused(f"{edition.name} cannot be published", f"it comes without '{name}'")
        if not is_concept(edition.properties) and edition.properties.get("frozen") is not True:
            raise NotFrozen(edition.agreement, edition.version)
    for agreement, version in plan.current.items():
        if f"{agreement}/{version}" not in seen.values():
            raise PlanRefused(
                f"{agreement}/{plan.alias(agreement)} cannot be made", f"there is no edition {agreement}/{version}"
            )


def _check_name(kind: str, name: str, allowed: re.Pattern[str]) -> None:
    if name.casefold() in current_names():
        raise NameRefused(kind, name, "it is the address of the edition in force")
    if not allowed.fullmatch(name):
        raise NameRefused(kind, name, "it is part of an address and of a path")
    # '1.4...1.5' is the address of a comparison; names that end in a dot or '.lock' are refused by some systems and
    # git.
    if ".." in name or name.endswith((".", ".lock", ".git")):
        raise NameRefused(kind, name, "it holds '..', or ends in '.', '.git' or '.lock'")
    if len(name) > _LONGEST:
        raise NameRefused(kind, name[:20] + "...", f"it is longer than {_LONGEST} characters")
