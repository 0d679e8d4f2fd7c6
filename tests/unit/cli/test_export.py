"""The command that takes an edition out, in each of its forms."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clausule.cli.main import cli
from clausule.formats.format import all_formats
from rule_examples import Example, read_example
from small_site import write_site


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), "export", "proef", "1.1", *words])


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("json", b'{\n "agreement": "proef"'),
        ("docx", b"PK"),
        ("pdf", b"%PDF-"),
        ("md", b"---\n"),
        ("akn", b"<?xml"),
        ("zip", b"PK"),
    ],
)
def test_each_form_is_written(tmp_path: Path, name: str, begin: bytes) -> None:
    out = tmp_path / "out"
    done = run(write_site(tmp_path / "site"), "--format", name, "--out", str(out))
    assert done.exit_code == 0, done.output
    assert out.read_bytes().startswith(begin)
    assert name != "zip" or "proef-1.1/index.html" in zipfile.ZipFile(out).namelist()


def test_every_form_with_a_name_is_one_of_them() -> None:
    assert {form.name for form in all_formats() if form.name} == {"json", "docx", "pdf", "md", "akn"}


def test_a_zip_wants_the_address_of_the_site(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site")
    (root / "mkdocs.yml").write_text("site_name: Proef\n", "utf-8")
    done = run(root, "--format", "zip")
    assert done.exit_code == 2 and "mkdocs.yml has no site_url" in done.output
    assert run(root, "--format", "akn").exit_code == 0


def test_two_languages_beside_each_other(tmp_path: Path) -> None:
    read_example(tmp_path, Example("right", {"docs/voorbeeld-en/none.md": None}))
    (tmp_path / "mkdocs.yml").write_text("site_name: Proef\n", "utf-8")

    def asked(slug: str, *words: str) -> Result:
        return CliRunner().invoke(cli, ["--root", str(tmp_path), "export", slug, "1.0", *words])

    for slug, tag in (("voorbeeld", "en"), ("voorbeeld-en", "nl")):
        done = asked(slug, "--format", "pdf", "--beside", tag)
        assert done.exit_code == 0, done.output
        assert done.stdout_bytes.startswith(b"%PDF-")
    assert (
        "is not there in the language 'de'. There is: en." in asked("voorbeeld", "--format=pdf", "--beside=de").output
    )
    assert "Add --format pdf" in asked("voorbeeld", "--beside", "en").output


def test_a_text_in_one_language_has_nothing_beside_it(tmp_path: Path) -> None:
    done = run(write_site(tmp_path / "site"), "--format", "pdf", "--beside", "en")
    assert done.exit_code == 2 and "There is no translation of it." in done.output
