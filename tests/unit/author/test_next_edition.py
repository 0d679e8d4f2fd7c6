"""A lawyer's file comes back onto an agreement: what he edited is what changed, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausule.author.import_document import Imported, import_document
from clausule.author.new_agreement import Wanted
from clausule.compare.explanations import compare_successive
from clausule.disk.scratch import scratch_folder
from clausule.model.editions import Agreement, Edition
from clausule.model.lookup import AuthoringError
from clausule.read import read_repository
from clausule.read.importing.document import Pending
from word_files import paragraph, paragraphs_of, run, word_file

FILES = {
    "mkdocs.yml": "site_name: Proef\nsite_url: https://example.org/\n",
    "docs/proef/index.md": "---\ntitle: Proef\npublisher: Firma\n---\n\nInleiding.\n",
    "docs/proef/1.0/index.md": """---
version: "1.0"
effective: 2020-01-01
inflections:
  Dienst: [Diensten]
errata:
  - {at: artikel-2.1, words: passen, should: horen, note: Fout.}
---

# Overeenkomst Proef

De ondergetekenden:

1. **Firma B.V.**, te Utrecht, hierna "Firma";
2. de klant.
""",
    "docs/proef/1.0/artikel-01.md": """---
version: "1.0"
---

# Artikel 1. Begrippen

1.1 Hierna betekent:

“Dienst”
:   wat Firma levert, zoals *omschreven* in de
    bestelling;

“Sub-verwerker”
:   een **ander** die Firma inschakelt;

1.2 Andere woorden betekenen wat zij in de AVG betekenen.
""",
    "docs/proef/1.0/artikel-02.md": """---
version: "1.0"
avg:
  artikel-2.1: 28.3.c
remarks:
  - {at: artikel-2.1, about: 28.3.c, note: Ruim gesteld.}
---

# Artikel 2. Plichten

