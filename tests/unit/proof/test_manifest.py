"""The manifest: only what never changes, a chain in order of freezing, and bytes in one form."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import jsonschema
import pytest

from clausule.formats.format import formats_of
from clausule.formats.manifest_json import SCHEMA
from clausule.formats.receipt_json import SCHEMA as RECEIPT_SCHEMA
from clausule.language.language import language_of
from clausule.model.editions import Agreement, Edition, Imprint
from clausule.model.hashes import canonical_json, clause_sha256, edition_sha256
from clausule.model.notes import Erratum
from clausule.proof.manifest import (
    NoManifest,
    followed,
    manifest_of,
    manifest_sha256,
    read_manifest,
    sha256_of,
)
from clausule.proof.receipt import NoReceipt, read_receipt, receipt_differences, receipt_of
from editions import HERE, agreement, edition
from session import read_home


def frozen(*names: str) -> Agreement:
    """Three editions of one agreement, frozen in the order of ``names``."""
    made = {name: edition(name, [f"Woorden van {name}."]) for name in ("1", "2", "3")}
    return replace(agreement(*made.values()), lock={name: edition_sha256(made[name]) for name in names})


def of(one: Agreement, version: str) -> Edition:
    return next(edition for edition in one.editions if edition.version == version)


def told(one: Agreement, version: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(manifest_of(one, of(one, version)) or b"{}")
    return found


@cache
def here() -> tuple[Agreement, ...]:
    return read_home().agreements


def test_the_chain_goes_by_the_lines_of_the_lock() -> None:
    one = frozen("2", "1", "3")
    assert told(one, "2")["previous"] is None
    assert told(one, "1")["previous"] == {"version": "2", "sha256": manifest_sha256(one, of(one, "2"))}
    assert told(one, "3")["previous"] == {"version": "1", "sha256": manifest_sha256(one, of(one, "1"))}
    assert manifest_sha256(one, of(one, "3")) == sha256_of(manifest_of(one, of(one, "3")) or b"")
    assert manifest_sha256(frozen("1", "2", "3"), of(one, "3")) == ""  # an edition of another agreement


def test_who_changes_one_changes_all_that_came_after_it() -> None:
    one = frozen("1", "2", "3")
    other = replace(one, editions=(edition("1", ["Andere woorden."]), *one.editions[1:]))
    assert manifest_sha256(other, of(other, "3")) != manifest_sha256(one, of(one, "3"))
    assert {**told(other, "3"), "previous": 0} == {**told(one, "3"), "previous": 0}


def test_a_draft_has_none() -> None:
    one = frozen("1", "2")
    assert manifest_of(one, of(one, "3")) is None and manifest_sha256(one, of(one, "3")) == ""
    assert followed(one, of(one, "3")) == ()
    files = [form.file for form in formats_of(one, of(one, "3"))]
    assert files == ["overeenkomst.pdf", "overeenkomst.docx", "overeenkomst.json", "overeenkomst.md"]
    assert {"waarborg.json", "ontvangstbewijs.json"} < {form.file for form in formats_of(one, of(one, "1"))}


def test_what_stands_beside_the_text_is_not_in_it() -> None:
    one = frozen("1")
    first = of(one, "1")
    erratum = Erratum(at="artikel-1.1", words="a", should="b", note="c", place=HERE)
    body = replace(first.body, errata=(erratum,))
    later = replace(one, editions=(replace(first, read=lambda: body, made_of={"x": "y"}), *one.editions[1:]))
    assert manifest_of(later, of(later, "1")) == manifest_of(one, first)


def test_what_was_read_before_is_not_read_again() -> None:
    one = frozen("1", "2")

    def unread() -> Any:
        raise AssertionError("its words were read")

    def known(version: str, manifest: tuple[str, ...]) -> Edition:
        imprint = Imprint(sha256="", pages=(), frame="", manifest=manifest)
        return replace(of(one, version), read=unread, imprint=imprint)

    first = known("1", followed(one, of(one, "1")))
    same = replace(one, editions=(first, of(one, "2")))
    assert manifest_of(same, of(same, "2")) == manifest_of(one, of(one, "2"))
    # What was remembered of another chain is not believed.
    second = known("2", (*followed(one, of(one, "2"))[:2], "0" * 64))
    with pytest.raises(AssertionError, match="its words were read"):
        manifest_sha256(replace(one, editions=(first, second)), second)


def test_the_manifests_of_this_repository_keep_their_contract() -> None:
    checked = 0
    for one in here():
        for frozen_one in one.editions:
            if frozen_one.version in one.lock:
                data = manifest_of(one, frozen_one)
                assert data is not None
                found = read_manifest(data)
                jsonschema.Draft202012Validator(json.loads(SCHEMA.read())).validate(found)
                assert found["sha256"] == one.lock[frozen_one.version]
                clauses = [clause for article in frozen_one.articles for clause in article.clauses]
                assert found["clauses"] == [
                    {"id": clause.id, "sha256": clause_sha256(clause, frozen_one.recipe)} for clause in clauses
                ]
                checked += 1
    assert checked >= 3


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"{}", "no manifest of this form"),
        (b" " * 5_000_001, "larger than 5 MB"),
    ],
)
def test_what_is_no_manifest_is_said(data: bytes, why: str) -> None:
    with pytest.raises(NoManifest, match=why):
        read_manifest(data)


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("sha256", "0", "a hash in it is none"),
        ("sha256", None, "a hash in it is none"),
        ("previous", {"version": "1", "sha256": "A" * 64}, "a hash in it is none"),
        ("previous", "1", "a hash in it is none"),
        ("clauses", [{"id": "artikel-1.1", "sha256": "x"}], "lists of hashes"),
        ("annexes", {}, "lists of hashes"),
        ("agreement", 1, "no agreement and version"),
    ],
)
def test_a_forged_manifest_is_said(name: str, value: object, why: str) -> None:
    with pytest.raises(NoManifest, match=why):
        read_manifest(canonical_json(told(frozen("1"), "1") | {name: value}))


def test_other_bytes_of_the_same_are_another_file() -> None:
    with pytest.raises(NoManifest, match="RFC 8785"):
        read_manifest(json.dumps(told(frozen("1"), "1"), indent=1).encode())


def test_the_form_is_that_of_rfc_8785() -> None:
    # The example of RFC 8785, 3.2.2, without the numbers and names that no manifest has.
    value = {"string": '€$\x0f\nA\'B"\\\\"/', "literals": [None, True, False]}
    expected = '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    assert canonical_json(value) == expected.encode()


def receipt(*held: str) -> tuple[dict[str, Any], bytes]:
    one = frozen("1", "2")
    manifest = manifest_of(one, of(one, "2"))
    assert manifest is not None
    return receipt_of(one, of(one, "2"), manifest, language_of("nl"), held), manifest


def test_a_receipt_says_which_text_was_held() -> None:
    made, manifest = receipt()
    jsonschema.Draft202012Validator(json.loads(RECEIPT_SCHEMA.read())).validate(made)
    assert made["manifest"] == sha256_of(manifest) and sha256_of(manifest) in made["words"]
    assert made["held"] == [] and "bewijst niet" in made["limits"]
    assert receipt_differences(read_receipt(json.dumps(made).encode()), manifest) == []


def test_a_receipt_of_parts_names_them() -> None:
    made, manifest = receipt("artikel-1.1")
    assert made["held"] == [{"id": "artikel-1.1", "sha256": json.loads(manifest)["clauses"][0]["sha256"]}]
    assert "artikel-1.1" in made["words"]
    assert receipt_differences(made, manifest) == []
    with pytest.raises(NoReceipt, match="no part 'artikel-9'"):
        receipt("artikel-9")


def test_a_receipt_of_another_text_is_said() -> None:
    made, manifest = receipt("artikel-1.1")
    made |= {"version": "3", "manifest": "0" * 64}
    made["held"] = [{"id": "artikel-1.1", "sha256": "1" * 64}, {"id": "artikel-9", "sha256": "2" * 64}]
    found = receipt_differences(made, manifest)
    assert [name for name, _, _ in found] == ["version", "manifest", "artikel-1.1", "artikel-9"]
    assert found[0] == ("version", "2", "3") and found[3] == ("artikel-9", "nothing", "2" * 64)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"receipt": 1}', b'{"receipt": 2}', b"[" * 99_999, b'{"receipt": 1, "held": [1]}']
)
def test_what_is_no_receipt_is_said(data: bytes) -> None:
    with pytest.raises(NoReceipt):
        read_receipt(data)
