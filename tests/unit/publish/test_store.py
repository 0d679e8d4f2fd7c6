"""What is written to a store, in which order and with which headers; and who may call something a store."""

from __future__ import annotations

import hashlib
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausule.publish import store
from clausule.publish.store import Store, media_type, tag_of
from clausule.publish.store_errors import StoreAddressRefused, StoreFailed, StoreMissing, StoreRefuses
from clausule.publish.stored import Index, _phases, cache_of

_NAMES = st.sampled_from(["index.html", "versions.json", "a", "b", ".clausule.json"])
_PATHS = st.lists(_NAMES, min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("a/overeenkomst.json", "application/json; charset=utf-8"),
        ("a/overeenkomst.md", "text/markdown; charset=utf-8"),
        ("a/agenda.ics", "text/calendar; charset=utf-8"),
        ("a/avg-30.csv", "text/csv; charset=utf-8"),
        ("assets/f/letter.woff2", "font/woff2"),
        ("a/overeenkomst.pdf", "application/pdf"),
        ("a/feed.xml", "application/atom+xml"),
        ("a/feed.json", "application/feed+json; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("a/icon.svg", "image/svg+xml"),
        ("a/1.4.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a/data.jsonld", "application/ld+json; charset=utf-8"),
        ("a.b/allowed_signers", "application/octet-stream"),
        (".nojekyll", "application/octet-stream"),
    ],
)
def test_a_file_is_served_as_what_it_is(path: str, kind: str) -> None:
    assert media_type(path) == kind


@pytest.mark.parametrize(
    ("path", "is_kept"),
    [
        ("assets/fa146f6e/site.css", True),
        ("assets/index.html", False),
        ("mickcom/assets/site.css", False),
        ("index.html", False),
        (".clausule.json", False),
    ],
)
def test_only_what_has_its_bytes_in_its_address_is_kept_for_ever(path: str, is_kept: bool) -> None:
    assert ("immutable" in cache_of(path)) == is_kept
    assert is_kept or cache_of(path) == "no-cache"


@given(st.sets(_PATHS), st.sets(_PATHS))
def test_new_addresses_come_first_then_deep_ones_and_the_memory_last(todo: set[str], there: set[str]) -> None:
    phases = [*_phases(todo, dict.fromkeys(there, "x"))]
    assert sorted(path for some in phases for path in some) == sorted(todo)
    known = [[path for path in some if path in there or path == ".clausule.json"] for some in phases]
    assert all(not some or some == phase for some, phase in zip(known, phases, strict=True))  # never in one phase
    depths = [-99 if path == ".clausule.json" else path.count("/") for some in known for path in some]
    assert depths == sorted(depths, reverse=True)
    new = [number for number, some in enumerate(known) if not some]
    assert new == [*range(len(new))]
    assert not [some for some in known if len({path.count("/") for path in some}) > 1]


def test_the_tag_of_bytes_is_their_md5_in_quotes() -> None:
    assert tag_of(b"") == '"d41d8cd98f00b204e9800998ecf8427e"'
    index = Index(commit="c", files={"b": ("1", "2"), "a": ("3", "4")}, gone=frozenset("zy"))
    assert index.as_bytes() == Index(commit="c", files={"a": ("3", "4"), "b": ("1", "2")}, gone=index.gone).as_bytes()
    assert tag_of(index.as_bytes()) == f'"{hashlib.md5(index.as_bytes(), usedforsecurity=False).hexdigest()}"'


@pytest.mark.parametrize("address", ["", "s3:/x", "https://example.org/x", "s3://", "s3:///x", "s3://b/x?y", "b"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(StoreAddressRefused, match="AWS_ENDPOINT_URL"):
        Store(address)


@pytest.mark.parametrize("name", [None, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT"])
def test_where_the_store_is_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch, name: str | None) -> None:
    for each in ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT"):
        monkeypatch.delenv(each, raising=False)
    if name:
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    store = Store("s3://bucket/a/b/")._store
    assert store.config.get("endpoint") == ("http://127.0.0.1:9" if name else None)
    assert (store.client_options or {}).get("allow_http") in ((True, "true") if name else (None, False, "false"))
    assert store.prefix == "a/b" and Store("s3://bucket")._store.prefix is None


def test_without_keys_it_is_said_where_they_are_sought() -> None:
    with pytest.raises(StoreRefuses, match="no keys were found in AWS_ACCESS_KEY_ID"), Store("s3://bucket")._told():
        raise OSError("Error performing PUT http://169.254.169.254/latest/api/token: denied")
    with pytest.raises(StoreFailed, match="denied"), Store("s3://bucket")._told():
        raise OSError("denied")


def test_without_obstore_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "obstore.store", None)
    with pytest.raises(StoreMissing, match=r"clausule\[store\]"):
        Store("s3://bucket")


def test_a_long_answer_is_one_short_line() -> None:
    said = str(StoreFailed("s3://b", "no\n" * 400))
    assert "\n" not in said and len(said) < 500 and "not sent twice" in said


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            "Generic S3 error: Error performing PUT http://127.0.0.1:9/b/k in 567.444286ms, after 3 retries, "
            "max_retries: 3, retry_timeout: 60s - HTTP error: error sending request\nDebug source:\nGeneric { .. }",
            "it does not answer; look at AWS_ENDPOINT_URL, AWS_REGION and the network",
        ),
        (
            "Generic S3 error: Error performing POST http://x/b?delete in 0.5s - Server returned non-2xx status code: "
            "501 Not Implemented: <!DOCTYPE HTML><html>",
            "Server returned non-2xx status code: 501 Not Implemented",
        ),
        (
            "Generic S3 error: Error performing PUT http://x/b/k in 3.1s, after 3 retries, max_retries: 3, "
            "retry_timeout: 60s - Server returned non-2xx status code: 507: <Error><Code>QuotaExceeded</Code>"
            "<Message>Bucket quota exceeded</Message></Error>",
            "QuotaExceeded: Bucket quota exceeded",
        ),
        ("Connection reset by peer", "Connection reset by peer"),
    ],
)
def test_what_a_store_said_is_told_without_what_only_its_makers_read(error: str, said: str) -> None:
    assert store._said(RuntimeError(error)) == said
