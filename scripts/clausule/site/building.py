"""Turns a stage into the files of a site: pages by a generator, others as they are, and the assets of its look."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from clausule.disk.write import write_file
from clausule.pages.kit.staging import CONFIG, is_page
from clausule.read.settings import PLAIN
from clausule.site.errors import SiteError
from clausule.site.generator import SiteData, generator_of
from clausule.site.look import Look


def build(
    stage: Mapping[str, bytes],
    out: Path,
    *,
    look: Look,
    site_url: str,
    up: str = "",
    generator: str = PLAIN,
    adds: bool = False,
    bare: bool = False,
) -> None:
    """Builds ``stage`` into the folder ``out``, which is emptied first, with the ``generator`` of that name; where
    it ``adds`` to what is in ``out``, that stays.

    ``site_url`` is the address at which ``out`` will stand. The assets of the ``look`` are at the root of the site, to
    which ``up`` leads from ``out``; they are put into ``out`` where that is the root itself and not ``bare``. Raises
    ``SiteError`` on any fault or warning, and ``OSError`` with the name of the file when the disk takes no more.
    """
    settings = json.loads(stage[CONFIG])
    files = {name: data for name, data in stage.items() if name != CONFIG}
    for name in files:
        pure = PurePosixPath(name)
        if pure.is_absolute() or ".." in pure.parts:
            raise SiteError(f"{name} leads out of the stage.")
    pages = {name: files.pop(name) for name in [*files] if is_page(name)}
    site = SiteData(settings["site_name"], site_url, {**settings["extra"], **look.extra_at(up)})
    if not adds:
        _empty(out)
    for name, data in (*generator_of(generator)(pages, site, look), *files.items()):
        write_file(out / name, data)
    if not (up or bare):
        look.assets.write(out)


def _empty(folder: Path) -> None:
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
