"""Markdown as a forge or a site shows it: what is HTML in it, contents that are links, and numbers in bold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausule.language.protocol import Grammar
from clausule.read.importing.document import Dropped, NoDocument, lines_of
from clausule.read.importing.raw_lines import RawLine, with_levels
from clausule.read.importing.web import read_web
from clausule.read.marks import clause_mark, item_mark

_BLOCK = re.compile(
    r" {0,3}</?(?P<tag>address|article|aside|blockquote|center|details|div|dl|footer|form|h[1-6]|header|hr|main|nav|ol|"
    r"p|picture|section|summary|table|ul)\b[^<>]*>",
    re.I,
)
_INLINE = re.compile(r"</?(?:a|abbr|b|em|font|i|img|ins|kbd|mark|small|span|strong|sub|sup|u)\b[^<>]*>", re.I)
_TAG = re.compile(r"<[^<>]*>")
_BEGIN, _END = "<!--", "-->"
_BOLD_MARK = re.compile(r"(?P<indent>\s*)(?P<stars>\*\*|__)(?P<mark>\S{1,12})(?P=stars)(?=\s+\S)")
_TO_HEADING = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\[[^\[\]]+\]\(#[^()\s]*\)\s*")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}")
_FEWEST = 2  # links of a table of contents


def without_html(lines: Sequence[RawLine], grammar: Grammar) -> tuple[list[RawLine], list[Dropped]]:
    """The lines without HTML, comments and a table of contents, with the numbers in bold in plain letters; and what was
    left out. A block of HTML is read as a page of the web is."""
    dropped: list[Dropped] = []
    written = [RawLine(text, line.number) for line in lines for text in line.text.split("\n")]
    plain = list(_plain(_without_comments(written, dropped), dropped))
    plain = _without_contents(plain, grammar, dropped)
    plain = [_with_plain_mark(line, grammar) for line in plain]
    around = zip([None, *plain], plain, [*plain[1:], None], strict=False)
    bare = [RawLine("", line.number) if _is_rule(above, line, below) else line for above, line, below in around]
    return with_levels(bare), dropped


def _without_comments(lines: Sequence[RawLine], dropped: list[Dropped]) -> Iterator[RawLine]:
    """The lines without what stands between two signs of a comment, on however many lines."""
    open_ = False
    for line in lines:
        kept, rest = "", line.text
        while rest:
            said, sign, rest = rest.partition(_END if open_ else _BEGIN)
            if open_:
                _drop(dropped, "a comment", said)
            else:
                kept += said
            open_ ^= bool(sign)
        yield line if kept == line.text else replace(line, text=kept.rstrip(), words=kept.strip())


def _plain(lines: Iterator[RawLine], dropped: list[Dropped]) -> Iterator[RawLine]:
    """The lines without tags: of blocks what a page shows."""
    block: list[RawLine] = []
    closing = ""
    for line in lines:
        match = None if block else _BLOCK.match(line.text)
        if match:
            closing = "</table>" if match["tag"].lower() == "table" else ""
        if match or block:
            block.append(line)
            ended = closing in line.text.lower() if closing else not line.text.strip()
            if ended:
                yield from _of_block(block, dropped)
                block = []
        else:
            bare = _INLINE.sub("", line.text)
            yield line if bare == line.text else RawLine(bare, line.number)
    yield from _of_block(block, dropped)


def _of_block(block: Sequence[RawLine], dropped: list[Dropped]) -> Iterator[RawLine]:
    if not block:
        return
    text = "\n".join(line.text for line in block)
    try:
        page = read_web(text, "")
    except NoDocument:  # a picture, a link that stands alone, the end of what stands around others
        _drop(dropped, "HTML that shows no words of the text", _TAG.sub(" ", text))
        yield RawLine("", block[0].number)
        return
    dropped += page.dropped
    yield RawLine("", block[0].number)
    for line in lines_of(page):
        yield RawLine(line.text, block[0].number)
    yield RawLine("", block[-1].number)


def _without_contents(lines: Sequence[RawLine], grammar: Grammar, dropped: list[Dropped]) -> list[RawLine]:
    """The lines without a list whose items are links to headings, and without the heading of it."""
    found: list[RawLine] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _TO_HEADING.fullmatch(lines[end].text):
            end += 1
        if end - at < _FEWEST:
            found += lines[at : max(end, at + 1)]
            at = max(end, at + 1)
            continue
        above = next((place for place in range(len(found) - 1, -1, -1) if found[place].words), None)
        heading = found[above].words.strip("#* ") if above is not None else ""
        if above is not None and grammar.CONTENTS_HEADING.fullmatch(heading):
            _drop(dropped, "contents", heading)
            del found[above]
        for line in lines[at:end]:
            _drop(dropped, "contents", line.words)
        at = end
    return found


def _with_plain_mark(line: RawLine, grammar: Grammar) -> RawLine:
    """'**1.1** Words' as '1.1 Words': the number of a clause or the letter of an item, and no word."""
    match = _BOLD_MARK.match(line.text)
    behind = f"{match['mark']} W" if match else ""
    found = (clause_mark(behind, grammar) or item_mark(behind)) if match else None
    if not match or not found or found.end != len(behind) - 1:
        return line
    return RawLine(f"{match['indent']}{match['mark']}{line.text[match.end() :]}", line.number)


def _is_rule(above: RawLine | None, line: RawLine, below: RawLine | None) -> bool:
    """Whether a line is drawn between two that are empty: it parts, and says nothing."""
    return bool(_RULE.fullmatch(line.text)) and not (above and above.words) and not (below and below.words)


def _drop(dropped: list[Dropped], what: str, words: str) -> None:
    if any(letter.isalnum() for letter in words):
        dropped.append(Dropped(what, " ".join(words.split())))
