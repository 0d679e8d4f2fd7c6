"""What other programs make of two texts, counted in words: git's word diff, redlines, lxml, and dwdiff where it is
present.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from lxml.html.diff import htmldiff
from redlines import Redlines

from session import clean_environment


def git_words(old: str, new: str) -> int:
    """How many words `git diff --word-diff --histogram` deletes and inserts."""
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "old"), Path(folder, "new")
        one.write_text(old + "\n", "utf-8", newline="\n")
        other.write_text(new + "\n", "utf-8", newline="\n")
        words = ["git", "diff", "--no-index", "--word-diff=porcelain", "--histogram", "-U1000000", str(one), str(other)]
        done = subprocess.run(words, capture_output=True, env=clean_environment())
        assert done.returncode in (0, 1), done.stderr.decode()
    lines = re.split(r"^@@.*@@.*\n", done.stdout.decode("utf-8"), maxsplit=1, flags=re.M)[-1].split("\n")
    return sum(len(line[1:].split()) for line in lines if line[:1] in ("+", "-")) if done.returncode else 0


def dwdiff_words(old: str, new: str) -> int:
    """The same for dwdiff."""
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "old"), Path(folder, "new")
        one.write_text(old + "\n", "utf-8")
        other.write_text(new + "\n", "utf-8")
        marks = ["-w", "\x01", "-x", "\x02", "-y", "\x03", "-z", "\x04"]
        done = subprocess.run(["dwdiff", *marks, str(one), str(other)], capture_output=True, text=True)
    return _marked(r"\x01(.*?)\x02|\x03(.*?)\x04", done.stdout)


def redlines_words(old: str, new: str) -> int:
    """The same for redlines."""
    return _marked(r"<del>(.*?)</del>|<ins>(.*?)</ins>", Redlines(old, new, markdown_style="none").output_markdown)


def lxml_words(old: str, new: str) -> int:
    """The same for lxml.html.diff, a paragraph for each line."""
    pages = [
        f"<p>{'</p><p>'.join(text.replace('&', '&amp;').replace('<', '&lt;').split(chr(10)))}</p>"
        for text in (old, new)
    ]
    return _marked(r"<del>(.*?)</del>|<ins>(.*?)</ins>", htmldiff(*pages))


def _marked(pattern: str, text: str) -> int:
    return sum(len(re.sub(r"<[^>]*>", " ", one or other).split()) for one, other in re.findall(pattern, text, re.S))


def present() -> dict[str, Callable[[str, str], int] | None]:
    """Each program by name; None when it is not on this machine."""
    dwdiff = dwdiff_words if shutil.which("dwdiff") else None
    return {"git word-diff": git_words, "dwdiff": dwdiff, "redlines": redlines_words, "lxml.html.diff": lxml_words}
