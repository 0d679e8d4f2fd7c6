"""A questionnaire annex as a form: the words of the annex, with a control in place of each choice and each blank."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial

from clausule.analysis.breach import breach_term
from clausule.analysis.questionnaire import Ask, Form, Group, Line, Question, read_form
from clausule.formats.schema import Schema
from clausule.language.language import Language, language_of
from clausule.language.wording.law import gdpr_provision
from clausule.language.wording.names import annex_name, capital, edition_name, titled
from clausule.law.supervisor import NETHERLANDS, supervisor_asks
from clausule.model.annex_kinds.questionnaire import QUESTIONNAIRE
from clausule.model.editions import Edition
from clausule.model.nodes import AlsoAsked, Annex
from clausule.pages.forms.clock import asked_list, clock, gaps
from clausule.pages.forms.script_words import fill_words
from clausule.pages.kit.html import NEWLINE, element, lines, stacked, void
from clausule.pages.text.blocks import Drawing
from clausule.pages.text.book import Book, Page
from clausule.pages.text.leaf import TAKE, EditionPage, Leaf

FIELD, NAME, QUESTION, HINT = "veld-", "naam-", "vraag-", "uitleg-bij-"
ANSWERS = Schema(__package__, "vragenlijst.json")


def _asking(edition: Edition) -> dict[str, Annex]:
    """The questionnaires of an edition that ask something, by the address at which they are filled in."""
    language = language_of(edition.language)
    asking = (annex for annex in edition.annexes if _asks(annex, language))
    return {f"{annex.id}/{language.slugs.fill_in}/": annex for annex in asking}


def _asks(annex: Annex, language: Language) -> bool:
    return annex.kind == QUESTIONNAIRE.name and bool(read_form(annex, language).asks)


def _leaf(book: Book, address: str) -> Leaf:
    say, asking = book.language.say, _asking(book.edition)
    annex = asking[address]
    name, title = say("Fill in {annex}", annex=annex_name(book.language, annex)), _plain_title(annex)
    return Leaf(
        address=address,
        heading=f"{name}: {title}" if title else name,
        draw=partial(fill_page, annex),
        about=annex.id,
        place=book.places[annex.id],
        link=say("Questionnaire for a data breach") if len(asking) == 1 and breach_term(book.edition) else name,
        beside=TAKE,
        view="form",
        styles=("forms/forms.css",),
        scripts=("forms/breach-clock.js", "forms/fill-in.js"),
    )


def _invitation(annex: Annex, page: Page) -> str:
    """From a questionnaire to the page on which it is filled in."""
    said = page.language.say("Fill in this questionnaire here") if _asks(annex, page.language) else ""
    return (
        element("p", element("a", said, class_="go", href=f"{page.language.slugs.fill_in}/"), class_="links")
        if said
        else ""
    )


PAGE = EditionPage(order=10, addresses=_asking, leaf=_leaf, invites=_invitation)


def _plain_title(annex: Annex) -> str:
    return annex.title.strip("“”\"' .")


def fill_page(annex: Annex, page: Page) -> str:
    """The page on which ``annex`` is filled in. Everything is on it; the script only makes it comfortable."""
    language = page.book.language
    say = language.say
    form = read_form(annex, language)
    first = next((one for one in page.book.edition.annexes if one.kind == QUESTIONNAIRE.name), annex)
    agreed = element(
        "details",
        element("summary", say("What the annex agrees about notification")),
        element("div", Drawing(page).blocks(form.intro), class_="words"),
        class_="agreed",
    )
    return lines(
        _title(annex, page),
        element(
            "p",
            say(
                "What you fill in here stays in this browser. This page sends nothing and also works when the "
                "connection is "
                "lost. Save your answers as a file at the bottom, or print them."
            ),
            class_="stays",
        ),
        element(
            "p",
            say(
                "Scripts are switched off in this browser. Print this page and fill it in by pen: all questions are "
                "on it."
            ),
            class_="no-script",
        ),
        clock(page) if annex is first else "",
        element(
            "fill-in",
            NEWLINE,
            lines(
                agreed if form.intro else "",
                _required(form, language),
                *(_group(group, form, language) for group in form.groups),
                _gaps(annex, language),
            ),
            NEWLINE,
            data_form=json.dumps(_about(annex, page), ensure_ascii=False),
            data_words=json.dumps(fill_words(language), ensure_ascii=False),
        ),
    )


def _title(annex: Annex, page: Page) -> str:
    title = _plain_title(annex) or annex_name(page.language, annex)
    over = f"{annex_name(page.language, annex)} · {capital(edition_name(page.book.edition))}"
    return element("h1", element("span", over, class_="over"), " ", title)


def _about(annex: Annex, page: Page) -> dict[str, object]:
    """What an exported file and a report say of the form."""
    book = page.book
    return {
        "schema": book.site_url + ANSWERS.address,
        "agreement": book.edition.agreement,
        "edition": book.edition.version,
        "sha256": book.notes.sha256,
        "annex": annex.id,
        "stated": book.name,
        "title": titled(annex_name(page.language, annex), _plain_title(annex)),
        "address": book.base_url + page.address,
        "discovered": [also.at for also in annex.supervisor if also.ask == "discovered"],
    }


def _required(form: Form, language: Language) -> str:
    """How the annex wants to be answered, in one sentence."""
    if not any(question.required for question in form.questions):
        return ""
    if _asks_all(form):
        said = language.say("The annex wants all questions to be answered.")
    else:
        said = language.say("What the annex always wants to know is marked ‘always fill in’.")
    return element("p", said, class_="demand")


def _group(group: Group, form: Form, language: Language) -> str:
    section = group.section
    heading = ""
    if section:
        label = section.heading.plain[: -len(section.title)].strip() if section.label else ""
        mark = element("span", label, class_="n") + " " if label else ""
        heading = element("h2", mark, section.title if label else section.heading.plain, id=QUESTION + section.id)
    asking = [one for one in group.questions if one.asks]
    whole = bool(asking) and all(one.required for one in asking) and not _asks_all(form)
    chip = _chip(language) if whole else ""
    drawn = (_question(one, group, form, language, marked=whole) for one in group.questions)
    return stacked("section", heading, chip, *drawn, class_="group")


def _chip(language: Language) -> str:
    return element("p", language.say("always fill in"), class_="required")


def _asks_all(form: Form) -> bool:
    """Whether the annex wants every question that has a heading to be answered: then none is marked."""
    return all(one.required for one in form.questions if one.heading and one.asks)


def _question(question: Question, group: Group, form: Form, language: Language, *, marked: bool) -> str:
    named = question.heading is not None or (group.section and question.id == group.section.id)
    head = element("h3", question.heading.plain, id=QUESTION + question.id) if question.heading else ""
    chip = _chip(language) if question.required and not marked and not _asks_all(form) else ""
    drawn = []
    for index, line in enumerate(question.lines):
        hint = question.lines[index + 1] if index + 1 < len(question.lines) else None
        explained = hint if hint and not hint.asks and hint.text.plain.lstrip().startswith("(") else None
        drawn.append(_line(line, question, explained))
    asked = _asked(question, form.annex.supervisor, language)
    return element(
        "section",
        NEWLINE,
        lines(head, chip, asked, *drawn),
        NEWLINE,
        class_="question",
        id=question.id if question.heading else None,
        role="group" if named and len(question.asks) > 1 else None,
        aria_labelledby=QUESTION + question.id if named and len(question.asks) > 1 else None,
        data_question=question.id,
        data_required="yes" if question.required else None,
        data_asked=", ".join(_sections(question, form.annex.supervisor)) or None,
    )


def _of_question(question: Question, asked: tuple[AlsoAsked, ...]) -> list[AlsoAsked]:
    own = {question.id, *(line.id for line in question.lines)}
    return [also for also in asked if also.at in own and also.ask in supervisor_asks()]


def _sections(question: Question, asked: tuple[AlsoAsked, ...]) -> Iterable[str]:
    return dict.fromkeys(supervisor_asks()[also.ask].section for also in _of_question(question, asked))


def _asked(question: Question, asked: tuple[AlsoAsked, ...], language: Language) -> str:
    """Where the form of the supervisor asks the same."""
    sections: dict[str, list[str]] = {}
    for also in _of_question(question, asked):
        ask = supervisor_asks()[also.ask]
        notes = [gdpr_provision(language, ask.provision)] if ask.provision else []
        notes += [language.say("partly")] if also.partly else []
        words = language.law.ask(NETHERLANDS, ask.id)
        sections.setdefault(ask.section, []).append(words + (f" ({', '.join(notes)})" if notes else ""))
    pieces = [
        language.say("part {number}", number=number) + f": {'; '.join(rows)}" for number, rows in sections.items()
    ]
    name = element("b", language.say("Supervisory authority"))
    return element("p", name, " ", ". ".join(pieces), class_="asked") if pieces else ""


def _line(line: Line, question: Question, explained: Line | None) -> str:
    if not line.asks:
        return element("p", line.text.plain, class_="hint", id=_hint_id(line, question))
    described = _hint_id(explained, question) if explained else None
    drawn = [_ask(ask, line, question, described) for ask in line.asks]
    after = line.after.strip()
    tail = element("span", after, class_="behind") if after else ""
    return element("div", *drawn, tail, class_="line", data_depth=str(line.depth) if line.depth > 1 else None)


def _hint_id(line: Line, question: Question) -> str:
    return f"{HINT}{question.id}-{question.lines.index(line) + 1}"


def _ask(ask: Ask, line: Line, question: Question, described: str | None) -> str:
    """One control with the words before it. What follows a choice in the same line bears that choice's name too."""
    before = ask.before.strip(" ,")
    own = NAME + ask.id if before else ""
    lead = line.asks[0]
    names = [NAME + lead.id if lead.before.strip(" ,") else QUESTION + question.id] if ask is not lead else []
    labelled = " ".join(name for name in (*names, own) if name) or QUESTION + question.id
    attributes = {
        "class_": f"ask {ask.kind}-ask" + (" follow" if ask is not lead else "") + (" whole" if ask.whole else ""),
        "data_ask": ask.id,
        "data_label": ask.label,
        "data_when": "=".join(ask.when) if ask.when else None,
    }
    if ask.kind == "choice":
        name = element("span", before, class_="name", id=own) if before else ""
        options = element(
            "span",
            *(_option(ask, option) for option in ask.options),
            class_="options",
            role="radiogroup",
            aria_labelledby=labelled,
            aria_describedby=described,
        )
        return element("div", name, options, **attributes)
    name = element("label", before, for_=FIELD + ask.id, class_="name", id=own) if before else ""
    box = element(
        "textarea",
        id=FIELD + ask.id,
        rows="3" if ask.whole else "1",
        dir="auto",
        aria_labelledby=labelled,
        aria_describedby=described,
        autocomplete="off",
    )
    return element("div", name, box, **attributes)


def _option(ask: Ask, option: str) -> str:
    return element(
        "label",
        void("input", type="radio", name=FIELD + ask.id, value=option, autocomplete="off"),
        element("span", option),
    )


def _gaps(annex: Annex, language: Language) -> str:
    """What the supervisor asks and the annex does not; nothing for an annex that says nothing of the supervisor."""
    if not annex.supervisor:
        return ""
    rows = gaps(annex.supervisor)
    if not rows:
        return ""
    return element(
        "section",
        element("h2", language.say("What the supervisory authority also asks"), id="leemten"),
        element(
            "p",
            language.say(
                "On its notification form the Dutch supervisory authority (Autoriteit Persoonsgegevens) asks for more "
                "than "
                "this annex does. Whoever makes the notification has to gather this. The order is that of public "
                "copies of "
                "the form and the descriptions are those of this site; you will see what the authority asks now when "
                "you "
                "notify it."
            ),
        ),
        asked_list(rows, language),
        class_="gaps",
        id="toezichthouder",
    )
