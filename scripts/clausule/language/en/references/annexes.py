"""The numbers of annexes, and the labels of what stands in them."""

from __future__ import annotations

from clausule.language.en.references import scan
from clausule.language.scanning import Scanner, between, token

_LOWER = token(r"[a-z]", 0)


def section_labels(scanner: Scanner) -> list[str]:
    label = scanner.take(scan.SECTION_LABEL)
    return ["-".join((label["value"], *scan.labels(label["inner"])))] if label else []


def read_annexes(scanner: Scanner) -> tuple[list[str], str]:
    """The numbers of annexes that stand here, ranges filled in, and the part of the last ('Annex I.B')."""
    numbers: list[str] = []
    part, end, ranged = "", scanner.pos, False
    while match := scanner.take(scan.ANNEX_NUMBER):
        number = match["number"]
        if numbers and (scanner.sees(scan.UNIT) or number[0].isdigit() != numbers[-1][0].isdigit()):
            break
        if (
            number == "A"
            and scanner.sees(_LOWER)
            and not numbers
            and scanner.text[match.start() : match.end()].strip() == "a"
        ):
            break
        if ranged:
            numbers += between(numbers[-1], number)
        numbers.append(number)
        part, end = match["part"] or "", scanner.pos
        ranged = bool(scanner.take(scan.RANGE) or scanner.take(scan.DASH))
        if not ranged and not scanner.take(scan.JOIN):
            break
        scanner.take(scan.ANNEX)
    scanner.pos = end
    return numbers, part
