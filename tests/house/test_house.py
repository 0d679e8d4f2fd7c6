"""The house itself: imports go one way, types are strict, nothing is named that only one machine has."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from session import HOME

PACKAGE = HOME / "scripts/clausule"


def modules() -> list[tuple[str, Path]]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if room != "__init__":
            found.append((room, path))
    return found


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_imports_go_one_way_and_have_no_circle() -> None:
    # The contracts are in pyproject.toml; import-linter counts what is imported for types and within functions too.
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=HOME,
        env=os.environ | {"PYTHONPATH": str(HOME / "scripts")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert "4 kept, 0 broken" in done.stdout


def test_no_module_lies_loose() -> None:
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py", "__main__.py"}


def test_pages_know_no_disk_and_no_clock() -> None:
    wrong = []
    for room, path in modules():
        if room in ("pages", "formats"):
            wrong += [
                f"{path.name}: {name}"
                for name in imported(path) & {"os", "pathlib", "time", "subprocess", "tempfile", "shutil"}
            ]
            wrong += [
                f"{path.name}: {word}" for word in re.findall(r"\b(?:today|now)\(\)|\bopen\(", path.read_text("utf-8"))
            ]
    assert not wrong, wrong


def test_git_has_one_door() -> None:
    # A variable that a hook sets would lead a second one to another repository.
    doors = set()
    for _, path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            words = node.elts if isinstance(node, ast.List) else []
            if words and isinstance(words[0], ast.Constant) and words[0].value == "git":
                doors.add(path.relative_to(PACKAGE).as_posix())
    assert doors == {"publish/git.py"}


@pytest.mark.parametrize("words", [["mypy"], ["ruff", "check", "scripts", "tests"]], ids=["types", "lint"])
def test_types_and_style(words: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *words], cwd=HOME, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_files_stay_small() -> None:
    long = {
        str(path.relative_to(HOME)): count
        for _, path in modules()
        if (count := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert not long, long


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(HOME))
        for _, path in modules()
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert not silent, silent


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOME, capture_output=True, text=True, check=True).stdout
    return [HOME / name for name in listed.split("\0") if name and (HOME / name).is_file()]


def test_nothing_names_one_machine_or_a_registry() -> None:
    pattern = re.compile(
        rb"(?:files\.)?pythonhosted\.org|pypi\.org|registry\.npmjs|deb\.debian|(?<!\w)/root/|/work/(?!-)"
    )
    wrong = [
        f"{path.relative_to(HOME)}: {found[0].decode()}"
        for path in tracked()
        if path != Path(__file__).resolve() and (found := pattern.search(path.read_bytes()))
    ]
    assert not wrong, wrong


def test_every_package_of_the_lock_has_a_hash() -> None:
    for name in ("requirements.lock", "requirements-mkdocs.lock", "requirements-test.lock"):
        entries = re.split(r"\n(?=\S)", (HOME / name).read_text("utf-8").strip())
        packages = [entry for entry in entries if not entry.startswith("#")]
        assert len(packages) > 15 and all("--hash=sha256:" in entry for entry in packages)


def test_mike_builds_with_mkdocs() -> None:
    # When properdocs is there, mike silently builds with it.
    assert importlib.util.find_spec("properdocs") is None


class Finder:
    """Finds the files of tests, and loads none of them."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        if not collection_path.name.startswith("test_"):
            return None
        self.found.add(collection_path.relative_to(HOME).as_posix())
        return True


def test_the_units_are_all_found_and_without_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """``scripts/test --fast`` is for a machine that has no browser, and not what drives one either."""
    monkeypatch.chdir(HOME)
    finder = Finder()
    pytest.main(["-n0", "--collect-only", "-qq", "tests/unit"], plugins=[finder])
    units = {path.relative_to(HOME).as_posix() for path in (HOME / "tests/unit").rglob("test_*.py")}
    assert finder.found == units
    # What a unit loads of tests, and what that loads.
    helpers = {
        path.stem: path
        for folder in ("", "compare", "site", "publish", "forge")
        for path in (HOME / "tests" / folder).glob("*.py")
    }
    paths, seen = [*(HOME / "tests/unit").rglob("*.py"), HOME / "tests/conftest.py"], set()
    while paths:
        names = imported(paths.pop())
        assert not [name for name in names if name.partition(".")[0] in ("playwright", "axe_playwright_python")]
        paths += [helpers[name] for name in names & helpers.keys() - seen]
        seen |= names
    assert '"${1:-}" = --fast' in (HOME / "scripts/test").read_text("utf-8")


def test_the_help_lists_every_command() -> None:
    from clausule.cli.start import cli

    listed = cli.get_help(context := click.Context(cli))
    commands = {name: cli.get_command(context, name) for name in cli.list_commands(context)}
    assert len(commands) > 8 and all(commands.values())
    untold = [name for name, one in commands.items() if one and one.get_short_help_str()[:20] not in listed]
    assert not untold, untold


def test_the_first_pages_lead_on() -> None:
    readme = (HOME / "README.md").read_text("utf-8")
    assert "scripts/site" in readme and "scripts/test" in readme and "clausule init" in readme
    for page in (
        HOME / "README.md",
        *(HOME / f"{name}.md" for name in ("CONTRIBUTING", "ARCHITECTURE", "DECISIONS")),
        *(HOME / "handbook").rglob("*.md"),
    ):
        for target in re.findall(r"\]\((?!https?:|rules/)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).is_file(), f"{page.name} links to {target}"


def test_the_architecture_names_every_room() -> None:
    text = (HOME / "ARCHITECTURE.md").read_text("utf-8")
    missing = sorted({room for room, _ in modules() if room != "__main__" and f"`{room}" not in text})
    assert not missing, missing
