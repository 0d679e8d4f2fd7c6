"""Ten years of a firm: all that can become of its agreement, and every address that was ever published answers."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from clausule.check import today
from session import HOME, Session, in_git
from small_site import page

SECRET = "Pietersen"
WHY = "Er stonden gegevens van een klant in."
BACK = "Verwerker geeft de Gegevens na het einde van de dienst terug."
KEPT = "De plicht van artikel 2.1 geldt tot de Gegevens gewist zijn, als bedoeld in artikel 28 lid 3 AVG."
MISTAKE = f"Klachten over de dienst gaan naar mevrouw {SECRET} in Emmeloord."
ERRATUM = "errata:\n  - {at: artikel-3.1, words: geeft, should: gaf, note: Een slip van de pen.}\n"
ERRATUM_4 = f"errata:\n  - {{at: artikel-4.1, words: {SECRET}, should: Pieters, note: Verkeerd geschreven.}}\n"
NO_PAGE = (
    ".woff2",
    ".png",
    ".ico",
    ".gz",
    ".js",
    ".css",
    "/zoeken.json",
)  # what a page shows itself with, and nobody links to
ROW = """  - id: {name}
    name: {name} B.V.
    address: Weg 1, Utrecht
    contact: {{email: avg@{name}.example}}
    service: {service}
    purpose: gegevens opslaan
    data: [naam en adres]
    data_subjects: [klanten]
    places: [{{country: NL}}]
