"""What the rules about the list of sub-processors share: which edition counts, and where its text speaks of a list."""

from __future__ import annotations

from functools import lru_cache

from clausule.check import View
from clausule.check.contents import references, texts
from clausule.language.language import language_of
from clausule.language.sub_processors import Mention
from clausule.model.editions import Edition, newest
from clausule.model.nodes import Table, Text, block_texts
from clausule.model.walk import walk


def is_newest(view: View) -> bool:
    """Whether this is the newest edition that is agreed, or the newest of all where none is: the list goes with
    that."""
    return view.edition is newest(view.agreement.editions)


@lru_cache(maxsize=2)
def list_mentions(edition: Edition) -> tuple[tuple[Text, Mention], ...]:
    """Every sentence of the edition that speaks of a list of sub-processors."""
    mentions = language_of(edition.language).sub_processors.mentions
    return tuple((text, found) for _, text in texts(edition) for found in mentions(text.plain))


def refers_to_list(view: View) -> bool:
    """Whether a clause holds a table of sub-processors, or refers to an annex whose heading says that it does."""
    speaks_of = view.language.sub_processors.speaks_of
    clauses = (part.blocks for part in walk(view.edition) if part.kind == "clause")
    tables = (blocks for blocks in clauses if any(isinstance(block, Table) for block in blocks))
    if any(speaks_of(text.plain) for blocks in tables for text in block_texts(blocks)):
        return True
    lists = {annex.id for annex in view.edition.annexes if speaks_of(annex.heading.plain)}
    targets = (target for _, reference in references(view.notes) for target in reference.targets) if lists else ()
    return any(target.address in lists for target in targets)
