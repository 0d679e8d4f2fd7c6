"""The house itself: imports go one way, types are strict, nothing is named that only one machine has."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from session import HOME

PACKAGE = HOME / "scripts/clausule"

# The way of the data. A module imports only what stands on its own line or above it.
ORDER = [
    {"model", "typography", "words", "mappings", "subprocessors"},
    {"choose"},
    {"findings", "dutch"},
    {"read", "canonical"},
    {"analysis", "addresses", "breach", "privacy"},
    {"questionnaire"},
    {"compare"},
    {"reasons"},
    {"compare_words"},
    {"remarks", "shifts"},
    {"history"},
    {"follow"},
    {"check"},
    {"render", "report", "authoring", "first_edition"},
    {"compare_report", "compare_markdown"},
    {"site", "publish"},
    {"pipeline", "baseline"},
    {"serve", "console"},
    {"start"},
    {"commands_compare", "commands_proposal"},
    {"cli"},
    {"__main__"},
]
NO_WEBSITE = {"model", "typography", "mappings", "privacy", "subprocessors", "words", "breach", "questionnaire", "findings", "dutch", "read", "canonical", "analysis", "addresses", "check", "compare", "history", "render", "report", "authoring", "first_edition", "reasons", "follow", "compare_words", "remarks", "shifts", "compare_report", "compare_markdown"}


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


def test_imports_go_one_way() -> None:
    level = {room: number for number, rooms in enumerate(ORDER) for room in rooms}
    wrong = []
    for room, path in modules():
        assert room in level, f"{room} has no place in the way of the data"
        for name in imported(path):
            words = name.split(".")
            if words[0] == "clausule" and len(words) > 1 and words[1] in level and level[words[1]] > level[room]:
                wrong.append(f"{path.relative_to(HOME)} imports {name}")
    assert not wrong, wrong


def test_rules_know_no_website() -> None:
    wrong = [
        f"{path.relative_to(HOME)} imports {name}"
        for room, path in modules()
        if room in NO_WEBSITE
        for name in imported(path)
        if name.split(".")[0] in ("mkdocs", "mike", "material", "markdown", "markdown_include", "jinja2")
    ]
    assert not wrong, wrong


def test_render_knows_no_disk_and_no_clock() -> None:
    wrong = []
    for room, path in modules():
        if room == "render":
            wrong += [f"{path.name}: {name}" for name in imported(path) & {"os", "pathlib", "time", "subprocess", "tempfile", "shutil"}]
            wrong += [f"{path.name}: {word}" for word in re.findall(r"\b(?:today|now)\(\)|\bopen\(", path.read_text("utf-8"))]
    assert not wrong, wrong


@pytest.mark.parametrize("words", [["mypy"], ["ruff", "check", "scripts", "tests"]], ids=["types", "lint"])
def test_types_and_style(words: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *words], cwd=HOME, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_files_stay_small() -> None:
    long = {str(path.relative_to(HOME)): count for _, path in modules() if (count := len(path.read_text("utf-8").splitlines())) > 400}
    assert not long, long


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(path.relative_to(HOME)) for _, path in modules() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert not silent, silent


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOME, capture_output=True, text=True, check=True).stdout
    return [HOME / name for name in listed.split("\0") if name and (HOME / name).is_file()]


def test_nothing_names_one_machine_or_a_registry() -> None:
    pattern = re.compile(rb"(?:files\.)?pythonhosted\.org|pypi\.org|registry\.npmjs|deb\.debian|/root/|/work/(?!-)")
    wrong = [f"{path.relative_to(HOME)}: {found[0].decode()}" for path in tracked() if path != Path(__file__).resolve() and (found := pattern.search(path.read_bytes()))]
    assert not wrong, wrong


def test_every_package_of_the_lock_has_a_hash() -> None:
    for name in ("requirements.lock", "requirements-test.lock"):
        entries = re.split(r"\n(?=\S)", (HOME / name).read_text("utf-8").strip())
        packages = [entry for entry in entries if not entry.startswith("#")]
        assert len(packages) > 20 and all("--hash=sha256:" in entry for entry in packages)


def test_mike_builds_with_mkdocs() -> None:
    # When properdocs is there, mike silently builds with it.
    assert importlib.util.find_spec("properdocs") is None


def test_the_readme_knows_every_command() -> None:
    from clausule.start import cli

    readme = (HOME / "README.md").read_text("utf-8")
    assert len(cli.list_commands(click.Context(cli))) > 8
    missing = [name for name, command in cli.commands.items() if f"clausule {name}" not in readme or not command.help]
    assert not missing, missing
    assert "scripts/site" in readme and "scripts/test" in readme


def test_the_architecture_names_every_room() -> None:
    text = (HOME / "ARCHITECTURE.md").read_text("utf-8")
    missing = sorted({room for room, _ in modules() if room not in ("__main__",) and f"`{room}" not in text})
    assert not missing, missing
