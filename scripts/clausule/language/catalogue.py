"""The words of the site in a language: a gettext catalogue (``words.po``) that a lawyer proof-reads and a translator
copies.

The message in the code is the English sentence; a catalogue has what is said for it. It is read as it is: 700 messages
in 11 ms, where Babel, which keeps the catalogues up to date (scripts/words), takes 53 with its start; and compiled
files would be a second copy that can be out of date. A test holds that both read the same.
"""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

# A line of a catalogue: a keyword with a string, or a string that goes on with the one before.
_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d)\])?) )?(".*")')
_PLURAL = re.compile(r"plural=\s*([^;\n]+)")

Key = tuple[str, str]  # context and message


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is said for each message, by its context and itself: one form, or one for each number that counts as
    another.

    ``form`` gives the place of the form for a number (the rule of the catalogue's ``Plural-Forms``).
    """

    said: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    form: Callable[[int], int] = lambda number: int(number != 1)


@cache
def read_catalogue(package: str) -> Catalogue:
    """The catalogue ``words.po`` of the package of a language; empty where it has none: its words are the messages."""
    file = resources.files(package).joinpath("words.po")
    return parse_catalogue(file.read_text("utf-8")) if file.is_file() else Catalogue()


def parse_catalogue(text: str) -> Catalogue:
    """A catalogue from the text of a PO file (GNU gettext manual, 'The Format of PO Files'). What nobody translated yet
    or only guessed (``fuzzy``) is left out, so that the message itself is said."""
    said: dict[Key, tuple[str, ...]] = {}
    for entry in re.split(r"\n\s*\n", text):
        parts: dict[str, str] = {}
        keyword = ""
        for found in (_LINE.fullmatch(line.strip()) for line in entry.splitlines() if not line.startswith("#")):
            if found:
                keyword = found[1] or keyword
                parts[keyword] = parts.get(keyword, "") + _words(found[3])
        forms = tuple(parts[name] for name in sorted(parts) if name.startswith("msgstr"))
        if forms and all(forms) and "\n#, fuzzy" not in f"\n{entry}":
            said[parts.get("msgctxt", ""), parts["msgid"]] = forms
    head = said.pop(("", ""), ("",))[0]
    rule = _PLURAL.search(head)
    return Catalogue(said, gettext.c2py(rule[1].strip())) if rule else Catalogue(said)


def _words(quoted: str) -> str:
    words = quoted[1:-1]  # to ask Python what a literal says takes long, and few have a sign that says something
    return words if "\\" not in words and '"' not in words else str(ast.literal_eval(quoted))
