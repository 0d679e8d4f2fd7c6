"""What became of each clause, where texts are hard to tell apart: articles without a title, items and paragraphs that
moved, clauses that many articles end with, paragraphs that were cut."""

from __future__ import annotations

import pytest

from clausule.compare.changes import Change, compare_units
from clausule.compare.redline import SAME, accept, undo
from clausule.compare.text_files import text_units
from clausule.compare.unit import Unit

ALONE = "Verwerker verwerkt de persoonsgegevens alleen in opdracht van Klant."
SECURE = "Verwerker beveiligt de persoonsgegevens met passende maatregelen."
CHECK = "Klant mag die maatregelen eenmaal per jaar laten controleren."
SILENT = "Medewerkers van Verwerker tekenen een verklaring van geheimhouding."
BREACH = "een melding aan de toezichthouder te doen binnen 72 uur nadat Verwerker kennis heeft genomen van een inbreuk"
SURVIVES = "Dit artikel blijft ook na het einde van de Overeenkomst van kracht."


def changes(old: str, new: str, markdown: bool = True) -> dict[str, Change]:
    """By the id of the old unit, or of the new one with a plus; each redline is exact."""
    found = compare_units(text_units(old, markdown), text_units(new, markdown)).changes
    assert all((undo(list(one.redline)), accept(list(one.redline))) == (one.from_text, one.to_text) for one in found)
    return {one.old.id if one.old else f"+{one.unit.id}": one for one in found}


def what(old: str, new: str) -> dict[str, tuple[str, str]]:
    """Where each unit went that is not as it was, and what happened to it."""
    found = changes(old, new)
    return {
        name: (one.new.id if one.new else "", "renumbered" if one.only_number else one.kind)
        for name, one in found.items()
        if one.kind != "unchanged"
    }


def articles(*texts: tuple[str, ...], heading: str = "# Artikel {}", numbers: str = "123456") -> str:
    """Articles without a title, each of its clauses."""
    parts = []
    for number, clauses in zip(numbers, texts, strict=False):
        parts.append(heading.format(number))
        parts += [f"{number}.{place} {words}" for place, words in enumerate(clauses, 1)]
    return "\n\n".join(parts) + "\n"


OLD = articles((ALONE,), (SECURE, CHECK))


@pytest.mark.parametrize("heading", ["# Artikel {}", "Artikel {}", "## Artikel {}."])
def test_an_article_that_came_takes_no_clause_of_the_next(heading: str) -> None:
    old = articles((ALONE,), (SECURE, CHECK), heading=heading)
    between = (
        articles((ALONE,), (SILENT,), heading=heading).replace("2", "1a")
        + articles((ALONE,), (SECURE, CHECK), heading=heading).split("\n\n", 2)[2]
    )
    assert what(old, between) == {"+artikel-1a": ("artikel-1a", "added"), "+artikel-1a.1": ("artikel-1a.1", "added")}
    assert what(old, articles((ALONE,), (SILENT,), (SECURE, CHECK), heading=heading)) == {
        "+artikel-2": ("artikel-2", "added"),
        "+artikel-2.1": ("artikel-2.1", "added"),
        "artikel-2": ("artikel-3", "renumbered"),
        "artikel-2.1": ("artikel-3.1", "renumbered"),
        "artikel-2.2": ("artikel-3.2", "renumbered"),
    }


def test_articles_without_a_title_follow_their_clauses_though_these_changed() -> None:
    other = SECURE.replace("passende", "passende technische en organisatorische")
    assert what(OLD, articles((SILENT,), (ALONE,), (other, CHECK))) == {
        "+artikel-1": ("artikel-1", "added"),
        "+artikel-1.1": ("artikel-1.1", "added"),
        "artikel-1": ("artikel-2", "renumbered"),
        "artikel-1.1": ("artikel-2.1", "renumbered"),
        "artikel-2": ("artikel-3", "renumbered"),
        "artikel-2.1": ("artikel-3.1", "changed"),
        "artikel-2.2": ("artikel-3.2", "renumbered"),
    }


def test_an_article_without_a_title_that_grew_and_one_that_went() -> None:
    grown = articles((ALONE,), (SECURE, CHECK, SILENT, "Klant betaalt.", "Verwerker helpt Klant."))
    assert set(what(OLD, grown)) == {"+artikel-2.3", "+artikel-2.4", "+artikel-2.5"}
    assert what(articles((ALONE,), (SILENT,), (SECURE, CHECK)), OLD) == {
        "artikel-2": ("", "removed"),
        "artikel-2.1": ("", "removed"),
        "artikel-3": ("artikel-2", "renumbered"),
        "artikel-3.1": ("artikel-2.1", "renumbered"),
        "artikel-3.2": ("artikel-2.2", "renumbered"),
    }


