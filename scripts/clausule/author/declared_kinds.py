"""The annexes of a text that came in as what they are: a list of measures, a questionnaire."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from clausule.analysis.questionnaire import fields_of
from clausule.analysis.references import Notes
from clausule.author.freeze import write_whole
from clausule.check.contents import references
from clausule.language.language import language_of
from clausule.model.editions import Edition
from clausule.model.nodes import Annex, Block, Items, Table, block_texts

_MEASURES, _QUESTIONNAIRE = "measures", "questionnaire"


def declare_kinds(root: Path, edition: Edition, names: Iterable[str]) -> dict[str, str]:
    """Writes into the annexes that came in as files called ``names`` of which kind they are, where their heading, that
    of a part or a clause says so and they hold what such an annex holds; returns the kinds by the ids of the annexes.
    """
    paths = {f"{edition.folder}/{name}" for name in names}
    paths |= {include for path in list(paths) for include in _included(root / path)}
    found: dict[str, str] = {}
    for annex in edition.annexes:
        if annex.kind == "text" and annex.place.path in paths and (kind := _kind(annex, edition)):
            page = root / annex.place.path
            text = page.read_bytes().decode()
            if text.startswith("---\n"):
                write_whole(page, text.replace("\n---\n", f"\nkind: {kind}\n---\n", 1))
                found[annex.id] = kind
    return found


def _included(page: Path) -> Iterator[str]:
    text = page.read_text("utf-8").strip()
    if text.startswith("{!") and text.endswith("!}"):
        yield text[2:-2]


def _kind(annex: Annex, edition: Edition) -> str:
    things = language_of(edition.language).things
    said = list(things.lists_named(annex.heading.plain))
    within = (kind for section in annex.sections for kind in things.lists_named(section.heading.plain))
    said += [kind for kind in within if kind == _QUESTIONNAIRE]  # a part can be the form that the rest speaks of
    for text, reference in references(Notes(edition)):
        if any(target.address == annex.id for target in reference.targets):
            said += things.lists_there(text.plain, reference.start, reference.end)
    blocks = [block for part in (annex.intro, *(one.blocks for one in annex.sections)) for block in part]
    return next((kind for kind in said if _holds(kind, blocks, annex)), "")


def _holds(kind: str, blocks: list[Block], annex: Annex) -> bool:
    if kind == _QUESTIONNAIRE:
        texts = [*block_texts(tuple(blocks)), *(section.heading for section in annex.sections)]
        return any(fields_of(text) for text in texts)
    return kind == _MEASURES and any(isinstance(block, Items | Table) for block in blocks)
