"""Safe pieces of HTML: whatever comes out of a text is escaped, also against Markdown, which a stage goes through."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from string import Formatter
from typing import Any

from markupsafe import Markup

# Characters that HTML forbids, and the lone surrogates that UTF-8 cannot hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# The escapes of JSON for such a character; of the others (\t, \\) the backslash takes its letter along.
_CONTROL = re.compile(r"\\(?:([bf]|u00..)|.)")
# The escapes of Python for what is not ASCII, which JSON has not; of the others the backslash takes its letter along.
_UNICODE = re.compile(r"\\(?:x(..)|U(.{8})|.)")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_SPECIAL = str.maketrans({"{": "&#123;", "}": "&#125;", "`": "&#96;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})
# Most words have nothing in them that is written otherwise, and then are not looked through seven times.
_ESCAPED = re.compile(f"[&<>\"'{{}}`\t\n\r{_FORBIDDEN.pattern[1:]}")
_SAFE_LINK = re.compile(r"(?:https?://[^\s\x00-\x1f]+|mailto:[^\s\x00-\x1f]+|#[^\s]*|[\w.-]+(?:[/#?][^\s:]*)?)", re.I)
_CODE = re.compile(r"``?([^`\n]+)``?")

# What is HTML already, or was made so: ``Markup`` itself asks each piece of a page how it says itself in HTML.
_as_html: Callable[[str], Markup] = partial(str.__new__, Markup)

NEWLINE, BREAK = Markup("\n"), Markup("<br>")


def escape(words: str) -> Markup:
    """``words`` as HTML text or attribute value; what is HTML already stays as it is. Braces, back-ticks and line ends
    cannot start any Markdown."""
    if isinstance(words, Markup):
        return words
    if _ESCAPED.search(words):
        words = html.escape(_FORBIDDEN.sub("\ufffd", words)).translate(_SPECIAL)
    return _as_html(words)


def element(name: str, /, *children: str, **attributes: str | bool | None) -> Markup:
    """``<name ...>children</name>``: a child is HTML when it is ``Markup``, else words; attribute values are words.

    An attribute that is None or False is left out, True has no value; ``class_`` is ``class`` and ``aria_label``
    is ``aria-label``.
    """
    written = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        attribute = key.rstrip("_").replace("_", "-")
        written.append(attribute if value is True else f'{attribute}="{escape(str(value))}"')
    return _as_html(f"<{' '.join(written)}>{''.join(map(escape, children))}</{name}>")


def stacked(name: str, /, *children: str, **attributes: str | bool | None) -> Markup:
    """``element`` with its children on lines of their own."""
    return element(name, NEWLINE, lines(*children), NEWLINE, **attributes)


def lines(*children: str) -> Markup:
    """Pieces under each other, without the blank line that would end a block of HTML in Markdown."""
    return joined(NEWLINE, filter(None, children))


def joined(between: str, children: Iterable[str]) -> Markup:
    """Pieces behind each other, with ``between`` (words or HTML) between them."""
    return _as_html(str.join(escape(between), map(escape, children)))


def filled(sentence: str, /, **pieces: str) -> Markup:
    """``sentence`` (words) with ``pieces`` (HTML, such as a link, or words) in place of the names in braces."""
    parts = ((words, pieces[name] if name else "") for words, name, _, _ in Formatter().parse(sentence))
    return joined("", (piece for part in parts for piece in part))


def with_code(words: str) -> Markup:
    """``words``, with what stands between back-ticks as code."""
    return joined("", (element("code", piece) if at % 2 else piece for at, piece in enumerate(_CODE.split(words))))


def safe_link(target: str) -> str | None:
    """``target`` when a reader may be sent there (http, https, mailto, within the edition), else None."""
    return target if _SAFE_LINK.fullmatch(target) and ".." not in target else None


def front_matter(values: Mapping[str, object], **much: Mapping[str, object] | None) -> str:
    """``values`` as YAML front matter in plain ASCII, so that no character of a title can mean anything to YAML.
    What there is ``much`` of are words to YAML, a line of JSON: a reader of YAML takes long."""
    rows = [f"{key}: {_yaml(value)}\n" for key, value in values.items() if value is not None]
    for key, data in much.items():
        if data is not None:
            rows.append(f"{key}: |\n  {_NOT_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], _json(data))}\n")
    return f"---\n{''.join(rows)}---\n"


def read_front_matter(page: str) -> tuple[dict[str, Any], str]:
    """What ``front_matter`` wrote before a page, and the page behind it. Of YAML it reads no more than that. Raises
    ``ValueError`` for another page."""
    opened, _, rest = page.partition("---\n")
    head, ended, body = rest.partition("\n---\n")
    if opened or not ended:
        raise ValueError("a page of a stage begins with its front matter")
    values: dict[str, Any] = {}
    rows = iter(head.split("\n"))
    for row in rows:
        key, _, value = row.partition(": ")
        values[key] = json.loads(_UNICODE.sub(_unescaped, next(rows) if value == "|" else value))
    return values, body


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1] or found[2], 16)) if found[1] or found[2] else found[0]


def _yaml(value: object) -> str:
    """JSON is YAML, and what Python escapes of what is not ASCII is too, where JSON itself would halve an emoji."""
    return _json(value).encode("ascii", "backslashreplace").decode()


def _json(value: object) -> str:
    written = _CONTROL.sub(lambda found: "\\ufffd" if found[1] else found[0], json.dumps(value, ensure_ascii=False))
    return _FORBIDDEN.sub("\ufffd", written)
