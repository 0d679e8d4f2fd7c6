"""Whose the articles are that a text names without saying so: an act's, another document's, or the text's own.

A drafter names the whole anywhere in the phrase: behind ('artikel 28 (beveiliging) van de AVG'), before ('de AVG,
waaronder artikel 28'), with the next article ('artikel 32 en artikel 33 AVG') or by pointing back ('artikel 25
daarvan'). Where the words can be read in two ways, the articles are nobody's: no link and no error.
"""

from __future__ import annotations

import re
from functools import cached_property

from clausule.language.nl import acts, documents
from clausule.language.nl.references.names import Mention
from clausule.language.nl.references.targets import Draft

_SPACE = r"\s{1,8}"
_THE = r"(?:(?:de|het|een|onze|uw)\s{1,8})?"
_ASIDE = r"(?:\([^()]{1,100}\)|,[^,;.:()]{1,80}(?=,))"

# 'artikel 3 juncto artikel 5 van de Awb': both are of the Awb.
_STRONG_LINK = re.compile(
    rf"{_ASIDE}?,?\s*(?:juncto|jo\.?|j°\.?|in\s+(?:verbinding|samenhang)\s+met|gelezen\s+in\s+(?:verbinding|samenhang)"
    r"\s+met|met\s+uitzondering\s+van|behoudens|t/m|tot\s+en\s+met)\s*(?:(?:de|het)\s)?",
    re.IGNORECASE,
)
# 'artikel 5 en artikel 3 van de Awb' can be said of two wholes.
_WEAK_LINK = re.compile(
    rf"\s*{_ASIDE}?,?\s*(?:en|of|en/of|alsmede|alsook|evenals|dan\s+wel|respectievelijk|,)\s*(?:{_ASIDE},?\s*)?"
    r"(?:ook\s+)?(?:van\s+|in\s+|op\s+|uit\s+|het\s+bepaalde\s+in\s+)?(?:(?:de|het)\s)?",
    re.IGNORECASE,
)
_JUST_AND = re.compile(r",?\s(?:en|of|en/of)\s")  # of laws of the Union agreements cite more articles than they have
_LONGEST_LINK = 120

