"""A finding: one fault or doubt in the sources, at file:line:column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clausule.model.nodes import Place

SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """``message`` says what is wrong, ``hint`` how to mend it; why it matters belongs to the rule.

    ``words`` are the words at ``place`` that it is about and ``at`` the id of the clause or part that holds them
    (both may be empty); an ``allow`` is matched against them. ``severity`` is the rule's, filled in by the checker
    unless the finding has one of its own.
    ``allowed`` is the author's reason when he accepted it.
    """

    place: Place
    rule: str
    message: str
    hint: str = ""
    words: str = ""
    at: str = ""
    severity: str = ""
    allowed: str = ""

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By place, then rule, then message."""
        return (self.place.path, self.place.line, self.place.column, self.rule, self.message)

    def as_json(self) -> dict[str, Any]:
        """The contract of ``check --format json``; ``at``, ``words`` and ``allowed`` are additions to it."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "path": self.place.path,
            "line": self.place.line,
            "column": self.place.column,
            "message": self.message,
            "hint": self.hint,
            "at": self.at,
            "words": self.words,
            "allowed": self.allowed or None,
        }
