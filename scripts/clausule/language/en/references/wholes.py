"""What a text names whole: acts, and recitals, chapters and annexes of them."""

from __future__ import annotations

import re
from dataclasses import replace

from clausule.language.acts import SHORT
from clausule.language.en import acts
from clausule.language.en.references import scan
from clausule.language.en.references.names import Mention, read_behind_aside, read_mention, read_name
from clausule.language.en.references.owners import Owners
from clausule.language.en.references.parts import read_places
from clausule.language.en.references.targets import Draft, Here
from clausule.language.scanning import Scanner, token

_IN_BRACKETS = token(r"\((?:the\s|hereinafter\s|also\s)?[“\"‘']?(?:the\s)?")
_CLOSE = token(r"[”\"’']?(?:\s(?:and|or)\s[^()]{1,60})?\)")
_RECITAL, _CHAPTER = token(r"recitals?(?!\w)"), token(r"(?P<word>chapter|part|title)s?(?!\w)")
_NUMBER = token(r"\(?(?P<value>[0-9]{1,3})\)?(?!\w|[.,][0-9])")
_ROMAN = token(r"(?P<value>[IVXL]{1,6}|[0-9]{1,2}|[A-Z])(?![\w(]|[.,][0-9])", 0)
_OF_THE_CCPA = token(r"1798\.")
_OPENED = re.compile(r"\((?:the\s|hereinafter:?\s|hereafter:?\s)?[“\"‘']?(?:the\s)?$")
_REGULATION = token(r"regulations?(?=\s[0-9])")
_LONGEST_TITLE = 400
_NEAR = 12


class Wholes:
    """Reads one text: the drafts that were found, and where to go on."""

    def __init__(self, text: str, here: str, own: frozenset[str] | None) -> None:
        self.text = text
        self.here = Here(here)
        self.owners = Owners(text, own)
        self.drafts: list[Draft] = []
        self.resume = 0
        self.last_annex = ""
        self.targets = 0

    def _add(self, draft: Draft, end: int) -> Draft:
        self.drafts.append(draft)
        self.targets += len(draft.places) + len(draft.annexes) + 1
        self.resume = draft.end = end
        return draft

    def _read_name(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        mention = read_name(scanner)
        if not mention:
            self._read_regulation(start)
            return
        end = scanner.pos
        places = read_places(scanner, plural=True) if _OF_THE_CCPA.match(self.text, end) else []
        if places and acts.act_of(places[0].number) == mention.act:  # 'Cal. Civ. Code 1798.140'
            self._add(Draft(start, mention, word="section", places=places), scanner.pos)
            return
        self._add(Draft(start, mention, shown=end - start >= SHORT and not self._is_again(start, mention)), end)
        self._skip_abbreviation(scanner, mention)

    def _is_again(self, start: int, mention: Mention) -> bool:
        """'Regulation (EU) 2016/679 of the European Parliament ... (“GDPR”)' names one act once."""
        last = [one for one in self.drafts[-3:] if one.is_name and one.act == mention.act]
        near = bool(last) and start - last[-1].end < _LONGEST_TITLE
        beside = bool(last) and not self.text[last[-1].end : start].strip()
        return beside or (near and _OPENED.search(self.text, max(0, start - _NEAR), start) is not None)

    def _read_regulation(self, start: int) -> None:
        """'regulation 22 of PECR': only of a British act that is known."""
        scanner = Scanner(self.text, start)
        keyword = scanner.take(_REGULATION)
        places = read_places(scanner, plural=True) if keyword else []
        mention = read_mention(scanner) if places else None
        act = acts.act_by_name(mention.act) if mention else None
        if act and act.act.uk:
            self._add(Draft(start, mention, word="regulation", places=places), scanner.pos)

    def _skip_abbreviation(self, scanner: Scanner, mention: Mention) -> None:
        """'Data Protection Act 2018 (“DPA 2018”)' names one act once."""
        if scanner.take(_IN_BRACKETS):
            again = read_name(scanner)
            if again and again.act == mention.act and scanner.take(_CLOSE):
                self.resume = self.drafts[-1].until = scanner.pos

    def _read_recital(self, start: int) -> None:
        scanner = Scanner(self.text, start)
        scanner.take(_RECITAL)
        numbers: list[str] = []
        while match := scanner.take(_NUMBER):
            numbers.append(match["value"])
            end = scanner.pos
            if not scanner.take(scan.JOIN):
                break
        if numbers:
            scanner.pos = end
            mention = read_mention(scanner)
            if mention and acts.act_by_name(mention.act):
                self._add(Draft(start, mention, recitals=numbers), scanner.pos)

    def _read_chapter(self, start: int) -> None:
        """'Chapter V of the GDPR', 'Part 2 of this Agreement', 'Part A of Schedule 1'."""
        scanner = Scanner(self.text, start)
        keyword = scanner.take(_CHAPTER) or scanner.take(scan.PART)
        number = scanner.take(_ROMAN) if keyword else None
        if not keyword or not number:
            return
        mention = read_mention(scanner) or read_behind_aside(scanner)
        if mention and mention.annex:
            self._annex_behind(start, scanner, mention, [number["value"]])
        elif mention and not mention.annex and (mention.own or acts.act_by_name(mention.act)):
            word = keyword["word"].lower()
            self._add(Draft(start, mention, word=word, chapters=[number["value"]]), scanner.pos)

    def _annex_behind(self, start: int, scanner: Scanner, mention: Mention, sections: list[str]) -> None:
        annex = (self.here.annex or self.last_annex) if mention.annex == "this" else mention.annex
        if mention.part:
            sections = [f"{mention.part}-{one}" for one in sections] or [mention.part]
        self.resume = scanner.pos
        if annex:
            self.last_annex = annex
            draft = Draft(
                start, replace(mention, annex="", part=""), word="annex", annexes=[(annex, "")], sections=sections
            )
            self._add(draft, scanner.pos)
