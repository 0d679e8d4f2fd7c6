"""Which words are written like defined terms, and which are alike: capital letters, proper names, stems."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from clausule.language.capitals import CapitalWords
from clausule.language.en import lexicon
from clausule.language.terms import LOWER, Capital
from clausule.model.repeated import once_a_text

_CAPITAL = re.compile(r"(?<![\w@.’'-])[A-ZÀ-ÖØ-Þ]\w*(?:-\w+|[’'](?!s\b)\w+)*")
_QUOTED = re.compile(
    r"“[^”]{1,200}”|„[^”“]{1,200}[”“]|‘[^’]{1,200}’(?!\w)|\"[^\"]{1,200}\"|(?<!\w)'[^']{1,80}'(?!\w)|«[^»]{1,200}»"
)
_EXPLAINED = re.compile(
    r"\s*,?\s+(?:within the meaning of|as (?:defined|described|referred to|set out) in|has the meaning"
    r"|under the (?:GDPR|UK GDPR|CCPA))\b"
)
_CHAIN = re.compile(r"\s(?:\d{1,4}\s|&\s|of\s(?:the\s)?|and\s|for\s|on\s)?")
_FORM = (
    r"(?:Ltd|Limited|LLC|LLP|L\.L\.C|Inc|Incorporated|Corp|Corporation|plc|PLC|GmbH|B\.?V|N\.?V|S\.?A|AG|AB|Pty|Co"
    r"|Holdings?|Group)\b"
)
_LEGAL_FORM = re.compile(rf",?\s{_FORM}")
_FIRM = re.compile(rf"(?<!\w)((?:[A-ZÀ-Þ][\w’'&.-]{{0,40}},?\s){{1,5}}){_FORM}")
# 'Virtual Private Network (VPN)': what has an abbreviation behind it is a name.
_ABBREVIATED = re.compile(r"(?:\s[\w-]+){0,5}\s\((?:the\s)?[“\"]?([A-Z]{2,6})[”\"]?\)")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.)+")
# 'Secretary of State for Health': the next word goes on with a name.
_GOES_ON = re.compile(
    rf"\b(?:{'|'.join(sorted(lexicon.NAME_HEADS))})\s(?:(?:of|for|on)\s(?:the\s)?)?(?:[A-ZÀ-Þ][\w-]+(?:,\s|\sand\s|\s))*$"
)
_LEADS = re.compile(r"\s(?:of|for|on)\s(?:the\s)?[A-ZÀ-Þ]")
# 'Data Protection Act 2018', 'Civil Code': before the head of the name of an act or an institution.
_BEFORE_HEAD = re.compile(
    rf"(?:\s(?:of|and|on|for|the|&)){{0,2}}(?:\s[A-ZÀ-Þ(][\w()’'-]*(?:\s(?:of|and|on|for|the|&)){{0,2}}){{0,6}}?"
    rf"\s(?:{'|'.join(sorted(lexicon.ACT_HEADS - {'Rules', 'Decision'}))})(?!\w)"
)
_ADDRESS = re.compile(r"[@/]|\.\w")
_STREET = re.compile(r"(?:\s[A-Z]\w+)?\s(?:Street|Road|Avenue|Lane|Square|Drive|Boulevard|Floor|House)\b")
_NEXT = re.compile(r"\s([\w-]+)")
_JOINTS = frozenset(("of", "for", "on", "the", "and"))
_SELF = frozenset(("this", "these"))


FUNCTION_WORDS = lexicon.FUNCTION_WORDS


def _is_name_by_place(plain: str, match: re.Match[str], before: str) -> bool:
    word, (start, end) = match[0], match.span()
    if before.lower() in lexicon.PERSON_TITLES or _INITIALS.fullmatch(before):
        return True
    if _ADDRESS.match(plain, end) or _LEGAL_FORM.match(plain, end) or _STREET.match(plain, end):
        return True
    abbreviated = _ABBREVIATED.match(plain, end)
    if abbreviated and abbreviated[1][0] == word[0]:
        return True
    if _BEFORE_HEAD.match(plain, end) and not looks_common(word):
        return True
    if word in lexicon.INSTITUTION_HEADS and _LEADS.match(plain, end):
        return True
    if (before in _JOINTS or before[-1:] == "," or before[:1].isupper()) and _GOES_ON.search(
        plain, max(0, start - 100), start
    ):
        return True
    following = _NEXT.match(plain, end)
    return following is not None and following[1] in lexicon.THINGS_WITH_NAMES and not looks_common(word)


@lru_cache(maxsize=20_000)
def firms(plain: str) -> frozenset[str]:
    """The words of the firms that ``plain`` names with their legal form: 'Acme' of 'Acme Ltd'."""
    return frozenset(word.rstrip(",") for match in _FIRM.finditer(plain) for word in match[1].split())


@lru_cache(maxsize=20_000)
def looks_common(word: str) -> bool:
    """Whether ``word`` is a word and no name, as its end shows: a word of agreements, or an ending of such words."""
    lowered = word.lower()
    if stem(lowered) in _HEAD_STEMS or lowered.endswith(lexicon.TERM_ENDINGS):
        return True
    return any(stem(part) in _HEAD_STEMS for part in lowered.split("-")[-1:])


def _only_opens(first: Capital, following: Capital) -> bool:
    if not first.opening or first.large or first.word in lexicon.NAME_HEADS or looks_common(first.word):
        return False
    return looks_common(following.word) and not first.word.endswith(("al", "ed", "ic", "ive", "ary", "ble"))


_CAPITALS = CapitalWords(
    lexicon=lexicon, capital=_CAPITAL, quoted=_QUOTED, explained=_EXPLAINED, this=_SELF, chain=_CHAIN,
    looks_common=looks_common, is_name_by_place=_is_name_by_place, only_opens=_only_opens,
)  # fmt: skip
capitals = lru_cache(maxsize=20_000)(_CAPITALS.capitals)
runs = _CAPITALS.runs


def as_phrase(run: list[Capital]) -> Capital | None:
    """``run`` as one word when it is a compound of nouns: 'Confidential Information', 'Personal Data'; else None."""
    if not 2 <= len(run) <= _LONGEST_PHRASE or run[0].large or stem(run[-1].word) not in _HEAD_STEMS:
        return None
    if any(one.word in lexicon.NAME_HEADS or one.name for one in run) or any(
        after.start != one.end + 1 for one, after in pairwise(run)
    ):
        return None
    words = " ".join(one.word for one in run)
    return replace(run[0], end=run[-1].end, word=words, explained=run[-1].explained)


_LONGEST_PHRASE = 3

_IRREGULAR = {"data": "data", "media": "media", "people": "person", "persons": "person", "criteria": "criterion",
              "indices": "index", "appendices": "appendix", "matrices": "matrix", "children": "child"}  # fmt: skip


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What a noun has in common with its plural and its possessive: 'party' of 'Parties' and 'Party's'.

    Hyphens do not count, nor does the spelling of -ise and -our. Cheap on purpose: two words with one stem are alike,
    and no more is claimed. An -ing form is another word.
    """
    bare = word.casefold().replace("-", "").replace("’", "'")
    bare = bare.removesuffix("'s").removesuffix("s'") + ("s" if bare.endswith("s'") else "")
    if bare in _IRREGULAR:
        return _IRREGULAR[bare]
    if bare.endswith("ies") and len(bare) > 4:
        bare = bare[:-3] + "y"
    elif bare.endswith(("sses", "shes", "ches", "xes", "zes")):
        bare = bare[:-2]
    elif bare.endswith("s") and len(bare) > 3 and not bare.endswith(("ss", "us", "is")):
        bare = bare[:-1]
    for ending, instead in _SPELT:
        if bare.endswith(ending) and len(bare) - len(ending) >= 2:
            return bare[: -len(ending)] + instead
    return _SPELT_ALSO.get(bare, bare)


