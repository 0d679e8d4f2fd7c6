"""The redline beside git's: it is mostly not longer."""

from __future__ import annotations

import os
from pathlib import Path
from statistics import median

import pytest
from others import git_words

from clausule.compare.changes import compare_units
from clausule.compare.redline import accept, cost, redline, undo
from clausule.compare.text_files import text_units
from clausule.model.hashes import canonical
from histories import Shape, steps

FOLDER = os.environ.get("CLAUSULE_DPA_CORPUS", "")
CORPUS = sorted(Path(FOLDER).glob("*.md")) if FOLDER else []
needs_corpus = pytest.mark.skipif(
    len(CORPUS) < 2, reason="CLAUSULE_DPA_CORPUS names no folder with versions of an agreement"
)


def test_mostly_not_longer_than_git_on_generated_clauses() -> None:
    """As lines of one file for each side, so that git takes each pair by itself. Where a whole sentence is another we
    say so, and git finds words that both happen to have."""
    (step,) = steps(Shape(seed=6, editions=2, clauses=60, reword=0.3, style="chain", changed=1))
    pairs = [(step.old[i].text, step.new[j].text) for i, j in sorted(step.truth)[:40]]
    ours, theirs = [cost(redline(*pair)) for pair in pairs], [git_words(*pair) for pair in pairs]
    assert median(ours) <= median(theirs)


def test_moved_clauses_are_shorter_than_git_can_say_them() -> None:
    (step,) = steps(Shape(seed=7, editions=2, clauses=60, moved=0.2, changed=0.2))
    ours = sum(cost(list(change.redline)) for change in compare_units(step.old, step.new).changes)
    theirs = git_words(*("\n\n".join(unit.text for unit in units) for units in (step.old, step.new)))
    assert ours < 0.7 * theirs


@needs_corpus
@pytest.mark.parametrize("number", range(max(len(CORPUS) - 1, 1)))
def test_successive_versions_of_a_real_agreement(number: int) -> None:
    """Whole texts, and unit by unit."""
    before, after = (path.read_text("utf-8") for path in CORPUS[number : number + 2])
    old, new = ("\n".join(canonical(line) for line in text.split("\n") if line.strip()) for text in (before, after))
    edits = redline(old, new)
    assert (undo(edits), accept(edits)) == (old, new)
    ours, theirs = [], []
    for change in compare_units(text_units(before, True), text_units(after, True)).changes:
        assert (undo(list(change.redline)), accept(list(change.redline))) == (change.from_text, change.to_text)
        if change.kind == "changed" and change.similarity >= 0.4:
            ours.append(cost(list(change.redline)))
            theirs.append(git_words(change.from_text, change.to_text))
    assert median(ours or [0]) <= median(theirs or [0])
