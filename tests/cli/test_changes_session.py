"""An author lets the reasons to be written be listed, freezes, and is told which words of a frozen text are other."""

from __future__ import annotations

from pathlib import Path

from session import Session, small_repository
from small_site import LEAKS, SECURITY, page


def test_the_life_of_a_text_until_it_is_frozen_and_after(tmp_path: Path) -> None:
    author = small_repository(tmp_path)
    author.write("docs/proef/index.md", "---\ntitle: Proef\npublisher: Proef B.V.\n---\n\nInleiding.\n")
    author.write("docs/proef/1.0/index.md", '---\nversion: "1.0"\neffective: 2020-01-01\n---\n')
    author.write("docs/proef/1.0/artikel-01.md", page("1.0", 1, SECURITY, LEAKS))
    assert author.run("new", "proef", "1.1", "--from", "1.0", "--effective", "2021-01-01").returncode == 0
    author.write("docs/proef/1.1/artikel-01.md", page("1.1", 1, SECURITY, LEAKS.replace("onverwijld", "meteen")))

    done = author.run("changes", "proef", "1.1")
    assert (done.returncode, done.stdout) == (0, "artikel-1.2 has other words\n"), done.stderr
    asked = author.run("check", "proef")
    assert asked.returncode == 1 and "docs/proef/1.1/index.md:7:9: warning: the reason why artikel-1.2" in asked.stdout
    author.replace("docs/proef/1.1/index.md", "    why:\n", "    why: Duidelijker.\n")
    assert author.run("changes", "proef", "1.1").stdout == ""
    assert author.run("changes", "proef", "1.0").returncode == 2
    for version, day in (("1.0", ()), ("1.1", ("--effective", "2021-01-01"))):
        done = author.run("freeze", "proef", version, *day)
        assert done.returncode == 0, done.stderr + done.stdout
    committed(author)

    author.replace("docs/proef/1.0/artikel-01.md", "onverwijld nadat hij", "ooit nadat hij")
    told = author.run("check", "proef")
    column = page("", 1, SECURITY, LEAKS).splitlines()[8].index("onverwijld") + 1
    place = f"docs/proef/1.0/artikel-01.md:9:{column}: error: "
    assert place + "edition 1.0 is frozen: artikel-1.2, 'onverwijld' became 'ooit' [frozen]" in told.stdout
    committed(author)
    assert place in author.run("check", "proef").stdout, "the text as it was frozen stands further back by now"


def committed(author: Session) -> None:
    author.git("add", "--all")
    author.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "-m", "x")
