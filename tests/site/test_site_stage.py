"""Whatever an author writes comes out of the stage as it was written: words stay words, and no link is dangerous."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from website import Elements, Words

from clausule.language.language import DEFAULT
from clausule.model.dates import Interval
from clausule.model.editions import Agreement, Body, Edition, FrontMatter
from clausule.model.nodes import (
    Article,
    Clause,
    Definition,
    Definitions,
    Item,
    Items,
    Mark,
    Paragraph,
    Place,
    Table,
    Text,
)
from clausule.pages.edition.stage import render_edition
from clausule.pages.kit.html import front_matter, safe_link
from clausule.read.settings import Settings
from clausule.site import SiteError, build, look_of
from clausule.site.mkdocs.include import SafeInclude
from editions import book_of
from session import HOME

HERE = Place("docs/a/1/artikel-01.md", 1, 1)
TRICKY = ["{!/etc/passwd!}", "[[", "*a*", "_b_", "`c`", "```", "~~~", "<b>", "</section>", "&amp;", "&", "]]>", "[x](javascript:alert(1))",  # noqa: E501
          "{: onclick=x }", "$x$", "\\", "- ", "# ", "1. ", "    ", "\t", "<!--", "\x02", "\u2028", "|", "=", ":   ", "[TOC]", "“", "Persoonsgegevens"]  # fmt: skip  # noqa: E501
TEXTS = st.lists(st.one_of(st.sampled_from(TRICKY), st.text(max_size=12)), min_size=1, max_size=8).map("".join)


def text(plain: str, *marks: Mark) -> Text:
    return Text(plain, ((0, HERE),), marks)


def edition_of(*blocks: Paragraph | Items | Table | Definitions, title: str = "Titel") -> tuple[Agreement, Edition]:
    meta = FrontMatter({"title": title, "publisher": "Uitgever"}, lambda path: HERE)
    clause = Clause(id="artikel-1.1", number="1.1", mark="1.1", place=HERE, blocks=blocks)
    article = Article(
        id="artikel-1",
        number="1",
        title=title,
        heading=text(f"Artikel 1. {title}"),
        place=HERE,
        version="1",
        intro=(),
        clauses=(clause,),
        mark="Artikel 1.",
    )
    defined = tuple(entry for block in blocks if isinstance(block, Definitions) for entry in block.entries)
    body = Body(meta=meta, preamble=(), articles=(article,), closing=(), annexes=(), definitions=defined)
    edition = Edition(
        agreement="a",
        version="1",
        numbered=True,
        effective=None,
        until=None,
        announced=None,
        concept=False,
        folder="docs/a/1",
        read=lambda: body,
        language=DEFAULT,
    )
    return Agreement("a", meta, (), (edition,), {}, language=DEFAULT), edition


def staged(agreement: Agreement, edition: Edition) -> dict[str, bytes]:
    return render_edition(book_of(agreement, edition, status="undated", interval=Interval(None, None)))


def as_markdown(page: bytes) -> str:
    """What Python-Markdown makes of the body of a page, with the extensions of every build."""
    body = page.decode().partition("\n---\n")[2]
    markdown = Markdown(extensions=["toc", "tables", "fenced_code", "def_list", SafeInclude(root=str(HOME))])
    return markdown.convert(body)


FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def as_read(words: str) -> str:
    """What a browser shows of ``words``: a sign of its own where HTML allows no character."""
    return FORBIDDEN.sub("\ufffd", words)


def broken(words: str) -> str:
    """``words`` without line ends, each of which is an element."""
    return words.replace("\n", "")


@settings(max_examples=300)
@given(TEXTS, TEXTS)
@example("\t\x85", "a\t\u2028\tb")
@example("\u2029\t", "\x85")
def test_words_go_through_markdown_untouched(first: str, second: str) -> None:
    item = Items((Item(id="artikel-1.1-a", mark="a.", label="a", text=text(second)),))
    defined = Definitions(
        (
            Definition(
                id="begrip-persoonsgegevens",
                term="Persoonsgegevens",
                term_place=HERE,
                text=text("gegevens"),
                source="list",
                owner="artikel-1.1",
            ),
        )
    )
    html = as_markdown(staged(*edition_of(Paragraph(text(first)), item, defined))["artikel-1.md"])
    shown = "".join(Words(html).texts["artikel-1.1"])
    assert as_read(broken(first)) in shown
    assert f"a.{as_read(broken(second))}" in shown


@settings(max_examples=60)
@given(TEXTS)
def test_titles_are_escaped_everywhere(title: str) -> None:
    stage = staged(*edition_of(Paragraph(text("woorden")), title=title))
    head = yaml.safe_load(stage["artikel-1.md"].decode().split("---\n")[1])
    assert as_read(title).strip(" .") in head["title"] or not title.strip(" .")
    for name in ("index.md", "artikel-1.md", "volledig.md"):
        tags = {tag for tag, _ in Elements(as_markdown(stage[name])).found}
        assert not tags & {"b", "script", "img", "style"}, tags


@given(
    st.dictionaries(
        st.from_regex(r"key_[a-z]{1,6}", fullmatch=True),
        st.one_of(st.text(alphabet=st.characters(codec="utf-8")), st.integers(), st.booleans()),
    )
)
def test_front_matter_says_what_was_put_in(values: dict[str, object]) -> None:
    read = yaml.safe_load(front_matter(values).removeprefix("---\n").removesuffix("---\n")) or {}
    assert read == {key: as_read(value) if isinstance(value, str) else value for key, value in values.items()}


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "/artikel-1/",
        "../../x",
        "https://a b",
        "",
    ],
)
def test_a_dangerous_link_is_no_link(target: str) -> None:
    assert safe_link(target) is None
    block = Paragraph(text("zie hier", Mark(4, 8, "link", target)))
    html = as_markdown(staged(*edition_of(block))["artikel-1.md"])
    assert "zie hier</p>" in html


@pytest.mark.parametrize(
    "target", ["https://example.org/a?b=1&c=2", "mailto:a@example.org", "#artikel-1.1", "artikel-2/", "bijlage-1/#x"]
)
def test_a_safe_link_is_one(target: str) -> None:
    assert safe_link(target) == target


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("artikel-01.md", "#artikel-1"),
        ("artikel-01.md#artikel-1.1", "#artikel-1.1"),
        ("#artikel-1.1", "#artikel-1.1"),
        ("artikel-99.md", None),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_a_link_to_a_source_file_leads_to_its_page(target: str, href: str | None) -> None:
    html = as_markdown(staged(*edition_of(Paragraph(text("zie hier", Mark(4, 8, "link", target)))))["artikel-1.md"])
    found = [attributes["href"] for tag, attributes in Elements(html).found if attributes.get("class") == "link"]
    assert found == ([href] if href else [])


def test_emphasis_lies_across_terms_and_links() -> None:
    defined = Definitions(
        (
            Definition(
                id="begrip-dag", term="Dag", term_place=HERE, text=text("etmaal"), source="list", owner="artikel-1.1"
            ),
        )
    )
    plain = "Elke (Dag) telt, zie artikel 1.1 niet."
    block = Paragraph(text(plain, Mark(0, 9, "strong", ""), Mark(3, 16, "em", "")))
    html = as_markdown(staged(*edition_of(block, defined))["artikel-1.md"])
    assert plain in "".join(Words(html).texts["artikel-1.1"])  # and Words refuses elements that cross
    assert "<strong><em>Dag</em></strong></button>" in html


def test_a_term_stays_with_the_sign_before_and_after_it() -> None:
    defined = Definitions(
        (
            Definition(
                id="begrip-dag", term="Dag", term_place=HERE, text=text("etmaal"), source="list", owner="artikel-1.1"
            ),
        )
    )
    html = as_markdown(
        staged(*edition_of(Paragraph(text("Een tijd (Dag), niet meer. Dag en Dag/Dag.")), defined))["artikel-1.md"]
    )
    assert html.count('<span class="glue">') == 2
    assert '<span class="glue">(<button' in html and "</button>),</span> niet" in html


def test_a_table_keeps_its_roles_for_narrow_screens() -> None:
    table = Table((text("Soort"), text("Termijn")), ((text("Melding"), text("72 uur")),))
    html = as_markdown(staged(*edition_of(table))["artikel-1.md"])
    assert '<td role="cell" data-label="Termijn">72 uur</td>' in html
    assert '<table role="table" aria-label="artikel 1.1">' in html


class Nesting(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.inside: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("a", "button"):
            assert not set(self.open) & {"a", "button"}, "what can be pressed lies inside what can be pressed"
        if tag not in ("br", "hr", "img", "link", "meta"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            [
                "Dag",
                "artikel 1.1",
                "bijlage 1",
                "AVG",
                "artikel 28 lid 3 AVG",
                " ",
                "(",
                "), ",
                "en ",
                "…………",
                "JA / NEE ",
            ]
        ),
        max_size=12,
    ).map("".join),
    st.integers(0, 20),
    st.integers(1, 20),
)
def test_nothing_that_can_be_pressed_lies_in_another(plain: str, start: int, length: int) -> None:
    end = min(start + length, len(plain))
    marks = (Mark(start, end, "link", "https://example.org/"),) if start < end else ()
    defined = Definitions(
        (
            Definition(
                id="begrip-dag", term="Dag", term_place=HERE, text=text("etmaal"), source="list", owner="artikel-1.1"
            ),
        )
    )
    html = as_markdown(staged(*edition_of(Paragraph(text(plain, *marks)), defined))["artikel-1.md"])
    Nesting(html)
    assert plain in "".join(Words(html).texts["artikel-1.1"])


def test_a_page_says_what_it_is_to_a_program_and_no_title_ends_that(tmp_path: Path) -> None:
    title = "Plicht </script><script>alert(1)</script> & <!-- \u2028 'x' \"y\""
    stage = staged(*edition_of(Paragraph(text("woorden")), title=title))
    build(stage, tmp_path / "out", look=look_of(HOME, Settings()), site_url="https://x.example/a/1/")
    start, article = (linked_data(tmp_path / "out" / page) for page in ("index.html", "artikel-1/index.html"))
    assert (start["@type"], start["@id"]) == ("DigitalDocument", "https://x.example/a/1/")
    assert start["name"].startswith(title) and start["publisher"] == {"@type": "Organization", "name": "Uitgever"}
    files = {one["contentUrl"].rpartition("/")[2]: one["encodingFormat"] for one in start["encoding"]}
    assert files["overeenkomst.json"] == "application/json" and files["overeenkomst.md"] == "text/markdown"
    assert all(one["contentUrl"].startswith(start["@id"]) for one in start["encoding"])
    assert article["@id"] == "https://x.example/a/1/artikel-1/" and title in article["name"]
    assert article["isPartOf"].items() <= start.items() and article["isPartOf"]["version"] == "1"
    assert "temporalCoverage" not in start  # the text has no date


def linked_data(page: Path) -> dict[str, Any]:
    """What the page says to programs: its only script with words of its own."""
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8"), re.S)
    assert not set("<>&") & set(found)
    assert "<script>alert" not in page.read_text("utf-8")
    said = json.loads(found)
    assert isinstance(said, dict)
    return said


def test_a_stage_that_leads_out_is_refused(tmp_path: Path) -> None:
    stage = {"site.json": b'{"site_name": "x", "extra": {"kind": "root"}}', "../evil.md": b"x"}
    with pytest.raises(SiteError, match="leads out"):
        build(stage, tmp_path / "out", look=look_of(HOME, Settings()), site_url="https://x.example/")
    assert not (tmp_path / "evil.md").exists()


def test_a_warning_of_mkdocs_stops_the_build(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    stage = staged(*edition_of(Paragraph(text("woorden")))) | {"artikel-1.md": b"[weg](nergens.md)"}
    with pytest.raises(SiteError, match=r"nergens\.md"):
        build(
            stage,
            tmp_path / "out",
            look=look_of(HOME, Settings()),
            site_url="https://x.example/a/1/",
            generator="mkdocs",
        )
    assert capfd.readouterr() == ("", "")
