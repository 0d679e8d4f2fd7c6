"""The words of an edition that look like defined terms and are none, sorted out once for the rules about terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from clausule.analysis.references import Notes
from clausule.check.contents import texts
from clausule.language import terms
from clausule.language.language import language_of
from clausule.language.terms import Capital, whole_words
from clausule.model.editions import Agreement, Edition
from clausule.model.nodes import Text
from clausule.model.walk import walk


@dataclass(slots=True)
class Use:
    """How ``word`` is used: ``order`` is its first place, the number of its ``text`` and the offset in it; ``count``
    all of them. ``near`` is the defined term that it is like, or empty."""

    word: str
    text: Text
    order: tuple[int, int]
    count: int = 0
    determined: int = 0
    near: str = ""

    def join(self, other: Use) -> None:
        """Takes the places of ``other`` in; the earlier of both is the first."""
        self.count += other.count
        self.determined += other.determined
        first = min(self, other, key=lambda use: use.order)
        self.word, self.text, self.order = first.word, first.text, first.order

    @property
    def span(self) -> tuple[int, int]:
        """Its first place in ``text``."""
        return self.order[1], self.order[1] + len(self.word)

    @property
    def times(self) -> str:
        """Behind a message: how often, when it is more than once."""
        return f"; it is used {self.count} times" if self.count > 1 else ""


@dataclass(slots=True)
class Sorted:
    """``undefined``: no definition; ``almost``: a defined term in other writing; ``inflected``: a form of a defined
    term that is not declared. A word is in one of them at most."""

    undefined: list[Use] = field(default_factory=list)
    almost: list[Use] = field(default_factory=list)
    inflected: list[Use] = field(default_factory=list)


@lru_cache(maxsize=2)
def sorted_words(agreement: Agreement, notes: Notes) -> Sorted:
    """The words of an edition that are written like terms and are not, sorted out."""
    sorter = _Sorter(agreement, notes)
    sorter.collect()
    return sorter.sort()


def defined_forms(edition: Edition) -> dict[str, str]:
    """Every form in which the edition writes a defined term, declared inflections included, with the term."""
    written_forms = language_of(edition.language).terms.written_forms
    forms = {definition.term: definition.term for definition in (*edition.definitions, *edition.borrowed)}
    said = (edition, *edition.lenders)
    for term in list(forms):
        inflected = (form for one in said for form in one.inflections.get(term, ()))
        for form in (*written_forms(term), *inflected):
            forms.setdefault(form, term)
    return {form: term for form, term in forms.items() if any(char.isalpha() for char in form)}


_PAIR = 2


class _Sorter:
    def __init__(self, agreement: Agreement, notes: Notes) -> None:
        self.agreement, self.notes, self.edition = agreement, notes, notes.edition
        self.terms = notes.language.terms
        self.forms = defined_forms(self.edition)
        self.names = whole_words_of(_names(agreement, self.edition))
        self.uses: dict[str, Use] = {}
        self.opening: dict[str, Use] = {}

    def collect(self) -> None:
        """Every word with a capital letter that no definition, reference or name accounts for."""
        runs: list[tuple[int, Text, list[Capital], list[Capital]]] = []
        for number, (_, text) in enumerate(texts(self.edition)):
            found = self.terms.capitals(text.plain)
            opened = [capital for capital in found if not capital.name and capital.word not in self.forms]
            if opened and not all(capital.opening for capital in opened):
                taken = terms.Spans(self._taken(text))
                opened = [capital for capital in opened if not taken.meets(capital.start, capital.end)]
            starts = {capital.start for capital in opened}
            for run in self.terms.runs(found) if starts else ():
                mine = [capital for capital in run if capital.start in starts]
                if mine and len(run) > 1:
                    runs.append((number, text, run, mine))
                elif mine:
                    self._count(number, text, run[0])
        alone = frozenset(self.uses)
        for number, text, run, mine in sorted(runs, key=lambda found: found[2][0].opening):
            self._take_apart(number, text, run, mine, alone)

    def _taken(self, text: Text) -> Iterator[tuple[int, int]]:
        yield from ((use.start, use.end) for use in self.notes.all_terms(text))
        yield from ((reference.start, reference.end) for reference in self.notes.references(text))
        yield from ((asked.start, asked.end) for asked in self.notes.fields(text))
        for pattern in (self._phrases, self.names):
            if pattern:
                yield from (match.span() for match in pattern.finditer(text.plain))

    def _take_apart(
        self, number: int, text: Text, run: list[Capital], opened: list[Capital], alone: frozenset[str]
    ) -> None:
        """Words side by side are a name, unless each is used alone elsewhere, or they are adjective and noun. A defined
        term beside another word is no definition of both: 'Data Controller' where only Data is defined."""
        beside = [capital.word for capital in run if capital not in opened]
        is_name = not beside or (len(run) == _PAIR and beside[0] in self.forms and not opened[0].opening)
        phrase = self.terms.as_phrase(run) if is_name else None
        if all(capital.word in alone or self._variant(capital.word) for capital in opened):
            for capital in opened:
                self._count(number, text, capital)
        elif phrase and run[0].opening and phrase.word not in self.uses:
            self._count(number, text, run[1])
        elif phrase:
            self._count(number, text, replace(phrase, opening=False))

    def _count(self, number: int, text: Text, capital: Capital) -> None:
        if not capital.explained:
            uses = self.opening if capital.opening and not capital.large else self.uses
            use = Use(capital.word, text, (number, capital.start), count=1, determined=capital.determined)
            if capital.word in uses:
                uses[capital.word].join(use)
            else:
                uses[capital.word] = use

    def sort(self) -> Sorted:
        """What was collected, each word in its kind."""
        result = Sorted()
        kinds: dict[tuple[str, str, str], Use] = {}
        for word, use in self.uses.items():
            kind, use.near = self._kind(word, use)
            if kind is None:
                continue
            self._join_opening(use)
            # A plural of a word that is undefined is no second finding.
            first = kinds.setdefault(
                (kind, self.terms.stem(word) if kind == "undefined" else word, terms.style(word)), use
            )
            if first is use:
                getattr(result, kind).append(use)
            else:
                first.join(use)
        for word, use in self.opening.items():
            self._sort_opening(word, use, result)
        result.almost.extend((*self._small_variants(), *self._bare_names(), *self._phrase_variants()))
        return result

    def _sort_opening(self, word: str, use: Use, result: Sorted) -> None:
        """A word that begins a sentence may have its capital letter from that; it must be more than like a term."""
        variant = self._variant(word)
        known = variant or len(word) < 8 or self.terms.stem(word) in self._by_stem
        use.near = variant if known else terms.near(word, self._as_long_as(word), most=1)
        if not use.near or word in self.uses or self.terms.stem(word) in self.small:
            return
        (result.almost if variant else result.undefined).append(use)

    def _kind(self, word: str, use: Use) -> tuple[str | None, str]:
        if variant := self._variant(word):
            return "almost", variant
        alike = self._by_stem.get(self.terms.stem(word)) or self._by_verb.get(self.terms.stem(word), "")
        if alike:
            return "inflected" if self.terms.is_inflection(word, alike) else "almost", alike
        if word in self.firms or self.notes.language.acts.act_by_name(word):
            return None, ""
        near = terms.near(word, self._as_long_as(word))
        common = " " in word or self.terms.looks_common(word) or self.terms.stem(word) in self.small
        return ("undefined" if common or near or use.determined > 1 else None), near

    def _variant(self, word: str) -> str:
        """The defined term that ``word`` is in other writing: other capitals, another hyphen, another compound."""
        same = self._by_stem.get(self.terms.stem(word), "")
        if same:
            return same if terms.style(word) != terms.style(same) or word.count("-") != same.count("-") else ""
        ending = self.terms.stem(word)[-terms.SHARED :]
        near = (
            *self._by_ending.get(ending, ()),
            *(self._by_stem.get(other, "") for other in self.terms.synonyms(word)),
        )
        return next((form for form in near if form and self.terms.is_compound_variant(word, form)), "")

    def _join_opening(self, use: Use) -> None:
        """A word that is suspect within a sentence is so where it begins one; but a plural may be an ordinary word."""
        other = self.opening.get(use.word)
        if other and not self.terms.may_be_plural(use.word):
            use.join(other)

    def _small_variants(self) -> list[Use]:
        """Of a term in small letters, the same with or without its hyphen: 'subverwerkers' for 'sub-verwerkers'."""
        small = {
            self.terms.stem(form): form for form in self.forms if form.islower() and " " not in form and len(form) >= 8
        }
        found: dict[str, Use] = {}
        for number, (_, text) in enumerate(texts(self.edition)) if small else ():
            for start, word in terms.small_words(text.plain):
                form = small.get(self.terms.stem(word))
                if form and word.count("-") != form.count("-"):
                    use = found.setdefault(word, Use(word, text, (number, start), near=form))
                    use.count += 1
        return list(found.values())

    def _bare_names(self) -> list[Use]:
        """Of a term with a capital letter, the same without it where only a name can stand: 'zal verwerker'."""
        small = {form.casefold(): form for form in self._plain_forms if terms.style(form) in ("capital", "large")}
        found: dict[str, Use] = {}
        for number, (_, text) in enumerate(texts(self.edition)) if small else ():
            for start, word in self.terms.bare_names(text.plain):
                if word in small and word not in self.forms:
                    use = found.setdefault(word, Use(word, text, (number, start), near=small[word]))
                    use.count += 1
        return list(found.values())

    def _phrase_variants(self) -> list[Use]:
        """Of a term of several words, other capitals: 'Vertrouwelijke informatie' for 'Vertrouwelijke Informatie'."""
        folded = {form.casefold(): form for form in self.forms}
        found: dict[str, Use] = {}
        if not (phrases := self._phrases):
            return []
        for number, (_, text) in enumerate(texts(self.edition)):
            for match in phrases.finditer(text.plain):
                words, form = match[0], folded.get(match[0].casefold())
                # In small letters it is an ordinary phrase, and so it may be where it begins a sentence.
                begins = terms.opens(text.plain, match.start()) and words[1:].islower()
                if form and words not in self.forms and not words.islower() and not begins:
                    use = found.setdefault(words, Use(words, text, (number, match.start()), near=form))
                    use.count += 1
        return list(found.values())

    @cached_property
    def _phrases(self) -> re.Pattern[str] | None:
        return any_case(tuple(sorted(form for form in self.forms if " " in form and not form.islower())))

    @cached_property
    def small(self) -> frozenset[str]:
        """The stems of all words that the edition writes with a small letter."""
        return frozenset().union(*(self.terms.lower_stems(text.plain) for _, text in texts(self.edition)))

    @cached_property
    def firms(self) -> frozenset[str]:
        """The words of every firm that the edition and its agreement name."""
        named = (self.terms.firms(text.plain) for _, text in texts(self.edition))
        return frozenset().union(self.terms.firms(f"{self.agreement.publisher} "), *named)

    @cached_property
    def _plain_forms(self) -> tuple[str, ...]:
        return tuple(form for form in self.forms if " " not in form and len(form) > 3)

    def _as_long_as(self, word: str) -> tuple[str, ...]:
        """The forms that can be a slip of the pen away from ``word``."""
        return tuple(form for extra in range(-3, 4) for form in self._by_length.get(len(word) + extra, ()))

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for form in self._plain_forms:
            found.setdefault(len(form), []).append(form)
        return found

    @cached_property
    def _by_ending(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for form in self._plain_forms:
            found.setdefault(self.terms.stem(form)[-terms.SHARED :], []).append(form)
        return found

    @cached_property
    def _by_stem(self) -> dict[str, str]:
        return {stem: form for form in reversed(self.forms) if len(form) > 3 for stem in self.terms.stems(form)}

    @cached_property
    def _by_verb(self) -> dict[str, str]:
        return {self.terms.verbal(form): form for form in reversed(self._plain_forms) if self.terms.verbal(form)}


def _names(agreement: Agreement, edition: Edition) -> tuple[str, ...]:
    """Names that the author declared, and titles of several words: of the agreement, its articles and its annexes."""
    values = agreement.meta.values
    contact = values.get("contact") or {}
    names = [name for name in values.get("names") or () if isinstance(name, str)]
    names += [agreement.publisher, str(contact.get("name") or ""), agreement.title]
    titles = [part.title for part in walk(edition) if part.kind in ("article", "annex", "section")]
    return (*names, *(words for title in titles if 1 <= (words := title.strip("“”\"‘’' :")).count(" ") < 7))


whole_words_of = lru_cache(maxsize=64)(whole_words)


@lru_cache(maxsize=64)
def any_case(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    """A pattern for any of ``forms`` as whole words, in any case; None for no forms."""
    pattern = whole_words(forms)
    return re.compile(pattern.pattern, re.IGNORECASE) if pattern else None
