"""The way of a reader through the site in a second browser: Firefox, driven over WebDriver BiDi."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from website import Website

HERE = Path(__file__).parent / "firefox"
NODE = shutil.which("node")
FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")


@pytest.mark.skipif(not FIREFOX, reason="there is no Firefox on this machine")
@pytest.mark.skipif(not NODE, reason="there is no node on this machine, which drives Firefox")
def test_the_way_of_a_reader_in_firefox(website: Website) -> None:
    if not (HERE / "node_modules/puppeteer-core").exists():
        pytest.skip("what drives Firefox is not installed: npm ci in tests/site/firefox (scripts/test does it)")
    done = subprocess.run(
        [str(NODE), "way.js", str(FIREFOX), website.url], cwd=HERE, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    told = json.loads(done.stdout)
    assert told["reported"] == []
    seen = told["seen"]
    assert seen["landing"] == "Overeenkomsten" and seen["agreement"].startswith("Modelverwerkersovereenkomst")
    assert seen["article"] == "Artikel 8. Sub-verwerkers"
    assert "hierna te noemen “Verwerkingsverantwoordelijke”" in seen["definition"]
    assert "pseudonimisering" in seen["found"]
    assert seen["compared"].startswith("Van 2.0") and "vijf" in seen["inserted"]
    assert seen["counted"] == "1 van 68 beantwoord" and seen["finish"] == "Bewaar als bestand"
