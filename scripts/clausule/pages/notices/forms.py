"""A letter as plain text, as a message that a mail program opens as a draft (RFC 5322, RFC 6854), as a page to print.

The text is what is hashed: the other forms say the same.
"""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from markupsafe import Markup

from clausule.model.notices import letter_sha256
from clausule.pages.kit.html import element, joined
from clausule.pages.notices.letter import Letter, Said

# What is put together by this module alone: no word of a text is in it.
_HEAD = Markup(
    '<meta charset="utf-8"><style>'
    "body{font:1rem/1.5 Georgia,serif;max-width:40rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.3rem}"
    "h2{font-size:1.05rem;margin-top:1.5rem}blockquote{margin:0 0 1rem 0;padding-left:1rem;border-left:2px solid}"
    "blockquote,dd{white-space:pre-line}dt{font-weight:bold}dd{margin:0 0 .4rem 0}@page{margin:2.5cm}"
    "</style>"
)


def as_text(letter: Letter) -> str:
    """The letter as text; each paragraph is one line, and the words of the agreement keep theirs."""
    blocks = [_clean(letter.subject), *(_text(part) for part in letter.parts)]
    return "\n\n".join(blocks).replace("\n\n- ", "\n- ").rstrip("\n") + "\n"


def _text(part: Said) -> str:
    words = "\n".join(_clean(line) for line in part.words.split("\n"))
    if part.kind == "heading":
        return f"{words}\n{'-' * len(words)}"
    if part.kind == "quote":
        return f"{_clean(part.name)}: “{words}”"
    return f"- {_clean(part.name)}: {words}" if part.kind == "fact" else words


def as_message(letter: Letter, sender: str = "", to: str = "") -> EmailMessage:
    """The letter as a message, to be completed by who sends it; without ``to`` a draft."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _clean(letter.subject)
    if sender:
        message["From"] = _address(sender)
    if to:
        message["To"] = _address(to)
    else:
        message["X-Unsent"] = "1"
    message.set_content(as_text(letter), cte="quoted-printable")
    message.add_alternative(as_page(letter), subtype="html", cte="quoted-printable")
    # A boundary that is drawn would make another file of the same letter.
    message.set_boundary(f"=_{letter_sha256(as_text(letter))[:32]}")
    return message


def _address(written: str) -> Address:
    return Address(addr_spec=written)


def as_page(letter: Letter) -> str:
    """The letter as a page of its own, to read or print; nothing in it is active."""
    body = joined("", (_element(part) for part in letter.parts))
    title = _clean(letter.subject)
    head = joined("", (_HEAD, element("title", title)))
    page = element("html", element("head", head), element("body", element("h1", title), body), lang=letter.language)
    return f"<!doctype html>\n{page}\n"


def _element(part: Said) -> str:
    if part.kind == "heading":
        return element("h2", part.words)
    if part.kind == "quote":
        return element("p", f"{part.name}:") + element("blockquote", f"“{part.words}”")
    if part.kind == "fact":
        return element("dl", element("dt", part.name), element("dd", part.words))
    return element("p", part.words)


def _clean(words: str) -> str:
    """One line: a control character could begin another header, or be shown as something that is not there."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
