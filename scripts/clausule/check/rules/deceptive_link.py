"""A link that leads elsewhere than it seems to

Whoever reads `www.voorbeeld.nl` in an agreement presses it and trusts where he arrives. Words that are one address may
not lead to another, and an address may not be made to look like another: with a name before an `@`, with letters of
another alphabet, or in the code in which such letters travel (`xn--`). A link to write a letter with names one
addressee and no hidden copies.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:57
    3.1 Aan het einde wist Verwerker de Gegevens, zoals op [www.voorbeeld.nl](https://ander.example/) staat.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:57
    3.1 Aan het einde wist Verwerker de Gegevens, zoals op [zijn site](https://voorbeeld.nl@ander.example/) staat.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 Aan het einde wist Verwerker de Gegevens, zoals op [voorbeeld.nl](https://www.voorbeeld.nl/wissen/) staat.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from clausule.check import AgreementView, View
from clausule.check.contents import texts
from clausule.model.findings import Finding
from clausule.model.nodes import Mark, Text, block_texts

SEVERITY = "error"

_MAIL = "mailto:"
# The words of a link when they are an address: 'www.a.nl', 'https://a.nl/b', 'post@a.nl'. A file is none ('plan.pdf').
_ADDRESS = re.compile(
    r"(?:(?P<scheme>https?://)|(?P<mail>mailto:|[\w.+-]+@))?(?P<host>(?:[\w-]+\.)+(?!(?:pdf|docx?|xlsx?|csv|txt|json|md)\b)[^\W\d_]{2,24})"
    r"(?::\d+)?(?P<rest>[/?#]\S*)?",
    re.I,
)  # fmt: skip
_FIELDS = frozenset({"subject", "body"})
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_LATIN_TOO = frozenset("ßæøœłđðþħŋ")


def check_edition(view: View) -> Iterable[Finding]:
    for _, text in texts(view.edition):
        for mark, message, hint in _faults(text):
            yield view.at(text, mark.start, mark.end, message, hint)


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    """The same of what introduces the agreement."""
    for text in block_texts(view.agreement.intro):
        for mark, message, hint in _faults(text):
            words = text.plain[mark.start : mark.end]
            yield view.here(text.place(mark.start), message, hint, words=words)


def _faults(text: Text) -> Iterator[tuple[Mark, str, str]]:
    for mark in text.marks:
        found = _fault(mark.target, text.plain[mark.start : mark.end].strip()) if mark.kind == "link" else None
        if found:
            yield mark, *found


def _fault(target: str, words: str) -> tuple[str, str] | None:
    """What is wrong with a link to ``target`` on ``words``, and how to mend it."""
    if target.lower().startswith(_MAIL):
        return _fault_of_mail(target) or _other_words(words, target, "")
    try:
        parts = urlsplit(target)
        host = parts.hostname or ""
    except ValueError:
        host, parts = "\\", urlsplit("")
    if "\\" in target + host:
        return f"'{target}' is no address", "write the whole address, as it stands in a browser"
    if "@" in parts.netloc:
        return (
            f"the link leads to {host}, and has the name of something else before the @",
            f"write the address without what stands before the @: {parts.scheme}://{host}{parts.path}",
        )
    if strange := _strange(unquote(host)):
        return f"the link leads to {host}, {strange}", "write the address in the letters of the alphabet"
    return _other_words(words, target, host, parts)


def _fault_of_mail(target: str) -> tuple[str, str] | None:
    address, _, query = target[len(_MAIL) :].partition("?")
    given = {key.lower(): values for key, values in parse_qs(query, keep_blank_values=True).items()}
    fields = given.keys()
    if fields & {"bcc", "cc", "to"} or re.search(r"[,;]", unquote(address)) or address.count("@") > 1:
        return "the link writes to more than one address, or to one that a reader does not see", (
            "name one address, and no to, cc or bcc"
        )
    # A line end in a field begins the next one, and some programs take 'attach' for a file of the reader.
    lines = "".join(value for key, values in given.items() if key != "body" for value in values) + unquote(address)
    if others := sorted(fields - _FIELDS):
        return f"the link sets {others[0]} in the letter", "name the address, and a subject or words if need be"
    if _CONTROL.search(lines):
        return (
            "the link has the end of a line in it, behind which the letter may say anything",
            "write it out on a line",
        )
    if strange := _strange(unquote(address).rpartition("@")[2]):
        return f"the link writes to {address}, {strange}", "write the address in the letters of the alphabet"
    return None


def _strange(host: str) -> str:
    """Why ``host`` may look like another one; empty when it cannot."""
    if any(label.lower().startswith("xn--") for label in host.split(".")):
        return "which is written in code and looks otherwise in a browser"
    if any(char.isalpha() and not _is_latin(char) for char in host):
        return "with letters of another alphabet that look like ours"
    return ""


def _is_latin(char: str) -> bool:
    """a to z, with or without an accent; not the letters that only look so ('ı', 'ɑ')."""
    return char.isascii() or char.lower() in _LATIN_TOO or unicodedata.normalize("NFD", char)[0].isascii()


def _other_words(words: str, target: str, host: str, parts: SplitResult | None = None) -> tuple[str, str] | None:
    """Whether ``words`` are an address, and another one than that of ``target``."""
    shown = _ADDRESS.fullmatch(words.rstrip(".,;:"))
    if not shown:
        return None
    there = target.split("?")[0] if parts is None else target
    other = f"the words are the address {words}, and the link leads to {there}", "make both the same address"
    if shown["mail"] or parts is None:
        meant = unquote(there[len(_MAIL) :]).lower() if parts is None else ""
        return None if words.lower().removeprefix(_MAIL).rstrip(".,;:") == meant else other
    said = _bare(shown["host"])
    if not host or not (_bare(host) == said or _bare(host).endswith(f".{said}")) or _strange(shown["host"]):
        return other
    path, wanted = _path(shown["rest"] or ""), _path(f"{parts.path}?{parts.query}" if parts.query else parts.path)
    return other if path and path != wanted and _path(parts.path) != path else None


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.").rstrip(".")


def _path(words: str) -> str:
    return unquote(words.split("#")[0]).rstrip("/")
