"""Word files for tests: an edition as a lawyer has it, its numbers typed, each paragraph one that can be edited."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from html import escape

from clausule.model.editions import Edition
from clausule.model.nodes import Block, Definitions, Items, Paragraph, Table
from clausule.model.walk import walk

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/></w:style>'
    for name, shown in (("Title", "Title"), ("H1", "heading 1"), ("H2", "heading 2"))
)
_HIGH = ("article", "annex", "chapter", "closing")


def word_file(body: str, **parts: str) -> bytes:
    """The Word file with ``body``; ``parts`` are others by their names, such as comments."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, inner in {"document": f"<w:body>{body}</w:body>", "styles": _STYLES, **parts}.items():
            file.writestr(f"word/{name}.xml", f"<w:{name} {W}>{inner}</w:{name}>")
    return out.getvalue()


def run(words: str, look: str = "") -> str:
    """Words that look alike; a line break is one of Word."""
    shown = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(line, quote=False) for line in words.split("\n"))
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'


def paragraph(words: str, style: str = "", depth: int = 0) -> str:
    """A paragraph in one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    indented = f'<w:ind w:left="{360 * depth}"/>' if depth else ""
    return f"<w:p><w:pPr>{named}{indented}</w:pPr>{run(words)}</w:p>"


def table(rows: Iterable[Iterable[str]], headed: bool = True) -> str:
    """A table whose first row is its header, or of which nothing says that."""
    head = "<w:trPr><w:tblHeader/></w:trPr>" if headed else ""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    shown = [f"<w:tr>{'' if at else head}{row}</w:tr>" for at, row in enumerate(cells)]
    return f"<w:tbl>{''.join(shown)}</w:tbl>"


def paragraphs_of(edition: Edition) -> list[str]:
    """The words of ``edition`` as paragraphs and tables of Word."""
    found = [paragraph(edition.heading.plain, "Title")] if edition.heading else []
    for part in walk(edition):
        if part.kind == "clause":
            found += _blocks(part.blocks, f"{part.mark} ")
        else:
            if part.heading and part.heading.plain:
                found.append(paragraph(part.heading.plain, "H1" if part.kind in _HIGH else "H2"))
            found += _blocks(part.blocks)
    return found


def _blocks(blocks: Iterable[Block], mark: str = "", depth: int = 1) -> Iterator[str]:
    for block in blocks:
        if mark and not isinstance(block, Paragraph):
            yield paragraph(mark.strip())
        match block:
            case Paragraph(text):
                yield paragraph(f"{mark}{text.plain}")
            case Items(items):
                for item in items:
                    yield paragraph(f"{item.mark} {item.text.plain}", depth=depth)
                    yield from _blocks(item.blocks, depth=depth + 1)
            case Table(header, rows):
                yield table([cell.plain for cell in row] for row in (header, *rows))
            case Definitions(entries):
                yield from (paragraph(f"“{entry.term}”: {entry.text.plain}") for entry in entries)
            case _:
                pass
        mark = ""
