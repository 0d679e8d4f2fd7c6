"""Whom to ask: the contact of a publisher or of a sub-processor as a list of facts."""

from __future__ import annotations

from clausule.language.language import language_of
from clausule.language.wording.site import contact_words
from clausule.model import Agreement
from clausule.pages.kit.html import element, escape, joined, safe_link


def contact_of(agreement: Agreement) -> dict[str, str]:
    """The contact in the front matter of an agreement; empty when it names none."""
    given = agreement.meta.values.get("contact")
    return {key: str(value) for key, value in given.items() if value} if isinstance(given, dict) else {}


def contact_facts(agreement: Agreement) -> str:
    """A list of what is known of whom to ask; an empty string when nothing is."""
    contact = contact_of(agreement)
    rows = (
        element("dt", name) + element("dd", contact_link(key, contact[key]))
        for key, name in contact_words(language_of(agreement.language)).items()
        if contact.get(key)
    )
    found = joined("", rows)
    return element("dl", found, class_="facts") if found else ""


def contact_link(key: str, value: str) -> str:
    """One of the facts, as a link where that can be."""
    target = {"email": f"mailto:{value}", "phone": _telephone(value), "website": value}.get(key, "")
    link = target if target.startswith("tel:") else safe_link(target)
    if not link:
        return escape(value)
    return element("a", value, href=link, rel="noopener" if key == "website" else None)


def _telephone(number: str) -> str:
    """``tel:+31348554821`` for ``+31 (0)348 554821``."""
    return "tel:" + "".join(sign for sign in number.replace("(0)", "") if sign.isdigit() or sign == "+")
