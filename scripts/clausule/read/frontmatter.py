"""Front matter: YAML between two lines of ``---``, as plain data whose every value has a place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml

from clausule.model.annex_kind import annex_kinds
from clausule.model.editions import FrontMatter
from clausule.model.nodes import Place
from clausule.model.similarity import closest, short
from clausule.read.fitting import is_known_to_fit
from clausule.read.source import UNWANTED, Line, Sources, unwanted_words

if TYPE_CHECKING:
    import jsonschema

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_LINES, _MOST_CHARACTERS, _MOST_DATA, _MOST_DEPTH = 2_000, 200_000, 2_000_000, 12

YEARS = range(1900, 2200)
NO_DAY = "# effective: YYYY-MM-DD   # the day from which it applies"  # where it is not known yet
DAY_HINT = f"write it as 2018-05-25 or 25-05-2018, with a year from {YEARS[0]} to {YEARS[-1]}"
Path = tuple[str | int, ...]
KEY = ""  # behind a path of keys: the place of the last key itself, not of its value


def split_front_matter(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the front matter (without the fences; empty when there is none) and the lines of the body."""
    if not lines or lines[0].text.rstrip() != "---":
        return (), lines
    for index in range(1, min(len(lines), _MOST_LINES)):
        if lines[index].text.rstrip() in ("---", "..."):
            return lines[1:index], lines[index + 1 :]
    return (), lines


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong and how to mend it, at a line and a column of the block, counted from 0."""

    what: str
    hint: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class _Parsed:
    """Values, with places as (line, column) relative to the block, from 0."""

    values: dict[str, Any]
    places: dict[Path, tuple[int, int]]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Misfit:
    """What does not fit the schema: the value at ``keys``, or that key itself."""

    keys: Path
    what: str
    hint: str
    of_key: bool = False


class _Unreadable(Exception):
    """The block is not read any further."""

    def __init__(self, mark: Any, what: str, hint: str) -> None:
        super().__init__(what)
        self.fault = Fault(what, hint, mark.line, mark.column)


def read_front_matter(sources: Sources, path: str, head: tuple[Line, ...], schema: str) -> FrontMatter:
    """Reads ``head`` and holds it against ``schema`` (``agreement``, ``edition``, ``article`` or ``annex``).

    Faults become findings (rule ``front-matter``); values that do not fit the schema are left out.
    """
    return _read(sources, path, head, schema, "front-matter", "the front matter", _MOST_CHARACTERS)


def read_data(
    sources: Sources, path: str, lines: tuple[Line, ...], schema: str, rule: str, unknown: str = ""
) -> FrontMatter:
    """The same for a file that is YAML as a whole; its faults are findings of ``rule``.

    ``unknown`` is the word for what an author does not know: it fits where the schema has ``mayBeUnknown``.
    """
    return _read(sources, path, lines, schema, rule, "the file", _MOST_DATA, unknown)


def is_word(written: str, word: str) -> bool:
    """Whether an author wrote ``word`` and nothing else."""
    return bool(word) and written.strip().casefold() == word


def _read(
    sources: Sources, path: str, head: tuple[Line, ...], schema: str, rule: str, name: str, most: int, unknown: str = ""
) -> FrontMatter:
    parsed = _parse("\n".join(line.text for line in head), schema, name, most, unknown)
    first = head[0].number if head else 1

    place = _Placed(path, first, parsed.places)
    for fault in parsed.faults:
        line, column = fault.line, fault.column
        if head and line >= len(head):  # what YAML calls the begin of the next line is the end of the last one
            line, column = len(head) - 1, len(head[-1].text)
        sources.add(Place(path, first + line, column + 1), rule, fault.what, fault.hint)
    return FrontMatter(parsed.values, place)


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where the value for a path of keys stands, or the nearest value around it. (Not a function within one: it goes to
    other processes.)"""

    path: str
    first: int
    places: dict[Path, tuple[int, int]]

    def __call__(self, keys: Path) -> Place:
        while keys and keys not in self.places:
            keys = keys[:-1]
        line, column = self.places.get(keys, (0, 0))
        return Place(self.path, self.first + line, column + 1)


def read_day(written: object) -> date | None:
    """A day, written 2018-05-25 or 25-05-2018; None when there is no such day, or when its year is a slip of the
    pen."""
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", str(written))
    day_first = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", str(written))
    found = iso.groups() if iso else day_first.groups()[::-1] if day_first else None
    try:
        day = date(*map(int, found)) if found else None
    except ValueError:
        return None
    # Periods are counted from it, and calendars and feeds know no year 1 or 10000.
    return day if day and day.year in YEARS else None


def no_front_matter(path: str) -> FrontMatter:
    """The front matter of a file that could not be read: empty."""
    return FrontMatter({}, _Placed(path, 1, {}))