def test_two_articles_without_a_title_that_changed_places() -> None:
    found = what(OLD, articles((SECURE, CHECK), (ALONE,)))
    assert {name: to for name, (to, _) in found.items()} == {
        "artikel-1": "artikel-2",
        "artikel-1.1": "artikel-2.1",
        "artikel-2": "artikel-1",
        "artikel-2.1": "artikel-1.1",
        "artikel-2.2": "artikel-1.2",
    }


def test_a_title_that_came_or_went() -> None:
    titled = OLD.replace("# Artikel 2\n", "# Artikel 2. Beveiliging\n")
    assert what(OLD, titled) == {"artikel-2": ("artikel-2", "changed")}
    assert what(titled, OLD) == {"artikel-2": ("artikel-2", "changed")}


def with_lists(first: tuple[str, ...], second: tuple[str, ...]) -> str:
    """Two articles whose first clause has a lead and items, or is the one sentence."""

    def clause(number: str, lead: str, *items: str) -> str:
        return "\n\n".join(
            [f"{number} {lead}", *(f"{mark}. {words};" for mark, words in zip("abcd", items, strict=False))]
        )

    one, other = clause("1.1", *first), clause("2.1", *second)
    return (
        f"# Artikel 1. Beveiligen\n\n{one}\n\n1.2 Partijen overleggen ieder jaar.\n\n# Artikel 2. Melden\n\n{other}\n"
    )


LEAD, LATER = "Verwerker is verplicht om:", "Verwerker is bij een inbreuk verplicht om:"
DO, HELP = "de gegevens te beveiligen", "mee te werken aan onderzoek"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # the last item goes to another article
        (((LEAD, DO, BREACH), (LATER, HELP)), ((LEAD, DO), (LATER, HELP, BREACH))),
        # and the clause that it left becomes a sentence
        (((LEAD, DO, BREACH), (LATER, HELP)), ((f"Verwerker is verplicht om {DO}.",), (LATER, HELP, BREACH))),
        # the first item, to the first place
        (((LEAD, BREACH, DO), (LATER, HELP)), ((LEAD, DO), (LATER, BREACH, HELP))),
        # reworded on the way
        (((LEAD, DO, BREACH), (LATER, HELP)), ((LEAD, DO), (LATER, HELP, BREACH.replace("72 uur", "48 uur")))),
        # the other way
        (((LEAD, DO), (LATER, HELP, BREACH)), ((LEAD, DO, BREACH), (LATER, HELP))),
        # with another lead there
        (((LEAD, DO, BREACH), (LATER, HELP)), ((LEAD, DO), ("Verwerker zal na een inbreuk:", HELP, BREACH))),
    ],
    ids=["last", "sentence", "first", "reworded", "back", "lead"],
)  # fmt: skip
def test_an_item_that_moved_leaves_its_clause_changed(
    old: tuple[tuple[str, ...], tuple[str, ...]], new: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    assert what(with_lists(*old), with_lists(*new)) == {
        "artikel-1.1": ("artikel-1.1", "changed"),
        "artikel-2.1": ("artikel-2.1", "changed"),
    }


SHORT = "Verwerker bewaart de gegevens kort."
ENDS = "De overeenkomst eindigt van rechtswege op de einddatum zonder dat opzegging nodig is."
LIABLE = "Verwerker is aansprakelijk voor de hulppersonen die hij bij de uitvoering van de opdracht inschakelt."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((f"{SHORT}\n\n{LIABLE}", ENDS), (SHORT, f"{ENDS}\n\n{LIABLE}")),
        ((f"{LIABLE}\n\n{SHORT}", ENDS), (SHORT, f"{LIABLE}\n\n{ENDS}")),
        ((SHORT, f"{ENDS}\n\n{LIABLE}"), (f"{SHORT}\n\n{LIABLE}", ENDS)),
        ((f"{SHORT}\n\n{LIABLE}", ENDS), (SHORT.replace("kort", "een jaar"), f"{ENDS}\n\n{LIABLE}")),
    ],
    ids=["last", "first", "back", "reworded"],
)
def test_a_paragraph_that_moved_leaves_its_clause_changed(old: tuple[str, str], new: tuple[str, str]) -> None:
    def text(one: str, other: str) -> str:
        return f"# Artikel 1. Duur\n\n1.1 {one}\n\n1.2 Einde.\n\n# Artikel 2. Slot\n\n2.1 {other}\n"

    assert what(text(*old), text(*new)) == {
        "artikel-1.1": ("artikel-1.1", "changed"),
        "artikel-2.1": ("artikel-2.1", "changed"),
    }
    kept = changes(text(*old), text(*new))["artikel-2.1"].redline
    assert any(ENDS[:-1] in words for op, words in kept if op == SAME)


