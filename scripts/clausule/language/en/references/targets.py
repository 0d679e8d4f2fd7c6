"""From what was read to what is meant: targets with their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clausule.language.en import acts, grammar
from clausule.language.en.references.names import Mention
from clausule.language.en.references.parts import Place
from clausule.language.references import Reference, Target
from clausule.law import gdpr
from clausule.model.ids import annex_digits

_HERE = re.compile(
    rf"{grammar.ARTICLE}-([0-9]+[a-z]{{0,5}})(?:-(?:{'|'.join(grammar.CHAPTERS)})-[0-9a-z]+)*(?:\.([0-9]+[a-z]?(?:\.[0-9]+)*))?"
    r"(?![0-9a-z])"
)
_ANNEX = re.compile(rf"{grammar.ANNEX}-([0-9a-z]+)")


class Here:
    """Where a text stands, taken from an id: ``article`` and ``clause`` (``4`` and ``2`` of ``article-4.2``), or
    ``annex`` (``annex-3-a`` gives ``3``)."""

    __slots__ = ("annex", "article", "clause", "name")

    def __init__(self, name: str) -> None:
        article, annex = _HERE.match(name), _ANNEX.match(name)
        self.name = name
        self.article = article[1] if article else ""
        self.clause = (article[2] or "") if article else ""
        self.annex = annex[1] if annex else ""


@dataclass(slots=True)
class Draft:
    """A reference while it is being read: ``places``, ``annexes``, each with a part of
    it, with ``sections`` of the last of them, or an act
    alone. ``word`` is what the places are called. ``mention`` is the act or agreement they belong to; without one it is
    the text's own."""

    start: int
    mention: Mention | None = None
    end: int = 0
    until: int = 0
    word: str = ""
    places: list[Place] = field(default_factory=list)
    annexes: list[tuple[str, str]] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    recitals: list[str] = field(default_factory=list)
    chapters: list[str] = field(default_factory=list)
    shown: bool = True
    doubt: bool = False
    unsure: bool = False
    loose: bool = False
    step: int = 0

    @property
    def close(self) -> int:
        """Where the words after it begin."""
        return max(self.end, self.until)

    @property
    def is_name(self) -> bool:
        """Whether it is the name of an act or a document, and no more."""
        return not (self.places or self.annexes or self.recitals or self.chapters)

    @property
    def act(self) -> str:
        """The act, or other document, that it is of."""
        return self.mention.act if self.mention and not self.mention.own else ""

    @property
    def is_act(self) -> bool:
        """Whether it is the name of a known act, and no more."""
        return self.is_name and acts.act_by_name(self.act) is not None

    @property
    def is_reference(self) -> bool:
        """Whether a reader is to be led somewhere."""
        return self.shown and not self.doubt and (bool(self.act) or not self.is_name)


def as_reference(text: str, draft: Draft) -> Reference:
    """The reference that ``draft`` has become."""
    end = draft.end
    if text[end - 1] == ")" and text.count("(", draft.start, end) < text.count(")", draft.start, end):
        end -= 1  # the bracket of the sentence: '(clause 5 above)'
    targets = tuple(dict.fromkeys(_targets(draft)))
    return Reference(draft.start, end, text[draft.start : end], targets, loose=draft.loose)


def _targets(draft: Draft) -> Iterator[Target]:
    if draft.annexes:
        yield from _annex_targets(draft)
    elif draft.places:
        for place in draft.places:
            yield _act_target(draft, place) if draft.act else clause_target(place, draft.step)
    else:
        places = [f"rct_{one}" for one in draft.recitals] + [f"cpt_{one}" for one in draft.chapters]
        if draft.act:
            for one in places or [""]:
                yield Target("act", act=draft.act, address=_address(draft, place=one), start=draft.start, end=draft.end)
        else:
            for one in draft.chapters:
                address = f"{draft.word}-{annex_digits(one)}"
                yield Target("chapter", address=address, start=draft.start, end=draft.end)


def _address(draft: Draft, place: str = "") -> str:
    act = acts.act_by_name(draft.act)
    union = act is not None and bool(act.act.celex)
    return acts.address(draft.act, place=place if union else "")


def _act_target(draft: Draft, place: Place) -> Target:
    """An article of the European Union has a whole number: '28.3 GDPR' is its third paragraph."""
    act, number, inner = acts.act_by_name(draft.act), place.number, list(place.inner)
    whole, dot, rest = number.partition(".")
    if act and (act.act.celex or act.act.eli or act.act.uk) and dot and rest.isdigit():
        number, inner = whole, [rest, *inner]
    is_point = act is not None and act.act.celex == gdpr.CELEX and set(gdpr.articles().get(number, ())) == {""}
    paragraph = (
        inner.pop(0) if inner and inner[0][0].isdigit() and not is_point else ""
    )  # 'Article 4(1)' is its point 1
    point = "-".join(inner)
    return Target(
        "act",
        article=number,
        paragraph=paragraph,
        point=point,
        act=draft.act,
        address=acts.address(draft.act, number, paragraph, point),
        start=place.start,
        end=place.end,
        unsure=draft.unsure,
    )


def clause_target(place: Place, step: int = 0) -> Target:
    """A clause, or an item of one, of the text's own."""
    number, inner = place.number, list(place.inner)
    paragraph = ""
    if inner and inner[0][0].isdigit() and number.isalnum():
        paragraph = inner.pop(0).lower()
    roman = number.isalpha()
    address = f"{grammar.ARTICLE}-{annex_digits(number) if roman else number.lower()}"
    address += f".{paragraph}" if paragraph else ""
    point = "-".join(label.lower() for label in inner)
    return Target(
        "clause",
        article=number,
        paragraph=paragraph,
        point=point,
        address=f"{address}-{point}" if point else address,
        start=place.start,
        end=place.end,
        step=step,
    )


def _annex_targets(draft: Draft) -> Iterator[Target]:
    for annex, part in draft.annexes:
        digits = annex_digits(annex) if annex else ""
        for section in draft.sections if (annex, part) == draft.annexes[-1] and draft.sections else [part]:
            own = "-".join(part for part in (grammar.ANNEX, digits, section.lower()) if part)
            yield Target(
                "act" if draft.act else "annex",
                annex=digits,
                section=section,
                act=draft.act,
                address=_annex_of_act(draft, digits, section) if draft.act else own,
                start=draft.start,
                end=draft.end,
            )


def _annex_of_act(draft: Draft, annex: str, section: str) -> str:
    act = acts.act_by_name(draft.act)
    if act is None or not act.act.uk:
        return acts.address(draft.act)
    within = f"/paragraph/{section}" if section.isdigit() else ""
    return acts.address(draft.act, place=f"schedule/{annex}{within}")