"""


@dataclass
class Firm(Session):
    """Who publishes for ten years, and all addresses that readers were ever given."""

    addresses: set[str] = field(default_factory=set)

    def day(self, year: int, days: int = 0) -> date:
        """A day of year 1 to 10; the tenth year ends today, so that no day of this story lies ahead but one."""
        return today() - timedelta(days=365 * (10 - year)) - timedelta(days=180) + timedelta(days=days)

    def does(self, *words: str) -> str:
        done = self.run(*words)
        assert done.returncode == 0, (words, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def commits(self) -> None:
        self.git("add", "--all")
        self.git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "--quiet", "-m", "x")

    def publishes(self, day: date) -> str:
        self.commits()
        told = self.does("publish", "--on", day.isoformat())
        self.addresses |= self.answers()
        return told

    def answers(self) -> set[str]:
        names = self.git("ls-tree", "-r", "--name-only", "gh-pages").splitlines()
        return {name for name in names if not name.endswith(NO_PAGE) and not name.startswith(".")}

    def shown(self, path: str) -> str:
        return self.git("show", f"gh-pages:{path}")

    def status(self, address: str) -> str:
        return str(json.loads(self.shown(f"{address}/overeenkomst.json"))["status"])

    def edition(self, old: str, new: str, effective: date) -> str:
        """A concept with the text of ``old`` in which nothing was changed yet; its folder."""
        self.does("new", "voorbeeld", new, "--from", old, "--effective", effective.isoformat())
        return f"docs/voorbeeld/{new}"

    def frozen(self, version: str, effective: date, more: str = "") -> None:
        if more:
            self.told(version, more)
        self.does("freeze", "voorbeeld", version, "--effective", effective.isoformat())

    def told(self, version: str, lines: str, slug: str = "voorbeeld") -> None:
        """Writes ``lines`` into the front matter of an edition."""
        self.replace(f"docs/{slug}/{version}/index.md", f'version: "{version}"\n', f'version: "{version}"\n{lines}')


def test_ten_years_of_a_firm(tmp_path: Path) -> None:
    for name in ("edition", "list"):
        shutil.copytree(HOME / "tests/unit/check/rule_base" / name, tmp_path, dirs_exist_ok=True)
    firm = Firm(in_git(tmp_path).root)
    firm.write("mkdocs.yml", "site_name: Voorbeeld\nsite_url: https://voorbeeld.example/\n")
    firm.write("docs/index.md", "# Overeenkomsten\n")
    listed = "annexes/voorbeeld/sub-verwerkers.yml"
    firm.write(
        listed, "sub_processors:\n" + ROW.format(name="wolk", service="servers") + f"    active: {firm.day(1)}\n"
    )

    # Year 1: a draft is shown; agreed, it is frozen, and in force.
    firm.replace("docs/voorbeeld/1.0/index.md", "effective: 2024-01-01", "status: concept")
    firm.publishes(firm.day(1))
    assert firm.status("voorbeeld/1.0") == "concept"
    firm.does("freeze", "voorbeeld", "1.0", "--effective", firm.day(1, 30).isoformat())
    firm.publishes(firm.day(1, 30))
    assert firm.status("voorbeeld/huidig") == "in force"

    # Year 2: another sub-processor and a new text are announced, and the customers are told.
    added = ROW.format(name="regen", service="e-mail")
    rows = (firm.root / listed).read_text("utf-8")
    firm.write(listed, f"{rows}{added}    announced: {firm.day(2)}\n    active: {firm.day(2, 60)}\n")
    folder = firm.edition("1.0", "1.1", firm.day(2, 60))
    firm.write(f"{folder}/artikel-03.md", page("1.1", 3, BACK, KEPT, title="Einde"))
    firm.frozen("1.1", firm.day(2, 60), f"announced: {firm.day(2)}\n")
    for name in ("regen", "1.1"):
        day = firm.day(2, 1).isoformat()
        firm.does("notice", "voorbeeld", name, "--sent", "--list", "klanten", "--recipients", "3", "--on", day)
    firm.publishes(firm.day(2, 1))
    assert (firm.status("voorbeeld/1.1"), firm.status("voorbeeld/huidig")) == ("announced", "in force")

    # Year 3: it is in force, and has a mistake in its text.
    firm.told("1.1", ERRATUM)
    firm.publishes(firm.day(3))
    assert "voorbeeld/1.1/" in firm.shown("voorbeeld/huidig/index.html") + firm.shown("voorbeeld/index.html")

    # Year 4: of 1.2 only an annex is another.
    folder = firm.edition("1.1", "1.2", firm.day(4))
    annex = (firm.root / "annexes/voorbeeld/bijlage-1/1.0.md").read_text("utf-8")
    firm.write("annexes/voorbeeld/bijlage-1/1.2.md", f"{annex.replace('1.0', '1.2')}\n- een tweede slot\n")
    firm.write(f"{folder}/bijlage-1.md", "{!annexes/voorbeeld/bijlage-1/1.2.md!}\n")
    firm.frozen("1.2", firm.day(4))

    # Year 5: 1.3 names a person, in an article that no other has; and 2.0 is announced.
    folder = firm.edition("1.2", "1.3", firm.day(5))
    firm.write(f"{folder}/artikel-04.md", page("1.3", 4, MISTAKE, title="Klachten"))
    firm.replace(f"{folder}/index.md", "errata:\n", ERRATUM_4)
    firm.frozen("1.3", firm.day(5))
    folder = firm.edition("1.3", "2.0", today() + timedelta(days=90))
    firm.replace(f"{folder}/index.md", ERRATUM_4, "errata:\n")
    firm.write(f"{folder}/artikel-04.md", page("2.0", 4, KEPT, title="Duur"))
    firm.frozen("2.0", today() + timedelta(days=90), f"announced: {firm.day(5)}\n")
    firm.publishes(firm.day(5, 1))

    # Year 6: 2.0 is withdrawn; year 7: the agreement gets another name; year 8: the mistake is seen.
    firm.does("withdraw", "voorbeeld", "2.0", "--why", "Gaat niet door.", "--on", firm.day(6).isoformat())
    firm.commits()
    firm.does("rename", "voorbeeld", "proef")
    firm.publishes(firm.day(7))
    hashes = {sha256 for path, sha256 in offered(firm) if path.startswith("1.3/")}
    firm.does("withdraw", "proef", "1.3", "--why", WHY, "--on", firm.day(8).isoformat(), "--remove-words")
    firm.publishes(firm.day(8))

    firm.does("verify", "--on", firm.day(8).isoformat())
    firm.does("check")
    gone = firm.addresses - firm.answers()
    # What 'huidig' shows is the edition in force, and that has three articles.
    assert gone == {"proef/huidig/artikel-4/index.html", "voorbeeld/huidig/artikel-4/index.html"}
    assert WHY in firm.shown("proef/vergelijken/geschiedenis/1.3-artikel-4/index.html")
    assert "proef/1.3/artikel-4/" in firm.shown("voorbeeld/1.3/artikel-4/index.html")
    assert WHY in firm.shown("proef/1.3/artikel-4/index.html") + firm.shown("voorbeeld/1.3/overeenkomst.json")
    assert (firm.status("proef/2.0"), firm.status("voorbeeld/huidig")) == ("withdrawn", "in force")
    assert hashes and not hashes & {sha256 for _, sha256 in offered(firm)}
    found = firm.program(["git", "grep", "-l", "-a", "-e", SECRET, "-e", "Emmeloord", "gh-pages"])
    assert found.returncode == 1 and not found.stdout


def offered(firm: Firm) -> set[tuple[str, str]]:
    """Each form that was ever offered, by path and hash, at both names."""
    names = [name for name in firm.answers() if name.endswith("/bestanden.json")]
    return {(row["path"], row["sha256"]) for name in names for row in json.loads(firm.shown(name))["files"]}
