"""A signature that does not hold

A signature says that who has the publisher's key signed the hashes of an edition. One by a key that
`docs/allowed_signers` does not name, one under another manifest, or one that is damaged says nothing, and whoever
checks the site would take it for a forgery. `clausule sign` writes a signature beside the lock; a key stands on a line
of its own, as OpenSSH writes it.

Wrong:

    docs/voorbeeld/editions.lock
    1.0 sha256:d99e4a3e9d9fc408f53afcdd3030c42f0fb2a639f794f4e4c3ebc61dec9e9398

    docs/voorbeeld/1.0.waarborg.json.sig:1:1
    geen handtekening

Wrong:

    docs/allowed_signers:1:1
    voorbeeld ssh-rsa AAAA

Right:

    docs/voorbeeld/editions.lock
    1.0 sha256:d99e4a3e9d9fc408f53afcdd3030c42f0fb2a639f794f4e4c3ebc61dec9e9398

    docs/allowed_signers
    voorbeeld namespaces="clausule" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJYuSfO4slVkKhAOm7ypMoHpp9LKWHHkEZv59VbSP5Lm

    docs/voorbeeld/1.0.waarborg.json.sig
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgli5J87iyVWQqEA6bvKkygemn0s
    pYceQRm/n1VtI/kuYAAAAIY2xhdXN1bGUAAAAAAAAABnNoYTUxMgAAAFMAAAALc3NoLWVk
    MjU1MTkAAABAV0HnslXlFABBnQ6DvPjgf48ku8osaf9aaVw85+8cWYB3sghYSiHV6CnUTT
    FqJObFb4ihyUWWH0BlqoBcCQFOBg==
    -----END SSH SIGNATURE-----
"""

from collections.abc import Iterable

from clausule.check import AgreementView, View
from clausule.model.findings import Finding
from clausule.model.nodes import Place
from clausule.proof.manifest import manifest_of
from clausule.proof.signature import NoSignature, read_signer, signature_fault, signers_in
from clausule.read.signatures import SIGNERS_FILE, signature_file

SEVERITY = "error"
ALLOWABLE = False

_AGAIN = "take it back from the history of the repository, or take it out and sign anew: clausule sign {slug} {version}"


def check_edition(view: View) -> Iterable[Finding]:
    agreement, version = view.agreement, view.edition.version
    signature = agreement.signatures.get(version)  # few editions have one, and to make a manifest takes long
    if signature is None or (manifest := manifest_of(agreement, view.edition)) is None:
        return
    if fault := signature_fault(signature, manifest, signers_in(agreement.signers), SIGNERS_FILE):
        hint = _AGAIN.format(slug=agreement.slug, version=version)
        yield view.here(_place(agreement.slug, version), f"the signature of {version} does not hold: {fault}", hint)


def check_agreement(view: AgreementView) -> Iterable[Finding]:
    agreement = view.agreement
    frozen = agreement.lock.keys() & {edition.version for edition in agreement.editions}
    for version in agreement.signatures.keys() - frozen:
        message, hint = f"a signature of {version}, which is no frozen edition", "take it out"
        yield view.here(_place(agreement.slug, version), message, hint)
    for number, line in enumerate(agreement.signers, 1):
        try:
            read_signer(line)
        except NoSignature as error:
            hint = "write a line as in 'clausule sign', or take it out"
            yield view.here(Place(SIGNERS_FILE, number, 1), f"this line names no key: {error}", hint)


def _place(slug: str, version: str) -> Place:
    return Place(signature_file(slug, version), 1, 1)
