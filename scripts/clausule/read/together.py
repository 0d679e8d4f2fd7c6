"""What can only be seen when every agreement was read: titles that are alike, and texts that nothing includes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

from clausule.language.wording.names import full_title, short_title
from clausule.model.editions import Agreement
from clausule.model.findings import Finding
from clausule.model.nodes import Place
from clausule.model.similarity import short
from clausule.read.source import Sources

_ANNEXES = "annexes"


def unread_texts(root: Path, slugs: Iterable[str], read: Set[str], annexes: bool) -> Iterator[Finding]:
    """A finding for each text that is not among those that were ``read``: beside the editions of an agreement, and
    among the annexes where these are looked at."""
    for slug in slugs:
        for entry in sorted(os.scandir(root / "docs" / slug), key=lambda entry: entry.name):
            path = f"docs/{slug}/{entry.name}"
            if entry.is_file() and entry.name.endswith(".md") and path not in read:
                yield Finding(
                    place=Place(path, 1, 1),
                    rule="bad-name",
                    message=f"{entry.name} stands beside the editions, and was not read",
                    hint="put it in the folder of its edition, such as 1.5",
                    words=entry.name,
                )
    for path in sorted(_texts(root, _ANNEXES)) if annexes else ():
        if path not in read:
            yield Finding(
                place=Place(path, 1, 1),
                rule="unincluded-annex",
                message=f"no edition includes {path}",
                hint=f"include it in its edition, as {{!{path}!}}, or take it away",
            )


def report_titles(sources: Sources, agreements: Sequence[Agreement]) -> None:
    """A finding for each of ``agreements``, which are all that the repository has, that is called as another is."""
    seen: dict[str, Agreement] = {}
    for agreement in agreements:
        names = {"title": full_title(agreement), "short_title": f"{short_title(agreement)} {agreement.publisher}"}
        told = False
        for key, name in names.items():
            first = seen.setdefault("".join(char for char in name.casefold() if char.isalnum()), agreement)
            if first is not agreement and not told:
                told = True
                sources.add(
                    agreement.meta.place((key,)),
                    "same-title",
                    f"docs/{first.slug} is called '{short(name.strip())}' too, and a reader cannot tell them apart",
                    "say in the title for whom or for what this one is",
                    str(agreement.meta.values.get(key) or ""),
                )


def _texts(root: Path, folder: str) -> Iterator[str]:
    """Every text below an agreement's folder of annexes; links and what is hidden are passed over."""
    for name in sorted(os.listdir(root / folder)) if (root / folder).is_dir() else ():
        path = f"{folder}/{name}"
        entry = root / path
        if name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from _texts(root, path)
        elif name.endswith(".md") and path.count("/") > 1 and not name.lower().startswith("readme"):
            yield path
