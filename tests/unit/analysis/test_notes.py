"""What words point to: to this agreement, unless they say that it is another document of the parties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausule.analysis.references import Notes
from clausule.model.nodes import Chapter, Paragraph
from editions import edition, text


def pointed_to(words: str, title: str = "") -> list[list[str]]:
    told = edition("1.0", [words, "Een ander lid."], ["Nog een lid."])
    if title:
        body = replace(told.body, heading=text(title))
        told = replace(told, read=lambda: body)
    (block,) = told.articles[0].clauses[0].blocks
    assert isinstance(block, Paragraph)
    return [[target.address for target in reference.targets] for reference in Notes(told).references(block.text)]


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("Dit volgt uit artikel 1.2.", [["artikel-1.2"]]),
        ("Dit volgt uit artikel 1.2 van deze overeenkomst.", [["artikel-1.2"]]),
        ("Dit volgt uit artikel 1.2 van de polis en artikel 2.1.", [["act:de polis&artikel=1.2"], ["artikel-2.1"]]),
    ],
)
def test_what_is_of_another_document_leads_nowhere(words: str, targets: list[list[str]]) -> None:
    assert pointed_to(words) == targets


def test_an_agreement_may_call_itself_by_its_title() -> None:
    assert pointed_to("Dit volgt uit artikel 1.2 van de polis.", "Polis voor verwerking") == [["artikel-1.2"]]


def test_words_behind_an_act_are_of_no_other_document() -> None:
    (act,) = pointed_to("Dit volgt uit artikel 28 AVG van de wet.")
    assert len(act) == 1 and act[0].startswith("http")


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("De plichten van artikel 1 en artikel 28 van de AVG gelden.", ["28"]),  # of whom is article 1?
        ("De plichten van artikel 30 en artikel 28 van de AVG gelden.", ["30", "28"]),
        ("De plichten van artikel 28 AVG en artikel 2 gelden.", ["28"]),
        ("Zoals de AVG en artikel 2 zeggen.", []),
    ],
)
def test_what_can_be_of_an_act_and_of_the_agreement_is_of_neither(words: str, articles: list[str]) -> None:
    told = edition("1.0", [words, "Een ander lid."], ["Nog een lid."])
    (block,) = told.articles[0].clauses[0].blocks
    assert isinstance(block, Paragraph)
    targets = [target for found in Notes(told).references(block.text) for target in found.targets]
    assert [target.article for target in targets if target.article] == articles
    assert all(target.kind == "act" for target in targets)


def test_a_sign_is_an_article_only_where_articles_are_headed_so() -> None:
    assert pointed_to("Zie § 2 en artikel 2.") == [["artikel-2"]]


def test_the_annex_is_the_one_there_is_and_missing_where_there_is_none() -> None:
    assert pointed_to("Zie de Bijlage.") == [["bijlage"]]
    assert pointed_to("Zie de bijlage en hoofdstuk 3 van deze overeenkomst.") == []


def test_a_chapter_with_a_word_of_articles_is_what_that_word_points_to() -> None:
    told = edition("1.0", ["Artikel II gaat voor op § 2 en op artikel 2.1.", "Een ander lid."], ["Nog een lid."])
    first, second = told.articles
    opened = Chapter(
        id="hoofdstuk-2", number="2", mark="Artikel II", title="Slot", heading=text("Artikel II Slot"), level=1
    )
    body = replace(told.body, articles=(replace(first, heading=text("§ 1")), replace(second, opens=(opened,))))
    told = replace(told, read=lambda: body)
    (block,) = first.clauses[0].blocks
    assert isinstance(block, Paragraph)
    found = Notes(told).references(block.text)
    assert [(one.targets[0].kind, one.targets[0].address) for one in found] == [
        ("chapter", "hoofdstuk-2"),
        ("clause", "artikel-2"),
        ("clause", "artikel-2.1"),
    ]
