"""The questions of a questionnaire in a text without marks: what stands above a place to fill in, or above answers to
choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from clausule.language.protocol import Grammar
from clausule.read.importing.pieces import BLANK, Piece
from clausule.read.importing.raw_lines import RawLine

_LEVEL = 3
_LONGEST = 200  # letters of a question
_FEWEST = 2  # questions of a questionnaire
_CHOICE = re.compile(r"[:?)]\s*[A-Z]{2,12}(?:\s*/\s*[A-Z]{2,12})+\b")
_FILLED = re.compile(r"\w.*(?:[.…_]{4,}|…)\s*(?:\([^()]*\))?$", re.S)
_HINT = re.compile(r"\([^()]*\)")


def asked(part: Sequence[Piece], grammar: Grammar) -> list[Piece]:
    """The pieces of a part, where those of a questionnaire in an annex are questions, each with its answers."""
    pieces = [piece for one in part for piece in _answers_apart(one)]
    questions = [above for above, below in pairwise(pieces) if _is_question(above) and _is_answer(below)]
    if len(questions) < _FEWEST or not any("?" in one.words or _CHOICE.search(one.words) for one in pieces):
        return list(part)
    for one in questions:
        one.level = one.level or _LEVEL
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last and last.depth and not piece.gap and _HINT.fullmatch(piece.words):
            last.line = RawLine(f"{last.words} {piece.words}", last.line.number)
            continue
        if last and _is_option(piece) and piece.unmarked and (last.level or last.depth or BLANK.fullmatch(last.words)):
            piece.depth = 2 if last.depth and piece.words[:1].islower() else 1
        found.append(piece)
    return found


def _is_question(piece: Piece) -> bool:
    return (
        piece.kind == "annex"
        and not piece.begins
        and piece.unmarked
        and piece.words[:1].isupper()
        and len(piece.words) <= _LONGEST
        and not _is_answer(piece)
    )


def _is_answer(piece: Piece) -> bool:
    return bool(BLANK.fullmatch(piece.words)) or _is_option(piece)


def _is_option(piece: Piece) -> bool:
    """Whether words end with a choice, or with a place to fill in."""
    return bool(_CHOICE.search(piece.words) or _FILLED.fullmatch(piece.words))


def _answers_apart(piece: Piece) -> Iterator[Piece]:
    """Each answer that stands in one paragraph with others: behind a choice with a capital letter the next begins."""
    words, begin = piece.words, 0
    for choice in _CHOICE.finditer(words) if piece.kind == "annex" else ():
        rest = words[choice.end() :]
        if rest[:1].isspace() and re.match(r"\s+[A-ZÀ-Þ][a-zà-ÿ]", rest):
            yield replace(piece, line=RawLine(words[begin : choice.end()].strip(), piece.line.number))
            begin = choice.end()
            piece = replace(piece, gap=0)
    yield replace(piece, line=RawLine(words[begin:].strip(), piece.line.number)) if begin else piece
