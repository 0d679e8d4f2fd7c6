"""What a text must have in it before a pattern is tried: no way of leaving something open, or of naming a breach or a
version, is passed over because it has none of the words that are asked for first."""

from __future__ import annotations

import pytest

from clausule.language.cores import has_core
from clausule.language.language import language_of


@pytest.mark.parametrize(
    ("plain", "has"), [("De Versie", True), ("CONVERSIE", True), ("De ver sie", False), ("", False)]
)
def test_a_core_stands_in_any_case_and_within_words(plain: str, has: bool) -> None:
    assert has_core(plain, ("tarief", "versie")) is has


LEFT = ["[naam]", "{{naam}}", "{Naam}", "${naam}", "<naam>", "<<naam>>", "xx-05-2018", "XX", "a ● b", "a ⚫ b", "a ⬤ b"]
LEFT += ["##NAAM##", "TODO", "FIXME", "TBD", "TBC", "PLACEHOLDER", "lorem ipsum"]


@pytest.mark.parametrize(
    ("tag", "plain"),
    [
        *[(tag, plain) for tag in ("nl", "en") for plain in LEFT],
        *[("nl", plain) for plain in ("dd-mm-jj", "dd/mm/jjjj", "DD.MM.YY", "NTB", "n.t.b.", "(nog in te vullen)")],
        *[("en", plain) for plain in ("dd-mm-yy", "MM/DD/YYYY", "mm.dd.yy", "yyyy-mm-dd", "TBA", "(fill in)")],
        *[("en", plain) for plain in ("(to be completed)", "(insert name)", "(please specify)")],
    ],
)
def test_all_that_is_left_open_is_found(tag: str, plain: str) -> None:
    assert language_of(tag).leftovers.places(plain)


@pytest.mark.parametrize(
    ("tag", "plain"),
    [
        *[
            ("nl", f"Verwerker meldt een {what} binnen 48 uur.")
            for what in ("Datalek", "INBREUK", "beveiligingsincident")
        ],
        *[
            ("en", f"Processor notifies Controller of any {what} within 48 hours.")
            for what in ("Breach", "data leak", "incident", "compromise", "infringement of security")
        ],
    ],
)
def test_each_name_of_a_breach_is_known(tag: str, plain: str) -> None:
    start, end = language_of(tag).questions.breach_words(plain) or (0, 0)
    assert "48" in plain[start:end]


@pytest.mark.parametrize(
    ("tag", "plain"),
    [
        *[("nl", plain) for plain in ("Versie 1.1", "Ingangsdatum: 25 mei 2018", "Geldig vanaf 25 mei 2018")],
        *[("nl", plain) for plain in ("Van kracht per 25 mei 2018", "Datum van inwerkingtreding: 25 mei 2018")],
        *[("en", plain) for plain in ("Version 1.1", "Revision 1.1", "Rev. 1.1", "Effective date: 25 May 2018")],
        *[("en", plain) for plain in ("Commencement date: 25 May 2018", "Valid from 25 May 2018")],
        *[("en", plain) for plain in ("In force since 25 May 2018", "This Agreement is dated 25 May 2018")],
        *[("en", plain) for plain in ("This Agreement is made on 25 May 2018", "This DPA is made as of 25 May 2018")],
    ],
)
def test_each_way_to_say_a_version_or_day_is_read(tag: str, plain: str) -> None:
    assert language_of(tag).own_version.said(plain, True)
