"""A heading and the words under it in one paragraph, parted by a line break alone."""

from __future__ import annotations

from dataclasses import replace

from clausule.language.protocol import Grammar
from clausule.read.importing.document import Block, Document, Run, is_bold, words_of
from clausule.read.importing.raw_lines import LONGEST
from clausule.read.importing.titles import begins_part


def settle_breaks(document: Document, grammar: Grammar) -> None:
    """Parts the paragraphs of ``document`` whose first line is the heading of an article or annex from the words under
    it."""
    document.blocks = [
        piece
        for block in document.blocks
        for piece in (_parted(block, grammar) if isinstance(block, Block) else (block,))
    ]


def _parted(block: Block, grammar: Grammar) -> tuple[Block, ...]:
    head, rest = _first_line(block.runs)
    words = f"{block.mark} {words_of(head)}".strip()
    if not rest or block.level or block.depth or block.role or len(words) > LONGEST or not begins_part(words, grammar):
        return (block,)
    if not is_bold(head) or is_bold(rest):
        return (block,)
    return replace(block, runs=head), replace(block, runs=rest, mark="")


def _first_line(runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Runs up to the first line break, and those behind it; none where no words are there."""
    for at, run in enumerate(runs):
        before, broken, after = run.words.partition("\n")
        if broken and words_of(runs[:at]) + before.strip():
            rest = (*([replace(run, words=after)] if after else []), *runs[at + 1 :])
            head = (*runs[:at], *([replace(run, words=before)] if before else []))
            return head, rest if words_of(rest).strip() else ()
    return runs, ()