_LEAD = (
    r"(?:waaronder|daaronder\sbegrepen|met\sinbegrip\svan|inclusief|in\shet\sbijzonder|i\.h\.b\.|met\sname|m\.n\.|zoals"
    r"|(?:en\s|of\s)?(?:dan\s)?(?:meer\s)?(?:bepaald|specifiek|precies|concreet|in\shet\sbijzonder)|inzonderheid|o\.a\."
    r"|bijvoorbeeld|bijv\.|te\sweten|namelijk|onder\s(?:andere|meer)|d\.w\.z\.|voornamelijk|vooral|en\swel|en\sdan|zie"
    r"|vgl\.|vergelijk|mede|ook|mede\sgelet\sop|gelet\sop)"
)
_IN = (
    r"(?:(?:in|uit|op|van|aan|bij|onder|volgens|ingevolge|conform|krachtens|naar)\s{1,8}){0,2}"
    r"(?:(?:het|de)\s{1,8}(?:bepaalde|gestelde|verplichtingen?|eisen|vereisten|bepalingen|rechten|plichten|beginselen)"
    r"\s{1,8}(?:in|uit|van|bij)\s{1,8})?"
)
# Between a name and the articles that follow it.
_BARE = re.compile(rf"[\s”\"’)]*(?:[,(:–—-]\s*)?{_IN}{_THE}")
_ESPECIALLY = re.compile(
    rf"\s{{1,8}}(?:[a-zé-]{{2,20}}\s?){{1,3}}[,(]\s?(?:en\s)?(?:waaronder|in\shet\sbijzonder|met\sname|meer\sbepaald"
    rf"|inzonderheid|te\sweten|namelijk)\s{{1,8}}{_IN}{_THE}",
    re.I,
)
_LEADING = re.compile(rf"[\s”\"’)]*[,(:–—-]?\s*(?:(?:en|of)\s)?(?:{_LEAD},?\s{{1,8}}){{1,3}}{_IN}{_THE}", re.I)
_SEE = re.compile(r"\b(?:zie|vgl\.|vergelijk)\s", re.I)
_SAYS = (
    r"(?:bepaalt|bepalen|schrijft|schrijven|noemt|noemen|kent|kennen|eist|eisen|vereist|vereisen|verplicht|verplichten"
    r"|stelt|stellen|regelt|regelen|definieert|verstaat|geeft|geven|bevat|bevatten|legt|omschrijft|vermeldt|verwijst"
    r"|verbiedt|biedt|staat|spreekt|voorschrijft|voorschrijven|verlangt|oplegt|toekent|voorziet|is|zijn|wordt|worden|vormt|vormen)"
)
_SAYING = re.compile(
    rf"\s{{1,8}}{_SAYS}{_SPACE}(?:[a-zé-]{{2,20}}\s{{1,8}}){{0,3}}?(?:in|onder|bij)\s{{1,8}}{_THE}", re.I
)
_HOLDING = re.compile(rf"\s{{1,8}}(?:geldt|gelden|is|zijn|bevat|omvat){_SPACE}{_THE}", re.I)
_GOVERNED = re.compile(
    rf"\b(?:op\sgrond\svan|krachtens|ingevolge|volgens|in|onder|uit\shoofde\svan)\s{{1,8}}{_THE}$", re.I
)
_BESIDE = re.compile(
    rf"\b(?:in\saanvulling\sop|onverminderd|naast|in\safwijking\svan|behoudens|behalve)\s{{1,8}}{_THE}$", re.I
)
_THEREIN = re.compile(
    r"\b(?:daarin|daarbij|hierin|aldaar)\s(?:genoemde|bedoelde|opgenomen|vermelde|beschreven|omschreven|geregelde)\s"
    r"(?:(?:de|het)\s)?$",
    re.I,
)
# Between articles and the name that follows them.
_BEHIND = re.compile(
    rf"\s*{_ASIDE},?\s*(?:van|uit|in|bij){_SPACE}{_THE}"
    r"|,?\s{1,8}(?:(?:zo)?als\s{1,8})?(?:bedoeld|opgenomen|bepaald|neergelegd|vermeld|omschreven|genoemd|vastgelegd"
    r"|gesteld|beschreven|vervat|geregeld|geformuleerd|voorzien|voorgeschreven|bepaalde|gestelde)\s{1,8}(?:in|bij|door"
    rf"|onder|van|krachtens)\s{{1,8}}{_THE}"
    rf"|\s{{0,8}}\((?:(?:zie|van|uit)\s{{1,8}})?{_THE}",
    re.I,
)
_PERHAPS_BEHIND = re.compile(
    rf"\s{{1,8}}(?:(?:die|dat|welke|zoals)\s(?:[a-z]{{2,12}}\s){{0,3}}?|onder\s|binnen\s|krachtens\s|ingevolge\s|conform\s|volgens\s)"
    rf"(?:in\s|door\s|uit\s)?{_THE}",
    re.I,
)
_GIVEN_IN = re.compile(r"\s{1,8}(?:van|uit)\s{1,8}", re.I)
_FAR = 150  # characters between a name and an article that it can rule
_NEAR = 60
_SENTENCE = re.compile(r"[.;:,()\n]")
_MOST_ARTICLES = 20  # few agreements have more: in 'artikel 32 en artikel 33 van de AVG' both are of the act

# 'Advocatenwet: de artikelen 8 en 45a': a line that begins with an act and a colon is about that act.
_SENTENCE_END = re.compile(r"[.;](?=\s)")
_FARTHEST = 2000  # characters that a title rules, at most
_PRIVATE = re.compile(r"persoonsgegeven|gegevensbescherming|verwerk|\bAVG\b", re.IGNORECASE)
_OF_THE_UNION = ("verordening", "richtlijn", "handvest", "verdrag")


