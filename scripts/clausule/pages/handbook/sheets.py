"""The pages of the handbook on a site that asks for them, in each of its languages, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clausule.language.language import language_of
from clausule.pages.handbook.made import made
from clausule.pages.handbook.markup import Setting, html_of
from clausule.pages.handbook.rules import RULES
from clausule.pages.kit.html import element, lines, stacked
from clausule.pages.kit.languages import language_row, languages_of
from clausule.pages.kit.sheet import Sheet, staged
from clausule.read.handbook import Page, page_of, pages, parts, pictures, tags

STYLE = "handbook/handbook.css"
_PICTURES = "handbook/pictures/"


def handbook_pages(base: str, schemas: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every page, by its path in the stage, and the pictures on them; ``base`` is the address of the site."""
    stage: dict[str, bytes] = {}
    for tag in tags():
        stage |= staged(_contents(tag, base), base)
        every = pages(tag)
        for at, page in enumerate(every):
            stage |= staged(_sheet(page, every[at - 1 : at], every[at + 1 : at + 2], base, schemas), base)
    return stage | {f"{_PICTURES}{name}": picture.data for name, picture in pictures().items()}


def home(tag: str) -> str:
    """The address of the handbook in a language."""
    return f"{language_of(tag).slugs.handbook}/"


def address_of(page: Page, anchor: str = "") -> str:
    """Where the page stands on a site, or what is below one of its headings."""
    return f"{home(page.tag)}{page.slug}/" + (f"#{anchor}" if anchor else "")


def _contents(tag: str, base: str) -> Sheet:
    """The list of tasks."""
    say = language_of(tag).say
    groups: list[str] = []
    for part in parts():
        groups.append(element("h2", part.names[tag]))
        rows = [page_of(task.id, tag) for task in part.tasks]
        groups.append(
            stacked(
                "ul",
                *(element("li", element("a", one.title, href=f"{one.slug}/")) for one in rows),
                class_="tasks",
            )
        )
    about = say("From the first text to a published agreement: one page for each task.")
    body = lines(element("h1", say("Handbook")), element("p", about, class_="lead"), *groups)
    return _staged_sheet(tag, home(tag), say("Handbook"), about, body, {one: home(one) for one in tags()}, base)


def _sheet(page: Page, before: Sequence[Page], after: Sequence[Page], base: str, schemas: Mapping[str, bytes]) -> Sheet:
    name = language_of(page.tag).say("Handbook")
    setting = Setting(
        lambda to: _link(to, page.tag, "../"), lambda name: _picture(name, "../../"), made(schemas, "../../")
    )
    body = lines(
        element("p", element("a", name, href="../"), class_="over"),
        element("h1", page.title),
        html_of(page.text, setting),
        stacked("nav", *_turns(before, after), class_="turns", aria_label=name),
    )
    addresses = {tag: address_of(page_of(page.task.id, tag)) for tag in tags()}
    title = f"{page.title} · {name}"
    return _staged_sheet(page.tag, address_of(page), title, page.about, body, addresses, base)


def _turns(before: Sequence[Page], after: Sequence[Page]) -> Iterator[str]:
    for sign, rel, several in (("←\N{NO-BREAK SPACE}{}", "prev", before), ("{}\N{NO-BREAK SPACE}→", "next", after)):
        yield from (element("a", sign.format(one.title), href=f"../{one.slug}/", rel=rel) for one in several)


def _staged_sheet(
    tag: str, address: str, title: str, about: str, body: str, addresses: Mapping[str, str], base: str
) -> Sheet:
    language, up = language_of(tag), "../" * address.count("/")
    others = {one: to for one, to in addresses.items() if one != tag}
    rows = [language_row(language, one, up + to) for one, to in others.items()]
    urls = {tag: base + addresses[tag]} | {one: base + to for one, to in others.items()}
    return Sheet(
        address=address,
        title=title,
        about=about.replace("`", ""),
        drawn=stacked("div", body),
        view="handbook",
        styles=(STYLE,),
        language=tag,
        languages={**languages_of(language, rows, urls, ""), "counts": ""},
    )


def _link(to: str, tag: str, up: str) -> str:
    """Where a link of a page leads: to another page (``check.md#id``), to the rules, or out of the handbook."""
    if to.startswith(("https://", "#")):
        return to
    if to.startswith("rules/"):
        return f"{up}../{RULES}{to.removeprefix('rules/')}"
    name, _, anchor = to.partition("#")
    return f"{up}{page_of(name.removesuffix('.md'), tag).slug}/" + (f"#{anchor}" if anchor else "")


def _picture(to: str, up: str) -> dict[str, str]:
    """The attributes of a picture; its size is known before it comes, so that nothing moves."""
    name = to.rpartition("/")[2]
    picture = pictures()[name]
    return {"src": f"{up}{_PICTURES}{name}", "width": str(picture.width), "height": str(picture.height)}
