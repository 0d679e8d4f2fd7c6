"""Signs the manifests of frozen editions with the publisher's own key, by ``ssh-keygen``."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from clausule.author.freeze import write_whole
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_sha256
from clausule.model.lookup import AuthoringError
from clausule.proof.manifest import manifest_of
from clausule.proof.signature import (
    NAMESPACE,
    NoSignature,
    key_line,
    read_signature,
    signature_fault,
    signers_in,
)
from clausule.read.signatures import SIGNERS_FILE, signature_file

_PROGRAM = "ssh-keygen"


def unsigned(agreement: Agreement) -> list[Edition]:
    """The frozen editions that have no signature yet."""
    return [
        edition
        for edition in agreement.editions
        if edition.version in agreement.lock and edition.version not in agreement.signatures
    ]


def sign(root: Path, agreement: Agreement, editions: Sequence[Edition], key: Path) -> list[str]:
    """Signs the manifests of ``editions`` with the secret key in ``key``, and returns the paths written.

    Raises ``AuthoringError``, and has written nothing, for an edition that is not frozen, whose text changed or that is
    signed, for a key that cannot be used or that ``docs/allowed_signers`` does not name.
    """
    if not key.is_file():
        raise AuthoringError(f"there is no key {key}. Make one: {_PROGRAM} -t ed25519 -C NAME -f {key}")
    made = {signature_file(agreement.slug, one.version): _signed(agreement, one, key) for one in editions}
    for path, signature in made.items():
        write_whole(root / path, signature.decode())
    return list(made)


def _signed(agreement: Agreement, edition: Edition, key: Path) -> bytes:
    recorded, manifest = agreement.lock.get(edition.version), manifest_of(agreement, edition)
    if recorded is None or manifest is None:
        raise AuthoringError(
            f"{edition.name} is not frozen, and only what never changes is signed. First: clausule freeze "
            f"{agreement.slug} {edition.version}"
        )
    if edition_sha256(edition) != recorded:
        raise AuthoringError(
            f"the text of {edition.name} is no longer the one that was frozen. See: clausule check {agreement.slug}"
        )
    if edition.version in agreement.signatures:
        file = signature_file(agreement.slug, edition.version)
        raise AuthoringError(f"{edition.name} is signed already. To sign it anew, take {file} out first.")
    signature = _run(key, manifest)
    try:
        by = read_signature(signature).key
    except NoSignature as error:
        raise AuthoringError(f"what {_PROGRAM} made with {key} cannot be used: {error}.") from error
    if by not in signers_in(agreement.signers):
        name = agreement.publisher.replace('"', "") or agreement.slug
        line = f'"{name}" namespaces="{NAMESPACE}" {key_line(by)}'
        raise AuthoringError(f"{SIGNERS_FILE} does not name the key in {key}. Write this line in it: {line}")
    fault = signature_fault(signature, manifest, signers_in(agreement.signers), SIGNERS_FILE)
    if fault:
        raise AuthoringError(f"what {_PROGRAM} made with {key} does not hold: {fault}.")
    return signature


def _run(key: Path, manifest: bytes) -> bytes:
    """The signature, which the program writes on standard output; it asks for a pass phrase on the terminal."""
    try:
        done = subprocess.run(
            [_PROGRAM, "-Y", "sign", "-n", NAMESPACE, "-f", str(key)], input=manifest, capture_output=True, check=False
        )
    except OSError as error:
        raise AuthoringError(f"{_PROGRAM} cannot be run ({error.strerror}). It comes with OpenSSH.") from error
    if done.returncode:
        said = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if line.strip()]
        raise AuthoringError(f"{_PROGRAM} made no signature with {key}: {said[-1] if said else 'it gave no reason'}")
    return done.stdout
