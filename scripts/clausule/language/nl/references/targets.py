"""From what was read to what is meant: targets with their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from clausule.language.nl import acts, grammar
from clausule.language.nl.references.names import Mention
from clausule.language.nl.references.parts import Leaf, Member
from clausule.language.references import Reference, Target
from clausule.model.ids import annex_digits

_CHAPTER = grammar.CHAPTERS[0]  # what the ids of chapters begin with


_HERE = re.compile(
    rf"{grammar.ARTICLE}-([0-9]+[a-z]{{0,5}})(?:-(?:{'|'.join(grammar.CHAPTERS)})-[0-9a-z]+)*(?:\.([0-9]+[a-z]?))?(?![0-9a-z])"
)


class Here:
    """Where a text stands, taken from an id: ``article`` and ``clause`` (``4`` and ``2`` of ``artikel-4.2``), or
    ``annex`` (``bijlage-3-a`` gives ``3``)."""

    __slots__ = ("annex", "article", "clause")

    def __init__(self, name: str) -> None:
        article = _HERE.match(name)
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
    until: int = 0
    articles: list[Member] = field(default_factory=list)
    annexes: list[Member] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    recitals: list[Member] = field(default_factory=list)
    chapters: list[Member] = field(default_factory=list)
    shown: bool = True
    colon: bool = False
    tied: bool = False
    doubt: bool = False
    unsure: bool = False
    step: int = 0

    @property
    def close(self) -> int:
        """Where the words after it begin."""
        return max(self.end, self.until)

    @property
    def is_name(self) -> bool:
        """Whether it is the name of an act or a document, and no more."""
        return not self.articles and not self.annexes

    @property
    def is_act(self) -> bool:
        """Whether it is the name of a known act, and no more."""
        return self.is_name and acts.act_by_name(self.act) is not None

    @property
    def is_reference(self) -> bool:
        """Whether a reader is to be led somewhere."""
        return self.shown and not self.doubt and (bool(self.act or self.chapters) or not self.is_name)

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
                yield (
                    _act_target(draft, *_in_act(draft, member, leaf))
                    if draft.act
                    else _clause_target(member, leaf, draft.step)
                )
    elif draft.act:
        places = [f"rct_{one.article}" for one in draft.recitals] + [f"cpt_{one.article}" for one in draft.chapters]
        for place in places or [""]:
            address = _act_address(draft, place=place)
            yield Target("act", act=draft.act, address=address, start=draft.start, end=draft.end)
    else:
        for one in draft.chapters:
            address = f"{_CHAPTER}-{annex_digits(one.article)}"
            yield Target("chapter", address=address, start=one.start, end=one.end)


def _act_address(draft: Draft, article: str = "", paragraph: str = "", point: str = "", place: str = "") -> str:
    book = draft.mention.book if draft.mention else ""
    return acts.address(draft.act, article, paragraph, point, book=book, place=place)


def _in_act(draft: Draft, member: Member, leaf: Leaf) -> tuple[Member, Leaf]:
    """An article of the European Union has a whole number: '28.3 AVG' is its third lid."""
    act = acts.act_by_name(draft.act)
    article, dot, paragraph = member.article.partition(".")
    if not act or not (act.act.celex or act.act.eli) or not dot or not paragraph.isdigit() or leaf.paragraph:
        return member, leaf
    return replace(member, article=article), replace(leaf, paragraph=paragraph)


def _act_target(draft: Draft, member: Member, leaf: Leaf) -> Target:
    return Target(
        "act",
        article=member.article,
        paragraph=leaf.paragraph,
        point=leaf.point,
        subparagraph=leaf.subparagraph,
        act=draft.act,
        address=_act_address(draft, member.article, leaf.paragraph, leaf.point.partition("-")[0]),
        start=member.start,
        end=member.end,
        unsure=draft.unsure,
    )


def _clause_target(member: Member, leaf: Leaf, step: int) -> Target:
    number = member.article
    address = f"{grammar.ARTICLE}-{annex_digits(number) if number.isalpha() else _compact(number)}"
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
        step=step,
    )


def _annex_targets(draft: Draft) -> Iterator[Target]:
    for member in draft.annexes:
        annex = annex_digits(member.article) if member.article else ""
        for section in draft.sections if member is draft.annexes[-1] and draft.sections else [""]:
            address = "-".join(part for part in (grammar.ANNEX, annex, _compact(section)) if part)
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
