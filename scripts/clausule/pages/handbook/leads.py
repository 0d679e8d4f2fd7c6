"""From a message of the program to the page that helps on. A message has the id of its class, ``NotFrozen`` is
``not-frozen``; where it has no place of its own in the handbook, the page of the command has."""

from __future__ import annotations

import re

from clausule.pages.handbook.sheets import address_of
from clausule.read.handbook import subjects, tags

COMMANDS = "commands"
"""The page of all commands, for a word that is none."""


def message_id(name: str) -> str:
    """The id of a message in the handbook, from the ``name`` of its class."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def lead(message: str, command: str, tag: str) -> str:
    """The line below a message of the class ``message`` in the command ``command``, for a reader of ``tag``."""
    tag = tag if tag in tags() else tags()[0]
    known = subjects(tag)
    subject = next((one for one in (message_id(message), command) if one in known), COMMANDS)
    page, anchor = known[subject]
    return f"  more: clausule handbook {subject}  (/{address_of(page, anchor)})"
