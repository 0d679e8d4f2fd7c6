"""Scores the recogniser against phrases with their truth: ``python phrase_score.py FILE...`` (a file says its form)."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from clausule.language.language import language_of
from clausule.language.references import Target

OWN, ANNEX, ELSEWHERE = "-", "annex", "elsewhere"
_SAID = {"bijlage": ANNEX, "schedule": ANNEX, "elders": ELSEWHERE, "elsewhere": ELSEWHERE}


class Place(NamedTuple):
    """``owner`` is OWN, ANNEX (of the own agreement), ELSEWHERE, or the name of an act."""

    owner: str
    article: str
    paragraph: str = ""


@dataclass
class PhraseScore:
    """Places that are found (of those that are there) and claimed; ``linked`` are claims upon the own agreement of what
    is not there."""

    found: int = 0
    there: int = 0
    right: int = 0
    claimed: int = 0
    linked: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.there

    @property
    def precision(self) -> float:
        return self.right / self.claimed

    def __str__(self) -> str:
        return (
            f"recall {self.recall:.1%} ({self.found} of {self.there}), precision {self.precision:.1%} "
            f"({self.right} of {self.claimed}), {self.linked} linked falsely, {len(self.faults)} phrases with a fault"
        )

    def add(self, line: str, wanted: list[Place], claims: list[Place]) -> None:
        """Count one phrase. A lid that the truth does not tell may be claimed, and what lies within a range."""
        there = [place for place in wanted if place.owner != ELSEWHERE]
        missed = [place for place in there if not any(_is(claim, place) for claim in claims)]
        false = [claim for claim in claims if not _implied(claim, there) and not any(_is(claim, p) for p in wanted)]
        self.there += len(there)
        self.found += len(there) - len(missed)
        self.claimed += len(claims)
        self.right += len(claims) - len(false)
        self.linked += sum(claim.owner in (OWN, ANNEX) for claim in false)
        if missed or false:
            told = (
                f"{name} {'; '.join(map(_told, row))}" for name, row in (("missed", missed), ("false", false)) if row
            )
            self.faults.append(f"{line}\n      {', '.join(told)}")


def score_phrases(path: Path, language: str = "nl") -> PhraseScore:
    """The score on the phrases of the file at ``path``."""
    find_references = language_of(language).references.find_references
    result = PhraseScore()
    for line in path.read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        phrase, _, truth = line.rpartition("=>")
        here = re.match(r"\[([\w.-]+)\]\s", phrase)
        text = phrase[here.end() :].strip() if here else phrase.strip()
        references = find_references(text, here[1] if here else "")
        claims = dict.fromkeys(place for found in references for target in found.targets for place in _claims(target))
        result.add(line, [_place(part.strip()) for part in truth.split(";") if part.strip()], list(claims))
    return result


def _place(written: str) -> Place:
    here = written.startswith(tuple(f"{word} " for word in (OWN, *_SAID)))
    owner, _, article = written.partition(" ") if here else written.rpartition(" ")
    owner = _SAID.get(owner, owner)
    place, _, paragraph = article.partition("(")
    annex, _, number = place.partition(" ")
    return Place(owner, f"{ANNEX} {number}" if _SAID.get(annex) == ANNEX else place, paragraph.rstrip(")"))


def _claims(target: Target) -> Iterator[Place]:
    """What ``target`` claims; an act alone, or a part of an annex, claims no article."""
    if target.kind == "clause":
        yield Place(OWN, target.address.partition("-")[2])
    elif target.annex:
        own = target.kind == "annex"
        yield Place(ANNEX if own else target.act, target.annex if own else f"{ANNEX} {target.annex}")
    elif target.article:
        yield Place(target.act, target.article, target.paragraph)


def _is(claim: Place, place: Place) -> bool:
    if place.owner == ELSEWHERE:
        return claim.owner not in (OWN, ANNEX) and claim.article == place.article
    return claim[:2] == place[:2] and place.paragraph in ("", claim.paragraph)


def _implied(claim: Place, there: list[Place]) -> bool:
    """Whether ``claim`` lies between the ends of a range of an act; the truth has only these."""
    head, number = _split(claim.article)
    ends = [_split(place.article) for place in there if place.owner == claim.owner]
    numbers = sorted(int(end) for before, end in ends if before == head and end.isdigit())
    return number.isdigit() and len(numbers) > 1 and numbers[0] < int(number) < numbers[-1]


def _split(article: str) -> tuple[str, str]:
    """``6:162`` and ``VI.83`` in what stands before the last number, and that number."""
    *_, cut = re.finditer(r"^|[.:]", article)
    return article[: cut.end()], article[cut.end() :]


def _told(place: Place) -> str:
    return f"{place.owner} {place.article}" + (f"({place.paragraph})" if place.paragraph else "")


def main(paths: list[str]) -> None:
    """Print the score of each file and what is wrong in it."""
    for path in paths:
        result = score_phrases(Path(path))
        print(*(f"  {fault}" for fault in result.faults), f"{path}: {result}", sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
