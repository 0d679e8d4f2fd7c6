"""The handbook as one file that needs nothing beside it: for a machine without the site."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from clausule import data_path
from clausule.language.language import language_of
from clausule.pages.handbook.made import made
from clausule.pages.handbook.markup import Setting, html_of
from clausule.pages.kit.html import element, lines, stacked
from clausule.read.handbook import Page, page_of, pages, parts, pictures

_STYLE = "handbook/whole.css"


def whole_handbook(tag: str, schemas: Mapping[str, bytes]) -> bytes:
    """The file, in the language ``tag``; ``schemas`` are those that a site publishes."""
    title = "Clausule: " + language_of(tag).say("Handbook")
    every = [stacked("section", *_page(page, schemas), id=page.task.id) for page in pages(tag)]
    body = lines(element("h1", title), stacked("nav", *_contents(tag)), *every)
    style = (data_path("theme", "overrides") / _STYLE).read_text("utf-8")
    return (
        f'<!doctype html>\n<html lang="{tag}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    ).encode()


def _contents(tag: str) -> list[str]:
    rows: list[str] = []
    for part in parts():
        links = [element("li", element("a", page_of(one.id, tag).title, href=f"#{one.id}")) for one in part.tasks]
        rows += [element("h2", part.names[tag]), element("ul", *links)]
    return rows


def _page(page: Page, schemas: Mapping[str, bytes]) -> list[str]:
    setting = Setting(_link, _picture, made(schemas, ""))
    return [element("h1", page.title), html_of(page.text, setting)]


def _link(to: str) -> str:
    """Within the file: a page has its id, and a heading on it its own. A rule is explained by the program."""
    if to.startswith(("https://", "#")):
        return to
    if to.startswith("rules/"):
        return "#clausule-explain"
    name, _, anchor = to.partition("#")
    return f"#{anchor or name.removesuffix('.md')}"


def _picture(to: str) -> dict[str, str]:
    picture = pictures()[to.rpartition("/")[2]]
    return {"src": f"data:image/jpeg;base64,{base64.b64encode(picture.data).decode()}"}
