"""The publisher's signature under a manifest (``waarborg.json.sig``), as ``ssh-keygen -Y sign`` writes it."""

from __future__ import annotations

from clausule.model.addresses import MANIFEST

NAMESPACE = "clausule"
"""What the signature is for: one that was made for something else is none here (OpenSSH, PROTOCOL.sshsig)."""

SIGNATURE = f"{MANIFEST}.sig"
