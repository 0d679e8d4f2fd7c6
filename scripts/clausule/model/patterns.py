"""Patterns that are compiled when they are first asked something: a command needs few of those that it loads, and to
compile the others takes longer than to compare two short files."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("match", "fullmatch", "search", "findall", "finditer", "sub", "split")


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, made at the first use. That raises ``re.error`` for what is no expression."""
    return cast("re.Pattern[str]", _Later(expression, flags))


class _Later:
    """Stands for the pattern, and from its first use on has its methods."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression, self._flags = expression, flags

    def __getattr__(self, name: str) -> Any:
        made = re.compile(self._expression, self._flags)
        self.__dict__ |= {method: getattr(made, method) for method in _METHODS}
        return getattr(made, name)
