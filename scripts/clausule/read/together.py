"""What can only be seen when every agreement was read: titles that are alike, and texts that nothing includes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from clausule.language.wording.names import full_title, short_title
from clausule.model.editions import Agreement
from clausule.model.nodes import Place
from clausule.model.similarity import short
from clausule.read.source import Sources

_ANNEXES = "annexes"


def report_together(sources: Sources, agreements: Sequence[Agreement]) -> None:
    """The findings about ``agreements``, which are all that the repository has."""
    _report_titles(sources, agreements)
    read = {*sources.hashes, *(path for one in agreements for edition in one.editions for path in edition.files)}
    for path in sorted(_texts(sources, _ANNEXES)):
        if path not in read:
            sources.add(
                Place(path, 1, 1),
                "unincluded-annex",
                f"no edition includes {path}",
                f"include it in its edition, as {{!{path}!}}, or take it away",
            )


def _report_titles(sources: Sources, agreements: Iterable[Agreement]) -> None:
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


def _texts(sources: Sources, folder: str) -> Iterator[str]:
    """Every text below an agreement's folder of annexes; links and what is hidden are passed over."""
    for name in sorted(os.listdir(sources.root / folder)) if (sources.root / folder).is_dir() else ():
        path = f"{folder}/{name}"
        entry = sources.root / path
        if name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from _texts(sources, path)
        elif name.endswith(".md") and path.count("/") > 1 and not name.lower().startswith("readme"):
            yield path
