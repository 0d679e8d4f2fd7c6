"""What of an edition goes with its words: all that they can be read or guessed from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausule.author.emptying import remove_words
from clausule.model.lookup import AuthoringError
from clausule.model.notices import letter_sha256
from clausule.read import read_repository
from small_site import LEAKS, SECURITY, page

LETTER = "Een brief.\n"
SHA256 = letter_sha256(LETTER)
ROW = '  - {kind}: "{of}"\n    sent: 2020-12-02\n    list: "klanten"\n    recipients: 3\n    letter: sha256:{sha256}\n'
OTHERS = ROW.format(kind="edition", of="1.10", sha256=SHA256) + ROW.format(
    kind="sub_processor", of="1.1", sha256=SHA256
)
MINE = ROW.format(kind="edition", of="1.1", sha256=SHA256)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """1.1, with a signature and a letter, between two others."""
    files = {
        "mkdocs.yml": "site_name: Proef\nsite_url: https://example.org/\n",
        "docs/proef/index.md": "---\ntitle: Proef\npublisher: Proef B.V.\n---\n",
        "docs/proef/editions.lock": "".join(f"{one} v2-sha256:{'0' * 64}\n" for one in ("1.0", "1.1", "1.10")),
    }
    for version, year in (("1.0", 2020), ("1.1", 2021), ("1.10", 2022)):
        files[f"docs/proef/{version}/index.md"] = f'---\nversion: "{version}"\neffective: {year}-01-01\n---\n'
        files[f"docs/proef/{version}/artikel-01.md"] = page(version, 1, SECURITY)
        files[f"docs/proef/{version}.waarborg.json.sig"] = "x"
        files[f"annexes/proef/notices/{version}-{SHA256[:12]}.txt"] = LETTER
    files["docs/proef/1.1/artikel-02.md"] = page("1.1", 2, LEAKS)
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8", newline="\n")
    return tmp_path


def emptied(root: Path) -> list[str]:
    repository = read_repository(root)
    (agreement,) = repository.agreements
    edition = next(one for one in agreement.editions if one.version == "1.1")
    return remove_words(repository, agreement, edition, "Per ongeluk.", date(2026, 3, 1))


def test_its_signature_and_its_letters_go_and_those_of_others_stay(root: Path) -> None:
    record = root / "docs/proef/notices.yml"
    record.write_text(f"# x\nnotices:\n{MINE}{OTHERS}", "utf-8")
    others = {"docs/proef/1.0.waarborg.json.sig", f"annexes/proef/notices/1.10-{SHA256[:12]}.txt"}
    gone = emptied(root)
    assert gone == [
        f"annexes/proef/notices/1.1-{SHA256[:12]}.txt",
        "docs/proef/1.1.waarborg.json.sig",
        "docs/proef/1.1/artikel-01.md",
        "docs/proef/1.1/artikel-02.md",
    ]
    assert not any((root / path).exists() for path in gone) and all((root / path).exists() for path in others)
    assert record.read_text("utf-8") == f"# x\nnotices:\n{OTHERS}"
    (agreement,) = read_repository(root).agreements
    told = agreement.emptied[0].withdrawn
    assert told and told.above == ("vergelijken/geschiedenis/1.1-artikel-2/",)


def test_a_record_without_rows_is_one_still(root: Path) -> None:
    record = root / "docs/proef/notices.yml"
    record.write_text(f"# x\nnotices:\n{MINE}", "utf-8")
    emptied(root)
    repository = read_repository(root)
    assert record.read_text("utf-8") == "# x\nnotices: []\n" and repository.agreements[0].notices == ()
    assert not [one for one in repository.findings if one.place.path == "docs/proef/notices.yml"]


def test_a_record_that_a_hand_wrote_is_refused_and_nothing_changes(root: Path) -> None:
    row = f"{{edition: '1.1', sent: 2020-12-02, list: x, recipients: 3, letter: 'sha256:{SHA256}'}}"
    (root / "docs/proef/notices.yml").write_text(f"notices: [{row}]\n", "utf-8")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(AuthoringError, match=r"docs/proef/notices.yml tells of letters about proef/1\.1"):
        emptied(root)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_the_only_edition_of_an_agreement_leaves_its_addresses_too(root: Path) -> None:
    from clausule.build.drafts import without_unfrozen

    for version in ("1.0", "1.10"):
        for path in (root / f"docs/proef/{version}").iterdir():
            path.unlink()
        (root / f"docs/proef/{version}").rmdir()
    emptied(root)
    rest, _ = without_unfrozen(read_repository(root))
    (agreement,) = rest.agreements
    assert not agreement.editions and agreement.emptied[0].version == "1.1"
    assert agreement.emptied[0].withdrawn and "getekend/" in agreement.emptied[0].withdrawn.above