# British and American spelling are one word.
_SPELT = (("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("our", "or"))
_SPELT_ALSO = {
    **{"licence": "license", "licencee": "licensee", "centre": "center", "programme": "program"},
    **{"fulfil": "fulfill", "defence": "defense", "cancelation": "cancellation"},
}


def stems(form: str) -> set[str]:
    """The stems by which another form of ``form`` can be known."""
    return {stem(form)}


def is_inflection(word: str, form: str) -> bool:
    """Whether one of both is a plural, a possessive or another spelling of the other; two words with one stem that are
    not are a slip of the pen."""
    one, other = (words.casefold().replace("-", "").replace("’", "'") for words in (word, form))
    if one == other or other in _inflected(one) or one in _inflected(other) or stem(one) == stem(other):
        return True
    return stem(one) == verbal(other) or stem(other) == verbal(one)


def _inflected(word: str) -> set[str]:
    """The forms that a noun can have in the plural and the possessive, by the rules of spelling."""
    found = {word + ending for ending in ("s", "'s", "s'", "es", "'")}
    if word.endswith("y"):
        found |= {word[:-1] + "ies", word[:-1] + "ies'"}
    return found


# 'that processor shall', 'if customer has', 'by customer.': a party named without its capital letter. Nouns of persons
# have an article elsewhere; but 'as controller and processor.' is what the act calls anybody.
_BARE_NAME = re.compile(
    r"(?:(?<!\w)(?i:shall|will|must|may|by|to|towards|from|against|between|if|when|where|unless|that|because)|(?P<joint>(?<!\w)and|,))\s"
    r"(?P<name>(?:[a-z][\w-]*)?(?:processor|controller|customer|supplier|provider|licensee|licensor|vendor|contractor|purchaser|buyer|seller))"
    r"(?=\s(?:shall|will|must|may|is|has|does|can|warrants?|agrees?|undertakes?)\b|(?P<ends>[,;.]))"
)


@once_a_text
def bare_names(plain: str) -> tuple[tuple[int, str], ...]:
    """The nouns of persons that ``plain`` writes with a small letter where only a name can stand, with their places."""
    return tuple(
        (match.start("name"), match["name"])
        for match in _BARE_NAME.finditer(plain)
        if not (match["joint"] and match["ends"])
    )


_EITHER = re.compile(r"\s+(?:or|also known as)\s+|\s*/\s*")
_BRACKETS = re.compile(
    r"(?P<name>.*?\w)(?P<space>\s*)\((?:also:?\s+|hereinafter:?\s+|abbreviated:?\s+)?[“\"]?(?P<more>[^()“”\"]+)[”\"]?\)"
)


def written_forms(term: str) -> tuple[str, ...]:
    """The term itself, and the names that its author put into one: 'Administrator(s)',
    'Sub-processor or Subprocessor'."""
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


def verbal(word: str) -> str:
    """The stem of the verb of a noun in -ing ('process' of Processing), and of the noun of a verb; empty when ``word``
    is neither."""
    bare = stem(word)
    if bare.endswith("ing") and len(bare) >= 7:
        return bare[:-3]
    return f"{bare}ing" if bare.endswith(("ss", "ct", "rt", "rd")) else ""


def may_be_plural(word: str) -> bool:
    """Whether ``word`` ends as a plural does."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


@lru_cache(maxsize=20_000)
def lower_stems(plain: str) -> frozenset[str]:
    """The stems of the words that ``plain`` writes with a small letter."""
    return frozenset(stem(word) for word in LOWER.findall(plain))


_SYNONYMS = {stem(word): frozenset(map(stem, pair)) for pair in lexicon.SYNONYMS for word in pair}


def synonyms(word: str) -> frozenset[str]:
    """The stems of the words for the same thing, ``word`` itself included."""
    return _SYNONYMS.get(stem(word), frozenset())


@lru_cache(maxsize=20_000)
def is_compound_variant(word: str, term: str) -> bool:
    """Whether both are one compound, joined in another way, or two names of one thing: Data Controller, Controller is
    none; Sub-processor, Subcontracted Processor neither."""
    one, other = stem(word), stem(term)
    return one != other and other in synonyms(word)
