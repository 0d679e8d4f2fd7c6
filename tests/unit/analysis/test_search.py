"""What else a term is called by the text that defines it."""

from __future__ import annotations

import pytest

from clausule.analysis.search import other_names
from clausule.language.language import language_of
from editions import definition


@pytest.mark.parametrize(
    ("term", "words", "names"),
    [
        ("AP", "de Autoriteit Persoonsgegevens, ook wel toezichthouder;", ["Autoriteit Persoonsgegevens"]),
        ("AVG", "de Algemene verordening gegevensbescherming;", ["Algemene verordening gegevensbescherming"]),
        ("EER", "de Europese Economische Ruimte", ["Europese Economische Ruimte"]),
        ("Wbp", "Wet bescherming persoonsgegevens;", ["Wet bescherming persoonsgegevens"]),
        ("DPIA", "DPIA: data protection impact assessment;", ["data protection impact assessment"]),
        ("Lek", "Lek: ‘inbreuk in verband met gegevens’ uit artikel 4;", ["inbreuk in verband met gegevens"]),
        ("Telecommunicatiewet of Tw", "de wet", ["Telecommunicatiewet", "Tw"]),
        ("Verwerking", "‘verwerking’ uit artikel 4 AVG", []),
        ("AP", "de Autoriteit die oordeelt over Persoonsgegevens", []),
        ("Klant", "wie diensten afneemt", []),
        ("ap", "Autoriteit Persoonsgegevens", []),
        ("A", "de Autoriteit", []),
        ("AB", "Arbeidsbemiddeling", []),
        ("", "", []),
    ],
)  # fmt: skip
def test_other_names(term: str, words: str, names: list[str]) -> None:
    assert other_names(definition(term, words), language_of("nl")) == names
