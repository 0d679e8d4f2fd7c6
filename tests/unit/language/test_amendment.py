"""Where a text says how it is changed, and where it speaks of changes of something else."""

from __future__ import annotations

import pytest

from clausule.language.language import language_of


@pytest.mark.parametrize(
    ("tag", "plain"),
    [
        ("nl", "De wijzigingen in de tekst van deze Verwerkersovereenkomst kunnen uitsluitend schriftelijk door de bevoegde vertegenwoordigers van Partijen worden overeengekomen."),  # noqa: E501
        ("nl", "Wijzigingen van deze overeenkomst zijn alleen geldig als zij schriftelijk zijn overeengekomen."),
        ("nl", "Wijziging of aanvulling van deze Verwerkersovereenkomst is slechts geldig na schriftelijk akkoord."),
        ("nl", "Deze overeenkomst kan alleen door partijen gezamenlijk worden gewijzigd."),
        ("nl", "Leverancier mag deze voorwaarden op elk moment eenzijdig wijzigen."),
        ("nl", "Verwerker is gerechtigd om de overeenkomst met een maand opzegging te wijzigen."),
        ("en", "No amendment to this Agreement is valid unless in writing and signed by both parties."),
        ("en", "This Data Processing Agreement may only be amended in writing."),
        ("en", "Supplier may change these terms at any time."),
        ("en", "We reserve the right to update this DPA."),
    ],
)  # fmt: skip
def test_how_a_text_is_changed_is_seen(tag: str, plain: str) -> None:
    found = language_of(tag).amendment.find(plain)
    assert found and plain[slice(*found)].strip() == plain[slice(*found)]


@pytest.mark.parametrize(
    ("tag", "plain"),
    [
        ("nl", "Verwerker kondigt een wijziging van de lijst per e-mail aan."),
        ("nl", "De gegevens worden niet gewijzigd zonder schriftelijke opdracht."),
        ("nl", "Wijzigingen in de Bijlagen kunnen door Partijen op ieder moment schriftelijk worden gedaan."),
        ("nl", "Partijen hebben deze overeenkomst schriftelijk gesloten."),
        ("nl", "een back-up die dertig dagen lang niet kan worden gewijzigd of gewist"),
        ("en", "Supplier informs Customer of any change to the list of sub-processors in writing."),
        ("en", "The data may be changed only on written instructions."),
        ("en", "This Agreement is governed by Dutch law."),
    ],
)
def test_a_change_of_something_else_is_none_of_the_text(tag: str, plain: str) -> None:
    assert language_of(tag).amendment.find(plain) is None
