"""A new agreement: an edition in force as a first edition, without what is about the model alone; or an empty one."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from clausule import data_path
from clausule.disk.scratch import scratch_folder
from clausule.language.language import DEFAULT, Language, language_of, languages
from clausule.language.model_agreement import PUBLISHER, TITLE, ModelAgreement
from clausule.language.recognition import reads_as
from clausule.model.addresses import SOURCE_SCHEMAS
from clausule.model.dates import current
from clausule.model.editions import Edition
from clausule.model.lookup import AuthoringError
from clausule.model.similarity import closest
from clausule.read import read_repository
from clausule.read.folders import is_agreement_name, is_version_name
from clausule.read.frontmatter import NO_DAY
from clausule.read.importing.plain_rows import as_markdown
from clausule.read.includes import read_with_includes
from clausule.read.source import Sources

SCHEMA = f"{SOURCE_SCHEMAS}sub-processors.json"
_CONTACT = (
    "# contact:   # how a reader reaches the publisher\n#   name: \n#   email: \n#   phone: \n#   address: \n#   "
    "website: https://\n"
)
_LIST = re.compile(r"(?:^- .*\n(?:^ +\S.*\n)*)+", re.M)
_ROWS = re.compile(r"(?P<head>^\|.*\n^\|[ :|-]+\n)(?:^\|.*\n)+", re.M)
_PART = re.compile(r"^## (?:[A-Z]\. )?(?P<title>.+)\n", re.M)


@dataclass(frozen=True, slots=True)
class Started:
    """The paths that were written, and of each place to fill in the path, the line and what belongs there."""

    paths: list[str]
    places: list[tuple[str, int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The agreement to begin. ``email`` is where its publisher gets notices, ``site_url`` the address of the site whose
    schemas an editor completes from; both may be empty. ``site_language`` is that of the site, and ``asked`` whether
    the author named that of the agreement: a text that comes in can show another."""

    slug: str
    title: str
    publisher: str
    version: str = "1.0"
    language: str = DEFAULT
    site_language: str = DEFAULT
    asked: bool = True
    email: str = ""
    site_url: str = ""

    def reading(self, lines: Iterable[str]) -> Wanted:
        """The same in the language that a text reads as, where nobody named one."""
        return self if self.asked else replace(self, language=reads_as("\n".join(lines), self.language))

    @property
    def words(self) -> Language:
        """The language in which it begins."""
        return language_of(self.language)


def model_root() -> Path:
    """The repository of the model agreement, which comes with the program."""
    return data_path("model_agreement", ".")


def model_edition(day: date, language: str) -> Edition:
    """The edition of the model agreement in ``language`` that is in force on ``day``. Raises ``AuthoringError`` where
    the program has no model in that language."""
    slug = language_of(language).model_agreement.slug
    if not slug:
        raise AuthoringError(
            f"there is no model agreement in the language '{language}' yet. Begin without one: clausule new-agreement "
            f"SLUG --title TITLE --language {language} --empty"
        )
    (found,) = read_repository(model_root(), slug).agreements
    return current(found, day) or found.editions[0]


