"""A fixed page is a template: it speaks the language of its page, shows data as words, and puts the running text where
it belongs."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from clausule.language.language import DEFAULT, Language, language_of
from clausule.pages.kit.html import element
from clausule.pages.kit.sheet import Sheet, staged
from clausule.pages.kit.staging import CONFIG, Fixed, root_config
from clausule.read.settings import Settings
from clausule.site import build, look_of

TEMPLATE = """\
{% extends "base.html" %}
{% block text %}
<div class="text"><h1>{{ page.meta.data.title }}</h1>
{{ page.content | safe }}
{%- set link %}<a href="{{ page.meta.data.rows[0].address }}">{{ page.meta.data.rows[0].name }}</a>{% endset %}
<p>{{ filled(say("Read {edition}", edition="1 & {link}"), link=link) }}</p>
<p>{{ say_of("a measure", "Removed") }}, {{ say_count("{n} clause", "{n} clauses", 2) }}</p></div>
{% endblock %}
"""


def built(tmp_path: Path, template: str) -> str:
    root = tmp_path / "repository"
    (root / "overrides").mkdir(parents=True)
    (root / "overrides/toy.html").write_text(template, "utf-8")
    data = {"title": "<b>{{ 7 * 7 }}</b> & “x”", "rows": [{"address": 'a"b/', "name": "A <i>"}]}
    sheet = Sheet(
        address="toy/", title="Toy", about="About", drawn=Fixed("toy.html", data, element("p", "Lopende <tekst>"))
    )
    stage = {CONFIG: root_config(language_of(DEFAULT)), **staged(sheet, "https://x.example/")}
    build(stage, tmp_path / "out", look=look_of(root, Settings()), site_url="https://x.example/")
    return (tmp_path / "out/toy/index.html").read_text("utf-8")


def test_a_template_gets_data_words_and_the_running_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        Language,
        "say_of",
        lambda self, context, message, **values: (
            f"{self.tag}:{context}:{message.format(**values) if values else message}"
        ),
    )
    page = built(tmp_path, TEMPLATE)
    assert "<h1>&lt;b&gt;{{ 7 * 7 }}&lt;/b&gt; &amp; “x”</h1>" in page
    assert "<p>Lopende &lt;tekst&gt;</p>" in page
    assert '<p>nl::Read 1 &amp; <a href="a&#34;b/">A &lt;i&gt;</a></p>' in page
    assert "<p>nl:a measure:Removed, 2 clauses</p>" in page


LINKS = """\
{% extends "base.html" %}
{% block text %}
<div class="text">{% for one in page.meta.data.targets %}<a class="tried" href="{{ one | url }}">{{ one }}</a>
{% endfor %}</div>
{% endblock %}
"""
TARGETS = (
    ".", "list/", "list/deep/", "../list/", "../../list/", "../list/?op=1#x", "a.json", "list/#list", "../deep/list/",
)  # fmt: skip
ELSEWHERE = ("https://x.example/a/", "mailto:a@x.example", "/list/", "#list")


@pytest.mark.parametrize("address", ["", "list/", "list/deep/", "deep/list/", "deep/list/deep/list/"])
def test_an_address_leads_to_the_same_place_from_every_page(tmp_path: Path, address: str) -> None:
    """Also from a page in a folder that has the name of the target, where MkDocs' own filter leads elsewhere."""
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/links.html").write_text(LINKS, "utf-8")
    drawn = Fixed("links.html", {"targets": [*TARGETS, *ELSEWHERE]})
    base = "https://x.example/up/agreement/"
    stage = {
        CONFIG: root_config(language_of(DEFAULT)),
        **staged(Sheet(address=address, title="Links", about="About", drawn=drawn), base),
    }
    build(stage, tmp_path / "out", look=look_of(tmp_path, Settings()), site_url=base)
    html = (tmp_path / f"out/{address}index.html").read_text("utf-8")
    found = {words: unescape(href) for href, words in re.findall(r'<a class="tried" href="(.*?)">(.*?)</a>', html)}
    assert {words: urljoin(base + address, found[words]) for words in TARGETS} == {
        words: urljoin(base, words) for words in TARGETS
    }
    assert [found[words] for words in ELSEWHERE] == list(ELSEWHERE)
