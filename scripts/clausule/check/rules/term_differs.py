"""Another defined term in the translation

Where one text speaks of the Processor and the other of the Controller, each gives the duty to another party. Terms are
partners when they are used in the same clauses; a clause that uses another one than the partner is told. A translator
may say a term once more, or put 'it' in its place: what is asked about is a term that stands for another, parties that
changed places, and an abbreviation that is not there at all.

Wrong:

    docs/voorbeeld-en/1.0/article-02.md:9:5
    2.2 Customer takes the measures in Annex 1.

Wrong:

    docs/voorbeeld-en/1.0/article-02.md:7:5
    2.1 Customer processes the Data only on the instructions of Processor.

Right:

    docs/voorbeeld-en/1.0/article-02.md
    2.2 The measures in Annex 1 are taken by the Processor. The Processor keeps to them.

Right:

    docs/voorbeeld-en/1.0/article-02.md
    2.1 Processor processes them only on the instructions of Customer.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from clausule.analysis.references import Notes, proper_names, terms_in
from clausule.check import TranslationView
from clausule.check.terms import any_case, defined_forms, sorted_words
from clausule.check.translation import Found, Same, same_words, told
from clausule.compare.translation.pairs import terms_beside
from clausule.language.language import Language
from clausule.language.terms import Spans, whole_words
from clausule.model.editions import Agreement
from clausule.model.findings import Finding
from clausule.model.nodes import Text

SEVERITY = "warning"
HINT = "use the partner of the term that the original uses"
_OFTEN, _SELDOM = 2, 0.2
"""A term that both texts use so often, and one of them alone in so few of the clauses, is used with care."""


def check_translation(view: TranslationView) -> Iterable[Finding]:
    translation = view.agreement.translation
    assert translation
    partners = terms_beside(view.original.edition, view.translation.edition)
    old, new = _Uses(translation.original, view.original), _Uses(view.agreement, view.translation)
    names = {term: term for term in partners.values()}
    rows = [
        (same, old.found(same.original, partners), new.found(same.translation, names))
        for same in same_words(view.pairs)
    ]
    usual = _usual(rows, names)
    there = {partner: term for term, partner in partners.items()}
    for same, mine, yours in rows:
        counts = [Counter(one.said for one in side) for side in (mine, yours)]
        lost, gained = counts[0] - counts[1], counts[1] - counts[0]
        for term in [one for one in lost if not counts[1][one] and new.says(one, same.translation, mine, one)]:
            del lost[term]
        for term in [one for one in gained if not counts[0][one] and old.says(there[one], same.original, yours, one)]:
            del gained[term]
        missing, instead = set(lost), set(gained)
        if not lost.total() == gained.total() == 1:
            # What one text does not use at all stands for what the other does not, if either is used with care. Alone
            # it may be 'it', or a verb; but nobody says 'it' for 'EEA'.
            instead = {term for term in gained if not counts[0][term]}
            either = usual & (instead | missing) if instead else ()
            missing = {term for term in lost if (either and not counts[1][term]) or (term in usual and term.isupper())}
        if missing:
            yield from told(view, same.of, _last(mine, missing), _last(yours, instead), HINT)
        elif counts[0] == counts[1]:
            yield from told(view, same.of, *_swapped(view, mine, yours), HINT)


Row = tuple[Same, list[Found[str]], list[Found[str]]]


def _usual(rows: Iterable[Row], partners: Iterable[str]) -> frozenset[str]:
    """The terms that both texts use in nearly the same places."""
    both: Counter[str] = Counter()
    either: Counter[str] = Counter()
    for _, old, new in rows:
        mine, yours = ({one.said for one in side} for side in (old, new))
        both.update(mine & yours)
        either.update(mine | yours)
    return frozenset(
        term
        for term in partners
        if both[term] >= _OFTEN and either[term] - both[term] <= max(1, _SELDOM * either[term])
    )


def _swapped(
    view: TranslationView, old: list[Found[str]], new: list[Found[str]]
) -> tuple[list[Found[str]], list[Found[str]]]:
    """Where one text has one party act, and the other text the other one: who acts, in both."""
    acting = [_acting(notes.language, found) for notes, found in ((view.original, old), (view.translation, new))]
    if all(acting) and acting[0][0].said != acting[1][0].said:
        return acting[0], acting[1]
    return [], []


def _acting(language: Language, found: list[Found[str]]) -> list[Found[str]]:
    """Of uses of terms in the words of one part the party that alone acts in all of these; none if nobody can tell."""
    actors = {actor for text in {one.text for one in found} for actor in language.things.actors(text.plain)}
    parties = [one for one in found if language.things.actors(one.words) == actors]
    return parties[:1] if len(actors) == 1 and len({one.said for one in parties}) == 1 else []


def _last(found: list[Found[str]], terms: Container[str]) -> list[Found[str]]:
    """The last use of each of these terms, in order."""
    last = {one.said: one for one in found if one.said in terms}
    return [one for one in found if last.get(one.said) is one]


class _Uses:
    """Where an edition uses its terms, in forms that it declares or not."""

    def __init__(self, agreement: Agreement, notes: Notes) -> None:
        self._notes, self._names = notes, proper_names(agreement)
        self._forms = defined_forms(notes.edition)
        self._inflected = {
            one.word: self._forms[one.near]
            for one in sorted_words(agreement, notes).inflected
            if one.near in self._forms
        }
        self._more = whole_words(self._inflected)

    def found(self, texts: tuple[Text, ...], names: Mapping[str, str]) -> list[Found[str]]:
        """The uses of terms in ``texts`` that have ``names``, each by that."""
        return [
            Found(text, start, end, names[term])
            for text in texts
            for start, end, term in self._in(text)
            if term in names
        ]

    def _in(self, text: Text) -> Iterator[tuple[int, int, str]]:
        uses = [(use.start, use.end, use.definition.term) for use in terms_in(text, self._notes, self._names)]
        taken = Spans((start, end) for start, end, _ in uses)
        uses += (
            (*match.span(), self._inflected[match[0]])
            for match in (self._more.finditer(text.plain) if self._more else ())
            if not taken.meets(*match.span())
        )
        if uses:
            named = Spans(self._named(text, Spans((start, end) for start, end, _ in uses)))
            yield from sorted(use for use in uses if not named.meets(use[0], use[1]))

    def _named(self, text: Text, uses: Spans) -> Iterator[tuple[int, int]]:
        """Names of several words of which not each is a term: 'GDPR Implementation Act'."""
        terms = self._notes.language.terms
        for run in terms.runs(terms.capitals(text.plain)):
            if not all(uses.meets(capital.start, capital.end) for capital in run if not capital.opening):
                yield run[0].start, run[-1].end

    def says(self, term: str, texts: tuple[Text, ...], others: list[Found[str]], name: str) -> bool:
        """Whether ``texts`` say ``term`` after all: with other capitals, or in a name that both texts have. ``others``
        are what the other text uses, this term as ``name``."""
        forms = any_case(tuple(sorted(form for form, of in self._forms.items() if of == term)))
        names = [re.compile(rf"\b{re.escape(one.words)}\b") for one in others if one.said == name]
        plain = " ".join(text.plain for text in texts)
        return bool(forms and forms.search(plain)) or any(name.search(plain) for name in names)
