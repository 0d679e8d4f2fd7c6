"""The program as a firm gets it: a wheel in an empty environment, where the repository of the program is not to be
found."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sysconfig
import tarfile
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from clausule import __version__
from clausule.build.digest import tools_digest
from clausule.read.settings import Settings
from releasing.__main__ import release
from releasing.build import Release
from session import HOME, Session, clean_environment

DAY = "2026-11-28"
FILL = re.compile(r"\[invullen: [^\[\]]{1,200}\]")


def run(*words: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True, env=outside())
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def outside(**more: str) -> dict[str, str]:
    """The environment of somebody who has not got this repository."""
    return {name: value for name, value in clean_environment().items() if name != "PYTHONPATH"} | more


def contents(wheel: Path) -> Mapping[str, bytes]:
    with zipfile.ZipFile(wheel) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Release]:
    """A release as ``scripts/release --check`` makes it, with the packages of this environment, for there may be no
    network: built twice, and installed where the program has begun a repository and found it clean."""
    folder = tmp_path_factory.mktemp("release")
    return folder, release(folder / "out", folder, version=__version__, strict=False, packages="here")


@pytest.fixture(scope="module")
def built(released: tuple[Path, Release]) -> tuple[Path, Path]:
    """The sdist, and the wheel that comes of what is in it alone."""
    return released[1].sdist, released[1].wheel


class Firm(Session):
    """A person with the installed program."""

    environment: Path

    def run(self, *words: str, stdin: str | bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
        command = [str(self.environment / "bin/clausule"), *words]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, env=outside(**environment))
        assert "Traceback" not in done.stderr, done.stderr
        return done


@pytest.fixture(scope="module")
def firm(released: tuple[Path, Release], tmp_path_factory: pytest.TempPathFactory) -> Firm:
    """The wheel in an environment of its own."""
    session = Firm(tmp_path_factory.mktemp("installed"))
    session.environment = released[0] / "environment"
    return session


def pinned(lock: str) -> set[tuple[str, str]]:
    """What a lock lists: names with their versions."""
    return set(re.findall(r"(?m)^([\w.-]+)==([^\s;]+)", (HOME / lock).read_text("utf-8")))


def python(firm: Firm, code: str) -> str:
    return run(firm.environment / "bin/python", "-c", code, cwd=firm.root).strip()


def test_the_wheel_holds_the_program_and_no_text_but_the_models(built: tuple[Path, Path]) -> None:
    held = contents(built[1])
    for path in (HOME / "overrides").rglob("*"):
        if path.is_file():
            assert held[f"clausule/theme/{path.relative_to(HOME / 'overrides').as_posix()}"] == path.read_bytes()
    program = HOME / "scripts/clausule"
    for path in program.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert held[f"clausule/{path.relative_to(program).as_posix()}"] == path.read_bytes()
    assert {f"clausule/model_agreement/docs/{slug}/index.md" for slug in ("voorbeeld", "example")} <= held.keys()
    assert held["clausule/requirements.lock"] == (HOME / "requirements.lock").read_bytes()
    texts = {name for name in held if name.startswith("clausule/model_agreement/")}
    assert all(name.split("/")[3] in ("voorbeeld", "example") for name in texts)
    assert not [
        name for name in held if "test" in name.lower().split("/") or "mickcom" in name or "123meekijken" in name
    ]


def test_the_sdist_holds_no_text_and_no_test(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[0]) as packed:
        names = packed.getnames()
    assert not [name for name in names if "/tests/" in name or "mickcom" in name or "123meekijken" in name]


def test_the_list_of_parts_has_all_that_is_carried_and_needed(released: tuple[Path, Release]) -> None:
    (path,) = (released[0] / "out").glob("*.cdx.json")
    bill = json.loads(path.read_text("utf-8"))
    digest = hashlib.sha256(released[1].wheel.read_bytes()).hexdigest()
    own = bill["metadata"]["component"]
    assert (own["name"], own["version"], own["hashes"][0]["content"]) == ("clausule", __version__, digest)
    files = {file["name"] for part in bill["components"] for file in part.get("components", ())}
    held = contents(released[1].wheel)
    assert files == {name for name in held if name.endswith((".woff2", ".ttf"))} | {"clausule/law/dpv.json"}
    needed = {(part["name"], part["version"]) for part in bill["components"] if part["type"] == "library"}
    assert needed == pinned("requirements.lock")
    refs = {part["bom-ref"] for part in bill["components"]} | {own["bom-ref"]}
    assert len(refs) == len(bill["components"]) + 1
    assert {ref for row in bill["dependencies"] for ref in (row["ref"], *row["dependsOn"])} <= refs
    asked = next(row["dependsOn"] for row in bill["dependencies"] if row["ref"] == own["bom-ref"])
    assert [ref for ref in asked if ref.startswith("pkg:pypi/jinja2@")]
    assert not [ref for ref in asked if ref.startswith("pkg:pypi/markupsafe@")]


def test_the_checksums_are_those_of_the_files(released: tuple[Path, Release]) -> None:
    out = released[0] / "out"
    rows = dict(reversed(line.split("  ")) for line in (out / "SHA256SUMS").read_text().splitlines())
    files = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert rows.keys() == files - {"SHA256SUMS", "notes.md"}
    assert all(hashlib.sha256((out / name).read_bytes()).hexdigest() == digest for name, digest in rows.items())


def test_it_is_the_installed_program_that_runs(firm: Firm) -> None:
    assert Path(python(firm, "import clausule; print(clausule.__file__)")).is_relative_to(firm.environment)
    assert str(HOME) not in python(firm, "import sys; print(sys.path)").replace(sysconfig.get_path("purelib"), "")
    assert firm.run("--version").stdout.strip() == f"clausule, version {__version__}"


def test_its_digest_is_that_of_the_same_program_elsewhere(firm: Firm) -> None:
    code = (
        "from pathlib import Path; from clausule.build.digest import tools_digest; from clausule.read.settings "
        "import Settings; print(tools_digest(Path('/nowhere'), Settings(site_name='x')))"
    )
    assert python(firm, code) == tools_digest(Path("/nowhere"), Settings(site_name="x"))


def test_a_firm_goes_the_whole_way(firm: Firm, built: tuple[Path, Path], tmp_path: Path) -> None:
    done = firm.run("init", "bakker", "--publisher", "Bakker B.V.", "--example")
    assert done.returncode == 0, done.stderr
    # What the workflows install is what was installed here.
    wheel = firm.root / "bakker/.clausule" / built[1].name
    packed, given = (contents(path) for path in (wheel, built[1]))
    assert {name: packed[name] for name in packed if not name.endswith("/RECORD")} == {
        name: given[name] for name in given if not name.endswith("/RECORD")
    }
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert (
        f"./.clausule/{wheel.name} --hash=sha256:{digest}"
        in (firm.root / "bakker/.clausule/requirements.txt").read_text()
    )
    desk = Firm(firm.root / "bakker")
    desk.environment = firm.environment
    assert desk.run("publish", "--on", DAY).returncode == 0
    found = json.loads(desk.run("check", "--format", "json").stdout)
    assert {row["rule"] for row in found} == {"not-filled-in"}
    for path in {row["path"] for row in found}:
        text = re.sub(r"\[invullen: (?:laat|ga na)[^]]*\]\n\n?", "", (desk.root / path).read_text("utf-8"))
        desk.write(path, FILL.sub("dat", text))
    done = desk.run("freeze", "verwerkersovereenkomst", "1.0", "--effective", "2026-11-01")
    assert done.returncode == 0, done.stderr
    assert desk.run("check").returncode == 0
    done = desk.run("publish", "--on", DAY)
    assert done.returncode == 0 and "http://localhost:8000/verwerkersovereenkomst/huidig/" in done.stdout.split(), (
        done.stderr
    )
    assert desk.run("build", "--out", str(tmp_path / "site"), "--on", DAY).returncode == 0
    # The program of the repository makes the same of the same sources.
    here = Session(desk.root).run("build", "--out", str(tmp_path / "here"), "--on", DAY)
    assert here.returncode == 0, here.stderr
    made = {
        root: {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "site", tmp_path / "here")
    }
    assert made[tmp_path / "site"] == made[tmp_path / "here"]
    assert json.loads(desk.run("schema", "settings").stdout)["title"]


def test_without_mkdocs_a_site_that_asks_for_it_is_told_the_mend(firm: Firm) -> None:
    # Of the generators a firm gets the one that needs nothing more.
    there = "import importlib.util as u; print([n for n in {!r} if u.find_spec(n)])"
    assert python(firm, there.format(["jinja2", "mkdocs", "material", "mike", "markdown"])) == "['jinja2']"
    assert firm.run("init", "other", "--publisher", "Ander B.V.", "--example").returncode == 0
    desk = Firm(firm.root / "other")
    desk.environment = firm.environment
    assert "\n    site: plain " in (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.replace("mkdocs.yml", "site: plain", "site: mkdocs")
    for words in (["build", "--out", "site"], ["publish"]):
        done = desk.run(*words, "--on", DAY)
        assert done.returncode == 2 and done.stdout == ""
        assert "needs packages that are not installed (mkdocs, material, markdown)" in done.stderr
        assert "pip install 'clausule[mkdocs]'" in done.stderr and "write 'site: plain'" in done.stderr
    assert not (desk.root / "site").exists()
    desk.replace("mkdocs.yml", "site: mkdocs", "site: mkdosc")
    done = desk.run("check")
    assert done.returncode == 1 and "did you mean 'mkdocs'?" in done.stdout


def test_each_lock_lists_what_the_one_before_it_does() -> None:
    base, site, tests = (pinned(f"requirements{name}.lock") for name in ("", "-mkdocs", "-test"))
    assert base < site < tests
    assert {"mkdocs", "mkdocs-material", "mike", "markdown-include", "markdown"} <= {name for name, _ in site - base}


def test_of_each_package_there_is_a_wheel_for_each_python_that_we_name() -> None:
    known = (HOME / "tests/package/wheels.txt").read_text("utf-8").splitlines()
    digest = hashlib.sha256((HOME / "requirements-mkdocs.lock").read_bytes()).hexdigest()
    assert f"sha256 {digest}" in known, (
        "requirements-mkdocs.lock is another: run scripts/lock, which asks whether there are wheels"
    )
    names = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]["classifiers"]
    versions = [
        found[1] for name in names if (found := re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", name))
    ]
    assert versions == ["3.11", "3.12", "3.13", "3.14"]
    assert {f"{version} {system}" for version in versions for system in ("linux", "macos", "windows")} <= set(known)