@cache
def _parse(text: str, schema: str, name: str, most: int, unknown: str) -> _Parsed:
    places: dict[Path, tuple[int, int]] = {}
    try:
        node = _compose(text, name, most)
        values = {} if node is None else _plain(node, (), places)
        if not isinstance(values, dict):
            raise _Unreadable(
                node.start_mark, f"{name} is not a list of keys and values", 'write lines such as version: "1.5"'
            )
    except _Unreadable as error:
        return _Parsed({}, places, (error.fault,))
    except yaml.YAMLError as error:
        return _Parsed({}, places, (_fault_of(error, text, name),))
    faults = []
    for misfit in list(_misfits(values, schema, unknown)):
        at = (*misfit.keys, KEY) if misfit.of_key else misfit.keys
        while at and at not in places:
            at = at[:-1]
        faults.append(Fault(misfit.what, misfit.hint, *places.get(at, (0, 0))))
        _leave_out(values, misfit.keys)
    return _Parsed(values, places, tuple(faults))


def _fault_of(error: yaml.YAMLError, text: str, name: str) -> Fault:
    """What an author did wrong where YAML stopped: most often a value that needs quotes, because of what is in it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    bare = _BARE_VALUE.fullmatch(lines[line]) if line < len(lines) else None
    if bare:
        quoted = _in_quotes(bare["value"])
        lines[line] = lines[line][: bare.start("value")] + quoted
        if _stops_at("\n".join(lines)) > line:
            sign = ":" if re.search(r":(?:\s|$)", bare["value"]) else bare["value"][0]
            what = f"{bare['key']}: the sign {sign} in this value means something to YAML"
            return Fault(what, f"put quotes round it: {bare['key']}: {quoted}", line, bare.start("value"))
    problem = getattr(error, "problem", None) or "it cannot be read"
    return Fault(f"{name} is not YAML: {problem}", "put quotes around values with : or # in them", line, column)


_BARE_VALUE = re.compile(r"\s*(?:- +)?(?P<key>[\w-]+): +(?P<value>\S.*?) *")


def _in_quotes(value: str) -> str:
    """``value`` as YAML in quotes."""
    return f'"{value}"' if not set('"\\\\') & set(value) else "'" + value.replace("'", "''") + "'"


def _stops_at(text: str) -> int:
    """The line at which YAML stops reading ``text``; one past the last when it reads all."""
    try:
        yaml.compose(text, _Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark.line if mark else 0
    return text.count("\n") + 1


def _compose(text: str, name: str, most: int) -> Any:
    """The YAML node of ``text``. Depth is measured on events first: the composer recurses and could fall."""
    if len(text) > most:
        raise _Unreadable(yaml.Mark("", 0, 0, 0, None, 0), f"{name} is too long", "keep only what describes the text")
    depth = 0
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Unreadable(
                event.start_mark,
                "anchors and aliases (& and *) are not supported",
                "put quotes around the value, or write it out",
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MOST_DEPTH:
            raise _Unreadable(event.start_mark, f"{name} is nested too deeply", "keep it flat")
    return yaml.compose(text, _Loader)


def _plain(node: Any, keys: Path, places: dict[Path, tuple[int, int]]) -> Any:
    """Plain data, with the places of values and of keys. Numbers and dates stay as written: 1.10 is not 1.1."""
    places.setdefault(keys, (node.start_mark.line, node.start_mark.column))
    if isinstance(node, yaml.ScalarNode):
        if found := UNWANTED.search(node.value):
            raise _Unreadable(node.start_mark, *unwanted_words(found[0]))
        if not node.style:  # a plain scalar: "" from libyaml, None from Python
            if node.tag == "tag:yaml.org,2002:null":
                return None
            if node.value in ("true", "false"):
                return node.value == "true"
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*keys, index), places) for index, child in enumerate(node.value)]
    result: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _Unreadable(key.start_mark, "a key must be a word", "write key: value")
        if key.value in result:
            raise _Unreadable(key.start_mark, f"'{key.value}' stands here twice", "keep one of them")
        result[key.value] = _plain(value, (*keys, key.value), places)
        places[(*keys, key.value, KEY)] = (key.start_mark.line, key.start_mark.column)
        # A person looks for the key; a list item or a nested value is found by its own path.
        if not isinstance(value, yaml.ScalarNode):
            places[(*keys, key.value)] = places[(*keys, key.value, KEY)]
    return result


@cache
def schema_texts() -> dict[str, bytes]:
    """The JSON Schema of each kind of source by its name, ``settings`` or ``edition``; editors use the same ones."""
    folder = resources.files("clausule.read").joinpath("schema")
    found = {
        file.name.removesuffix(".schema.json"): file.read_bytes()
        for file in folder.iterdir()
        if file.name.endswith(".json")
    }
    return dict(sorted(found.items())) | {"annex": _with_kinds(found["annex"])}


def _with_kinds(schema: bytes) -> bytes:
    """The schema of an annex with the kinds that there are."""
    first, *others = kinds = annex_kinds()
    values = json.loads(schema)
    values["properties"]["kind"] = {"enum": kinds, "description": f"{first} (the default), {' or '.join(others)}"}
    return (json.dumps(values, indent=2, ensure_ascii=False) + "\n").encode()


@cache
def load_schema(name: str) -> dict[str, Any]:
    """The JSON Schema for the front matter of one kind of file."""
    schema: dict[str, Any] = json.loads(schema_texts()[name])
    return schema


@cache
def _validator(name: str) -> jsonschema.Draft202012Validator:
    import jsonschema  # it takes long to load, and who is handed what was read needs none of it

    extend: Any = jsonschema.validators.extend
    own = {"pattern": _pattern, "minLength": _least_letters}
    found: jsonschema.Draft202012Validator = extend(jsonschema.Draft202012Validator, own)(load_schema(name))
    return found


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[Any]:
    """As JSON Schema means it: by ECMA-262, where ``$`` is the very end, and not the end of a last line. Else
    ``colour: |`` gives a colour that no program reads."""
    from jsonschema import ValidationError

    if isinstance(value, str) and (value.endswith("\n") or not re.search(pattern, value)):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _least_letters(_: Any, least: int, value: Any, __: Any) -> Iterator[Any]:
    """White space alone is no text: it would be an empty line, or nobody's name, on a page."""
    from jsonschema import ValidationError

    if isinstance(value, str) and len(value.strip()) < least:
        yield ValidationError(f"{value!r} is too short")


