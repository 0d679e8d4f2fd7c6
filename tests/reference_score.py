"""Scores the recogniser against paragraphs whose references editors have marked: ``python reference_score.py FILE``.

Each line of the file is a paragraph: ``{text, refs: [{start, end, text, doc, bwb}]}``. What is counted is each article
that a reference names, with its act where the act is one that we know: once per paragraph, and once per time named.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clausule.language.nl.references import find_references
from clausule.language.references import Target
from clausule.law.acts import acts

Named = tuple[str, str]  # act ('' where it is not known or the text's own) and article

_NUMBER = re.compile(r"(?:(?:art(?:ikel(?:en)?|\.)|^)\s*)([0-9]+[A-Za-z0-9.:]*[A-Za-z0-9]|[0-9])")
_BOOKS = {bwb for act in acts().values() for bwb in act.books.values()}
_KNOWN = {act.bwb for act in acts().values() if act.bwb} | _BOOKS


@dataclass
class Score:
    """What was found of what is there. ``missed`` and ``false`` hold what to look at."""

    found: int = 0
    there: int = 0
    claimed: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    def add(self, gold: Counter[Named], ours: Counter[Named], implied: set[Named], text: str) -> None:
        """Count one paragraph. ``implied`` lies within a range: right, though editors mark only its two ends."""
        common = gold & ours
        extra = Counter({key: count for key, count in (ours - gold).items() if key not in implied or key in gold})
        self.found += common.total()
        self.there += gold.total()
        self.claimed += common.total() + extra.total()
        self.missed += [f"{key} in: {text}" for key in (gold - ours)]
        self.false += [f"{key} in: {text}" for key in extra]

    @property
    def recall(self) -> float:
        return self.found / self.there if self.there else 1.0

    @property
    def precision(self) -> float:
        return self.found / self.claimed if self.claimed else 1.0

    def __str__(self) -> str:
        return (
            f"recall {self.recall:.1%} ({self.found} of {self.there}), "
            f"precision {self.precision:.1%} ({self.found} of {self.claimed})"
        )


def score(rows: Iterable[dict[str, Any]]) -> dict[str, Score]:
    """The scores over ``rows``, by the way of counting."""
    names = ("article and act, once a paragraph", "article alone, once a paragraph", "article and act, each time named")
    scores = {name: Score() for name in (*names, "annexes", "acts alone")}
    for row in rows:
        text = row["text"]
        targets = [target for reference in find_references(text) for target in reference.targets]
        articles = [target for target in targets if target.article and not target.annex]
        gold = Counter(marked for ref in row["refs"] if (marked := _marked(ref)))
        ours = Counter(dict.fromkeys(map(_named, articles), 1))
        times = Counter(_named(target) for target in {(t.start, t.end, t.article): t for t in articles}.values())
        implied = {_named(target) for target in articles if not _written(text, target)}
        scores[names[0]].add(Counter(set(gold)), ours, implied, text)
        bare = {("", article) for _, article in implied}
        scores[names[1]].add(_without_act(gold), _without_act(ours), bare, text)
        scores[names[2]].add(gold, times, implied, text)
        marked_annexes = Counter(
            ("", number) for ref in row["refs"] for number in re.findall(r"bijlage=(\w+)", ref["doc"])
        )
        scores["annexes"].add(marked_annexes, Counter(("", t.annex) for t in targets if t.annex), set(), text)
        alone = Counter((ref["bwb"], "") for ref in row["refs"] if ref["bwb"] in _KNOWN and "&" not in ref["doc"])
        known = Counter((_act(t), "") for t in targets if t.kind == "act" and not t.article and _act(t) in _KNOWN)
        scores["acts alone"].add(alone, known, set(), text)
    return scores


def _marked(ref: dict[str, Any]) -> Named | None:
    in_doc = re.search(r"artikel=([^&]+)", ref["doc"])
    if not in_doc:
        return None
    written = _NUMBER.search(ref["text"].strip())  # in the text it is right; in the address it is sometimes not
    act = ref["bwb"] if ref["kind"] == "extref" and ref["bwb"] in _KNOWN else ""
    number = (written[1] if written else in_doc[1]).rstrip(".")
    return act, number.split(":")[-1] if act in _BOOKS else number


def _act(target: Target) -> str:
    bwb = re.search(r"BWBR[0-9]+", target.address)
    return bwb[0] if bwb else ""


def _named(target: Target) -> Named:
    act = _act(target)
    return (act if act in _KNOWN else ""), target.article.split(":")[-1] if act in _BOOKS else target.article


def _written(text: str, target: Target) -> bool:
    return target.article.split(":")[-1] in text[target.start : target.end]


def _without_act(named: Counter[Named]) -> Counter[Named]:
    return Counter({("", article) for _, article in named})


def main(path: str) -> None:
    """Print the scores over the file at ``path``, and what was missed or falsely found."""
    rows = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    for name, result in score(rows).items():
        print(f"{name}: {result}")
        for kind, examples in (("missed", result.missed), ("false", result.false)):
            for example in examples:
                print(f"  {kind} {example[:300]}")


if __name__ == "__main__":
    main(sys.argv[1])
