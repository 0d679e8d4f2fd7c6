"""An edition as a PDF as a firm could have it: typeset in one or two columns, with running heads and contents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import typst

from clausule.analysis.references import Notes
from clausule.formats.flow import FlowBlock, Grid, Heading, Line, Meaning, Runs, flow_of
from clausule.model.editions import Agreement, Edition


@dataclass(frozen=True, slots=True)
class House:
    """How a firm sets its agreements."""

    columns: int = 1
    justified: bool = True
    contents: bool = True
    size: float = 10
    font: str = "Libertinus Serif"


def set_edition(agreement: Agreement, edition: Edition, house: House) -> bytes:
    """The PDF of an edition."""
    blocks = flow_of(agreement, edition, Notes(edition))
    title = edition.title(agreement)
    hyphens = "true" if house.justified else "false"
    rows = [
        f'#set page(paper: "a4", numbering: "1 / 1", header: {_text(f"{title} {edition.version}")})',
        f'#set text(lang: "{edition.language}", size: {house.size}pt, font: "{house.font}", hyphenate: {hyphens})',
        f"#set par(justify: {str(house.justified).lower()})",
        "#show heading: set text(size: 1em)",
        f"#text(size: 20pt)[#{_text(title)}]",
        "#outline(depth: 1)\n#pagebreak()" if house.contents else "",
        "#columns(2, gutter: 7mm)[" if house.columns == 2 else "",
        *(shown for block in blocks for shown in _shown(block)),
        "]" if house.columns == 2 else "",
    ]
    return typst.compile("\n".join(rows).encode())


def _shown(block: FlowBlock) -> Iterator[str]:
    match block:
        case Heading():
            level = 1 if block.kind in ("article", "annex") else 2
            yield f"#heading(level: {level})[#{_text(f'{block.mark} ')}#{_runs(block.runs)}]"
        case Line() if block.mark:
            mark = "•" if block.mark in ("-", "*") else block.mark
            hung = f"grid(columns: (24pt, 1fr), {_text(mark)}, {_runs(block.runs)})"
            yield f"#pad(left: {12 * block.depth}pt, {hung})"
        case Line():
            yield f"#pad(left: {12 * block.depth}pt, par({_runs(block.runs)}))"
        case Meaning():
            yield f"#pad(left: {12 * block.depth}pt, par({_text(f'{block.term}: ')} + {_runs(block.runs)}))"
        case Grid():
            head = [f"strong({_runs(cell)})" for cell in block.header if any(block.header)]
            cells = [_runs(cell) for row in block.rows for cell in row]
            yield f"#table(columns: ({'1fr, ' * len(block.rows[0])}), {', '.join(head + cells)})"
        case _:
            raise AssertionError(f"no agreement here has a {type(block).__name__}")


def _runs(runs: Runs) -> str:
    return " + ".join(f"strong({_text(run.words)})" if run.strong else _text(run.words) for run in runs) or '""'


def _text(words: str) -> str:
    quoted = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'text("{quoted}")'
