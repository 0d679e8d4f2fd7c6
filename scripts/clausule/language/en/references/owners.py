"""Whose the places are that a text names without saying so: an act's, another document's, or the text's own.

A drafter names the whole anywhere in the phrase: behind ('Article 28 (Processor) of the GDPR'), before ('the GDPR, in
particular Article 28'), with the next article ('Article 32 and Article 33 GDPR') or by pointing back ('Article 25
thereof'). Where the words can be read in two ways, the places are nobody's: no link and no error.
"""

from __future__ import annotations

import re
from functools import cached_property

from clausule.language.en import acts, documents
from clausule.language.en.references.names import Mention
from clausule.language.en.references.targets import Draft

_ASIDE = r"(?:\([^()]{1,100}\)|,[^,;.:()]{1,80}(?=,))"
# 'Article 5 and Article 3 of the Act' can be said of two wholes.
_LINK = re.compile(
    rf"\s*{_ASIDE}?,?\s*(?:and|or|nor|and/or|as\swell\sas|together\swith|read\s(?:together\s|in\sconjunction\s)?with|in\sconjunction\swith"
    r"|,|to|through)\s*(?:(?:also|with|in|of|under)\s+)?(?:the\s)?",
    re.I,
)
_STRONG = re.compile(r"\s*(?:read\s(?:together\s|in\sconjunction\s)?with|in\sconjunction\swith|to|through)\s*", re.I)
_LEAD = (
    r"(?:including|in\sparticular|particularly|especially|such\sas|e\.g\.,?|i\.e\.,?|namely|notably|specifically|see(?:\salso)?|cf\.|for\sexample"
    r"|pursuant\sto|under|and\s(?:in\sparticular|especially)|more\sspecifically|at|in|as\sset\sout\sin|as\srequired\sby|inter\salia)"
)
# 'section 3 of the Act (as supplemented by section 205)'
_SUPPLEMENTED = re.compile(
    r",?\s?\(?(?:as\s)?(?:supplemented|amended|modified|defined|read|construed)\s(?:by|with|together\swith|in|under)\s",
    re.I,
)
_BARE = re.compile(r"[\s”\"’)]*(?:['’]s)?\s?(?:[,(:–—-]\s*)?(?:the\s)?")
_LEADING = re.compile(
    rf"[\s”\"’)]*[,(:;–—-]?\s*(?:and\s)?{_LEAD},?\s{{1,8}}(?:the\s(?:provisions|requirements|obligations|principles)\s(?:of|in|under)\s)?(?:the\s)?",
    re.I,
)
_TITLED = re.compile(r"\s(?:\w+\s){0,2}\w+:\s")
_SAYING = re.compile(
    r"\s{1,8}(?:requires?|provides?|states?|sets?\sout|lays?\sdown|imposes?|defines?|obliges?|demands?|regulates?|prescribes?|contains?)"
    r"\s{1,8}(?:[a-z-]{2,20}\s{1,8}){0,3}?(?:in|under|by)\s{1,8}(?:its\s|the\s)?",
    re.I,
)
_BEHIND = re.compile(
    rf"\s*{_ASIDE},?\s*(?:of|in|under|to)\s{{1,8}}(?:the\s)?"
    r"|,?\s{1,8}(?:as\s{1,8})?(?:referred\sto|set\sout|laid\sdown|provided(?:\sfor)?|defined|specified|described|required|contained)\s{1,8}"
    r"(?:in|by|under|within)\s{1,8}(?:the\s)?"
    r"|\s{0,8}\((?:(?:of|see|under)\s{1,8})?(?:the\s)?",
    re.I,
)
_FAR, _NEAR, _LONGEST = 150, 60, 120
_SENTENCE = re.compile(r"[.;](?=\s)")
_CONTRACT = re.compile(
    r"\b(?:standard\scontractual\sclauses|(?:EU\s|UK\s|C2P\s|P2P\s)?SCCs?|(?:EU\s)?model\sclauses|approved\saddendum|UK\saddendum)\b",
    re.I,
)
_FILLED_IN = re.compile(
    r"\b(?:in|for|under|with\srespect\sto|regarding|purposes\sof|optional|of)\s(?:the\s)?(?:optional\s)?$", re.I
)
_MODULE = re.compile(r"\b(?:Module|Option)\s(?:One|Two|Three|Four|[1-4I])", re.I)
_BEFORE = re.compile(
    rf"(?P<self>\b(?:this|these|the\spresent)\s)?(?P<name>{documents.LARGE_NAME})(?:['’]s)?(?P<between>,?\s|\s?\((?:see\s)?|\s(?:at|in)\s)$"
)
_ITS = re.compile(r"\bits\s(?:own\s)?$", re.I)
_BARE_S = re.compile(r"ss?[\s.]", re.I)
_LONG_NUMBER = re.compile(r"[0-9]{4}|[1-9][0-9]{2}(?![0-9])")


