"""Laws that hold for any text, tried with Hypothesis: real texts that are cut, mixed and spoilt.

A round tries a hundred inputs of each law, drawn from the seed. Of a fault the smallest input that has it is shown.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from clausule.build.root import Root
from clausule.build.site import BuildError, Site
from clausule.check import check
from clausule.compare.changes import compare_units
from clausule.compare.redline import accept, undo
from clausule.compare.text_files import text_units
from clausule.language.language import language_of, languages
from clausule.model.hashes import canonical, edition_bytes
from clausule.proof.file import Unreadable, judge
from clausule.proof.manifest import manifest_of
from clausule.proof.receipt import receipt_of
from clausule.read import Repository, read_repository
from clausule.read.importing.raw_lines import raw_lines
from clausule.read.importing.sources import source_files
from clausule.read.importing.structure import parts_of_agreement
from clausule.read.source import UNWANTED
from clausule.report.findings import as_github, as_json, as_text, is_clean, summary
from clausule.report.formats import in_form
from rule_examples import BASE
from session import HOME, read_home

INPUTS, SLOW = 100, ("time", "held")
DAY = date(2026, 11, 23)
LIST = "annexes/voorbeeld/sub-verwerkers.yml"
EDITION = "docs/voorbeeld/1.0"
DATA_FILES = [LIST, "mkdocs.yml", "docs/voorbeeld/editions.lock", "docs/voorbeeld/notices.yml"]
SIGNS = list("\n\n\n#*-_[]()<>|!{}.:;'\"&\\/%@=+~^`,?123aiAB \t\r\u00a0“…\u2028\ufeffé\u0301")


def _pieces(*endings: str) -> list[str]:
    """The lines, paragraphs and files of the sources here and of the small agreement of the rules."""
    found = dict.fromkeys(
        ("", "---", "1.1 Tekst", "(i) item", ":   uitleg", "| a | b |", "| - | - |", "{!docs/voorbeeld/index.md!}")
    )
    for folder in (HOME / "docs", HOME / "annexes", BASE):
        for path in sorted(folder.rglob("*")):
            if path.suffix in endings:
                text = path.read_text("utf-8")
                found |= dict.fromkeys([*text.split("\n"), *text.split("\n\n"), text[:3000]])
    return list(found)


@st.composite
def spoilt(draw: st.DrawFn, kind: str) -> str:
    """Pieces in a row, in which here and there something came or went."""
    pieces = PIECES[kind]  # not handed in, as Hypothesis would write it out
    some = st.integers(0, len(pieces) - 1).map(lambda number: pieces[number]) | st.text(
        st.sampled_from(SIGNS) | st.characters(), max_size=30
    )
    rows = draw(st.lists(st.tuples(some, st.sampled_from(["\n", "\n\n", " ", ""])), max_size=12))
    text = "".join(piece + joint for piece, joint in rows)
    for _ in range(draw(st.integers(0, 4))):
        at, size = draw(st.integers(0, len(text))), draw(st.sampled_from([0, 0, 1, 5, 40]))
        text = text[:at] + draw(st.text(st.sampled_from(SIGNS), max_size=4)) + text[at + size :]
    return text.encode("utf-8", "replace").decode()  # half a pair of surrogates is in no file


PIECES = {"text": _pieces(".md"), "data": _pieces(".yml")}
PIECES["front"] = [line for line in PIECES["text"] if ":" in line[:20]] + PIECES["data"]
WORDS = spoilt("text")
Files = dict[str, str]


def _proofs() -> dict[str, bytes]:
    """What proves the editions here: the manifest, the bytes that were hashed, a receipt."""
    found = {}
    for agreement in AGREEMENTS:
        for edition in agreement.editions:
            manifest = manifest_of(agreement, edition)
            if manifest:
                receipt = receipt_of(agreement, edition, manifest, language_of(edition.language))
                found |= {
                    f"{edition.name} manifest": manifest,
                    f"{edition.name} bytes": edition_bytes(edition),
                    f"{edition.name} receipt": json.dumps(receipt, ensure_ascii=False).encode(),
                }
    return found


AGREEMENTS = read_home().agreements
PROOFS = _proofs()


class Laws:
    """The laws, each with what it is tried on. ``folder`` is theirs to write in."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.count = folder, 0

    def _repository(self, files: Files) -> Repository:
        root = self.folder / "root"
        shutil.rmtree(root, ignore_errors=True)
        for layer in ("edition", "list"):
            shutil.copytree(BASE / layer, root, dirs_exist_ok=True)
        (root / "mkdocs.yml").write_text("site_name: Proef\nsite_url: https://example.org/\n")
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode())
        return read_repository(root)

    def sources(self, files: Files) -> None:
        """Any sources are read and checked; what is wrong is a finding, at a place that is there, in a line."""
        repository = self._repository(files)
        findings = check(repository)
        for finding in findings:
            path = repository.root / finding.place.path
            lines = (
                path.read_bytes().decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
                if path.is_file()
                else [""]
            )
            assert 1 <= finding.place.line <= len(lines) and finding.place.column >= 1, finding
            assert finding.message.strip() and "\n" not in finding.message + finding.hint, finding
        json.loads(as_json(findings))
        as_github(findings), as_text(findings, repository.root, lambda words, kind: words), summary(findings)
        if is_clean(findings):
            self._pages(repository)

    def _pages(self, repository: Repository) -> None:
        """What has no findings has pages."""

        class Staged(Site):
            def _build(self, stage: Any, out: Path, what: str, address: str, up: str = "") -> None:
                assert all(isinstance(data, bytes) for data in stage.values())

        try:
            site = Staged(repository, DAY)
        except BuildError:
            return
        for agreement in repository.agreements:
            for edition in agreement.editions:
                site.build_edition(agreement, edition, self.folder)
        Root(site).build(self.folder, list(site.parts()))

    def references(self, words: tuple[str, str, str]) -> None:
        """References stand in order, and are words of the text."""
        text, here, language = words
        end = 0
        for found in language_of(language).references.find_references(text, here):
            assert end <= found.start < found.end <= len(text) and found.text == text[found.start : found.end]
            assert found.targets and all(target.address for target in found.targets)
            end = found.end

    def comparison(self, texts: tuple[str, str, bool, str]) -> None:
        """Both texts can be got back from what is shown, whole, and each unit stands in one change."""
        old, new, markdown, language = texts
        before, after = text_units(old, markdown, language), text_units(new, markdown, language)
        found = compare_units(before, after)
        for change in found.changes:
            assert undo(list(change.redline)) == change.from_text and accept(list(change.redline)) == change.to_text
        assert sorted(unit.id for change in found.changes for unit in change.all_old) == sorted(
            unit.id for unit in before
        )
        assert sorted(unit.id for change in found.changes for unit in change.all_new) == sorted(
            unit.id for unit in after
        )
        for form in ("text", "json", "markdown", "html"):
            in_form(found, ("a", "b"), ("a", "b"), form, lambda words, kind: words)
        assert all(change.kind in ("unchanged", "moved") for change in compare_units(before, before).changes)

    def held(self, words: tuple[str, int, int, str]) -> None:
        """A manifest, a receipt or the bytes of an edition with other signs in it is never whole; any file has a
        verdict or a sentence."""
        kind, at, size, sign = words
        data = PROOFS[kind] if kind else b""
        at = at % (len(data) + 1)
        spoilt_data = data[:at] + sign.encode() + data[at + size :]
        try:
            verdict = judge(spoilt_data, AGREEMENTS)
        except Unreadable as error:
            assert str(error)
            return
        assert verdict.words and "\n" not in verdict.words
        if kind and " ".join(spoilt_data.decode("utf-8", "replace").split()) != " ".join(data.decode().split()):
            assert not verdict.is_whole, verdict

    def canonical_form(self, text: str) -> None:
        """It is that of itself, but where a sign that nobody sees kept a letter from its accent: of such a text the
        reader says that it can mislead, and recipe 1 stays what it is."""
        once = canonical(UNWANTED.sub("", text))
        assert canonical(once) == once

    def division(self, words: tuple[str, bool, str]) -> None:
        """A text that is divided into files has the same lines."""
        text, markdown, language = words
        lines = raw_lines(text, markdown)
        grammar = language_of(language).grammar
        parts = parts_of_agreement(lines, grammar)
        assert [line for part in parts for line in part.all_lines] == lines
        try:
            source_files(parts, grammar, version="1.0", markdown=markdown)
        except ValueError as error:
            assert str(error)

    def time(self, words: tuple[str, str]) -> None:
        """Twice the text takes no more than twice the time; measured again when the machine was busy."""
        piece, joint = words
        if len(piece) < 5:
            return
        row = piece + joint
        small = row * (20_000 // len(row) + 1)
        once = twice = float("inf")
        for _ in range(5):
            once, twice = min(once, self._seconds(small)), min(twice, self._seconds(small * 2))
            if twice < 0.6 or twice < 2.8 * once:
                return
        raise AssertionError(f"{once:.2f} s, and twice as much takes {twice:.2f} s")

    def _seconds(self, body: str) -> float:
        begin = time.process_time()
        check(self._repository({f"{EDITION}/artikel-03.md": f'---\nversion: "1.0"\n---\n\n# Artikel 3. A\n\n{body}'}))
        return time.process_time() - begin


_HERE = st.sampled_from(["", "artikel-4.2", "artikel-4", "bijlage-3-a", "inleiding", "x"])
_SPOILING = st.text(st.sampled_from(SIGNS), max_size=3) | WORDS
_TAG = st.sampled_from(languages())
_PLACES = [
    f"{EDITION}/index.md",
    f"{EDITION}/artikel-03.md",
    f"{EDITION}/bijlage-1.md",
    "annexes/voorbeeld/bijlage-1/1.0.md",
]
_TAGGED = WORDS.map('---\nversion: "1.0"\n---\n\n{}'.format)
_WHOLE = st.dictionaries(
    st.sampled_from([*_PLACES, "docs/voorbeeld/index.md", "docs/index.md"]), WORDS | _TAGGED, min_size=1, max_size=2
)


@st.composite
def gentle(draw: st.DrawFn) -> Files:
    """The small agreement with a few other signs in one file: mostly nothing is found then."""
    files = {
        path.relative_to(BASE / layer).as_posix(): path
        for layer in ("edition", "list")
        for path in sorted((BASE / layer).rglob("*"))
        if path.is_file()
    }
    name = draw(st.sampled_from(sorted(files)))
    text = files[name].read_text("utf-8")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = (
            text[:at]
            + draw(st.text(st.sampled_from(SIGNS) | st.characters(codec="utf-8"), max_size=3))
            + text[at + draw(st.integers(0, 2)) :]
        )
    return {name: text}


def _fronted(values: tuple[str, str]) -> Files:
    head, path = values
    return {path: f"---\n{head}\n---\n\n# Artikel 3. A\n\n3.1 Verwerker helpt.\n"}


TRIED: dict[str, tuple[Callable[[Laws], Callable[[Any], None]], st.SearchStrategy[Any]]] = {
    "texts": (lambda laws: laws.sources, _WHOLE),
    "gentle": (lambda laws: laws.sources, gentle()),
    "front matter": (
        lambda laws: laws.sources,
        st.tuples(spoilt("front"), st.sampled_from([*_PLACES, "docs/voorbeeld/index.md"])).map(_fronted),
    ),
    "yaml": (
        lambda laws: laws.sources,
        st.tuples(
            st.sampled_from(DATA_FILES),
            spoilt("data"),
        ).map(lambda pair: dict([pair])),
    ),
    "references": (lambda laws: laws.references, st.tuples(WORDS, _HERE, _TAG)),
    "comparison": (lambda laws: laws.comparison, st.tuples(WORDS, WORDS, st.booleans(), _TAG)),
    "held": (
        lambda laws: laws.held,
        st.tuples(
            st.sampled_from(["", *PROOFS]),
            st.integers(0, 10**6),
            st.integers(0, 3),
            _SPOILING,
        ),
    ),
    "canonical": (lambda laws: laws.canonical_form, WORDS | st.text()),
    "division": (lambda laws: laws.division, st.tuples(WORDS, st.booleans(), _TAG)),
    "time": (lambda laws: laws.time, st.tuples(spoilt("text"), st.sampled_from(["", " ", "\n", "\n\n"]))),
}


def fuzz(
    folder: Path, number: int, count: int = INPUTS, names: tuple[str, ...] = tuple(TRIED)
) -> tuple[int, list[str]]:
    """Tries ``count`` inputs of each law that ``names`` has, drawn from the seed ``number``: how many, and faults."""
    laws, tried, faults = Laws(folder), 0, []
    for name in names:
        law, strategy = TRIED[name]
        most = max(1, count // 10) if name in SLOW else count
        quiet = settings(
            max_examples=most,
            database=None,
            deadline=None,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )

        def one(value: Any) -> None:
            nonlocal tried
            tried += 1
            law(laws)(value)  # noqa: B023

        try:
            seed(number)(quiet(given(strategy)(one)))()
        except Exception as error:  # whatever a text brings about is the fault that is looked for
            faults.append(
                f"{name}, seed {number}: {type(error).__name__}: {error}\n" + "\n".join(getattr(error, "__notes__", ()))
            )
    return tried, faults


class Fuzz:
    """The laws, round by round; ``count`` is how many inputs were tried."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.seed, self.count = root, seed, 0

    def round(self) -> str:
        """Raises ``AssertionError`` for a fault."""
        number, self.seed = self.seed, self.seed + 1
        tried, faults = fuzz(self.root, number)
        self.count += tried
        assert not faults, "\n".join(faults)
        return f"{tried} inputs, seed {number}"
