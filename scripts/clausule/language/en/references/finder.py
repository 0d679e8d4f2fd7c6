"""Goes through a text word by word and reads a reference wherever one may begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from clausule.language.en import acts
from clausule.language.en.references import scan
from clausule.language.en.references.annexes import read_annexes, section_labels
from clausule.language.en.references.names import Mention, read_behind_aside, read_mention
from clausule.language.en.references.parts import Place, read_labels, read_places
from clausule.language.en.references.targets import Draft, as_reference
from clausule.language.en.references.wholes import Wholes
from clausule.language.references import Reference
from clausule.language.scanning import Scanner, token
from clausule.model.ids import annex_digits
from clausule.model.repeated import once_a_text

_WORD = re.compile(r"[^\W\d_]+|§{1,2}")
_OF = token(r",?\s{0,8}(?:of|in|to|under)(?!\w)")
_THIS = token(
    r"(?:this|the\spresent)\s{1,8}(?P<word>article|(?:sub-?\s?)?section|(?:sub-?\s?)?clause|(?:sub-?\s?)?paragraph)(?!\w)"
)
_THAT = token(r"(?:that|such|the\s(?:said|same))\s{1,8}(?:article|section|clause)(?!\w)|thereof(?!\w)")
_NEIGHBOUR = token(
    r"(?P<side>preceding|previous|foregoing|following|next)\s{1,8}(?P<word>article|section|clause|paragraph"
    r"|sub-?section|sub-?clause)(?!\w)"
)
_ORDINAL_PART = token(r"(?:sub-?paragraphs?|sentences?|indents?|paragraphs?)(?!\w)")
_ANNEX_OF = token(r",?\s{0,8}(?:of|in|to)(?!\w)")
_SECTION = token(r",?\s{0,8}\(?(?:part|section|paragraphs?|paras?\.?|items?|table|point)(?!\w)|\s{0,8}\(?clause(?!\w)")
_NUMBER = token(r"\(?(?P<value>[0-9]{1,3})\)?(?!\w|[.,][0-9])")
_NOT_A_PLACE = token(
    r"(?:Data\sProtection\s)?(?:Working\sParty|WP\b|companies\b|company\b|compliance\b|compliant\b)", 0
)
_OF_A_CODE = re.compile(r"(?:[A-Z]\.){2,4}\s?$|\b(?!DPA|MSA|SLA|NDA)[A-Z]{3,}\s$|\b(?:USC|CFR|Code|Stat\.?|ch\.)\s$")
_BEGINS_SENTENCE = re.compile(r"(?:^|[.;:]\s)$")
_PLURAL = re.compile(r"(?:s|§§|ss\.?|arts\.?|secs\.?|paras\.?)$", re.I)
_OPTION = token(r",?\s(?:option|module)\s(?:[0-9]|one|two|three|four)(?=,?\sof\b)")
_THIS_BEFORE = re.compile(r"\b(?:this|the present)\s$", re.I)
_REFERS = re.compile(
    r"[(,][^()]{0,80}\b(?:articles?|(?:sub-?)?sections?|(?:sub-?)?clauses?|paragraphs?|annex|schedule)\s[0-9(]", re.I
)
_LABELS = token(r"(?:\([0-9a-z]{1,4}\)){1,4}(?=,?\s(?:of|to)\b)", 0)
_NEAR = 12
_MOST_TARGETS = 100_000  # in one text; more is no agreement, and would fill the memory


class Finder(Wholes):
    """Finds the references in one text. It goes forward only, and looks a bounded number of words ahead: what names
    places and wholes becomes drafts, and then their owners are settled."""

    def find(self) -> list[Reference]:
        """The references, in order and without overlap."""
        for match in _WORD.finditer(self.text):
            read = _reader_for(match[0])
            if read is None or match.start() < self.resume:
                continue
            if self.targets > _MOST_TARGETS:
                break
            if self.text[match.start() - 1 : match.start()] not in ("-", "'", "’") or match[0][0] == "§":
                read(self, match.start())
        self.drafts.sort(key=lambda draft: draft.start)
        self.owners.settle(self.drafts)
        found: list[Reference] = []
        for draft in self.drafts:
            if draft.is_reference and (not found or draft.start >= found[-1].end):
                found.append(as_reference(self.text, draft))
        return found

    # Articles, sections, clauses

    def _read_article(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        keyword = scanner.take(scan.ARTICLE)
        if not keyword or (self.text[start] == "§" and self._is_of_a_code(start)):
            return
        self._places(start, scanner, keyword["word"])

    def _is_of_a_code(self, start: int) -> bool:
        """'20 U.S.C. § 1232g', 'Civil Code § 5', unless it is an act that is known."""
        last = self.drafts[-1] if self.drafts else None
        known = last is not None and last.is_act and start - last.close <= 2
        return not known and _OF_A_CODE.search(self.text, max(0, start - _NEAR), start) is not None

    def _places(
        self,
        start: int,
        scanner: Scanner,
        word: str,
        within: Iterable[tuple[str, ...]] = (),
        mention: Mention | None = None,
    ) -> None:
        """Read what follows the word. ``within`` was named before it ('point (f) of Article 6')."""
        lowered = word.lower()
        places = read_places(scanner, plural=bool(_PLURAL.search(lowered)) and lowered not in ("s", "s."))
        if not places:
            self._section_of_annex(start, scanner)
            return
        if scanner.sees(_NOT_A_PLACE):
            self.resume = scanner.pos
            return
        if lowered == "article":
            places = self._sections(scanner, places)
        if outer := self._outer(scanner, lowered):
            self._places(start, scanner, outer, [(one.number, *one.inner) for one in places])
            return
        rows = list(within)
        if rows:
            places = [_within(place, row) for place in places for row in rows]
        end = scanner.pos
        scanner.take(_OPTION)
        named = read_mention(scanner) or read_behind_aside(scanner)
        if named and named.annex:
            self._annex_behind(start, scanner, named, ["-".join((one.number, *one.inner)) for one in places])
            return
        end = scanner.pos if named and not named.doubt else end
        cut = self._aside_that_refers(places)
        if cut:
            draft = Draft(start, named or mention, word=scan.unit(lowered), places=places[:cut])
            self._add(draft, places[cut - 1].end)
            start, places = places[cut].start, places[cut:]
        self._add(Draft(start, named or mention, word=scan.unit(lowered), places=places), end)
        self.resume = max(end, places[-1].end)
        if named and named.act:
            self._skip_abbreviation(Scanner(self.text, scanner.pos), named)
        self.resume = self.drafts[-2].end if cut else self.resume

    def _aside_that_refers(self, places: list[Place]) -> int:
        """'Clauses 4 (other than clause 4.6), 5 and 7': how many places stand before what is a reference itself."""
        pairs = enumerate(pairwise(places), 1)
        return next((at for at, (one, other) in pairs if _REFERS.search(self.text, one.end, other.start)), 0)

    @staticmethod
    def _sections(scanner: Scanner, places: list[Place]) -> list[Place]:
        """'Article II, Section 3(b)' is one place, and so is 'Article 4, Section 4.2'."""
        mark = scanner.pos
        keyword = scanner.take(scan.ARTICLE) if scanner.take(scan.COMMA) and len(places) == 1 else None
        within = read_places(scanner, plural=False) if keyword and keyword["word"].lower() == "section" else []
        if not within or places[0].inner:
            scanner.pos = mark
            return places
        number = places[0].number
        digits = annex_digits(number) if number.isalpha() else number  # 'Article VI, Section 6.2'
        return [
            one if one.number.startswith(f"{digits}.") else replace(one, number=number, inner=(one.number, *one.inner))
            for one in within
        ]

    @staticmethod
    def _outer(scanner: Scanner, word: str) -> str:
        """'Section 2 of Article IV': the word of what holds the places just read, with a number behind it."""
        mark = scanner.pos
        keyword = scanner.take(scan.ARTICLE) if scanner.take(_OF) else None
        if keyword and scan.unit(keyword["word"].lower()) != scan.unit(word) and scanner.sees(scan.PLACE):
            return keyword["word"]
        scanner.pos = mark
        return ""

    def _section_of_annex(self, start: int, scanner: Scanner) -> None:
        """'Section B of Annex I'."""
        label = scanner.take(scan.SECTION_LABEL)
        if label:
            self._part_of_annex(start, scanner, label["value"])

    def _part_of_annex(self, start: int, scanner: Scanner, label: str) -> bool:
        mention = read_mention(scanner) or read_behind_aside(scanner)
        if not mention or not mention.annex:
            return False
        self._annex_behind(start, scanner, mention, [label])
        return True

    # Paragraphs, points and items, before what they are of or alone

    def _read_inner(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        keyword = scanner.take(scan.INNER)
        rows = read_labels(scanner) if keyword else []
        if rows:
            self._inner(start, scanner, keyword["word"] if keyword else "", rows)

    def _read_ordinal(self, start: int) -> None:
        """'The first subparagraph of Article 6(1)'."""
        scanner = Scanner(self.text, start)
        which, part = scanner.take(scan.ORDINAL), scanner.take(_ORDINAL_PART)
        keyword = scanner.take(scan.ARTICLE) if which and part and scanner.take(_OF) else None
        if which and part and keyword:
            number = scan.ORDINALS.get(which["word"].lower())
            counted = part[0].strip().lower().startswith("paragraph") and number
            self._places(start, scanner, keyword["word"], [(number,)] if counted and number else ())

    def _inner(self, start: int, scanner: Scanner, word: str, rows: list[tuple[str, ...]]) -> None:
        mark = scanner.pos
        self.resume = mark
        if scanner.take(_OF):
            if this := scanner.take(_THIS):
                self._of_here(start, scanner.pos, this["word"].lower(), rows)
                return
            if scanner.take(scan.ORDINAL) and scanner.take(_ORDINAL_PART) and not scanner.take(_OF):
                return
            keyword = scanner.take(scan.ARTICLE)
            if keyword:
                self._places(start, scanner, keyword["word"], rows)
                return
            if scanner.take(_THAT):
                self._of_last(start, scanner.pos, rows)
                return
            outer = scanner.take(scan.INNER)
            around = read_labels(scanner) if outer else []
            if outer and around:
                self._inner(start, scanner, outer["word"], [(*one, *row) for one in around for row in rows])
                return
        elif scanner.take(_THAT):
            self._of_last(start, scanner.pos, rows)
            return
        scanner.pos = mark
        mention = read_mention(scanner)
        if mention and mention.annex:
            self._annex_behind(start, scanner, mention, ["-".join(row) for row in rows])
        elif mention and not mention.own:  # 'paragraph 3 of the letter': nothing to lead to
            places = [Place(row[0], row[1:], start, scanner.pos) for row in rows]
            self._add(Draft(start, mention, word=scan.unit(word.lower()), places=places, shown=False), scanner.pos)
        else:
            self._own_inner(start, scanner.pos if mention else mark, word, rows, mention)

    def _own_inner(self, start: int, end: int, word: str, rows: list[tuple[str, ...]], mention: Mention | None) -> None:
        """A paragraph or an item of what speaks, where it has one of that name; a dotted number is a clause's."""
        if self.here.annex:
            sections = ["-".join(row) for row in rows]
            self._add(Draft(start, _HERE, annexes=[(self.here.annex, "")], sections=sections, loose=True), end)
        elif all("." in row[0] for row in rows) or (mention and all(row[0].isdigit() for row in rows)):
            places = [Place(row[0], row[1:], start, end) for row in rows]
            self._add(Draft(start, mention, word=scan.unit(word.lower()), places=places), end)
        elif self.here.article and all(row[0].isdigit() for row in rows):
            places = [Place(self.here.article, row, start, end) for row in rows]
            self._add(Draft(start, _HERE, places=places, loose=True), end)
        elif self.here.article:
            number, _, clause = self.here.article, "", self.here.clause
            at = Place(f"{number}.{clause}" if clause else number)
            places = [replace(at, inner=row, start=start, end=end) for row in rows]
            self._add(Draft(start, _HERE, places=places, loose=True), end)

    def _of_here(self, start: int, end: int, word: str, rows: list[tuple[str, ...]]) -> None:
        if self.here.article:
            number = self.here.article
            low = "sub" in word or "paragraph" in word
            if self.here.clause and (low or not rows[0][0].isdigit()):
                number = f"{number}.{self.here.clause}"
            places = [Place(number, row, start, end) for row in rows]
            self._add(Draft(start, _HERE, places=places), end)

    def _of_last(self, start: int, end: int, rows: list[tuple[str, ...]]) -> None:
        last = next((draft for draft in self.drafts[-2:][::-1] if draft.places), None)
        if last:
            at = replace(last.places[-1], start=start, end=end)
            places = [replace(at, inner=row) for row in rows]
            self._add(Draft(start, last.mention, word=last.word, places=places), end)

    def _read_this(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        this = scanner.take(_THIS)
        if not this:
            self._read_this_annex(start)
            return
        after = scanner.pos
        places = read_places(scanner, plural=False)
        if places:  # 'this clause 5.2'
            self._add(Draft(start, _OWN, word=scan.unit(this["word"].lower()), places=places), scanner.pos)
        elif self.here.article:
            word = this["word"].lower()
            low = ("sub" in word or "paragraph" in word) and self.here.clause
            number = f"{self.here.article}.{self.here.clause}" if low else self.here.article
            self._add(Draft(start, _HERE, places=[Place(number, (), start, after)]), after)

    def _read_this_annex(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        if scanner.take(_THIS_ANNEX) and (annex := self.here.annex or self.last_annex):
            self._add(Draft(start, _OWN, annexes=[(annex, "")]), scanner.pos)

    def _read_neighbour(self, start: int) -> None:
        """'The preceding paragraph', 'the following Section'."""
        scanner = Scanner(self.text, start)
        match = scanner.take(_NEIGHBOUR)
        low = match is not None and ("sub" in match["word"].lower() or match["word"].lower() == "paragraph")
        number = self.here.clause if low else self.here.article
        if not match or not number.isdigit() or scanner.sees(_NUMBER) or scanner.sees(_OF):
            return
        step = 1 if match["side"].lower() in ("following", "next") else -1
        other = int(number) + step
        inner = (str(other),) if low else ()
        place = Place(self.here.article if low else str(other), inner, start, scanner.pos)
        if other:
            self._add(Draft(start, _HERE, places=[place], step=step), scanner.pos)

    # Annexes

    def _read_annex(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        keyword = scanner.take(scan.ANNEX)
        annexes = read_annexes(scanner, keyword["word"]) if keyword else []
        if not annexes:
            return
        sections: list[str] = []
        number, part = annexes[-1]
        scanner.take(_LABELS)  # 'Schedule 2.3(b)'
        mark = scanner.pos
        scanner.take(scan.ASIDE)
        if not part and scanner.take(_SECTION):
            sections = ["-".join(row) for row in read_labels(scanner)] or section_labels(scanner)
        scanner.pos = scanner.pos if sections else mark
        end = scanner.pos
        mention = read_mention(scanner) or read_behind_aside(scanner)
        if _THIS_BEFORE.search(self.text, max(0, start - _NEAR), start):
            mention, scanner.pos = _OWN, end
        elif mention and mention.short and not acts.act_by_name(mention.act):
            mention, scanner.pos = None, end  # 'Exhibit A Order Form'
        elif mention and mention.annex:  # 'Annex 2 to Schedule 1'
            self._annex_behind(start, scanner, mention, [])
            return
        self.last_annex = number
        end = scanner.pos if mention else end
        self._add(Draft(start, mention, word="annex", annexes=annexes, sections=sections), end)


_THIS_ANNEX = token(rf"(?:this|the\spresent)\s{{1,8}}(?:{scan._ANNEXES})(?!\w|\s[0-9IVX])")


@once_a_text
def find_references(text: str, here: str = "", own: frozenset[str] | None = None) -> list[Reference]:
    """The references in ``text``, in order and without overlap. Any text will do; nothing is raised. After the first
    100,000 targets it looks no further.

    ``here`` is the id of the clause, article or annex that holds the text (``article-4.2``, ``annex-3``): 'this
    Section', 'paragraph (b)' and 'this Schedule' are counted from there, and left alone without it. ``own`` are the
    names of the agreement that holds it (see ``own_names``): another agreement is another document.
    """
    return Finder(text, here, own).find()


def _within(place: Place, row: tuple[str, ...]) -> Place:
    """'Section 2.4 of Article II' is 2.4, and 'paragraph 4 of Article 2' the fourth of it."""
    digits = annex_digits(place.number) if place.number.isalpha() else place.number
    if not place.inner and row[0].startswith(f"{digits}."):
        return replace(place, number=row[0], inner=row[1:])
    return replace(place, inner=(*place.inner, *row))


_HERE = Mention(own=True, here=True)
_OWN = Mention(own=True)
_ARTICLES = "article articles section sections clause clauses art arts sec secs cl cls s ss § §§"
_SUBS = "sub subclause subclauses subsection subsections"
_INNER = "paragraph paragraphs para paras point points item items subparagraph subparagraphs"
_ANNEXES = "annex annexe annexes appendix appendices schedule schedules exhibit exhibits attachment attachments"


def _read_sub(finder: Finder, start: int) -> None:
    """'Sub-clause 5.1', 'sub-clauses 5.1 to 5.3', 'sub-paragraph (b)', 'subsection (2)'."""
    scanner = Scanner(finder.text, start)
    if scanner.take(scan.INNER) and scanner.sees(token(r"\(")):
        finder._read_inner(start)
    elif Scanner(finder.text, start).take(scan.ARTICLE):
        finder._read_article(start)
    else:
        finder._read_inner(start)


_TRIGGERS: dict[str, Callable[[Finder, int], object]] = {
    **dict.fromkeys(acts.FIRST_WORDS, Finder._read_name),
    **dict.fromkeys(_ARTICLES.split(), Finder._read_article),
    **dict.fromkeys(_SUBS.split(), _read_sub),
    **dict.fromkeys(_INNER.split(), Finder._read_inner),
    **dict.fromkeys(scan.ORDINALS, Finder._read_ordinal),
    **dict.fromkeys(_ANNEXES.split(), Finder._read_annex),
    **dict.fromkeys(("preceding", "previous", "foregoing", "following", "next"), Finder._read_neighbour),
    **dict.fromkeys(("recital", "recitals"), Finder._read_recital),
    **dict.fromkeys(("chapter", "chapters", "part", "parts", "title"), Finder._read_chapter),
    "this": Finder._read_this,
}
_EXACT_TRIGGERS = dict.fromkeys(acts.SHORT_FIRST_WORDS, Finder._read_name)


@lru_cache(maxsize=20_000)
def _reader_for(word: str) -> Callable[[Finder, int], object] | None:
    """What reads on where ``word`` stands; None for nearly all words."""
    return _EXACT_TRIGGERS.get(word) or _TRIGGERS.get(word.lower())
