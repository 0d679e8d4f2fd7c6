"""What a page of the handbook takes to be there when it begins: the small firm of somebody who follows it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from pages import File, steps

from clausule.read.handbook import page_of
from session import Session

SOURCES = Path(__file__).parent
IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A"), ("EMAIL", "a@localhost"))
}
PUBLISHERS = {"nl": "Uw Bedrijf B.V.", "en": "Your Firm Ltd"}

RETURNED = {
    "nl": ("zestig", "negentig", "van-de-jurist.docx"),
    "en": ("sixty", "ninety", "from-the-lawyer.docx"),
}
PROMISES = {
    "nl": "1.3 Leverancier schakelt de sub-verwerkers in die op de lijst van sub-verwerkers staan. Hij kondigt een "
    "nieuwe dertig dagen van tevoren aan. Klant kan daartegen binnen veertien dagen bezwaar maken.",
    "en": "1.3 Supplier engages the sub-processors that are on the list of sub-processors. Supplier announces a new "
    "one thirty days in advance. Customer may object to it within fourteen days.",
}


class Firms:
    """Each state is made once for a language, on top of the one before it, and copied for a page."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[str, str], Session] = {}

    def at(self, state: str, tag: str, root: Path) -> Session:
        """Somebody in the folder ``root`` in which all is as it is in ``state``."""
        return self._state(state, tag).copied(root)

    def _state(self, state: str, tag: str) -> Session:
        if (state, tag) not in self._made:
            before, make = STATES[state]
            root = self._folder / tag / state
            root.mkdir(parents=True, exist_ok=True)
            session = self._state(before, tag).copied(root) if before else Session(root)
            make(session, tag)
            self._made[state, tag] = session
        return self._made[state, tag]


def run(session: Session, *words: str) -> None:
    done = session.run(*words)
    assert done.returncode == 0, done.stdout + done.stderr


def commit(session: Session) -> None:
    session.git("add", "--all")
    done = session.program(["git", "commit", "--quiet", "-m", "text"], **IDENTITY)
    assert done.returncode == 0, done.stderr


def _firm(session: Session, tag: str) -> None:
    run(session, "init", ".", "--publisher", PUBLISHERS[tag], "--language", tag, "--forge", "none")


def _concept(session: Session, tag: str) -> None:
    shutil.copy(SOURCES / f"contract.{tag}.md", session.root / "contract.md")
    run(session, "split", "contract.md", "--agreement", "hosting", "--version", "1.0")
    (session.root / "contract.md").unlink()
    commit(session)


def _file(session: Session, tag: str) -> None:
    run(session, "export", "hosting", "1.0", "--format", "docx", "--out", "contract.docx")
    shutil.rmtree(session.root / "docs/hosting")


def _fault(session: Session, tag: str) -> None:
    (article,) = (session.root / "docs/hosting/1.0").glob("arti*-02.md")
    session.replace(article.relative_to(session.root).as_posix(), "3.1", "4.1")


def _agreed(session: Session, tag: str) -> None:
    run(session, "freeze", "hosting", "1.0", "--effective", "2024-01-01")
    commit(session)


def _promising(session: Session, tag: str) -> None:
    """The agreement speaks of a list that is not there yet."""
    (article,) = (session.root / "docs/hosting/1.0").glob("arti*-01.md")
    with article.open("a", encoding="utf-8") as file:
        file.write(f"\n\n{PROMISES[tag]}\n")
    commit(session)


def _listed(session: Session, tag: str) -> None:
    _written(session, "sub-processors", tag)
    _agreed(session, tag)


def _changed(session: Session, tag: str) -> None:
    run(session, "new", "hosting", "1.1", "--from", "1.0")
    _written(session, "next-edition", tag)


def _written(session: Session, task: str, tag: str) -> None:
    """The file that the page of ``task`` has somebody write is there."""
    (file,) = [one for one in steps(page_of(task, tag)) if isinstance(one, File)]
    session.write(file.path, file.text)


def _returned(session: Session, tag: str) -> None:
    """A lawyer put other words in place of two, with tracked changes."""
    run(session, "export", "hosting", "1.0", "--format", "docx", "--out", "sent.docx")
    old, new, name = RETURNED[tag]
    tracked = (
        "</w:t></w:r>"
        f'<w:del w:id="901" w:author="J" w:date="2024-02-01T00:00:00Z"><w:r><w:delText>{old}</w:delText></w:r></w:del>'
        f'<w:ins w:id="902" w:author="J" w:date="2024-02-01T00:00:00Z"><w:r><w:t>{new}</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve">'
    )
    with ZipFile(session.root / "sent.docx") as sent, ZipFile(session.root / name, "w") as back:
        for part in sent.namelist():
            content = sent.read(part)
            if part == "word/document.xml":
                assert content.count(old.encode()) == 1
                content = content.replace(old.encode(), tracked.encode())
            back.writestr(part, content)
    (session.root / "sent.docx").unlink()


def _translated(session: Session, tag: str) -> None:
    """Somebody has the text in the other language too."""
    (other,) = set(PUBLISHERS) - {tag}
    shutil.copy(SOURCES / f"contract.{other}.md", session.root)


def _typed(session: Session, tag: str) -> None:
    page = session.root / "docs/index.md"
    page.write_text(page.read_text("utf-8") + "\nhosting\n", "utf-8")


def _published(session: Session, tag: str) -> None:
    run(session, "publish")


STATES: dict[str, tuple[str, Callable[[Session, str], None]]] = {
    "empty": ("", lambda session, tag: None),
    "firm": ("empty", _firm),
    "concept": ("firm", _concept),
    "file": ("concept", _file),
    "fault": ("concept", _fault),
    "agreed": ("concept", _agreed),
    "promising": ("concept", _promising),
    "listed": ("promising", _listed),
    "changed": ("agreed", _changed),
    "returned": ("agreed", _returned),
    "translated": ("agreed", _translated),
    "typed": ("agreed", _typed),
    "published": ("agreed", _published),
}
