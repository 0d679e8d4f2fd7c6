"""Definitions in the forms in which firms write them: what is defined, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausule.language.language import language_of
from clausule.model.editions import Edition
from clausule.read import read_repository

TITLED = "# Artikel 1. Definities\n\n"
OTHER = "# Artikel 1. Levering\n\n"
ANNOUNCED = "1.1 In deze overeenkomst wordt verstaan onder:\n\n"


def edition(root: Path, article: str, index: str = "") -> Edition:
    files = {
        "index.md": "---\ntitle: Proef\npublisher: A\n---\n",
        "1.0/index.md": f'---\nversion: "1.0"\n---\n\n{index}',
        "1.0/artikel-01.md": f'---\nversion: "1.0"\n---\n\n{article}\n',
    }
    for name, words in files.items():
        path = root / "docs/proef" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    (agreement,) = read_repository(root).agreements
    return agreement.editions[0]


BOTH = ["Dienst", "Klant"]

DEFINED = {
    # lists and items
    TITLED + ANNOUNCED + "“Dienst”\n\n:   wat wij doen;\n\nKlant\n\n:   wie betaalt.": BOTH,
    TITLED + ANNOUNCED + "a. Dienst: wat wij doen;\n\nb. Klant: wie betaalt.": BOTH,
    TITLED + ANNOUNCED + "a. **Dienst**: wat wij doen;\n\nb. **Klant:** wie betaalt.": BOTH,
    TITLED + ANNOUNCED + "- “Dienst” – wat wij doen;\n- 'Klant' - wie betaalt.": BOTH,
    TITLED + ANNOUNCED + "1. „Dienst”, wat wij doen;\n\n2. «Klant»: wie betaalt.": BOTH,
    TITLED + ANNOUNCED + "a. dienst: wat wij doen;\n\nb. bijzondere dienst = de rest.": ["dienst", "bijzondere dienst"],
    OTHER + ANNOUNCED + "a. dienst: wat wij doen.": ["dienst"],
    OTHER + "1.1 In dit artikel hebben deze begrippen de volgende betekenis:\n\n- **Dienst** wat wij doen.": ["Dienst"],
    # clauses and paragraphs under a heading that says so, or behind a clause that says so
    TITLED + "1.1 **Dienst**: wat wij doen.\n\n1.2 **Klant**: wie betaalt.": BOTH,
    TITLED + "1.1 Dienst: wat wij doen.\n\n1.2 “Klant”: wie betaalt.": BOTH,
    TITLED + "1.1 Persoonlijke dienst: wat wij doen: veel.": ["Persoonlijke dienst"],
    TITLED + "**Dienst**: wat wij doen.\n\nKlant: wie betaalt.": BOTH,
    "# 1. Begrippenlijst\n\n1.1 Dienst: wat wij doen.": ["Dienst"],
    "# Artikel 1. Begripsbepalingen\n\n1.1 Dienst – wat wij doen.": [],  # a dash may go on with a sentence
    "# Artikel 1. Begripsbepalingen\n\n1.1 **Dienst** – wat wij doen.": ["Dienst"],
    OTHER + "1.1 Hierna wordt verstaan onder:\n\n1.2 Dienst: wat wij doen.\n\n1.3 Klant: wie betaalt.": BOTH,
    # tables
    TITLED + "| Begrip | Betekenis |\n| --- | --- |\n| Dienst | wat wij doen |\n| “Klant” | wie betaalt |": BOTH,
    OTHER + "| Term | Uitleg |\n| --- | --- |\n| **Dienst** | wat wij doen |": ["Dienst"],
    TITLED + "| | |\n| --- | --- |\n| Dienst: | wat wij doen |": ["Dienst"],
    OTHER + ANNOUNCED + "| Naam | Uitleg |\n| --- | --- |\n| Dienst | wat wij doen |": ["Dienst"],
    # a sentence that says that the meaning stands elsewhere
    OTHER + "1.1 “Dienst” en “Klant” betekenen wat hieronder staat.\n\n1.2 “Dienst” betekent wat wij doen.": BOTH[::-1],
    TITLED + "1.1 De woorden “Dienst” en “Klant” hebben de volgende betekenis.\n\n1.2 “Klant”: wie betaalt.": BOTH,
    # sentences
    OTHER + "1.1 “Dienst” betekent wat wij doen.": ["Dienst"],
    OTHER + "1.1 In deze voorwaarden betekent “Dienst”: wat wij doen.": ["Dienst"],
    OTHER + "1.1 In deze voorwaarden betekent “Dienst” niets.": [],
    OTHER + "1.1 “Dienst” of “Diensten” betekent wat wij doen.": ["Dienst", "Diensten"],
    OTHER + "1.1 Onder “Dienst” wordt verstaan wat wij doen.": ["Dienst"],
    OTHER + "1.1 Onder Dienst wordt in deze overeenkomst verstaan: wat wij doen.": ["Dienst"],
    OTHER + "1.1 Met “Dienst” wordt bedoeld wat wij doen. Met Klant bedoelen wij u.": BOTH,
    OTHER + "1.1 Onder de term 'dienst' verstaan partijen wat wij doen.": ["dienst"],
    OTHER + "1.1 Onder brand wordt verstaan vuur. Onder brand wordt ook verstaan rook.": ["brand"],
    OTHER + "1.1 Onder overmacht wordt mede verstaan brand.": ["overmacht"],
    OTHER + "1.1 In deze overeenkomst wordt onder “Dienst” verstaan: wat wij doen.": ["Dienst"],
    OTHER + "1.1 Wij verstaan in dit artikel onder Inbreuk in verband met gegevens: wat fout gaat.": [],
    OTHER + "1.1 In deze overeenkomst wordt verstaan onder Dienst: wat wij doen.": ["Dienst"],
    OTHER + "1.1 “Dienst” heeft in dit stuk de betekenis die de offerte eraan geeft.": ["Dienst"],
    OTHER + "1.1 De begrippen “persoonsgegevens”, “verwerken” en “betrokkene” hebben de betekenis van de AVG.": [
        "persoonsgegevens", "verwerken", "betrokkene",
    ],
    # names in passing
    OTHER + "1.1 Wij leveren wat u koopt (hierna: de Dienst).": ["Dienst"],
    OTHER + "1.1 Wij leveren wat u koopt (hierna: “de Dienst”).": ["Dienst"],
    OTHER + "1.1 Wij leveren wat u koopt (hierna te noemen de Bijzondere dienst).": ["Bijzondere dienst"],
    OTHER + "1.1 Wij leveren wat u koopt (“de Dienst”) en meer (de Rest).": ["Dienst", "Rest"],
    OTHER + "1.1 A, hierna te noemen Leverancier, en B, verder te noemen: Klant.": ["Leverancier", "Klant"],
    OTHER + "1.1 A, hierna genoemd “Leverancier”; B, hierna aangeduid als Klant.": ["Leverancier", "Klant"],
    OTHER + "1.1 A en B, hierna afzonderlijk ook te noemen Partij en gezamenlijk Partijen.": ["Partij", "Partijen"],
    OTHER + "1.1 A en B, hierna afzonderlijk “Partij” en gezamenlijk “Partijen”.": ["Partij", "Partijen"],
    OTHER + "1.1 De verordening (hierna ook wel: AVG) en de uitvoeringswet (afgekort: de UAVG).": ["AVG", "UAVG"],
    OTHER + "1.1 A, hierna: de Vervoerder, rijdt.": ["Vervoerder"],
}  # fmt: skip


@pytest.mark.parametrize(
    "article, terms", [pytest.param(*row, id=row[0][2:].replace("\n", " ")) for row in DEFINED.items()]
)
def test_what_a_text_defines(article: str, terms: list[str], tmp_path: Path) -> None:
    found = edition(tmp_path, article).definitions
    assert [definition.term for definition in found] == terms
    lines = (tmp_path / "docs/proef/1.0/artikel-01.md").read_text("utf-8").splitlines()
    for definition in found:
        place = definition.term_place
        assert lines[place.line - 1][place.column - 1 :].replace("*", "").startswith(definition.term), definition.term
        assert definition.owner.startswith("artikel-1")
        assert definition.text.plain and definition.text.plain in " ".join(
            "\n".join(lines).replace("*", "").replace("|", " ").split()
        )  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Let op: de termijn begint bij ontvangst.",
        "**Duur:** één jaar.",
        "“Zo snel mogelijk” is geen termijn.",
        "Zoals hierna te bepalen, hierna omschreven in artikel 1.1 en verder te bespreken.",
        "Verder wordt hieronder onder meer verstaan wat volgt.",
        "Met name wordt bedoeld dat partijen overleggen.",
        "Onder dit artikel wordt niet verstaan wat elders staat.",
        "De rechter (de heer Jansen) en de stad (Utrecht) en het land (het buitenland).",
        "Dat geldt (bijvoorbeeld “gestolen laptop”) en (“1”).",
        "Klant stuurt een opgave: wie, wat en waar.",
        "| Klant | Uitleg |\n| --- | --- |\n| Wolk | opslag |",
        "Partijen verstaan elkaar: dat is genoeg.\n\n- Klant: betaalt.\n- alarm: gaat af.",
    ],
)
def test_what_only_looks_like_a_definition(sentence: str, tmp_path: Path) -> None:
    words = "1.1 Wat volgt.\n\n" + sentence if sentence.startswith("|") else f"1.1 {sentence}"
    assert [found.term for found in edition(tmp_path, OTHER + words).definitions if found.term != "Klant"] == []


@pytest.mark.parametrize("between", ["a. {}", "(a) {}", "- {}"])
def test_a_sentence_in_a_list_of_definitions_is_none(between: str, tmp_path: Path) -> None:
    words = between.format("In deze overeenkomst hebben de volgende woorden deze betekenis: zie hierna.")
    assert edition(tmp_path, f"{TITLED}{ANNOUNCED}{words}").definitions == ()


@pytest.mark.parametrize(
    "party, term",
    [
        ("1. A B.V., hierna te noemen “Verwerker”;", "Verwerker"),
        ("1. A B.V. (hierna: Verwerker);", "Verwerker"),
        ("1. A B.V., verder te noemen: de Leverancier;", "Leverancier"),
        ("A B.V. (“Verwerker”).", "Verwerker"),
        ("A B.V., hierna te noemen: **Verwerker**.", "Verwerker"),
    ],
)
def test_parties_get_their_names(party: str, term: str, tmp_path: Path) -> None:
    found = edition(tmp_path, OTHER + "1.1 Wij leveren.", f"## Partijen\n\n{party}\n").definitions
    assert [(one.term, one.id, one.owner.split("-")[0]) for one in found] == [
        (term, f"begrip-{term.lower()}", "partijen")
    ]


def test_a_row_is_the_definition_of_its_first_cell(tmp_path: Path) -> None:
    rows = "| Begrip | Betekenis |\n| --- | --- |\n| Dienst | wat wij doen (hierna ook: het Werk) |"
    dienst, werk = edition(tmp_path, TITLED + rows).definitions
    assert (dienst.term, dienst.text.plain) == ("Dienst", "wat wij doen (hierna ook: het Werk)")
    assert (
        dienst.head and dienst.head.plain == "Dienst" and str(dienst.term_place) == "docs/proef/1.0/artikel-01.md:9:3"
    )
    assert (werk.term, werk.source, werk.head) == ("Werk", "name", None)


def test_a_name_within_its_own_definition_is_no_second_one(tmp_path: Path) -> None:
    assert len(edition(tmp_path, TITLED + "1.1 Dienst: wat wij doen, hierna te noemen “Dienst”.").definitions) == 1


@pytest.mark.parametrize("size", [2_000, 4_000])
def test_names_are_found_in_no_more_than_the_words_take(size: int) -> None:
    words = language_of("nl").definitions
    for shape in ("hierna te noemen ", "onder a wordt ", "(hierna ", "“a” en ", "met A B C D "):
        assert len(list(words.names_given(shape * (size // len(shape))))) < size
