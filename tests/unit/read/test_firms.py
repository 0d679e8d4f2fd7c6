"""Agreements in the style of firms, each beside its truth, which was written before the program read it.

``firms/NAME.txt`` or ``.md`` is an agreement in one file, for ``clausule split``; one that begins with ``=== index.md``
holds the files of an edition. ``firms/NAME.yml`` says what is in it:

- ``units``: in reading order ``id | mark | title`` of chapters, articles and annexes, ``id | mark`` of clauses, items
  and footnotes; an item without a mark of its own is ``* | -``;
- ``definitions``: its terms, in order;
- ``references``: for each clause, or article or annex without clauses, what its words are linked to: ids, and articles
  of acts by the number that the address has. Words that are linked to nothing are not in it;
- ``findings``: all that ``check`` says, as rule and words of the finding or its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from clausule.analysis.references import Notes
from clausule.author.new_agreement import Wanted
from clausule.author.split import split
from clausule.check import check
from clausule.formats.edition_json import edition_json
from clausule.read import read_repository

FIRMS = Path(__file__).with_name("firms")
NAMES = sorted(path.stem for path in FIRMS.glob("*.yml"))
KINDS = ("units", "subheadings", "definitions", "references", "findings")
ACTS = {
    "32016R0679": "AVG",
    "BWBR0005289": "BW",
    "BWBR0005290": "BW",
    "BWBR0005291": "BW",
    "BWBR0003045": "BW",
    "BWBR0002656": "BW",
    "BWBR0001886": "Auteurswet",
    "BWBR0002320": "AWR",
    "BWBR0006251": "BIG",
    "2018040581": "WGB",
}


def written(root: Path, name: str, truth: dict[str, Any]) -> None:
    """Writes the firm's agreement as the edition that it is."""
    front = "".join(f"{key}: {value}\n" for key, value in truth["agreement"].items())
    (root / "docs/proef").mkdir(parents=True)
    (root / "docs/proef/index.md").write_text(f"---\n{front}---\n\nInleiding.\n", "utf-8")
    (file,) = (path for path in FIRMS.glob(f"{name}.*") if path.suffix != ".yml")
    text = file.read_text("utf-8")
    if text.startswith("=== "):
        pages = re.split(r"^=== (.+)\n", text, flags=re.M)
        for page, words in zip(pages[1::2], pages[2::2], strict=True):
            (root / "docs/proef/1.0").mkdir(exist_ok=True)
            (root / "docs/proef/1.0" / page).write_text(words, "utf-8")
        return
    version, effective = truth.get("version", "1.0"), date.fromisoformat(str(truth["effective"]))
    split(root, file, Wanted(slug="proef", title="Proef", publisher="Firma", version=version), effective)
    index = root / f"docs/proef/{version}/index.md"
    index.write_text(re.sub(r"^status: concept.*\n", "", index.read_text("utf-8"), count=1, flags=re.M), "utf-8")


@cache
def truth_of(name: str) -> dict[str, Any]:
    truth = yaml.safe_load((FIRMS / f"{name}.yml").read_text("utf-8"))
    units = [[part.strip() for part in line.split("|")] for line in truth["units"].splitlines()]
    truth["units"] = [" | ".join(unit).strip() for unit in units]
    return {"subheadings": {}, "findings": [], **truth}


@cache
def read_of(name: str) -> dict[str, Any]:
    """What the program makes of the firm's agreement, in the form of its truth."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        written(root, name, truth_of(name))
        repository = read_repository(root)
        findings = sorted(check(repository), key=lambda one: (one.place.path, one.place.line, one.place.column))
        lines = {path: (root / path).read_text("utf-8").splitlines() for path in {f.place.path for f in findings}}
    agreement = repository.agreements[0]
    edition = agreement.editions[0]
    data = edition_json(agreement, edition, Notes(edition), status="in force")
    parts = list(_parts(data))
    return {
        "units": list(_units(data)),
        "subheadings": {part["id"]: part["subheading"] for part in parts if "subheading" in part},
        "definitions": [one["term"] for one in data["definitions"]],
        "references": {part["id"]: links for part in parts if (links := _links(part))},
        "findings": [
            (one.rule, f"{one.message} {lines[one.place.path][one.place.line - 1 : one.place.line]}")
            for one in findings
        ],
    }


def _units(data: dict[str, Any]) -> Iterator[str]:
    chapters = {one["id"]: f"{one['id']} | {one['mark']} | {one['title']}" for one in data["chapters"]}
    notes = {
        one["at"]: [f"{note['id']} | {note['mark']}" for note in data["footnotes"] if note["at"] == one["at"]]
        for one in data["footnotes"]
    }
    for article in data["articles"]:
        yield from [chapters.pop(article["chapter"])] if article.get("chapter") in chapters else []
        yield f"{article['id']} | {article['mark']} | {article['title']}".strip()
        yield from _items(article["intro"]["items"])
        for clause in article["clauses"]:
            yield f"{clause['id']} | {clause['mark']}"
            yield from _items(clause["items"])
            yield from notes.get(clause["id"], [])
        yield from notes.get(article["id"], [])
    for annex in data["annexes"]:
        yield f"{annex['id']} | {annex['mark']} | {annex['title']}".strip()
        yield from _items(annex["intro"]["items"])
        for section in annex["sections"]:
            yield f"{section['id']} | {section['label']} | {section['title']}"
            yield from _items(section["items"])


def _items(items: list[dict[str, Any]]) -> Iterator[str]:
    for item in items:
        yield f"* | {item['mark']}" if item["mark"] == "-" else f"{item['id']} | {item['mark']}"
        yield from _items(item["items"])


def _parts(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All that has words: its id and its references."""
    for section in data["preamble"]:
        yield {"id": "preamble", **{key: section[key] for key in ("references",)}}
    for article in data["articles"]:
        yield {**article["intro"], "id": article["id"]}
        yield from article["clauses"]
    for annex in data["annexes"]:
        yield {**annex["intro"], "id": annex["id"]}
        yield from annex["sections"]


def _links(part: dict[str, Any]) -> list[str]:
    targets = [target for reference in part["references"] for target in reference["targets"]]
    return [name for target in targets if (name := _target(target))]


def _target(address: str) -> str:
    """An id as it is, an address of an act as its name and article; empty for what is no address."""
    if not address.startswith("http"):
        return "" if address.startswith("act:") else address
    act = next((name for code, name in ACTS.items() if code in address), address)
    place = re.search(r"#(?:art_|cpt_)?0*(\w+?)(?:\.0*(\d+))?$|artikel=([^&]+)(?:&lid=(\w+))?", address)
    numbers = [group for group in place.groups() if group] if place else []
    return f"{act} {'.'.join(numbers)}".strip()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_what_a_firm_wrote_is_what_is_read(name: str, kind: str) -> None:
    truth, read = truth_of(name)[kind], read_of(name)[kind]
    if kind != "findings":
        assert read == truth
        return
    left = list(read)
    for rule, words in truth:
        found = next((one for one in left if one[0] == rule and str(words) in one[1]), None)
        assert found, f"{rule} says nothing of {words}: {left}"
        left.remove(found)
    assert left == []
