"""A signature: read as OpenSSH writes it, held against RFC 8032, and never taken for what it is not."""

from __future__ import annotations

import base64

import pytest

from clausule.proof.ed25519 import is_signed
from clausule.proof.signature import (
    NoSignature,
    fingerprint,
    key_line,
    read_signature,
    read_signer,
    signature_fault,
    signers_in,
)

# RFC 8032, 7.1: tests 1, 2, 3 and 'SHA(abc)': public key, message, signature.
VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]

# Made with OpenSSH: ssh-keygen -t ed25519; printf waarborg | ssh-keygen -Y sign -n clausule (and -n file).
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJYuSfO4slVkKhAOm7ypMoHpp9LKWHHkEZv59VbSP5Lm"
LINE = f'"Een uitgever" namespaces="file,clausule" {KEY} opmerking'
MANIFEST = b"waarborg"
SIGNATURE = b"""-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgli5J87iyVWQqEA6bvKkygemn0s
pYceQRm/n1VtI/kuYAAAAIY2xhdXN1bGUAAAAAAAAABnNoYTUxMgAAAFMAAAALc3NoLWVk
MjU1MTkAAABAHjjV1sXBywJXx4Uw7cfvHa4CjOJB3xU5W/a5OlqV2tfc8nbIcWtdjpUHkw
OJwMv2DoJzcHpkbW41R5PafdvrBw==
-----END SSH SIGNATURE-----
"""
FOR_FILES = b"""-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgli5J87iyVWQqEA6bvKkygemn0s
pYceQRm/n1VtI/kuYAAAAEZmlsZQAAAAAAAAAGc2hhNTEyAAAAUwAAAAtzc2gtZWQyNTUx
OQAAAEBgRXhM1R7NCmWJcnbyVM/0CaC+YmMsHRgQWpBDJ4f3Xxe4NipfQppOKySqIBVsRy
rQWgBuEWarmowInYEZsJoF
-----END SSH SIGNATURE-----
"""


@pytest.mark.parametrize(("key", "message", "signature"), VECTORS)
def test_the_examples_of_the_rfc(key: str, message: str, signature: str) -> None:
    data = bytes.fromhex(key), bytes.fromhex(message), bytes.fromhex(signature)
    assert is_signed(*data)
    assert not is_signed(data[0], data[1] + b"x", data[2])
    for at in (0, 31, 32, 63):
        changed = bytearray(data[2])
        changed[at] ^= 1
        assert not is_signed(data[0], data[1], bytes(changed))


def test_what_is_no_point_or_too_large_is_no_signature() -> None:
    key, message, signature = (bytes.fromhex(one) for one in VECTORS[1])
    order = 2**252 + 27742317777372353535851937790883648493
    larger = (int.from_bytes(signature[32:], "little") + order).to_bytes(32, "little")
    assert not is_signed(key, message, signature[:32] + larger)  # RFC 8032, 5.1.7: it would hold modulo the order
    assert not is_signed(b"\xff" * 32, message, signature)  # y is not below p
    assert not is_signed(b"\x02" + bytes(31), message, signature)  # no x belongs to it
    assert not is_signed(b"\x01" + bytes(30) + b"\x80", message, signature)  # x is 0, with a sign
    assert not is_signed(key[:31], message, signature) and not is_signed(key, message, signature[:63])


def test_a_signature_of_openssh_holds() -> None:
    signers = signers_in([LINE])
    assert list(signers.values()) == ["Een uitgever"]
    assert signature_fault(SIGNATURE, MANIFEST, signers, "f") == ""
    key = read_signature(SIGNATURE).key
    assert key_line(key) == KEY and fingerprint(key) == "SHA256:3UI8mXI03kE40nA2CT+gkIcgX7/nYCO+1jiBlvaegYM"


def test_another_manifest_key_or_purpose_is_said() -> None:
    signers = signers_in([LINE])
    assert "does not stand under the manifest" in signature_fault(SIGNATURE, MANIFEST + b"x", signers, "f")
    assert "does not stand under the manifest" in signature_fault(FOR_FILES, MANIFEST, signers, "f")
    assert (
        signature_fault(SIGNATURE, MANIFEST, {}, "docs/f")
        == "it is by the key SHA256:3UI8mXI03kE40nA2CT+gkIcgX7/nYCO+1jiBlvaegYM, which docs/f does not name"
    )


def armoured(blob: bytes) -> bytes:
    return b"-----BEGIN SSH SIGNATURE-----\n" + base64.b64encode(blob) + b"\n-----END SSH SIGNATURE-----\n"


BLOB = base64.b64decode(b"".join(SIGNATURE.splitlines()[1:-1]))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no signature as ssh-keygen writes it"),
        (b"\xff\xfe", "no signature as ssh-keygen writes it"),
        (b" " * 10_001, "no signature as ssh-keygen writes it"),
        (SIGNATURE.replace(b"BEGIN SSH", b"BEGIN PGP"), "no signature as ssh-keygen writes it"),
        (b"-----BEGIN SSH SIGNATURE-----\nA\n-----END SSH SIGNATURE-----", "no signature as ssh-keygen writes it"),
        (armoured(b"SSHSIG\0\0\0\2" + BLOB[10:]), "SSHSIG 1"),
        (armoured(BLOB[:-1]), "not whole"),
        (armoured(BLOB + b"\0"), "not whole"),
        (armoured(BLOB[:10]), "not whole"),
        (armoured(BLOB.replace(b"sha512", b"sha384")), "not sha256 or sha512"),
        (armoured(BLOB.replace(b"ssh-ed25519", b"ssh-ed25518", 1)), "Ed25519"),
        (armoured(BLOB.replace(b"ssh-ed25519", b"ssh-ed25518")), "Ed25519"),
    ],
)
def test_what_is_no_signature_is_said(data: bytes, why: str) -> None:
    with pytest.raises(NoSignature, match=why):
        read_signature(data)
    assert why in signature_fault(data, MANIFEST, signers_in([LINE]), "f")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("iemand", "not written as"),
        (KEY, "not written as"),
        (f"iemand a b {KEY}", "not written as"),
        ("iemand ssh-ed25519", "not written as"),
        ("iemand ssh-rsa AAAA", "no Ed25519 key"),
        ("iemand sk-ssh-ed25519@openssh.com AAAA", "no Ed25519 key"),
        (f'iemand namespaces="file" {KEY}', "leave out clausule"),
        (f"iemand cert-authority {KEY}", "cert-authority"),
        ("iemand ssh-ed25519 AAA", "not whole"),
        ("iemand ssh-ed25519 é", "not whole"),
        (KEY.replace("ssh-ed25519 ", "iemand ssh-ed25519 ")[:-8], "not whole"),
    ],
)
def test_a_line_that_names_no_key_is_said(line: str, why: str) -> None:
    with pytest.raises(NoSignature, match=why):
        read_signer(line)
    assert signers_in([line]) == {}


def test_empty_lines_and_remarks_name_nobody_and_the_first_name_counts() -> None:
    assert read_signer("") is None and read_signer("  # iemand") is None
    assert list(signers_in(["", "# x", f"a {KEY}", f"b {KEY}"]).values()) == ["a"]
