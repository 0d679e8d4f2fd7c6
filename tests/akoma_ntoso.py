"""Akoma Ntoso of an edition read back to the data that its Markdown is written from (``read.importing.written``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from clausule.formats.akoma_ntoso import NAMESPACE, OWN

AKN, C = f"{{{NAMESPACE}}}", f"{{{OWN}}}"
_LOOKS = {f"{AKN}b": "strong", f"{AKN}i": "em"}


class Read:
    """``values`` as they are written from, and ``own`` what the file says beside the words."""

    def __init__(self, data: bytes) -> None:
        self.root = ElementTree.fromstring(data)
        self.notes: list[dict[str, Any]] = []
        edition = self._one(f".//{C}edition")
        self.own = dict(edition.attrib)
        self.known = {
            one.get("eId"): one.attrib for kind in ("article", "annex") for one in self.root.iter(f"{C}{kind}")
        }
        body = self._one(f".//{AKN}mainBody")
        self.chapters: list[dict[str, Any]] = []
        self.values: dict[str, Any] = {
            "title": self.text(self._one(f".//{AKN}docTitle")),
            "headed": self.own["titled"] == "yes",
            "preamble": self._sections(body, "preamble"),
            "articles": list(self._articles(body, None)),
            "closing": self._sections(body, "closing"),
            "annexes": [self._annex(one) for one in body.findall(f"{AKN}hcontainer[@name='annex']")],
        }
        self.values |= {"chapters": self.chapters, "footnotes": self.notes}

    def _one(self, path: str) -> Element:
        (found,) = self.root.findall(path)
        return found

    def _sections(self, within: Element, name: str) -> list[dict[str, Any]]:
        return [
            {
                "title": "",
                "heading": self._heading(one),
                "level": _level(one),
                **self._blocks(one.find(f"{AKN}content")),
            }
            for one in within.findall(f"{AKN}hcontainer[@name='{name}']")
        ]

    def _articles(self, within: Element, chapter: str | None) -> Iterator[dict[str, Any]]:
        for one in within:
            if one.tag == f"{AKN}chapter":
                told = {"id": one.get("eId"), "title": "", "heading": self._heading(one), "level": _level(one)}
                self.chapters.append(told)
                yield from self._articles(one, one.get("eId"))
            elif one.tag == f"{AKN}article":
                yield self._article(one, chapter)

    def _article(self, one: Element, chapter: str | None) -> dict[str, Any]:
        known = self.known[one.get("eId")]
        first = next((part for part in one if part.tag in (f"{AKN}intro", f"{AKN}content")), None)
        return {
            "number": known["number"],
            "title": "",
            "heading": self._heading(one),
            "chapter": chapter,
            "version": known["version"],
            "intro": _not_bold(self._blocks(first)),
            "clauses": [
                {
                    "number": "",
                    "mark": clause.findtext(f"{AKN}num"),
                    "subheading": self.text(clause.find(f"{AKN}heading")),
                    **_not_bold(self._blocks(clause.find(f"{AKN}content"))),
                }
                for clause in one.findall(f"{AKN}paragraph")
            ],
        }

    def _annex(self, one: Element) -> dict[str, Any]:
        known = self.known[one.get("eId")]
        first = next((part for part in one if part.tag in (f"{AKN}intro", f"{AKN}content")), None)
        return {
            **{key: known.get(key) for key in ("number", "version", "effective", "kind")},
            "title": "",
            "heading": self._heading(one),
            "intro": self._blocks(first),
            "sections": self._sections(one, "section"),
        }

    def _heading(self, one: Element) -> Any:
        heading, mark = one.find(f"{AKN}heading"), one.findtext(f"{AKN}num")
        text = self.text(heading)
        return f"{mark} {text['text']}" if mark and text else text

    def _blocks(self, within: Element | None) -> dict[str, Any]:
        return {"blocks": [self._block(one) for one in within] if within is not None else []}

    def _block(self, one: Element) -> Any:
        if (picture := one.find(f"{AKN}img")) is not None:
            return {"picture": picture.get("alt"), "path": picture.get("src")}
        if one.tag == f"{AKN}p":
            return self.text(one)
        if one.tag == f"{AKN}table":
            return {"table": [[self.text(cell[0]) for cell in row] for row in one]}
        if one.get("class") == "definitions":
            return {"terms": [["".join(item[0].itertext()), self.text(item[1])] for item in one]}
        rows = [
            {"mark": item[0].text, "text": self.text(item[1]), "blocks": [self._block(inner) for inner in item[2:]]}
            for item in one
        ]
        return {"items": rows}

    def text(self, one: Element | None) -> Any:
        """The words in an element with their looks, links and footnotes."""
        if one is None:
            return None
        found: dict[str, Any] = {"text": "", "links": [], "notes": [], "emphasis": []}
        self._inline(one, found)
        return found

    def _inline(self, one: Element, found: dict[str, Any]) -> None:
        found["text"] += one.text or ""
        for child in one:
            start = len(found["text"])
            if child.tag == f"{AKN}authorialNote":
                note = {"id": child.get("eId"), "mark": child.get("marker"), "text": self.text(child[0])}
                self.notes.append(note)
                found["notes"].append([start, child.get("eId")])
            elif child.tag == f"{AKN}noteRef":
                found["notes"].append([start, str(child.get("href"))[1:]])
            elif child.tag == f"{AKN}eol":
                found["text"] += "\n"
            else:
                self._inline(child, found)
                self._mark(child, start, len(found["text"]), found)
            found["text"] += child.tail or ""

    def _mark(self, child: Element, start: int, end: int, found: dict[str, Any]) -> None:
        if child.tag == f"{AKN}a":
            found["links"].append([start, end, child.get("href")])
        elif kind := _LOOKS.get(child.tag):
            same = next((row for row in found["emphasis"] if row[1:] == [start, kind]), None)
            if same:  # one look, cut where a link is in it
                same[1] = end
            else:
                found["emphasis"].append([start, end, kind])


def _not_bold(words: dict[str, Any]) -> dict[str, Any]:
    """In Markdown a last paragraph that is all bold would be a heading of the clause that follows."""
    last = words["blocks"][-1] if len(words["blocks"]) > 1 else {}
    if [0, len(last.get("text", "")), "strong"] in last.get("emphasis", []):
        last["emphasis"] = []
    return words


def _level(one: Element) -> int:
    return int(str(one.get("class")).removeprefix("level-"))
