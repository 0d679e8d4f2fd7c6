"""The page on accessibility: what this release of the program was tested with, what not, and whom to tell."""

from __future__ import annotations

import clausule
from clausule.language.language import Language
from clausule.pages.kit.contact import Link
from clausule.pages.kit.sheet import Sheet
from clausule.pages.kit.staging import Fixed
from clausule.pages.root.tested import AXE, BROWSER, NARROW, WIDE


def accessibility_sheet(language: Language, contacts: list[Link]) -> Sheet:
    """The page, in the language of the site; ``contacts`` are those of its publishers. It never says that the site
    conforms to anything: tests find a part of what can be wrong."""
    data = {
        "release": clausule.__version__,
        "axe": AXE,
        "browser": BROWSER,
        "wide": WIDE,
        "narrow": NARROW,
        "contacts": contacts,
    }
    return Sheet(
        address=language.slugs.accessibility_home,
        title=language.say("Accessibility"),
        about=language.say(
            "What this site was tested with, so that everybody can read it; what was not tested, and whom to tell what "
            "you cannot use."
        ),
        drawn=Fixed("root/accessibility.html", data),
        view="accessibility",
    )
