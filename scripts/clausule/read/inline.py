"""The words of a block: lines joined, emphasis and links taken out and remembered, raw HTML reported."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from itertools import chain, pairwise

from clausule.language.protocol import Grammar
from clausule.model.markup import is_place
from clausule.model.nodes import Mark, Place, Text
from clausule.read.footnotes import Footnotes
from clausule.read.source import UNWANTED, Line, Sources

# Every alternative begins with its own character and stops at the next one of its kind, so a scan is linear.
_TOKEN = re.compile(
    r"\\(?P<escape>[!-/:-@\[-`{-~])"
    r"|(?P<stars>\*{1,3}|_+)"
    r"|\[\^(?P<note>[^\[\]\s]{1,40})\]"
    r"|(?P<strange>~~(?=\S)[^~]{1,500}~~|(?<![\w~])~(?=[^\s~])[^~\s]{1,40}~(?![\w~])|(?<=[A-Za-z])~\d{1,3}~(?!~)|==(?=[^\s=])[^=]{1,500}=="
    r"|(?P<ticks>`{1,3})(?=\S)[^`]{1,500}(?P=ticks)|\^\[[^\[\]]{1,500}\]|(?<=\w)\^[^\s^]{1,20}\^)"
    r"|<(?P<auto>(?:https?://|mailto:)[^<>\s]{1,2000})>"
    r"|(?P<tag></?[A-Za-z][^<>]{0,2000}>?|<!--|<![A-Za-z]|<\?)"
    r"|(?P<image>!?)\[(?P<label>[^\[\]]{0,2000})\]"
    r"\((?P<target>[^()\s]{0,2000}+(?:\([^()\s]{0,500}+\)[^()\s]{0,500}+){0,9}+)\)"
    r"|(?P<attributes>\{:[^{}]{0,500}\}|\{(?=[^{}]{0,500}=)[^{}]{1,500}\})"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<half>\]\()"
)
_SPECIAL = re.compile(r"[\\*<\[\]{&_`~^=]")  # one set of characters: a choice of patterns takes three times as long
_BREAK = re.compile(r"(?:  +|(?<!\\)(?:\\\\)*\\)$")
_NO_IMAGE = "describe it in words; a logo can stand on a line of its own in index.md, with a file of the repository"
# What Markdown has and an agreement has not: what it begins with, what it is, and how to write it.
_STRANGE = {
    "~": ("words that are struck out", r"take them out: what changed is shown between two versions; a real ~ is \~"),
    "=": ("marked words", "write them in bold, **so**"),
    "`": ("code", "write the words as they are, or in quotes"),
    "^[": ("a footnote within a line", "write [^1] here, and on a line of its own [^1]: what it says"),
    "^": ("raised words", "write the character itself, such as ²"),
} | {f"~{digit}": ("lowered words", "write the character itself, such as ₂") for digit in range(10)}
_SAFE_TARGET = re.compile(r"(?:https?://|mailto:|#|[\w.-]+(?:/|#|$)|\.{1,2}/)", re.I)


def make_text(
    sources: Sources, grammar: Grammar, lines: list[Line], notes: Footnotes | None = None, apart: bool = False
) -> Text:
    """The text of ``lines``, joined with one space, or with a line break where an author wants one: two blanks or a
    backslash at the end of a line (or ``apart``). ``notes`` are the footnotes of the page."""
    if len(lines) == 1 and (words := lines[0].text.strip()) and not _SPECIAL.search(words):
        return Text(words, ((0, lines[0].at(lines[0].text.index(words[0]))),))
    pieces: list[tuple[str, Place]] = []
    joints: list[str] = []
    for line in lines:
        stripped = line.text.lstrip()
        place = line.at(len(line.text) - len(stripped))
        broken = _BREAK.search(line.text) if line is not lines[-1] else None
        stripped = stripped[: len(stripped) - len(broken[0])].rstrip() if broken else stripped.rstrip()
        if stripped:
            pieces.append((stripped, place))
            joints.append("\n" if broken or apart else " ")
    if not pieces:
        return Text("", ((0, lines[0].place if lines else Place("", 1, 1)),))
    _report_broken_words(sources, grammar, pieces)
    raw = "".join(chain.from_iterable(zip((words for words, _ in pieces), [*joints[:-1], ""], strict=True)))
    starts: list[tuple[int, Place]] = []
    offset = 0
    for words, place in pieces:
        starts.append((offset, place))
        offset += len(words) + 1
    if not _SPECIAL.search(raw):
        return Text(raw, tuple(starts))
    return _without_markup(sources, Text(raw, tuple(starts)), notes)


def _report_broken_words(sources: Sources, grammar: Grammar, pieces: list[tuple[str, Place]]) -> None:
    """A hyphen at the end of a line that is followed by a small letter would be shown as 'verwer- king'."""
    for (words, place), (following, _) in pairwise(pieces):
        if re.search(r"[a-zà-ÿ]-$", words) and re.match("[a-zà-ÿ]", following) and not grammar.JOINING.match(following):
            word = words.rsplit(None, 1)[-1]
            sources.add(
                Place(place.path, place.line, place.column + len(words) - len(word)),
                "broken-word",
                f"the word '{word}' is broken off at the end of the line",
                "write the word whole, on one line",
                word,
            )


def _without_markup(sources: Sources, raw: Text, notes: Footnotes | None) -> Text:
    tokens = list(_TOKEN.finditer(raw.plain))
    pairs = _pairs(raw.plain, tokens)
    plain: list[str] = []
    segments: list[tuple[int, Place]] = []
    marks: list[Mark] = []
    opened: dict[int, int] = {}
    length = 0

    def put(words: str, start: int) -> None:
        nonlocal length
        if words:
            segments.append((length, raw.place(start)))
            low = bisect_right(raw.segments, start, key=_offset)
            high = bisect_left(raw.segments, start + len(words), key=_offset)
            segments.extend((length + begin - start, place) for begin, place in raw.segments[low:high])
            plain.append(words)
            length += len(words)

    position = 0
    for index, token in enumerate(tokens):
        put(raw.plain[position : token.start()], position)
        position = token.end()
        kind = token.lastgroup
        if kind == "escape":
            put(token["escape"], token.start() + 1)
        elif kind == "stars" and index in pairs:
            if pairs[index] > index:
                opened[index] = length
            else:
                _close(marks, opened[pairs[index]], length, len(token["stars"]))
        elif kind == "note":
            if target := notes.use(token["note"]) if notes else "":
                marks.append(Mark(length, length, "note", target))
            else:
                message = f"there is no footnote '{token['note']}' on this page"
                hint = f"write it at the foot: [^{token['note']}]: what it says"
                sources.add(raw.place(token.start()), "unreadable-text", message, hint, token[0])
                put(token[0], token.start())
        elif kind == "auto":
            marks.append(Mark(length, length + len(token["auto"]), "link", token["auto"]))
            put(token["auto"], token.start() + 1)
        elif kind == "target":
            start = length
            put(token["label"], token.start("label"))
            if _target_is_fit(sources, raw.place(token.start()), token):
                marks.append(Mark(start, length, "link", token["target"]))
        elif kind == "entity":
            meant = html.unescape(token[0])
            meant = " " if meant.isspace() and meant.isascii() else meant  # a line ends where the source has one
            if UNWANTED.search(meant):
                _report_unseen(sources, raw.place(token.start()), token[0])
                meant = token[0]
            put(meant, token.start())
        else:
            if kind in ("strange", "half"):
                _report_strange(sources, raw.place(token.start()), token[0])
            if kind in ("tag", "attributes"):
                _report_active(sources, raw.place(token.start()), token[0], kind)
            put(token[0], token.start())
    put(raw.plain[position:], position)
    return Text(
        "".join(plain), tuple(segments) or raw.segments[:1], tuple(sorted(marks, key=lambda m: (m.start, -m.end)))
    )


def _offset(segment: tuple[int, Place]) -> int:
    return segment[0]


def _report_strange(sources: Sources, place: Place, words: str) -> None:
    what, hint = (
        _STRANGE.get(words[:2])
        or _STRANGE.get(words[0])
        or (
            "a link that cannot be read",
            "write [words](https://address) without blanks, quotes or brackets in the address, and no brackets within "
            "the words",
        )
    )
    shown = words if len(words) <= 60 else words[:59] + "…"
    sources.add(place, "unreadable-text", f"{what}: {shown}", hint, shown)


def _close(marks: list[Mark], start: int, end: int, stars: int) -> None:
    if start < end:
        marks.extend(Mark(start, end, kind) for kind in {1: ("em",), 2: ("strong",), 3: ("strong", "em")}[stars])


def _pairs(raw: str, tokens: list[re.Match[str]]) -> dict[int, int]:
    """Which runs of stars or underscores belong together, both ways; a run without a partner stays as it is. Three
    underscores or more are a blank to fill in."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    low: list[int] = []
    for index, token in enumerate(tokens):
        if token.lastgroup != "stars" or token[0].startswith("___"):
            continue
        if token[0][0] == "_":
            _pair_underscores(raw, tokens, index, pairs, low)
            continue
        can_close = token.start() > 0 and not raw[token.start() - 1].isspace()
        within = token.start() > 0 and raw[token.start() - 1].isalnum()  # '2*3*4' is a sum
        can_open = not within and token.end() < len(raw) and not raw[token.end()].isspace()
        if can_close and waiting and len(tokens[waiting[-1]][0]) == len(token[0]):
            pairs[index] = waiting.pop()
            pairs[pairs[index]] = index
        elif can_open:
            waiting.append(index)
    return pairs


