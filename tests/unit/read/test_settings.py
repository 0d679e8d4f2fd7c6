"""mkdocs.yml, a firm's one file of settings: what is read of it, and what is said of what does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.read.logo import logo_fault
from clausule.read.settings import Settings, contrast_with_white, read_settings
from clausule.read.source import Sources
from session import HOME

GOOD = "site_name: Overeenkomsten\nsite_url: https://bakker.example/avg\n"
OWN = GOOD + "extra:\n  clausule:\n    "


def settings_of(root: Path, text: str | bytes) -> tuple[Settings, list[str]]:
    """What is read, and each finding as ``place: message (hint)``."""
    (root / "mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    sources = Sources(root)
    found = read_settings(sources)
    known = {"settings", "unreadable-file", "unreadable-text", "misleading-character"}
    assert {finding.rule for finding in sources.findings} <= known
    return found, [f"{finding.place}: {finding.message} ({finding.hint})" for finding in sources.findings]


def test_ten_lines_are_enough(tmp_path: Path) -> None:
    own = 'publisher: Bakker\n    language: nl\n    colour: "#1d4f7c"\n    email: privacy@bakker.example\n'
    assert settings_of(tmp_path, OWN + own) == (
        Settings(
            site_name="Overeenkomsten",
            site_url="https://bakker.example/avg/",
            publisher="Bakker",
            language="nl",
            colour="#1d4f7c",
            email="privacy@bakker.example",
        ),
        [],
    )


def test_this_repository_has_settings_without_fault() -> None:
    sources = Sources(HOME)
    assert read_settings(sources).site_url == "http://localhost:8000/" and sources.findings == ()


# A text beside the place and words of the one finding that it must give.
WRONG = {
    "site_name: [x\n": ("2:1", "is not YAML", ""),
    "- a\n- b\n": ("1:1", "is not a list of keys and values", ""),
    "site_name: x\n": ("1:1", "'site_url' is missing", "site_url: https://example.org/"),
    "site_url: https://x.example/\n": ("1:1", "'site_name' is missing", "name of the site"),
    "site_name: x\nsite_url: x.example\n": ("2:11", "'x.example' does not fit", "site_url: https://example.org/"),
    "site_name: x\nsite_url: https://x.example/?a=b\n": ("2:11", "does not fit", ""),
    GOOD + "site_nam: x\n": ("3:1", "'site_nam' is not a known key", "did you mean 'site_name'?"),
    GOOD + "nav: []\n": ("3:1", "'nav' is not a known key", ""),
    GOOD + "plugins: [search]\n": ("3:1", "plugins can only be []", "could change them"),
    GOOD + "plugins:\n  search: {}\n": ("3:1", "plugins can only be []", "take it out"),
    GOOD + "hooks: [evil.py]\n": ("3:1", "hooks can only be []", "program that runs"),
    GOOD + "strict: false\n": ("3:9", "strict can only be true", "broken link"),
    GOOD + "theme: {palette: red}\n": ("3:9", "'palette' is not a known key", ""),
    GOOD + "extra: [a]\n": ("3:1", "extra: expected keys and values", "under clausule"),
    OWN + "color: x\n": ("5:5", "'color' is not a known key", "did you mean 'colour'?"),
    OWN + "colour: red\n": ("5:13", "'red' does not fit", "#1d4f7c"),
    OWN + 'colour: "#ffcc00"\n': ("5:13", "cannot be read on paper", 'such as "#7'),
    OWN + "language: nll\n": ("5:15", "there is no language 'nll' here", "did you mean 'nl'?"),
    OWN + "language: klingon\n": ("5:15", "there is no language 'klingon' here", "known: "),
    OWN + "logo: ../logo.png\n": ("5:11", "leads out of the repository", ""),
    OWN + "logo: overrides/weg.png\n": ("5:11", "there is no such file", "from the root"),
    OWN + "logo: overrides/logo.gif\n": ("5:11", "does not fit", "SVG, PNG, JPEG or WebP"),
    OWN + 'email: "a@b.nl,c@d.nl"\n': ("5:12", "does not fit", "for notices"),
    OWN + "email: nobody\n": ("5:12", "'nobody' does not fit", "for notices"),
    GOOD + "site_url: https://y.example/\n": ("3:1", "stands here twice", ""),
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_said_with_its_place(text: str, tmp_path: Path) -> None:
    place, words, hint = WRONG[text]
    _, (found,) = settings_of(tmp_path, text)
    assert found.startswith(f"mkdocs.yml:{place}: ") and words in found and hint in found.partition(" (")[2]


def test_what_does_not_fit_is_left_out_and_the_rest_is_kept(tmp_path: Path) -> None:
    found, _ = settings_of(tmp_path, OWN + 'colour: "#ffffff"\n    language: xx\n    publisher: Bakker\n')
    assert (found.colour, found.language, found.publisher, found.site_name) == ("", "", "Bakker", "Overeenkomsten")


@given(st.binary(max_size=80))
def test_no_bytes_make_it_fall(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    settings_of(tmp_path_factory.mktemp("s"), data)


def test_no_file_is_no_finding_and_a_link_is_one(tmp_path: Path) -> None:
    sources = Sources(tmp_path)
    assert read_settings(sources) == Settings() and sources.findings == ()
    (tmp_path / "mkdocs.yml").symlink_to("/etc/passwd")
    sources = Sources(tmp_path)
    assert read_settings(sources).site_url == ""
    assert "unreadable-file" in {finding.rule for finding in sources.findings}


def test_links_and_devices_below_overrides_are_findings(tmp_path: Path) -> None:
    import os

    (tmp_path / ".git").mkdir()
    (tmp_path / "overrides/assets/deep").mkdir(parents=True)
    (tmp_path / "overrides/main.html").write_text("x")
    (tmp_path / "overrides/assets/config").symlink_to("../../.git/config")
    (tmp_path / "overrides/assets/folder").symlink_to("../../.git")
    os.mkfifo(tmp_path / "overrides/assets/deep/pipe")
    _, found = settings_of(tmp_path, GOOD)
    assert [line.partition(" (")[0] for line in found] == [
        "overrides/assets/config:1:1: overrides/assets/config is a link, and is not published",
        "overrides/assets/deep/pipe:1:1: overrides/assets/deep/pipe is no file, and is not published",
        "overrides/assets/folder:1:1: overrides/assets/folder is a link, and is not published",
    ]


def test_overrides_that_is_a_link_itself_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "overrides").symlink_to("/etc")
    _, (found,) = settings_of(tmp_path, GOOD)
    assert "overrides is a link" in found


def test_contrast_is_that_of_wcag() -> None:
    # Values that WCAG's definition gives: black 21, white 1, #767676 the lightest grey with 4.5.
    assert contrast_with_white("#000000") == pytest.approx(21)
    assert contrast_with_white("#FFFFFF") == pytest.approx(1)
    assert 4.5 <= contrast_with_white("#767676") < 4.55
    assert contrast_with_white("#777777") < 4.5


@given(st.integers(0, 0xFFFFFF))
def test_the_colour_that_a_hint_names_is_accepted(tmp_path_factory: pytest.TempPathFactory, number: int) -> None:
    root = tmp_path_factory.mktemp("c")
    colour = f"#{number:06x}"
    found, findings = settings_of(root, f'{OWN}colour: "{colour}"\n')
    if findings:
        colour = findings[0].rpartition('"')[0].rpartition('"')[2]
        found, findings = settings_of(root, f'{OWN}colour: "{colour}"\n')
    assert (found.colour, findings) == (colour, [])


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
PICTURES: dict[str, tuple[bytes, str]] = {
    "png": (b"\x89PNG\r\n\x1a\n....", ""),
    "jpg": (b"\xff\xd8\xff....", ""),
    "webp": (b"RIFF\x01\x02\n\x04WEBPVP8", ""),
    "jpeg": (b"GIF89a", "is no JPEG picture"),
    "svg": (
        SVG.format('<defs><path id="a" d="M0 0"/></defs><use xlink:href="#a" fill="url(#b)"/><!-- x -->').encode(),
        "",
    ),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_is_what_its_name_says(kind: str, tmp_path: Path) -> None:
    data, wrong = PICTURES[kind]
    (tmp_path / f"logo.{kind}").write_bytes(data)
    found = logo_fault(Sources(tmp_path), f"logo.{kind}")
    assert (found is None) if not wrong else (found and wrong in found[0])


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>x</script>", "<script>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<a href="#x"/>', "<a>"),
        ('<image href="#x"/>', "<image>"),
        ('<set attributeName="href"/>', "<set>"),
        ('<g onload="x()"/>', "onload"),
        ('<g ONCLICK="x()"/>', "ONCLICK"),
        ('<use href="https://x.example/#a"/>', "href"),
        ('<use xlink:href="data:image/svg+xml,x"/>', "href"),
        ('<path style="fill:url(https://x.example/a)"/>', "style"),
        ("<style>@import 'x'</style>", "style that fetches"),
        ("<style>g{fill:u\\72l(x)}</style>", "style that fetches"),
        ("<g>", "is no SVG"),
    ],
)
def test_an_svg_that_does_more_than_draw_is_refused(inside: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SVG.format(inside), "utf-8")
    found = logo_fault(Sources(tmp_path), "logo.svg")
    assert found and said in found[0] and "plain SVG" in found[1]


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
        b'<?xml-stylesheet href="x"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b"<html/>",
        SVG.format("").encode("utf-16"),
        b"",
        b"a" * 300_001,
    ],
)
def test_what_is_no_plain_picture_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_bytes(data)
    assert logo_fault(Sources(tmp_path), "logo.svg")
