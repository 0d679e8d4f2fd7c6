"""What a file is: by its visible words alone, whole or where they differ, and one sentence for what is nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from clausule.analysis.references import Notes
from clausule.formats.edition_json import edition_json
from clausule.language.language import language_of
from clausule.model.editions import Agreement
from clausule.model.hashes import canonical_json, edition_bytes, edition_sha256
from clausule.model.nodes import Items
from clausule.proof.file import MOST_BYTES, Unreadable, Verdict, judge
from clausule.proof.manifest import manifest_of
from clausule.proof.receipt import receipt_of
from editions import agreement, edition, item

REPORT = "Verwerker meldt ieder datalek binnen vierentwintig uur aan de klant."
SECRET = "Verwerker houdt geheim wat hij van de klant verneemt, ook later."
STEPS = Items((item("a", "de aard van het lek en"), item("b", "wat er tegen is gedaan.")))
NEVER = "Aan een verzoek van een ander voldoet hij nooit zonder overleg vooraf."
MIRROR = "De klant houdt geheim wat hij van Verwerker verneemt, ook later."


def published() -> Agreement:
    first = edition("1", [REPORT, SECRET, STEPS], [NEVER, MIRROR])
    second = edition("2", [REPORT, SECRET.replace("ook later", "ook daarna"), STEPS], [NEVER, MIRROR])
    one = agreement(first, second)
    return replace(one, lock={each.version: edition_sha256(each) for each in one.editions})


ONE = published()


def of(data: bytes | str) -> Verdict:
    return judge(data.encode() if isinstance(data, str) else data, [ONE])


def data_of(number: int) -> dict[str, Any]:
    each = ONE.editions[number]
    told: dict[str, Any] = json.loads(json.dumps(edition_json(ONE, each, Notes(each), status="in force")))
    return told


def whole_text() -> str:
    steps = "1.3\na. de aard van het lek en\nb. wat er tegen is gedaan."
    return f"1.1 {REPORT}\n1.2 {SECRET}\n{steps}\n2.1 {NEVER}\n2.2 {MIRROR}"


def test_the_bytes_that_the_hash_is_of_are_known() -> None:
    found = of(edition_bytes(ONE.editions[0]))
    assert found.is_whole and found.words == "a/1: canoniek.json, whole and unaltered"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('"manifest":1', '"manifest":true').replace('"manifest": 1', '"manifest": true'),
        lambda text: text.replace("{", '{"sha256": "another",', 1),
        lambda text: f"{text} ",
    ],
    ids=["another kind", "twice", "blank"],
)
def test_a_manifest_of_the_same_values_in_other_bytes_is_not_whole(change: Callable[[str], str]) -> None:
    manifest = manifest_of(ONE, ONE.editions[0]) or b""
    assert of(manifest).is_whole
    changed = change(manifest.decode())
    assert changed != manifest.decode() and not of(changed).is_whole


def test_changed_bytes_are_told_by_their_words() -> None:
    data = edition_bytes(ONE.editions[0])
    assert [row[1:] for row in of(data.replace(b"datalek", b"datalik")).differences] == [("datalek", "datalik")]
    spaced = of(data + b"\n")  # the same words, and yet not the file
    assert not spaced.is_whole and spaced.differences[0][0] == "file"
    numbered = of(data.replace(b'"effective":null', b'"effective":"2020-01-01"'))
    assert not numbered.is_whole


def test_the_data_of_an_edition_is_known_by_its_words_and_by_no_hash_in_it() -> None:
    told = data_of(0)
    assert of(json.dumps(told)).is_whole
    assert of(json.dumps(told | {"sha256": "0" * 64, "version": "9"})).is_whole  # what it claims does not count
    forged = data_of(0)
    forged["articles"][0]["clauses"][0]["text"] = REPORT.replace("vierentwintig", "tweeënzeventig")
    found = of(json.dumps(forged))
    assert found.differences == (("a/1 artikel-1.1", "vierentwintig", "tweeënzeventig"),)
    short = data_of(0)
    del short["articles"][1]["clauses"][0]
    assert ("a/1 artikel-2.1", "its words", "nothing") in of(json.dumps(short)).differences


def test_a_text_is_known_whole_with_or_without_its_marks() -> None:
    assert of(whole_text()).is_whole and "a/1" in of(whole_text()).words
    assert of(whole_text().replace("a. ", "").replace("b. ", "• ")).is_whole
    assert of(whole_text().replace("\n", " ").replace("Verwerker meldt", "Verwerker\u00a0 meldt")).is_whole
    newer = of(whole_text().replace("ook later.\n1.3", "ook daarna.\n1.3"))
    assert newer.is_whole and newer.words.startswith("a/2: artikel-1.1, ")


@pytest.mark.parametrize("bullet", ["- ", ""])
def test_a_short_part_is_there_with_bullets_between_its_words(bullet: str) -> None:
    short = Items((item("", "naam;", id="x-1"), item("", "adres.", id="x-2")))
    one = agreement(edition("1", [REPORT, SECRET], [short, NEVER]))
    text = f"1.1 {REPORT}\n1.2 {SECRET}\n2.1\n{bullet}naam;\n{bullet}adres.\n2.2 {NEVER}"
    assert judge(text.encode(), [one]).is_whole
    assert not judge(text.replace("naam;", "ander;").encode(), [one]).is_whole
    assert not judge(text.replace("adres.", "en adres.").encode(), [one]).is_whole


@pytest.mark.parametrize("marks", [("a.", "b.", "c.", "d."), ("", "", "", ""), ("-", "-", "-", "-")])
def test_a_list_of_single_words_is_there_with_its_marks_and_without(marks: tuple[str, ...]) -> None:
    words = ("naam;", "adres;", "woonplaats;", "leeftijd.")
    listed = Items(tuple(item(letter, word) for letter, word in zip("abcd", words, strict=True)))
    one = agreement(edition("1", [REPORT, SECRET, listed], [NEVER]))
    steps = "\n".join(f"{mark} {word}" for mark, word in zip(marks, words, strict=True))
    found = judge(f"1.1 {REPORT}\n1.2 {SECRET}\n1.3\n{steps}\n2.1 {NEVER}".encode(), [one])
    assert found.is_whole and found.words.startswith(
        "a/1: artikel-1.1, artikel-1.2, artikel-1.3, artikel-2.1, unaltered"
    )


def test_a_pasted_clause_is_known_in_every_edition_that_has_it() -> None:
    found = of(REPORT)
    assert found.is_whole and "artikel-1.1, unaltered" in found.words
    assert "a/1" in found.words and "a/2" in found.words
    assert of(SECRET).words == "a/1: artikel-1.2, unaltered"


def test_a_clause_that_is_much_like_another_is_itself() -> None:
    assert of(MIRROR).is_whole and "artikel-2.2" in of(MIRROR).words and "artikel-1.2" not in of(MIRROR).words


@pytest.mark.parametrize("word", sorted(set(REPORT.split())))
def test_every_changed_word_of_a_clause_is_found(word: str) -> None:
    found = of(REPORT.replace(word, word + "x", 1))
    assert not found.is_whole
    assert not found.is_known or any(word in row[1] or word + "x" in row[2] for row in found.differences)


def test_an_added_or_lost_word_is_found_wherever_it_stands() -> None:
    words = whole_text().split()
    for at in range(len(words) + 1):
        assert not of(" ".join([*words[:at], "nooit", *words[at:]])).is_whole, at
    for at, word in enumerate(words):
        if word.strip(".").isalpha() and len(word) > 2:
            assert not of(" ".join([*words[:at], *words[at + 1 :]])).is_whole, word


def test_another_number_is_found() -> None:
    assert of(whole_text().replace("1.2 ", "1.4 ")).differences == (("a/1 artikel-1.1", "", "1.4"),)


def test_words_around_are_told() -> None:
    found = of(f"Menu zoeken\n1.1 {REPORT}\nArtikel 99. De klant betaalt alles.")
    assert [row[2] for row in found.differences] == ["Menu zoeken", "Artikel 99. De klant betaalt alles."]
    assert "with other words around it" in found.words


def test_a_text_of_nobody_is_said() -> None:
    found = of("De hond at gisteren een appel in het bos achter het huis.")
    assert not found.is_known and found.words == "these words are of no edition that is here"


def manifest(number: int = 1) -> bytes:
    return manifest_of(ONE, ONE.editions[number]) or b""


def test_a_manifest_is_held_against_the_texts() -> None:
    assert of(manifest()).is_whole and of(manifest()).words == "the manifest of a/2, which is not signed"
    told = json.loads(manifest())
    told["clauses"][0]["sha256"] = "0" * 64
    told["previous"] = None
    places = [row[0] for row in of(canonical_json(told)).differences]
    assert places == ["clauses artikel-1.1 sha256", "previous"]
    told = json.loads(manifest())
    told["clauses"].reverse()
    assert len(of(canonical_json(told)).differences) == 1
    assert not of(canonical_json(json.loads(manifest()) | {"version": "7"})).is_known
    assert "is none" in of(json.dumps(json.loads(manifest()))).words  # other bytes of the same


def receipt(*held: str) -> dict[str, Any]:
    return receipt_of(ONE, ONE.editions[1], manifest(), language_of(ONE.language), held)


def test_a_receipt_is_held_against_the_texts() -> None:
    assert of(json.dumps(receipt())).is_whole and "the whole text" in of(json.dumps(receipt())).words
    some = of(json.dumps(receipt("artikel-1.1")))
    assert some.is_whole and "artikel-1.1" in some.words and "neither agreement nor person nor time" in some.words
    assert [row[0] for row in of(json.dumps(receipt() | {"manifest": "0" * 64})).differences] == ["manifest"]
    promised = receipt() | {"words": "De klant heeft getekend."}
    assert [row[0] for row in of(json.dumps(promised)).differences] == ["words"]
    other = of(json.dumps(receipt() | {"agreement": "ander"}))
    assert not other.is_known and "a receipt of ander/2" in other.words
    assert "is none" in of(json.dumps({"receipt": 1})).words


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "holds no words"),
        (b" \n\t", "holds no words"),
        (b"\xef\xbb\xbf", "holds no words"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"caf\xe9 " * 20, "UTF-8"),
        (b"a\0b", "no text"),
        (b"PK\x03\x04", "it is damaged"),
        (b"{}", "no JSON that Clausule writes"),
        (b"[" * 100_000, None),
        (b'{"a":', "no JSON that Clausule writes"),
        (b'{"articles": [1], "preamble": []}', "no JSON that Clausule writes"),
        (b'{"articles": [[]], "preamble": []}', "no JSON that Clausule writes"),
        (b'{"articles": ' + b"[" * 50_000, "no JSON that Clausule writes"),
        (b"x" * (MOST_BYTES + 1), "larger than 20 MB"),
    ],
)
def test_what_is_no_text_is_one_sentence(data: bytes, why: str | None) -> None:
    if why is None:
        assert not of(data).is_known
        return
    with pytest.raises(Unreadable, match=why):
        of(data)


def test_text_in_utf_16_is_read() -> None:
    assert of(whole_text().encode("utf-16")).is_whole


def test_nothing_is_held_against_a_text_that_changed() -> None:
    changed = replace(ONE, editions=(edition("1", [REPORT.replace("ieder", "elk"), SECRET]), ONE.editions[1]))
    with pytest.raises(Unreadable, match="no longer as it was frozen"):
        judge(REPORT.replace("ieder", "elk").encode(), [changed])


def test_a_draft_is_said_to_be_one() -> None:
    assert "is not frozen" in judge(REPORT.encode(), [agreement(edition("1", [REPORT]))]).words


def test_other_words_among_those_of_the_text_are_told_from_a_change() -> None:
    found = of(f"{REPORT} Verwijs naar dit lid {SECRET}")
    assert not found.is_whole and "every word is there, with other words among them" in found.words
    assert found.differences[0][2] == "Verwijs naar dit lid"
