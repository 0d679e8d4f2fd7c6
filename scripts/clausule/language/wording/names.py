"""What the site calls an agreement, an edition and the parts of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from clausule.language.language import Language, language_of

if TYPE_CHECKING:
    from clausule.model.editions import Agreement, Edition
    from clausule.model.nodes import Annex, Article, Definition
    from clausule.model.walk import Part


def version_name(edition: Edition) -> str:
    """``version 1.5``, or ``text without a version number``."""
    say = language_of(edition.language).say
    return (
        say("version {version}", version=edition.version) if edition.numbered else say("text without a version number")
    )


def edition_label(edition: Edition) -> str:
    """The short name of an edition: ``1.5 (25-05-2018)``; ``Without a version number``."""
    language = language_of(edition.language)
    if edition.numbered:
        return f"{edition.version} ({day_shown(edition)})" if edition.effective else edition.version
    return capital(edition_name(edition)) if edition.effective else language.say("Without a version number")


def day_shown(edition: Edition) -> str:
    """The day from which an edition applies as it is shown: ``25-05-2018``, or what its text says, ``mei 2018``; empty
    where it has none."""
    short = language_of(edition.language).dates.short
    return edition.effective_shown or (short(edition.effective) if edition.effective else "")


def edition_name(edition: Edition) -> str:
    """An edition within a sentence: ``version 1.5 (25-05-2018)``; ``text without a version number or a date``."""
    language = language_of(edition.language)
    if edition.numbered:
        return language.say("version {version}", version=edition_label(edition))
    if edition.effective:
        return language.say("text of {date}", date=day_shown(edition))
    return language.say("text without a version number or a date")


def short_edition(edition: Edition) -> str:
    """An edition where there is little room: ``1.5``."""
    return edition.version if edition.numbered else edition_label(edition)


def read_edition(edition: Edition) -> str:
    """The words of a link to an edition: ``Read version 1.5``."""
    say = language_of(edition.language).say
    return say("Read {edition}", edition=version_name(edition)) if edition.numbered else say("Read the agreement")


def short_title(agreement: Agreement) -> str:
    """The name at the top of each page."""
    return str(agreement.meta.values.get("short_title") or agreement.title)


def full_title(agreement: Agreement) -> str:
    """The title with its publisher, who is named once: ``Verwerkersovereenkomst dienstverlening Mickcom ICT``."""
    title, publisher = agreement.title, agreement.publisher
    return title if not publisher or publisher.lower() in title.lower() else f"{title} {publisher}"


def language_name(tag: str, language: Language) -> str:
    """What ``language`` calls the language ``tag``: ``Engels`` for ``en``; the tag where nobody has a name for it."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(tag).get_display_name(language.tag) or tag)
    except (UnknownLocaleError, ValueError):
        return tag


def which_counts(tag: str, language: Language) -> str:
    """That of two texts the one in the language ``tag`` counts where they differ, or that nothing says which does."""
    if not tag:
        return language.say("Nothing says which text counts where they differ.")
    return language.say(
        "Where the texts differ, the one in this language counts: {language}.", language=language_name(tag, language)
    )


def article_name(language: Language, article: Article) -> str:
    """What the author calls an article before its title: ``Article 7``, ``§ 7``, ``7``; empty where it has a title
    only. It has the usual capitals, whatever those of its heading."""
    own, usual = _shown(article.mark), language.say("article {number}", number=article.number)
    return capital(usual) if own.casefold() == usual.casefold() else own


def annex_name(language: Language, annex: Annex) -> str:
    """The same of an annex: ``Annex II``."""
    return capital(_annex_place(language, annex))


def _shown(mark: str) -> str:
    """A mark without what parts it from a title."""
    return mark.rstrip(" .:|–—-")


