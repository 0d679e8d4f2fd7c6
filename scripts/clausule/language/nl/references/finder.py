"""Goes through a text word by word and reads a reference wherever one may begin."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import islice, product

from clausule.language.acts import LONG
from clausule.language.nl import acts
from clausule.language.nl.references import scan
from clausule.language.nl.references.names import ANNEX_NUMBER, Mention, read_mention, read_name, read_title
from clausule.language.nl.references.parts import Leaf, Member, read_articles, read_parts
from clausule.language.nl.references.scan import Scanner, token
from clausule.language.nl.references.targets import Draft, Here, as_reference
from clausule.language.references import Reference

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = token(r"(?:(?:de|het)\s{1,8})?(?P<word>artikel(?:en)?|artt?\.|artt?(?=\s[0-9]))(?!\w)")
_ARTICLE_BEHIND_NAME = token(rf",?{scan.GAP}(?P<bracket>\()?{_ARTICLE.pattern}")
_PLURAL = ("artikelen", "artt", "artt.", "bijlagen")
_SECTION_LETTER = token(r"(?P<value>[A-Z])(?!\w)", 0)
_SECTION_LABEL = token(r"(?P<value>[A-Z]|[0-9]{1,2}|[IVX]{1,5})(?!\w|[.:][0-9])", 0)
_COLON = token(":")
_FOLLOWING = token(r"e\.?\s?v\.?(?!\w)")
_OF = token(r",?\s{0,8}(?:van|uit|in)(?!\w)")
_THIS = token(r"dit\s{1,8}(?P<word>artikel|lid)(?!\w|\s{1,8}[0-9])")
_THIS_ANNEX = token(r"deze\s{1,8}bijlage(?!\w|\s{1,8}[0-9IVX])")
_ANNEX = token(r"(?:de\s{1,8})?(?P<word>bijlagen?|annex(?:en)?)(?!\w)")
_SECTION_WORDS = r"onderdeel|onder|deel|sectie|paragraaf|hoofdstuk|punt|sub|rubriek"
_SECTION = token(rf",?{scan.GAP}(?:{_SECTION_WORDS})(?!\w)")
_OTHER_OF = token(r",?\s{0,8}(?:van|uit|der|des)(?!\w)")

# 'Advocatenwet: de artikelen 8 en 45a': a line that begins with an act and a colon is about that act.
_SENTENCE_END = re.compile(r"[.;](?=\s)")
_LONGEST_TITLE = 400
_FARTHEST = 2000  # characters that a title rules, at most

# 'artikel 3 juncto artikel 5 van de Awb': both are of the Awb. Between two that 'en' joins, only an abbreviation
# ('artikel 32 en artikel 33 AVG') says so: drafters of laws write 'artikel 5 en artikel 3 van de Awb' of two laws.
_STRONG_LINK = re.compile(
    r",?\s*(?:juncto|jo\.?|j°\.?|in\s+(?:verbinding|samenhang)\s+met|gelezen\s+in\s+(?:verbinding|samenhang)\s+met"
    r"|met\s+uitzondering\s+van|behoudens|t/m|tot\s+en\s+met)\s*",
    re.IGNORECASE,
)
_WEAK_LINK = re.compile(r",?\s*(?:en|of|en/of|alsmede|dan\s+wel|respectievelijk|,)\s*(?:van\s*)?", re.IGNORECASE)
_LONGEST_LINK = 60
_MOST_TARGETS = 100_000  # in one text; more is no agreement, and would fill the memory
_PRIVATE = re.compile(r"persoonsgegeven|gegevensbescherming|verwerk|\bAVG\b", re.IGNORECASE)


class Finder:
    """Finds the references in one text. It goes forward only, and looks a bounded number of words ahead."""

    def __init__(self, text: str, here: str) -> None:
        self.text = text
        self.here = Here(here)
        self.drafts: list[Draft] = []
        self.resume = 0
        self.last_act = ""
        self.last_annex = ""
        self.targets = 0
        self.title: tuple[Mention, int] | None = None  # the act that rules up to a place

    def find(self) -> list[Reference]:
        self._read_title()
        for match in _WORD.finditer(self.text):
            read = _reader_for(match[0])
            if read is None:
                continue
            start = match.start()
            if start < self.resume:
                continue
            if self.targets > _MOST_TARGETS:
                break
            if self.text[start - 1 : start] != "-":
                read(self, start)
        found: list[Reference] = []
        for draft in sorted(self.drafts, key=lambda draft: draft.start):
            if not found or draft.start >= found[-1].end:
                found.append(as_reference(self.text, draft))
        return found

    def _add(self, draft: Draft, end: int) -> Draft:
        self.drafts.append(draft)
        self.targets += sum(len(member.leaves) for member in draft.articles) + len(draft.annexes) + 1
        self.resume = draft.end = end
        mention = draft.mention
        if mention and mention.act:
            self.last_act = mention.act
        return draft

    # Acts

    def _read_title(self) -> None:
        """'Advocatenwet: de artikelen 8 en 45a': a line that begins with an act and a colon is about that act."""
        if ":" not in self.text[:_LONGEST_TITLE]:
            return
        scanner = Scanner(self.text)
        start = len(self.text[:40]) - len(self.text[:40].lstrip())
        mention = read_title(scanner)
        if mention:
            self._add(Draft(start, mention), scanner.pos)
            scanner.take(_COLON)
            self._rule(mention, scanner.pos)

    def _rule(self, mention: Mention, start: int) -> None:
        end = _SENTENCE_END.search(self.text, start, start + _FARTHEST)
        self.title = (mention, end.start() if end else start + _FARTHEST)

    def _read_name(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        mention = read_name(scanner)
        if not mention:
            return
        name = Draft(start, mention, scanner.pos)
        self.resume, self.last_act = scanner.pos, mention.act
        if scanner.take(_COLON):
            self._rule(mention, scanner.pos)
        else:
            keyword = scanner.take(_ARTICLE_BEHIND_NAME)
            draft = self._articles(keyword.start("word"), scanner, keyword["word"], before=mention) if keyword else None
            if keyword and draft and draft.mention is mention and not keyword["bracket"]:
                draft.start = start
                return
        if name.end - start >= LONG:
            self.drafts.append(name)

    # Articles

    def _read_article(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        keyword = scanner.take(_ARTICLE)
        if keyword:
            self._articles(start, scanner, keyword["word"])

    def _articles(
        self,
        start: int,
        scanner: Scanner,
        keyword: str,
        *,
        within: tuple[Leaf, ...] = (),
        before: Mention | None = None,
    ) -> Draft | None:
        """Read what follows the word 'artikel'. ``within`` was named before it ('het derde lid van artikel 28'), as
        was the act ``before``."""
        members = read_articles(scanner, keyword.lower() in _PLURAL)
        if not members:
            letter = scanner.take(_SECTION_LETTER)
            return self._section(start, scanner, letter["value"]) if letter else None
        scanner.take(_FOLLOWING)
        mention = read_mention(scanner)
        if mention and mention.annex:
            return self._annex_behind(start, scanner, [member.article for member in members], mention)
        if mention and mention.short:
            self._late_parts(scanner, members)
        if within:
            members = [replace(member, leaves=_merge(member.leaves, within)) for member in members]
        explicit = mention is not None
        mention = self._pointing_back(mention) if mention else before or self._ruling(start)
        draft = self._add(Draft(start, mention, articles=members), scanner.pos)
        if explicit and draft.act:
            self._share(draft)
            self._more_articles(scanner, scan.JOIN if keyword.lower() in _PLURAL else scan.FIRM)
        return draft

    def _more_articles(self, scanner: Scanner, joint: re.Pattern[str]) -> None:
        """'artikel 13 AVG en 6:162 BW': without the word 'artikel' a number needs an act of its own."""
        while scanner.take(joint):
            members = read_articles(scanner, plural=False)
            mention = read_mention(scanner) if members else None
            if not mention or not mention.act or mention.annex:
                return
            self._add(Draft(members[0].start, self._pointing_back(mention), articles=members), scanner.pos)

    @staticmethod
    def _late_parts(scanner: Scanner, members: list[Member]) -> None:
        """'artikel 28 AVG, lid 3'; but not 'artikel 28 AVG, lid 2 van dit artikel'."""
        mark = scanner.pos
        leaves = read_parts(scanner) if members[-1].leaves == (Leaf(),) else None
        if leaves and not scanner.sees(_OTHER_OF):
            members[-1] = replace(members[-1], leaves=leaves)
        else:
            scanner.pos = mark

    def _pointing_back(self, mention: Mention) -> Mention:
        """'die wet' is the act named last, if that is a wet; 'de verordening' also the AVG where the text is about
        personal data."""
        if not mention.back:
            return mention
        act = acts.act_by_name(self.last_act) if self.last_act else None
        names = " ".join((self.last_act, act.title if act else "")).lower()
        if mention.back in names:
            return Mention(self.last_act)
        return Mention("AVG") if mention.back == "verordening" and self._private else mention

    @cached_property
    def _private(self) -> bool:
        return _PRIVATE.search(self.text) is not None

    def _ruling(self, start: int) -> Mention | None:
        return self.title[0] if self.title and start <= self.title[1] else None

    def _share(self, draft: Draft) -> None:
        """Give the act of ``draft`` to the articles before it that are joined to it and name none."""
        later = draft
        for index in range(len(self.drafts) - 2, -1, -1):
            earlier = self.drafts[index]
            between = self.text[earlier.end : later.start]
            if earlier.mention or not earlier.articles or len(between) > _LONGEST_LINK:
                return
            alike = draft.mention and draft.mention.short and _shape(earlier) == _shape(draft)
            if not (_STRONG_LINK.fullmatch(between) or (alike and _WEAK_LINK.fullmatch(between))):
                return
            earlier.mention, later = draft.mention, earlier

    # Leden and onderdelen that are named before their article, or without one

    def _read_parts(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        leaves = read_parts(scanner)
        this = None
        while leaves:
            self.resume = mark = scanner.pos
            if not scanner.take(_OF):
                break
            this = scanner.take(_THIS)
            if this:
                break
            keyword = scanner.take(_ARTICLE)
            if keyword:
                self._articles(start, scanner, keyword["word"], within=leaves)
                return
            more = read_parts(scanner)
            if not more:
                scanner.pos = mark
                break
            leaves = _merge(more, leaves)
        if not self._read_section(start) and leaves:
            self._read_own(start, scanner, leaves, this["word"].lower() if this else "")

    def _read_own(self, start: int, scanner: Scanner, leaves: tuple[Leaf, ...], this: str) -> None:
        """Leden of the article that holds this text ('lid 2', 'eerste lid van dit artikel'), or parts of its lid."""
        end = scanner.pos
        if this == "lid":
            leaves = _merge((Leaf(self.here.clause),), leaves)
        elif not this and (scanner.sees(_OTHER_OF) or read_mention(scanner)):
            return  # 'het eerste lid van de commissie', 'lid 3 AVG'
        if self.here.article and (this or all(leaf.paragraph for leaf in leaves)):
            self._add_own(start, end, leaves)

    def _add_own(self, start: int, end: int, leaves: tuple[Leaf, ...]) -> None:
        member = Member(self.here.article, leaves, start, end)
        self._add(Draft(start, _OWN, articles=[member]), end)

    def _read_this(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        if scanner.take(_THIS_ANNEX):
            self._add_annex(start, scanner.pos, self.here.annex or self.last_annex, [], _OWN)
            return
        this = scanner.take(_THIS)
        if not this or not self.here.article:
            return
        if this["word"].lower() == "artikel":
            self._add_own(start, scanner.pos, read_parts(scanner) or (Leaf(),))
            self.drafts[-1].end = self.resume = scanner.pos
        elif self.here.clause:
            self._add_own(start, scanner.pos, (Leaf(self.here.clause),))

    # Annexes

    def _read_annex(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        keyword = scanner.take(_ANNEX)
        numbers = self._annex_numbers(scanner) if keyword else []
        if not numbers:
            return
        sections = []
        mark = scanner.pos
        if scanner.take(_SECTION):
            label = scanner.take(_SECTION_LABEL)
            sections = [label["value"]] if label else []
        if not sections:
            scanner.pos = mark
        mark = scanner.pos
        mention = read_mention(scanner)
        if mention and (mention.short or mention.annex):
            mention, scanner.pos = None, mark
        self.last_annex = numbers[-1].article
        self._add(Draft(start, self._pointing_back(mention or _OWN), annexes=numbers, sections=sections), scanner.pos)

    @staticmethod
    def _annex_numbers(scanner: Scanner) -> list[Member]:
        numbers: list[Member] = []
        end = scanner.pos
        ranged = False
        while match := scanner.take(ANNEX_NUMBER):
            if numbers and (scanner.sees(scan.UNIT) or match["number"].isdigit() != numbers[-1].article.isdigit()):
                break
            number, end = match["number"], scanner.pos
            if ranged:
                implied = scan.between(numbers[-1].article, number)
                numbers.extend(Member(name, (), match.start("number"), end) for name in implied)
            numbers.append(Member(number, (), match.start("number"), end))
            ranged = bool(scanner.take(scan.RANGE) or scanner.take(scan.TIGHT_DASH))
            if not ranged and not scanner.take(scan.JOIN):
                break
        scanner.pos = end
        return numbers

    def _read_section(self, start: int) -> bool:
        """'onderdeel B van bijlage 1', 'paragraaf 3 van deze bijlage'."""
        scanner = Scanner(self.text, start)
        label = scanner.take(_SECTION_LABEL) if scanner.take(_SECTION) else None
        return bool(label and self._section(start, scanner, label["value"]))

    def _section(self, start: int, scanner: Scanner, label: str) -> Draft | None:
        mention = read_mention(scanner)
        return self._annex_behind(start, scanner, [label], mention) if mention and mention.annex else None

    def _annex_behind(self, start: int, scanner: Scanner, sections: list[str], mention: Mention) -> Draft | None:
        annex = (self.here.annex or self.last_annex) if mention.annex == "this" else mention.annex
        return self._add_annex(start, scanner.pos, annex, sections, replace(mention, annex=""))

    def _add_annex(self, start: int, end: int, annex: str, sections: list[str], mention: Mention) -> Draft | None:
        self.resume = end
        if not annex:
            return None
        self.last_annex = annex
        return self._add(Draft(start, mention, annexes=[Member(annex, (), start, end)], sections=sections), end)


def _merge(outer: tuple[Leaf, ...], inner: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    """'onderdeel a van het eerste lid': the inner parts within the outer ones."""
    return tuple(
        Leaf(
            around.paragraph or leaf.paragraph,
            leaf.point or around.point,
            leaf.subparagraph or around.subparagraph,
        )
        for around, leaf in islice(product(outer, inner), scan.LONGEST)
    )


def _shape(draft: Draft) -> tuple[bool, bool]:
    number = draft.articles[0].article
    return ":" in number, "." in number


def find_references(text: str, here: str = "") -> list[Reference]:
    """The references in ``text``, in order and without overlap. Any text will do; nothing is raised. After the first
    100,000 targets it looks no further.

    ``here`` is the id of the clause, article or annex that holds the text (``artikel-4.2``, ``bijlage-3``): 'dit
    artikel', 'lid 2' and 'deze bijlage' are counted from there, and left alone without it.
    """
    return Finder(text, here).find()


_OWN = Mention(own=True)
_PARTS_WORDS = "laatste lid leden onder onderdeel onderdelen sub punt punten aanhef letter alinea"
_SECTION_ONLY = ("deel", "sectie", "paragraaf", "hoofdstuk", "rubriek")
_TRIGGERS: dict[str, Callable[[Finder, int], object]] = {
    **dict.fromkeys(acts.FIRST_WORDS, Finder._read_name),
    **dict.fromkeys(("artikel", "artikelen", "art", "artt"), Finder._read_article),
    **dict.fromkeys(("bijlage", "bijlagen", "annex"), Finder._read_annex),
    **dict.fromkeys((*scan.ORDINALS, *_PARTS_WORDS.split()), Finder._read_parts),
    **dict.fromkeys(_SECTION_ONLY, Finder._read_section),
    **dict.fromkeys(("dit", "deze"), Finder._read_this),
}
_EXACT_TRIGGERS = dict.fromkeys(acts.SHORT_FIRST_WORDS, Finder._read_name)


@lru_cache(maxsize=20_000)
def _reader_for(word: str) -> Callable[[Finder, int], object] | None:
    """What reads on where ``word`` stands; None for nearly all words."""
    read = _TRIGGERS.get(word.lower()) or _EXACT_TRIGGERS.get(word)
    if read is None and word[0].isdigit() and word[-1] == "e":
        return Finder._read_parts  # 'het 2e lid van artikel 3'
    return read
