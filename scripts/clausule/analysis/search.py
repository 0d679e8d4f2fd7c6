"""What else a term is called by the text that defines it, for who searches: an abbreviation written out, a name in
quotes."""

from __future__ import annotations

import re

from clausule.language.language import Language
from clausule.model.nodes import Definition

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_QUOTED = re.compile(r"^\W{0,3}[‘“'\"„]([^‘’“”'\"„]{3,80})[’”'\"]")
_LONGEST, _SHORTEST = 7, 2


def other_names(definition: Definition, language: Language) -> list[str]:
    """The other names of a term, as they are written; none where the text gives none."""
    meaning = _meaning(definition)
    found = [*language.terms.written_forms(definition.term)[1:], *_written_out(definition.term, meaning)]
    if quoted := _QUOTED.match(meaning):
        found.append(quoted[1])
    term = definition.term.casefold()
    return [name for name in dict.fromkeys(found) if name.casefold() != term]


def _meaning(definition: Definition) -> str:
    """The text of a definition behind its term."""
    plain = definition.text.plain
    named = re.match(rf"\W*{re.escape(definition.term)}\W{{0,4}}:", plain, re.I)
    return plain[named.end() :] if named else plain


def _written_out(term: str, plain: str) -> list[str]:
    """The words of ``plain`` whose initials are ``term``: of AP 'Autoriteit Persoonsgegevens'. A compound has more than
    one initial: of AVG 'Algemene verordening gegevensbescherming'."""
    letters = term.casefold()
    if not 2 <= len(letters) <= _LONGEST or not term[0].isupper() or not letters.isalpha():
        return []
    words = list(_WORD.finditer(plain))
    for first in range(len(words)):
        for many in range(_SHORTEST, len(letters) + 1):
            run = words[first : first + many]
            if len(run) == many and _spells([word[0].casefold() for word in run], letters):
                return [plain[run[0].start() : run[-1].end()]]
    return []


def _spells(words: list[str], letters: str) -> bool:
    """Whether each of ``words`` gives its first letter to ``letters`` in turn, and a long one others of its own."""
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    if not letters or word[0] != letters[0]:
        return False
    if _spells(rest, letters[1:]):
        return True
    more = letters[1:2]
    return len(word) > 12 and bool(more) and more in word[4:-4] and _spells(rest, letters[2:])
