"""How a site looks: the theme, and on top of it a firm's own overrides/, colour and logo. Knows no generator."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clausule import data_path
from clausule.model.addresses import ASSETS
from clausule.read.settings import OWN, Settings
from clausule.read.source import not_plain

_STYLE, _LOGO = f"{ASSETS}/own.css", f"{ASSETS}/logo"
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


@dataclass(frozen=True, slots=True)
class Look:
    """``folders`` hold templates and assets, and the first that has a file counts; ``files`` come with every stage, and
    ``extra`` tells the templates of them. ``root`` is the repository, to name a template that is broken."""

    root: Path
    folders: tuple[Path, ...]
    files: Mapping[str, bytes]
    extra: Mapping[str, str]

    def named(self, template: str) -> str:
        """The file of a template as a person knows it: ``overrides/main.html``."""
        path = Path(template)
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def assets_of(folders: Sequence[Path]) -> dict[str, Path]:
    """What is no template in the ``folders`` of a theme, by its path; a page that uses it finds it below ``assets``."""
    files = ((folder, path) for folder in reversed(folders) for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path for folder, path in files if path.suffix != ".html"}


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
    extra: dict[str, str] = {"own_name": settings.site_name} if settings.site_name else {}
    style = ""
    if settings.colour:
        style += _COLOUR.replace("COLOUR", settings.colour)
    if settings.logo:
        extra |= {"logo": f"{_LOGO}.{settings.logo.rpartition('.')[2]}", "logo_name": settings.site_name}
        files[extra["logo"]] = (root / settings.logo).read_bytes()
        style += _PICTURE.replace("RATIO", _ratio(files[extra["logo"]]))
    if style:
        extra["style"], files[_STYLE] = _STYLE, style.encode()
    return Look(root, (own, theme_folder()) if own else (theme_folder(),), files, extra)


def _ratio(picture: bytes) -> str:
    """The width of a picture to its height as CSS has it, of a PNG by its head and of an SVG by its ``viewBox``;
    ``auto`` where it is not known."""
    if picture.startswith(b"\x89PNG") and len(picture) >= 24:
        return f"{int.from_bytes(picture[16:20])} / {int.from_bytes(picture[20:24])}"
    found = _BOX.search(picture)
    return f"{found[1].decode()} / {found[2].decode()}" if found else "auto"