def test_a_clause_that_moved_with_all_its_items_is_one_clause() -> None:
    old = with_lists((LEAD, DO, BREACH, HELP), (SHORT,))
    new = "# Artikel 1. Beveiligen\n\n1.1 Partijen overleggen ieder jaar.\n\n# Artikel 2. Melden\n\n2.1 " + SHORT
    new += f"\n\n2.2 Verwerker heeft de plicht om:\n\na. {DO};\n\nb. {BREACH};\n\nc. {HELP};\n"
    found = changes(old, new)["artikel-1.1"]
    assert found.new and (found.new.id, found.kind, found.moved) == ("artikel-2.2", "changed", True)


def titled(*parts: tuple[str, tuple[str, ...]]) -> str:
    return "\n\n".join(
        "\n\n".join([f"# Artikel {number}. {title}", *(f"{number}.{n} {words}" for n, words in enumerate(clauses, 1))])
        for number, (title, clauses) in enumerate(parts, 1)
    )


SECRECY, SECURITY, LIABILITY = (
    ("Geheimhouding", (SILENT, SURVIVES)),
    ("Beveiliging", (SECURE, SURVIVES)),
    ("Aansprakelijkheid", ("De aansprakelijkheid is beperkt tot wat de verzekeraar uitkeert.", SURVIVES)),
)


def test_a_clause_that_articles_end_with_stays_with_its_article() -> None:
    without = ("Beveiliging", (SECURE,))
    assert what(titled(SECRECY, SECURITY), titled(SECRECY, LIABILITY, without)) == {
        "+artikel-2": ("artikel-2", "added"),
        "+artikel-2.1": ("artikel-2.1", "added"),
        "+artikel-2.2": ("artikel-2.2", "added"),
        "artikel-2": ("artikel-3", "renumbered"),
        "artikel-2.1": ("artikel-3.1", "renumbered"),
        "artikel-2.2": ("", "removed"),
    }
    turned = what(titled(SECRECY, SECURITY), titled(LIABILITY, SECURITY, SECRECY))
    assert {name: to for name, (to, _) in turned.items()} == {
        "+artikel-1": "artikel-1",
        "+artikel-1.1": "artikel-1.1",
        "+artikel-1.2": "artikel-1.2",
        "artikel-1": "artikel-3",
        "artikel-1.1": "artikel-3.1",
        "artikel-1.2": "artikel-3.2",
    }  # fmt: skip
    assert set(what(titled(SECRECY, SECURITY, LIABILITY), titled(SECURITY, LIABILITY))) == {
        f"artikel-{number}" for number in ("1", "1.1", "1.2", "2", "2.1", "2.2", "3", "3.1", "3.2")
    }


def test_a_text_of_nothing_but_such_clauses_is_itself() -> None:
    text = titled(*(("Slot", (SURVIVES,)) for _ in range(4)))
    assert what(text, text) == {}


def test_a_paragraph_that_was_cut_keeps_its_sentences() -> None:
    first, second = "Alle gegevens worden versleuteld verzonden.", "De reservekopieën zijn ook versleuteld."
    third = "De meeste gegevens zijn niet versleuteld zolang zij in onze database staan, omdat wij ze nodig hebben."
    last = "Wij doen veel om ze daar te beschermen."
    old = f"# Beveiliging\n\n{first} {second} {third} {last}\n"
    for new in (
        f"# Beveiliging\n\n{first} {second}\n\nBehalve bij Post geldt: {third} {last}\n",
        f"# Beveiliging\n\n{first}\n\n{second} {third}\n\n{last}\n",
        f"# Beveiliging\n\n{first} {second}\n\nVan het product Post:\n\n{third} {last} Lees meer op de website.\n",
    ):
        found = changes(old, new)["beveiliging-alinea-1"]
        stays = "".join(words for op, words in found.redline if op == SAME)
        for sentence in (first, second, third, last):
            assert " ".join(sentence.split()[1:-1]) in " ".join(stays.split()), (new, sentence)


def test_also_says_on_which_side() -> None:
    def unit(place: int, words: str) -> Unit:
        return Unit(
            id=f"artikel-1.{place}", number=f"1.{place}", title="", kind="clause", text=words, parent="artikel-1"
        )

    whole, one, other = unit(1, f"{LIABLE} {SHORT}"), unit(1, LIABLE), unit(2, SHORT)
    (split,), (merged,) = (
        compare_units(*sides).changes for sides in (([whole], [one, other]), ([one, other], [whole]))
    )
    assert {key: split.as_json()[key] for key in ("also", "also_from", "also_to")} == {
        "also": ["artikel-1.2"], "also_from": [], "also_to": ["artikel-1.2"],
    }  # fmt: skip
    assert (merged.as_json()["also_from"], merged.as_json()["also_to"]) == (["artikel-1.2"], [])
