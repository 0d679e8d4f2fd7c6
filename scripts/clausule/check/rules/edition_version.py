"""An edition whose version is not that of its folder

The folder's name is the version in the address that people cite; the front matter is what the pages say. When they
differ, a customer who looks for 1.6 reads a page that calls itself 1.5.

Wrong:

    docs/voorbeeld/1.0/index.md:2:10
    version: "1.1"

Right:

    docs/voorbeeld/1.0/index.md
    version: "1.0"
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.model.findings import Finding

SEVERITY = "error"


def check_edition(view: View) -> Iterable[Finding]:
    written = str(view.edition.meta.values.get("version") or "")
    if written and written != view.edition.version:
        message = f"the edition says version {written} and its folder {view.edition.version}"
        hint = "give both the same name; a published version keeps its own"
        yield view.here(view.edition.meta.place(("version",)), message, hint, words=written)
