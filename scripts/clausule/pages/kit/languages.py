"""What a page says of itself in other languages, for a template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from clausule.language.language import Language, language_of
from clausule.language.wording.names import capital, language_name, which_counts
from clausule.model.editions import Agreement


def language_row(language: Language, other: str, address: str) -> dict[str, str]:
    """The link from a page in ``language`` to the same page in the language ``other`` (a tag) at ``address``."""
    there = language_of(other)
    mine, yours = ((one.grammar.ARTICLE, one.grammar.ANNEX) for one in (language, there))
    # The ids of a clause in both languages differ in these words.
    words = (f"{here}={elsewhere}" for here, elsewhere in zip(mine, yours, strict=True) if here != elsewhere)
    return {"tag": other, "name": capital(language_name(other, there)), "address": address, "words": " ".join(words)}


def languages_of(
    language: Language, rows: Sequence[dict[str, str]], urls: dict[str, str], prevails: str, both: str = ""
) -> dict[str, Any]:
    """The links ``rows``, the addresses of the page by language (``urls``), its own first, the page with ``both``
    languages, if there is one, and which text counts: that in ``prevails`` (a tag), if anything says so."""
    say = language.say
    return {
        "label": say("Languages"),
        "rows": list(rows),
        "alternates": [{"tag": tag, "url": url} for tag, url in urls.items()],
        "both": both or None,
        "both_name": say("Both languages side by side"),
        "counts": which_counts(prevails, language),
    }


def led_above(
    agreement: Agreement, address: str, addresses: Mapping[str, str], prevails: str, base: str
) -> dict[str, Any]:
    """The same of a page of ``agreement`` above its editions, at ``address`` below it: ``addresses`` are those of the
    page in other languages, by their tags, from the root of the site, which is at ``base``."""
    language = language_of(agreement.language)
    up = "../" * (address.count("/") + 1)
    rows = [language_row(language, tag, up + there) for tag, there in addresses.items()]
    urls = {agreement.language: f"{base}{agreement.slug}/{address}"}
    return languages_of(language, rows, urls | {tag: base + there for tag, there in addresses.items()}, prevails)
