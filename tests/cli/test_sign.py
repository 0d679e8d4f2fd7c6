"""Signing: only what is frozen, by a key that counts; else one sentence, and nothing written."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from clausule.author.sign import sign, unsigned
from clausule.formats.format import formats_of
from clausule.model.editions import Agreement
from clausule.model.hashes import edition_sha256
from clausule.model.lookup import AuthoringError
from clausule.proof.manifest import manifest_of
from clausule.proof.signature import signature_fault, signers_in
from editions import agreement, edition

pytestmark = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="OpenSSH is not here")


def make_key(folder: Path, name: str, kind: str = "ed25519") -> Path:
    key = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", "", "-f", key], check=True)
    return key


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return make_key(tmp_path, "key")


def frozen(key: Path | None = None) -> Agreement:
    one = agreement(edition("1", ["Een."]), edition("2", ["Twee."]), edition("3", ["Drie."]))
    lock = {each.version: edition_sha256(each) for each in one.editions[:2]}
    signers = (f"uitgever {key.with_suffix('.pub').read_text().strip()}",) if key else ()
    return replace(one, lock=lock, signers=signers)


def test_each_frozen_edition_is_signed_once(tmp_path: Path, key: Path) -> None:
    one = frozen(key)
    (tmp_path / "docs" / one.slug).mkdir(parents=True)
    paths = sign(tmp_path, one, unsigned(one), key)
    assert paths == [f"docs/{one.slug}/{version}.waarborg.json.sig" for version in ("1", "2")]
    made = {version: (tmp_path / path).read_bytes() for version, path in zip("12", paths, strict=True)}
    for each in one.editions[:2]:
        manifest = manifest_of(one, each) or b""
        assert signature_fault(made[each.version], manifest, signers_in(one.signers), "f") == ""
    signed = replace(one, signatures=made)
    assert unsigned(signed) == []
    with pytest.raises(AuthoringError, match="signed already"):
        sign(tmp_path, signed, [one.editions[0]], key)
    names = [form.file for form in formats_of(signed, one.editions[0])]
    assert "waarborg.json.sig" in names and "waarborg.json.sig" not in [
        f.file for f in formats_of(one, one.editions[0])
    ]


def test_what_cannot_be_signed_is_said_and_nothing_is_written(tmp_path: Path, key: Path) -> None:
    one = frozen(key)
    (tmp_path / "docs" / one.slug).mkdir(parents=True)
    changed = replace(one, editions=(edition("1", ["Anders."]), *one.editions[1:]))
    other, rsa = make_key(tmp_path, "other"), make_key(tmp_path, "rsa", "rsa")
    (tmp_path / "none").write_text("geen sleutel")
    for agreed, number, with_key, why in (
        (one, 2, key, "is not frozen"),
        (changed, 0, key, "no longer the one that was frozen"),
        (one, 0, other, "docs/allowed_signers does not name the key"),
        (frozen(), 0, key, f'Write this line in it: "{one.slug}" namespaces="clausule" ssh-ed25519 '),
        (one, 0, rsa, "not by an Ed25519 key"),
        (one, 0, tmp_path / "gone", "there is no key"),
        (one, 0, tmp_path / "none", "ssh-keygen made no signature"),
    ):
        with pytest.raises(AuthoringError, match=why):
            sign(tmp_path, agreed, [agreed.editions[1 - min(number, 1)], agreed.editions[number]], with_key)
    assert list((tmp_path / "docs" / one.slug).iterdir()) == []


def test_without_ssh_keygen_it_says_where_it_comes_from(
    tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = frozen(key)
    monkeypatch.setattr("clausule.author.sign._PROGRAM", "no-such-program")
    with pytest.raises(AuthoringError, match="comes with OpenSSH"):
        sign(tmp_path, one, [one.editions[0]], key)
