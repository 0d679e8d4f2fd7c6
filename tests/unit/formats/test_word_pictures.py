"""A picture of a text is drawn in its Word file: within bounds, with its words for who does not see it."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.formats.flow import Image
from clausule.formats.word.pictures import Pictures
from clausule.formats.wordfile import word_edition
from clausule.model.editions import Agreement, Edition
from clausule.proof.word_file import word_file
from clausule.read import read_repository
from clausule.read.house import House

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'
JPEG = base64.b64decode("/9j/4AAQSkZJRgABAQAAAQABAAD/wAALCAAHAAkBAREA/9k=")  # 9 wide, 7 high


def png(wide: int, high: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", wide, high) + bytes(9)


def image(data: bytes, ending: str) -> Image:
    return Image(words="Logo van <A>", data=data, ending=ending)


@pytest.mark.parametrize(
    ("data", "ending", "wide", "high"),
    [
        (png(300, 100), "png", 300, 100),
        (png(6000, 1000), "png", 600, 100),
        (png(10, 1500), "png", 1, 150),
        (JPEG, "jpg", 9, 7),
        (JPEG, "jpeg", 9, 7),
        (SVG, "svg", 100, 50),
        (SVG.replace(b'viewBox="0 0 40 20"', b'width="80px" height="20"'), "svg", 80, 20),
        (SVG.replace(b'viewBox="0 0 40 20"', b'width="100%"'), "svg", 150, 50),
        (b"\xff\xd8\xff", "jpg", 150, 50),
        (b"\x89PNG\r\n\x1a\n", "png", 150, 50),
    ],
)
def test_it_is_as_large_as_it_says_and_fits_the_page(data: bytes, ending: str, wide: int, high: int) -> None:
    drawn = Pictures().drawn(image(data, ending))
    assert drawn and f'<wp:extent cx="{wide * 9525}" cy="{high * 9525}"/>' in drawn
    assert 'descr="Logo van &lt;A&gt;"' in drawn


@pytest.mark.parametrize(("data", "ending"), [(b"RIFF0000WEBP", "webp"), (png(0, 5), "png"), (png(5, 90_000), "png")])
def test_what_word_cannot_draw_is_left_out(data: bytes, ending: str) -> None:
    pictures = Pictures()
    assert pictures.drawn(image(data, ending)) is None and pictures.parts == []


def of_picture(root: Path, name: str, data: bytes) -> tuple[Agreement, Edition]:
    folder = root / "docs/proef/1.0"
    folder.mkdir(parents=True)
    (folder.parent / "index.md").write_text("---\ntitle: Proef\npublisher: A\n---\n", "utf-8")
    (folder.parent / name).write_bytes(data)
    words = f"# Voorwaarden\n\n![Logo van A](docs/proef/{name})\n\nWij en u.\n"
    (folder / "index.md").write_text(f'---\nversion: "1.0"\n---\n\n{words}', "utf-8")
    (folder / "artikel-01.md").write_text(
        '---\nversion: "1.0"\n---\n\n# Artikel 1. Iets\n\n1.1 Wij leveren.\n', "utf-8"
    )
    (agreement,) = read_repository(root).agreements
    return agreement, agreement.editions[0]


@pytest.mark.parametrize(("name", "data"), [("logo.png", png(300, 100)), ("logo.svg", SVG)])
def test_the_file_holds_it_and_its_words_are_those_of_the_edition(tmp_path: Path, name: str, data: bytes) -> None:
    agreement, edition = of_picture(tmp_path, name, data)
    made = word_edition(agreement, edition, Notes(edition), "", House())
    assert made == word_edition(agreement, edition, Notes(edition), "", House())
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        media = {one: parts.read(one) for one in parts.namelist() if one.startswith("word/media/")}
        main, relations = parts.read("word/document.xml").decode(), parts.read("word/_rels/document.xml.rels").decode()
        types = parts.read("[Content_Types].xml").decode()
    assert data in media.values() and main.count("<w:drawing>") == 1
    for one in media:
        assert f'Target="{one.removeprefix("word/")}"' in relations and f'PartName="/{one}"' in types
    assert main.count("r:embed=") == len(media)
    read = word_file(made)
    assert not list(read.strange(agreement, edition)) and "Logo" not in read.text and "Wij en u." in read.text
