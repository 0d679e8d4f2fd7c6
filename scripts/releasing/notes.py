"""The notes of a release: its part of the change log, in the words of who uses it."""

from __future__ import annotations

import re

from releasing.refused import Refused

_HEAD = re.compile(r"^## (?P<version>\S+) \((?P<day>\d{4}-\d{2}-\d{2}|not released yet)\)$", re.MULTILINE)


def notes_of(text: str, version: str, *, dated: bool) -> str:
    """What stands under the first heading of the change log, which has to be that of ``version``, and with ``dated`` to
    say its day. Raises ``Refused``."""
    heads = [*_HEAD.finditer(text)]
    if not heads or heads[0]["version"] != version:
        found = heads[0]["version"] if heads else "nothing"
        raise Refused(f"CHANGELOG.md begins with {found}, and this is {version}. Write: ## {version} (YEAR-MONTH-DAY)")
    if dated and not heads[0]["day"][0].isdigit():
        raise Refused(f"CHANGELOG.md says that {version} is not released yet. Write the day in place of that.")
    end = heads[1].start() if len(heads) > 1 else len(text)
    notes = text[heads[0].end() : end].strip()
    if not notes:
        raise Refused(f"CHANGELOG.md says nothing of {version}.")
    return f"{notes}\n"
