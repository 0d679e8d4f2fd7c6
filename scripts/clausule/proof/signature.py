"""The publisher's signature under a manifest (``waarborg.json.sig``), as ``ssh-keygen -Y sign`` writes it.

The form is OpenSSH's SSHSIG (its file PROTOCOL.sshsig), by an Ed25519 key. Keys that count stand in a file in the form
of ``allowed_signers`` (ssh-keygen(1), 'ALLOWED SIGNERS').
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clausule.proof.ed25519 import is_signed

NAMESPACE = "clausule"
"""What the signature is for: one that was made for something else is none here."""

_MAGIC, _KIND = b"SSHSIG", b"ssh-ed25519"
_ARMOUR = re.compile(rb"\s*-----BEGIN SSH SIGNATURE-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END SSH SIGNATURE-----\s*")
_HASHES = {b"sha256": hashlib.sha256, b"sha512": hashlib.sha512}
_MOST_BYTES = 10_000
_WORD = re.compile(r'(?:[^\s"]|"[^"]*")+')
_NAMESPACES = re.compile(r'namespaces="([^"]*)"', re.I)


class NoSignature(ValueError):
    """The bytes are no signature, or a line names no key; the message says why."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a signature holds: the key it is by, and what it was made for."""

    key: bytes
    namespace: bytes
    reserved: bytes
    hash: bytes
    signature: bytes

    def stands_under(self, data: bytes) -> bool:
        """Whether it was made over ``data``, and for us."""
        hashed = _HASHES[self.hash](data).digest()
        parts = (self.namespace, self.reserved, self.hash, hashed)
        message = _MAGIC + b"".join(len(part).to_bytes(4, "big") + part for part in parts)
        return self.namespace == NAMESPACE.encode() and is_signed(self.key, message, self.signature)


def read_signature(data: bytes) -> Signature:
    """The signature in a file. Raises ``NoSignature`` for what is none, or is by a key of another kind."""
    armoured = _ARMOUR.fullmatch(data) if len(data) <= _MOST_BYTES else None
    if not armoured:
        raise NoSignature("it is no signature as ssh-keygen writes it")
    try:
        blob = base64.b64decode(b"".join(armoured[1].split()), validate=True)
    except binascii.Error as error:
        raise NoSignature("it is no signature as ssh-keygen writes it") from error
    if blob[:10] != _MAGIC + b"\0\0\0\1":
        raise NoSignature("it is no signature of the form that is known (SSHSIG 1)")
    key, namespace, reserved, name, signed = _strings(blob[10:], 5)
    kind, signature = _strings(signed, 2)
    if kind != _KIND:
        raise NoSignature("it is not by an Ed25519 key; make one with: ssh-keygen -t ed25519")
    if name not in _HASHES:
        raise NoSignature("its hash is not sha256 or sha512")
    return Signature(_key(key), namespace, reserved, name, signature)


def read_signer(line: str) -> tuple[bytes, str] | None:
    """The key on a line of ``allowed_signers``, and whose it is; nothing on an empty line or a remark.

    Raises ``NoSignature`` for a line that cannot be read, a key of another kind, or one that is for something else.
    """
    words = _WORD.findall(line)
    if not words or words[0].startswith("#"):
        return None
    at = next((number for number, word in enumerate(words) if re.match(r"(sk-)?(ssh|ecdsa)-", word)), 0)
    if at not in (1, 2) or len(words) < at + 2:
        raise NoSignature('it is not written as: publisher namespaces="clausule" ssh-ed25519 AAAA...')
    if words[at] != _KIND.decode():
        raise NoSignature("it is no Ed25519 key; make one with: ssh-keygen -t ed25519")
    if at == 2:
        named = _NAMESPACES.fullmatch(words[1])
        if not named:
            raise NoSignature(f"the option '{words[1]}' is not known here; only namespaces is")
        if NAMESPACE not in named[1].split(","):
            raise NoSignature(f"its namespaces leave out {NAMESPACE}")
    try:
        blob = base64.b64decode(words[at + 1], validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoSignature("its key is not whole") from error
    return _key(blob), words[0].strip('"')


def signers_in(lines: Iterable[str]) -> dict[bytes, str]:
    """The keys that can be read, each with whose it is."""
    found: dict[bytes, str] = {}
    for line in lines:
        try:
            signer = read_signer(line)
        except NoSignature:
            continue
        if signer:
            found.setdefault(*signer)
    return found


def signature_fault(data: bytes, manifest: bytes, signers: Mapping[bytes, str], file: str) -> str:
    """What is wrong with a signature under ``manifest``; empty where it is good. ``file`` has the ``signers``."""
    try:
        signature = read_signature(data)
    except NoSignature as error:
        return str(error)
    if signature.key not in signers:
        return f"it is by the key {fingerprint(signature.key)}, which {file} does not name"
    if not signature.stands_under(manifest):
        return "it does not stand under the manifest of this edition: it was made over another, or was changed"
    return ""


def fingerprint(key: bytes) -> str:
    """A key as its owner writes it down, and ``ssh-keygen -l`` shows it."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(_blob(key)).digest()).decode().rstrip("=")


def key_line(key: bytes) -> str:
    """A key as a line of OpenSSH."""
    return f"{_KIND.decode()} {base64.b64encode(_blob(key)).decode()}"


def _blob(key: bytes) -> bytes:
    return b"".join(len(part).to_bytes(4, "big") + part for part in (_KIND, key))


def _key(blob: bytes) -> bytes:
    """The 32 bytes of a key as OpenSSH writes it."""
    kind, key = _strings(blob, 2)
    if kind != _KIND or len(key) != 32:
        raise NoSignature("it is not by an Ed25519 key; make one with: ssh-keygen -t ed25519")
    return key


def _strings(data: bytes, count: int) -> list[bytes]:
    """The strings that follow each other, as many as there must be: a length in four bytes and as many bytes."""
    found: list[bytes] = []
    while len(data) >= 4 and len(found) < count:
        size = int.from_bytes(data[:4], "big")
        found.append(data[4 : 4 + size])
        if len(found[-1]) < size:
            break
        data = data[4 + size :]
    if data or len(found) < count:
        raise NoSignature("it is not whole")
    return found
