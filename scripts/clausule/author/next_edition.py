"""An agreement that came in as a whole becomes the next edition of one that is there: what did not change stays an
include, and of what did the author's own marking stays."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clausule.author.carried import carried, moved_ids
from clausule.author.freeze import new_front_matter
from clausule.author.passages import Page, pages_of
from clausule.author.split import Divided, pages_of_edition, write_pages
from clausule.compare.assignment import assign
from clausule.disk.scratch import scratch_folder
from clausule.model.editions import Agreement, Edition, number_before
from clausule.model.lookup import AuthoringError
from clausule.read import read_repository
from clausule.read.source import Sources

_ALIKE = 0.4  # of the words of two pages so many are in both, if they are one page
_INDEX = "index.md"
_WAYS = 3  # in which a page that changed can be written; the last is as it came


@dataclass(frozen=True, slots=True)
class Next:
    """What was written: the folder, the pages by what became of them, and other paths. ``came`` are the pages as they
    came in."""

    folder: str
    came: dict[str, Page]
    kept: list[str]
    changed: list[str]
    new: list[str]
    gone: list[str]
    others: list[str]


def edition_to_follow(agreement: Agreement) -> Edition:
    """The edition that a new one follows. Raises ``AuthoringError`` where there is none whose words are left."""
    if not agreement.editions:
        raise AuthoringError(f"{agreement.slug} has no edition with words to go on from.")
    return agreement.editions[number_before(agreement.editions, len(agreement.editions))]


def write_next(
    root: Path, agreement: Agreement, source: Edition, came: Divided, version: str, effective: date | None
) -> Next:
    """Writes ``came`` as the edition ``version`` of ``agreement``, a concept that follows ``source``.

    Raises ``AuthoringError``, and writes nothing, when that edition is there already.
    """
    folder = f"docs/{agreement.slug}/{version}"
    if os.path.lexists(root / folder):
        raise AuthoringError(f"{folder} is there already, and was left as it is. Choose another --version.")
    sources = Sources(root)
    names = sorted(name for name in os.listdir(root / source.folder) if name.endswith(".md"))
    old = pages_of(sources, source, names)
    trial = _Trial(root, agreement, version)
    new = trial.read({one.name: one.text for one in came.files})
    were = _were(old, new)
    kept = [name for name, page in were.items() if new[name].shows_same(page)]
    moved: dict[str, str] = {}
    for name in were:
        if name not in kept:
            moved |= moved_ids(were[name], new[name])
    fronts = {one.name: one.front for one in came.files if one.version}
    heads = {name: _head(page, version, effective, fronts.get(name)) for name, page in were.items() if name not in kept}
    if _INDEX in were:
        heads[_INDEX] = new_front_matter(sources, source, version, effective)
    heads = {name: _with_ids(head, moved) for name, head in heads.items()}
    written = _written(trial, came, {name: were[name] for name in were if name not in kept}, new, heads)
    pages = pages_of_edition(came, folder)
    for name, page in were.items():
        path = f"{folder}/{name}"
        own = pages.pop(_include(pages[path]), None)
        if name in kept:
            head = f"---\n{heads[_INDEX]}---\n\n" if name == _INDEX else ""
            pages[path] = f"{head}{{!{page.origin}!}}\n"
        elif own is None and page.origin.startswith("annexes/"):
            annex = f"annexes/{agreement.slug}/{name.removesuffix('.md')}/{version}.md"
            pages |= {annex: written[name], path: f"{{!{annex}!}}\n"}
        elif own is None:
            pages[path] = written[name]
        else:
            pages[_include(pages[path])] = written[name]
    if taken := next((path for path in pages if os.path.lexists(root / path)), ""):
        raise AuthoringError(f"{taken} is there already, and was left as it is. Choose another --version.")
    write_pages(root, pages)
    gone = [name for name in old if name not in {page.name for page in were.values()}]
    return Next(
        folder,
        new,
        kept,
        changed=[name for name in were if name not in kept],
        new=[one.name for one in came.files if one.name not in were],
        gone=gone,
        others=[path for path in pages if not path.startswith(folder)],
    )


@dataclass(frozen=True, slots=True)
class _Trial:
    """The edition as it would be, in a folder of its own."""

    root: Path
    agreement: Agreement
    version: str

    def read(self, texts: Mapping[str, str]) -> dict[str, Page]:
        """The pages with these texts, by their names, as our own reader reads them."""
        slug = self.agreement.slug
        with scratch_folder() as scratch:
            folder = scratch / f"docs/{slug}/{self.version}"
            folder.mkdir(parents=True)
            shutil.copyfile(self.root / f"docs/{slug}/{_INDEX}", folder.parent / _INDEX)
            for name, text in texts.items():
                (folder / name).write_text(text, "utf-8", newline="\n")
            (agreement,) = read_repository(scratch, slug, language=self.agreement.language).agreements
            return pages_of(Sources(scratch), agreement.editions[0], list(texts))


def _include(text: str) -> str:
    """The path that a page of one include holds; empty where it is none."""
    found = re.fullmatch(r"\{!(.+)!\}\n", text)
    return found[1] if found else ""


def _were(old: Mapping[str, Page], new: Mapping[str, Page]) -> dict[str, Page]:
    """What each of the new pages was: a page with its words, or one of which it has most, whatever its number now."""
    found: dict[str, Page] = {}
    gains: dict[tuple[int, int], float] = {}
    olds, news = list(old.values()), list(new.values())
    bags_old, bags_new = ([_bag(page) for page in pages] for pages in (olds, news))
    for i, page in enumerate(olds):
        for j, other in enumerate(news):
            if (page.name == _INDEX) != (other.name == _INDEX):
                continue
            same = page.name == other.name
            total = bags_old[i].total() + bags_new[j].total()
            share = 2 * (bags_old[i] & bags_new[j]).total() / total if total else 0.0
            if page.name == _INDEX or (same and other.shows_same(page)):
                gains[i, j] = 2.0
            elif share >= _ALIKE:
                gains[i, j] = share + 0.1 * same
    for i, j in assign(gains).items():
        found[news[j].name] = olds[i]
    return {name: found[name] for name in new if name in found}


def _bag(page: Page) -> Counter[str]:
    return Counter(word for passage in page.passages for word in passage.plain.split())


def _head(page: Page, version: str, effective: date | None, own: str | None) -> str:
    """The front matter of a page whose words changed: what stands beside them stays, its version is the new one, or
    that which it gives itself (``own``)."""
    lines = [line for line in page.head if not re.match(r"[\"']?(?:version|effective)[\"']?:", line)]
    day = f"effective: {effective.isoformat()}\n" if effective and len(lines) < len(page.head) - 1 else ""
    return (own or f'version: "{version}"\n{day}') + "".join(f"{line}\n" for line in lines)


def _with_ids(head: str, moved: Mapping[str, str]) -> str:
    """Front matter that names the parts of an edition by the ids that they have now."""
    names = "|".join(map(re.escape, sorted(moved, key=len, reverse=True)))
    pattern = rf"(?<![\w.-])(?:{names})(?=-\w|[^\w.-]|\.?\s|$)"
    return re.sub(pattern, lambda found: moved[found[0]], head, flags=re.M) if moved else head


def _written(
    trial: _Trial, came: Divided, changed: Mapping[str, Page], new: Mapping[str, Page], heads: Mapping[str, str]
) -> dict[str, str]:
    """The pages that changed, in the sources of those that they were, as far as our own reader reads them as it reads
    what came in."""
    ways = dict.fromkeys(changed, 0)
    texts = {one.name: one.text for one in came.files}
    while True:
        for name, page in changed.items():
            body = carried(page, new[name], whole=ways[name] > 0) if ways[name] < _WAYS - 1 else new[name].body
            texts[name] = f"---\n{heads[name]}---\n\n{body}\n"
        read = trial.read(texts)
        wrong = [
            name for name in changed if ways[name] < _WAYS - 1 and not _is_read(read[name], changed[name], new[name])
        ]
        if not wrong:
            return {name: texts[name] for name in changed}
        for name in wrong:
            ways[name] += 1


def _is_read(page: Page, old: Page, new: Page) -> bool:
    """Whether ``page`` shows the words of ``new``, and each of its parts is as it is there or as it was."""
    if not new.shows_same(page):
        return False
    return _parts(page) <= _parts(old) | _parts(new)


def _parts(page: Page) -> set[tuple[str, str]]:
    found: dict[str, list[str]] = {}
    for passage in page.passages:
        found.setdefault(passage.part, []).append(re.sub(r"[\"':]", "", passage.words))
    return {(part, "".join(words)) for part, words in found.items()}
