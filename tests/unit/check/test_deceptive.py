"""Links that are what they seem to be, and links that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.check import check
from clausule.model.findings import Finding
from clausule.read.source import UNWANTED, Sources, unwanted_words
from rule_examples import example, read_example

HONEST = """
[post](mailto:post@a.nl?subject=a%20b&body=Beste%0D%0AVerwerker)
[www.a.nl](https://a.nl/) | [a.nl](https://www.a.nl/privacy/) | [https://a.nl/x](https://a.nl/x/) | [a.nl/x](http://a.nl/x)
[onze site](https://b.nl/) | [a.nl](https://docs.a.nl/x) | [A.NL.](https://a.nl) | [plan.pdf](https://b.nl/plan.pdf)
[post@a.nl](mailto:post@a.nl) | [post](mailto:post@a.nl?subject=Bezwaar) | [artikel 2.1](#artikel-2.1) | <https://a.nl/x?y=1>
[café](https://café.nl/) | [brood](https://smørrebrød.nl/) | [a.nl/x?y=1](https://a.nl/x?y=1) | [dit](artikel-02.md)
"""
DECEPTIVE = """
[www.a.nl](https://b.nl/) | [https://a.nl/x](https://a.nl/y) | [docs.a.nl](https://a.nl/) | [a.nl](https://a.nl.evil.com/)
[a.nl](https://xn--80ak6aa92e.com/) | [site](https://xn--caf-dma.nl/) | [site](https://аpple.com/) | [site](https://a.nl@b.nl/)
[site](https://u:p@a.nl/) | [site](https://a.nl\\@b.nl/) | [a.nl](mailto:x@a.nl) | [post@a.nl](mailto:post@b.nl)
[post](mailto:a@a.nl,b@b.nl) | [post](mailto:a@a.nl?bcc=b@b.nl) | [post](mailto:a@a.nl?subject=x&cc=b@b.nl)
[post](mailto:a@a.nl?%62cc=b@b.nl) | [post](mailto:a@a.nl?attach=/etc/passwd)
[post](mailto:a@a.nl?subject=x%0D%0ABcc:b@b.nl)
[post](mailto:a@a.nl%0Abcc:b@b.nl) | [post](mailto:a@a.nl?BCC=b@b.nl) | [post](mailto:a@a.nl?Reply-To=b@b.nl)
[post](mailto:a@a.nl%2Cb@b.nl) | [post@a.nl](https://b.nl/) | [site](https://tοpsite.nl/) | [post](mailto:?to=a@a.nl)
[post](MAILTO:a@a.nl?bcc=b@b.nl) | [post](mailto:a@a.nl@b.nl) | [post](mailto:a@a.nl@b.nl?subject=x)
[www.a.nl](#artikel-2.1) | [post@a.nl](https://a.nl/) | [site](https://gıthub.com/)
[https://a.nl/X](https://a.nl/) | [https://a.nl/x](https://a.nl/)
"""


def listed(words: str) -> list[str]:
    return [one for line in words.strip().splitlines() for one in line.split(" | ")]


def found(link: str, root: Path) -> list[str]:
    clause = f"3.1 Aan het einde wist Verwerker de Gegevens, zoals {link} zegt."
    rows = check(read_example(root, example("wrong", ["docs/voorbeeld/1.0/artikel-03.md", clause])))
    return [row.rule for row in rows if row.rule != "undefined-term"]


@pytest.mark.parametrize("link", listed(HONEST))
def test_an_honest_link_is_no_finding(link: str, tmp_path: Path) -> None:
    assert found(link, tmp_path) == []


@pytest.mark.parametrize("link", listed(DECEPTIVE))
def test_a_link_that_deceives_is_one(link: str, tmp_path: Path) -> None:
    by_letters = {"misleading-character"}  # a letter that passes for one of ours is told as such too
    assert [rule for rule in found(link, tmp_path) if rule not in by_letters] == ["deceptive-link"]


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("[site](https://a.nl@b.nl/x)", "leads to b.nl, and has the name of something else before the @ | "
         "write the address without what stands before the @: https://b.nl/x"),
        ("[site](https://a.nl\\\\@b.nl/)", "is no address | write the whole address"),
        ("[site](https://[a/)", "'https://[a/' is no address"),
        ("[site](https://xn--caf-dma.nl/)", "leads to xn--caf-dma.nl, which is written in code"),
        ("[site](https://\u0430pple.com/)", "leads to \u0430pple.com, with letters of another alphabet"),
        ("[post](mailto:a@a.nl,b@b.nl)", "more than one address, or to one that a reader does not see | name one"),
        ("[post](mailto:a@a.nl?cc=b@b.nl&attach=x)", "more than one address"),
        ("[post](mailto:a@a.nl?Reply-To=b@b.nl&attach=x)", "the link sets attach in the letter | name the address"),
        ("[post](mailto:a@a.nl?subject=x%0D%0ABcc:b@b.nl)", "the end of a line in it"),
        ("[post](mailto:a@\u0430pple.com)", "writes to a@\u0430pple.com, with letters of another alphabet"),
        ("[www.a.nl](https://b.nl/?x)", "the words are the address www.a.nl, and the link leads to https://b.nl/?x |"),
        ("[post@a.nl](mailto:post@b.nl?subject=x)", "address post@a.nl, and the link leads to mailto:post@b.nl |"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_it_is_said(link: str, said: str, tmp_path: Path) -> None:
    """Of more that is wrong the worst; of more fields than a letter needs the first by name."""
    clause = f"3.1 Aan het einde wist Verwerker de Gegevens: {link}."
    rows = check(read_example(tmp_path, example("wrong", ["docs/voorbeeld/1.0/artikel-03.md", clause])))
    [row] = [row for row in rows if row.rule == "deceptive-link"]
    assert said in f"{row.message} | {row.hint}"


def test_what_introduces_the_agreement_is_looked_at_too(tmp_path: Path) -> None:
    index = "---\ntitle: Proef\npublisher: A\n---\n\nZie [www.a.nl](https://b.nl/).\n".splitlines()
    rows = check(read_example(tmp_path, example("wrong", ["docs/voorbeeld/index.md", *index])))
    assert [(row.rule, str(row.place)) for row in rows] == [("deceptive-link", "docs/voorbeeld/index.md:6:6")]


@pytest.mark.parametrize("char", "\u200b\u200d\u202e\u2066\u00ad\u2800\u3164\ufe0f\U000e0041\u180e")
def test_what_cannot_be_seen_is_unwanted(char: str) -> None:
    assert UNWANTED.search(f"a{char}b") and "cannot be seen" in unwanted_words(char)[0]


@pytest.mark.parametrize("char", "\u0336\u0335\u0338\u20d2\u20e6\u0489")
def test_what_strikes_out_is_unwanted(char: str) -> None:
    assert UNWANTED.search(f"a{char}b") and "strikes" in unwanted_words(char)[0]


@pytest.mark.parametrize("words", ["café", "cafe\u0301", "a\u00a0b", "“x” – …", "ﬁ", "€ 5", "ĳ", "α", "☐", "\ttab"])
def test_what_a_text_may_have_is_not(words: str) -> None:
    assert not UNWANTED.search(words)


def editions(root: Path, *versions: tuple[str, str]) -> list[str]:
    lines = []
    for version, day in versions:
        lines += [f"docs/nieuw/{version}/index.md", "---", f'version: "{version}"', f"effective: {day}", "---", ""]
    head = ["docs/nieuw/index.md", "---", "title: Nieuw", "publisher: N", "---", ""]
    rows = check(read_example(root, example("wrong", head + lines)))
    return [f"{row.message} | {row.hint}" for row in rows if row.rule == "edition-order"]


@pytest.mark.parametrize(
    "versions",
    [
        (("2.0-rc1", "2020-03-01"), ("2.0", "2020-04-01")),
        (("2024-01", "2024-01-01"), ("3.0", "2025-01-01")),
        (("1.0", "2020-01-01"), ("2024-01", "2024-01-01"), ("2.0", "2025-01-01")),
        (("v1", "2020-01-01"), ("2", "2021-01-01"), ("v10", "2022-01-01")),
    ],
)
def test_editions_in_the_order_of_their_dates(versions: tuple[tuple[str, str], ...], tmp_path: Path) -> None:
    assert editions(tmp_path, *versions) == []


@pytest.mark.parametrize(
    "versions",
    [
        (("2.0", "2020-03-01"), ("2.0-rc1", "2020-04-01")),
        (("2.0", "2020-04-01"), ("2.1", "2020-03-01")),
        (("2024-02", "2024-01-01"), ("2024-01", "2024-02-01")),
    ],
)
def test_editions_against_the_order_of_their_dates(versions: tuple[tuple[str, str], ...], tmp_path: Path) -> None:
    (told,) = editions(tmp_path, *versions)
    assert "before edition" in told and "numbered: false" in told and "2.0-rc1" in told


def test_one_date_for_two_schemes_is_one_finding(tmp_path: Path) -> None:
    assert len(editions(tmp_path, ("2024-01", "2024-01-01"), ("3.0", "2024-01-01"))) == 1


@pytest.mark.parametrize(
    "word",
    ["\u041alant", "ni\u0435t", "\u0421\u041e\u0420", "\uff2blant", "\U0001d40alant", "art2\u03bf", "K\u04cfant"],
)
def test_a_letter_that_passes_for_one_of_ours_misleads(word: str, tmp_path: Path) -> None:
    assert [one.rule for one in _read(tmp_path, f"Dit is {word} hier.")] == ["misleading-character"]


@pytest.mark.parametrize(
    "word",
    [
        *(
            "\u042f\u043d\u0434\u0435\u043a\u0441",
            "\u041c\u043e\u0441\u043a\u0432\u0430",
            "\u0395\u03bb\u03bb\u03ac\u03b4\u03b1",
        ),
        *("k\u03a9", "\u03b1-straling", "5 \u00b5m", "I\u015f\u0131k", "na\u00efef", "\u0141\u00f3d\u017a", "H\u2082O"),
    ],
)
def test_words_of_other_alphabets_are_words(word: str, tmp_path: Path) -> None:
    assert not _read(tmp_path, f"Dit is {word} hier.")


def test_of_a_word_that_misleads_the_letter_is_told(tmp_path: Path) -> None:
    (found,) = _read(tmp_path, "Dit is ni\u0435t \u041alant.")
    assert (found.place.line, found.place.column) == (1, 10)
    assert found.message == "letter U+0435 in 'ni\u0435t' is of another alphabet, and looks like one of ours"


def _read(root: Path, text: str) -> tuple[Finding, ...]:
    (root / "docs").mkdir()
    (root / "docs/x.md").write_text(text, "utf-8")
    sources = Sources(root)
    sources.lines("docs/x.md")
    return sources.findings
