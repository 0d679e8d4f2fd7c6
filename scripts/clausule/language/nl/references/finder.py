"""Goes through a text word by word and reads a reference wherever one may begin."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from clausule.language.acts import SHORT
from clausule.language.nl import acts, documents
from clausule.language.nl.references import scan
from clausule.language.nl.references.names import (
    Mention,
    read_behind_aside,
    read_document,
    read_mention,
    read_name,
    read_title,
)
from clausule.language.nl.references.owners import Owners
from clausule.language.nl.references.parts import Leaf, Member, cut_at, merge, read_annexes, read_articles, read_parts
from clausule.language.nl.references.scan import Scanner, token
from clausule.language.nl.references.targets import Draft, Here, as_reference
from clausule.language.references import Reference
from clausule.model.repeated import once_a_text

_WORD = re.compile(r"[^\W_]+|§{1,2}")
_ARTICLE = token(r"(?:(?:de|het)\s{1,8})?(?P<word>artikel(?:en)?(?!\w)|artt?\.|artt?(?=\s[0-9])|§{1,2})")
_ENGLISH, _ENGLISH_OF = token(r"articles?(?!\w)"), token(r"of(?:\sthe)?(?!\w)")
_COLON_BEFORE = token(r":(?=\s{0,8}(?:zie\s)?(?:(?:de|het)\s)?(?:art|lid|leden|bijlage))")
_IN_BRACKETS = token(r"\((?:hierna|verder)?:?\s{0,8}(?:de\s)?[“\"‘']?")
_CLOSE = token(r"[”\"’']?\)")
_OF_A_PART = re.compile(r"\b(?:afdeling|titel|hoofdstuk|boek|paragraaf|versie|overweging(?:en)?)\s$", re.I)
_NUMBER_BEFORE = re.compile(
    r"(?<![\w.,:/§-])(?P<number>[0-9]{1,3}(?:(?:[.:][0-9]{1,4}[a-z]?|\([0-9]\))[0-9.:a-z()]{0,8}"
    r"|\s?(?:[-–—]|t/m|tot\sen\smet)\s?[0-9]{1,3}))\s$"
)
_NUMBER_LENGTH = 20
_OF_A_CODE = re.compile(r"[A-Z]\w*\.?\s?$")  # '20 U.S.C. § 1232g', 'Civil Code § 1798.100'
_HYPHENED = re.compile(r"(?P<name>[\w’'-]+)-$")
_LONGEST_NAME = 40
_WHICH = token(r"(?:nr\.?\s)?(?:[0-9]{1,4}|[A-Z])(?!\w|[.,][0-9])", 0)
_THEREOF = token(r"(?:daarvan|hiervan|ervan)(?!\w)")
_PLURAL = ("artikelen", "artt", "artt.", "§§")
_UNNUMBERED = "Bijlage"  # with a capital letter it is the one annex that there is
_TITLE = token(r"[“\"‘A-Z]", 0)  # 'Bijlage Tarieven' is one of several
_SECTION_WORDS = r"onderdeel|onder|deel|sectie|paragraaf|hoofdstuk|punt|sub|rubriek"
_SECTION = token(rf",?{scan.GAP}(?:{_SECTION_WORDS})(?!\w)")
_OTHER_OF = token(r",?\s{0,8}(?:van|uit|der|des)(?!\w)")

_LONGEST_TITLE = 400
_MOST_TARGETS = 100_000  # in one text; more is no agreement, and would fill the memory


class Finder:
    """Reads the references in one text. It goes forward only, and looks a bounded number of words ahead: what names
    places and wholes becomes drafts, whose owners are settled later."""

    def __init__(self, text: str, here: str) -> None:
        self.text = text
        self.here = Here(here)
        self.drafts: list[Draft] = []
        self.resume = 0
        self.last_annex = ""
        self.targets = 0

    def read(self) -> list[Draft]:
        """The drafts, in order."""
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
            if self.text[start - 1 : start] != "-" or match[0].lower().startswith("art"):
                read(self, start)
        return sorted(self.drafts, key=lambda draft: draft.start)

    def _add(self, draft: Draft, end: int) -> Draft:
        self.drafts.append(draft)
        self.targets += sum(len(member.leaves) for member in draft.articles) + len(draft.annexes) + 1
        self.resume = draft.end = end
        return draft

    # Names

    def _read_title(self) -> None:
        """'Gaswet: artikel 1h': a line may begin with the name of an act that is not known."""
        if ":" not in self.text[:_LONGEST_TITLE]:
            return
        scanner = Scanner(self.text)
        start = len(self.text[:40]) - len(self.text[:40].lstrip())
        mention = read_title(scanner)
        if mention:
            self._add(Draft(start, mention, colon=True), scanner.pos)

    def _read_name(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        mention = read_name(scanner)
        if not mention:
            return
        end = scanner.pos
        number = _NUMBER_BEFORE.search(self.text, max(self.resume, start - _NUMBER_LENGTH), start)
        members = read_articles(Scanner(self.text, number.start("number")), plural=True) if number else []
        if number and _OF_A_PART.search(self.text, max(0, number.start() - _LONGEST_NAME), number.start()):
            members = []  # 'afdeling 6.5.3 BW'
        if number and members and members[-1].end >= number.end("number"):  # '28.3 AVG', '6:162 BW'
            self._add(Draft(members[0].start, replace(mention, short=True), articles=members), end)
            return
        self._add(Draft(start, mention, shown=end - start >= SHORT, colon=scanner.sees(_COLON_BEFORE)), end)
        self._skip_abbreviation(scanner, mention)

    def _skip_abbreviation(self, scanner: Scanner, mention: Mention) -> None:
        """'Wet bescherming persoonsgegevens (Wbp)' names one act once."""
        if scanner.take(_IN_BRACKETS):
            again = read_name(scanner)
            if again and again.act == mention.act and scanner.take(_CLOSE):
                self.resume = self.drafts[-1].until = scanner.pos

    def _read_document(self, start: int) -> None:
        """What documents of the parties are called is no reference, but decides whose the articles around it are."""
        scanner = Scanner(self.text, start)
        name = read_document(scanner)
        if name:
            scanner.take(_WHICH)  # 'Addendum 2'
            own = documents.says_itself(self.text, start)
            mention = Mention(own=True) if own else Mention(name)
            self._add(Draft(start, mention, shown=False, colon=scanner.sees(_COLON_BEFORE)), scanner.pos)

    # Articles

    def _read_article(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        keyword = scanner.take(_ARTICLE)
        if not keyword or (self.text[start] == "§" and _OF_A_CODE.search(self.text, max(0, start - 9), start)):
            return
        before = _HYPHENED.search(self.text, max(0, start - _LONGEST_NAME), start)  # 'AVG-artikel 28'
        act = acts.act_by_name(before["name"]) if before else None
        if act or not before:
            self._articles(start, scanner, keyword["word"], before=Mention(act.name, short=True) if act else None)

    def _read_english(self, start: int) -> None:
        """'Article 28 GDPR': only beside an act that is known here."""
        scanner = Scanner(self.text, start)
        members = read_articles(scanner, plural=True) if scanner.take(_ENGLISH) else []
        scanner.take(_ENGLISH_OF)
        mention = read_mention(scanner) if members else None
        if mention and mention.short and acts.act_by_name(mention.act):
            self._add(Draft(start, mention, articles=members), scanner.pos)

    def _articles(
        self,
        start: int,
        scanner: Scanner,
        keyword: str,
        *,
        within: tuple[Leaf, ...] = (),
        before: Mention | None = None,
    ) -> None:
        """Read what follows the word 'artikel'. ``within`` was named before it ('het derde lid van artikel 28'), as
        was the act ``before``."""
        members = read_articles(scanner, keyword.lower() in _PLURAL)
        if not members:
            letter = scanner.take(scan.SECTION_LETTER)
            if letter:
                self._section(start, scanner, letter["value"])
            return
        scanner.take(scan.FOLLOWING)
        mention = read_mention(scanner) or read_behind_aside(scanner)
        if mention and mention.annex:
            self._annex_behind(start, scanner, [member.article for member in members], mention)
            return
        if mention and mention.short:
            self._late_parts(scanner, members)
        if within:
            members = [replace(member, leaves=merge(member.leaves, within)) for member in members]
        cut = cut_at(self.text, members)
        if cut:
            self._add(Draft(start, mention or before, articles=members[:cut]), members[cut - 1].end)
        self._add(Draft(members[cut].start if cut else start, mention or before, articles=members[cut:]), scanner.pos)
        if mention and mention.act:
            self._skip_abbreviation(Scanner(self.text, scanner.pos), mention)
        self._more_articles(scanner, scan.JOIN if keyword.lower() in _PLURAL else scan.FIRM)
        self.resume = members[cut - 1].end if cut else self.resume

    def _more_articles(self, scanner: Scanner, joint: re.Pattern[str]) -> None:
        """'artikel 13 AVG en 6:162 BW', 'artikel 4 en 6:248 BW': without the word 'artikel' a number needs an act."""
        while scanner.take(joint):
            members = read_articles(scanner, plural=False)
            mention = read_mention(scanner) if members else None
            if not mention or not mention.act or mention.annex:
                return
            self._add(Draft(members[0].start, mention, articles=members), scanner.pos)

    @staticmethod
    def _late_parts(scanner: Scanner, members: list[Member]) -> None:
        """'artikel 28 AVG, lid 3'; but not 'artikel 28 AVG, lid 2 van dit artikel'."""
        mark = scanner.pos
        leaves = read_parts(scanner) if members[-1].leaves == (Leaf(),) else None
        if leaves and not scanner.sees(_OTHER_OF):
            members[-1] = replace(members[-1], leaves=leaves)
        else:
            scanner.pos = mark

    # Leden and onderdelen that are named before their article, or without one

    def _read_parts(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        leaves = read_parts(scanner)
        this = None
        while leaves:
            self.resume = mark = scanner.pos
            if not scanner.take(scan.OF):
                break
            this = scanner.take(scan.THIS)
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
            leaves = merge(more, leaves)
        if not self._read_section(start) and leaves and not scanner.text.startswith("paragra", start):
            self._read_own(start, scanner, leaves, this["word"].lower() if this else "")

    def _read_own(self, start: int, scanner: Scanner, leaves: tuple[Leaf, ...], this: str) -> None:
        """Leden of the article that holds this text ('lid 2', 'eerste lid van dit artikel'), or parts of its lid."""
        end = scanner.pos
        if not this and scanner.take(_THEREOF):
            self._read_thereof(start, scanner.pos, leaves)
            return
        if this == "lid":
            leaves = merge((Leaf(self.here.clause),), leaves)
        elif not this and (scanner.sees(_OTHER_OF) or read_mention(scanner)):
            return  # 'het eerste lid van de commissie', 'lid 3 AVG'
        if self.here.article and (this or all(leaf.paragraph for leaf in leaves)):
            self._add_own(start, end, leaves)

    def _read_thereof(self, start: int, end: int, leaves: tuple[Leaf, ...]) -> None:
        """'artikel 28 van de AVG en het derde lid daarvan'."""
        last = next((draft for draft in self.drafts[-2:][::-1] if draft.articles), None)
        if last:
            member = replace(last.articles[-1], leaves=leaves, start=start, end=end)
            self._add(Draft(start, last.mention, articles=[member]), end)

    def _add_own(self, start: int, end: int, leaves: tuple[Leaf, ...]) -> None:
        member = Member(self.here.article, leaves, start, end)
        self._add(Draft(start, _HERE, articles=[member]), end)

    def _read_this(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        if scanner.take(scan.THIS_ANNEX):
            self._add_annex(start, scanner.pos, self.here.annex or self.last_annex, [], _OWN)
            return
        this = scanner.take(scan.THIS)
        if not this or not self.here.article:
            return
        if this["word"].lower() == "artikel":
            self._add_own(start, scanner.pos, read_parts(scanner) or (Leaf(),))
            self.drafts[-1].end = self.resume = scanner.pos
        elif self.here.clause:
            self._add_own(start, scanner.pos, (Leaf(self.here.clause),))

    def _read_neighbour(self, start: int) -> None:
        """'Het vorige lid', 'het volgende artikel'."""
        scanner = Scanner(self.text, start)
        match = scanner.take(scan.NEIGHBOUR)
        of_lid = match is not None and match["word"].lower() == "lid"
        number = self.here.clause if of_lid else self.here.article
        if not match or not number:
            return
        step = 1 if match["side"].lower() == "volgende" else -1
        whole = number.rstrip(scan.SMALL)  # before 1a stands 1
        other = str(int(whole) + (0 if step < 0 and number != whole else step))
        member = Member(self.here.article if of_lid else other, (Leaf(other if of_lid else ""),), start, scanner.pos)
        if other != "0" and not scanner.sees(_OTHER_OF):
            self._add(Draft(start, _HERE, articles=[member], step=step), scanner.pos)

    def _read_place(self, start: int) -> None:
        """'Overweging 26 van de AVG', 'hoofdstuk V AVG', 'hoofdstuk 2 van deze overeenkomst'."""
        scanner = Scanner(self.text, start)
        chapter = scanner.take(scan.CHAPTER)
        numbers = read_articles(scanner, plural=True) if chapter or scanner.take(scan.RECITAL) else []
        mention = read_mention(scanner) if numbers else None
        if mention and not mention.annex and (mention.own or acts.act_by_name(mention.act)):
            chapters, recitals = (numbers, []) if chapter else ([], numbers)
            self._add(Draft(start, mention, chapters=chapters, recitals=recitals), scanner.pos)

    # Annexes

    def _read_annex(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        keyword = scanner.take(scan.ANNEX)
        numbers = read_annexes(scanner) if keyword else []
        if not numbers and keyword and keyword["word"] == _UNNUMBERED and not scanner.sees(_TITLE):
            self._add(Draft(start, read_mention(scanner), annexes=[Member("", (), start, scanner.pos)]), scanner.pos)
        if not numbers:
            return
        sections = []
        mark = scanner.pos
        if scanner.take(_SECTION):
            label = scanner.take(scan.SECTION_LABEL)
            sections = [label["value"]] if label else []
        if not sections:
            scanner.pos = mark
        mark = scanner.pos
        mention = read_mention(scanner)
        if mention and (mention.annex or (mention.short and acts.act_by_name(mention.act))):
            mention, scanner.pos = None, mark
        self.last_annex = numbers[-1].article
        self._add(Draft(start, mention, annexes=numbers, sections=sections), scanner.pos)

    def _read_section(self, start: int) -> bool:
        """'onderdeel B van bijlage 1', 'paragraaf 3 van deze bijlage'."""
        scanner = Scanner(self.text, start)
        label = scanner.take(scan.SECTION_LABEL) if scanner.take(_SECTION) else None
        return label is not None and self._section(start, scanner, label["value"])

    def _read_chapter(self, start: int) -> None:
        if not self._read_section(start):
            self._read_place(start)

    def _section(self, start: int, scanner: Scanner, label: str) -> bool:
        mention = read_mention(scanner)
        if not mention or not mention.annex:
            return False
        self._annex_behind(start, scanner, [label], mention)
        return True

    def _annex_behind(self, start: int, scanner: Scanner, sections: list[str], mention: Mention) -> None:
        annex = (self.here.annex or self.last_annex) if mention.annex == "this" else mention.annex
        self._add_annex(start, scanner.pos, annex, sections, replace(mention, annex=""))

    def _add_annex(self, start: int, end: int, annex: str, sections: list[str], mention: Mention) -> None:
        self.resume = end
        if annex:
            self.last_annex = annex
            self._add(Draft(start, mention, annexes=[Member(annex, (), start, end)], sections=sections), end)


@once_a_text
def find_references(text: str, here: str = "", own: frozenset[str] | None = None) -> list[Reference]:
    """The references in ``text``, in order and without overlap. Any text will do; nothing is raised. After the first
    100,000 targets it looks no further.

    ``here`` is the id of the clause, article or annex that holds the text (``artikel-4.2``, ``bijlage-3``): 'dit
    artikel', 'lid 2' and 'deze bijlage' are counted from there, and left alone without it. ``own`` are the names of the
    agreement that holds it (see ``own_names``): another agreement is another document.
    """
    drafts = [replace(draft) for draft in _drafts(text, here)]
    Owners(text, own).settle(drafts)
    found: list[Reference] = []
    for draft in drafts:
        if draft.is_reference and (not found or draft.start >= found[-1].end):
            found.append(as_reference(text, draft))
    return found


@once_a_text
def _drafts(text: str, here: str) -> tuple[Draft, ...]:
    """What was read in ``text``, before anything is known of its agreement; to be copied, since owners are put in."""
    return tuple(Finder(text, here).read())


_HERE, _OWN = Mention(own=True, here=True), Mention(own=True)
_PARTS_WORDS = "laatste lid leden onder onderdeel onderdelen sub punt punten aanhef letter alinea paragraaf paragrafen"
_SECTION_ONLY = ("deel", "sectie", "rubriek")
_TRIGGERS: dict[str, Callable[[Finder, int], object]] = {
    **dict.fromkeys(acts.FIRST_WORDS, Finder._read_name),
    **dict.fromkeys(("artikel", "artikelen", "art", "artt", "§", "§§"), Finder._read_article),
    **dict.fromkeys(("vorige", "voorgaande", "voorafgaande", "volgende"), Finder._read_neighbour),
    **dict.fromkeys(("overweging", "overwegingen"), Finder._read_place),
    **dict.fromkeys(("article", "articles"), Finder._read_english),
    **dict.fromkeys((*scan.ANNEX_WORDS, "bijl"), Finder._read_annex),
    **dict.fromkeys((*scan.ORDINALS, *_PARTS_WORDS.split()), Finder._read_parts),
    **dict.fromkeys(_SECTION_ONLY, Finder._read_section),
    "hoofdstuk": Finder._read_chapter,
    **dict.fromkeys(("dit", "deze"), Finder._read_this),
}
_EXACT_TRIGGERS = dict.fromkeys(acts.SHORT_FIRST_WORDS, Finder._read_name)


@lru_cache(maxsize=20_000)
def _reader_for(word: str) -> Callable[[Finder, int], object] | None:
    """What reads on where ``word`` stands; None for nearly all words."""
    read = _TRIGGERS.get(word.lower()) or _EXACT_TRIGGERS.get(word)
    if read is None and word[0].isdigit() and word[-1] == "e":
        return Finder._read_parts  # 'het 2e lid van artikel 3'
    if read is None and (documents.HEAD.fullmatch(word) or word in ("NEN", "ISO", "IEC")):
        return Finder._read_document
    return read
