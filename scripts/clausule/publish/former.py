"""What stands where an agreement was before it was renamed: for each page one that leads on, for each other file a
copy. It is made of what stands at its new address, so that it is the same whoever makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Read = Callable[[], bytes]
LeadOn = Callable[[str, str], Mapping[str, bytes]]
"""For the path of a page at the old address, and the address to which it leads: its files by path."""


def former_files(former: str, slug: str, files: Mapping[str, Read], lead_on: LeadOn) -> dict[str, bytes]:
    """What stands below ``former`` for the ``files`` of the whole site, of which those below ``slug`` count."""
    found: dict[str, bytes] = {}
    for path, read in files.items():
        if not path.startswith(f"{slug}/"):
            continue
        there = f"{former}/{path.removeprefix(f'{slug}/')}"
        if path.endswith(".html"):
            found |= lead_on(there, path.removesuffix("index.html"))
        else:
            found[there] = read()
    return found
