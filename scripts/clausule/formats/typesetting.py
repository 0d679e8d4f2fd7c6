"""Typst, which sets a page, behind one function: a template of ours and plain data in, a PDF out.

Words reach a template as data alone, in a string (``_literal``): nothing in a text is ever read as Typst. Fonts are
those beside the templates, and the only day that a file bears is one that was handed in; so the same input gives the
same bytes.

Typst remembers what it has set: a paragraph, list or table that stood in a document before costs next to nothing. For
that all documents are made by one compiler, without ``sys.inputs`` (on which all that is remembered depends), and no
style of a template holds what is of one document.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from clausule.formats.compact_pdf import compact_pdf
from clausule.formats.jsonfile import as_short_json

if TYPE_CHECKING:
    from typst import Compiler

_TEMPLATES = str(resources.files(__package__) / "paper")
NOT_INSTALLED = "that needs more packages (pip install 'clausule[documents]')"
_NO_DAY = date(1970, 1, 1)
"""What programs write that may not write a day: PDF/A wants one."""
_LOCK = threading.Lock()


class TypesettingError(Exception):
    """A document could not be set; the message says of what and why."""


def is_installed() -> bool:
    """Whether documents can be made here: they need what ``pip install clausule[documents]`` brings."""
    return find_spec("typst") is not None


def typeset(
    template: str, data: Mapping[str, Any], attached: bytes = b"", day: date | None = None, *, short: bool = False
) -> bytes:
    """``data`` through the template ``paper/<template>.typ`` as a PDF that is PDF/UA-1 and PDF/A-3a.

    ``attached`` goes with it as the template says; the file says that it is of ``day``. ``short`` takes more time for
    fewer bytes. Raises ``TypesettingError``.
    """
    # Typst is given the hash of what is attached alone, since it reads each byte of it many times.
    stands_for = sha256(attached).hexdigest() if attached else ""
    made = datetime.combine(day or _NO_DAY, time(), UTC)
    from typst import TypstError

    with _LOCK:
        try:
            pages = _compiler().compile(
                _main(template, data, stands_for), format="pdf", pdf_standards=["ua-1", "a-3a"], timestamp=made
            )
        except TypstError as error:
            raise TypesettingError(error.diagnostic or error.message) from error
    assert isinstance(pages, bytes)
    return compact_pdf(pages, attached=attached, pages=short)


def rasterised(svg: bytes, high: int) -> bytes | None:
    """A drawing as PNG, ``high`` pixels of which 96 are an inch, in three times as many; None where it cannot be shown,
    or documents cannot be made here."""
    if not is_installed():
        return None
    from typst import TypstError

    data = {"format": "svg", "bytes": list(svg), "height": high * 0.75}
    with _LOCK:
        try:
            page = _compiler().compile(_main("raster", data, ""), format="png", ppi=288)
        except TypstError:
            return None
    return page if isinstance(page, bytes) else None


# Typst ends a line at these, and has no sign then for a tab that is left alone on one.
_LINE_ENDS = "\x85\u2028\u2029"


def _main(template: str, data: Mapping[str, Any], attached: str) -> bytes:
    """What there is to compile; the words stand on lines of their own, which no message shows."""
    words = as_short_json(data).decode()
    for sign in _LINE_ENDS:
        words = words.replace(sign, " ")
    lines = (
        f'#import "/{template}.typ": document-of',
        f"#let data = json(bytes({_literal(words)}))",
        f"#let attached = {_literal(attached)}",
        "#document-of(data, attached)",
    )
    return "\n".join(lines).encode()


def _literal(words: str) -> str:
    """``words`` as a string of Typst, in which these two signs alone mean more than themselves."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


@cache
def _compiler() -> Compiler:
    """Kept for the next document: its fonts are read once."""
    from typst import Compiler, Fonts

    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[f"{_TEMPLATES}/fonts"])
    return Compiler(root=_TEMPLATES, font_paths=fonts)