def _pair_underscores(
    raw: str, tokens: list[re.Match[str]], index: int, pairs: dict[int, int], waiting: list[int]
) -> None:
    """The same for one run of underscores: what it opens begins with a letter, digit or quote, and within a word it
    does nothing (``naam_van_klant``)."""
    start, end = tokens[index].span()
    before, after = raw[start - 1 : start], raw[end : end + 1]
    can_close = before and not before.isspace() and before != "(" and not after.isalnum()
    if can_close and waiting and tokens[waiting[-1]][0] == tokens[index][0]:
        pairs[index] = waiting.pop()
        pairs[pairs[index]] = index
        return
    if not before.isalnum() and (after.isalnum() or (after and after in "“\"‘'€*")):
        waiting.append(index)


def _target_is_fit(sources: Sources, place: Place, token: re.Match[str]) -> bool:
    target = token["target"]
    if token["image"]:
        sources.add(place, "active-content", "an image is no text of an agreement", _NO_IMAGE, token[0])
        return False
    if re.match(r"[a-z][a-z0-9+.-]*:", target, re.I) and not re.match(r"(?:https?://|mailto:)", target, re.I):
        scheme = target.split(":")[0]
        sources.add(
            place, "active-content", f"a link to '{scheme}:' is not safe", "link to https:, http: or mailto:", token[0]
        )
        return False
    if target.startswith("/") or ".." in target or not _SAFE_TARGET.match(target):
        sources.add(
            place,
            "bad-link",
            f"the link to '{target}' leads out of the edition",
            "link to a page of this edition, or give a whole address that begins with https://",
            token[0],
        )
        return False
    return True


def _report_unseen(sources: Sources, place: Place, words: str) -> None:
    message = f"{words} is a character that cannot be seen and can mislead a reader"
    sources.add(place, "misleading-character", message, "remove it", words)


def _report_active(sources: Sources, place: Place, words: str, kind: str) -> None:
    if kind == "tag" and is_place(words):
        return  # which a rule finds
    short = words if len(words) <= 60 else words[:59] + "…"
    if kind == "tag":
        message, hint = f"raw HTML: {short}", r"write plain text; a real < sign is written \<"
        if words.lower().startswith("<br"):
            hint = "end the line with two blanks or a backslash"
    else:
        message, hint = f"an attribute list: {short}", r"leave it out; a real { is written \{"
    sources.add(place, "active-content", message, hint, short)