def annex_tag(annex: Annex, edition: Edition) -> str:
    """The version and the date that an annex carries itself: ``version 1.5, in force from 25-05-2018``."""
    language = language_of(edition.language)
    unnumbered = not edition.numbered and annex.version == edition.version
    parts = [language.say("version {version}", version=annex.version)] if annex.version and not unnumbered else []
    if annex.effective:
        parts.append(language.say("in force from {date}", date=language.dates.short(annex.effective)))
    return ", ".join(parts)


def part_name(language: Language, part: Part) -> str:
    """What a part of an edition is called in a citation: ``article 7.2``, ``annex 2, section A`` (or the heading of the
    section when it has no letter or number), ``section “Parties”``."""
    say, title = language.say, f"“{part.title.rstrip(' :')}”"
    if part.kind == "chapter":
        return _shown(part.mark)
    if part.kind in ("article", "clause"):
        return _article_place(language, part.within or part, part.number)
    if part.kind == "footnote":
        return say("footnote {label}", label=part.number)
    if part.kind == "annex":
        return _annex_place(language, part)
    if part.within:
        section = say("section {label}", label=part.number) if part.number else title
        return ", ".join((_annex_place(language, part.within), section))
    return say("section {label}", label=title) if part.title else say("preamble")


_WORD = re.compile(r"[^\W\d_]{4,}(?=\s)")  # 'Art.' is no other word


def _article_place(language: Language, article: Part | Article | Annex, number: str) -> str:
    """``article 7.2``, ``section 7.2``, ``§ 7.2``; of an article with a title only ``section “Closing”, 1``."""
    if not article.number:
        title = language.say("section {label}", label=f"“{article.title}”")
        return ", ".join(filter(None, (title, number)))
    usual, sign = language.say("article {number}", number=number), article.mark[:1]
    if sign and not sign.isalnum():
        return f"{sign} {number}"
    word = _WORD.match(article.mark)  # 'Section 7' where articles are called sections
    return f"{word[0].lower()} {number}" if word and not usual.casefold().startswith(word[0].casefold()) else usual


def _annex_place(language: Language, annex: Part | Article | Annex) -> str:
    """``annex 2``, whatever capitals its heading has; ``Schedule 3`` where it is called so."""
    own, usual = _shown(annex.mark), language.say("annex {number}", number=annex.number).strip()
    return usual if not own or own.casefold() == usual.casefold() else own


def definition_place(language: Language, owner: str, definition: Definition) -> str:
    """``article 1, term “Data subject”``; ``owner`` is the place that holds it."""
    return ", ".join(filter(None, (owner, language.say("term “{term}”", term=definition.term))))


def definition_home(language: Language, place: str, title: str) -> str:
    """Where a term is defined, as the text of a link: ``Article 1, Definitions``."""
    return capital(", ".join(filter(None, (place, title)))) or language.say("Definition")


def without_article(language: Language, place: str) -> str:
    """A place in a list of places, where the number of a clause speaks for itself: ``7.2``, ``article 7``."""
    number = place.removeprefix(language.say("article {number}", number=""))
    return number if "." in number and "," not in number else place


def citation(place: str, agreement: Agreement, edition: Edition, address: str) -> str:
    """``article 7.2, Verwerkersovereenkomst Mickcom ICT, version 1.5 (25-05-2018), https://...``."""
    return ", ".join(filter(None, (place, full_title(agreement), edition_name(edition), address)))


def titled(name: str, title: str) -> str:
    """``Article 7. Security incidents``."""
    return ". ".join(filter(None, (name, title)))


def listed(language: Language, names: Sequence[str]) -> str:
    """``8.3, 8.4 and 8.5``."""
    if len(names) < 2:
        return "".join(names)
    return language.say("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def capital(sentence: str) -> str:
    """``sentence`` with a capital letter at its begin."""
    return sentence[:1].upper() + sentence[1:]


def shorten(words: str, most: int) -> str:
    """``words``, cut at a space with an ellipsis when they are longer than ``most``."""
    if len(words) <= most:
        return words
    return words[:most].rpartition(" ")[0].rstrip(" ,;:.") + "…" if " " in words[:most] else words[: most - 1] + "…"