def new_agreement(root: Path, wanted: Wanted, source: Edition | None, source_root: Path) -> Started:
    """Writes an agreement with one edition, a concept, from ``source`` in the repository ``source_root``; an empty one
    without a source. Nothing is overwritten.

    Raises ``AuthoringError`` when the slug or the version is no address or is taken, when a name is empty or too long,
    or when the program does not know the language.
    """
    wanted = replace(wanted, title=" ".join(wanted.title.split()), publisher=" ".join(wanted.publisher.split()))
    for option, words in (("--title", wanted.title), ("--publisher", wanted.publisher)):
        if not words or len(words) > 200 or not words.isprintable():
            raise AuthoringError(f"{option} needs a name of 1 to 200 characters that can be read.")
    check_language(wanted.language)
    if not is_agreement_name(wanted.slug):
        raise AuthoringError(
            f"'{wanted.slug}' cannot be the address of an agreement. Use small letters, digits and hyphens, such as "
            f"mijn-bedrijf."
        )
    if not is_version_name(wanted.version):
        raise AuthoringError(
            f"'{wanted.version}' cannot be the address of an edition. Use small letters, digits, points and hyphens, "
            f"such as 3.2."
        )
    for folder in (f"docs/{wanted.slug}", f"annexes/{wanted.slug}"):
        if os.path.lexists(root / folder):
            raise AuthoringError(f"{folder} is there already, and was left as it is. Choose another address.")
    pages = _pages(wanted, source, source_root) if source else _empty(wanted)
    _write(root, wanted.slug, pages)
    places = [
        (path, line, what) for path, text in pages.items() for line, what in _places(text, wanted.words.model_agreement)
    ]
    return Started(list(pages), places)


def check_language(tag: str) -> None:
    """Raises ``AuthoringError`` for a language that the program does not know."""
    if tag not in languages():
        guess = closest(tag, languages())
        raise AuthoringError(
            f"there is no language '{tag}'. "
            f"{f'Did you mean {guess!r}?' if guess else 'There are: ' + ', '.join(languages())}"
        )


def _empty(wanted: Wanted) -> dict[str, str]:
    """An agreement of one article, to write."""
    folder = f"docs/{wanted.slug}/{wanted.version}"
    model, article = wanted.words.model_agreement, wanted.words.grammar.ARTICLE
    parties = model.parties.replace(PUBLISHER, as_markdown(wanted.publisher))
    return {
        f"docs/{wanted.slug}/index.md": agreement_page(wanted),
        f"{folder}/index.md": f"{_edition_front(wanted, [])}# {as_markdown(wanted.title)}\n\n{parties}",
        f"{folder}/{article}-01.md": f'---\nversion: "{wanted.version}"\n---\n\n{model.article}',
    }


def _pages(wanted: Wanted, source: Edition, source_root: Path) -> dict[str, str]:
    sources, slug, version = Sources(source_root), wanted.slug, wanted.version
    grammar, model = language_of(source.language).grammar, language_of(source.language).model_agreement
    schema = f"# yaml-language-server: $schema={wanted.site_url}{SCHEMA}\n" if wanted.site_url else ""
    rows = f"annexes/{slug}/{wanted.words.slugs.sub_processors}.yml"
    pages = {
        f"docs/{slug}/index.md": agreement_page(wanted),
        rows: schema + wanted.words.model_agreement.sub_processors,
    }
    for name in sorted(os.listdir(source_root / source.folder)):
        document = read_with_includes(sources, f"{source.folder}/{name}") if name.endswith(".md") else None
        if document is None:
            continue
        text = "\n".join(line.text for line in document.body).strip("\n") + "\n"
        text = _replaced(text, wanted, model)
        head = [line.text for line in document.inner or document.head]
        if name == "index.md":
            front = _edition_front(wanted, [line.text for line in document.head])
            pages[f"docs/{slug}/{version}/{name}"] = f"{front}{_after_heading(text, model.terms)}"
        elif grammar.ANNEX_FILE.fullmatch(name):
            kind = next((line for line in head if line.startswith("kind:")), "kind: text")
            if kind.endswith("measures"):
                text = _after_heading(text, model.measures)
            annex = f"annexes/{slug}/{name.removesuffix('.md')}/{version}.md"
            pages[annex] = f'---\nversion: "{version}"\n{kind}\n---\n\n{_blanked(text, model)}'
            pages[f"docs/{slug}/{version}/{name}"] = f"{{!{annex}!}}\n"
        else:
            pages[f"docs/{slug}/{version}/{name}"] = f'---\nversion: "{version}"\n---\n\n{text}'
    return pages


