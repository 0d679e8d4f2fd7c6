"""Templates that are kept as they were compiled: only what this program wrote of the very template is used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clausule.site import compiled
from clausule.site.compiled import kept_folder
from clausule.site.templates import environment_of

KEPT = Path(".git", "clausule", "templates")


@pytest.fixture(autouse=True)
def _new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_IN_PROCESS", {})


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "overrides"
    folder.mkdir()
    (folder / "page.html").write_text("one {{ 1 + 1 }}")
    return folder


def drawn(templates: Path, kept: Path | None, monkeypatch: pytest.MonkeyPatch) -> tuple[str, bool]:
    """What comes of the template in a process of its own, and whether it was compiled there."""
    monkeypatch.setattr(compiled, "_IN_PROCESS", {})
    env, parsed = environment_of([templates], kept), []
    parse = env._parse
    monkeypatch.setattr(env, "_parse", lambda *words: parsed.append(words) or parse(*words))
    return env.get_template("page.html").render(), bool(parsed)


def test_a_template_is_compiled_once(templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "a" / "kept"
    assert drawn(templates, kept, monkeypatch) == ("one 2", True)
    assert drawn(templates, kept, monkeypatch) == ("one 2", False)
    assert len(list(kept.iterdir())) == 1, "nothing is left of the writing"


def test_another_template_at_the_same_place_is_compiled_anew(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn(templates, tmp_path / "kept", monkeypatch)
    (templates / "page.html").write_text("two {{ 1 + 1 }}")
    assert drawn(templates, tmp_path / "kept", monkeypatch) == ("two 2", True)
    assert drawn(templates, tmp_path / "kept", monkeypatch) == ("two 2", False)
    assert len(list((tmp_path / "kept").iterdir())) == 1, "it takes the place of the old"


def test_another_jinja_compiles_anew(templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn(templates, tmp_path / "kept", monkeypatch)
    monkeypatch.setattr(compiled, "_MADE_BY", "another")
    assert drawn(templates, tmp_path / "kept", monkeypatch) == ("one 2", True)


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, None], ids=["empty", "zeros", "a letter"])
def test_what_is_damaged_is_compiled_anew(
    damage: bytes | None, templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    drawn(templates, kept, monkeypatch)
    [file] = kept.iterdir()
    data = file.read_bytes()
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]) if damage is None else damage)
    assert drawn(templates, kept, monkeypatch) == ("one 2", True)
    assert file.read_bytes() == data


def test_what_another_user_put_there_is_not_run(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not hasattr(os, "getuid"):
        pytest.skip("no users as in POSIX")
    drawn(templates, tmp_path / "kept", monkeypatch)
    mine = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)
    assert drawn(templates, tmp_path / "kept", monkeypatch) == ("one 2", True)


def test_a_place_that_takes_nothing_is_done_without(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept").write_text("a file where the folder would be")
    for _ in range(2):
        assert drawn(templates, tmp_path / "kept", monkeypatch) == ("one 2", True)
    assert drawn(templates, None, monkeypatch) == ("one 2", True)


def test_it_is_kept_where_only_git_writes(tmp_path: Path) -> None:
    root = tmp_path / "clone" / "site"
    root.mkdir(parents=True)
    assert kept_folder(root) is None
    (tmp_path / "clone" / ".git").mkdir()
    assert kept_folder(root) == tmp_path / "clone" / KEPT
    (root / ".git").write_text("gitdir: elsewhere")  # a second work tree: its own has nothing kept
    assert kept_folder(root) is None
