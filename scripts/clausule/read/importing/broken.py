"""Paragraphs of a page that are only lines with breaks between them: numbers at their begin say where each begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clausule.language.protocol import Grammar
from clausule.read.importing.document import Block, Document, Run, words_of
from clausule.read.importing.titles import begins_part
from clausule.read.marks import clause_mark, item_mark

_FEWEST = 2  # lines that begin with a number, or as an article does


def settle_broken(document: Document, grammar: Grammar) -> None:
    """Makes a paragraph of each line of a paragraph in ``document`` of which two or more are clauses, items or headings
    of articles."""
    document.blocks = [
        piece
        for block in document.blocks
        for piece in (_pieces(block, grammar) if isinstance(block, Block) else (block,))
    ]


def _pieces(block: Block, grammar: Grammar) -> list[Block]:
    lines = list(_lines(block))
    texts = [words_of(line).strip() for line in lines]
    begins = sum(bool(clause_mark(text, grammar) or item_mark(text) or begins_part(text, grammar)) for text in texts)
    if block.level or block.role or begins < _FEWEST:
        return [block]
    first, *rest = (line for line, text in zip(lines, texts, strict=True) if text)
    return [replace(block, runs=first), *(replace(block, runs=line, mark="") for line in rest)]


def _lines(block: Block) -> Iterator[tuple[Run, ...]]:
    line: list[Run] = []
    for run in block.runs:
        words, *more = run.words.split("\n")
        line.append(replace(run, words=words))
        for next_ in more:
            yield tuple(line)
            line = [replace(run, words=next_, note="")]
    yield tuple(line)
