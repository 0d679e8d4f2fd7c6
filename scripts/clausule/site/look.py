"""How a site looks: the theme, and on top of it a firm's own overrides/, colour and logo. Knows no generator."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from clausule import data_path
from clausule.language.language import DEFAULT, language_of
from clausule.model.addresses import ASSETS
from clausule.read.settings import OWN, Settings
from clausule.read.source import not_plain
from clausule.site.assets import Assets, published_assets
from clausule.site.assets import unnamed_assets as _unnamed

_STYLE, _LOGO = "own.css", "logo"
# On dark paper a lighter shade of the colour, and behind what is pointed at a tint of it.
_COLOUR = """\
:root {
  --link: light-dark(COLOUR, color-mix(in oklab, COLOUR 32%, #fff));
  --link-tint: color-mix(in oklab, COLOUR 8%, var(--paper));
}
"""
# As wide as it will be before it has come, so that nothing moves when it does.
_PICTURE = (
    ".logo { height: 2rem; width: auto; max-width: min(12rem, 30vw); object-fit: contain; aspect-ratio: RATIO }\n"
)
_BOX = re.compile(rb"viewBox\s*=\s*[\"']\s*(?:[-+\d.eE]+[\s,]+){2}([\d.]+)[\s,]+([\d.]+)\s*[\"']")


class LookError(Exception):
    """The firm's own look cannot be used; the message says why."""


@dataclass(frozen=True)
class Look:
    """``folders`` hold templates and assets, and the first that has a file counts; ``files`` are assets beside those,
    and ``extra`` tells the templates of them, and of what stands at the foot of every page. ``root`` is the repository,
    to name a template that is broken."""

    root: Path
    folders: tuple[Path, ...]
    files: Mapping[str, bytes]
    extra: Mapping[str, str]

    @cached_property
    def assets(self) -> Assets:
        """What the pages name; it is asked for when there are any."""
        return published_assets(self.folders, self.files)

    def extra_at(self, up: str) -> dict[str, str]:
        """What the templates are told of the look, for pages of which the first stands ``up`` from the assets."""
        return {**self.extra, "assets": up + self.assets.folder}

    def named(self, template: str) -> str:
        """The file of a template as a person knows it: ``overrides/main.html``."""
        path = Path(template)
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def theme_folder() -> Path:
    """The theme that comes with the program."""
    return data_path("theme", OWN)


def own_folder(root: Path) -> Path | None:
    """The firm's own overrides/, if there is one. In the program's own repository that is the theme itself."""
    own = root / OWN
    return own if own.is_dir() and own.resolve() != theme_folder().resolve() else None


def look_of(root: Path, settings: Settings) -> Look:
    """The look of the repository ``root``. Raises ``LookError`` when there is a link below its overrides/: what it
    points to would be published."""
    for path, what in not_plain(root, OWN):
        raise LookError(f"{path} is {what}, and is not published. Put the file or folder itself there.")
    own = own_folder(root)
    files: dict[str, bytes] = {}
    slugs = language_of(settings.language or DEFAULT).slugs
    extra: dict[str, str] = {"accessibility": slugs.accessibility_home, "programs": slugs.programs_home}
    extra |= {"own_name": settings.site_name} if settings.site_name else {}
    extra |= {"host": settings.host} if settings.host else {}
    extra |= {"news": settings.news, "news_host": urlsplit(settings.news).hostname or ""} if settings.news else {}
    style = ""
    if settings.colour:
        style += _COLOUR.replace("COLOUR", settings.colour)
    if settings.logo:
        name = f"{_LOGO}.{settings.logo.rpartition('.')[2]}"
        extra |= {"logo": f"{ASSETS}/{name}", "logo_name": settings.site_name}
        files[name] = (root / settings.logo).read_bytes()
        style += _PICTURE.replace("RATIO", _ratio(files[name]))
    if style:
        extra["style"], files[_STYLE] = f"{ASSETS}/{_STYLE}", style.encode()
    return Look(root, (own, theme_folder()) if own else (theme_folder(),), files, extra)


def unnamed_assets(look: Look) -> list[str]:
    """Of a firm's own files below overrides/ those that are not published, by their path in the repository."""
    return [look.named(str(path)) for path in _unnamed(look.folders)]


def _ratio(picture: bytes) -> str:
    """The width of a picture to its height as CSS has it, of a PNG by its head and of an SVG by its ``viewBox``;
    ``auto`` where it is not known."""
    if picture.startswith(b"\x89PNG") and len(picture) >= 24:
        return f"{int.from_bytes(picture[16:20])} / {int.from_bytes(picture[20:24])}"
    found = _BOX.search(picture)
    return f"{found[1].decode()} / {found[2].decode()}" if found else "auto"
