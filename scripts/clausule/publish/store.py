"""The one door to a store of objects (S3 and what speaks like it), through obstore: what a publisher asks of it, in
words when it fails. Endpoint and keys come from the environment (AWS_*), and are written nowhere."""

from __future__ import annotations

import hashlib
import mimetypes
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from clausule.model.addresses import ATOM, JSON_FEED
from clausule.publish.store_errors import (
    StoreAddressRefused,
    StoreFailed,
    StoreIgnoresConditions,
    StoreMissing,
    StoreRefuses,
)

if TYPE_CHECKING:
    from obstore.store import S3Config, S3Store

# Whatever Clausule keeps there beside the site itself.
OWN = ".clausule/"
NEW = "new"
"""In place of the tag of an object: write only what is not there yet."""

_ADDRESS = re.compile(r"s3://(?P<bucket>[A-Za-z0-9][A-Za-z0-9._-]+)(/(?P<folder>[^?#]*))?")
# What Python knows on every machine alike, and what it does not.
_KNOWN = mimetypes.MimeTypes()
_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_NAMES = {ATOM: "application/atom+xml", JSON_FEED: "application/feed+json"}
_TEXT = ("text/", "application/json", "application/ld+json", "application/feed+json", "application/xml")
_ENDPOINTS = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT")
_MACHINE = "169.254.169.254"
_NO_KEYS = "no keys were found in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, nor does this machine have a role"
_RETRY = 3


class Store:
    """A folder in a bucket. Each method raises ``StoreRefuses`` or ``StoreFailed``."""

    def __init__(self, address: str, seconds: float = 60) -> None:
        """Raises ``StoreAddressRefused`` and ``StoreMissing``."""
        found = _ADDRESS.fullmatch(address)
        if not found:
            raise StoreAddressRefused(address)
        try:
            from obstore.store import S3Store
        except ImportError as error:
            raise StoreMissing from error
        self.address = address
        endpoint = next(filter(None, map(os.environ.get, _ENDPOINTS)), "")
        named: S3Config = {"endpoint": endpoint} if endpoint else {}
        with self._told():
            self._store: S3Store = S3Store(
                found["bucket"],
                prefix=(found["folder"] or "").strip("/") or None,
                config=named,
                client_options={"allow_http": endpoint.startswith("http://"), "timeout": timedelta(seconds=seconds)},
                retry_config={"max_retries": _RETRY, "retry_timeout": timedelta(seconds=seconds)},
            )

    def get(self, key: str) -> tuple[bytes, str] | None:
        """An object and its tag; None where there is none."""
        import obstore
        from obstore.exceptions import NotFoundError

        with self._told():
            try:
                found = obstore.get(self._store, key)
                return bytes(found.bytes()), str(found.meta["e_tag"] or "")
            except (NotFoundError, FileNotFoundError):
                return None

    def put(self, key: str, data: bytes, *, was: str, cache: str = "no-cache") -> str | None:
        """Writes an object where its tag still is ``was`` (``NEW``: where there is none); returns the new tag, None
        where the condition does not hold any more."""
        import obstore
        from obstore.exceptions import AlreadyExistsError, NotFoundError, PreconditionError

        with self._told():
            try:
                done = obstore.put(
                    self._store,
                    key,
                    data,
                    attributes={"Content-Type": media_type(key), "Cache-Control": cache},
                    mode="create" if was == NEW else {"e_tag": was},
                    use_multipart=False,
                )
                return str(done["e_tag"] or "")
            except (AlreadyExistsError, PreconditionError):
                return None
            except (NotFoundError, FileNotFoundError):
                if was == NEW:  # no bucket
                    raise
                return None

    def tags(self, folder: str = "") -> dict[str, str]:
        """Every object below ``folder``, with its tag."""
        import obstore

        with self._told():
            pages = obstore.list(self._store, folder or None)
            return {row["path"]: str(row["e_tag"] or "") for page in pages for row in page}

    def delete(self, keys: Iterable[str]) -> None:
        """Takes objects away where they are there."""
        import obstore

        names = list(keys)
        with self._told():
            if names:
                obstore.delete(self._store, names)

    def check_conditions(self) -> None:
        """Raises ``StoreIgnoresConditions`` for a store that writes whatever is there; leaves nothing behind."""
        key = f"{OWN}probe-{secrets.token_hex(8)}"
        first = self.put(key, b"1", was=NEW)
        try:
            if self.put(key, b"2", was=NEW) is not None:
                raise StoreIgnoresConditions(self.address, "it wrote over what is there (If-None-Match: *)")
            if first is None or self.put(key, b"2", was=first) is None:
                raise StoreIgnoresConditions(self.address, "it refused what is allowed (If-Match)")
            if self.put(key, b"3", was=first) is not None:
                raise StoreIgnoresConditions(self.address, "it wrote over what had changed (If-Match)")
        finally:
            self.delete([key])

    @contextmanager
    def _told(self) -> Iterator[None]:
        import obstore.exceptions as raised

        try:
            yield
        except (raised.PermissionDeniedError, raised.UnauthenticatedError, PermissionError) as error:
            raise StoreRefuses(self.address, _said(error)) from error
        except (raised.BaseError, OSError, ValueError) as error:
            if _MACHINE in str(error):  # where keys are sought last: the machine in a cloud that this runs on
                raise StoreRefuses(self.address, _NO_KEYS) from error
            raise StoreFailed(self.address, _said(error)) from error


def media_type(path: str) -> str:
    """As what a file is served."""
    name = path.rpartition("/")[2]
    found = _NAMES.get(name) or _TYPES.get(PurePosixPath(name).suffix) or _KNOWN.guess_type(name)[0]
    found = found or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith(_TEXT) else found


def tag_of(data: bytes) -> str:
    """The tag that a store gives to an object with these bytes, unless it encrypts them with a key of its own."""
    return f'"{hashlib.md5(data, usedforsecurity=False).hexdigest()}"'


# What obstore says of itself and of how often it tried, and of a host that cannot be reached.
_ASKED = re.compile(r"^Generic \w+ error: |Error performing \S+ \S+ in [\d.]+\w+(, after [^-]*)? ?- ")
_SENDING, _NO_ANSWER = (
    "error sending request",
    "it does not answer; look at AWS_ENDPOINT_URL, AWS_REGION and the network",
)


def _said(error: BaseException) -> str:
    """What the store said, without what the program that was asked adds to it for its makers."""
    text = str(error).split("Debug source:")[0]
    told: Mapping[str, str] = dict(re.findall(r"<(Code|Message)>([^<]+)<", text))
    plain = _ASKED.sub("", text).partition(": <")[0]
    answer = _NO_ANSWER if _SENDING in plain else plain
    return ": ".join(told[name] for name in ("Code", "Message") if name in told) or answer
