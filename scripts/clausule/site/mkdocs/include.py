"""Includes in the preview of the sources: markdown-include, without its ways out of the repository.

markdown-include reads any path, prints where it should fail, expands inside code, keeps the front matter of what it
includes and follows a circle until the stack ends. This subclass keeps its syntax and its place among the extensions.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markdown_include.include import INC_SYNTAX, IncludePreprocessor, MarkdownInclude
from mkdocs.exceptions import BuildError

from clausule.read.frontmatter import split_front_matter
from clausule.read.source import Sources

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_FOLDERS = ("docs/", "annexes/")
_MOST_DEPTH, _MOST_LINES = 8, 100_000


class IncludeError(BuildError):  # type: ignore[misc]  # MkDocs has no types for mypy
    """An include that cannot be followed; the message names it, says why and how to mend it."""


class SafeInclude(MarkdownInclude):  # type: ignore[misc]
    """The extension. ``root`` is the repository; every path is read from there."""

    def __init__(self, **options: Any) -> None:
        super().__init__()
        self.config["root"] = [".", "The root of the repository."]
        self.setConfigs(options)

    def extendMarkdown(self, md: Any) -> None:
        """Registers the preprocessor where markdown-include has its own."""
        md.preprocessors.register(_SafePreprocessor(md, self.getConfigs()), "include", 101)


class _SafePreprocessor(IncludePreprocessor):  # type: ignore[misc]
    def __init__(self, md: Any, config: dict[str, Any]) -> None:
        super().__init__(md, config)
        self.sources = Sources(Path(str(config["root"])).resolve())

    def run(self, lines: list[str]) -> list[str]:
        return self._expand(lines, ())

    def _expand(self, lines: list[str], chain: tuple[str, ...]) -> list[str]:
        result: list[str] = []
        fence = ""
        for line in lines:
            opened = _FENCE.match(line)
            if opened:
                fence = "" if fence and opened[1].startswith(fence) else fence or opened[1]
            found = INC_SYNTAX.search(line)
            if fence or not found or line.startswith(("    ", "\t")) or _in_code(line, found.start()):
                result.append(line)
                continue
            if line.strip() != found[0]:
                raise IncludeError(f"{found[0]} must stand alone on its line. Give it a line of its own.")
            result.extend(self._included(found, chain))
            if len(result) > _MOST_LINES:
                raise IncludeError(f"{found[0]} makes the page longer than {_MOST_LINES} lines. Include less.")
        return result

    def _included(self, found: re.Match[str], chain: tuple[str, ...]) -> list[str]:
        path = found[1]
        why = self.sources.refusal(path)
        if not why and not path.startswith(_FOLDERS):
            why = "only files under docs/ and annexes/ can be included"
        if not why and found[2]:
            why = "options behind the path are not supported"
        if not why and path in chain:
            why = "it includes itself: " + " → ".join((*chain[chain.index(path) :], path))
        if not why and len(chain) >= _MOST_DEPTH:
            why = f"includes are nested more than {_MOST_DEPTH} deep"
        read = None if why else self.sources.lines(path)
        if read is None:
            why = why or next((f.message for f in self.sources.findings if f.place.path == path), "it cannot be read")
            raise IncludeError(
                f"{found[0]} cannot be included: {why}. Write the path from the root of the repository, beginning "
                "with docs/ or annexes/."
            )
        body = [line.text for line in split_front_matter(read)[1]]
        return self._expand(body, (*chain, path))


def _in_code(line: str, position: int) -> bool:
    return line.count("`", 0, position) % 2 == 1
