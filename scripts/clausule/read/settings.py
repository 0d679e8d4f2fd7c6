"""The settings of a firm's site: mkdocs.yml, its one file of settings, held against a schema that editors use too."""

from __future__ import annotations

import os
from dataclasses import dataclass

from clausule.language.language import languages
from clausule.model.editions import FrontMatter
from clausule.model.similarity import closest
from clausule.read.frontmatter import read_data
from clausule.read.logo import logo_fault
from clausule.read.source import Sources

SETTINGS = "mkdocs.yml"
RULE = "settings"
OWN = "overrides"
"""The folder of a firm's own look, which lies on top of the theme."""

PLAIN = "plain"
"""What makes the pages where nothing else is said (``clausule.site``)."""

_LEAST_CONTRAST = 5.5
"""Of a firm's colour with white. WCAG 2.2 asks 4.5 (1.4.3); what is more is for the tint that links stand on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What mkdocs.yml says; ``site_url`` ends in ``/``. What is not there, or does not fit, is empty;
    ``site`` names a generator."""

    site_name: str = ""
    site_url: str = ""
    publisher: str = ""
    language: str = ""
    colour: str = ""
    logo: str = ""
    email: str = ""
    host: str = ""
    news: str = ""
    site: str = PLAIN
    handbook: bool = False


def read_settings(sources: Sources) -> Settings:
    """The settings of the repository; their faults become findings (rule ``settings``).

    Also a finding (``unreadable-file``) is all below ``overrides/`` that is no plain file or folder: a link there would
    publish what it points to. A folder without mkdocs.yml has no settings, and the commands refuse it before.
    """
    sources.refuse_links(OWN)
    if not os.path.lexists(sources.root / SETTINGS):
        return Settings()
    meta = read_data(sources, SETTINGS, sources.lines(SETTINGS) or (), "settings", RULE)
    extra = meta.values.get("extra") or {}
    said = extra.get("clausule") or {}
    own = {key: str(value) for key, value in said.items() if value is not None and key != "handbook"}
    for key, fault in (("language", _language_fault), ("colour", _colour_fault), ("logo", logo_fault)):
        if key in own and (found := fault(sources, own[key])):
            _add(sources, meta, key, own.pop(key), *found)
    site = {key: str(meta.values.get(key) or "") for key in ("site_name", "site_url")}
    if site["site_url"]:
        site["site_url"] = site["site_url"].rstrip("/") + "/"
    return Settings(**site, **own, handbook=said.get("handbook") is True)


def _add(sources: Sources, meta: FrontMatter, key: str, value: str, message: str, hint: str) -> None:
    sources.add(meta.place(("extra", "clausule", key)), RULE, f"{key}: {message}", hint, value)


def _language_fault(sources: Sources, tag: str) -> tuple[str, str] | None:
    if tag in languages():
        return None
    guess = closest(tag, languages())
    return (
        f"there is no language '{tag}' here",
        f"did you mean '{guess}'?" if guess else f"known: {', '.join(languages())}",
    )


def _colour_fault(sources: Sources, colour: str) -> tuple[str, str] | None:
    contrast = contrast_with_white(colour)
    if contrast >= _LEAST_CONTRAST:
        return None
    message = (
        f"words in {colour} cannot be read on paper: its contrast with white is {contrast:.1f}, and must be "
        f"{_LEAST_CONTRAST}"
    )
    return message, f'take a darker one, such as "{_darker(colour)}"'


def contrast_with_white(colour: str) -> float:
    """The contrast of ``#rrggbb`` with white, from 1 to 21 (WCAG 2.2, 'contrast ratio' and 'relative luminance')."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _darker(colour: str) -> str:
    """The nearest shade of ``colour`` that can be read."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    shades = ("#" + "".join(f"{part * share // 100:02x}" for part in parts) for share in range(100, -1, -1))
    return next(shade for shade in shades if contrast_with_white(shade) >= _LEAST_CONTRAST)
