"""A questionnaire on the site, filled in as a person does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

MICKCOM = "/mickcom/1.5/bijlage-3/invullen/"
VOORBEELD = "/voorbeeld/2.1/bijlage-3/invullen/"

ANSWERS = """() => Object.fromEntries([...document.querySelectorAll("[data-ask]")].map((box) => [box.dataset.ask,
  box.querySelector("textarea")?.value ?? box.querySelector("input:checked")?.value ?? ""]))"""
FOCUSED = """() => {
  const element = document.activeElement, box = element.closest("[data-ask]");
  return { ask: box?.dataset.ask ?? "", tag: element.tagName, text: element.textContent, options:
  [...box?.querySelectorAll("input[type=radio]") ?? []].map((one) => one.value) };
}"""


def answers(page: Page) -> dict[str, str]:
    """What every control holds, by its id."""
    found: dict[str, str] = page.evaluate(ANSWERS)
    return found


def saved(page: Page, folder: Path) -> tuple[Path, dict[str, Any]]:
    """Presses 'Bewaar als bestand'; the file and what it holds."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").press("Enter")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path, json.loads(path.read_text("utf-8"))


def read_in(page: Page, file: Path | dict[str, Any] | str, choice: str = "Ga hiermee verder") -> None:
    """Hands a file to the form and presses a button of what it then asks."""
    give(page, file)
    page.get_by_role("button", name=choice).press("Enter")


def give(page: Page, file: Path | dict[str, Any] | str) -> None:
    """Hands a file to the form."""
    chosen: Any = file
    if not isinstance(file, Path):
        text = file if isinstance(file, str) else json.dumps(file)
        chosen = {"name": "x.json", "mimeType": "application/json", "buffer": text.encode("utf-8", "surrogatepass")}
    page.get_by_label("Lees een bewaard bestand in", exact=True).set_input_files(chosen)
