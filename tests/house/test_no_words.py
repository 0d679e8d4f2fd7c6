"""Outside ``language/`` nothing holds words of a reader's language: modules and scripts get them from the catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from clausule.language.language import SOURCE, languages
from session import HOME

PACKAGE, THEME = HOME / "scripts/clausule", HOME / "overrides"
SAYING = ("say", "say_of", "say_count")
ADDRESS = re.compile(r"[a-z0-9./?&=#_:@,+-]*")
# Addresses, ids and keys that are a word of the catalogue too: they never change.
NAMES = frozenset(
    [
        "aanhef",
        "avg",
        "afronden",
        "begin",
        "concept",
        "datum",
        "deels",
        "geen",
        "naar",
        "slot",
        "sub-verwerkers",
        "toezichthouder",
        "tot",
        "van",
        "vergelijken",
    ]
)
_CALLED = re.compile(r"(?:\b|_)(?:dutch|nederlands\w*)(?:\b|_)", re.IGNORECASE)
_SCRIPT = re.compile(r"""//[^\n]*|/\*.*?\*/|"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`""", re.S)
_FILLED_IN = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")
_STYLE = re.compile(r"""/\*.*?\*/|content:\s*["']([^"'\n]*)["']""", re.S)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", text.casefold()))


class Vocabulary:
    """The words with which a catalogue speaks, and no message does."""

    def __init__(self, tag: str) -> None:
        english: set[str] = set()
        with Path(PACKAGE, "language", tag, "words.po").open("rb") as file:
            messages = [message for message in read_po(file) if message.id]
        self.sentences: set[str] = set()
        self.words: set[str] = set()
        for message in messages:
            ids, said = ((one,) if isinstance(one, str) else one for one in (message.id, message.string))
            self.sentences |= {one.casefold() for one in said if len(one) > 2} - {one.casefold() for one in ids}
            self.words |= set().union(*map(words, said))
            english |= set().union(*map(words, ids))
        self.words -= english

    def speaks(self, text: str) -> bool:
        """Whether ``text`` is a whole sentence of the catalogue, or has two of its words and is no address."""
        if text.strip().casefold() in self.sentences:
            return text not in NAMES
        return len(words(text) & self.words) > 1 and not ADDRESS.fullmatch(text)


def of_module(source: str) -> Iterator[str]:
    """The strings of a module that are no docstring and no message."""
    tree, left_out = ast.parse(source), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            left_out.add(id(node.value))
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in SAYING:
            left_out.update(map(id, node.args))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out:
            yield node.value


def of_asset(source: str, pattern: re.Pattern[str]) -> Iterator[str]:
    found = ("".join(filter(None, match.groups())) for match in pattern.finditer(source))
    return (_FILLED_IN.sub(" ", text) for text in found)


def strings() -> Iterator[tuple[Path, str]]:
    """Every string of the program and of the theme, with its file."""
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[:2] not in {("language", tag) for tag in languages()}:
            yield from ((path, text) for text in of_module(path.read_text("utf-8")))
    for ending, pattern in (("js", _SCRIPT), ("css", _STYLE)):
        for path in THEME.rglob(f"*.{ending}"):
            yield from ((path, text) for text in of_asset(path.read_text("utf-8"), pattern))


def test_no_module_and_no_script_holds_words_of_a_language() -> None:
    vocabularies = [Vocabulary(tag) for tag in languages() if tag != SOURCE]
    found = [
        (path.relative_to(HOME).as_posix(), text)
        for path, text in strings()
        if any(one.speaks(text) for one in vocabularies)
    ]
    assert found == []


def naming(source: str, tags: Iterable[str]) -> Iterator[str]:
    """Where a module names a language: by its package, its tag, or what English calls it."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += (
                [f"{node.module}.{alias.name}" for alias in node.names] if isinstance(node, ast.ImportFrom) else []
            )
            yield from (name for name in modules for tag in tags if f"{name}.".startswith(f"clausule.language.{tag}."))
        elif isinstance(node, ast.Name | ast.Attribute | ast.arg):
            name = getattr(node, "id", getattr(node, "attr", getattr(node, "arg", "")))
            yield from [name] if _CALLED.search(name) else []
    yield from (text for text in of_module(source) if text in tags or _CALLED.search(text))


def test_no_module_outside_the_languages_names_one() -> None:
    tags, own = languages(), {("language", tag) for tag in languages()}
    found: dict[str, list[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[:2] not in own and (names := list(naming(path.read_text("utf-8"), tags))):
            found[path.relative_to(PACKAGE).as_posix()] = names
    # The language of a site that names none, that of the sentences in the code, and of the names of countries.
    assert found == {"language/language.py": ["nl", "en"], "law/countries.py": ["en"]}


def test_names_of_a_language_are_found() -> None:
    module = """"Dutch."\nfrom clausule.language import nl\nimport clausule.language.nl.terms\nx = ['nl', 'only']\nis_dutch = say('Dutch')"""  # noqa: E501
    assert list(naming(module, ["nl"])) == ["clausule.language.nl", "clausule.language.nl.terms", "is_dutch", "nl"]


def test_the_search_finds_them() -> None:
    dutch = Vocabulary("nl")
    module = """'''Geldt nu: een regel die niemand leest.'''\nx = f"Lees {edition} in de versie die nu geldt"\nsay("Vorige wijziging")\n"""  # noqa: E501
    assert [text for text in of_module(module) if dutch.speaks(text)] == [" in de versie die nu geldt"]
    script = (
        "// Vorige wijziging\nlabel.textContent = 'Vorige wijziging'; // een versie\nconst x = `geldt nog`, y = "
        '"vorige";'
    )
    assert [text for text in of_asset(script, _SCRIPT) if dutch.speaks(text)] == [
        "Vorige wijziging",
        "geldt nog",
        "vorige",
    ]
    assert [text for text in of_asset("a::before { content: 'gewijzigd' }", _STYLE) if dutch.speaks(text)] == [
        "gewijzigd"
    ]
    assert not dutch.speaks("../vergelijken/?van=1.0&naar=2.0")
    assert dutch.speaks("Concept") and not dutch.speaks("concept")
