"""What an agreement is once it has been read: plain data, with the place of every word in the sources.

Nothing here reads files, knows Dutch or knows a website. Lists are tuples, so a node can be shared.
Nodes compare by identity (``eq=False``): two clauses with the same words are still two clauses.
"""

from clausule.model.dates import Interval, current, intervals, status_on
from clausule.model.editions import Agreement, Body, Edition, FrontMatter, Imprint
from clausule.model.nodes import (
    AlsoAsked,
    Annex,
    Article,
    Block,
    Clause,
    Definition,
    Definitions,
    Item,
    Items,
    Mark,
    Paragraph,
    Place,
    Section,
    Table,
    Text,
    all_items,
    block_texts,
)
from clausule.model.notes import Allowance, ChangeNote, Erratum, PairNote
from clausule.model.walk import Part, edition_texts, walk

__all__ = [
    "Agreement",
    "Allowance",
    "AlsoAsked",
    "Annex",
    "Article",
    "Block",
    "Body",
    "ChangeNote",
    "Clause",
    "Definition",
    "Definitions",
    "Edition",
    "Erratum",
    "FrontMatter",
    "Imprint",
    "Interval",
    "Item",
    "Items",
    "Mark",
    "PairNote",
    "Paragraph",
    "Part",
    "Place",
    "Section",
    "Table",
    "Text",
    "all_items",
    "block_texts",
    "current",
    "edition_texts",
    "intervals",
    "status_on",
    "walk",
]
