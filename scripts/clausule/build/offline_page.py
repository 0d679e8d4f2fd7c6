"""A page of an edition as it is read from a folder: without scripts, with links to files, and nothing of the day."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

_INDEX = "index.html"
_LINKS = re.compile(r'\s(?P<name>href|src)="(?P<value>[^"]*)"')
_POPOVER = re.compile(r"\spopover(?=[\s>])")
_STYLES = ("stylesheet", "icon")
_FORM = re.compile(r'<script[^>]* src="[^"]*assets/(?:[0-9a-f]+/)?forms/')
_POLICY = (
    "default-src 'none'; style-src 'self' file:; img-src 'self' file:; font-src 'self' file:; "
    "base-uri 'none'; form-action 'none'"
)


def is_form(html: str) -> bool:
    """Whether a page is a tool that does nothing without its scripts."""
    return bool(_FORM.search(html))


def offline_page(html: str, path: str, there: Collection[str], says: str, files: Mapping[str, str]) -> str:
    """The page at ``path`` with its contents and its text, under the line that ``says`` what it is and links to
    ``files``, by their paths. A link to what is not ``there`` (paths of files, from the same folder) stays as words."""
    up = "../" * path.count("/")
    links = " ".join(f'<a href="{up}{escape(file)}">{escape(title)}</a>' for file, title in files.items())
    note = f'<p class="tagline">{escape(says, quote=False)}</p><p class="links">{links}</p>'
    page = _Page(path, there, note)
    page.feed(html)
    page.close()
    head = "".join(
        (
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{''.join(page.title)}</title>",
            *page.styles,
        )
    )
    body = f'<div class="frame">{"".join(page.kept)}</div>'
    return f"<!doctype html>\n{page.root}<head>{head}</head>\n{page.body}\n{body}\n</body>\n</html>\n"


@dataclass
class _Page(HTMLParser):
    """``kept`` are the contents and the text, as they are written but for their links; the ``note`` stands above the
    text."""

    path: str
    there: Collection[str]
    note: str
    root: str = "<html>"
    body: str = "<body>"
    title: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    _keeping: str = ""
    _depth: int = 0
    _skipping: str = ""

    def __post_init__(self) -> None:
        HTMLParser.__init__(self, convert_charrefs=False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raw, known = self.get_starttag_text() or "", dict(attrs)
        if tag == "html":
            self.root = f'<html lang="{escape(known.get("lang") or "")}">'
        elif tag == "body":
            self.body = f'<body class="{escape(known.get("class") or "")}">'
        elif tag == "link" and known.get("rel") in _STYLES:
            self.styles.append(_LINKS.sub(self._link, raw))
        elif not self._keeping and (tag == "main" or (tag, known.get("class")) == ("nav", "toc")):
            self._keeping, raw = tag, _POPOVER.sub("", raw)
        if tag in ("script", "title") or (tag, known.get("popovertargetaction")) == ("button", "hide"):
            self._skipping = tag
        if self._keeping and not self._skipping:
            self._depth += tag == self._keeping
            self.kept += [_LINKS.sub(self._link, raw), *([self.note] if tag == "main" else [])]

    def handle_endtag(self, tag: str) -> None:
        if tag == self._skipping:
            self._skipping = ""
        elif self._keeping:
            self.kept.append(f"</{tag}>")
            self._depth -= tag == self._keeping
            self._keeping = self._keeping if self._depth else ""

    def handle_data(self, data: str) -> None:
        self._words(data)

    def handle_entityref(self, name: str) -> None:
        self._words(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._words(f"&#{name};")

    def _words(self, words: str) -> None:
        if self._skipping == "title" and not self._keeping:
            self.title.append(words)
        elif self._keeping and not self._skipping:
            self.kept.append(words)

    def _link(self, found: re.Match[str]) -> str:
        target = unescape(found["value"])
        parts = urlsplit(target)
        if target.startswith("#") or parts.scheme:
            return found[0]
        here = posixpath.dirname(self.path)
        file = posixpath.normpath(posixpath.join(here, unquote(parts.path))) if parts.path else self.path
        file = posixpath.normpath(f"{file}/{_INDEX}") if parts.path.endswith(("/", ".")) else file
        if file not in self.there:
            return ""
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        return f' {found["name"]}="{escape(posixpath.relpath(file, here or "."))}{escape(anchor)}"'
