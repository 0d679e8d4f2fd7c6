"""A questionnaire annex as a form: the words of the annex, with a control in place of each choice and each blank."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from clausule.analysis.breach import breach_term
from clausule.analysis.questionnaire import Ask, Form, Group, Line, Question, asking_pages, is_asking, read_form
from clausule.formats.schema import Schema
from clausule.language.language import Language
from clausule.language.wording.law import gdpr_provision
from clausule.language.wording.names import annex_name, capital, edition_name, titled
from clausule.law.supervisor import NETHERLANDS, supervisor_asks
from clausule.model.annex_kinds.questionnaire import QUESTIONNAIRE
from clausule.model.nodes import AlsoAsked, Annex
from clausule.pages.forms.clock import asked_list, clock, gaps
from clausule.pages.kit.contact import contact_of
from clausule.pages.kit.html import element
from clausule.pages.kit.staging import Fixed
from clausule.pages.text.blocks import Drawing
from clausule.pages.text.book import Book, Page
from clausule.pages.text.leaf import TAKE, EditionPage, Leaf

NAME, QUESTION, HINT = "naam-", "vraag-", "uitleg-bij-"
ANSWERS = Schema(__package__, "vragenlijst.json")


def _leaf(book: Book, address: str) -> Leaf:
    say, asking = book.language.say, asking_pages(book.edition)
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
        styles=("forms/fill-in.css",),
        scripts=("forms/fill-in.js",),
    )


def _invitation(annex: Annex, page: Page) -> str:
    """From a questionnaire to the page on which it is filled in."""
    if not is_asking(annex, page.language):
        return ""
    said = page.language.say("Fill in this questionnaire here")
    return element("p", element("a", said, class_="go", href=f"{page.language.slugs.fill_in}/"), class_="links")


PAGE = EditionPage(order=10, addresses=asking_pages, leaf=_leaf, invites=_invitation)


def _plain_title(annex: Annex) -> str:
    return annex.title.strip("“”\"' .")


def fill_page(annex: Annex, page: Page) -> Fixed:
    """The page on which ``annex`` is filled in. Everything is on it; the script only makes it comfortable."""
    language = page.language
    form = read_form(annex, language)
    first = next((one for one in page.book.edition.annexes if one.kind == QUESTIONNAIRE.name), annex)
    data = {
        "annex": annex_name(language, annex),
        "edition": capital(edition_name(page.book.edition)),
        "title": _plain_title(annex) or annex_name(language, annex),
        "clock": clock(page) if annex is first else None,
        "about": json.dumps(_about(annex, page), ensure_ascii=False),
        "intro": Drawing(page, place=annex_name(language, annex)).blocks(form.intro),
        "asks_any": any(question.required for question in form.questions),
        "asks_all": _asks_all(form),
        "parts": _parts(form),
        "groups": [_group(group, form, language) for group in form.groups],
        # Nothing for an annex that says nothing of the supervisor.
        "gaps": asked_list(gaps(annex.supervisor), language) if annex.supervisor else [],
    }
    return Fixed("forms/fill-in.html", data)


def _parts(form: Form) -> list[dict[str, str]]:
    """An index of the form: its groups; of a form that has one group only, its questions. Two parts need none."""
    headed = [group.section for group in form.groups if group.section]
    if len(headed) > 1:
        rows = [{"id": QUESTION + one.id, "title": one.heading.plain} for one in headed]
    else:
        asked = [one for group in form.groups for one in group.questions if one.heading]
        rows = [{"id": QUESTION + one.id, "title": one.heading.plain.rstrip(" :")} for one in asked if one.heading]
    return rows if len(rows) > 2 else []


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
        "mail": contact_of(book.agreement).get("email", ""),
        "discovered": [also.at for also in annex.supervisor if also.ask == "discovered"],
    }


def _group(group: Group, form: Form, language: Language) -> dict[str, Any]:
    """``required`` is what is said once above all questions that ask something, instead of at each."""
    asking = [one for one in group.questions if one.asks]
    whole = bool(asking) and all(one.required for one in asking) and not _asks_all(form)
    questions = [_question(one, group, form, language, marked=whole) for one in group.questions]
    shown: dict[str, Any] = {"required": whole, "questions": questions}
    if section := group.section:
        label = section.heading.plain[: -len(section.title)].strip() if section.label else ""
        title = section.title if label else section.heading.plain
        shown |= {"heading": {"id": QUESTION + section.id, "label": label, "title": title}}
    return shown


def _asks_all(form: Form) -> bool:
    """Whether the annex wants every question that has a heading to be answered: then none is marked."""
    return all(one.required for one in form.questions if one.heading and one.asks)


def _question(question: Question, group: Group, form: Form, language: Language, *, marked: bool) -> dict[str, Any]:
    """``labelled`` is the heading of a question with several controls, which are a group then."""
    named = question.heading is not None or (group.section and question.id == group.section.id)
    lines = []
    for index, line in enumerate(question.lines):
        hint = question.lines[index + 1] if index + 1 < len(question.lines) else None
        explained = hint and not hint.asks and hint.text.plain.lstrip().startswith("(")
        lines.append(_line(line, question, _hint_id(hint, question) if hint and explained else None))
    return {
        "id": question.id,
        "heading": question.heading and {"id": QUESTION + question.id, "title": question.heading.plain},
        "labelled": QUESTION + question.id if named and len(question.asks) > 1 else None,
        "required": question.required,
        "marked": question.required and not marked and not _asks_all(form),
        "asked": _asked(question, form.annex.supervisor, language),
        "lines": lines,
    }


def _asked(question: Question, asked: tuple[AlsoAsked, ...], language: Language) -> dict[str, list[str]]:
    """Where the form of the supervisor asks the same: what, by its sections."""
    own = {question.id, *(line.id for line in question.lines)}
    sections: dict[str, list[str]] = {}
    for also in asked:
        if also.at not in own or also.ask not in supervisor_asks():
            continue
        ask = supervisor_asks()[also.ask]
        notes = [gdpr_provision(language, ask.provision)] if ask.provision else []
        notes += [language.say("partly")] if also.partly else []
        words = language.law.ask(NETHERLANDS, ask.id)
        sections.setdefault(ask.section, []).append(words + (f" ({', '.join(notes)})" if notes else ""))
    return sections


def _line(line: Line, question: Question, described: str | None) -> dict[str, Any]:
    """A line with its controls, which are ``described`` by a hint behind it; one without any is a hint itself."""
    if not line.asks:
        return {"hint": line.text.plain, "id": _hint_id(line, question)}
    asks = [_ask(ask, line, question) for ask in line.asks]
    return {"asks": asks, "after": line.after.strip(), "depth": line.depth, "described": described}


def _hint_id(line: Line, question: Question) -> str:
    return f"{HINT}{question.id}-{question.lines.index(line) + 1}"


def _ask(ask: Ask, line: Line, question: Question) -> dict[str, Any]:
    """One control with the words before it. What follows a choice in the same line bears that choice's name too."""
    before = ask.before.strip(" ,")
    lead = line.asks[0]
    names = [NAME + lead.id if lead.before.strip(" ,") else QUESTION + question.id] if ask is not lead else []
    names += [NAME + ask.id] if before else []
    return {
        "id": ask.id,
        "kind": ask.kind,
        "classes": f"ask {ask.kind}-ask" + (" follow" if ask is not lead else "") + (" whole" if ask.whole else ""),
        "before": before,
        "labelled": " ".join(names) or QUESTION + question.id,
        "label": ask.label,
        "options": ask.options,
        "when": "=".join(ask.when) if ask.when else None,
        "whole": ask.whole,
    }
