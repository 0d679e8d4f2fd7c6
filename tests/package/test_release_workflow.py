"""The workflow of a release, up to its last step: its commands are run here as they stand there, over files as
``scripts/release`` makes them; only the forge is a stand-in."""

from __future__ import annotations

import hashlib
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from clausule import __version__
from forge_files import data
from releasing import __main__ as releasing
from releasing.build import Release
from session import HOME, clean_environment

TEXT = (HOME / ".github/workflows/release.yml").read_text("utf-8")
JOBS: dict[str, dict[str, Any]] = data(TEXT)["jobs"]


def test_each_job_has_the_rights_that_it_needs_and_waits_for_the_one_before() -> None:
    assert data(TEXT)["permissions"] == {} and list(data(TEXT)["on"]) == ["workflow_dispatch"]
    assert {name: job["permissions"] for name, job in JOBS.items()} == {
        "build": {"contents": "read"},
        "attest": {"id-token": "write", "attestations": "write"},
        "publish": {"id-token": "write"},
        "tag": {"contents": "write"},
    }
    assert [JOBS[name].get("needs") for name in ("build", "attest", "publish", "tag")] == [
        None,
        "build",
        "attest",
        "publish",
    ]
    assert JOBS["build"]["if"] == "github.ref == 'refs/heads/main'"
    assert JOBS["publish"]["environment"] == "package-index" and "secrets." not in TEXT


def test_every_action_is_a_commit_that_has_its_name_beside_it() -> None:
    used = [line.split("uses: ")[1] for line in TEXT.splitlines() if "uses: " in line]
    assert len(used) == 7
    assert not [one for one in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", one)]
    # Of one action one commit: nobody looks at two.
    commits = {(one.partition("@")[0], one) for one in used}
    assert len(commits) == len({name for name, _ in commits})


def test_no_word_from_outside_stands_in_a_command() -> None:
    for job in JOBS.values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
    assert set(re.findall(r"\$\{\{ (.*?) \}\}", TEXT)) == {"inputs.version", "github.token", "runner.temp"}


def test_it_is_built_once_and_every_later_job_takes_those_files() -> None:
    assert [step["run"].split()[0] for step in JOBS["build"]["steps"] if "run" in step] == [
        "scripts/test",
        "scripts/release",
    ]
    for name in ("attest", "publish", "tag"):
        first = JOBS[name]["steps"][0]
        assert first["uses"].startswith("actions/download-artifact@") and first["with"]["name"] == "release"
        assert "scripts/" not in str(JOBS[name])
    assert JOBS["publish"]["steps"][-1]["with"] == {"packages-dir": "release/packages"}
    assert JOBS["attest"]["steps"][-1]["with"] == {"subject-checksums": "release/SHA256SUMS"}


def test_the_script_takes_what_the_build_hands_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: dict[str, Any] = {}

    def release(out: Path, work: Path, **more: Any) -> Release:
        asked.update(more, out=out)
        return Release(out, out, 0)

    monkeypatch.setattr(releasing, "release", release)
    (step,) = [step for step in JOBS["build"]["steps"] if step.get("run", "").startswith("scripts/release")]
    line = step["run"].replace("$RUNNER_TEMP", str(tmp_path)).replace("$VERSION", __version__)
    words = [word.strip('"') for word in line.split()[1:]]
    assert releasing.main(words) == 0
    assert asked == {"out": tmp_path / "release", "version": __version__, "strict": True, "packages": "lock"}
    assert JOBS["build"]["steps"][-1]["with"]["path"] == "${{ runner.temp }}/release"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The files of a release, by the names that they have."""
    folder = tmp_path / "release"
    (folder / "packages").mkdir(parents=True)
    names = [f"packages/clausule-{__version__}{end}" for end in ("-py3-none-any.whl", ".tar.gz")]
    names.append(f"clausule-{__version__}.cdx.json")
    for name in names:
        (folder / name).write_text(name)
    rows = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / "SHA256SUMS").write_text("".join(rows))
    (folder / "notes.md").write_text("- Nieuw.\n")
    return tmp_path


def tag(folder: Path) -> tuple[int, list[str]]:
    """The status of the last step, and the words that it gave the forge."""
    programs = folder / "programs"
    programs.mkdir()
    (programs / "gh").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{folder}/asked"\n')
    (programs / "gh").chmod(0o755)
    step = JOBS["tag"]["steps"][-1]
    assert set(step["env"]) == {"GH_TOKEN", "VERSION"}
    environment = clean_environment()
    environment |= {"PATH": f"{programs}:{environment['PATH']}", "VERSION": __version__}
    environment |= {"GITHUB_REPOSITORY": "a/b", "GITHUB_SHA": "0" * 40, "GH_TOKEN": "x"}
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]], cwd=folder, env=environment, capture_output=True, text=True
    )
    asked = folder / "asked"
    return done.returncode, asked.read_text().splitlines() if asked.exists() else []


def test_the_last_step_hands_the_forge_the_tag_the_notes_and_every_file(files: Path) -> None:
    status, asked = tag(files)
    assert status == 0 and asked[:3] == ["release", "create", f"v{__version__}"]
    assert asked[asked.index("--target") + 1] == "0" * 40
    notes = files / "release" / asked[asked.index("--notes-file") + 1]
    assert notes.read_text() == "- Nieuw.\n"
    handed = asked[asked.index("notes.md") + 1 :]
    there = {
        path.relative_to(files / "release").as_posix() for path in (files / "release").rglob("*") if path.is_file()
    }
    assert {name.removeprefix("./") for name in handed} == there - {"notes.md"}


def test_a_file_that_changed_on_the_way_gets_no_tag(files: Path) -> None:
    (files / f"release/packages/clausule-{__version__}.tar.gz").write_text("another")
    status, asked = tag(files)
    assert status != 0 and asked == []
