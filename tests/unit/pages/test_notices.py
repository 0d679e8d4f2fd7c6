"""The letter of an announcement: what it quotes, what it says of objecting, and the forms that it has."""

from __future__ import annotations

import email
import re
import shutil
from email.policy import default
from pathlib import Path

import pytest

from clausule.analysis.notices import announcements, rights_of
from clausule.model.editions import Agreement
from clausule.model.notices import letter_sha256
from clausule.pages.notices.forms import as_message, as_page, as_text
from clausule.pages.notices.letter import Letter, Said, letter_of
from clausule.read import read_repository
from session import HOME

BASE = HOME / "tests/unit/check/rule_base"
ROW = """sub_processors:
  - id: wolk
    name: {name}
    address: Wolkweg 1, Utrecht
    contact: {{name: Privacyteam, email: avg@wolk.example}}
    service: Servers
    purpose: gegevens opslaan
    data: [naam en adres]
    data_subjects: [klanten]
    places: [{{country: US, where: Ohio, ground: standard-clauses}}]
    announced: 2026-04-02
    active: 2026-07-01
"""
OBJECT = "2.4 Klant kan binnen {term} na de aankondiging tegen een andere verwerker bezwaar maken bij Verwerker."


def agreement(
    root: Path, clause: str, promises: str = "", *, name: str = "Wolk B.V.", jurisdiction: str = "NL", claim: str = ""
) -> Agreement:
    """A small agreement with a clause 2.4, a row that is announced, and what stands above the list."""
    shutil.copytree(BASE / "edition", root, dirs_exist_ok=True)
    head = f"---\ntitle: Verwerkersovereenkomst\npublisher: Voorbeeld B.V.\njurisdiction: {jurisdiction}\n"
    (root / "docs/voorbeeld/index.md").write_text(f"{head}contact: {{email: avg@voorbeeld.example}}\n---\n", "utf-8")
    article = root / "docs/voorbeeld/1.0/artikel-02.md"
    text = article.read_text("utf-8").replace("---\n\n#", f"{claim}---\n\n#", 1)
    article.write_text(f"{text}\n{clause}\n", "utf-8")
    above = f'promises:\n  - version: "1.0"\n    {promises}\n' if promises else ""
    (root / "annexes/voorbeeld/sub-verwerkers.yml").write_text(above + ROW.format(name=name), "utf-8")
    return read_repository(root, "voorbeeld").agreements[0]


def letter(found: Agreement) -> Letter:
    (announcement,) = announcements(found)
    return letter_of(found, announcement, "https://example.org/")


@pytest.mark.parametrize(
    ("term", "promise", "jurisdiction", "day"),
    [
        ("veertien dagen", "days: 14", "NL", "16 april 2026"),
        ("een maand", "months: 1", "NL", "2 mei 2026"),
        # Good Friday, Easter Monday, King's Day and Liberation Day are no working days; Labour Day is one.
        ("25 werkdagen", "working_days: 25", "NL", "13 mei 2026"),
        # Of these only Easter Monday is one in Belgium, and Labour Day is none.
        ("25 werkdagen", "working_days: 25", "BE", "11 mei 2026"),
    ],
)
def test_the_last_day_is_that_of_the_agreements_own_term(
    tmp_path: Path, term: str, promise: str, jurisdiction: str, day: str
) -> None:
    clause = OBJECT.format(term=term)
    found = agreement(tmp_path, clause, f"objection: {{{promise}, at: artikel-2.4}}", jurisdiction=jurisdiction)
    text = as_text(letter(found))
    assert "Volgens artikel 2.4 kunt u bezwaar maken." in text
    assert f"de laatste dag is {day}" in text
    assert f"artikel 2.4: “{clause.removeprefix('2.4 ')}”" in text


def test_without_a_country_no_day_is_worked_out(tmp_path: Path) -> None:
    found = agreement(
        tmp_path,
        OBJECT.format(term="tien werkdagen"),
        "objection: {working_days: 10, at: artikel-2.4}",
        jurisdiction="DE",
    )
    text = as_text(letter(found))
    assert "de laatste dag" not in text and "lees daar wat u kunt doen en tot wanneer" in text


def test_a_text_that_gives_no_objection_gets_none(tmp_path: Path) -> None:
    clause = "2.4 Verwerker mag een andere verwerker inschakelen."
    found = agreement(tmp_path, clause, "objection: {days: 14, at: artikel-2.4}")
    (announcement,) = announcements(found)
    rights = rights_of(found, announcement)
    assert (rights.objection, rights.until, rights.period) == ((), None, None)
    text = as_text(letter(found))
    assert "De overeenkomst zegt niet of u bezwaar kunt maken" in text
    assert "laatste dag" not in text and "kunt u bezwaar" not in text
    assert "AVG 28 lid 2: “De verwerker neemt geen andere verwerker in dienst" in text
    assert "geen wet en geen deel van de overeenkomst" in text


