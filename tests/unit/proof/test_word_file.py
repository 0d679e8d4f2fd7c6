"""A Word file is judged by what it shows, whatever else is in it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from functools import cache

import pytest

from clausule.analysis.references import Notes
from clausule.formats.word_redline import word_comparison
from clausule.formats.wordfile import word_edition
from clausule.model.editions import Agreement
from clausule.model.nodes import Picture, Text
from clausule.proof.file import Unreadable, Verdict, judge
from clausule.proof.word_file import WordFile
from clausule.read.house import House
from session import read_home

HOUSE = House(address="https://firma.example/overeenkomsten/")


@cache
def agreements() -> tuple[Agreement, ...]:
    return read_home("mickcom").agreements


@cache
def whole() -> bytes:
    agreement = agreements()[0]
    edition = agreement.editions[0]
    return word_edition(agreement, edition, Notes(edition), "in force", HOUSE)


def other(*changes: tuple[str, str], part: str = "word/document.xml", more: dict[str, str] | None = None) -> bytes:
    """The file with other XML in a part, and with more parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole())) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            words = before.read(name).decode()
            for old, new in changes if name == part else ():
                assert old in words, old
                words = words.replace(old, new, 1)
            after.writestr(name, words)
        for name, words in (more or {}).items():
            after.writestr(name, words)
    return buffer.getvalue()


def of(data: bytes) -> Verdict:
    return judge(data, agreements())


CHOICES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TERM = "informeert VERANTWOORDELIJKE onverwijld nadat"
LATER = "informeert VERANTWOORDELIJKE later nadat"
RUN = '<w:r><w:t xml:space="preserve">VERWERKER informeert VERANTWOORDELIJKE onverwijld nadat'


def test_a_file_as_it_was_made_is_whole() -> None:
    verdict = of(whole())
    assert verdict.is_whole and verdict.words == "mickcom/1.5: the whole text, unaltered"


def test_another_word_is_told_by_its_clause() -> None:
    verdict = of(other((TERM, LATER)))
    assert not verdict.is_whole and [at for at, _, _ in verdict.differences] == ["mickcom/1.5 artikel-7.1"]


def test_a_clause_that_is_not_there_is_missed() -> None:
    with zipfile.ZipFile(io.BytesIO(whole())) as archive:
        text = archive.read("word/document.xml").decode()
    begin = text.rindex("<w:p>", 0, text.index(TERM))
    clause = text[begin : text.index("</w:p>", begin) + len("</w:p>")]
    assert ("mickcom/1.5 artikel-7.1", "its words", "nothing") in of(other((clause, ""))).differences


def test_the_right_words_hidden_beside_others_do_not_count() -> None:
    hidden = RUN.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    seen = RUN.replace("onverwijld", "later")
    verdict = of(other((RUN, f"{hidden}</w:t></w:r>{seen}")))
    assert [found for _, _, found in verdict.differences] == ["later"]
    assert "hidden words in it count for nothing" in verdict.words


def test_words_that_a_style_hides_do_not_count() -> None:
    hide = ('<w:name w:val="heading 1"/>', '<w:name w:val="heading 1"/><w:rPr><w:vanish/></w:rPr>')
    assert not of(other(hide, part="word/styles.xml")).is_whole


def test_a_change_that_is_pending_is_said() -> None:
    deleted = RUN.replace("<w:r>", '<w:del w:id="9" w:author="X"><w:r>').replace("w:t ", "w:delText ")
    verdict = of(other((RUN, f"{deleted}</w:delText></w:r></w:del>{RUN}")))
    assert ("changes", "none that is pending", "1 that nobody accepted or refused") in verdict.differences
    agreement = read_home("voorbeeld").agreements[0]
    redline = word_comparison(agreement, *agreement.editions[:2], HOUSE)
    assert judge(redline, [agreement]).words.startswith(
        "voorbeeld/1.1: the whole text, unaltered; judged as if its pend"
    )


@pytest.mark.parametrize(
    ("what", "changes"),
    [
        ("a picture or a box", (RUN, f"<w:r><w:pict><w:t>Artikel 7 vervalt.</w:t></w:pict></w:r>{RUN}")),
        ("a picture or a box", (RUN, f"<w:r><w:drawing/></w:r>{RUN}")),
        ("words that are struck through", (RUN, RUN.replace("<w:r>", "<w:r><w:rPr><w:strike/></w:rPr>"))),
        ("another document", ("<w:sectPr>", '<w:altChunk r:id="x"/><w:sectPr>')),
        (
            "words for other programs",
            (
                RUN,
                f'<mc:AlternateContent xmlns:mc="{CHOICES}"><mc:Choice>{RUN.replace("onverwijld", "later")}</w:t></w:r>'
                f"</mc:Choice><mc:Fallback/></mc:AlternateContent>{RUN}",
            ),
        ),
    ],
)
def test_what_it_shows_besides_its_words_is_said(what: str, changes: tuple[str, str]) -> None:
    assert what in [at for at, _, _ in of(other(changes)).differences]


def test_a_picture_of_the_text_is_expected_once() -> None:
    edition = agreements()[0].editions[0]
    first, *rest = edition.preamble
    picture = Picture(path="docs/x.png", words=Text("Een schema", ()), data=b"")
    body = replace(edition.body, preamble=(replace(first, blocks=(*first.blocks, picture)), *rest))
    words = ("Een kader.", "paragraph 2: Een schema", "paragraph 3: Een schema")
    file = WordFile("", tuple(("a picture or a box", one) for one in words), False, 0)
    strange = file.strange(agreements()[0], replace(edition, read=lambda: body))
    assert [found for _, _, found in strange] == ["Een kader.", "paragraph 3: Een schema"]


def test_a_running_head_may_say_which_edition_it_is_and_no_more() -> None:
    verdict = of(other(("Versie 1.5", "Ongeldige versie 1.5"), part="word/header1.xml"))
    assert [at for at, _, _ in verdict.differences] == ["a running head or foot"]


def test_the_text_is_the_part_that_the_package_names() -> None:
    with zipfile.ZipFile(io.BytesIO(whole())) as archive:
        text = archive.read("word/document.xml").decode()
        relations = archive.read("word/_rels/document.xml.rels").decode()
    more = {"word/other.xml": text.replace(TERM, LATER), "word/_rels/other.xml.rels": relations}
    data = other(('Target="word/document.xml"', 'Target="word/other.xml"'), part="_rels/.rels", more=more)
    assert [found for _, _, found in of(data).differences] == ["later"]


def test_properties_and_attachments_are_not_asked() -> None:
    more = {"word/afterword.xml": "<x>Artikel 7 vervalt.</x>", "customXml/item1.xml": "<x/>"}
    spoiled = ("1.5", "9.9")
    assert of(other(spoiled, part="docProps/core.xml", more=more)).is_whole


def test_a_file_of_words_of_something_else_is_unknown() -> None:
    with zipfile.ZipFile(io.BytesIO(whole())) as archive:
        text = archive.read("word/document.xml").decode()
    inner = text[text.index("<w:body>") + len("<w:body>") : text.index("<w:sectPr>")]
    assert not of(other((inner, "<w:p><w:r><w:t>Iets heel anders.</w:t></w:r></w:p>"))).is_known
    with pytest.raises(Unreadable, match="shows no words"):
        of(other((inner, "")))


def test_a_part_twice_in_the_package_is_refused() -> None:
    buffer = io.BytesIO(whole())
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(Unreadable, match="twice"):
        of(buffer.getvalue())
