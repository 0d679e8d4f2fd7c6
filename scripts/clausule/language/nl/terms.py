"""Which words are written like defined terms, and which are alike: capital letters, proper names, stems."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from clausule.language.capitals import CapitalWords
from clausule.language.nl import lexicon
from clausule.language.terms import LOWER, SHARED, Capital
from clausule.model.repeated import once_a_text

_CAPITAL = re.compile(r"(?<![\w@.’'-])[A-ZÀ-ÖØ-Þ]\w*(?:[-’']\w+)*")
_QUOTED = re.compile(
    r"“[^”]{1,200}”|„[^”“]{1,200}[”“]|‘[^’]{1,200}’|\"[^\"]{1,200}\"|(?<!\w)'[^']{1,80}'(?!\w)|«[^»]{1,200}»"
)
_EXPLAINED = re.compile(
    r"\s*,?\s+(?:in de zin van|(?:zo)?als (?:bedoeld|gedefinieerd|omschreven) in|volgens artikel|uit artikel)\b"
)
_CHAIN = re.compile(r"\s(?:\d{1,4}\s|&\s|of the\s|as a\s|and\s|for\s)?")
_FORM = r"(?:B\.?V|N\.?V|V\.?O\.?F|C\.?V|U\.?A|S\.?A|Ltd|Inc|LLC|PBC|GmbH|Holding)\b"
_LEGAL_FORM = re.compile(rf"\s{_FORM}")
_FIRM = re.compile(rf"(?<!\w)((?:[A-ZÀ-Þ][\w’'&.-]{{0,40}}\s){{1,5}}){_FORM}")
# 'Verklaring arbeidsrelatie (VAR)': what has an abbreviation behind it is a name.
_ABBREVIATED = re.compile(r"(?:\s[\w-]+){0,5}\s\(([A-Z]{2,6})\)")
_HOUSE = re.compile(r"\s\d")
_POSTCODE = re.compile(r"\d{4}\s?[A-Z]{2}\)?\s+$")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.)+")
# 'Minister van Volksgezondheid, Welzijn en ...': the next word goes on with a name.
_GOES_ON = re.compile(
    rf"\b(?:{'|'.join(sorted(lexicon.NAME_HEADS))})\s(?:(?:van|voor|der|op)\s(?:de\s|het\s)?)?"
    r"(?:[A-ZÀ-Þ][\w-]+(?:,\s|\sen\s|\s))*$"
)
_LEADS = re.compile(r"\s(?:van|voor|der)\s(?:de\s|het\s)?[A-ZÀ-Þ]")
# 'Privacy@voorbeeld.nl', 'Voorbeeld.nl'
_ADDRESS = re.compile(r"[@/]|\.\w")
_NEXT = re.compile(r"\s([\w-]+)")
_JOINTS = frozenset(("van", "voor", "der", "op", "de", "het", "en"))
_SELF = frozenset(("deze", "dit", "onderhavige"))


FUNCTION_WORDS = lexicon.FUNCTION_WORDS


def _is_name_by_place(plain: str, match: re.Match[str], before: str) -> bool:
    word, (start, end) = match[0], match.span()
    if before.lower() in lexicon.PERSON_TITLES or _INITIALS.fullmatch(before) or before == "te":
        return True
    if (
        _ADDRESS.match(plain, end)
        or _LEGAL_FORM.match(plain, end)
        or _POSTCODE.search(plain, max(0, start - 12), start)
    ):
        return True
    if word.lower().endswith(lexicon.STREETS) and _HOUSE.match(plain, end):
        return True
    abbreviated = _ABBREVIATED.match(plain, end)
    if abbreviated and abbreviated[1][0] == word[0]:
        return True
    following = _NEXT.match(plain, end)
    # 'De Wet op het notarisambt' is a name and 'de Wet is van toepassing' goes on with the sentence.
    if following and word in lexicon.ACT_HEADS and following[1] not in lexicon.AFTER_SUBJECT:
        return True
    if word in lexicon.INSTITUTION_HEADS and _LEADS.match(plain, end):
        return True
    if (before in _JOINTS or before[-1:] == "," or before[:1].isupper()) and _GOES_ON.search(
        plain, max(0, start - 100), start
    ):
        return True
    return following is not None and following[1] in lexicon.THINGS_WITH_NAMES and not looks_common(word)


@lru_cache(maxsize=20_000)
def firms(plain: str) -> frozenset[str]:
    """The words of the firms that ``plain`` names with their legal form: 'Starred' of 'Starred B.V.'."""
    return frozenset(word for match in _FIRM.finditer(plain) for word in match[1].split())


@lru_cache(maxsize=20_000)
def looks_common(word: str) -> bool:
    """Whether ``word`` is a word and no name, as its end shows: a word of agreements, or an ending of such words."""
    lowered = word.lower()
    if stem(lowered) in _HEAD_STEMS or (len(lowered) >= 7 and lowered.endswith(lexicon.TERM_ENDINGS)):
        return True
    bare = stem(lowered)
    return any(bare.endswith(head) and len(bare) > len(head) + 2 for head in _LONG_HEADS)


def _only_opens(first: Capital, following: Capital) -> bool:
    if not first.opening or first.large or first.word in lexicon.NAME_HEADS:
        return False
    return looks_common(following.word) and not first.word.endswith("e")


_CAPITALS = CapitalWords(
    lexicon=lexicon, capital=_CAPITAL, quoted=_QUOTED, explained=_EXPLAINED, this=_SELF, chain=_CHAIN,
    looks_common=looks_common, is_name_by_place=_is_name_by_place, only_opens=_only_opens,
)  # fmt: skip
capitals = lru_cache(maxsize=20_000)(_CAPITALS.capitals)
runs = _CAPITALS.runs


def as_phrase(run: list[Capital]) -> Capital | None:
    """``run`` as one word when it is adjective and noun: 'Vertrouwelijke Informatie'; else None."""
    if len(run) != 2 or not run[0].word.endswith("e") or run[0].large or stem(run[1].word) not in _HEAD_STEMS:
        return None
    if run[0].word in lexicon.NAME_HEADS or run[1].start != run[0].end + 1:
        return None
    return replace(run[0], end=run[1].end, word=f"{run[0].word} {run[1].word}", explained=run[1].explained)


_PLURALS = (("heden", "heid"), ("'s", ""), ("en", ""), ("e", ""))
_S_AFTER = frozenset("bcdfgklmnprtaoiuy")
_HARD = {"v": "f", "z": "s"}


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What a noun has in common with its plural: 'betrokken' of 'Betrokkenen', 'bedrijf' of 'bedrijven'.

    Hyphens do not count. Cheap on purpose: two words with one stem are alike, and no more is claimed.
    """
    bare = word.casefold().replace("-", "").replace("’", "'")
    for ending, instead in _PLURALS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare[: -len(ending)] + instead
            break
    else:
        if bare.endswith("s") and len(bare) > 4 and bare[-2] in _S_AFTER:
            bare = bare[:-1]
    if len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "aeiou":
        bare = bare[:-1]
    bare = bare[:-1] + _HARD.get(bare[-1], bare[-1])
    if len(bare) > 3 and bare[-2] == bare[-3] and bare[-2] in "aeou" and bare[-1] not in "aeiou":
        bare = bare[:-3] + bare[-2:]
    return bare


