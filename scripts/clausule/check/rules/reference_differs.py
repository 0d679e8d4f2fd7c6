"""A reference that points elsewhere in the translation

Who follows a reference in one text must come where who follows it in the other comes: to the partner of the clause,
item or annex that the original names, or to the same article and paragraph of the same act. An act is known in each
language by its own name. What the texts say of themselves ('this article') is not asked about.

Wrong:

    docs/voorbeeld-en/1.0/article-03.md:15:17
    3.2 The duty of clause 2.2 continues until the Data are deleted, as referred to in Article 28(3) GDPR.

Wrong:

    docs/voorbeeld-en/1.0/article-03.md:15:84
    3.2 The duty of clause 2.1 continues until the Data are deleted, as referred to in Article 28(2) GDPR.

Wrong:

    docs/voorbeeld-en/1.0/article-03.md:15:5
    3.2 The duty of clause 2.1 continues until the Data are deleted.

Right:

    docs/voorbeeld-en/1.0/article-03.md
    3.2 As Article 28, paragraph 3, of the GDPR says, what is in clause 2.1 continues until the Data are deleted.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from clausule.analysis.references import Notes
from clausule.check import TranslationView
from clausule.check.translation import Finder, Found, Key, differences, told
from clausule.compare.translation.pairs import partner_ids
from clausule.language.references import Target
from clausule.model.findings import Finding
from clausule.model.ids import is_within
from clausule.model.nodes import Text

SEVERITY = "warning"
HINT = "correct the reference that is wrong"

_CELEX = re.compile(r"CELEX:(\w+)")


def check_translation(view: TranslationView) -> Iterable[Finding]:
    partners = partner_ids(view.pairs)
    finders = _finder(view.original), _finder(view.translation)
    for different in differences(view, finders, (_key(partners), _key({}))):
        same, there = different.same, view.translation.ids
        old = [
            one
            for one in different.original
            if (one.said.kind == "act" or _can_be_named(partners.get(one.said.address), there, same.translation))
            and not _is_named(one, same.translation, different.translation)
        ]
        new = [one for one in different.translation if not _is_named(one, same.original, different.original)]
        for is_whole in (False, True):
            mine, yours = ([one for one in side if _is_whole(one.said) == is_whole] for side in (old, new))
            yield from told(view, same.of, mine, yours, HINT, lambda one: not _is_whole(one.said))


_NUMBER = re.compile(r"\d+(?:\.\d+)+")


def _can_be_named(address: str | None, there: Container[str], texts: Iterable[Text]) -> bool:
    """Whether the translation has a partner, and does not give its number in words that are not read as a reference."""
    if not address:
        return False
    number = _NUMBER.search(address)
    written = re.compile(rf"(?<![\d.]){re.escape(number[0])}(?!\.?\d)") if number else None
    return address in there and not (written and any(written.search(text.plain) for text in texts))


def _key(partners: Mapping[str, str]) -> Key[Target]:
    """What says where a target leads, in the ids of the translation."""

    def key(target: Target) -> tuple[str, ...]:
        if target.kind != "act":
            return (partners.get(target.address, target.address),)
        return (_act(target), *_provision(target))

    return key


def _is_whole(target: Target) -> bool:
    """Whether it is an act as a whole: where the one text names it, the other may use its term."""
    return target.kind == "act" and not _provision(target)


def _act(target: Target) -> str:
    celex = _CELEX.search(target.address)
    return celex[1] if celex else target.act.casefold()


def _provision(target: Target) -> tuple[str, ...]:
    """The provision of an act: in some acts, and languages, a part of an article has a number without a name."""
    parts = (target.article, target.paragraph, target.point, target.subparagraph, target.annex, target.section)
    return tuple(part for part in parts if part)


def _is_named(found: Found[Target], texts: Iterable[Text], others: Iterable[Found[Target]]) -> bool:
    """Whether the other text names the same provision of an act that has no number known in both languages, in what is
    read as a reference there or not."""
    target = found.said
    if target.kind != "act" or _CELEX.search(target.address):
        return False
    if _is_whole(target) or any(_provision(one.said) == _provision(target) for one in others):
        return True
    article = re.compile(rf"(?<![\d.:]){re.escape(target.article)}(?![\d:]|\.\d)")
    return any(article.search(text.plain) for text in texts)


def _finder(notes: Notes) -> Finder[Target]:
    def found(text: Text) -> Iterator[Found[Target]]:
        """Where the references in ``text`` lead, but for what holds it."""
        owner = notes.owner(text)
        yield from (
            Found(text, reference.start, reference.end, target)
            for reference in notes.references(text)
            for target in reference.targets
            if not is_within(owner, target.address)
        )

    return found
