"""What a text that comes in says of itself: its version, and the day from which it applies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clausule.author.split import Lines
from clausule.language.language import Language
from clausule.language.own_version import Said
from clausule.model.annex_kind import annex_kinds
from clausule.model.lookup import AuthoringError
from clausule.read.folders import is_version_name
from clausule.read.frontmatter import read_day
from clausule.read.importing.raw_lines import RawLine
from clausule.read.importing.sources import SourceFile
from clausule.read.importing.structure import parts_of_agreement

_AROUND = ("preamble", "closing")
_KEYS = re.compile(r"^(?P<key>version|effective):[ \t]*[\"']?(?P<value>[\w.-]+)", re.M)


@dataclass(frozen=True, slots=True)
class Taken:
    """A version or a day that was taken from the text, and where it stands there."""

    what: str
    value: str
    number: int


@dataclass(slots=True)
class OwnWords:
    """All versions and days that a text gives itself, each with the first line that does."""

    versions: dict[str, int]
    days: dict[date, int]

    def version(self, shown: str) -> Taken:
        """The one version. Raises ``AuthoringError`` where there is none, or where there are several."""
        if len(self.versions) == 1:
            ((version, number),) = self.versions.items()
            return Taken("version", version, number)
        told = f"says that it is {' and '.join(self.versions)}" if self.versions else "does not say which version it is"
        raise AuthoringError(f"{shown} {told}. Say which edition it becomes, with --version.")

    def day(self) -> Taken | None:
        """The one day; None where there is none, or where there are several."""
        if len(self.days) != 1:
            return None
        ((day, number),) = self.days.items()
        return Taken("effective", day.isoformat(), number)


def own_words(text: Lines, language: Language, beside: Mapping[str, str] | None = None) -> OwnWords:
    """What ``text`` says of itself, outside its annexes, which have versions of their own; where its words do not, what
    a file of our own says ``beside`` them, which has no line (0)."""
    found = _own_words(text, language)
    version, day = (beside or {}).get("version", ""), read_day((beside or {}).get("effective", ""))
    if version and not found.versions:
        found.versions[version] = 0
    if day and not found.days:
        found.days[day] = 0
    return found


def _own_words(text: Lines, language: Language) -> OwnWords:
    found = OwnWords({}, {})
    for match in _KEYS.finditer(text.front):
        if match["key"] == "version":
            found.versions.setdefault(match["value"], 1)
        elif day := read_day(match["value"]):
            found.days.setdefault(day, 1)
    for line, said in _said(text, language):
        if said.version:
            found.versions.setdefault(said.version.lower(), line.number)
        if said.day and said.month and said.year and (day := read_day(f"{said.year:04}-{said.month:02}-{said.day:02}")):
            found.days.setdefault(day, line.number)
    return found


def _said(text: Lines, language: Language) -> Iterator[tuple[RawLine, Said]]:
    for part in parts_of_agreement(text.lines, language.grammar):
        if part.kind != "annex":
            for line in part.all_lines:
                words = re.sub(r"\*\*|\\\\", "", line.words)
                yield from ((line, said) for said in language.own_version.said(words, part.kind in _AROUND))


def with_own_annexes(files: Sequence[SourceFile], beside: Mapping[str, str], annex: str) -> list[SourceFile]:
    """``files`` with what a file of our own says beside the words of each annex: its version, its day and its kind.
    ``annex`` is how the names of files of annexes begin."""
    annexes = [one for one in files if one.name.startswith(annex)]
    found = {}
    for number, one in enumerate(annexes, 1):
        version, *more = beside.get(f"annex {number}", "").split() or [""]
        if is_version_name(version):
            rows = [f'version: "{version}"']
            rows += [f"effective: {word}" for word in more if read_day(word)]
            rows += [f"kind: {word}" for word in more if word in annex_kinds()]
            found[one.name] = replace(one, front="\n".join(rows) + "\n")
    return [found.get(one.name, one) for one in files]
