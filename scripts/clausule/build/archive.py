"""All of an edition in one zip that is read from a folder, without a server, scripts or the site: the same bytes each
time."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

from clausule.analysis.cover import address_of
from clausule.build.offline_page import is_form, offline_page
from clausule.build.site import Site
from clausule.disk.scratch import scratch_folder
from clausule.formats.format import formats_of
from clausule.formats.jsonfile import as_json
from clausule.language.language import Language, language_of
from clausule.language.wording.names import edition_name, full_title
from clausule.model.addresses import ASSETS, EDITION_DATA, SEARCH_DATA
from clausule.model.editions import Agreement, Edition
from clausule.read import Repository

_BEGIN = (1980, 1, 1, 0, 0, 0)
_LOOKS = (".css", ".woff2", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".txt")


def edition_archive(repository: Repository, agreement: Agreement, edition: Edition) -> bytes:
    """The zip: the pages of ``edition``, its documents and its data. Raises ``BuildError``."""
    site = Site(repository, edition.effective or date.min)  # of the day nothing is left in it
    with scratch_folder() as scratch:
        built = scratch / "edition"
        site.build_edition(agreement, edition, built, alone=True)
        files = {path.relative_to(built).as_posix(): path.read_bytes() for path in built.rglob("*") if path.is_file()}
    files = {path: data for path, data in files.items() if _is_taken(path, data)}
    says = _says(agreement, edition, address_of(edition, site.house))
    language = language_of(edition.language)
    forms = {"index.html": language.say("Start of this version")}
    forms |= {one.file: one.title(language) for one in formats_of(agreement, edition) if one.name}
    for path in [path for path in files if path.endswith(".html")]:
        files[path] = offline_page(files[path].decode(), path, files.keys(), says, forms).encode()
    files[EDITION_DATA] = _without_status(files[EDITION_DATA])
    folder = f"{edition.agreement}-{edition.version}"
    return _zipped({f"{folder}/{path}": data for path, data in files.items()} | _about(language, folder, says))


def _is_taken(path: str, data: bytes) -> bool:
    if path.startswith(f"{ASSETS}/"):
        return path.endswith(_LOOKS)
    return path != SEARCH_DATA and not (path.endswith(".html") and is_form(data.decode()))


def _says(agreement: Agreement, edition: Edition, address: str) -> str:
    say = language_of(edition.language).say
    name = f"{full_title(agreement)}, {edition_name(edition)}"
    return say(
        "{edition}, as it stands at {address}: whether it is in force today is said there.",
        edition=name,
        address=address,
    )


def _about(language: Language, folder: str, says: str) -> dict[str, bytes]:
    """What is in the zip, for who opens it."""
    say = language.say
    rows = [
        says,
        "",
        say("Open {file} in a browser: it needs no connection and no scripts.", file=f"{folder}/index.html"),
        say(
            "The folder holds the pages of this version, the text as documents, and its data. The search box, forms to "
            "fill in, other versions and comparisons are on the site alone: links to them are words here."
        ),
        say(
            "`{file}` tells whether its words are those of this version.",
            file=f"clausule verify {folder}/{EDITION_DATA}",
        ),
    ]
    return {say("README") + ".txt": "".join(f"{row}\r\n" for row in rows).encode()}


def _without_status(data: bytes) -> bytes:
    values = json.loads(data)
    values.pop("status", None)
    return as_json(values)


def _zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted(files):
            info = zipfile.ZipInfo(path, _BEGIN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # on every system the same
            archive.writestr(info, files[path])
    return buffer.getvalue()
