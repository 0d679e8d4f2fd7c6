"""What a forge does for a firm: the files that ``clausule init`` writes for GitHub or GitLab. They are beside this
module."""

from __future__ import annotations

PROGRAM = ".clausule"
"""The folder of a firm's repository in which the workflows find the wheel that they install."""

_FILES = {
    "github": {
        "github/action.yml": ".github/actions/clausule/action.yml",
        "github/check.yml": ".github/workflows/check.yml",
        "github/comment.yml": ".github/workflows/comment.yml",
        "github/freeze.yml": ".github/workflows/freeze.yml",
        "github/import.yml": ".github/workflows/import.yml",
        "github/new.yml": ".github/workflows/new.yml",
        "github/notice.yml": ".github/workflows/notice.yml",
        "github/publish.yml": ".github/workflows/publish.yml",
    },
    "gitlab": {"gitlab.yml": ".gitlab-ci.yml"},
}
FORGES = tuple(_FILES)


def workflow_files(forge: str, wheel: str, sha256: str, lock: str) -> dict[str, str]:
    """Path and text of each file for ``forge``, one of ``FORGES``.

    ``wheel`` is the file name of the program, which the caller puts in ``PROGRAM``, and ``sha256`` that of its bytes;
    ``lock`` lists the packages that it needs, with their hashes.
    """
    from importlib.resources import files

    folder = files("clausule.author") / "forge"
    texts = {path: (folder / name).read_text("utf-8") for name, path in _FILES[forge].items()}
    program = (
        f"# What the workflows install: the program, and what it needs. Each is held against its "
        f"hash.\n./{PROGRAM}/{wheel} --hash=sha256:{sha256}\n"
    )
    return {**texts, f"{PROGRAM}/requirements.txt": program + lock}
