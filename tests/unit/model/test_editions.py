"""What is known of an edition without its words, what it takes over, and an agreement in other languages."""

from __future__ import annotations

from dataclasses import replace

from clausule.model.editions import (
    BY_SIGNATURE,
    FOR_ALL,
    Agreement,
    Body,
    Edition,
    FrontMatter,
    Imprint,
    Translation,
    all_in_other_languages,
    in_other_languages,
    translations_of,
)
from clausule.model.findings import Finding
from clausule.model.nodes import Annex, Chapter, Footnote, Section
from editions import HERE, agreement, definition, edition, text

FOUND = (Finding(place=HERE, rule="bad-link", message="wat"),)


def with_body(one: Edition, **more: object) -> Edition:
    body: Body = replace(one.body, **more)  # type: ignore[arg-type]
    return replace(one, read=lambda: body)


def unread() -> Body:
    raise AssertionError("its words are not needed")


def test_the_files_and_findings_are_those_of_its_words_unless_the_same_files_were_read_before() -> None:
    one = with_body(edition("1.0"), files={"a.md": "0" * 64}, findings=FOUND)
    assert (one.files, one.findings) == ({"a.md": "0" * 64}, FOUND)
    known = replace(one, read=unread, made_of={"b.md": "1" * 64})
    assert (known.files, known.findings) == ({"b.md": "1" * 64}, ())


def test_what_another_process_read_is_kept_and_goes_to_no_further_one() -> None:
    one = replace(edition("1.0"), read=unread)
    before = one.__getstate__()
    one.was_read({"a.md": "0" * 64}, FOUND)
    assert (one.files, one.findings) == ({"a.md": "0" * 64}, FOUND)
    assert one.__getstate__() == before and before["version"] == "1.0" and before["read"] is unread


def test_its_own_title_is_that_on_its_cover_and_is_known_from_its_imprint_without_its_words() -> None:
    covered = with_body(edition("1.0"), heading=text("Op de kaft"))
    assert (covered.own_title, edition("1.0").own_title) == ("Op de kaft", "")
    known = replace(covered, read=unread, imprint=Imprint(sha256="", pages=(), frame="", heading="Ooit gelezen"))
    assert known.own_title == known.title(agreement()) == "Ooit gelezen"
    bare = replace(known, imprint=Imprint(sha256="", pages=(), frame=""))
    assert (bare.own_title, bare.title(agreement())) == ("", "Titel")


def test_a_borrowed_definition_has_an_id_of_its_own_and_says_which_edition_it_is_from() -> None:
    lender = replace(with_body(edition("2.1"), definitions=(definition("Dienst", "werk"),)), agreement="wolk")
    one = with_body(edition("1.0"), lenders=(lender,), definitions=(definition("Dienst", "ander werk"),))
    assert [(each.id, each.term, each.lender) for each in one.borrowed] == [
        ("wolk-begrip-dienst", "Dienst", "wolk/2.1")
    ]
    assert edition("1.0").borrowed == ()


def test_footnotes_and_chapters_come_in_reading_order() -> None:
    def notes(label: str) -> tuple[Footnote, ...]:
        return (Footnote(id=label, label=label, text=text(label), owner=""),)

    section = Section(id="", label="", title="", level=2, heading=text(""), blocks=())
    chapters = [
        Chapter(id=f"hoofdstuk-{n}", number=n, mark=n, title="", heading=text(""), level=1) for n in ("1", "2", "3")
    ]
    annex = Annex(
        id="", number="", title="", heading=text(""), place=HERE, version="", effective=None, kind="text", intro=(),
        sections=(), footnotes=notes("5"),
    )  # fmt: skip
    articles = edition("1.0", ["Een."], ["Twee."]).articles
    one = with_body(
        edition("1.0"),
        preamble=(replace(section, footnotes=notes("1")),),
        articles=(
            replace(articles[0], footnotes=notes("2"), opens=(chapters[0], chapters[1])),
            replace(articles[1], footnotes=notes("3"), opens=(chapters[2],)),
        ),
        closing=(replace(section, footnotes=notes("4")),),
        annexes=(annex,),
    )
    assert [note.label for note in one.footnotes] == ["1", "2", "3", "4", "5"]
    assert [chapter.number for chapter in one.chapters] == ["1", "2", "3"]


def test_whom_a_new_edition_binds_is_as_the_author_says_and_else_who_signs_it() -> None:
    told = replace(agreement(), meta=FrontMatter({"applies": "all"}, lambda path: HERE))
    assert (told.applies, agreement().applies) == ("all", "signature") == (FOR_ALL, BY_SIGNATURE)


def test_an_agreement_in_other_languages_is_its_original_or_its_translations() -> None:
    dutch = replace(agreement(edition("1.0"), edition("1.1")), slug="nl")
    told = Translation(original=dutch, prevails="nl")
    english, german = (replace(agreement(edition("1.1")), slug=slug, translation=told) for slug in ("en", "de"))
    other = replace(agreement(), slug="ander")
    shelf: tuple[Agreement, ...] = (english, other, dutch, german)
    assert translations_of(dutch, shelf) == (english, german) and translations_of(other, shelf) == ()
    assert in_other_languages(english, shelf) == (dutch,) and in_other_languages(dutch, shelf) == (english, german)
    assert in_other_languages(other, shelf) == ()
    assert all_in_other_languages(shelf) == {"en": (dutch,), "nl": (english, german), "de": (dutch,)}
    assert all_in_other_languages((other,)) == {}


def test_an_edition_translates_the_one_with_the_same_version() -> None:
    dutch = agreement(edition("1.0"), edition("1.1"))
    told = Translation(original=dutch, prevails="")
    assert told.translated(edition("1.1")) is dutch.editions[1] and told.translated(edition("1.2")) is None


def test_what_is_forgotten_is_read_again_and_what_it_came_to_stays() -> None:
    times: list[int] = []

    def read() -> Body:
        times.append(1)
        return Body(
            meta=FrontMatter({}, lambda path: HERE),
            preamble=(),
            articles=(),
            closing=(),
            annexes=(),
            definitions=(),
            files={"docs/a/1.0/index.md": "5"},
            findings=(Finding(place=HERE, rule="rule", message="what"),),
        )

    edition = Edition(
        agreement="a",
        version="1.0",
        numbered=True,
        effective=None,
        until=None,
        announced=None,
        concept=False,
        folder="docs/a/1.0",
        read=read,
        language="nl",
    )
    assert edition.borrowed == () and len(times) == 1
    files, findings, imprint = edition.files, edition.findings, Imprint(sha256="6", pages=("x/",), frame="7")
    edition.forget(imprint)
    assert (edition.files, edition.findings, edition.imprint) == (files, findings, imprint) and len(times) == 1
    assert not {"body", "borrowed"} & vars(edition).keys()
    assert edition.articles == () and len(times) == 2