def stems(form: str) -> set[str]:
    """The stems by which another form of ``form`` can be known: the bare '-en' of 'gegeven' is no plural."""
    shorter = {stem(form[:-1])} if form.endswith("s") else set()
    return {stem(form), stem(f"{form}s"), *shorter}


def is_inflection(word: str, form: str) -> bool:
    """Whether one of both is a plural, a genitive or the like of the other, or the verb of the noun; two words with one
    stem that are not are a slip of the pen ('Betrokkenne' for 'Betrokkene')."""
    one, other = (words.casefold().replace("-", "").replace("’", "'") for words in (word, form))
    if one == other or other in _inflected(one) or one in _inflected(other):
        return True
    return stem(one) in (verbal(other), f"{verbal(other)}en") or stem(other) == verbal(one)


def _inflected(word: str) -> set[str]:
    """The forms that a noun can have in the plural and the genitive, by the rules of spelling."""
    bases = {word}
    if len(word) > 2 and word[-1] not in "aeiou":
        if word[-2] == word[-3] and word[-2] in "aeou":
            bases.add(word[:-2] + word[-1])  # taak, taken
        elif word[-2] in "aeiou":
            bases.add(word + word[-1])  # man, mannen
        bases |= {base[:-1] + _SOFT[base[-1]] for base in set(bases) if base[-1] in _SOFT}  # bedrijf, bedrijven
    found = {base + ending for base in bases for ending in ("en", "e")}
    found |= {word + ending for ending in ("s", "'s", "n", "ën", "'")}
    return found | ({word[:-4] + "heden"} if word.endswith("heid") else set())