class Owners:
    """Gives the drafts of one text their owners. ``own`` are the names that the agreement has for itself, None where
    nothing is known of it."""

    def __init__(self, text: str, own: frozenset[str] | None) -> None:
        self.text = text
        self.agreement = own is not None
        self.own = documents.USUALLY_OWN if own is None else own
        self.last = Mention()  # the whole that was named last, and the last that is an act
        self.last_act = ""
        self.union = -_FARTHEST  # where an act of the European Union was cited last
        self.title: tuple[Mention, int] | None = None  # the whole that rules up to a place

    def settle(self, drafts: list[Draft]) -> None:
        """Give every draft in ``drafts``, which are in order, its ``mention``; ``doubt`` where it cannot be known."""
        for index, draft in enumerate(drafts):
            explicit = draft.mention is not None
            if draft.mention:
                draft.mention = self._resolved(draft.mention)
                draft.doubt = draft.mention.doubt
            if draft.is_name:
                if draft.colon and draft.mention:
                    self._rule(draft.mention, draft.end)
            elif draft.mention:
                self._share(drafts, index)
            else:
                self._look_around(drafts, index)
            if draft.mention and not draft.mention.here:
                self._remember(draft.mention, explicit and not draft.is_name)
                self.union = draft.end if draft.articles and _of_the_union(draft) else self.union

    def _remember(self, mention: Mention, cited: bool) -> None:
        if mention.act and (cited or acts.act_by_name(mention.act)):
            self.last_act = mention.act
        if mention.act or mention.own:
            self.last = mention

    def _rule(self, mention: Mention, start: int) -> None:
        end = _SENTENCE_END.search(self.text, start, start + _FARTHEST)
        self.title = (mention, end.start() if end else start + _FARTHEST)

    # What a mention means

    def _resolved(self, mention: Mention) -> Mention:
        """'die wet' is the act named last, if that is a wet, 'daarvan' whatever was named last; 'de verordening' is
        also the AVG where the text is about personal data."""
        if mention.back == "*":
            return self.last if self.last.act or self.last.own else Mention(doubt=True)
        if mention.back and (not mention.own or self.agreement or mention.back in _OF_THE_UNION):
            act = acts.act_by_name(self.last_act) if self.last_act else None
            names = " ".join((self.last_act, act.title if act else "")).lower()
            if mention.back in names:
                return Mention(self.last_act)
            if mention.back == "verordening" and not mention.own and self._private:
                return Mention("AVG")
            return Mention(doubt=True) if mention.own and self.agreement else mention
        if mention.act and documents.is_own(mention.act, self.own):
            return Mention(own=True, annex=mention.annex)
        return mention

    @cached_property
    def _private(self) -> bool:
        return _PRIVATE.search(self.text) is not None

    # Articles without a mention

    def _share(self, drafts: list[Draft], index: int) -> None:
        """Give the act of a draft to the articles before it that are joined to it and name none."""
        draft = later = drafts[index]
        if not draft.mention or not draft.mention.act:
            return
        while (index := index - 1) >= 0:
            earlier = drafts[index]
            between = self.text[earlier.close : later.start]
            if earlier.mention or not earlier.articles or len(between) > _LONGEST_LINK:
                return
            if not _STRONG_LINK.fullmatch(between):
                if not _WEAK_LINK.fullmatch(between) or _shape(earlier) != _shape(draft):
                    return
                if not draft.mention.short and _shape(draft) != _OF_A_CODE:
                    likely = _is_far(earlier) or (_of_the_union(draft) and _JUST_AND.fullmatch(between))
                    earlier.doubt, earlier.unsure = not likely, True
            if not earlier.doubt or draft.mention.short:
                earlier.mention, earlier.doubt = draft.mention, False
            later = earlier

    def _look_around(self, drafts: list[Draft], index: int) -> None:
        draft = drafts[index]
        before = drafts[index - 1] if index else None
        behind = drafts[index + 1] if index + 1 < len(drafts) else None
        gap = self.text[draft.close : behind.start] if behind and behind.start - draft.end <= _FAR else None
        if gap is not None and behind and behind.is_name and behind.mention and _BEHIND.fullmatch(gap):
            draft.mention = self._resolved(behind.mention)
        elif gap is not None and behind and behind.is_act and draft.articles and _PERHAPS_BEHIND.fullmatch(gap):
            draft.doubt = True  # 'artikel 12 dat de AVG nader invult': of which of both?
        elif _THEREIN.search(self.text, max(0, draft.start - _NEAR), draft.start) and self.last.act:
            draft.mention = self.last
        elif self.title and draft.start <= self.title[1]:
            draft.mention = self.title[0]
        elif before and before.mention and draft.start - before.close <= _FAR:
            self._look_before(draft, before)
        elif before and before.doubt and _WEAK_LINK.fullmatch(self.text, before.close, draft.start):
            draft.doubt = True
        draft.tied = draft.mention is not None
        draft.doubt = draft.doubt or (not draft.tied and (self._may_be_of_the_union(draft) or _is_of_a_code(draft)))

    def _may_be_of_the_union(self, draft: Draft) -> bool:
        """'Een DPIA (artikel 35 AVG) en een raadpleging conform artikel 36': few agreements have so many articles."""
        near = bool(draft.articles) and draft.start - self.union <= _FAR
        return near and _is_far(draft) and not _SENTENCE_END.search(self.text, self.union, draft.start)

    def _look_before(self, draft: Draft, before: Draft) -> None:
        between = self.text[before.close : draft.start]
        mention = before.mention
        assert mention
        if before.is_name and not before.is_act and _GIVEN_IN.fullmatch(between):
            pass  # 'de voorwaarden van artikel 7.3' stand there
        elif before.is_name and _BARE.fullmatch(between):
            draft.mention = mention
            if between.strip() in (",", "") and draft.articles:  # 'AVG, artikel 28, lid 3' is one reference
                draft.start, before.shown = before.start, False
        elif not mention.here and (_LEADING.fullmatch(between) or _ESPECIALLY.fullmatch(between)):
            draft.mention = mention  # 'de duur van de Hoofdovereenkomst, zie artikel 10' can be of both
            unclear = _SEE.search(between) or not _LEADING.fullmatch(between)
            draft.doubt = bool(unclear) and not acts.act_by_name(mention.act)
        elif before.is_name and draft.articles:
            self._look_before_act(draft, before, mention, between)
        elif draft.articles and (_STRONG_LINK.fullmatch(between) or _WEAK_LINK.fullmatch(between)):
            if before.tied:
                draft.mention, draft.doubt = mention, before.doubt
            elif mention.act and not mention.annex and _shape(before) == _shape(draft) != _DOTTED:
                # 'artikel 28 AVG en artikel 32': of which of both? A number such as 6:75 is of no agreement.
                draft.mention, draft.doubt = (mention, False) if _shape(draft) != _WHOLE else (None, True)

    def _look_before_act(self, draft: Draft, before: Draft, mention: Mention, between: str) -> None:
        """'De AVG bepaalt in artikel 33', 'op grond van de AVG geldt artikel 33'."""
        governed = _GOVERNED.search(self.text, max(0, before.start - _NEAR), before.start)
        if _SAYING.fullmatch(between) or (governed and _HOLDING.fullmatch(between)):
            draft.mention = mention
        elif mention.act and acts.act_by_name(mention.act) and len(between) <= _NEAR and not _SENTENCE.search(between):
            beside = _BESIDE.search(self.text, max(0, before.start - _NEAR), before.start)
            draft.doubt = not beside and _shape(draft) == _WHOLE


_WHOLE, _DOTTED, _OF_A_CODE = "7", "7.2", "6:162"


def _shape(draft: Draft) -> str:
    """The form of the number of the first article: those of one act have the same."""
    number = draft.articles[0].article if draft.articles else ""
    return _OF_A_CODE if ":" in number or number[:1].isalpha() else _DOTTED if "." in number else _WHOLE


def _is_of_a_code(draft: Draft) -> bool:
    """'Artikel VI.83': whatever it is of, it is no article of an agreement."""
    return any(member.article[0].isalpha() and "." in member.article for member in draft.articles)


def _of_the_union(draft: Draft) -> bool:
    act = acts.act_by_name(draft.act)
    return act is not None and act.act.celex != ""


def _is_far(draft: Draft) -> bool:
    """Whether few agreements have so many articles."""
    numbers = [member.article for member in draft.articles]
    return all(number.isdigit() and int(number) > _MOST_ARTICLES for number in numbers)
