"""What the rule about signatures looks at."""

from types import SimpleNamespace
from typing import cast

import pytest

from clausule.check import View
from clausule.check.rules import bad_signature


def test_of_an_edition_that_nobody_signed_no_manifest_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    # It takes the hashes of all editions before it, in each process that looks at one of them.
    made: list[str] = []
    monkeypatch.setattr(bad_signature, "manifest_of", lambda agreement, edition: made.append(edition.version))
    for version, signed in (("1.0", ["2.0"]), ("2.0", ["2.0"])):
        agreement = SimpleNamespace(signatures=dict.fromkeys(signed, b""))
        view = cast("View", SimpleNamespace(agreement=agreement, edition=SimpleNamespace(version=version)))
        assert list(bad_signature.check_edition(view)) == []
    assert made == ["2.0"]
