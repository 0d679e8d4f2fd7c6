"""Several publishers at once: each succeeds and is listed, or says why not; never a mixture."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from fakesite import CONCEPT, NEW, NOW, OLD, OTHER, Site, Text, Wish, wish, worker

from clausule.publish.errors import PublishError

BASE = (OLD, NOW, OTHER)


def race(site: Site, wishes: list[Wish]) -> list[tuple[int, str, str]]:
    """One publisher for each wish, all begun at one moment: status, output, errors."""
    running = [worker(site, wanted) for wanted in wishes]
    for process in running:
        assert process.stdin
        process.stdin.close()
        process.stdin = None
    return [(process.wait(), *process.communicate()) for process in running]


def assert_whole(site: Site) -> set[str]:
    """Every edition that is listed is there, with its pages, hash and place on the pages above; their names."""
    names = set()
    for folder in {path.split("/")[0] for path in site.files() if path.endswith("/versions.json")}:
        above = site.read(f"{folder}/index.html")
        for row in site.listed(folder):
            name = f"{folder}/{row['version']}"
            names.add(name)
            assert {f"{name}/index.html", f"{name}/artikel-1/index.html", f"{name}/assets/grey.css"} <= site.files()
            assert json.loads(site.read(f"{name}/overeenkomst.json"))["sha256"] == row["properties"]["sha256"]
            assert f'"{row["version"]}/artikel-1/#artikel-1.1"' in above
            if row["aliases"]:
                assert site.git("rev-parse", f"gh-pages:{folder}/huidig") == site.git("rev-parse", f"gh-pages:{name}")
    site.assert_clean()
    return names


def test_six_publishers_with_one_edition_more_each(site: Site) -> None:
    """The first knows of one new edition, the last of six."""
    new = [Text("mickcom", f"1.{number}", words=f"Versie {number}.") for number in range(6, 12)]
    wishes = [wish(*BASE, *new[:count]) for count in range(1, 7)]
    results = race(site, wishes)
    names = assert_whole(site)
    assert any(status == 0 for status, _, _ in results)
    for (status, _, err), wanted in zip(results, wishes, strict=True):
        if status == 0:
            assert {f"{text.agreement}/{text.version}" for text in wanted.texts} <= names
        else:
            assert err.count("\n") == 1 and "git pull" in err


def test_six_publishers_of_agreements_of_their_own(site: Site) -> None:
    """Each has sources that the others lack; concepts too, which could be taken away again."""
    new = [Text(f"proef-{number}", "0.1", status="concept" if number % 2 else "in-force") for number in range(6)]
    results = race(site, [wish(*BASE, text) for text in new])
    names = assert_whole(site)
    succeeded = [text for text, (status, _, _) in zip(new, results, strict=True) if status == 0]
    assert succeeded and any(f"{text.agreement}/{text.version}" in names for text in succeeded)
    for text, (status, _, err) in zip(new, results, strict=True):
        if status == 0 and text.status != "concept":
            assert f"{text.agreement}/0.1" in names
        if status:
            assert err.count("\n") == 1 and "git pull" in err


def test_six_publishers_of_the_same_sources(site: Site) -> None:
    before = site.git("rev-list", "--count", "gh-pages")
    results = race(site, [wish(*BASE, NEW, CONCEPT)] * 6)
    assert [status for status, _, _ in results] == [0] * 6, results
    assert {out for _, out, _ in results} == {f"{site.tip}\n"}
    assert int(site.git("rev-list", "--count", "gh-pages")) == int(before) + 1
    assert {"mickcom/1.6", "mickcom/2.0"} <= assert_whole(site)


def test_another_publisher_is_first(site: Site) -> None:
    """While our concept is built, somebody publishes an edition that we know too: we go on from there."""
    said: list[str] = []
    both = wish(*BASE, NEW, CONCEPT)

    def meanwhile(text: Text) -> None:
        if text == CONCEPT:
            site.publish(wish(*BASE, NEW))

    outcome = site.publish(both.plan(meanwhile), said=said)
    assert outcome.built == ("mickcom/2.0",)
    assert "another publisher was first: starting again from what it published" in said
    assert said.count("building mickcom/2.0 (2 of 2)") == 1
    assert {"mickcom/1.6", "mickcom/2.0"} <= assert_whole(site)
    assert site.git("rev-list", "--count", "gh-pages") == "3"


@pytest.mark.parametrize("status", ["in-force", "concept"])
def test_another_publisher_is_first_with_what_we_do_not_have(site: Site, status: str) -> None:
    theirs = replace(NEW, status=status)

    def meanwhile(text: Text) -> None:
        site.publish(wish(*BASE, theirs))

    with pytest.raises(PublishError, match="git pull"):
        site.publish(wish(*BASE, CONCEPT).plan(meanwhile))
    assert "mickcom/1.6" in assert_whole(site)


def test_others_are_first_time_and_again(site: Site) -> None:
    """Somebody commits by hand just before each of our moves; we end in words."""
    hook = site.root / ".git/hooks/reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    before = site.git("rev-list", "--count", "gh-pages")
    hook.write_text(
        '#!/bin/sh\ntest "$1" = prepared || exit 0\ntest -z "$BUSY" || exit 0\nread -r old new name\n'
        'test "$name" = refs/heads/gh-pages || exit 0\n'
        "next=$(git -c user.name=A -c user.email=a@localhost commit-tree -p gh-pages -m hand gh-pages^{tree})\n"
        f'echo "$next" > {site.root}/.git/refs/heads/gh-pages\nexit 1\n'
    )
    hook.chmod(0o755)
    with pytest.raises(PublishError, match=r"gh-pages moved 12 times .*Publish again when they are done"):
        site.publish(wish(*BASE, NEW))
    hook.unlink()
    assert int(site.git("rev-list", "--count", "gh-pages")) == int(before) + 12
    assert "mickcom/1.6" not in assert_whole(site)


@pytest.fixture
def remote(site: Site, tmp_path: Path) -> Site:
    """A bare repository that holds what is published, known to ``site`` as origin."""
    subprocess.run(["git", "clone", "--quiet", "--bare", str(site.root), str(tmp_path / "remote.git")], check=True)
    site.git("remote", "add", "origin", str(tmp_path / "remote.git"))
    return Site(tmp_path / "remote.git")


def clone(remote: Site, folder: Path) -> Site:
    """A colleague, who has the sources and no branch of the site."""
    subprocess.run(["git", "clone", "--quiet", "--no-checkout", str(remote.root), str(folder)], check=True)
    colleague = Site(folder)
    colleague.git("symbolic-ref", "HEAD", "refs/heads/main")
    for branch in colleague.git("for-each-ref", "--format=%(refname)", "refs/heads").split():
        colleague.git("update-ref", "-d", branch)
    return colleague


def test_push(site: Site, remote: Site) -> None:
    outcome = site.publish(wish(*BASE, NEW), push="origin")
    assert outcome.changed and remote.tip == site.tip == outcome.commit
    assert not site.publish(wish(*BASE, NEW), push="origin").changed


def test_push_to_a_remote_that_has_nothing(site: Site, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "new.git")], check=True)
    outcome = site.publish(wish(*BASE), push=str(tmp_path / "new.git"))
    assert outcome.built == () and outcome.changed
    assert Site(tmp_path / "new.git").tip == site.tip


def test_the_remote_is_ahead(site: Site, remote: Site, tmp_path: Path) -> None:
    colleague = clone(remote, tmp_path / "colleague")
    assert colleague.publish(wish(*BASE, NEW), push="origin").built == ("mickcom/1.6",)
    outcome = site.publish(wish(*BASE, NEW), push="origin")
    assert outcome.built == () and outcome.changed and site.tip == remote.tip


def test_published_here_first_and_pushed_later(site: Site, remote: Site) -> None:
    site.publish(wish(*BASE, NEW))
    outcome = site.publish(wish(*BASE, NEW), push="origin")
    assert outcome.built == () and outcome.changed and remote.tip == site.tip


def test_published_in_two_places_without_pushing(site: Site, remote: Site, tmp_path: Path) -> None:
    """A colleague looked at the site on a branch that knows nothing of the remote's; nobody's branch goes back."""
    colleague = clone(remote, tmp_path / "colleague")
    colleague.publish(wish(*BASE, NEW))
    alone, published = colleague.tip, remote.tip
    outcome = colleague.publish(wish(*BASE, NEW), push="origin")
    assert outcome.built == ("mickcom/1.6",)
    assert remote.tip == colleague.tip and remote.git("rev-parse", "gh-pages^1", "gh-pages^2").split() == [
        published,
        alone,
    ]
    assert site.publish(wish(*BASE, NEW), push="origin").built == ()
    assert "mickcom/1.6" in assert_whole(site)


def test_another_publisher_pushes_first(site: Site, remote: Site, tmp_path: Path) -> None:
    colleague = clone(remote, tmp_path / "colleague")
    said: list[str] = []

    def meanwhile(text: Text) -> None:
        if text == CONCEPT:
            colleague.publish(wish(*BASE, NEW), push="origin")

    site.publish(wish(*BASE, NEW, CONCEPT).plan(meanwhile), push="origin", said=said)
    assert "another publisher was first: starting again from what it published" in said
    assert site.tip == remote.tip and site.git("rev-parse", "gh-pages^") == colleague.tip
    assert {"mickcom/1.6", "mickcom/2.0"} <= assert_whole(site)


def test_a_published_text_is_remembered_by_the_remote(site: Site, remote: Site, tmp_path: Path) -> None:
    colleague = clone(remote, tmp_path / "colleague")
    with pytest.raises(PublishError, match=r"mickcom 1\.5 cannot be published again with another text"):
        colleague.publish(wish(OLD, replace(NOW, words="Anders."), OTHER), push="origin")


def test_a_remote_that_is_not_there_or_refuses(site: Site, remote: Site) -> None:
    before = site.tip
    with pytest.raises(PublishError, match="elders cannot be reached"):
        site.publish(wish(*BASE, NEW), push="elders")
    hook = remote.root / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'vandaag niet' >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(PublishError, match=r"origin .*refused the branch.*vandaag niet"):
        site.publish(wish(*BASE, NEW), push="origin")
    assert site.tip == before == remote.tip
    site.assert_clean()
