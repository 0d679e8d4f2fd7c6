"""The words of both agreements as their PDFs gave them, cut into clauses; and the same cut from the Markdown.

What comes from the sources is read from the sources alone, never from the Markdown. Everything that the extraction of
the PDF put elsewhere, added or broke is listed here once; each item must be found exactly as often as it says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = Path(__file__).parent / "sources"
BULLET = "\u0638"  # the extraction's stand-in for the bullet; a letter to Unicode, not to a reader


@dataclass(frozen=True)
class Move:
    """The words from ``start`` up to ``end`` belong before ``before``; each of the three occurs once."""

    start: str
    end: str
    before: str


@dataclass(frozen=True)
class Recipe:
    """How one source is cut.

    ``furniture`` are patterns of what is no text, with how often each occurs; ``repairs`` are lost or stray spaces;
    ``heads`` are the lines that begin a part which is no article (``first`` is the part before all of them);
    ``article`` is the pattern of an article's heading; ``signature`` is the order in which the lines of the signature
    block are read; ``ours`` are words of headings that stand in the Markdown and not in the source.
    """

    source: str
    folder: str
    first: str
    heads: dict[str, str]
    article: str
    furniture: tuple[tuple[str, int], ...]
    moves: tuple[Move, ...] = ()
    repairs: tuple[tuple[str, str], ...] = ()
    signature: tuple[int, ...] = ()
    ours: tuple[tuple[str, str], ...] = ()


RECIPES = {
    "mickcom": Recipe(
        source="mickcom-1.5.txt",
        folder="docs/mickcom/1.5",
        first="titel",
        heads={
            "Inleiding": "inleiding",
            "VERWERKERSOVEREENKOMST": "verwerkersovereenkomst",
            "Partijen:": "partijen",
            "OVERWEGENDE DAT": "overwegende-dat",
            "BIJLAGE 1": "bijlage-1",
            "BIJLAGE 2": "bijlage-2",
            "BIJLAGE 3 “Procedure Meldplicht Datalekken”": "bijlage-3",
        },
        article=r"Artikel {}\. ",
        furniture=(
            (r"^Verwerkersovereenkomst dienstverlening Mickcom ICT Versie 1\.5 25-05-2018 .*$", 5),  # foot of the page
            (r"^Inhoudsopgave *$", 1),
            (r"^.*[^.]\.{20,} \d+ *$", 21),  # a line of the table of contents
            (r"^mailto:.*$", 1),  # the target of a link, beside its words
            (r"^o (?=Cloud )", 4),  # the bullet of an inner list
        ),
    ),
    "123meekijken": Recipe(
        source="123meekijken.txt",
        folder="docs/123meekijken/ongedateerd",
        first="aanhef",
        heads={
            "Partijen:": "partijen",
            "Overwegen als volgt:": "overwegen-als-volgt",
            "Verwerker Verwerkingsverantwoordelijke": "ondertekening",
            "Het soort persoonsgegevens en categorieën van betrokkenen": "bijlage-1",
            "Technische en organisatorische maatregelen": "bijlage-2",
        },
        article=r"{} [A-Z]",
        moves=(
            # the letters of 1.3 hang above their items; c. stands right once the others have gone
            Move("d.\n\ne.", "e.\n\nBetrokkene:", "Autoriteit: ‘toezichthoudende"),
            Move("e.\n\nBetrokkene:", "Betrokkene: ‘de", "DataProtectionImpactAssessment:"),
            # 4.4 stands after 5.2
            Move("4.4 Voor de meest", "5.3  Verwerker neemt", "5 Beveiliging\n"),
            # the second half of 8.3 stands under the signatures
            Move("jegens Verwerkingsverantwoordelijke als gevolg", "Aldus opgemaakt", "8.4  Waar het"),
            # the heading of the second annex stands in the middle of it
            Move("Technische en organisatorische maatregelen\n", "5 Invoeringscontrole", "Verwerker past de volgende"),
        ),
        furniture=(
            (r"^4$", 1),  # number of a page, in the middle of 8.3
            (r"^ \|  Bijlage I \|I$", 1),  # heads of the annex pages; the number stands in our heading
        ),
        repairs=(
            ("dedienstverlenings-", "de dienstverlenings-"),
            ("vandiens", "van diens"),
            ("verwerkers(“sub-", "verwerkers (“sub-"),
            ("doorVerwer-", "door Verwer-"),
            ("va n", "van"),
            ("vrijhedenvanBetrokkenen,-passendetechnischeen", "vrijheden van Betrokkenen, passende technische en"),
            ("nodigis", "nodig is"),
            ("DataProtectionImpactAssessment", "Data Protection Impact Assessment"),
            ("[Handtekening]", " [Handtekening]"),  # twice; the dots before it are no word
        ),
        # lines of the block: 0 the parties, 1 signature, 2 closing words, 3-6 and 7-10 name, function, place and date
        # of
        # each party, 11 and 12 name and function filled in, 13 signature; a table is read row by row
        signature=(2, 0, 3, 11, 7, 4, 12, 8, 5, 9, 6, 10, 1, 13),
        ours=(
            ("index.md", "# Verwerkersovereenkomst"),
            ("ondertekening.md", "# Ondertekening"),
            ("bijlage-1.md", "# Bijlage I – "),
            ("bijlage-2.md", "# Bijlage II – "),
        ),
    ),
}


def letters(text: str) -> str:
    """The letters and digits of ``text``, capitals kept; spaces and punctuation dropped."""
    return "".join(character for character in text if character.isalnum() and character != BULLET)


def words(text: str) -> tuple[str, ...]:
    """The words of ``text``, each as its letters and digits; a hyphen at the end of a line has joined two halves.

    In 'wet- en regelgeving' the hyphen stands for a left out word and joins nothing.
    """
    joined = re.sub(r"(?<=\w)-\s+(?!(?:en|of)\b)(?=\w)", "", text.replace("\ufffd", " "))
    return tuple(word for word in map(letters, joined.split()) if word)


def source_parts(name: str) -> dict[str, str]:
    """Letters and digits of each part of the source of ``name``, by id: ``artikel-7.2``, ``inleiding``, ``bijlage-2``.

    ``artikel-7`` is the heading of the article and what stands before its first clause.
    """
    return {part: letters(text) for part, text in _cut(name).items()}


def source_words(name: str) -> dict[str, tuple[str, ...]]:
    """The words of each part of the source, with the lost spaces and broken words of the extraction repaired."""
    recipe = RECIPES[name]
    parts = _cut(name)
    for broken, whole in recipe.repairs:
        assert any(broken in text for text in parts.values()), f"{recipe.source} does not hold {broken!r}"
        parts = {part: text.replace(broken, whole) for part, text in parts.items()}
    return {part: words(re.sub(f"^-(.*) {BULLET}$", r"\1-", text, flags=re.M)) for part, text in parts.items()}


def raw_letters(name: str) -> tuple[str, str]:
    """Letters and digits of the whole source as it came, and of the furniture that is no text."""
    text = (SOURCES / RECIPES[name].source).read_text(encoding="utf-8")
    taken: list[str] = []
    _without_furniture(RECIPES[name], text, taken.append)
    return letters(text), letters("".join(taken))


def markdown_parts(name: str) -> dict[str, str]:
    """Letters and digits of each part of the Markdown of ``name``, by the same ids as ``source_parts``."""
    return {part: letters(text) for part, text in _markdown(name)}


def markdown_words(name: str) -> dict[str, tuple[str, ...]]:
    """The words of each part of the Markdown of ``name``."""
    return {part: tuple(filter(None, map(letters, text.split()))) for part, text in _markdown(name)}


def _without_furniture(recipe: Recipe, text: str, taken: Callable[[str], object]) -> str:
    for pattern, times in recipe.furniture:
        found = [match[0] for match in re.finditer(pattern, text, re.M)]
        assert len(found) == times, f"{recipe.source}: {pattern} is there {len(found)} times, not {times}"
        taken("".join(found))
        text = re.sub(pattern, "", text, flags=re.M)
    return text


def _cut(name: str) -> dict[str, str]:
    """The text of each part of the source, in its right order but with the words as they came.

    A heading or a number begins a part only where the next one is due, so '5.3 en bijlage 2' at the begin of a line of
    article 6 begins nothing.
    """
    recipe = RECIPES[name]
    text = (SOURCES / recipe.source).read_text(encoding="utf-8")
    for move in recipe.moves:
        text = _moved(text, move)
    text = _without_furniture(recipe, text, str)
    parts: dict[str, list[str]] = {recipe.first: []}
    current, article, clause = recipe.first, 0, 0
    for line in text.split("\n"):
        words_of_line = line.strip()
        if words_of_line in recipe.heads:
            current = recipe.heads[words_of_line]
        elif re.match(recipe.article.format(article + 1), words_of_line):
            article, clause = article + 1, 0
            current = f"artikel-{article}"
        elif re.match(rf"{article}\.{clause + 1}\.?\s", words_of_line):
            clause += 1
            current = f"artikel-{article}.{clause}"
        parts.setdefault(current, []).append(line)
    if recipe.signature:
        lines = [line for line in parts["ondertekening"] if line.strip()]
        assert sorted(recipe.signature) == list(range(len(lines))), lines
        parts["ondertekening"] = [lines[number] for number in recipe.signature]
    return {part: "\n".join(lines) for part, lines in parts.items()}


def _moved(text: str, move: Move) -> str:
    for mark in (move.start, move.end, move.before):
        assert text.count(mark) == 1, f"{mark!r} occurs {text.count(mark)} times"
    start, end = text.index(move.start), text.index(move.end)
    moved = text[start:end]
    text = text[:start] + text[end:]
    before = text.index(move.before)
    return f"{text[:before]}{moved}\n{text[before:]}"


def _markdown(name: str) -> Iterator[tuple[str, str]]:
    recipe = RECIPES[name]
    folder = ROOT / recipe.folder
    ours = dict(recipe.ours)
    order = ["index.md", *sorted(path.name for path in folder.glob("artikel-*.md"))]
    order += ["ondertekening.md"] * (folder / "ondertekening.md").exists()
    order += sorted(path.name for path in folder.glob("bijlage-*.md"))
    for file in order:
        text = _body((folder / file).read_text(encoding="utf-8"))
        if file in ours:
            assert text.startswith(ours[file]), f"{file} does not begin with {ours[file]!r}"
            text = text.removeprefix(ours[file])
        if file == "index.md":
            first, *sections = re.split(r"^## ", text, flags=re.M)
            yield recipe.first, first
            for section in sections:
                yield re.sub(r"\W+", "-", section.partition("\n")[0].lower()).strip("-"), section
        elif file.startswith("artikel-"):
            head, *clauses = re.split(r"^(?=\d+\.\d+\.? )", text, flags=re.M)
            yield f"artikel-{int(file[8:10])}", head
            for clause in clauses:
                yield f"artikel-{clause.split()[0].rstrip('.')}", clause
        else:
            yield file.removesuffix(".md"), text


def _body(text: str) -> str:
    """A page without its front matter, with the file that it includes in its place."""
    include = re.fullmatch(r"\{!(.*)!\}\n", text)
    if include:
        text = (ROOT / include[1]).read_text(encoding="utf-8")
    return re.sub(r"\A---\n.*?^---\n\s*", "", text, flags=re.S | re.M)
