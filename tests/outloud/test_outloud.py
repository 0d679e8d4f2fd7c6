"""Whether everybody can read our documents, as far as the strictest checker can tell: one file of each."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from clausule.analysis.references import Notes
from clausule.compare.history import make_history
from clausule.formats.pdf import FORMAT
from clausule.formats.redline_pdf import REDLINE
from clausule.read.house import House
from session import HOME, read_home

PROGRAM = HOME / ".outloud/bin/outloud"

pytestmark = pytest.mark.skipif(not PROGRAM.exists(), reason="scripts/outloud makes its environment")


def test_an_edition_and_a_comparison_have_no_error(tmp_path: Path) -> None:
    agreement = read_home("voorbeeld").agreements[0]
    old, new, house = agreement.editions[-3], agreement.editions[-1], House(address="https://x.example/")
    (tmp_path / "edition.pdf").write_bytes(FORMAT.make(agreement, new, Notes(new), "concept", house))
    (tmp_path / "redline.pdf").write_bytes(REDLINE.make(agreement, make_history(agreement), old, new, house))
    for name in ("edition.pdf", "redline.pdf"):
        run = subprocess.run([PROGRAM, name], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert run.returncode == 0 and "0 error(s)" in run.stdout, run.stdout + run.stderr
