"""A staged page taken apart: its front matter, and one block of HTML that is handed on as it is."""

from __future__ import annotations

import re

from clausule.pages.kit.staging import FIXED

_PAGE = re.compile(rf'\s*(<div class="(?:text[a-z -]*|{FIXED})">\n(.*)\n</div>)\s*', re.S)


def html_of(body: str) -> str | None:
    """What a template gets of the ``body`` of a staged page: its text, or of a fixed page what stands in its text;
    nothing when that is no staged page."""
    found = _PAGE.fullmatch(body)
    if not found:
        return None
    return found[2].strip() if f'"{FIXED}"' in found[1].partition("\n")[0] else found[1]
