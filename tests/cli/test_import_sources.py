"""The texts that the first agreements were taken from come in as the editions that were made of them by hand."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from clausule.author.import_document import Imported, import_document
from clausule.author.new_agreement import Wanted
from clausule.author.passages import pages_of
from clausule.model.hashes import edition_sha256
from clausule.model.lookup import find_agreement, find_edition
from clausule.read import read_repository
from clausule.read.source import Sources
from words import BULLET, RECIPES

ROOT = Path(__file__).parents[2]


def bring_in(root: Path, name: str, slug: str, version: str, day: date | None) -> Imported:
    (root / "mkdocs.yml").write_text("site_name: P\nsite_url: https://example.org/\n", "utf-8")
    wanted = Wanted(slug=slug, title="", publisher="F", version=version)
    return import_document(root, ROOT / "tests/sources" / name, wanted, day)


def hash_of(root: Path, slug: str, version: str) -> str:
    edition = find_edition(find_agreement(read_repository(root, slug).agreements, slug), version)
    return edition_sha256(replace(edition, recipe=2))


def test_a_text_has_the_hash_of_the_edition_but_for_two_facts_that_it_does_not_say(tmp_path: Path) -> None:
    """The day of each annex stands beside its words (the foot of each page has that of the agreement), and a space was
    set by hand between dots and a bracket, which is a doubt here."""
    done = bring_in(tmp_path, "mickcom-1.5.txt", "mickcom", "1.5", date(2018, 5, 25))
    assert [one.words[:28] for one in done.came.doubts if one.number == 973] == ["a sign stands against a word"]
    by_hand = hash_of(ROOT, "mickcom", "1.5")
    assert hash_of(tmp_path, "mickcom", "1.5") != by_hand
    for number in (1, 2, 3):
        page = tmp_path / f"docs/mickcom/1.5/bijlage-{number}.md"
        dated = page.read_text("utf-8").replace('version: "1.5"\n', 'version: "1.5"\neffective: 2018-05-25\n')
        page.write_text(re.sub(r"(…{3})\(", r"\1 (", dated), "utf-8")
    assert hash_of(tmp_path, "mickcom", "1.5") == by_hand


def test_each_place_that_the_extraction_moved_is_a_doubt_with_its_line(tmp_path: Path) -> None:
    done = bring_in(tmp_path, "123meekijken.txt", "123meekijken", "ongedateerd", None)
    said = {(one.number, one.words.split(":")[0]) for one in done.came.doubts}
    alone = "this stands alone, and may be a heading or of a table"
    assert said >= {
        (1, "no title stands above the text; docs/123meekijken/index.md has the name of the agreement"),
        *((line, f"'{mark}' stands without its words") for line, mark in ((93, "c."), (95, "d."), (97, "e."))),
        (215, "vandiens is written 'van diens' elsewhere"),
        (282, "4.4 stands behind 5.2"),
        (321, "nodigis is written 'nodig is' elsewhere"),
        (465, "this ends within a sentence"),
        (467, "'4' stands without its words"),
        (487, "this begins within a sentence"),
        *((line, alone) for line in (483, *range(503, 523, 2), 524, 604)),
        (526, "an annex may begin above this, and no line says so"),
        (544, "this names an annex at the edge of a page"),
        (549, "an annex may begin above this, and no line says so"),
    }
    assert (501, "this has no heading, and became one") in said
    assert [one for one in differences(tmp_path, done) if not is_told(one, done)] == []


def test_each_space_that_was_mended_by_hand_is_a_doubt_with_its_line(tmp_path: Path) -> None:
    recipe = RECIPES["123meekijken"]
    text = (ROOT / "tests/sources" / recipe.source).read_text("utf-8")
    done = bring_in(tmp_path, recipe.source, "123meekijken", "ongedateerd", None)
    lines = {one.number for one in done.came.doubts}
    mended = [lost for lost, _ in recipe.repairs if not lost.startswith("[")]  # dots before it are no word
    places = {lost: text.count("\n", 0, text.index(lost)) + 1 for lost in mended}
    assert len(places) == 8 and {lost for lost, line in places.items() if line not in lines} == set()


def said_in(root: Path, names: list[str]) -> Iterator[list[str]]:
    """What each passage of the undated edition says, the id of the article that it is of first."""
    agreement = find_agreement(read_repository(root, "123meekijken").agreements, "123meekijken")
    edition = find_edition(agreement, "ongedateerd")
    pages = pages_of(Sources(root), edition, names)
    for passage in (one for name in names for one in pages[name].passages):
        within = passage.part if passage.part.startswith("artikel") else ""
        yield [f"in {within}", *passage.term.split(), *passage.before, *passage.plain.split()]


def differences(root: Path, done: Imported) -> list[tuple[list[str], list[str], int, int]]:
    """Where what came in says otherwise than what was made by hand: the words of both, and the lines of the text
    between which that is. What only stands elsewhere is a difference where it stands."""
    text = (ROOT / "tests/sources/123meekijken.txt").read_text("utf-8").replace(BULLET, "")
    lines = [number for number, line in enumerate(text.split("\n"), 1) for sign in line if sign.isalnum()]
    names = ["index.md", *(f"artikel-0{n}.md" for n in range(1, 9)), "ondertekening.md", "bijlage-1.md", "bijlage-2.md"]
    hand = [word for words in said_in(ROOT, names) for word in words]
    came = [word for words in said_in(root, [one.name for one in done.split.files]) for word in words]
    letters, at = 0, []
    for word in came:
        at.append(letters)
        letters += 0 if word.startswith("in ") else sum(map(str.isalnum, word))
    assert letters == len(lines)
    lines, at = [1, *lines, lines[-1]], [*at, letters]
    return [
        (hand[begin:end], came[start:stop], lines[at[start]], lines[at[start] + 1])
        for kind, begin, end, start, stop in difflib.SequenceMatcher(None, hand, came, autojunk=False).get_opcodes()
        if kind != "equal"
    ]


def is_told(difference: tuple[list[str], list[str], int, int], done: Imported) -> bool:
    """Whether a doubt stands at the line of a difference, or right beside it; of words that only moved, where they
    stand."""
    by_hand, came, above, below = difference
    full = [one.number for one in done.came.text.lines if one.words]
    first = max((one for one in full if one < above), default=1)
    last = min((one for one in full if one > below), default=below)
    return any(first <= one.number <= last for one in done.came.doubts) or (not came and by_hand[0] == "in artikel-4.4")
