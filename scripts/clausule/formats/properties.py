"""What a file of an edition says beside its words, so that it comes in again as it was (``clausule import``)."""

from __future__ import annotations

from clausule.model.editions import Edition

OURS = "clausule "
"""What the names of our own properties begin with."""


def own_properties(edition: Edition) -> dict[str, str]:
    """The agreement, the version and the day of ``edition``; of each annex its version, its day and its kind; whether
    it has lists of definitions, which look like paragraphs."""
    found = {"agreement": edition.agreement, "version": edition.version}
    if edition.effective:
        found["effective"] = edition.effective.isoformat()
    for number, annex in enumerate(edition.annexes, 1):
        day = annex.effective.isoformat() if annex.effective else ""
        found[f"annex {number}"] = " ".join(filter(None, (annex.version, day, annex.kind)))
    if any(definition.source == "list" for definition in edition.definitions):
        found["terms"] = "list"
    return {f"{OURS}{name}": value for name, value in found.items()}
