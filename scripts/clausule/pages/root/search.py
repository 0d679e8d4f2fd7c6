"""What the search knows of all editions: ``zoeken.json`` above them, with the words of each language and, of every
agreement, the editions that can be searched, with their status today."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clausule.language.search import search_words
from clausule.language.wording.names import edition_label, full_title
from clausule.language.wording.site import for_whom
from clausule.model.addresses import LIST_DATA
from clausule.model.editions import Edition
from clausule.pages.kit.sheet import Spine


def search_list(shelves: Sequence[Spine]) -> dict[str, Any]:
    """The list: ``languages`` by tag, ``agreements`` each with its ``synonyms`` and its editions from new to old, of
    which one ``counts`` for who does not choose: that in force, or the newest where none is."""
    languages = {shelf.language.tag: shelf.language for shelf in shelves}
    return {
        "languages": {tag: search_words(language) for tag, language in sorted(languages.items())},
        "agreements": [_agreement(shelf) for shelf in shelves],
    }


def _agreement(shelf: Spine) -> dict[str, Any]:
    agreement, editions = shelf.agreement, tuple(reversed(shelf.agreement.editions))
    counts = shelf.now or next(iter(editions), None)
    return {
        "slug": agreement.slug,
        "title": full_title(agreement),
        "language": agreement.language,
        "synonyms": agreement.meta.values.get("synonyms") or [],
        "editions": [_edition(shelf, edition) | {"counts": edition is counts} for edition in editions],
        "list": _list(shelf) if agreement.sub_processors else None,
    }


def _list(shelf: Spine) -> dict[str, str]:
    """Where the list of sub-processors stands, as a page and as data."""
    home, language = f"{shelf.agreement.slug}/", shelf.language
    return {
        "label": language.say("Sub-processors"),
        "address": f"{home}{language.slugs.sub_processors}/",
        "rows": f"{home}{LIST_DATA}",
    }


def _edition(shelf: Spine, edition: Edition) -> dict[str, Any]:
    standing = shelf.standing(edition)
    return {
        "version": edition.version,
        "label": for_whom(edition, edition_label(edition)),
        "status": {"kind": standing["kind"], "word": standing["word"]},
    }
