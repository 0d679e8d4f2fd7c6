"""The numbers of annexes, and the labels of what stands in them."""

from __future__ import annotations

from clausule.language.en.references import scan
from clausule.language.scanning import Scanner, between, token

_LOWER = token(r"[a-z]", 0)


def section_labels(scanner: Scanner) -> list[str]:
    label = scanner.take(scan.SECTION_LABEL)
    return ["-".join((label["value"], *scan.labels(label["inner"])))] if label else []


def _one(word: str) -> str:
    return word.lower()[:5]


def read_annexes(scanner: Scanner, word: str) -> list[tuple[str, str]]:
    """The numbers of annexes that stand behind ``word``, ranges filled in, each with a part of it ('Annex I.B')."""
    found: list[tuple[str, str]] = []
    end, ranged = scanner.pos, False
    while match := scanner.take(scan.ANNEX_NUMBER):
        number = match["number"]
        if found and (scanner.sees(scan.UNIT) or number[0].isdigit() != found[-1][0][0].isdigit()):
            break
        if (
            number == "A"
            and scanner.sees(_LOWER)
            and not found
            and scanner.text[match.start() : match.end()].strip() == "a"
        ):
            break
        if ranged:
            found += [(one, "") for one in between(found[-1][0], number)]
        found.append((number, match["part"] or ""))
        end = scanner.pos
        ranged = bool(scanner.take(scan.RANGE) or scanner.take(scan.DASH))
        if not ranged and not scanner.take(scan.JOIN):
            break
        again = scanner.take(scan.ANNEX)
        if again and _one(again["word"]) != _one(word):
            break  # 'Annex 2 to Schedule 1'
    scanner.pos = end
    return found
