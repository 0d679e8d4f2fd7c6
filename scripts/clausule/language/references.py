"""References and their targets, as a language finds them in a text, and the same as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that a reference points to.

    ``kind`` is ``clause``, ``annex`` or ``chapter`` (of the text itself) or ``act`` (or another document). ``article``
    is as written (``5``, ``11.1``, ``6:119a``), ``paragraph`` the lid, ``point`` the onderdeel, ``subparagraph`` the
    alinea; ``annex`` the number of an annex in digits or its letter, ``section`` a part of it. ``act`` is the short
    name of an act, or the name as written when it is not known. ``address`` is an id of the text (``artikel-4.2``,
    ``bijlage-2``), a URL, or ``act:Name&artikel=9``. ``start`` and ``end`` are the words of this target within the
    reference. ``unsure``: what is said here of an act might be said of the text itself, if that has such an article.
    ``step``: it is the article (or, with a ``paragraph``, the clause) that stands so far behind the one that speaks;
    ``address`` is right where these are numbered 1, 2, 3.
    """

    kind: str
    article: str = ""
    paragraph: str = ""
    point: str = ""
    subparagraph: str = ""
    annex: str = ""
    section: str = ""
    act: str = ""
    address: str = ""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    unsure: bool = field(default=False, compare=False)
    step: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """``text``, at ``start`` to ``end``, points to all of ``targets``; where it is ``loose``, only if the edition has
    them."""

    start: int
    end: int
    text: str
    targets: tuple[Target, ...]
    loose: bool = False


def as_json(references: list[Reference]) -> list[dict[str, Any]]:
    """References as data: ``[{start, end, text, targets}]``, the targets as addresses, each once, in order."""
    return [
        {
            "start": reference.start,
            "end": reference.end,
            "text": reference.text,
            "targets": list(dict.fromkeys(target.address for target in reference.targets)),
        }
        for reference in references
    ]
