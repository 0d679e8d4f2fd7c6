"""A site speaks one language: no page, feed or file of an agreement has a sentence of another catalogue."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from clausule.model.addresses import SEARCH_DATA, TABLE_METADATA
from rule_examples import BASE, EDITIONS
from session import HOME, Session

SETTINGS = "site_name: Site\nsite_url: https://example.org/\nextra:\n  clausule:\n    language: {tag}\n"
LIST = """\
sub_processors:
  - id: cloud
    name: Cloud
    address: Kade 1, Utrecht
    contact: {email: a@cloud.example}
    service: x
    purpose: x
    data: [x]
    data_subjects: [x]
    places: [{country: NL}]
    active: 2024-01-01
"""
LISTS = {"en": "sub-processors", "nl": "sub-verwerkers"}
ADDRESS = {"en": "example", "nl": "voorbeeld"}
CLAUSES = {
    "en": ("article-02.md", "Annex 2.", "Annex 2. The list of sub-processors is on the website of Supplier."),
    "nl": (
        "artikel-02.md",
        "bijlage 2.",
        "bijlage 2. De lijst van andere verwerkers staat op de website van Verwerker.",
    ),
}
_FILLED_IN, _TAG = re.compile(r"\{[^{}]*\}"), re.compile(r"<[^>]*>")
_QUOTED = re.compile(r'"([^"<>]*)"')


def sentences() -> tuple[set[str], set[str]]:
    """What the catalogue is asked and what it says, in pieces of two words or more between what is filled in."""
    with (HOME / "scripts/clausule/language/nl/words.po").open("rb") as file:
        rows = [message for message in read_po(file) if message.id]
    english, dutch = set[str](), set[str]()
    for row in rows:
        for found, said in ((english, row.id), (dutch, row.string)):
            for one in (said,) if isinstance(said, str) else said:
                pieces = (" ".join(piece.split()) for piece in _FILLED_IN.split(_TAG.sub(" ", one)))
                found |= {piece for piece in pieces if len(re.findall(r"[^\W\d_]{2,}", piece)) > 1}
    return english - dutch, dutch - english


ENGLISH, DUTCH = sentences()


def shown(file: Path) -> str:
    """Everything that a reader sees of a file, attributes included; not what a search also looks for, which is of both
    languages on purpose."""
    text = file.read_text("utf-8")
    if file.name == SEARCH_DATA and isinstance(data := json.loads(text), dict):
        languages = [{**one, "synonyms": []} for one in data["languages"].values()]
        text = json.dumps({**data, "languages": languages}, ensure_ascii=False)
    return " ".join(html.unescape(f"{_TAG.sub(' ', text)} {' '.join(_QUOTED.findall(text))}").split())


@pytest.mark.parametrize(("tag", "own", "other"), [("en", ENGLISH, DUTCH), ("nl", DUTCH, ENGLISH)])
def test_a_site_speaks_one_language(tag: str, own: set[str], other: set[str], tmp_path: Path) -> None:
    shutil.copytree(BASE / EDITIONS[ADDRESS[tag]], tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS.format(tag=tag), "utf-8")
    (tmp_path / "docs/index.md").write_text("# Acme\n\nAcme.\n", "utf-8")
    rows = tmp_path / f"annexes/{ADDRESS[tag]}/{LISTS[tag]}.yml"
    rows.parent.mkdir(parents=True, exist_ok=True)
    rows.write_text(LIST, "utf-8")
    session = Session(tmp_path)
    session.replace(f"docs/{ADDRESS[tag]}/1.0/index.md", "effective: 2024-01-01", "status: concept")
    name, old, new = CLAUSES[tag]
    session.replace(f"docs/{ADDRESS[tag]}/1.0/{name}", old, new)
    built = session.run("build", "--out", "out", "--on", "2026-01-01")
    assert built.returncode == 0, built.stderr
    files = [  # but schemas, and what says of itself in which language it is
        file
        for file in sorted((tmp_path / "out").rglob("*"))
        if file.suffix in (".html", ".xml", ".json", ".csv")
        and not {"assets", "schema", TABLE_METADATA} & set(file.parts)
    ]
    texts = {file.relative_to(tmp_path / "out").as_posix(): shown(file) for file in files}
    everything = "\n".join(texts.values())
    assert len(texts) > 20 and len([one for one in own if one in everything]) > 100
    found = [
        (name, one)
        for one in other
        if one in everything
        for name, text in texts.items()
        if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text)
    ]
    assert found == []
