"""Marks before the words of a paragraph: of lists in lists, in bold, signs for bullets, and titles in the row of their
words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausule.language.protocol import Grammar
from clausule.read.importing.document import Block, Document, Grid, Run, is_bold, words_of
from clausule.read.importing.raw_lines import LONGEST
from clausule.read.importing.titles import begins_part
from clausule.read.marks import ItemMark, clause_mark, item_mark

BULLET = "-"
_FEWEST = 3  # articles whose titles stand in the row of their words
_RUN_IN = re.compile(r"(?P<number>\d{1,2})[.)]?\s+\S.*[.:–]", re.S)
_SIGN = re.compile(r"\s*(?P<sign>[–—·▪■◦●○‣⁃►➢])\s+(?=\S)")


def settle_marks(document: Document, grammar: Grammar) -> None:
    """Makes of the typed marks in ``document`` what our reader knows: none is in bold, signs for bullets are bullets,
    and what is listed under an item that ends with a colon lies deeper than it. Where articles have no other headings,
    the numbered titles in bold with which their words begin are these."""
    document.blocks = _with_run_in_titles(document.blocks, grammar)
    blocks = [one if isinstance(one, Grid) else _bare(_bulleted(one), grammar) for one in document.blocks]
    document.blocks = list(_nested(blocks, grammar))


def _with_run_in_titles(blocks: list[Block | Grid], grammar: Grammar) -> list[Block | Grid]:
    """'1. **Your account.** You keep it secret.' as a heading and a paragraph, of three or more in a row from 1 on."""
    if sum(isinstance(one, Block) and _heads_article(one, grammar) for one in blocks) > 1:
        return blocks
    cuts: dict[int, tuple[Block, Block]] = {}
    for at, block in enumerate(blocks):
        cut = _run_in(block) if isinstance(block, Block) else None
        if cut and _number(cut[0]) == len(cuts) + 1:
            cuts[at] = cut
    if len(cuts) < _FEWEST:
        return blocks
    return [piece for at, block in enumerate(blocks) for piece in cuts.get(at, (block,))]


def _heads_article(block: Block, grammar: Grammar) -> bool:
    """Whether a paragraph is the heading of an article by itself."""
    words = " ".join(block.words.split())
    match = grammar.ARTICLE_HEADING.fullmatch(words) if block.level or is_bold(block.runs) else None
    return bool(match) or begins_part(words, grammar)


def _run_in(block: Block) -> tuple[Block, Block] | None:
    """The heading and the words of a paragraph that begins with a number and a title in bold."""
    end = next((at for at, run in enumerate(block.runs) if run.words.strip() and not run.bold), 0)
    head = replace(block, runs=block.runs[:end], level=2, depth=0)
    if block.level or block.role or not end or len(head.words) > LONGEST or not _number(head):
        return None
    return head, replace(block, runs=block.runs[end:], mark="", depth=0)


def _number(head: Block) -> int:
    match = _RUN_IN.fullmatch(head.words.strip())
    return int(match["number"]) if match else 0


def _bulleted(block: Block) -> Block:
    """A paragraph behind a sign; what ends with the sign too, '– the Customer –', is set apart by it."""
    words = words_of(block.runs)
    match = None if block.mark or block.level or block.role else _SIGN.match(words)
    if match is None or words.rstrip().endswith(match["sign"]):
        return block
    return replace(block, runs=_without(block.runs, match.end()), mark=BULLET, depth=max(block.depth, 1))


def _bare(block: Block, grammar: Grammar) -> Block:
    """A paragraph whose number or letter is in bold: in plain letters. One in bold as a whole is a heading, unless it
    has the number of a clause."""
    if block.mark or block.level or block.role or not block.runs or not any(run.bold for run in block.runs):
        return block
    words = words_of(block.runs)
    begin = len(words) - len(words.lstrip())
    text = words[begin:]
    named = grammar.NUMBERED_CLAUSE.match(text)
    found = clause_mark(text, grammar) or (None if is_bold(block.runs) else item_mark(text))
    end = begin + (named.end() if named and named["word"] else found.end if found else 0)
    if not begin < end < len(words.rstrip()):
        return block
    head = Run(words[:end])
    return replace(block, runs=(head, *_without(block.runs, end)))


def _without(runs: Sequence[Run], letters: int) -> tuple[Run, ...]:
    """Runs without their first ``letters``."""
    found = []
    for run in runs:
        words = run.words[letters:]
        letters = max(letters - len(run.words), 0)
        if words or run.note:
            found.append(replace(run, words=words))
    return tuple(found)


def _nested(blocks: Sequence[Block | Grid], grammar: Grammar) -> Iterator[Block | Grid]:
    """The blocks, where a list that begins right under an item with a colon is one in it, up to the next mark of the
    list around it."""
    open_lists: list[ItemMark] = []
    above = ""
    for block in blocks:
        words = block.words if isinstance(block, Block) else ""
        if isinstance(block, Grid) or block.role or _ends_lists(block, words, grammar):
            open_lists, above = [], ""
            yield block
            continue
        mark = item_mark(words.lstrip())
        if mark is None:
            above = ""
            yield block
            continue
        typed = not block.mark or block.mark == BULLET
        if block.mark and not (typed and open_lists):
            open_lists = [*open_lists[: block.depth - 1], mark]
        else:
            open_lists = _lists(open_lists, mark, above)
            if block.depth < len(open_lists):
                block = replace(block, depth=len(open_lists) - (not block.mark))
        above = words.rstrip()
        yield block


def _ends_lists(block: Block, words: str, grammar: Grammar) -> bool:
    """Whether no list goes on behind a paragraph: a heading, or a clause."""
    bold = not block.mark and is_bold(block.runs)
    return bool(block.level or bold or clause_mark(words.lstrip(), grammar) or begins_part(words.strip(), grammar))


def _lists(open_lists: Sequence[ItemMark], mark: ItemMark, above: str) -> list[ItemMark]:
    """The lists that are open behind an item with this ``mark``, the words of the item ``above`` it."""
    for depth in range(len(open_lists), 0, -1):
        if mark.follows(open_lists[depth - 1]):
            return [*open_lists[: depth - 1], mark]
    return [*(open_lists if above.endswith(":") and mark.is_first else []), mark]
