"""A page for every rule, made from what the rule says of itself: the same words as ``clausule explain``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from clausule.check import Rule, all_rules
from clausule.language.language import SOURCE
from clausule.model.findings import SEVERITIES
from clausule.pages.kit.html import NEWLINE, element, joined, lines, stacked, with_code
from clausule.pages.kit.sheet import Sheet, staged

RULES = "handbook/rules/"
_TITLE = "The rules"
_ABOUT = "What Clausule checks in an agreement: each rule with why it is there, what is wrong and what is right."
_INDENT = "    "


def rule_pages(base: str) -> dict[str, bytes]:
    """The page of each rule and the list of them, by their paths in the stage; ``base`` is the address of the site."""
    rules = list(all_rules().values())
    pages = staged(_sheet("", _TITLE, _ABOUT, _list(rules)), base)
    for rule in rules:
        pages |= staged(_sheet(f"{rule.id}/", f"{rule.id} · {_TITLE}", f"{rule.title}.", _page(rule)), base)
    return pages


def _sheet(address: str, title: str, about: str, body: str) -> Sheet:
    """A page of the handbook of rules, which is English, whatever the language of the site."""
    return Sheet(
        address=RULES + address,
        title=title,
        about=about,
        drawn=stacked("div", body, lang=SOURCE),
        view="handbook",
        styles=("handbook/handbook.css",),
    )


def _list(rules: Sequence[Rule]) -> str:
    groups = []
    for severity in SEVERITIES:
        rows = [
            element("li", element("a", rule.id, href=f"{rule.id}/"), " ", element("span", rule.title, class_="quiet"))
            for rule in rules
            if rule.severity == severity
        ]
        groups += (
            [element("h2", f"{severity.capitalize()}s ({len(rows)})"), stacked("ul", *rows, class_="annexes")]
            if rows
            else []
        )
    return lines(element("h1", _TITLE), element("p", _ABOUT, class_="lead"), *groups)


def _page(rule: Rule) -> str:
    over = element("p", element("a", _TITLE, href="../"), f" · {rule.severity}", class_="over")
    explain = element("p", "On your machine: ", element("code", f"clausule explain {rule.id}"), class_="tagline")
    return lines(over, element("h1", rule.title), element("p", element("code", rule.id)), *_blocks(rule.page), explain)


def _blocks(page: str) -> Iterator[str]:
    """Paragraphs, the headings 'Wrong' and 'Right', and under them the files as they are written."""
    for is_code, together in groupby(page.splitlines(), key=lambda line: line.startswith(_INDENT) or not line.strip()):
        text = "\n".join(together)
        if is_code:
            shown = "\n".join(line.removeprefix(_INDENT) for line in text.split("\n")).strip("\n")
            if shown:
                yield element("pre", element("code", joined(NEWLINE, shown.split("\n"))), tabindex="0")
        elif text.rstrip(":") in ("Wrong", "Right"):
            yield element("h2", text.rstrip(":"))
        else:
            yield element("p", with_code(" ".join(text.split())))
