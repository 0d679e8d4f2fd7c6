"""The words of the site: every message of the program is said in every language, and nothing else is in a catalogue."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from clausule.language.catalogue import parse_catalogue, read_catalogue
from clausule.language.language import DEFAULT, SOURCE, language_of, languages
from session import HOME

PACKAGE = HOME / "scripts/clausule"
CALLS = {"say": None, "say_count": (1, 2), "say_of": ((1, "c"), 2)}


def spoken() -> set[tuple[str, str]]:
    """Every message of the program and of the theme by its context: what ``scripts/words`` finds."""
    found = set()
    for folder, kinds in ((PACKAGE, [("**.py", "python")]), (HOME / "overrides", [("**.html", "jinja2")])):
        for _, _, message, _, context in extract_from_dir(folder, method_map=kinds, keywords=CALLS):
            found.add((context or "", message if isinstance(message, str) else message[0]))
    return found


CATALOGUES = [tag for tag in languages() if Path(PACKAGE, "language", tag, "words.po").is_file()]


def test_one_language_only_needs_no_catalogue() -> None:
    assert set(languages()) - set(CATALOGUES) == {SOURCE}, "run scripts/words <tag> for a new language"


def catalogue(tag: str) -> Iterable[Message]:
    with Path(PACKAGE, "language", tag, "words.po").open("rb") as file:
        return [message for message in read_po(file) if message.id]


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("tag", CATALOGUES)
def test_nothing_is_said_twice_in_one_message(tag: str) -> None:
    """As a merge of two catalogues can leave it."""
    for message in catalogue(tag):
        for said in forms(message):
            half = len(said) // 2
            assert len(said) < 20 or said.count(said[: half - 1]) == 1, said


@pytest.mark.parametrize("tag", CATALOGUES)
def test_everything_is_said_and_nothing_else(tag: str) -> None:
    known = {
        (message.context or "", message.id if isinstance(message.id, str) else message.id[0]): message
        for message in catalogue(tag)
    }
    assert known.keys() == spoken(), "run scripts/words, and translate what is new"
    assert [key for key, message in known.items() if message.fuzzy or not all(forms(message))] == []


def test_no_message_stands_in_an_f_string() -> None:
    """There Babel finds none, and it would be said in English."""
    for path in PACKAGE.rglob("*.py"):
        strings = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.JoinedStr))
        calls = (node.func for one in strings for node in ast.walk(one) if isinstance(node, ast.Call))
        assert not [call for call in calls if getattr(call, "attr", getattr(call, "id", "")) in CALLS], path


@pytest.mark.parametrize("tag", CATALOGUES)
def test_what_is_filled_in_is_the_same_in_every_language(tag: str) -> None:
    for message in catalogue(tag):
        sentences = (message.id,) if isinstance(message.id, str) else message.id
        for form in forms(message):
            # 'one clause' may leave out the number that 'many clauses' names
            assert names(form) <= names(sentences[-1]) and names(sentences[-1]) - names(form) <= {"n"}, message.id


@pytest.mark.parametrize("tag", CATALOGUES)
def test_a_catalogue_is_read_as_babel_reads_it(tag: str) -> None:
    read = read_catalogue(f"clausule.language.{tag}")
    assert read.said == {
        (message.context or "", message.id if isinstance(message.id, str) else message.id[0]): forms(message)
        for message in catalogue(tag)
    }


def test_templates_hold_no_words() -> None:
    for path in (HOME / "overrides").rglob("*.html"):
        page = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", path.read_text("utf-8"), flags=re.S)
        shown = re.sub(r"<[^>]*>", " ", page) + " ".join(
            re.findall(r'\b(?:title|alt|placeholder|aria-label|data-[\w-]+)="([^"]*)"', page)
        )
        assert not re.search(r"[^\W\d_]", shown), f"{path.name}: {shown.split()}"


def test_forms_of_a_number_follow_the_rule_of_the_catalogue() -> None:
    text = """\
msgid ""
msgstr ""
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\\n"

#, fuzzy
msgid "guessed"
msgstr "x"

msgid "open"
msgstr ""

msgctxt "a measure"
msgid "removed"
msgstr "\\"weg\\" "
"ermee"

msgid "{n} clause"
msgid_plural "{n} clauses"
msgstr[0] "een"
msgstr[1] "een paar"
msgstr[2] "veel"
"""
    found = parse_catalogue(text)
    assert found.said == {("a measure", "removed"): ('"weg" ermee',), ("", "{n} clause"): ("een", "een paar", "veel")}
    assert [found.form(number) for number in (1, 2, 5, 22)] == [0, 1, 2, 1]


def test_an_unknown_language_is_refused_and_one_without_words_says_the_message() -> None:
    with pytest.raises(LookupError, match="'xx' is not known"):
        language_of("xx")
    nobody = language_of(DEFAULT)
    assert nobody.say("no such message of {name}", name="X") == "no such message of X"
    assert [nobody.say_count("{n} thing", "{n} things", number) for number in (1, 0, 2)] == [
        "1 thing",
        "0 things",
        "2 things",
    ]
    assert nobody.say_of("nowhere", "{") == "{"
