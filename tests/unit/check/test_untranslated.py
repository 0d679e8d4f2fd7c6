"""Which editions a translation must have: those that can apply now or later, as far as the texts say what day it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.check import check
from clausule.read import read_repository

RULES = ("untranslated-edition", "untranslated-announcement", "translated-edition")


def told(root: Path, original: dict[str, str], translation: dict[str, str]) -> list[str]:
    """The rules that find something, each with the version and edition at which it does. Editions are front matter by
    version."""
    for slug, front, editions in (
        ("a", "", original),
        ("b", "language: en\ntranslation_of: a\nprevails: nl\n", translation),
    ):
        (root / f"docs/{slug}").mkdir(parents=True)
        (root / f"docs/{slug}/index.md").write_text(f"---\ntitle: T{slug}\npublisher: A\n{front}---\n", "utf-8")
        for version, meta in editions.items():
            (root / f"docs/{slug}/{version}").mkdir()
            page = f'---\nversion: "{version}"\n{meta}---\n\n## Wij\n\nWij.\n'
            (root / f"docs/{slug}/{version}/index.md").write_text(page, "utf-8")
    found = [one for one in check(read_repository(root)) if one.rule in RULES]
    return [
        f"{one.rule} {one.place.path.removeprefix('docs/').removesuffix('/index.md')}: {one.message}" for one in found
    ]


OLD = {"1": "effective: 2018-01-01\n", "2": "effective: 2020-01-01\n", "3": "effective: 2022-01-01\n"}
COMING = {"4": "effective: 2030-01-01\nannounced: 2029-06-01\n"}
LACKS = "untranslated-edition b/{0}: a/{1} has no translation, and is newer than this"
UNTOLD = "untranslated-announcement b/{0}: a/4 is announced from 01-01-2030, and has no translation"


@pytest.mark.parametrize(
    ("original", "versions", "expected"),
    [
        (OLD, "123", []),
        (OLD, "13", []),  # what was replaced long ago
        (OLD, "3", []),
        (OLD, "", []),  # one that was only begun lacks everything, which its author knows
        (OLD, "12", [LACKS.format("2", "3")]),
        (OLD, "1", [LACKS.format("1", "2"), LACKS.format("1", "3")]),
        (OLD | COMING, "1234", []),
        (OLD | COMING, "123", [UNTOLD.format("3")]),
        (OLD | COMING, "134", []),
        (OLD | COMING, "14", [LACKS.format("1", "3")]),  # 3 still applied when 4 was announced
        # 2 ended on the very day on which 4 was announced; a day earlier it still applied.
        (OLD | {"4": "effective: 2030-01-01\nannounced: 2022-01-01\n"}, "134", []),
        (OLD | {"4": "effective: 2030-01-01\nannounced: 2021-12-31\n"}, "134", [LACKS.format("1", "2")]),
        (OLD | {"4": "status: concept\n"}, "3", []),
        (OLD | {"4": "effective: 2024-01-01\nwithdrawn: {day: 2023-05-01, why: Vergissing.}\n"}, "3", []),
    ],
)
def test_what_can_apply_needs_a_translation(
    original: dict[str, str], versions: str, expected: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, original, {one: original[one] for one in versions}) == expected


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ("effective: 2022-01-01\n", []),
        ("effective: 2022-02-01\n", ["effective: this has 01-02-2022, and its original 01-01-2022"]),
        ("effective: 2022-01-01\nuntil: 2023-01-01\n", ["until: this has 01-01-2023, and its original no day"]),
        ("status: concept\n", ["this is a concept, and its original agreed"]),
    ],
)
def test_an_edition_is_the_one_that_it_translates(meta: str, expected: list[str], tmp_path: Path) -> None:
    found = told(tmp_path, {"3": OLD["3"]}, {"3": meta})
    assert found == [f"translated-edition b/3: {one}" for one in expected]


def test_an_edition_that_translates_nothing_is_told(tmp_path: Path) -> None:
    found = told(tmp_path, {"3": OLD["3"]}, {"3": OLD["3"], "3.1": "effective: 2022-05-01\n"})
    assert found == ["translated-edition b/3.1: docs/a has no edition 3.1"]


@pytest.mark.parametrize(
    ("note", "page", "told"),
    [
        ("{at: artikel-1.1, why: Nieuw., nature: substantive}", "1", True),
        ("{at: artikel-1, why: Nieuw.}", "1", True),
        ("{at: artikel-1.1, why: Nieuw., nature: editorial}", "1", False),  # nothing that a translation lacks
        ("{at: artikel-2.1, why: Nieuw., nature: substantive}", "1", False),
        ("{at: artikel-1.1, why: Nieuw., nature: substantive}", "2", False),  # translated
    ],
)
def test_an_article_of_an_earlier_version_is_told_where_what_it_says_changed(
    note: str, page: str, told: bool, tmp_path: Path
) -> None:
    meta = "title: T\npublisher: A\n"
    clause = "# {0} 1. Een\n\n1.1 {1}\n"
    second = "# {0} 2. Twee\n\n2.1 {1}\n"
    files = {
        "a/index.md": f"---\n{meta}---\n",
        "a/1/index.md": '---\nversion: "1"\neffective: 2020-01-01\n---\n',
        "a/1/artikel-01.md": '---\nversion: "1"\n---\n\n' + clause.format("Artikel", "Hij meldt dit."),
        "a/1/artikel-02.md": '---\nversion: "1"\n---\n\n' + second.format("Artikel", "Hij helpt."),
        "a/2/index.md": f'---\nversion: "2"\neffective: 2021-01-01\nchanges:\n  - {note}\n---\n',
        "a/2/artikel-01.md": '---\nversion: "2"\n---\n\n' + clause.format("Artikel", "Hij meldt dit meteen."),
        "a/2/artikel-02.md": '---\nversion: "2"\n---\n\n' + second.format("Artikel", "Hij helpt daarbij."),
        "b/index.md": f"---\n{meta}language: en\ntranslation_of: a\nprevails: nl\n---\n",
        "b/1/index.md": '---\nversion: "1"\neffective: 2020-01-01\n---\n',
        "b/1/article-01.md": '---\nversion: "1"\n---\n\n' + clause.format("Article", "It reports this."),
        "b/1/article-02.md": '---\nversion: "1"\n---\n\n' + second.format("Article", "It helps."),
        "b/2/index.md": '---\nversion: "2"\neffective: 2021-01-01\n---\n',
        "b/2/article-01.md": "{!docs/b/1/article-01.md!}\n",
        "b/2/article-02.md": '---\nversion: "2"\n---\n\n' + second.format("Article", "It helps with that."),
    }
    if page == "2":
        files["b/2/article-01.md"] = '---\nversion: "2"\n---\n\n' + clause.format("Article", "It reports this at once.")
    for name, words in files.items():
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(words, "utf-8")
    found = [one for one in check(read_repository(tmp_path)) if one.rule == "untranslated-edition"]
    message = "these words are of version 1, and those of the original of 2 (in edition 2)"
    assert [one.message for one in found] == [message] * told
    assert [one.at for one in found] == ["article-1"] * told


def test_what_changed_in_an_edition_that_lies_between_counts_too(tmp_path: Path) -> None:
    """The translation has no second edition; that the third changed the wording alone does not make up for it."""
    notes = "changes:\n  - {{at: artikel-1.1, why: Nieuw., nature: {0}}}\n"
    natures = {"1": "", "2": notes.format("substantive"), "3": notes.format("editorial")}
    clause = '---\nversion: "{0}"\n---\n\n# {1} 1. Een\n\n1.1 {2}\n'
    said = {"1": "Hij meldt dit.", "2": "Hij meldt dit meteen.", "3": "Hij meldt dit direct."}
    files = {"a/index.md": "---\ntitle: T\npublisher: A\n---\n"}
    files["b/index.md"] = "---\ntitle: T\npublisher: A\nlanguage: en\ntranslation_of: a\nprevails: nl\n---\n"
    for version, words in said.items():
        front = f'---\nversion: "{version}"\neffective: 202{version}-01-01\n{{0}}---\n'
        files[f"a/{version}/index.md"] = front.format(natures[version])
        files[f"a/{version}/artikel-01.md"] = clause.format(version, "Artikel", words)
        if version != "2":
            files[f"b/{version}/index.md"] = front.format("")
    files["b/1/article-01.md"] = clause.format("1", "Article", "It reports this.")
    files["b/3/article-01.md"] = "{!docs/b/1/article-01.md!}\n"
    for name, words in files.items():
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(words, "utf-8")
    (found,) = [one for one in check(read_repository(tmp_path)) if one.rule == "untranslated-edition"]
    assert found.message.startswith("these words are of version 1, and those of the original of 3")