def agreement_page(wanted: Wanted) -> str:
    """The page of an agreement, to go on with. A JSON string is a YAML string."""
    name, firm = (json.dumps(words, ensure_ascii=False) for words in (wanted.title, wanted.publisher))
    usual = wanted.language == wanted.site_language == DEFAULT
    language = "" if usual else f"language: {wanted.language}\n"
    email = f"contact:\n  email: {json.dumps(wanted.email)}\n" if wanted.email else _CONTACT
    front = (
        f"title: {name}\npublisher: {firm}\n{language}"
        f"# summary: one or two sentences for the landing page\n{email}"
        f"names:\n  # who and what has a name of its own in the text\n  - {firm}\n"
    )
    introduction = wanted.words.model_agreement.introduction
    return f"---\n{front}---\n\n{introduction.replace(PUBLISHER, as_markdown(wanted.publisher)).rstrip('.')}.\n"


def _edition_front(wanted: Wanted, head: list[str]) -> str:
    """Of the model's front matter the inflections of its terms and its term for a breach; it has a history, and a first
    edition has none."""
    kept: list[str] = []
    inside = False
    for line in head:
        if re.match(r"[^\s#-]", line):
            inside = line.startswith(("inflections:", "breach:"))
        kept += [line] if inside else []
    rows = "".join(f"{line}\n" for line in kept)
    return (
        f'---\nversion: "{wanted.version}"\n{NO_DAY}\nstatus: concept   # take this line out when the text is '
        f"agreed\n{rows}---\n\n"
    )


def _replaced(text: str, wanted: Wanted, model: ModelAgreement) -> str:
    """``text`` with the names of the firm in place of those of the model, and its address for notices where one is
    known."""
    paragraphs = text.split("\n\n")
    text = "\n\n".join(part for part in paragraphs if not model.about_model.search(" ".join(part.split())))
    for pattern, words in model.replaced:
        loose = pattern.replace(" ", r"\s+")
        text = re.sub(loose, lambda _, put=words: put, text)  # type: ignore[misc]
    if wanted.email:
        text = text.replace(model.email, wanted.email)
    return text.replace(TITLE, as_markdown(wanted.title)).replace(PUBLISHER, as_markdown(wanted.publisher))


def _blanked(text: str, model: ModelAgreement) -> str:
    """``text`` in which the lists and tables of invented facts are one place to fill in each."""
    cuts = [match.start() for match in _PART.finditer(text)]
    parts = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return "".join(_blanked_part(part, model) for part in parts)


def _blanked_part(part: str, model: ModelAgreement) -> str:
    match = _PART.match(part)
    words = model.lists.get(match["title"]) if match else None
    if not words:
        return part

    def row(found: re.Match[str]) -> str:
        names = found["head"].split("\n")[0].strip("| ").split(" | ")
        return f"{found['head']}| {' | '.join(model.fill(name[:1].lower() + name[1:]) for name in names)} |\n"

    return _ROWS.sub(row, _LIST.sub(lambda _: f"- {words}\n", part))


def _after_heading(text: str, words: str) -> str:
    heading, _, rest = text.partition("\n")
    return f"{heading}\n\n{words}\n{rest}"


def _places(text: str, model: ModelAgreement) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        yield from ((number, match[0]) for match in model.unfilled.finditer(line))
        if left := model.left.search(line):
            yield number, left[0]


def _write(root: Path, slug: str, pages: dict[str, str]) -> None:
    """Each of the two folders comes into being whole; when the second cannot, the first is taken back."""
    made: list[Path] = []
    try:
        for top in ("annexes", "docs"):
            mine = {path: text for path, text in pages.items() if path.startswith(f"{top}/")}
            (root / top).mkdir(exist_ok=True)
            with scratch_folder(".new-", root / top) as scratch:
                for path, text in mine.items():
                    file = scratch / path.removeprefix(f"{top}/")
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(text, "utf-8", newline="\n")
                if mine:
                    (scratch / slug).rename(root / top / slug)
                    made.append(root / top / slug)
    except BaseException:
        for folder in made:
            shutil.rmtree(folder)
        raise
