"""What the plan of the last publication told of the editions, and how far that is to be trusted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from clausule.build.digest import tools_digest
from clausule.model.hashes import digest
from clausule.read.lock import Lock, read_lock
from clausule.read.records import Record, from_json
from clausule.read.settings import read_settings
from clausule.read.source import Sources


def sealed(memory: dict[str, Any]) -> dict[str, Any]:
    """``memory`` with a hash of all that is in it: a hand that changed a part of it, or a merge, is found."""
    return memory | {"sha256": digest({name: value for name, value in memory.items() if name != "sha256"})}


def is_whole(memory: Any) -> bool:
    """Whether ``memory`` is as a plan wrote it; what is not is forgotten, and everything is read again."""
    try:
        return isinstance(memory, dict) and memory == sealed(memory)
    except (ValueError, RecursionError):  # half a surrogate pair, lists in lists in lists
        return False


def known_editions(root: Path, memory: Any, before: Any = None) -> dict[str, Record]:
    """The editions that were read before, by name, from the memory of an earlier plan; none when a tool changed
    since, or when the plan ``before`` that one tells otherwise of the same files: then a hand wrote one of the two."""
    if not is_whole(memory) or memory.get("tools") != tools_digest(root, read_settings(Sources(root))):
        return {}
    rows = _rows(memory)
    earlier = _rows(before) if is_whole(before) and before.get("tools") == memory["tools"] else {}
    if any(_differ(row, earlier.get(name)) for name, row in rows.items()):
        return {}
    found = {str(name): from_json(row) for name, row in rows.items()}
    return {name: record for name, record in found.items() if record}


def as_frozen(root: Path, records: dict[str, Record]) -> dict[str, Record]:
    """Those of ``records`` whose hash is the one in the lock. That is what was agreed, whatever a memory tells; and a
    concept, which is in none, is always read."""
    sources, locks = Sources(root), dict[str, Lock]()
    found = {}
    for name, record in records.items():
        slug, _, version = name.partition("/")
        if slug not in locks:
            locks[slug] = read_lock(sources, slug)
        frozen = locks[slug].editions.get(version)
        if frozen and frozen.sha256 == record.imprint.sha256:
            found[name] = record
    return found


def _rows(memory: Any) -> dict[str, Any]:
    rows = memory.get("editions")
    return rows if isinstance(rows, dict) else {}


def _differ(row: Any, earlier: Any) -> bool:
    """Whether two records of the same bytes tell otherwise of them. What is told of the editions around them may."""
    if not (isinstance(row, dict) and isinstance(earlier, dict)) or row.get("source") != earlier.get("source"):
        return False
    around = {"passed", *(() if row.get("next_source") == earlier.get("next_source") else ("next_source", "shift"))}
    return any(row.get(name) != earlier.get(name) for name in (row.keys() | earlier.keys()) - around)