def _far_article(draft: Draft) -> bool:
    return draft.word == "article" and bool(draft.places) and all(place.is_far for place in draft.places)


def _of_act(draft: Draft) -> bool:
    """Whether it is a known act, or articles of one."""
    return acts.act_by_name(draft.act) is not None and (draft.is_name or draft.word == "article")


class Owners:
    """Gives the drafts of one text their owners. ``own`` are the names that the agreement has for itself, None where
    nothing is known of it."""

    def __init__(self, text: str, own: frozenset[str] | None) -> None:
        self.text = text
        self.own = documents.USUALLY_OWN if own is None else own
        self.last = Mention()
        self.last_act = ""

    def settle(self, drafts: list[Draft]) -> None:
        """Give every draft in ``drafts``, which are in order, its ``mention``; ``doubt`` where it cannot be known."""
        for index, draft in enumerate(drafts):
            explicit = draft.mention is not None
            if draft.mention:
                draft.mention = self._resolved(draft.mention)
                draft.doubt = draft.doubt or draft.mention.doubt
            if draft.is_name:
                pass
            elif draft.mention:
                self._share(drafts, index)
            else:
                self._look_around(drafts, index)
            self._by_number(draft, explicit)
            if draft.mention and not draft.mention.here and not draft.mention.doubt:
                self._remember(draft.mention, explicit and not draft.is_name)

    def _remember(self, mention: Mention, cited: bool) -> None:
        if mention.act and not mention.own and (cited or acts.act_by_name(mention.act)):
            self.last_act = mention.act
        if mention.act or mention.own:
            self.last = mention

    def _by_number(self, draft: Draft, explicit: bool) -> None:
        """What the number alone says: '1798.140' is of one act, and no agreement has a section 1542."""
        if not draft.places or draft.act or (draft.mention and draft.mention.here):
            if draft.word == "section" and self.text[draft.start : draft.start + 2].lower() in ("s.", "s ", "ss"):
                draft.doubt = draft.doubt or acts.act_by_name(draft.act) is None
            return
        named = acts.act_of(draft.places[0].number)
        if named:
            draft.mention, draft.doubt = Mention(named), False
        elif _BARE_S.match(self.text, draft.start) or (
            not explicit and _LONG_NUMBER.match(draft.places[0].number)
        ):  # 's. 57' is of an act that nobody names
            draft.doubt = True
        elif not explicit and _far_article(draft):
            draft.loose = True

    # What a mention means

    def _resolved(self, mention: Mention) -> Mention:
        """'that Act' is the act named last, if that is an act, 'thereof' whatever was named last."""
        if mention.back == "*":
            return self.last if self.last.act or self.last.own else Mention(doubt=True)
        if mention.back:
            act = acts.act_by_name(self.last_act) if self.last_act else None
            names = " ".join((self.last_act, act.title if act else "", *(act.names if act else ()))).lower()
            if mention.back.rstrip("s") in names:
                return Mention(self.last_act)
            return Mention(doubt=True)
        if mention.act and not mention.own and documents.is_own(mention.act, self.own):
            return Mention(own=True, annex=mention.annex)
        return mention

    # Places without a mention

    def _share(self, drafts: list[Draft], index: int) -> None:
        """Give the act of a draft to the places before it that are joined to it and name none."""
        draft = later = drafts[index]
        if not draft.mention or not draft.act:
            return
        while (index := index - 1) >= 0:
            earlier = drafts[index]
            between = self.text[earlier.close : later.start]
            joined = len(between) <= _LONGEST and _LINK.fullmatch(between)
            if earlier.mention or not (earlier.places or earlier.annexes) or not joined or earlier.word != draft.word:
                return
            earlier.mention, earlier.doubt, earlier.loose = draft.mention, False, False
            earlier.unsure = not (draft.mention.short or _STRONG.fullmatch(between)) and not all(
                place.is_far for place in earlier.places
            )
            later = earlier

    def _look_around(self, drafts: list[Draft], index: int) -> None:
        draft = drafts[index]
        before = drafts[index - 1] if index else None
        behind = drafts[index + 1] if index + 1 < len(drafts) else None
        gap = self.text[draft.close : behind.start] if behind and behind.start - draft.end <= _FAR else None
        if gap is not None and behind and behind.is_name and behind.mention and _BEHIND.fullmatch(gap):
            draft.mention = self._resolved(behind.mention)
        elif gap is not None and behind and _of_act(behind) and _far_article(draft) and not _SENTENCE.search(gap):
            # 'as Article 28 requires under the GDPR', 'a code as in Article 40 or a seal as in Article 42 GDPR'
            draft.doubt = True
        elif self._document_before(draft):
            pass
        elif _ITS.search(self.text, max(0, draft.start - _NEAR), draft.start) and acts.act_by_name(self.last_act):
            draft.mention = Mention(self.last_act)
        elif before and before.mention and draft.start - before.close <= _FAR:
            self._look_before(draft, before)
        elif before and before.doubt and _LINK.fullmatch(self.text, before.close, draft.start):
            draft.doubt = True
        if draft.mention is None and draft.word == "clause":
            self._of_standard_clauses(draft)

    def _document_before(self, draft: Draft) -> bool:
        """'MSA Section 5', 'the Agreement (Section 5)', 'ISO 27001, clause 9'."""
        match = _BEFORE.search(self.text, max(0, draft.start - _LONGEST), draft.start)
        if not match or match["self"]:
            return False
        apart = match["between"] != " "
        name = " ".join(match["name"].split())
        if documents.is_own(name, self.own):
            return False
        if apart and not re.fullmatch(r"\s?\((?:see\s)?|,\s", match["between"]):
            return False
        if apart:
            draft.doubt = True
        else:
            draft.mention = Mention(name)
        return True

    def _look_before(self, draft: Draft, before: Draft) -> None:
        between, mention = self.text[before.close : draft.start], before.mention
        assert mention
        if (before.is_name or before.chapters) and mention.act and not mention.own:
            act = acts.act_by_name(mention.act) is not None
            if _BARE.fullmatch(between):
                draft.mention = mention
                if (
                    before.is_name and between.strip() in (",", "") and draft.places
                ):  # 'GDPR, Article 28(3)' is one reference
                    draft.start, before.shown = before.start, False
            elif _LEADING.fullmatch(between) or _SAYING.fullmatch(between) or _TITLED.fullmatch(between):
                draft.mention = mention
            elif act and draft.word == "article" and not _SENTENCE.search(between) and len(between) <= _NEAR:
                draft.doubt = True
        elif mention.act and not mention.own and draft.places and _SUPPLEMENTED.fullmatch(between):
            draft.mention = mention
        elif mention.act and not mention.own and draft.places and _LINK.fullmatch(between):
            if before.word == draft.word == "article":
                far = all(place.is_far for place in draft.places)
                draft.mention, draft.doubt = (mention, False) if far else (None, True)
            elif before.word == draft.word and not mention.short:
                draft.doubt = True
        elif mention.act and not mention.own and draft.places and draft.word == before.word == "article":
            draft.doubt = not _SENTENCE.search(between)

    @cached_property
    def _contract(self) -> int:
        """Where the text speaks of the standard contractual clauses, or of a module of them, for the first time."""
        found = (pattern.search(self.text) for pattern in (_CONTRACT, _MODULE))
        return min((match.end() for match in found if match), default=len(self.text))

    def _of_standard_clauses(self, draft: Draft) -> None:
        """'The SCCs apply: in Clause 7 the docking clause does not': clauses of a contract that is filled in here."""
        if draft.start < self._contract:
            return
        behind = self.text[draft.end : draft.end + 3]
        filled = _FILLED_IN.search(self.text, max(0, draft.start - _NEAR), draft.start) and re.match(
            r"\s?[,(:]|\s\w", behind
        )
        if filled or _MODULE.search(self.text, draft.end, draft.end + _NEAR):
            draft.doubt = True
        else:
            draft.loose = True
