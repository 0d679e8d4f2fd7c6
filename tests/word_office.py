"""Word files in LibreOffice's Writer, and pairs of editions that are drawn by chance for them."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from clausule.analysis.references import Notes
from clausule.formats.flow import Grid, Heading, Line, Meaning, flow_of
from clausule.model.canonical import canonical
from clausule.model.editions import Agreement, Edition
from clausule.model.nodes import Block, Item, Items, Table
from editions import agreement, edition, item, text

SOFFICE = shutil.which("soffice")
_FORMS = {"docx": "docx", "txt": "txt:Text (encoded):UTF8"}


def has_writer() -> bool:
    """Whether there is an office program here that opens Word files."""
    if not SOFFICE:
        return False
    programs = Path(SOFFICE).resolve().parent
    return any((programs / name).exists() for name in ("swriter", "libswlo.so", "libswlo.dylib"))


def converted(folder: Path, files: Mapping[str, bytes], form: str) -> dict[str, bytes]:
    """The files as LibreOffice saves them, in ``form`` (docx or txt); it is started once."""
    (folder / "in").mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / f"in/{name}.docx").write_bytes(data)
    command = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", _FORMS[form]]
    paths = [str(folder / f"in/{name}.docx") for name in files]
    done = subprocess.run(
        [str(SOFFICE), *command, "--outdir", str(folder / form), *paths], capture_output=True, timeout=540, check=False
    )
    out = {name: folder / f"{form}/{name}.{form}" for name in files}
    missing = [name for name, path in out.items() if not path.exists()]
    assert not missing, f"LibreOffice made no {form} of {missing}: {done.stderr.decode(errors='replace')[-500:]}"
    return {name: path.read_bytes() for name, path in out.items()}


def lines_of(of: Agreement, one: Edition, *, rows: bool = True) -> list[str]:
    """What a reader reads of an edition, in canonical form: a line for each paragraph, with its number; for each row
    its cells with bars, or (without ``rows``) a line for each cell."""
    lines = [one.heading.plain] if one.heading else []
    for block in flow_of(of, one, Notes(one)):
        match block:
            case Heading():
                lines.append(block.words)
            case Line():
                lines.append(f"{block.mark} {''.join(run.words for run in block.runs)}")
            case Meaning():
                lines += [block.term, "".join(run.words for run in block.runs)]
            case Grid():
                for row in (row for row in (block.header, *block.rows) if any(row)):
                    cells = ["".join(run.words for run in cell) for cell in row]
                    lines += ["|".join(cells)] if rows else cells
            case _:
                pass
    return [canonical(line) for line in lines]


_POOL = """Verwerker Klant meldt bewaart wist beveiligt elke inbreuk gegevens binnen 24 uur onverwijld schriftelijk aan
de het een niet “Dienst” kosten € 100 artikel 1.2 bijlage (hierna: personeel) en of tenzij zijn haar ten minste"""
_WORDS = _POOL.split()


def drawn_pair(chance: random.Random) -> tuple[Agreement, Edition, Edition]:
    """Two editions of which the second is the first, edited as lawyers do: reworded, moved, added, removed, divided."""
    articles = [[_block(chance) for _ in range(chance.randint(1, 4))] for _ in range(chance.randint(1, 5))]
    old = edition("1.0", *articles)
    edited = [list(one) for one in articles]
    for _ in range(chance.randint(0, 6)):
        _edit(chance, edited)
    new = edition("2.0", *[one for one in edited if one])
    return agreement(old, new), old, new


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(2, 18))) + "."


def _block(chance: random.Random) -> str | Block:
    kind = chance.random()
    if kind < 0.65:
        return _sentence(chance)
    if kind < 0.9:
        return _items(chance, "abcdef", 0)
    cells = [tuple(text(_sentence(chance)) for _ in range(2)) for _ in range(chance.randint(2, 4))]
    return Table(header=cells[0], rows=tuple(cells[1:]))


def _items(chance: random.Random, labels: str, depth: int) -> Items:
    rows: list[Item] = []
    for label in labels[: chance.randint(1, 4)]:
        inner = (_items(chance, "12345", 1),) if not depth and chance.random() < 0.2 else ()
        rows.append(item(label, _sentence(chance), *inner, id=f"item-{chance.random()}"))
    return Items(tuple(rows))


def _edit(chance: random.Random, articles: list[list[str | Block]]) -> None:
    article = chance.choice(articles)
    there = chance.choice(articles)
    match chance.choice(["reword", "add", "remove", "move", "swap", "divide", "article"]):
        case "add":
            article.insert(chance.randint(0, len(article)), _block(chance))
        case "article":
            articles.insert(chance.randint(0, len(articles)), [_block(chance)])
        case "swap":
            chance.shuffle(articles)
        case "remove" if article:
            del article[chance.randrange(len(article))]
        case "move" if article:
            moved = article.pop(chance.randrange(len(article)))
            there.insert(chance.randint(0, len(there)), moved)
        case "divide" | "reword" if article:
            at = chance.randrange(len(article))
            words = article[at]
            if isinstance(words, str):
                split = words.split()
                middle = chance.randint(0, len(split))
                changed = [
                    *split[:middle],
                    *chance.choices(_WORDS, k=chance.randint(0, 3)),
                    *split[middle + 1 :],
                    "Ook.",
                ]
                article[at] = " ".join(changed)
                if chance.random() < 0.3:
                    article[at : at + 1] = [" ".join(split[:middle]) or "Eerst.", " ".join(split[middle:]) or "Dan."]
        case _:
            pass
