"""A store of objects as target: kills, races, other hands, and stores that do not do what they should."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from failing_store import Failing
from fakesite import CONCEPT, NEW, NOW, OLD, OTHER, Site, Wish, new_site, wish

from clausule.publish import store as door
from clausule.publish.errors import PublishError
from clausule.publish.git import Git
from clausule.publish.memory import blob_id
from clausule.publish.store import Store
from clausule.publish.store_errors import (
    StoreElsewhere,
    StoreFailed,
    StoreIgnoresConditions,
    StoreRefuses,
    StoreUnreadable,
)
from clausule.publish.stored import FILES, INDEX, InStore, Sent, read_index, send
from clausule.publish.trees import Trees
from moto_store import KEYS, new_bucket, serving

_NUMBERS = count()
_BUCKET = "agreements"


class Killed(BaseException):
    """What a kill is to the code: nothing after it is done."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving() as address:
        yield address


@pytest.fixture(scope="module")
def bucket(server: str) -> Any:
    return new_bucket(server, _BUCKET)


@pytest.fixture
def store(bucket: Any, server: str, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A folder of its own in the bucket."""
    for name, value in {**KEYS, "AWS_ENDPOINT_URL": server}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(door, "_RETRY", 0)
    return Store(f"s3://{_BUCKET}/site-{next(_NUMBERS)}")


def _send(site: Site, store: Store, wanted: Wish | None = None, said: list[str] | None = None) -> Sent:
    commit = site.publish(wanted or wish(OLD, NOW, OTHER)).commit
    assert commit
    return send(site.root, "gh-pages", commit, store, [].append if said is None else said.append)


def _on_branch(site: Site, commit: str = "gh-pages") -> dict[str, bytes]:
    git = Git(site.root)
    with Trees(git) as trees:
        tip = git.run("rev-parse", commit)
        return {path: trees.read(node.oid) for path, node in trees.files(trees.tree_of(tip))}


def _by_index(store: Store) -> dict[str, bytes]:
    """The site as its index tells it; each file is there, and is what its name says."""
    found = {}
    for path, (oid, _) in read_index(store).files.items():
        kept = store.get(FILES + oid)
        assert kept and blob_id(kept[0], "sha1") == oid
        found[path] = kept[0]
    return found


def _at_addresses(store: Store) -> dict[str, bytes]:
    found = {path: store.get(path) for path in store.tags() if not path.startswith(".clausule/")}
    return {path: one[0] for path, one in found.items() if one}


def _key(store: Store, path: str) -> str:
    return f"{store.address.removeprefix(f's3://{_BUCKET}/')}/{path}"


def test_a_store_holds_what_the_branch_holds_and_gets_nothing_twice(site: Site, store: Store, bucket: Any) -> None:
    store.check_conditions()
    first = _send(site, store)
    assert _by_index(store) == _at_addresses(store) == _on_branch(site)
    assert first.addresses == len(_on_branch(site)) > first.files > 0  # the copy of what is in force is sent once
    assert _send(site, store) == Sent(files=0, addresses=0)
    more = _send(site, store, wish(OLD, NOW, NEW, OTHER))
    assert _by_index(store) == _at_addresses(store) == _on_branch(site)
    assert 0 < more.files < first.files
    page = bucket.Object(_key(store, "mickcom/1.5/index.html")).get()
    assert (page["ContentType"], page["CacheControl"]) == ("text/html; charset=utf-8", "no-cache")
    oid = read_index(store).files["index.html"][0]
    assert "immutable" in bucket.Object(_key(store, FILES + oid)).get()["CacheControl"]
    assert not [path for path in store.tags() if "probe" in path]
    assert [*InStore(store).differences()] == []


def test_what_the_branch_takes_away_is_gone_from_its_address(site: Site, store: Store) -> None:
    _send(site, store, wish(OLD, NOW, OTHER, CONCEPT))
    old = read_index(store).files["mickcom/2.0/index.html"][0]
    assert store.get("mickcom/2.0/index.html")
    _send(site, store, wish(OLD, NOW, OTHER))
    assert _at_addresses(store) == _on_branch(site)
    assert store.get(FILES + old)  # for who reads by an older index
    _send(site, store, wish(OLD, NOW, OTHER, CONCEPT))
    assert _at_addresses(store) == _on_branch(site)


def _count(monkeypatch: pytest.MonkeyPatch, last: int) -> list[str]:
    """Kills a publisher at its ``last``th write."""
    put, done = Store.put, list[str]()

    def counted(self: Store, key: str, data: bytes, **more: str) -> str | None:
        done.append(key)
        if len(done) >= last:
            raise Killed
        return put(self, key, data, **more)

    monkeypatch.setattr(Store, "put", counted)
    return done


def test_a_kill_anywhere_leaves_one_whole_site_and_the_next_run_ends_it(
    site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clausule.publish.stored._AT_ONCE", 1)
    _send(site, store)
    before, newer = _on_branch(site), wish(OLD, NOW, NEW, OTHER)
    site.publish(newer)
    after, states = _on_branch(site), []
    for last in count(1):
        with monkeypatch.context() as patched:
            done = _count(patched, last)
            try:
                _send(site, store, newer)
            except Killed:
                pass
            else:
                break
        read = _by_index(store)
        assert read in (before, after)
        states.append(read == after)
        _follow_links(_at_addresses(store))
        assert done
        if last > 200:
            pytest.fail("nothing is resumed")
    assert states == sorted(states) and {*states} == {False, True}  # old, then new
    assert _at_addresses(store) == after


def _follow_links(pages: dict[str, bytes]) -> None:
    """What the root and the page of each agreement lead to is there, at whatever point a publisher was killed."""
    for page in ("index.html", "mickcom/index.html", "123meekijken/index.html"):
        base = page.removesuffix("index.html")
        for link in re.findall(rb'href="([^"#]+)', pages[page]):
            assert f"{base}{link.decode()}index.html" in pages, (page, link)
    for row in json.loads(pages["mickcom/versions.json"]):
        assert f"mickcom/{row['version']}/index.html" in pages


def _meanwhile(monkeypatch: pytest.MonkeyPatch, key: str, other: Callable[[], object]) -> None:
    """Does something just before ``key`` is written for the first time."""
    put, waits = Store.put, [other]

    def late(self: Store, name: str, data: bytes, **more: str) -> str | None:
        if name == key and waits:
            waits.pop()()
        return put(self, name, data, **more)

    monkeypatch.setattr(Store, "put", late)


def test_of_two_publishers_the_second_publishes_nothing_or_goes_on_from_the_first(
    site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = site.publish(wish(OLD, NOW, OTHER)).commit
    second = site.publish(wish(OLD, NOW, NEW, OTHER)).commit
    assert first and second
    said: list[str] = []
    _meanwhile(monkeypatch, INDEX, lambda: send(site.root, "gh-pages", first, store, said.append))
    send(site.root, "gh-pages", second, store, said.append)
    assert any("another publisher was first" in words for words in said)
    assert _by_index(store) == _at_addresses(store) == _on_branch(site)
    # And who comes late with less leaves what is there.
    assert send(site.root, "gh-pages", first, store, said.append) == Sent(files=0, addresses=0)
    assert _by_index(store) == _at_addresses(store) == _on_branch(site)


@pytest.mark.parametrize("key", ["mickcom/1.6/index.html", "mickcom/versions.json"])
def test_a_slow_publisher_writes_over_nothing_that_a_later_one_wrote(
    site: Site, store: Store, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    _send(site, store)
    slow = site.publish(wish(OLD, NOW, NEW, OTHER)).commit
    later = site.publish(wish(OLD, NOW, NEW, OTHER, CONCEPT)).commit
    assert slow and later
    laid: list[Sent] = []
    _meanwhile(monkeypatch, key, lambda: laid.append(send(site.root, "gh-pages", later, store, [].append)))
    send(site.root, "gh-pages", slow, store, [].append)
    assert laid
    assert _by_index(store) == _at_addresses(store) == _on_branch(site, later)


def test_another_branch_is_not_published_over(site: Site, store: Store, tmp_path: Any) -> None:
    _send(site, store)
    stranger = new_site(tmp_path / "stranger")
    before = _at_addresses(store)
    with pytest.raises(StoreElsewhere, match="not made on top of"):
        _send(stranger, store, wish(OTHER))
    assert _at_addresses(store) == _by_index(store) == before


def _tamper(store: Store, bucket: Any, path: str, data: bytes | None) -> None:
    thing = bucket.Object(_key(store, path))
    thing.delete() if data is None else thing.put(Body=data)


def test_what_another_hand_changed_is_found_and_taken_back(site: Site, store: Store, bucket: Any) -> None:
    _send(site, store)
    path, other = "mickcom/1.5/artikel-1/index.html", "mickcom/1.4/index.html"
    files = read_index(store).files
    for changed, lost in ((path, other), (FILES + files[path][0], FILES + files[other][0])):
        _tamper(store, bucket, changed, b"Verwerker helpt niet.")
        _tamper(store, bucket, lost, None)
        assert {one.path for one in InStore(store).differences()} == {changed, lost}
        _send(site, store)
        assert [*InStore(store).differences()] == []


def test_an_index_of_another_hand_is_named(site: Site, store: Store, bucket: Any) -> None:
    commit = site.publish(wish(OLD, NOW, OTHER)).commit
    assert commit
    for data in (b"{}", b"", b"[1]", b'{"clausule": 2}', b"\xff"):
        _tamper(store, bucket, INDEX, data)
        with pytest.raises(StoreUnreadable, match=r"index\.json"):
            send(site.root, "gh-pages", commit, store, [].append)
    assert [*store.tags()] == [INDEX]  # and nothing is sent beside it


def test_an_index_that_was_edited_is_found_and_written_anew(site: Site, store: Store, bucket: Any) -> None:
    _send(site, store)
    index = read_index(store)
    for edited in (
        ("mickcom/1.4/index.html", index.files["index.html"]),
        ("index.html", (index.files["index.html"][0], "x")),
    ):
        _tamper(store, bucket, INDEX, replace(index, files={**index.files, edited[0]: edited[1]}).as_bytes())
        _send(site, store)
        assert read_index(store) == index
        assert _at_addresses(store) == _on_branch(site)


def test_a_store_without_a_publication_says_so(store: Store) -> None:
    assert [one.path for one in InStore(store).differences()] == [INDEX]


_IGNORED: Sequence[tuple[str, str]] = [
    ("new", "If-None-Match"),
    ("tag", "If-Match"),
    ("all", "refused what is allowed"),
]


@pytest.mark.parametrize(("what", "said"), _IGNORED)
def test_a_store_that_ignores_conditions_is_refused(
    store: Store, bucket: Any, monkeypatch: pytest.MonkeyPatch, what: str, said: str
) -> None:
    put = Store.put

    def careless(self: Store, key: str, data: bytes, *, was: str, cache: str = "") -> str | None:
        if what == "all":
            return put(self, key, data, was=was) if was == "new" else None
        if (what == "new") == (was == "new"):
            return str(bucket.Object(_key(self, key)).put(Body=data)["ETag"])
        return put(self, key, data, was=was)

    monkeypatch.setattr(Store, "put", careless)
    with pytest.raises(StoreIgnoresConditions, match=said):
        store.check_conditions()
    assert store.tags() == {}


def test_what_cannot_be_reached_or_is_not_there_is_told_in_one_sentence(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StoreFailed, match="NoSuchBucket") as told:
        Store("s3://not-there/x").check_conditions()
    _is_a_sentence(told.value)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(StoreFailed) as told:
        Store(f"s3://{_BUCKET}/x").check_conditions()
    _is_a_sentence(told.value)


def _is_a_sentence(error: PublishError) -> None:
    said = str(error)
    assert "\n" not in said and len(said) < 700 and "secret" not in said and "Debug" not in said, said


@pytest.fixture
def failing(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Failing]:
    made = Failing(server, monkeypatch)
    yield made
    made.server.shutdown()
    made.server.server_close()


_FULL = (
    "<Error><Code>XMinioStorageFull</Code><Message>Storage backend has reached its minimum free drive</Message></Error>"
)
_DENIED = "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"


def test_a_store_that_is_full_is_told_in_one_sentence_and_the_next_run_goes_on(
    site: Site, store: Store, failing: Failing
) -> None:
    _send(site, store)
    before = _by_index(store)
    failing.after, failing.answer = 2, (507, _FULL)
    with pytest.raises(StoreFailed, match="XMinioStorageFull") as told:
        _send(site, failing.store(store), wish(OLD, NOW, NEW, OTHER))
    _is_a_sentence(told.value)
    assert _by_index(store) == before == _at_addresses(store)
    failing.after = 10**6
    _send(site, failing.store(store), wish(OLD, NOW, NEW, OTHER))
    assert _by_index(store) == _at_addresses(store) == _on_branch(site)


def test_a_store_that_refuses_is_told_in_one_sentence(store: Store, failing: Failing) -> None:
    failing.after, failing.answer = 0, (403, _DENIED)
    with pytest.raises(StoreRefuses, match="AccessDenied") as told:
        failing.store(store).check_conditions()
    _is_a_sentence(told.value)


def test_a_store_that_dies_half_way_is_told_in_one_sentence(
    site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = site.publish(wish(OLD, NOW, OTHER)).commit
    assert commit

    def dies() -> None:
        # Nothing listens there; the store that was opened before is asked no more.
        monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
        store._store = Store(store.address)._store

    with monkeypatch.context() as patched:
        _meanwhile(patched, INDEX, dies)
        alive = store._store
        with pytest.raises(StoreFailed) as told:
            send(site.root, "gh-pages", commit, store, [].append)
    _is_a_sentence(told.value)
    store._store = alive
    assert not read_index(store).commit and not _at_addresses(store)
    assert send(site.root, "gh-pages", commit, store, [].append).files == 0  # all of them are there
    assert _by_index(store) == _at_addresses(store) == _on_branch(site)