def _misfits(values: dict[str, Any], schema: str, unknown: str) -> Iterator[_Misfit]:
    errors = () if is_known_to_fit(values, load_schema(schema)) else _validator(schema).iter_errors(values)
    for error in sorted(errors, key=lambda one: [str(step) for step in one.absolute_path]):
        keys: Path = tuple(error.absolute_path)
        if error.schema.get("mayBeUnknown") and isinstance(error.instance, str) and is_word(error.instance, unknown):
            continue
        yield from _EXPLAIN.get(str(error.validator), _explain_other)(keys, error)


def _explain_other(keys: Path, error: Any) -> Iterator[_Misfit]:
    yield _Misfit(keys, f"{_name(keys)}: '{_shown(error.instance)}' does not fit", _described(error.schema))


def _explain_type(keys: Path, error: Any) -> Iterator[_Misfit]:
    wanted = {"string": "text", "array": "a list", "object": "keys and values", "boolean": "true or false"}
    kinds = [error.validator_value] if isinstance(error.validator_value, str) else error.validator_value
    expected = " or ".join(wanted.get(kind, kind) for kind in kinds)
    yield _Misfit(keys, f"{_name(keys)}: expected {expected}", _described(error.schema))


def _explain_enum(keys: Path, error: Any) -> Iterator[_Misfit]:
    guess = closest(str(error.instance), [str(word) for word in error.validator_value])
    hint = f"did you mean '{guess}'? " if guess else ""
    yield _Misfit(keys, f"{_name(keys)}: '{_shown(error.instance)}' does not fit", hint + _described(error.schema))


def _explain_const(keys: Path, error: Any) -> Iterator[_Misfit]:
    yield _Misfit(keys, f"{_name(keys)} can only be {json.dumps(error.validator_value)}", _described(error.schema))


def _explain_unknown(keys: Path, error: Any) -> Iterator[_Misfit]:
    known = list(error.schema.get("properties", {}))
    for key in error.instance:
        if key not in known:
            guess = closest(key, known)
            hint = f"did you mean '{guess}'?" if guess else f"known here: {', '.join(known)}"
            yield _Misfit((*keys, key), f"'{key}' is not a known key", hint, of_key=True)


def _explain_missing(keys: Path, error: Any) -> Iterator[_Misfit]:
    for key in error.validator_value:
        if key not in error.instance:
            yield _Misfit(keys, f"'{key}' is missing", _described(error.schema.get("properties", {}).get(key, {})))


def _name(keys: Path) -> str:
    return ".".join(str(step) for step in keys) or "front matter"


def _shown(value: Any) -> str:
    """A value as an author writes it: ``[all]`` and ``true``, where Python has a list and True."""
    if isinstance(value, list):
        return short(f"[{', '.join(map(_shown, value))}]")
    return short(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _described(schema: dict[str, Any]) -> str:
    return str(schema.get("description", ""))


_EXPLAIN: dict[str, Callable[[Path, Any], Iterator[_Misfit]]] = {
    "type": _explain_type,
    "enum": _explain_enum,
    "const": _explain_const,
    "additionalProperties": _explain_unknown,
    "required": _explain_missing,
}


def _leave_out(values: Any, keys: Path) -> None:
    """Removes the value at ``keys`` so that what follows can trust the shape of the rest."""
    if not keys:
        return
    for step in keys[:-1]:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(values, dict):
        values.pop(str(keys[-1]), None)
    elif isinstance(values, list) and isinstance(keys[-1], int) and keys[-1] < len(values):
        values[keys[-1]] = None
