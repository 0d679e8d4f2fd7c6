"""Includes: lines such as ``{!annexes/mickcom/bijlage-2/1.5.md!}`` replaced by the lines of that file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausule.read.frontmatter import split_front_matter
from clausule.read.source import FOLDERS, Line, Sources

_WHOLE = re.compile(r"\s*\{!(?P<path>[^!]+)!(?P<options>[^{}!]*)\}\s*")
_ANY = re.compile(r"\{!.*?!")

# Two files that include each other's neighbours twice double the text at each step.
_MOST_DEPTH, _MOST_LINES = 8, 100_000


@dataclass(frozen=True, slots=True)
class Included:
    """The body of a file with its includes put in.

    ``head`` is the front matter of the file itself, ``inner`` that of the file it consists of when its body is one
    include and nothing else; both are lines, and ``inner_path`` is empty when there is no such file.
    """

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    inner: tuple[Line, ...] = ()
    inner_path: str = ""


def read_with_includes(sources: Sources, path: str) -> Included | None:
    """The lines of ``path`` and of what it includes; None when the file itself cannot be read.

    A missing, unsafe or circular include is a finding; its line is left out.
    """
    lines = sources.lines(path)
    if lines is None:
        return None
    head, body = split_front_matter(lines)
    words = [line for line in body if line.text.strip()]
    only = _WHOLE.fullmatch(words[0].text) if len(words) == 1 else None
    expanded = tuple(_expand(sources, body, (path,)))
    if only and not sources.refusal(only["path"].strip()) and only["path"].strip() != path:
        inner = read_with_includes_head(sources, only["path"].strip())
        return Included(head, expanded, inner[0], inner[1])
    return Included(head, expanded)


def read_with_includes_head(sources: Sources, path: str, seen: tuple[str, ...] = ()) -> tuple[tuple[Line, ...], str]:
    """The front matter and path of the file whose words ``path`` really holds, following files of one include."""
    head, body = split_front_matter(sources.lines(path) or ())
    words = [line for line in body if line.text.strip()]
    only = _WHOLE.fullmatch(words[0].text) if len(words) == 1 else None
    if only and only["path"].strip() not in (*seen, path) and not sources.refusal(only["path"].strip()):
        return read_with_includes_head(sources, only["path"].strip(), (*seen, path))
    return head, path


def _expand(sources: Sources, lines: tuple[Line, ...], chain: tuple[str, ...]) -> list[Line]:
    result: list[Line] = []
    for line in lines:
        if "{!" not in line.text:
            result.append(line)
            continue
        whole = _WHOLE.fullmatch(line.text)
        if whole is None:
            if found := _ANY.search(line.text):
                sources.add(
                    line.at(found.start()),
                    "bad-include",
                    "an include must stand alone on its line, as {!path!}",
                    "give it a line of its own",
                    found[0],
                )
            result.append(line)
            continue
        place, target = line.at(line.text.index("{!")), whole["path"].strip()
        why = sources.refusal(target)
        if not why and whole["options"].strip():
            why = "options behind the path are not supported"
        if not why and target in chain:
            why = "it includes itself: " + " → ".join((*chain[chain.index(target) :], target))
        if not why and len(chain) >= _MOST_DEPTH:
            why = f"includes are nested more than {_MOST_DEPTH} deep"
        if not why and len(result) > _MOST_LINES:
            why = f"the page has more than {_MOST_LINES} lines"
        if not why and target.split("/")[0] not in FOLDERS:
            why = "only files under docs/ and annexes/ can be included"
        if why:
            hint = "write the path from the root of the repository, beginning with docs/ or annexes/"
            sources.add(place, "bad-include", f"{target} cannot be included: {why}", hint, target)
            continue
        inner = sources.lines(target)
        if inner is not None:
            result.extend(_expand(sources, split_front_matter(inner)[1], (*chain, target)))
    return result[: 2 * _MOST_LINES]
