"""A page where an agreement was before it was renamed: it leads to where it is now, with its clause."""

from __future__ import annotations

from clausule.language.language import language_of
from clausule.language.wording.names import full_title
from clausule.model.editions import Agreement
from clausule.pages.kit.html import element, escape

_SCRIPT = "moved.js"
# Without scripts the link is there; the address of the page may hold a choice and name a clause.
_GO_ON = b"""\
const there = document.querySelector("main a");
location.replace(there.href + location.search + location.hash);
"""
_POLICY = "default-src 'none'; script-src 'self'"


def moved_files(agreement: Agreement, path: str, target: str, base: str) -> dict[str, bytes]:
    """The page at ``path`` below the old address, which leads to ``target``, and its script; both from the root of the
    site, whose address is ``base``."""
    language = language_of(agreement.language)
    former, up = path.partition("/")[0], path.count("/")
    title = language.say("This page has another address")
    link = element("a", full_title(agreement), href=f"{'../' * up}{target}")
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        '<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f'<title>{escape(title)}</title><link rel="canonical" href="{escape(base + target)}">'
        f'<script src="{"../" * (up - 1)}{_SCRIPT}" defer></script>'
    )
    body = element("main", element("h1", title), element("p", language.say("It goes on here:"), " ", link))
    page = f'<!doctype html>\n<html lang="{language.tag}"><head>{head}</head>\n<body>{body}</body></html>\n'
    return {path: page.encode(), f"{former}/{_SCRIPT}": _GO_ON}