_SOFT = {"f": "v", "s": "z"}

# 'zal verwerker', 'indien klant': a party named without its capital letter. Nouns of persons have an article elsewhere.
_BARE_NAME = re.compile(
    r"\b(?i:zal|zullen|dient|moet|kan|mag|heeft|door|aan|jegens|namens|indien|wanneer|zodra|tenzij|mits|omdat|dat|tussen)\s"
    r"(?P<name>[a-zà-ÿ][\w-]+(?:er|ant|ent|nemer|gever|verantwoordelijke|partij))(?=\s[a-zà-ÿ]|[,;.])"
)
_ORDINARY = re.compile(
    r"(?:ander|verder|eerder|later|zonder|onder|over|beter|meer|hier|daar|ieder|elders|telkens|steeds|minder|nader|achter"
    r"|niet|een|geen|alleen|moment|percent|procent|content|document|want)\w{0,2}"
)


@once_a_text
def bare_names(plain: str) -> tuple[tuple[int, str], ...]:
    """The nouns of persons that ``plain`` writes with a small letter where only a name can stand, with their places."""
    found = ((match.start("name"), match["name"]) for match in _BARE_NAME.finditer(plain))
    return tuple((place, name) for place, name in found if not _ORDINARY.fullmatch(name))


_EITHER = re.compile(r"\s+(?:of|oftewel|dan wel|c\.q\.)\s+|\s*/\s*")
_BRACKETS = re.compile(
    r"(?P<name>.*?\w)(?P<space>\s*)\((?:ook(?: wel)?:?\s+|hierna:?\s+|afgekort:?\s+)?(?P<more>[^()]+)\)"
)


def written_forms(term: str) -> tuple[str, ...]:
    """The term itself, and the names that its author put into one: 'Administrator(s)', 'Telecommunicatiewet of Tw'."""
    found = [term]
    for name in _EITHER.split(term):
        match = _BRACKETS.fullmatch(name)
        if match and not match["space"] and match["more"].islower():
            found += [match["name"], match["name"] + match["more"]]
        elif match:
            found += [match["name"], match["more"]]
        else:
            found.append(name)
    return tuple(dict.fromkeys(form.strip() for form in found))


_HEAD_STEMS = frozenset(stem(word) for word in lexicon.TERM_HEADS)
_LONG_HEADS = tuple(sorted(head for head in _HEAD_STEMS if len(head) >= 5))


def verbal(word: str) -> str:
    """The stem of the verb of a noun in -ing ('verwerk' of Verwerking), and of the noun of an infinitive ('verwerking'
    of Verwerken); empty when ``word`` is neither.
    """
    bare = stem(word)
    if bare.endswith("ing") and len(bare) >= 7:
        return bare[:-3]
    return f"{bare}ing" if word.lower().endswith("en") else ""


def may_be_plural(word: str) -> bool:
    """Whether ``word`` ends as a plural does."""
    return word.endswith(("en", "s"))


@lru_cache(maxsize=20_000)
def lower_stems(plain: str) -> frozenset[str]:
    """The stems of the words that ``plain`` writes with a small letter."""
    return frozenset(stem(word) for word in LOWER.findall(plain))


_SYNONYMS = {stem(word): frozenset(map(stem, pair)) for pair in lexicon.SYNONYMS for word in pair}


def synonyms(word: str) -> frozenset[str]:
    """The stems of the words for the same thing from before and since the AVG, ``word`` itself included."""
    return _SYNONYMS.get(stem(word), frozenset())


@lru_cache(maxsize=20_000)
def is_compound_variant(word: str, term: str) -> bool:
    """Whether both are one compound, joined in another way: Verwerkersovereenkomst, Verwerkingsovereenkomst; or two
    names of one thing, of before and since the AVG: Verantwoordelijke, Verwerkingsverantwoordelijke.
    """
    one, other = stem(word), stem(term)
    if one == other:
        return False
    if other in synonyms(word):
        return True
    same = 0
    while same < min(len(one), len(other)) and one[-1 - same] == other[-1 - same]:
        same += 1
    if same < SHARED:
        return False
    heads = {_first_part(one[: len(one) - same]), _first_part(other[: len(other) - same])}
    return len(heads) == 1 and len(heads.pop()) >= 4


def _first_part(words: str) -> str:
    for ending in ("erings", "ering", "ings", "ing", "ers", "er", "s", "en"):
        if words.endswith(ending):
            return words[: -len(ending)]
    return words
