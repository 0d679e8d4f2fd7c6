"""From what was read to what is meant: targets with their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clausule.language.nl import acts, grammar
from clausule.language.nl.references.names import Mention
from clausule.language.nl.references.parts import Leaf, Member
from clausule.language.references import Reference, Target
from clausule.model.ids import annex_digits


class Here:
    """Where a text stands, taken from an id: ``article`` and ``clause`` (``4`` and ``2`` of ``artikel-4.2``), or
    ``annex`` (``bijlage-3-a`` gives ``3``)."""

    __slots__ = ("annex", "article", "clause")

    def __init__(self, name: str) -> None:
        article = re.match(r"artikel-([0-9]+[a-z]?)(?:\.([0-9]+[a-z]?))?(?![0-9a-z])", name)
        annex = re.match(r"bijlage-([0-9a-z]+)", name)
        self.article = article[1] if article else ""
        self.clause = (article[2] or "") if article else ""
        self.annex = annex[1] if annex else ""


@dataclass(slots=True)
class Draft:
    """A reference while it is being read: articles, or annexes, or an act alone. ``sections`` are parts of the annex
    that is named last. ``mention`` is the act or agreement they belong to; without one it is the text's own."""

    start: int
    mention: Mention | None = None
    end: int = 0
    articles: list[Member] = field(default_factory=list)
    annexes: list[Member] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)

    @property
    def act(self) -> str:
        return self.mention.act if self.mention else ""


def as_reference(text: str, draft: Draft) -> Reference:
    """The reference that ``draft`` has become."""
    end = draft.end
    if text[end - 1] == ")" and "(" not in text[draft.start : end]:
        end -= 1  # the bracket of the sentence: '(artikel 5 onder a)'
    targets = tuple(dict.fromkeys(_targets(draft)))
    return Reference(draft.start, end, text[draft.start : end], targets)


def _targets(draft: Draft) -> Iterator[Target]:
    if draft.annexes:
        yield from _annex_targets(draft)
    elif draft.articles:
        for member in draft.articles:
            for leaf in member.leaves:
                yield _act_target(draft, member, leaf) if draft.act else _clause_target(member, leaf)
    else:
        yield Target("act", act=draft.act, address=_act_address(draft), start=draft.start, end=draft.end)


def _act_address(draft: Draft, article: str = "", paragraph: str = "", point: str = "") -> str:
    book = draft.mention.book if draft.mention else ""
    return acts.address(draft.act, article, paragraph, point, book=book)


def _act_target(draft: Draft, member: Member, leaf: Leaf) -> Target:
    return Target(
        "act",
        article=member.article,
        paragraph=leaf.paragraph,
        point=leaf.point,
        subparagraph=leaf.subparagraph,
        act=draft.act,
        address=_act_address(draft, member.article, leaf.paragraph, leaf.point),
        start=member.start,
        end=member.end,
    )


def _clause_target(member: Member, leaf: Leaf) -> Target:
    address = f"{grammar.ARTICLE}-{_compact(member.article)}"
    if leaf.paragraph and member.article.isalnum():  # 5.1 is a lid already: nothing stands between it and its points
        address += f".{leaf.paragraph}"
    if leaf.point:
        address += f"-{leaf.point.lower()}"
    return Target(
        "clause",
        article=member.article,
        paragraph=leaf.paragraph,
        point=leaf.point,
        subparagraph=leaf.subparagraph,
        address=address,
        start=member.start,
        end=member.end,
    )


def _annex_targets(draft: Draft) -> Iterator[Target]:
    for member in draft.annexes:
        annex = annex_digits(member.article)
        for section in draft.sections if member is draft.annexes[-1] and draft.sections else [""]:
            address = f"{grammar.ANNEX}-{annex}" + (f"-{_compact(section)}" if section else "")
            yield Target(
                "act" if draft.act else "annex",
                annex=annex,
                section=section,
                act=draft.act,
                address=_act_address(draft) if draft.act else address,
                start=member.start,
                end=member.end,
            )


def _compact(number: str) -> str:
    return number.replace(" ", "").lower()