def test_a_right_without_a_term_gets_no_term(tmp_path: Path) -> None:
    clause = "2.4 Klant kan tegen een andere verwerker bezwaar maken."
    claim = "avg:\n  artikel-2.4: 28.2.bezwaar\n"
    text = as_text(letter(agreement(tmp_path, clause, claim=claim)))
    assert "Volgens artikel 2.4 kunt u bezwaar maken. Deze brief noemt geen termijn" in text
    assert "laatste dag" not in text


def test_what_nobody_declared_is_only_pointed_to(tmp_path: Path) -> None:
    found = agreement(tmp_path, "2.4 Bezwaar tegen een andere verwerker kan binnen tien dagen.")
    text = as_text(letter(found))
    assert "Over bezwaar gaat artikel 2.4: lees daar wat u kunt doen en tot wanneer." in text
    assert "kunt u bezwaar maken" not in text


def test_an_author_who_read_the_text_and_claims_nothing_finds_no_objection(tmp_path: Path) -> None:
    clause = "2.4 Bezwaar tegen een andere verwerker wordt niet in behandeling genomen."
    found = agreement(tmp_path, clause, claim="avg:\n  artikel-2.1: 28.2.toestemming\n")
    assert "De overeenkomst zegt niet of u bezwaar kunt maken" in as_text(letter(found))


def test_it_tells_all_that_is_known_of_the_sub_processor(tmp_path: Path) -> None:
    text = as_text(letter(agreement(tmp_path, OBJECT.format(term="tien dagen"))))
    for words in (
        "- naam: Wolk B.V.\n",
        "- adres: Wolkweg 1, Utrecht\n",
        "- contact: Privacyteam, avg@wolk.example\n",
        "- dienst: Servers\n",
        "Verenigde Staten, Ohio, buiten de EER",
        "Uitvoeringsbesluit (EU) 2021/914",
        "- vanaf: 1 juli 2026\n",
        "https://example.org/voorbeeld/sub-verwerkers/#wolk",
        "Dit is aangekondigd op 2 april 2026.",
        "- E-mail: avg@voorbeeld.example",
    ):
        assert words in text, words


def test_the_draft_opens_as_the_same_letter(tmp_path: Path) -> None:
    one = letter(agreement(tmp_path, OBJECT.format(term="tien dagen"), name="Wölk “Ω” 株式会社"))
    data = as_message(one).as_bytes()
    assert data == as_message(one).as_bytes()  # nothing is drawn, nothing of the clock
    assert max(map(len, data.split(b"\r\n"))) <= 998 and data.isascii()
    message = email.message_from_bytes(data, policy=default)
    assert message["X-Unsent"] == "1" and message["To"] is None
    assert message["Subject"] == one.subject and "Wölk “Ω” 株式会社" in one.subject
    text, page = message.iter_parts()
    assert text.get_content().replace("\r\n", "\n") == as_text(one)
    assert page.get_content_type() == "text/html" and "株式会社" in page.get_content()


NASTY = "Wolk\r\nBcc: ander@example.org\x00\u2028\u202e<script>alert(1)</script>"


def test_no_name_begins_a_header_or_a_script() -> None:
    one = Letter(NASTY, (Said("words", NASTY), Said("fact", NASTY, NASTY), Said("quote", NASTY, NASTY)), "nl")
    message = email.message_from_bytes(as_message(one, "a@example.org", "b@example.org").as_bytes(), policy=default)
    assert message["Bcc"] is None and message["To"] == "b@example.org" and message["From"] == "a@example.org"
    assert message["X-Unsent"] is None
    assert "\n" not in message["Subject"] and message["Subject"].startswith("Wolk Bcc: ander@example.org")
    assert "<script>" not in as_page(one) and "&lt;script&gt;" in as_page(one)
    assert not {"\x00", "\u2028", "\u202e", "\r"} & set(as_text(one))


def test_the_hash_is_of_the_words_whatever_ends_the_lines() -> None:
    assert letter_sha256("a\nb\n") == letter_sha256("a\r\nb\r\n") != letter_sha256("a b\n")


@pytest.mark.parametrize(("heading", "found"), [("Sub-verwerkers", True), ("Facturen", False)])
def test_under_a_heading_about_sub_processors_a_clause_need_not_say_so_again(
    heading: str, found: bool, tmp_path: Path
) -> None:
    one = agreement(tmp_path, "2.4 Binnen veertien dagen na dit bericht kan Klant bezwaar maken.")
    article = tmp_path / "docs/voorbeeld/1.0/artikel-02.md"
    article.write_text(re.sub(r"(?m)^# .*$", f"# Artikel 2. {heading}", article.read_text("utf-8")), "utf-8")
    text = as_text(letter(read_repository(tmp_path, one.slug).agreements[0]))
    assert ("Over bezwaar gaat artikel 2.4: lees daar" in text) is found
