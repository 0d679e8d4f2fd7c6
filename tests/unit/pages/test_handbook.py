"""The page of a rule has the words that the rule says of itself, and a site has these pages only when it asks for
them."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from clausule.check import Rule, all_rules
from clausule.pages.handbook.rules import RULES, rule_pages
from clausule.pages.handbook.sheets import handbook_pages
from clausule.pages.root.schemas import schemas
from clausule.pages.root.stage import render_root

BASE = "https://example.org/"


class Shown(HTMLParser):
    """The text of a page, and which elements it has."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.text, self.tags = "", set[str]()
        self.feed(page.decode().partition("\n---\n")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def words(text: str) -> list[str]:
    """The words, without the marks that a page turns into elements."""
    return re.sub(r"`|^(Wrong|Right):", r"\1", text, flags=re.M).split()


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)
def test_a_page_says_what_the_rule_says(rule: Rule) -> None:
    shown = Shown(rule_pages(BASE)[f"{RULES}{rule.id}/index.md"])
    said = shown.text.replace(f"On your machine: clausule explain {rule.id}", "")
    assert said.split() == ["The", "rules", "·", rule.severity, *rule.title.split(), rule.id, *words(rule.page)]
    assert "pre" in shown.tags and not shown.tags & {"script", "img", "b", "i"}


def test_the_list_leads_to_every_rule() -> None:
    page = rule_pages(BASE)[f"{RULES}index.md"].decode()
    assert sorted(re.findall(r'href="([a-z-]+)/"', page)) == sorted(all_rules())


def test_only_a_site_that_asks_explains_the_rules() -> None:
    plain, asked = (
        render_root([], {}, day=date(2026, 1, 1), site_url=BASE, handbook=handbook) for handbook in (False, True)
    )
    assert not any(path.startswith("handbook/") for path in plain)
    assert asked.keys() - plain.keys() == rule_pages(BASE).keys() | handbook_pages(BASE, schemas()).keys()
    assert b"handbook/rules/undefined-term/" in asked["sitemap.xml"] and b"handbook" not in plain["sitemap.xml"]
    # Who comes to the site for the program finds what it is, and how to use it.
    for address in ("handboek/", "handboek/rondleiding/"):
        link = f'"{address}"'.encode()
        assert link in asked["index.md"] and link not in plain["index.md"]
