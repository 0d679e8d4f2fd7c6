"""The text of an edition as it was frozen: looked for in the history of the sources, which is not read in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from clausule.build import frozen, sources
from clausule.build.frozen import frozen_text
from clausule.model.editions import Edition
from clausule.model.hashes import edition_sha256
from clausule.model.lookup import AuthoringError
from editions import edition
from small_site import write_site

ROOT = Path("sources")
FIRST, AFTER, OTHER = (edition("1.0", [words]) for words in ("Zoals bevroren.", "Zoals gewijzigd.", "Iets anders."))
ASKED = replace(AFTER, recipe=1, frozen_as="vroeger")
HASH = edition_sha256(replace(FIRST, recipe=1, frozen_as="vroeger"))


class History:
    """``commits`` hold texts; ``froze`` are those that brought the hash, ``touched`` the newest that touched a text."""

    def __init__(
        self, patch: pytest.MonkeyPatch, commits: Mapping[str, Sequence[Edition]], froze: str, touched: str
    ) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.looked_at: list[str] = []
        self._commits, self._froze, self._touched = commits, froze, touched
        patch.setattr(frozen, "Git", lambda root: self if root == ROOT else None)
        patch.setattr(frozen, "repository_at", self._at)

    def run(self, *arguments: str) -> str:
        self.asked.append(arguments)
        assert arguments[0] == "log", "git's own options would stand before it"
        assert "--format=%H" in arguments and "--" in arguments, "commits alone, of paths alone"
        return "\n".join((self._froze if "--reverse" in arguments else self._touched).split()) + "\n"

    @contextmanager
    def _at(self, root: Path, commit: str) -> Iterator[SimpleNamespace]:
        self.looked_at.append(commit)
        if commit not in self._commits:
            raise AuthoringError("there is no such commit")
        yield SimpleNamespace(agreements=[SimpleNamespace(editions=self._commits[commit])])


def test_the_commit_that_froze_it_is_looked_at_first_and_holds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    later = edition("2.0", ["Zoals bevroren."])
    history = History(monkeypatch, {"a": [later, FIRST], "b": [AFTER]}, froze="a b", touched="b a")
    found = frozen_text(ROOT, ASKED, HASH)
    assert found is not None
    assert (found.articles, found.version) == (FIRST.articles, "1.0")
    assert (found.recipe, found.frozen_as) == (1, "vroeger"), "hashed as the edition is, under the name of that time"
    assert history.looked_at == ["a"], "the first that brought the hash is enough"
    brought, _ = history.asked
    assert f"-S{HASH}" in brought


def test_one_that_was_rebased_is_found_in_what_touched_a_text_since(monkeypatch: pytest.MonkeyPatch) -> None:
    history = History(monkeypatch, {"a": [OTHER], "c": [AFTER], "b": [FIRST]}, froze="a", touched="c a b")
    found = frozen_text(ROOT, ASKED, HASH)
    assert found is not None and found.articles == FIRST.articles
    assert history.looked_at == ["a", "c", "b"], "none is looked at twice"


def test_an_edition_with_its_words_and_another_version_is_not_it(monkeypatch: pytest.MonkeyPatch) -> None:
    other = edition("2.0", ["Zoals bevroren."])
    History(monkeypatch, {"a": [other]}, froze="a", touched="a")
    assert frozen_text(ROOT, ASKED, edition_sha256(replace(other, recipe=1, frozen_as="vroeger"))) is None


def test_who_reads_the_sources_can_ask_for_the_text_as_it_was_frozen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, Edition, str]] = []
    monkeypatch.setattr(sources, "frozen_text", lambda *given: asked.append(given))
    monkeypatch.setattr(sources, "published_rows", lambda root, slugs: {})
    write_site(tmp_path)
    for agreement in sources.read_sources(tmp_path).agreements:
        agreement.frozen_text(agreement.editions[0], HASH)
    assert [(root, one.name, sha256) for root, one, sha256 in asked] == [
        (tmp_path, "ander/1.0", HASH),
        (tmp_path, "proef/1.0", HASH),
    ]


def test_a_long_history_is_not_read_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    commits = {f"c{n}": [OTHER] for n in range(20)}
    history = History(monkeypatch, commits, froze="", touched=" ".join(commits))
    assert frozen_text(ROOT, ASKED, HASH) is None
    assert history.looked_at == list(commits)[: frozen._MOST]
    assert f"-{frozen._MOST}" in history.asked[1], "git is not asked for more either"


def test_where_git_cannot_say_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    History(monkeypatch, {}, froze="a", touched="a")
    assert frozen_text(ROOT, ASKED, HASH) is None
