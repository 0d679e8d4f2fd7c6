"""Whom to ask: the contact of a publisher or of a sub-processor, for templates, each fact with its address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from clausule.language.language import language_of
from clausule.language.wording.names import full_title
from clausule.language.wording.site import contact_words
from clausule.model.editions import Agreement
from clausule.pages.kit.html import safe_link

# Signs of an address that mean nothing else in the link that writes to it; letters of another alphabet become code.
_IN_ADDRESS = "@+!$*'/=^_`{|}~"

Link = dict[str, str | None]
"""For a template: a name, and the address that it leads to, where that can be."""


def contact_of(agreement: Agreement) -> dict[str, str]:
    """The contact in the front matter of an agreement; empty when it names none."""
    given = agreement.meta.values.get("contact")
    return {key: str(value) for key, value in given.items() if value} if isinstance(given, dict) else {}


def contact_links(contact: Mapping[str, str]) -> dict[str, Link]:
    """What is known of whom to ask, by its key."""
    return {
        key: {
            "kind": key,
            "name": value,
            "address": _target(key, value),
            "rel": "noopener" if key == "website" else None,
        }
        for key, value in contact.items()
        if value
    }


def contact_rows(agreement: Agreement) -> list[Link]:
    """The facts in the order in which they are shown, each with a ``label``; none when nothing is known."""
    links = contact_links(contact_of(agreement))
    labels = contact_words(language_of(agreement.language))
    return [{"label": label, **links[key]} for key, label in labels.items() if key in links]


def contacts_of(agreements: Iterable[Agreement]) -> list[Link]:
    """Whom to ask on a page that belongs to no agreement: for each publisher the first address that leads to it."""
    found: dict[str, Link] = {}
    for agreement in agreements:
        first = next((row for row in contact_rows(agreement) if row["address"]), None)
        if first:
            found.setdefault(agreement.publisher or agreement.title, first)
    return [{**link, "label": who} for who, link in found.items()]


def by_mail(agreement: Agreement) -> Link | None:
    """The message in which a reader asks the publisher to be told of changes; None where no address is known."""
    mail, language = contact_of(agreement).get("email"), language_of(agreement.language)
    if not mail:
        return None
    subject = language.say("Keep me informed of changes: {title}", title=full_title(agreement))
    return {"name": mail, "address": mail_link(mail, subject)}


def _target(key: str, value: str) -> str | None:
    if key == "phone":
        # tel:+31348554821 for +31 (0)348 554821
        return "tel:" + "".join(sign for sign in value.replace("(0)", "") if sign.isdigit() or sign == "+")
    target = {"email": mail_link(value), "website": value}.get(key) or ""
    return safe_link(target) if target else None


def mail_link(address: str, subject: str = "") -> str | None:
    """The link that writes to ``address`` and to nobody else, whatever signs are in it (RFC 6068)."""
    about = f"?subject={quote(subject)}" if subject else ""
    return safe_link(f"mailto:{quote(address, safe=_IN_ADDRESS)}{about}")
