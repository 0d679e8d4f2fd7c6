"""The reader: what an author wrote beside what comes out; and no text, however bad, makes it fall."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausule.model.hashes import canonical, reading_text
from clausule.model.nodes import Definitions, Items, Paragraph, Table, block_texts
from clausule.model.walk import edition_texts
from clausule.read import Repository, read_repository

INDEX = '---\nversion: "1.0"\neffective: 2024-02-01\n---\n\n# Overeenkomst\n\n## Partijen\n\nDe klant en Voorbeeld.\n'


def write(root: Path, files: dict[str, str | bytes]) -> Repository:
    """A repository with one agreement, ``files`` put over it, read."""
    base: dict[str, str | bytes] = {
        "docs/proef/index.md": "---\ntitle: Proef\npublisher: Voorbeeld\n---\n\nInleiding.\n",
        "docs/proef/1.0/index.md": INDEX,
    }
    for name, content in {**base, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_repository(root)


def article(root: Path, body: str, name: str = "artikel-01.md"):
    repository = write(root, {f"docs/proef/1.0/{name}": f'---\nversion: "1.0"\n---\n\n{body}'})
    (edition,) = repository.agreements[0].editions
    return edition.articles[0], repository.findings


def rules(repository: Repository) -> list[str]:
    return [finding.rule for finding in repository.findings]


def test_an_article_as_in_a_contract(tmp_path: Path) -> None:
    found, findings = article(
        tmp_path,
        "# Artikel 1. Beveiliging\n\nDit artikel gaat over beveiliging.\n\n1.1 Verwerker treft maatregelen. Daartoe "
        "is hij\n"
        "gehouden om:\n\n(i) dit te doen,\n\n(ii) dat te doen\nén\n\n(iii) het overige.\n\nEn verder niets.\n\n1.2. "
        "Tweede lid.\n",
    )
    assert findings == ()
    assert (found.id, found.number, found.title) == ("artikel-1", "1", "Beveiliging")
    assert [text.plain for text in block_texts(found.intro)] == ["Dit artikel gaat over beveiliging."]
    assert [(clause.id, clause.number, clause.mark) for clause in found.clauses] == [
        ("artikel-1.1", "1.1", "1.1"),
        ("artikel-1.2", "1.2", "1.2."),
    ]
    first, items, last = found.clauses[0].blocks
    assert (
        isinstance(first, Paragraph) and first.text.plain == "Verwerker treft maatregelen. Daartoe is hij gehouden om:"
    )
    assert isinstance(items, Items)
    assert [(item.id, item.mark, item.text.plain) for item in items.items] == [
        ("artikel-1.1-i", "(i)", "dit te doen,"),
        ("artikel-1.1-ii", "(ii)", "dat te doen én"),
        ("artikel-1.1-iii", "(iii)", "het overige."),
    ]
    assert isinstance(last, Paragraph) and last.text.plain == "En verder niets."


def test_a_reference_at_the_start_of_a_line_is_no_clause(tmp_path: Path) -> None:
    found, _ = article(tmp_path, "# Artikel 1. A\n\n1.1 Zoals bedoeld in artikel\n1.2 van deze overeenkomst.\n")
    assert [clause.number for clause in found.clauses] == ["1.1"]


def test_items_that_follow_a_colon_need_no_empty_line(tmp_path: Path) -> None:
    found, _ = article(tmp_path, "# Artikel 1. A\n\n1.1 Dit zijn:\n- een\n- twee\n  - binnen twee\n- drie\n")
    (_, items) = found.clauses[0].blocks
    assert isinstance(items, Items)
    assert [item.text.plain for item in items.items] == ["een", "twee", "drie"]
    (inner,) = items.items[1].blocks
    assert isinstance(inner, Items) and inner.items[0].id == "artikel-1.1-2-1"


def test_definitions_in_three_styles(tmp_path: Path) -> None:
    repository = write(
        tmp_path,
        {
            "docs/proef/1.0/index.md": INDEX + "\nVoorbeeld, hierna te noemen ‘Verwerker’.\n",
            "docs/proef/1.0/artikel-01.md": '---\nversion: "1.0"\n---\n\n# Artikel 1. Definities\n\n“AP”\n:   de toezichthouder;\n\n'  # noqa: E501
            "“AVG”\n\n:   de verordening, die\n    lang is;\n\n1.1 De begrippen betekenen:\n\na. Betrokkene: een "
            "mens;\n\nb. Inbreuk: een datalek.\n",
        },
    )
    (edition,) = repository.agreements[0].editions
    assert [(d.term, d.source, d.owner, d.id) for d in edition.definitions] == [
        ("Verwerker", "name", "partijen", "begrip-verwerker"),
        ("AP", "list", "artikel-1", "begrip-ap"),
        ("AVG", "list", "artikel-1", "begrip-avg"),
        ("Betrokkene", "item", "artikel-1.1-a", "begrip-betrokkene"),
        ("Inbreuk", "item", "artikel-1.1-b", "begrip-inbreuk"),
    ]
    assert edition.definitions[2].text.plain == "de verordening, die lang is;"
    assert str(edition.definitions[0].term_place) == "docs/proef/1.0/index.md:12:30"
    assert isinstance(edition.articles[0].intro[0], Definitions)


def test_places_hold_through_includes_markup_and_lines(tmp_path: Path) -> None:
    repository = write(
        tmp_path,
        {
            "annexes/proef/bijlage-2/1.0.md": '---\nversion: "1.0"\neffective: 2024-02-01\nkind: measures\n---\n\n# Bijlage II – Maatregelen\n\n'  # noqa: E501
            "## A. Toegang\n\n- een **sterk** slot\n- tweede \\* [deur](https://example.org/)\n  met bel\n",
            "docs/proef/1.0/bijlage-2.md": "{!annexes/proef/bijlage-2/1.0.md!}\n",
        },
    )
    assert repository.findings == ()
    (annex,) = repository.agreements[0].editions[0].annexes
    assert (annex.id, annex.number, annex.title, annex.kind, annex.version) == (
        "bijlage-2",
        "II",
        "Maatregelen",
        "measures",
        "1.0",
    )
    assert str(annex.effective) == "2024-02-01"
    (section,) = annex.sections
    assert (section.id, section.label, section.title) == ("bijlage-2-a", "A", "Toegang")
    one, two = block_texts(section.blocks)
    assert one.plain == "een sterk slot" and [(m.kind, one.plain[m.start : m.end]) for m in one.marks] == [
        ("strong", "sterk")
    ]
    assert str(one.place(one.plain.index("slot"))) == "annexes/proef/bijlage-2/1.0.md:11:17"
    assert two.plain == "tweede * deur met bel"
    assert str(two.place(two.plain.index("deur"))) == "annexes/proef/bijlage-2/1.0.md:12:14"
    assert str(two.place(two.plain.index("bel"))) == "annexes/proef/bijlage-2/1.0.md:13:7"


def test_a_table(tmp_path: Path) -> None:
    found, findings = article(
        tmp_path, "# Artikel 1. A\n\n| Naam | Land |\n| --- | --- |\n| A \\| B | NL |\n| C | BE |\n"
    )
    (table,) = found.intro
    assert findings == () and isinstance(table, Table)
    assert [[cell.plain for cell in row] for row in (table.header, *table.rows)] == [
        ["Naam", "Land"],
        ["A | B", "NL"],
        ["C", "BE"],
    ]


BAD = {
    "an include of the system": ("1.1 A\n\n{!/etc/passwd!}\n", "bad-include", "leads out of the repository"),
    "an include that climbs": ("{!docs/../../x.md!}\n", "bad-include", "leads out of the repository"),
    "an include of home": ("{!~/.ssh/id_rsa!}\n", "bad-include", "leads out of the repository"),
    "an include of nothing": ("{!docs/proef/weg.md!}\n", "bad-include", "there is no such file"),
    "an include of itself": ("{!docs/proef/1.0/artikel-01.md!}\n", "bad-include", "includes itself"),
    "an include outside the texts": ("{!mkdocs.yml!}\n", "bad-include", "no such file"),
    "an include within a line": ("1.1 Zie {!docs/proef/index.md!} hier\n", "bad-include", "stand alone"),
    "raw HTML": ("1.1 Dit <script>alert(1)</script>\n", "active-content", "raw HTML"),
    "an event attribute": ("1.1 Dit {: onclick=alert(1) }\n", "active-content", "attribute list"),
    "a script as a link": ("1.1 Dit [hier](javascript:alert%281%29)\n", "active-content", "javascript"),
    "data as a link": ("1.1 Dit [hier](data:text/html,x)\n", "active-content", "data:"),
    "an image": ("1.1 ![x](https://example.org/x.png)\n", "active-content", "image"),
    "a link out of the edition": ("1.1 [x](../../geheim)\n", "bad-link", "leads out"),
    "code": ("```\n1.1 x\n```\n", "unreadable-text", "grammar"),
    "a control character": ("1.1 Dit \x07 is\n", "misleading-character", "U+0007"),
    "reversed reading": ("1.1 Dit \u202e is\n", "misleading-character", "U+202E"),
    "a broken word": ("1.1 De verwer-\nking gaat door\n", "broken-word", "verwer-"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_text_is_a_finding_with_a_place(tmp_path: Path, name: str) -> None:
    body, rule, words = BAD[name]
    _, findings = article(tmp_path, f"# Artikel 1. A\n\n{body}")
    found = [finding for finding in findings if finding.rule == rule]
    assert found, findings
    assert words in found[0].message
    assert found[0].place.path == "docs/proef/1.0/artikel-01.md" and found[0].place.line >= 7
    assert found[0].hint


FRONT = {
    "31-02": ("effective: 2024-02-31", 3, 12, "is no date"),
    "a typing error": ("efective: 2024-02-01", 3, 1, "'efective' is not a known key"),
    "the wrong type": ("numbered: misschien", 3, 11, "true or false"),
    "an unknown status": ("status: definitief", 3, 9, "does not fit"),
    "a key twice": ("status: concept\nstatus: agreed", 4, 1, "twice"),
    "a bomb": ("allow: &a [*a, *a]", 3, 8, "anchors"),
    "a deep list": ("allow: " + "[" * 400 + "]" * 400, 3, 19, "nested"),
    "a tab": ("status:\tconcept\n\tx: y", 4, 1, "not YAML"),
    "an allow without a reason": ("allow:\n  - rule: undefined-term", 4, 5, "'reason' is missing"),
}


@pytest.mark.parametrize("name", FRONT)
def test_wrong_front_matter_is_a_finding_at_its_line(tmp_path: Path, name: str) -> None:
    lines, line, column, words = FRONT[name]
    repository = write(
        tmp_path, {"docs/proef/1.0/index.md": f'---\nversion: "1.0"\n{lines}\n---\n\n## Partijen\n\nA.\n'}
    )
    found = [finding for finding in repository.findings if finding.rule == "front-matter"]
    assert found and words in found[0].message, repository.findings
    assert (found[0].place.line, found[0].place.column) == (line, column)


def test_a_version_stays_as_written(tmp_path: Path) -> None:
    repository = write(tmp_path, {"docs/proef/1.0/index.md": "---\nversion: 1.10\neffective: 25-05-2018\n---\n\nA.\n"})
    (edition,) = repository.agreements[0].editions
    assert edition.meta.values["version"] == "1.10"
    assert str(edition.effective) == "2018-05-25"


def test_files_as_windows_writes_them(tmp_path: Path) -> None:
    body = '---\nversion: "1.0"\n---\n\n# Artikel 1. Één\n\n1.1 Eerste.\n\n1.2 Tweede.\n'
    repository = write(
        tmp_path, {"docs/proef/1.0/artikel-01.md": b"\xef\xbb\xbf" + body.replace("\n", "\r\n").encode()}
    )
    (edition,) = repository.agreements[0].editions
    assert repository.findings == ()
    assert [clause.number for clause in edition.articles[0].clauses] == ["1.1", "1.2"]
    assert edition.articles[0].clauses[1].place.line == 9


def test_text_that_is_not_utf8_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    repository = write(
        tmp_path,
        {"docs/proef/1.0/artikel-01.md": b'---\nversion: "1.0"\n---\n\n# Artikel 1. A\n\n1.1 Caf\xe9 dicht.\n'},
    )
    (finding,) = repository.findings
    assert (finding.rule, finding.place.line, finding.place.column) == ("unreadable-text", 7, 8)
    assert repository.agreements[0].editions[0].articles[0].clauses[0].number == "1.1"


def test_a_paragraph_of_fifty_megabytes_is_one_finding(tmp_path: Path) -> None:
    repository = write(tmp_path, {"docs/proef/1.0/artikel-01.md": b"woord " * (50_000_000 // 6)})
    (finding,) = repository.findings
    assert finding.rule == "unreadable-file" and "larger than" in finding.message


def test_links_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {})
    (tmp_path / "docs/proef/1.0/artikel-01.md").symlink_to("/etc/passwd")
    (tmp_path / "docs/proef/2.0").symlink_to("/etc")
    repository = read_repository(tmp_path)
    assert sorted(rules(repository)) == ["unreadable-file", "unreadable-file"]
    assert all("link" in finding.message for finding in repository.findings)


@pytest.mark.parametrize("version", ["huidig", "Versie 1", "-x", "1..2", "vergelijken"])
def test_a_folder_that_cannot_be_an_address(tmp_path: Path, version: str) -> None:
    repository = write(tmp_path, {f"docs/proef/{version}/index.md": INDEX})
    (finding,) = repository.findings
    assert finding.rule == "bad-name" and version in finding.message


def test_an_edition_without_its_index(tmp_path: Path) -> None:
    repository = write(
        tmp_path, {"docs/proef/2.0/artikel-01.md": '---\nversion: "2.0"\n---\n\n# Artikel 1. A\n\n1.1 B.\n'}
    )
    assert [finding.place.path for finding in repository.findings if finding.rule == "unreadable-file"] == [
        "docs/proef/2.0/index.md"
    ]


def test_an_empty_repository(tmp_path: Path) -> None:
    assert rules(read_repository(tmp_path)) == ["no-agreement"]


def test_includes_that_double_stop(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"docs/proef/x{i}.md": f"{{!docs/proef/x{i + 1}.md!}}\n\n" * 2 for i in range(30)}
    files["docs/proef/x30.md"] = "woord\n"
    files["docs/proef/1.0/artikel-01.md"] = '---\nversion: "1.0"\n---\n\n# Artikel 1. A\n\n{!docs/proef/x0.md!}\n'
    assert "bad-include" in rules(write(tmp_path, files))


SOURCE = st.text(
    st.one_of(st.sampled_from(list("\n\n\n#*-_[]()<>|!{}.:;'\"&\\/123aiAB ")), st.characters(codec="utf-8")),
    max_size=400,
)
PIECES = st.lists(
    st.sampled_from(
        [
            "# Artikel 1. A",
            "1.1 Tekst",
            "(i) item",
            "  - binnen",
            "a. b: c",
            "“AP”",
            ":   uitleg",
            "| a | b |",
            "| - | - |",
            "{!docs/proef/index.md!}",
            "**",
            "[x](y)",
            "---",
            "> x",
            "JA / NEE",
            "......",
            "",
            "",
            "\\*",
            "<b>",
            "&amp;",
            "    code",
        ]
    ),
    max_size=30,
).map("\n".join)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SOURCE | PIECES, SOURCE | PIECES)
def test_no_text_makes_the_reader_fall_and_places_are_true(tmp_path: Path, body: str, index: str) -> None:
    repository = write(tmp_path, {"docs/proef/1.0/artikel-01.md": body, "docs/proef/1.0/index.md": index})
    for edition in repository.agreements[0].editions:
        for _, text in edition_texts(edition):
            for offset in range(0, len(text.plain), 7):
                place = text.place(offset)
                lines = (
                    (tmp_path / place.path).read_bytes().decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
                )
                line = lines[place.line - 1]
                char = text.plain[offset]
                assert char == " " or line[place.column - 1 : place.column] in (char, "&"), (place, char, line)
    for finding in repository.findings:
        assert finding.place.line >= 1 and finding.place.column >= 1


@given(st.text())
def test_the_canonical_form_of_a_canonical_text_is_itself(words: str) -> None:
    assert canonical(canonical(words)) == canonical(words)


def test_typography_is_no_difference() -> None:
    assert canonical("de  “Klant”\n– zo’n‑ding\u00ad ……….") == canonical('de "Klant" - zo\'n-ding .....')
    assert canonical("10²") != canonical("102")


def test_reading_text_tells_where_each_text_begins(tmp_path: Path) -> None:
    found, _ = article(tmp_path, "# Artikel 1. A\n\n1.1 Dit zijn:\n\n(i) een\n\n(ii) twee\n")
    plain, starts = reading_text(found.clauses[0].blocks)
    assert plain == "Dit zijn:\n(i) een\n(ii) twee"
    assert [plain[start : start + len(text.plain)] for start, text in starts] == ["Dit zijn:", "een", "twee"]


SWALLOWED = {
    "a table right under words": "1.1 Dit geldt:\n| a | b |\n| - | - |\n",
    "a clause number in bold": "1.1 Klant betaalt.\n\n**1.2** Klant meldt storingen.\n",
    "a clause number with a colon": "1.1 Klant betaalt.\n\n1.2: Klant meldt storingen.\n",
    "a heading without a space": "1.1 Klant betaalt.\n\n##A. Hosting\n",
}


@pytest.mark.parametrize("name", SWALLOWED)
def test_what_a_hurried_author_forgets_is_a_finding_and_not_silence(tmp_path: Path, name: str) -> None:
    _, findings = article(tmp_path, f"# Artikel 1. A\n\n{SWALLOWED[name]}")
    assert [finding.rule for finding in findings if finding.place.line > 7], findings


@pytest.mark.parametrize(
    "line",
    [
        "{!" + " " * 100_000,
        "# a" + " " * 100_000 + "x",
        "._" * 50_000,
        "\\*" * 50_000,
        "(i) a\n" * 15_000,
        "## A\n\n" * 15_000,
    ],
    ids=["include", "heading", "blanks", "escapes", "items", "sections"],
)
def test_a_line_made_to_be_slow_is_read_in_one_go(tmp_path: Path, line: str) -> None:
    # Each of these took from ten seconds to minutes before its pattern was made linear; the suite's time is the bound.
    found, _ = article(tmp_path, f"# Artikel 1. A\n\n1.1 B.\n\n{line}\n")
    assert found.clauses[0].number == "1.1"
    assert canonical(line[:200_000]) is not None


@pytest.mark.parametrize("entity", ["&#10;", "&NewLine;", "&#xd;", "&Tab;", "&#32;"])
def test_white_space_that_is_written_out_is_a_blank(entity: str, tmp_path: Path) -> None:
    found, _ = article(tmp_path, f"# Artikel 1. A{entity}B\n\n1.1 Wij{entity}allen.\n")
    assert found.heading.plain == "Artikel 1. A B" and reading_text(found.clauses[0].blocks)[0] == "Wij allen."


def test_hidden_characters_are_found_also_as_entities_and_in_front_matter(tmp_path: Path) -> None:
    repository = write(
        tmp_path,
        {
            "docs/proef/index.md": '---\ntitle: "\\u202Ex"\npublisher: Voorbeeld\n---\n\nA.\n',
            "docs/proef/1.0/artikel-01.md": '---\nversion: "1.0"\n---\n\n# Artikel 1. A\n\n1.1 Ver\u00adwerker &#x202e;negniro.\n',  # noqa: E501
        },
    )
    assert len([finding for finding in repository.findings if "cannot be seen" in finding.message]) == 3


def test_numbers_in_two_annexes_keep_apart(tmp_path: Path) -> None:
    repository = write(
        tmp_path,
        {
            f"docs/proef/1.0/bijlage-{n}.md": f'---\nversion: "1.0"\n---\n\n# Bijlage {n}\n\n1.1 Eerste.\n'
            for n in (1, 2)
        },
    )
    ids = [annex.intro[0].items[0].id for annex in repository.agreements[0].editions[0].annexes]
    assert len(set(ids)) == 2 and all(name.startswith("bijlage-") for name in ids)


def test_a_table_is_not_a_definition_list_to_the_hash(tmp_path: Path) -> None:
    from clausule.model.hashes import edition_sha256

    hashes = set()
    for number, body in enumerate(("“Dienst”\n:   wat wij doen\n", "| Dienst | wat wij doen |\n| --- | --- |\n")):
        root = tmp_path / str(number)
        repository = write(
            root, {"docs/proef/1.0/artikel-01.md": f'---\nversion: "1.0"\n---\n\n# Artikel 1. A\n\n{body}'}
        )
        hashes.add(edition_sha256(repository.agreements[0].editions[0]))
    assert len(hashes) == 2


def test_a_second_heading_of_the_first_level_begins_a_section(tmp_path: Path) -> None:
    """The first is the title of the edition, where it stands above all sections; a later one is none."""
    for body, title, sections in (
        ("# Titel\n\n## Een\n\nTekst.\n", "Titel", ["Een"]),
        ("# Titel\n\n# Tweede\n\nTekst.\n", "Titel", ["Tweede"]),
        ("## Een\n\nTekst.\n\n# Laat\n\nTekst.\n", "", ["Een", "Laat"]),
        ("# Titel\n\n## Een\n\nTekst.\n\n# Laat\n\nTekst.\n", "Titel", ["Een", "Laat"]),
    ):
        head = '---\nversion: "1.0"\neffective: 2024-02-01\n---\n\n'
        (edition,) = write(tmp_path, {"docs/proef/1.0/index.md": head + body}).agreements[0].editions
        assert (edition.heading.plain if edition.heading else "") == title
        assert [section.title for section in edition.preamble] == sections


def test_editions_stand_from_old_to_new_with_undated_ones_first_and_concepts_last(tmp_path: Path) -> None:
    heads = {
        "1.10": "effective: 2025-01-01",
        "1.9": "effective: 2025-01-01",
        "2.0": "effective: 2018-05-25",
        "ongedateerd": "numbered: false",
        "0.1": "effective: 2019-01-01\nstatus: concept",
        "0.2": "status: concept",
    }
    files = {f"docs/proef/{name}/index.md": f'---\nversion: "{name}"\n{head}\n---\n' for name, head in heads.items()}
    (agreement,) = write(tmp_path, dict(files)).agreements
    expected = ["ongedateerd", "2.0", "1.0", "1.9", "1.10", "0.2", "0.1"]
    assert [edition.version for edition in agreement.editions] == expected
