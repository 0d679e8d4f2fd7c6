"""The words that our own Markdown of an edition shows, without the signs of Markdown in it."""

from __future__ import annotations

import re

from clausule.read.importing.own_markdown import is_part_comment, own_front

_FRONT = re.compile(r"\s*---\n(?P<keys>(?:.*\n)*?)---\n")
_RULE = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*")
_BEGIN = re.compile(r"^\s*(?:#{1,6}\s+|:\s+(?=\S))")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)")
_SIGN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|\[\^(?P<note>[^\[\]\s]+)\](?P<below>:?)"
    r"|\[(?P<words>[^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]+)>"
    r"|(?P<apart><br>|\|)"
    r"|[*_]{1,3}"
)


def words_shown(text: str) -> str | None:
    """Those words, on their lines; None where ``text`` is no such file."""
    text = text.replace("\r\n", "\n")
    head = _FRONT.match(text)
    if not head or not own_front(head["keys"]):
        return None
    lines = text[head.end() :].split("\n")
    return "\n".join(_shown(line) for line in lines if not is_part_comment(line) and not _RULE.fullmatch(line))


def _shown(line: str) -> str:
    return _SIGN.sub(_words, _PICTURE.sub("", _BEGIN.sub("", line, count=1)))


def _words(sign: re.Match[str]) -> str:
    if sign["note"]:
        return sign["note"] if sign["below"] else ""
    return sign["escaped"] or sign["words"] or sign["address"] or (" " if sign["apart"] else "")
