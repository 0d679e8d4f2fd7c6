"""What a file is: a manifest, a receipt, a signature, an edition as data, or a text; whole, or where it differs.

It goes by what the file says to a reader, and by nothing that it claims of itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from clausule.language.language import language_of
from clausule.model.canonical import canonical
from clausule.model.editions import Agreement, Edition
from clausule.model.hashes import edition_bytes, edition_sha256
from clausule.model.similarity import short
from clausule.proof.held import Held, find_held, shown
from clausule.proof.manifest import NoManifest, manifest_of, read_manifest
from clausule.proof.markdown_file import words_shown
from clausule.proof.pdf_file import only_spaces, pdf_file
from clausule.proof.receipt import NoReceipt, as_words, read_receipt, receipt_differences, receipt_of
from clausule.proof.signature import NoSignature, fingerprint, read_signature, signature_fault, signers_in
from clausule.proof.word_file import word_file
from clausule.proof.words import text_of_data, words_in
from clausule.read.importing.document import NoDocument

MOST_BYTES = 20_000_000
_KINDS = ((b"\xd0\xcf\x11\xe0", "an old Word file"),)
_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"
_PARTS = 6


class Unreadable(ValueError):
    """The file cannot be held against anything; the message says why, and what to do."""


@dataclass(frozen=True)
class Verdict:
    """What a file is, in a sentence, and where it differs from that: place, expected, found; ``edition`` where it is a
    text of one."""

    words: str
    differences: tuple[tuple[str, str, str], ...] = ()
    is_known: bool = True
    edition: Edition | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it is what it seems to be, unaltered."""
        return self.is_known and not self.differences


def judge(data: bytes, agreements: Sequence[Agreement]) -> Verdict:
    """What the file with these bytes is. Raises ``Unreadable`` for what holds no text."""
    if data.startswith(_ZIP):
        return _word(data, agreements)
    if data.startswith(_PDF):
        return _pdf(data, agreements)
    text = _text(data)
    if text.lstrip().startswith("-----BEGIN SSH SIGNATURE"):
        return _signature(data, agreements)
    if text.lstrip()[:1] in ("{", "["):
        try:
            values = json.loads(text)
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            return _data(data, values, agreements)
        if values is not None or text.lstrip().startswith("{"):
            raise Unreadable("it is no JSON that Clausule writes; to hold its words against a text, save it as text")
    own = words_shown(text)
    return _held(own or text, agreements, is_edition=own is not None)


def _word(data: bytes, agreements: Sequence[Agreement]) -> Verdict:
    """A Word file, by the words that it shows."""
    _check_size(data)
    try:
        file = word_file(data)
    except NoDocument as error:
        raise Unreadable(str(error).removesuffix(".")) from error
    verdict = _held(file.text, agreements, is_edition=True)
    if verdict.edition is None:
        return verdict
    agreement = next(one for one in agreements if verdict.edition in one.editions)
    strange = tuple(file.strange(agreement, verdict.edition))
    words = verdict.words
    words += "; judged as if its pending changes were accepted" if file.pending else ""
    words += "; hidden words in it count for nothing" if file.hidden else ""
    return replace(verdict, words=words, differences=(*verdict.differences, *strange))


def _pdf(data: bytes, agreements: Sequence[Agreement]) -> Verdict:
    """A PDF, by the words that its pages show."""
    _check_size(data)
    verdict = Verdict("these words are of no edition that is here", is_known=False)
    for tag in dict.fromkeys(one.language for one in agreements):
        try:
            file = pdf_file(data, tag)
        except NoDocument as error:
            raise Unreadable(str(error).removesuffix(".")) from error
        found = _held(file.text, agreements)
        if found.edition is None or found.edition.language != tag:
            continue
        agreement = next(one for one in agreements if found.edition in one.editions)
        verdict = _held(file.text_of(agreement, found.edition), agreements, is_edition=True, alike=only_spaces)
        strange = tuple(file.strange(agreement, found.edition))
        return replace(verdict, differences=(*verdict.differences, *strange))
    return verdict


