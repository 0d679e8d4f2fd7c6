"""Agreements in two languages: which is a translation of which, and what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.model.editions import translations_of
from clausule.read import read_repository

EDITION = '---\nversion: "1.0"\neffective: 2024-01-01\n---\n\nWij.\n'


def write(root: Path, **fronts: str) -> Path:
    """Agreements by their slugs (with ``_`` for a hyphen), each with what its front matter says besides its title."""
    for name, front in fronts.items():
        slug = name.replace("_", "-")
        page = f"---\ntitle: Titel {slug}\npublisher: A B.V.\n{front}---\n"
        for path, words in ((f"docs/{slug}/index.md", page), (f"docs/{slug}/1.0/index.md", EDITION)):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(words, "utf-8")
    return root


def findings(root: Path, only: str = "") -> list[str]:
    return [f"{one.rule} {one.place}: {one.message}" for one in read_repository(root, only).findings]


@pytest.mark.parametrize("only", ["", "b"])
def test_a_translation_knows_its_original_also_when_it_is_read_alone(only: str, tmp_path: Path) -> None:
    root = write(tmp_path, a="", b="language: en\ntranslation_of: a\nprevails: nl\n", c="language: en\n")
    found = read_repository(root, only)
    agreements = {one.slug: one for one in found.agreements}
    assert set(agreements) == ({"b"} if only else {"a", "b", "c"})
    assert not found.findings
    translation = agreements["b"].translation
    assert translation and translation.original.slug == "a" and translation.prevails == "nl"
    edition = agreements["b"].editions[0]
    translated = translation.translated(edition)
    assert translated and translated.name == "a/1.0"
    if not only:
        assert agreements["a"].translation is None and agreements["c"].translation is None
        assert translation.original is agreements["a"]
        assert [one.slug for one in translations_of(agreements["a"], found.agreements)] == ["b"]
        assert translations_of(agreements["c"], found.agreements) == ()


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("translation_of: bb\n", "5:17: there is no agreement 'bb'"),
        ("translation_of: b\n", "5:17: an agreement is no translation of itself"),
        ("translation_of: nl-too\n", "5:17: docs/nl-too is a translation itself"),
        ("translation_of: en-too\n", "5:17: both are in the language 'en'"),
        ("translation_of: a\nprevails: qq\n", "6:11: the language 'qq' is not known"),
        ("translation_of: a\nprevails: NL\n", "6:11: prevails: 'NL' does not fit"),
        ("prevails: en\n", "5:11: this is no translation, so that nothing can prevail over it"),
    ],
)
def test_what_cannot_be_a_translation_is_said(front: str, said: str, tmp_path: Path) -> None:
    root = write(tmp_path, a="", b=f"language: en\n{front}", en_too="language: en\n", nl_too="translation_of: en-too\n")
    rule = "front-matter" if "does not fit" in said else "bad-translation"
    assert findings(root) == [f"{rule} docs/b/index.md:{said}"]
    translation = {one.slug: one for one in read_repository(root).agreements}["b"].translation
    assert bool(translation) == ("translation_of: a\n" in front)
    assert not translation or translation.prevails == ""


def test_two_translations_into_one_language_are_one_too_many(tmp_path: Path) -> None:
    root = write(tmp_path, a="", b="language: en\ntranslation_of: a\n", c="language: en\ntranslation_of: a\n")
    said = "docs/b is a translation of 'a' into the language 'en' already"
    assert findings(root) == [f"bad-translation docs/c/index.md:5:17: {said}"]


def test_two_that_translate_each_other_are_translations_of_nothing(tmp_path: Path) -> None:
    root = write(tmp_path, a="translation_of: b\n", b="language: en\ntranslation_of: a\n")
    assert [one.split(": ", 1)[1] for one in findings(root)] == [
        "docs/b is a translation itself",
        "docs/a is a translation itself",
    ]
    assert not any(one.translation for one in read_repository(root).agreements)


def test_a_former_name_leads_to_the_new_one(tmp_path: Path) -> None:
    root = write(tmp_path, a="", b="language: en\ntranslation_of: oud\n")
    (root / "docs/a/editions.lock").write_text(f"1.0 sha256:{'0' * 64}\nrenamed oud a\n", "utf-8")
    hints = [one.hint for one in read_repository(root).findings if one.rule == "bad-translation"]
    assert hints == ["did you mean 'a'?"]