2.1 Firma treft de maatregelen die passen bij
het risico, zie [de lijst](https://example.org/lijst_een), en *toetst* die elk jaar:
a. met een **eigen** onderzoek;
b. met een onderzoek van een ander, en daarvan:
    i. het verslag;
    ii. de kosten.

2.2 De klant betaalt *binnen* dertig dagen.

2.3 Firma meldt een inbreuk aan de klant.
""",
    "docs/proef/1.0/artikel-03.md": """---
version: "1.0"
---

# Artikel 3. Slot

3.1 Het recht van Nederland geldt.
""",
    "docs/proef/1.0/bijlage-1.md": "{!annexes/proef/bijlage-1/1.0.md!}\n",
    "docs/proef/1.0/bijlage-2.md": "{!annexes/proef/bijlage-2/1.0.md!}\n",
    "annexes/proef/bijlage-1/1.0.md": """---
version: "1.0"
effective: 2020-01-01
kind: measures
---

# Bijlage 1. Maatregelen

## A. Toegang
- een **slot** op de deur
- een lijst van wie binnen is
""",
    "annexes/proef/bijlage-2/1.0.md": """---
version: "1.0"
kind: text
---

# Bijlage 2. Gegevens

| Soort | Duur |
|---|---|
| [Namen](https://example.org/namen) | een jaar |
| Adressen | twee jaar |
""",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path)


def written(root: Path) -> Path:
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def agreement(root: Path) -> Agreement:
    (found,) = read_repository(root, "proef").agreements
    return found


def word_of(root: Path) -> list[str]:
    return paragraphs_of(agreement(root).editions[0])


def bring_in(root: Path, body: str, *, slug: str = "proef", **parts: str) -> Imported:
    file = root / "terug.docx"
    file.write_bytes(word_file(body, **parts))
    return import_document(root, file, Wanted(slug=slug, title="", publisher="Firma", version="1.1"), None, "accept")


def edited(root: Path, old: str, new: str) -> Imported:
    body = "".join(word_of(root))
    assert body.count(old) == 1
    return bring_in(root, body.replace(old, new))


def text(root: Path, path: str) -> str:
    return (root / path).read_text("utf-8")


def changes(root: Path) -> list[tuple[str, str]]:
    """Each change of the new edition: what, and the words that went and came."""
    old, new = agreement(root).editions
    found = []
    for change in compare_successive(old, new).changes:
        if change.kind != "unchanged":
            words = "".join(f"{op}{part.strip()}" for op, part in change.redline if op != "=")
            found.append((change.unit.id, f"{change.kind} {words}"))
    return found


def test_a_file_without_an_edit_is_an_edition_of_includes(root: Path) -> None:
    done = bring_in(root, "".join(word_of(root)))
    assert done.next and (done.next.changed, done.next.new, done.next.gone) == ([], [], []) and not done.entries
    assert text(root, "docs/proef/1.1/artikel-02.md") == "{!docs/proef/1.0/artikel-02.md!}\n"
    assert text(root, "docs/proef/1.1/bijlage-1.md") == "{!annexes/proef/bijlage-1/1.0.md!}\n"
    page = text(root, "docs/proef/1.1/index.md")
    assert page.endswith("---\n\n{!docs/proef/1.0/index.md!}\n") and "inflections:\n  Dienst: [Diensten]\n" in page
    assert page.startswith('---\nversion: "1.1"\n# effective:') and "status: concept" in page and "errata:" in page
    assert not changes(root) and not read_repository(root).findings


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("docs/proef/1.1/artikel-02.md", "dertig dagen", "veertien dagen"),
        ("docs/proef/1.1/artikel-02.md", "toetst", "onderzoekt"),
        ("docs/proef/1.1/artikel-02.md", "die passen bij het risico", "bij het risico"),
        ("docs/proef/1.1/artikel-02.md", "eigen onderzoek", "onderzoek"),
        ("docs/proef/1.1/artikel-02.md", "het verslag", "het hele verslag"),
        ("docs/proef/1.1/artikel-02.md", "de lijst, en", "de hele lijst_x, en ook"),
        ("docs/proef/1.1/artikel-01.md", "zoals omschreven in de bestelling", "zoals in de bestelling staat"),
        ("docs/proef/1.1/artikel-01.md", "een ander die", "iemand die"),
        ("annexes/proef/bijlage-1/1.1.md", "een slot op", "twee sloten op"),
        ("annexes/proef/bijlage-2/1.1.md", "twee jaar", "drie jaar"),
        ("docs/proef/1.1/index.md", "te Utrecht", "te Assen"),
    ],
)
def test_one_edit_changes_its_words_and_the_marking_around_them_stays(
    path: str, old: str, new: str, root: Path
) -> None:
    done = edited(root, old, new)
    assert done.next and len(done.next.changed) == 1 and not done.next.new and not done.next.gone
    (head, body), (head_before, before) = (
        page.split("---\n", 2)[1:] for page in (text(root, path), old_text(root, path))
    )
    assert new in " ".join(re.sub(r"\]\([^)]*\)|[*\\\\[]", "", body).split())
    assert len(set(before.split("\n")) - set(body.split("\n"))) <= 2
    own = [line for line in head_before.split("\n") if "effective" not in line and "version" not in line]
    assert set(own) < set(head.split("\n")) and 'version: "1.1"' in head
    assert len(changes(root)) == 1


def old_text(root: Path, path: str) -> str:
    return text(root, path.replace("1.1", "1.0"))


def test_marks_and_links_of_words_that_stay_are_the_authors(root: Path) -> None:
    edited(root, "en toetst die elk jaar", "en toetst en verbetert die")
    body = text(root, "docs/proef/1.1/artikel-02.md")
    assert "het risico, zie [de lijst](https://example.org/lijst_een), en *toetst* en verbetert die:\n" in body
    assert "a. met een **eigen** onderzoek;\nb. met" in body and "    i. het verslag;" in body
    assert changes(root) == [("artikel-2.1", "changed -die elk jaar+en verbetert die")]


def test_the_first_word_of_a_mark_can_go_and_a_word_within_it_can_come(root: Path) -> None:
    edited(root, "de lijst, en", "de hele lijst, en")
    assert "zie [de hele lijst](https://example.org/lijst_een), en" in text(root, "docs/proef/1.1/artikel-02.md")


def test_clauses_and_definitions_that_came_and_went_are_such(root: Path) -> None:
    rows = word_of(root)
    at = next(n for n, row in enumerate(rows) if "2.3 Firma meldt" in row)
    rows[at] = rows[at].replace("2.3 ", "2.4 ")
    rows.insert(at, paragraph("2.3 Firma bewaart # een *verslag* van elk onderzoek."))
    at = next(n for n, row in enumerate(rows) if "Sub-verwerker" in row)
    rows.insert(at, paragraph("“Klant”: wie de bestelling doet;"))
    del rows[next(n for n, row in enumerate(rows) if "1.2 Andere" in row)]
    done = bring_in(root, "".join(rows))
    assert done.next and done.next.changed == ["artikel-01.md", "artikel-02.md"]
    body = text(root, "docs/proef/1.1/artikel-01.md")
    assert "de\n    bestelling;\n\n“Klant”\n:   wie de bestelling doet;\n\n“Sub-verwerker”\n:   een **ander**" in body
    assert "2.3 Firma bewaart # een \\*verslag\\* van elk onderzoek.\n\n2.4 Firma meldt" in (
        text(root, "docs/proef/1.1/artikel-02.md")
    )
    assert {one for one, _ in changes(root)} == {"artikel-2.3", "artikel-2.4", "begrip-klant", "artikel-1.2"}


def test_an_article_that_comes_between_moves_the_others_and_what_stands_beside_them(root: Path) -> None:
    rows = [row.replace(">3.1 ", ">4.1 ").replace("Artikel 3. Slot", "Artikel 4. Slot") for row in word_of(root)]
    at = next(n for n, row in enumerate(rows) if "Artikel 4. Slot" in row)
    rows[at:at] = [paragraph("Artikel 3. Duur", "H1"), paragraph("3.1 Zij duurt een jaar.")]
    done = bring_in(root, "".join(rows))
    assert done.next and (done.next.new, done.next.changed) == (["artikel-03.md"], ["artikel-04.md"])
    assert "4.1 Het recht van Nederland geldt." in text(root, "docs/proef/1.1/artikel-04.md")
    assert not done.next.gone and not read_repository(root).findings


def test_what_stands_beside_words_goes_with_them_to_their_new_numbers(root: Path) -> None:
    rows = [
        re.sub(r">2\.(\d) ", r">3.\1 ", row).replace("Artikel 2. Plichten", "Artikel 3. Plichten")
        for row in word_of(root)
    ]
    rows = [re.sub(r">3\.1 (Het)", r">4.1 \1", row).replace("Artikel 3. Slot", "Artikel 4. Slot") for row in rows]
    at = next(n for n, row in enumerate(rows) if "Artikel 3. Plichten" in row)
    rows[at:at] = [paragraph("Artikel 2. Duur", "H1"), paragraph("2.1 Zij duurt een jaar, en niet langer.")]
    done = bring_in(root, "".join(rows))
    assert done.next and done.next.changed == ["artikel-03.md", "artikel-04.md"]
    page = text(root, "docs/proef/1.1/artikel-03.md")
    assert "\navg:\n  artikel-3.1: 28.3.c\n" in page and "{at: artikel-3.1, about: 28.3.c" in page
    assert "zie [de lijst](https://example.org/lijst_een), en *toetst* die" in page
    assert "{at: artikel-3.1, words: passen" in text(root, "docs/proef/1.1/index.md")
    assert not read_repository(root).findings


def test_an_annex_that_is_not_there_any_more_is_told(root: Path) -> None:
    rows = word_of(root)
    done = bring_in(root, "".join(rows[: next(n for n, row in enumerate(rows) if "Bijlage 2. Gegevens" in row)]))
    assert done.next and done.next.gone == ["bijlage-2.md"]


COMMENT = '<w:comment w:id="{id}" w:author="Mr. Vos"><w:p>{words}</w:p></w:comment>'


def test_comments_become_reasons_of_what_changed_and_remarks_that_nobody_publishes(root: Path) -> None:
    body = "".join(word_of(root)).replace("dertig", "veertien")
    for number, words in (("1", "2.2 De klant"), ("2", "3.1 Het recht")):
        at = body.index(f'<w:r><w:rPr></w:rPr><w:t xml:space="preserve">{words}')
        body = body[:at] + f'<w:commentRangeStart w:id="{number}"/>' + body[at:]
    said = COMMENT.format(id=1, words=run('Sneller: "zo" wil')) + COMMENT.format(id=2, words=run("Klopt dit nog?"))
    done = bring_in(root, body, comments=said + COMMENT.format(id=7, words=run("Los.")))
    (entry,) = done.entries
    assert entry[0] == {"at": "artikel-2.2", "why": 'Sneller: "zo" wil'}
    new = agreement(root).editions[1]
    assert [(note.at, note.why) for note in new.changes] == [("artikel-2.2", 'Sneller: "zo" wil')]
    page = text(root, "docs/proef/1.1/index.md")
    assert "# - artikel-3.1, Mr. Vos: Klopt dit nog?\n" in page and "# - Mr. Vos: Los.\n" in page
    assert not [one for one in done.came.dropped if "comment" in one.what] and not read_repository(root).findings


def test_a_comment_beside_a_clause_that_only_moved_is_its_reason(root: Path) -> None:
    rows = word_of(root)
    at = next(n for n, row in enumerate(rows) if "2.3 Firma meldt" in row)
    moved = rows.pop(at).replace("2.3 ", "3.2 ").replace("<w:r>", '<w:commentRangeStart w:id="1"/><w:r>', 1)
    rows.insert(next(n for n, row in enumerate(rows) if "3.1 Het recht" in row) + 1, moved)
    done = bring_in(root, "".join(rows), comments=COMMENT.format(id=1, words=run("Hoort bij het slot.")))
    assert ({"at": "artikel-3.2", "from": "artikel-2.3", "why": "Hoort bij het slot."}) in [
        one for one, _ in done.entries
    ]


def test_where_each_part_came_from_is_told(root: Path) -> None:
    rows = word_of(root)
    done = bring_in(root, "".join(rows))
    places = {row.id: row.number for row in done.rows}
    for name, words in (("artikel-2.2", "2.2 De klant"), ("bijlage-1-a", "A. Toegang"), ("artikel-3", "Artikel 3.")):
        assert words in rows[places[name] - 1]


def test_an_edition_that_is_there_or_none_to_follow_is_refused(root: Path) -> None:
    bring_in(root, "".join(word_of(root)))
    with pytest.raises(AuthoringError, match=r"docs/proef/1\.1 is there already"):
        bring_in(root, "".join(word_of(root)))
    wanted = Wanted(slug="proef", title="", publisher="Firma", version="1.2")
    with pytest.raises(AuthoringError, match="has no edition '9'"):
        import_document(root, root / "terug.docx", wanted, None, follows="9")
    with pytest.raises(AuthoringError, match=r"nieuw has no edition '9': .*Leave --from out"):
        import_document(root, root / "terug.docx", Wanted(slug="nieuw", title="", publisher="F"), None, follows="9")


def test_tracked_changes_that_are_pending_are_asked_about(root: Path) -> None:
    (root / "terug.docx").write_bytes(word_file(f'<w:p><w:ins w:author="A">{run("x")}</w:ins></w:p>'))
    wanted = Wanted(slug="proef", title="", publisher="Firma", version="1.2")
    with pytest.raises(Pending, match="--tracked accept"):
        import_document(root, root / "terug.docx", wanted, None)


WORDS = st.sampled_from(["geheel", "nieuw", "*ster*", "[haak](x)", "5%", "a_b", "1.", "b.", "“aan”", "- "])


@settings(max_examples=15)
@given(st.data())
def test_whatever_is_edited_is_what_comes_in_and_the_rest_stays(data: st.DataObject) -> None:
    with scratch_folder() as root:
        rows = word_of(written(root))
        at = data.draw(st.sampled_from([n for n, row in enumerate(rows) if "w:pStyle" not in row]))
        words = re.findall(r">([^<>]+)</w:t>", rows[at])
        cell = data.draw(st.integers(0, len(words) - 1))
        pieces = words[cell].split(" ")
        first = data.draw(st.integers(1, len(pieces)))
        last = data.draw(st.integers(first, len(pieces)))
        new = " ".join([*pieces[:first], *data.draw(st.lists(WORDS, max_size=3)), *pieces[last:]])
        rows[at] = rows[at].replace(f">{words[cell]}</w:t>", f">{new}</w:t>", 1)
        bring_in(root, "".join(rows))
        bring_in(root, "".join(rows), slug="rauw")
        new_one, raw = agreement(root).editions[1], read_repository(root, "rauw").agreements[0].editions[0]
        assert len(changes(root)) <= 3
        assert shown(new_one) == shown(raw)


def shown(edition: Edition) -> list[str]:
    """All that an edition shows, whether its definitions are a list or paragraphs."""
    words = " ".join(re.sub(r"<[^>]*>", " ", row) for row in paragraphs_of(edition))
    return re.findall(r"\w+", words)


def test_the_day_of_the_edition_before_is_not_that_of_the_next(root: Path) -> None:
    rows = word_of(root)
    rows.insert(1, paragraph("Versie 1.0, geldig vanaf 1 januari 2020"))
    bring_in(root, "".join(rows))
    assert agreement(root).editions[1].effective is None
    (root / "terug.docx").write_bytes(word_file("".join(rows).replace("1 januari 2020", "1 mei 2021")))
    done = import_document(
        root, root / "terug.docx", Wanted(slug="proef", title="", publisher="F", version="1.2"), None
    )
    assert str(done.edition.effective) == "2021-05-01" and [one.what for one in done.taken] == ["effective"]


def test_what_the_author_accepted_is_not_proposed(root: Path) -> None:
    page = root / "docs/proef/1.0/index.md"
    rules = ("rule: missing-breach-term", "rule: undefined-term, words: Nieuwling")
    allowed = "allow:\n" + "".join(f"  - {{{rule}, reason: Zo.}}\n" for rule in rules)
    assert "breach" in "".join(bring_in(root, MORE).proposals.lines)
    page.write_text(page.read_text("utf-8").replace("inflections:", f"{allowed}inflections:"), "utf-8")
    wanted = Wanted(slug="proef", title="", publisher="F", version="1.2")
    done = import_document(root, root / "terug.docx", wanted, None, follows="1.0")
    assert not done.proposals.lines and "Nieuwling" not in done.proposals.names


MORE = paragraph("Artikel 1. Plicht", "H1") + paragraph(
    "1.1 Firma meldt een datalek aan Nieuwling binnen 48 uur, en zegt dat aan Nieuwling."
)