def _check_size(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise Unreadable(f"it is larger than {MOST_BYTES // 1_000_000} MB, and no text of an agreement is")


def _text(data: bytes) -> str:
    _check_size(data)
    for begin, name in _KINDS:
        if data.startswith(begin):
            raise Unreadable(f"it is {name}; save its words as a text file, and hold that against the text")
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("it is no text in UTF-8; save it as UTF-8") from error
    if "\0" in text:
        raise Unreadable("it is no text")
    if not text.strip():
        raise Unreadable("it holds no words")
    return text


def _data(data: bytes, values: Mapping[str, Any], agreements: Sequence[Agreement]) -> Verdict:
    if "receipt" in values:
        return _receipt(data, agreements)
    if "manifest" in values:
        return _manifest(data, agreements)
    for _, edition in _frozen(agreements):
        if edition_bytes(edition) == data:
            return Verdict(f"{edition.name}: canoniek.json, whole and unaltered")
    text = text_of_data(values)
    if text is None:
        raise Unreadable("it is no JSON that Clausule writes; to hold its words against a text, save it as text")
    verdict = _held(text, agreements, is_edition=True)
    if verdict.is_whole and not all(isinstance(one, dict) for one in values["articles"]):
        why = ("file", "the bytes of canoniek.json", "its words, and another number, date, link or form")
        return Verdict(verdict.words, (why,))
    return verdict


def _frozen(agreements: Sequence[Agreement]) -> Iterator[tuple[Agreement, Edition]]:
    for agreement in agreements:
        for edition in agreement.editions:
            if edition.version in agreement.lock:
                yield agreement, edition


def _named(values: Mapping[str, Any], agreements: Sequence[Agreement]) -> tuple[Agreement, Edition] | None:
    """The frozen edition that a file names."""
    name = str(values["agreement"]), str(values["version"])
    return next((found for found in _frozen(agreements) if (found[1].name_in_hash, found[1].version) == name), None)


def _unknown(kind: str, values: Mapping[str, Any]) -> Verdict:
    name = f"{short(values['agreement'])}/{short(values['version'])}"
    return Verdict(f"{kind} of {name}, of which no frozen edition is here", is_known=False)


def _manifest(data: bytes, agreements: Sequence[Agreement]) -> Verdict:
    try:
        values = read_manifest(data)
    except NoManifest as error:
        return Verdict(f"it says that it is a manifest, and is none: {error}", is_known=False)
    named = _named(values, agreements)
    if named is None:
        return _unknown("a manifest", values)
    agreement, edition = named
    manifest = manifest_of(agreement, edition) or b"{}"
    differences = tuple(_unequal("", json.loads(manifest), values)) if manifest != data else ()
    if manifest != data and not differences:  # 1.0 or true for 1, a name twice, white space: the hash is another
        differences = (("file", "the bytes of waarborg.json", "the same values, written otherwise"),)
    return Verdict(f"the manifest of {edition.name}{_signed_by(agreement, edition)}", differences)


def _signed_by(agreement: Agreement, edition: Edition) -> str:
    signature = agreement.signatures.get(edition.version)
    if signature is None:
        return ", which is not signed"
    signers = signers_in(agreement.signers)
    fault = signature_fault(signature, manifest_of(agreement, edition) or b"", signers, "allowed_signers")
    if fault:
        return f", whose signature does not hold: {fault}"
    key = read_signature(signature).key
    return f", signed by {signers[key]} ({fingerprint(key)})"


def _signature(data: bytes, agreements: Sequence[Agreement]) -> Verdict:
    try:
        signature = read_signature(data)
    except NoSignature as error:
        return Verdict(f"a signature that cannot be read: {error}", is_known=False)
    for agreement, edition in _frozen(agreements):
        if signature.stands_under(manifest_of(agreement, edition) or b""):
            name = signers_in(agreement.signers).get(signature.key)
            by = f"{name} ({fingerprint(signature.key)})" if name else f"the unknown key {fingerprint(signature.key)}"
            return Verdict(f"a signature under the manifest of {edition.name} by {by}", is_known=name is not None)
    return Verdict("a signature that stands under no manifest here", is_known=False)


def _receipt(data: bytes, agreements: Sequence[Agreement]) -> Verdict:
    try:
        values = read_receipt(data)
    except NoReceipt as error:
        return Verdict(f"it says that it is a receipt, and is none: {error}", is_known=False)
    named = _named(values, agreements)
    if named is None:
        return _unknown("a receipt", values)
    agreement, edition = named
    manifest = manifest_of(agreement, edition) or b""
    differences = receipt_differences(values, manifest)
    if not differences:
        held = [row["id"] for row in values["held"]]
        good = receipt_of(agreement, edition, manifest, language_of(edition.language), held)
        differences = list(_unequal("", good, values))
    held_words = "the whole text" if not values["held"] else _ids([row["id"] for row in values["held"]])
    return Verdict(
        f"a receipt of {edition.name}, {held_words}; it proves neither agreement nor person nor time",
        tuple(differences),
    )


def _unequal(path: str, expected: Any, found: Any) -> Iterator[tuple[str, str, str]]:
    """Where two values of JSON differ; rows that have an ``id`` are known by that."""
    if expected == found:
        return
    if isinstance(expected, list) and isinstance(found, list) and all(map(_has_id, (*expected, *found))):
        expected, found = ({row["id"]: row for row in rows} for rows in (expected, found))
        if expected == found:
            yield path, "its rows in the order of the text", "the same rows in another order, or twice"
    if not (isinstance(expected, dict) and isinstance(found, dict)):
        yield path or "file", short(as_words(expected)), short(as_words(found))
        return
    for name in (*expected, *(name for name in found if name not in expected)):
        step = f"{path} {name}".strip()
        yield from _unequal(step, expected.get(name, "nothing"), found.get(name, "nothing"))


def _has_id(row: Any) -> bool:
    return isinstance(row, dict) and isinstance(row.get("id"), str)


def _held(
    text: str,
    agreements: Sequence[Agreement],
    *,
    is_edition: bool = False,
    alike: Callable[[str, str], bool] = lambda expected, found: False,
) -> Verdict:
    """``alike`` says of words that are not the same whether they count as the same nevertheless."""
    of = {edition: agreement for agreement in agreements for edition in agreement.editions}
    held = find_held(words_in(text), of)
    if held is None:
        return Verdict("these words are of no edition that is here", is_known=False)
    edition = held.edition
    recorded = of[edition].lock.get(edition.version)
    if recorded and recorded != edition_sha256(edition):
        raise Unreadable(
            f"the text of {edition.name} is here no longer as it was frozen, so nothing can be held against it; see "
            f"clausule check {edition.agreement}"
        )
    held = replace(held, differences=tuple(one for one in held.differences if not alike(one.expected, one.found)))
    around = held.around
    if is_edition:  # the data name the agreement where the text has no title of its own
        around = tuple(row for row in around if row != canonical(of[edition].title))
    differences = [(_place(edition, one.at), one.expected, one.found) for one in held.differences]
    differences += [(edition.name, "nothing besides its words", shown(row.split())) for row in around]
    if is_edition:
        differences += [(_place(edition, part), "its words", "nothing") for part in held.missing]
    return Verdict(_told(replace(held, around=around), recorded is not None), tuple(differences), edition=edition)


def _place(edition: Edition, part: str) -> str:
    return f"{edition.name} {part or 'title'}"


def _told(held: Held, is_frozen: bool) -> str:
    what = "the whole text" if not held.missing else _ids(held.parts)
    words = f"{held.edition.name}: {what}"
    if held.differences or held.around:
        words += f", {_apart(held)}"
    else:
        words += ", unaltered"
    if held.also:
        words += f" (the same words stand in {', '.join(edition.name for edition in held.also)})"
    return words if is_frozen else f"{words}; this edition is not frozen, and may change"


def _apart(held: Held) -> str:
    if not held.differences:
        return "unaltered, with other words around it"
    if not any(one.expected for one in held.differences):
        return "of which every word is there, with other words among them"
    return "not as it is published"


def _ids(parts: Sequence[str]) -> str:
    named = [part for part in parts if part]
    return ", ".join(named) if len(named) <= _PARTS else f"{len(named)} parts, from {named[0]} to {named[-1]}"
