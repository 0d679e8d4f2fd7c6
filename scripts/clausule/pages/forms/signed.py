"""The page that reads back what somebody accepted: each edition with its hash, and in the browser an answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources

from clausule.language.language import language_of
from clausule.language.wording.names import edition_label, edition_name
from clausule.model import Agreement, Edition
from clausule.pages.forms.fill_in import ANSWERS_SCHEMA_ADDRESS
from clausule.pages.forms.own_copy import ACCEPTED_SCHEMA_ADDRESS
from clausule.pages.forms.script_words import signed_words
from clausule.pages.kit.html import element, lines, table, table_row


def form_schemas() -> dict[str, bytes]:
    """The JSON Schemas of the files that the forms save, by their address on the site."""
    folder = resources.files(__package__)
    names = {ANSWERS_SCHEMA_ADDRESS: "vragenlijst.schema.json", ACCEPTED_SCHEMA_ADDRESS: "akkoord.schema.json"}
    return {address: folder.joinpath(name).read_bytes() for address, name in names.items()}


def signed_page(agreement: Agreement, now: Edition | None, sha256: Mapping[str, str]) -> str:
    """The page ``getekend/`` of an agreement; ``sha256`` is the hash of each edition by its version."""
    language = language_of(agreement.language)
    say = language.say
    rows = [_row(edition, sha256[edition.version], edition is now) for edition in reversed(agreement.editions)]
    shown = table((say("Version"), say("Hash")), rows, aria_labelledby="versies", class_="editions")
    return lines(
        element("p", element("a", agreement.title, href="../"), class_="over"),
        element("h1", signed_link(agreement)),
        element("p", signed_about(agreement)),
        element(
            "p",
            say(
                "Without scripts this page cannot read a file. Open the file yourself: ‘edition’ has the version and ‘sha256’ "
                "the hash. Compare them with the list below."
            ),
            class_="no-script",
        ),
        element(
            "signed-copy",
            data_agreement=agreement.slug,
            data_compare="../vergelijken/" if len(agreement.editions) > 1 else None,
            data_words=json.dumps(signed_words(language), ensure_ascii=False),
        ),
        element("h2", say("The versions and their hashes"), id="versies"),
        element("div", shown, class_="table"),
    )


def signed_link(agreement: Agreement) -> str:
    """What the page is called, also where something points to it."""
    return language_of(agreement.language).say("What did you sign?")


def signed_about(agreement: Agreement) -> str:
    """What the page is for, to a reader and to a search engine."""
    return language_of(agreement.language).say(
        "Did you save what you accepted at ‘Your copy’? Choose that file here. You will see which version it was, whether the "
        "text is still the same and what has changed since. The file stays in your browser."
    )


def _row(edition: Edition, sha256: str, is_now: bool) -> str:
    """A row says the same to a reader and, in its attributes, to the script."""
    say = language_of(edition.language).say
    link = element("a", edition_label(edition), href=f"../{edition.version}/")
    cells = ((say("Version"), link), (say("Hash"), element("code", sha256)))
    return table_row(
        cells,
        data_version=edition.version,
        data_name=edition_name(edition),
        data_sha256=sha256,
        data_now="yes" if is_now else None,
    )
