"""The rules: what must hold of the sources. Each rule is one file in ``rules``; adding a file adds the rule."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausule.analysis.references import Notes
from clausule.check import rules as _rules
from clausule.check.parallel import by_crew
from clausule.compare.explanations import edition_before
from clausule.compare.translation.pairs import Pair, pairs_of
from clausule.language.language import Language, language_of
from clausule.model.dates import Interval, intervals
from clausule.model.editions import Agreement, Edition, newest
from clausule.model.findings import SEVERITIES, Finding
from clausule.model.hashes import digest
from clausule.model.ids import is_within
from clausule.model.nodes import Place, Text
from clausule.model.notes import Allowance, Erratum
from clausule.proof.manifest import manifest_sha256
from clausule.read import Repository, with_words

if TYPE_CHECKING:
    from clausule.work.crew import Crew

EXAMPLES = (
    "An example shows what is other than in a small agreement in which nothing is found, and (removed) what is "
    "not there."
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. ``title`` is the first line of its file's docstring and ``page`` the rest.

    A rule without a check function is one whose findings the reader makes; those cannot be allowed.
    """

    id: str
    severity: str
    title: str
    page: str
    check_edition: Callable[[View], Iterable[Finding]] | None
    check_agreement: Callable[[AgreementView], Iterable[Finding]] | None
    check_translation: Callable[[TranslationView], Iterable[Finding]] | None
    allowable: bool


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One edition as a rule sees it."""

    agreement: Agreement
    edition: Edition
    notes: Notes
    interval: Interval
    rule: str

    @property
    def language(self) -> Language:
        """The language of the text."""
        return self.notes.language

    def at(self, text: Text, start: int, end: int, message: str, hint: str = "") -> Finding:
        """A finding about ``text.plain[start:end]``."""
        words = text.plain[start:end]
        return Finding(
            place=text.place(start), rule=self.rule, message=message, hint=hint, words=words, at=self.notes.owner(text)
        )

    def here(self, place: Place, message: str, hint: str = "", *, words: str = "", at: str = "") -> Finding:
        """A finding about a place."""
        return Finding(place=place, rule=self.rule, message=message, hint=hint, words=words, at=at)


@dataclass(frozen=True, slots=True, eq=False)
class AgreementView:
    """One agreement with all its editions as a rule sees it, and each edition's notes by version."""

    agreement: Agreement
    notes: dict[str, Notes]
    intervals: dict[str, Interval]
    rule: str

    @property
    def language(self) -> Language:
        """The language of the texts."""
        return language_of(self.agreement.language)

    def here(self, place: Place, message: str, hint: str = "", *, words: str = "", at: str = "") -> Finding:
        """A finding about a place."""
        return Finding(place=place, rule=self.rule, message=message, hint=hint, words=words, at=at)


@dataclass(frozen=True, slots=True, eq=False)
class TranslationView:
    """One edition of a translation beside the one that it translates, as a rule sees both. ``pairs`` are what is in
    them, side by side. A finding is about the translation: its author can mend it."""

    agreement: Agreement
    original: Notes
    translation: Notes
    pairs: tuple[Pair, ...]
    rule: str

    def at(self, text: Text, start: int, end: int, message: str, hint: str = "") -> Finding:
        """A finding about ``text.plain[start:end]`` of the translation."""
        words, owner = text.plain[start:end], self.translation.owner(text)
        return Finding(place=text.place(start), rule=self.rule, message=message, hint=hint, words=words, at=owner)

    def here(self, place: Place, message: str, hint: str = "", *, words: str = "", at: str = "") -> Finding:
        """A finding about a place."""
        return Finding(place=place, rule=self.rule, message=message, hint=hint, words=words, at=at)


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by its id, in alphabetical order. The id is the file's name with hyphens."""
    found: dict[str, Rule] = {}
    for module_info in sorted(pkgutil.iter_modules(_rules.__path__), key=lambda info: info.name):
        module: Any = importlib.import_module(f"{_rules.__name__}.{module_info.name}")
        title, _, page = inspect.getdoc(module).partition("\n")  # type: ignore[union-attr]
        edition, agreement = getattr(module, "check_edition", None), getattr(module, "check_agreement", None)
        translation = getattr(module, "check_translation", None)
        severity = module.SEVERITY
        assert severity in SEVERITIES, f"{module_info.name}: unknown severity {severity}"
        name = module_info.name.replace("_", "-")
        allowable = bool(edition or agreement or translation) and getattr(module, "ALLOWABLE", True)
        found[name] = Rule(name, severity, title, page.strip(), edition, agreement, translation, allowable)
    return found


def check(repository: Repository, crew: Crew | None = None) -> list[Finding]:
    """All findings in ``repository``, in the order of their places; an accepted one carries its reason.

    An edition that passed before, and of which nothing changed since, is not looked at again. The same fault in a file
    that several editions include is one finding; it counts as accepted only when every one of those editions accepts
    it.
    """
    passed = [_passed(repository, agreement) for agreement in repository.agreements]
    by_rules = _check_all(repository.agreements, passed, crew, repository.root)
    found: dict[tuple[Place, str, str], Finding] = {}
    for findings in (with_words(repository).findings, *by_rules):
        for finding in findings:
            _keep(found, finding)
    return sorted(found.values(), key=Finding.sort_key)


def _keep(found: dict[tuple[Place, str, str], Finding], finding: Finding) -> None:
    severity = finding.severity or all_rules()[finding.rule].severity
    key = (finding.place, finding.rule, finding.message)
    if key not in found or (found[key].allowed and not finding.allowed):
        found[key] = replace(finding, severity=severity)


def around(agreement: Agreement, edition: Edition) -> str:
    """A hash of what the rules look at besides the files of ``edition`` itself: the edition before it, the
    list of sub-processors, whether it is the newest, its signature, and the edition that it translates."""
    before, listing = edition_before(agreement, edition), agreement.sub_processors
    frozen = agreement.lock.get(edition.version)
    looked_at: list[Any] = [
        agreement.meta.values,
        frozen,
        before.files if before else None,
        repr(listing) if listing else None,
        edition is newest(agreement.editions),
    ]
    if translated := agreement.translation and agreement.translation.translated(edition):
        looked_at.append(translated.files)
    if signature := agreement.signatures.get(edition.version):
        looked_at.append([signature.hex(), agreement.signers, manifest_sha256(agreement, edition)])
    return digest(looked_at)


def stands_alone(edition: Edition) -> bool:
    """Whether nothing that ``edition`` allows can cease to be found because another edition changes."""
    rules = all_rules()
    return not any(entry.rule in rules and rules[entry.rule].check_agreement for entry in edition.allow)


def _passed(repository: Repository, agreement: Agreement) -> set[str]:
    """The versions of the editions that passed, with their files and all around them as they are now."""
    known = [edition for edition in agreement.editions if edition.name in repository.records]
    return {
        edition.version for edition in known if repository.records[edition.name].passed == around(agreement, edition)
    }


def check_agreement(agreement: Agreement, passed: Container[str] = ()) -> list[Finding]:
    """The findings of one agreement and of each of its editions, allowances and errata applied.

    Of editions whose version is in ``passed`` only what concerns several editions is looked at.
    """
    (found,) = _check_all((agreement,), (passed,))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Sight:
    """An agreement to look at, with what is known of its editions: of all, and of those that are ``wanted``."""

    agreement: Agreement
    notes: dict[str, Notes]
    spans: dict[str, Interval]
    wanted: tuple[Edition, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Sights:
    """All that is looked at. Each of the ``pieces`` is a sight with one of its wanted editions, or with all of them as
    a whole."""

    sights: tuple[_Sight, ...]
    pieces: tuple[tuple[int, int | None], ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What came of a piece: the findings by the rules, and of an edition what its author says of them."""

    findings: list[Finding]
    allow: tuple[Allowance, ...] = ()
    errata: tuple[Erratum, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    by_reader: tuple[Finding, ...] = ()


def _check_all(
    agreements: Sequence[Agreement],
    passed: Sequence[Container[str]],
    crew: Crew | None = None,
    root: Path = Path(),
) -> list[list[Finding]]:
    """The findings of each agreement as ``check_agreement`` gives them. Whoever looks at an edition reads its words
    too, so that these go to no other process."""
    sights = []
    for agreement, known in zip(agreements, passed, strict=True):
        notes = {edition.version: Notes(edition) for edition in agreement.editions}
        wanted = tuple(edition for edition in agreement.editions if edition.version not in known)
        sights.append(_Sight(agreement, notes, intervals(agreement), wanted))
    pieces = [(place, number) for place, sight in enumerate(sights) for number in (*range(len(sight.wanted)), None)]
    all_ = _Sights(tuple(sights), tuple(pieces))
    seen = by_crew(crew, _look, all_, _names(all_), root)
    of_piece = dict(zip(pieces, seen, strict=True))
    return [
        _put_together(sight, [of_piece[place, number] for number in range(len(sight.wanted))], of_piece[place, None])
        for place, sight in enumerate(sights)
    ]


def _names(all_: _Sights) -> list[str]:
    """What each piece is called."""
    named = ((all_.sights[place], index) for place, index in all_.pieces)
    return [sight.agreement.slug if index is None else sight.wanted[index].name for sight, index in named]


def _look(all_: _Sights, number: int) -> _Seen:
    """Looks at one piece."""
    place, index = all_.pieces[number]
    sight = all_.sights[place]
    if index is None:
        return _Seen(_by_agreement(sight))
    return _see(sight, sight.wanted[index])


def _see(sight: _Sight, edition: Edition) -> _Seen:
    return _Seen(_by_edition(sight, edition), edition.allow, edition.errata, edition.files, edition.findings)


def _put_together(sight: _Sight, seen: Sequence[_Seen], whole: _Seen) -> list[Finding]:
    """The findings of an agreement, allowances and errata applied."""
    agreement, found = sight.agreement, list[Finding]()
    by_folder: dict[str, list[Finding]] = {edition.folder: [] for edition in agreement.editions}
    for finding in whole.findings:
        by_folder.get(finding.place.path.rsplit("/", 1)[0], found).append(finding)
    if agreement.sub_processors:
        found = list(_accept(agreement.sub_processors.allow, (), found))
    of_wanted = dict(zip(sight.wanted, seen, strict=True))
    for edition, one in of_wanted.items():
        edition.was_read(one.files, one.by_reader)
    of_editions: list[tuple[Edition, Finding]] = []
    for edition in agreement.editions:
        by_agreement = by_folder[edition.folder]
        if edition in of_wanted or by_agreement:
            one = of_wanted.get(edition) or _see(sight, edition)
            accepted = _accept(one.allow, one.errata, [*by_agreement, *one.findings])
            of_editions.extend((edition, finding) for finding in accepted)
    return [*found, *_naming(agreement, of_editions)]


_notes_beside = lru_cache(maxsize=8)(Notes)


def check_translation(agreement: Agreement, edition: Edition) -> Iterator[Finding]:
    """The findings of an edition beside the one that it translates; none where there is no such edition."""
    original = agreement.translation.translated(edition) if agreement.translation else None
    if not original:
        return
    both, pairs = (_notes_beside(original), Notes(edition)), pairs_of(original, edition)
    for rule in all_rules().values():
        if rule.check_translation:
            yield from rule.check_translation(TranslationView(agreement, *both, pairs, rule.id))


def _by_agreement(sight: _Sight) -> list[Finding]:
    """The findings of an agreement by the rules for agreements."""
    found: list[Finding] = []
    for rule in all_rules().values():
        if rule.check_agreement:
            found.extend(rule.check_agreement(AgreementView(sight.agreement, sight.notes, sight.spans, rule.id)))
    return found


def _by_edition(sight: _Sight, edition: Edition) -> list[Finding]:
    """The findings of one edition by the rules for editions and for translations."""
    notes, span = sight.notes[edition.version], sight.spans[edition.version]
    found: list[Finding] = []
    for rule in all_rules().values():
        if rule.check_edition:
            found.extend(rule.check_edition(View(sight.agreement, edition, notes, span, rule.id)))
    return [*found, *check_translation(sight.agreement, edition)]


def _naming(agreement: Agreement, found: Iterable[tuple[Edition, Finding]]) -> Iterator[Finding]:
    """The findings, each with the editions in which it arises where it stands in a file that others include too, in
    which nothing is wrong with it; one in the file of that very edition tells itself."""
    found = list(found)
    arises: dict[tuple[Place, str, str], dict[str, None]] = {}
    for edition, finding in found:
        if not finding.allowed:
            arises.setdefault((finding.place, finding.rule, finding.message), {})[edition.version] = None
    including: dict[str, int] = {}
    for edition in agreement.editions:
        for path in edition.files:
            including[path] = including.get(path, 0) + 1
    for _, finding in found:
        versions = arises.get((finding.place, finding.rule, finding.message), {})
        owner = finding.place.path.removeprefix(f"docs/{agreement.slug}/").rpartition("/")[0]
        if 0 < len(versions) < including.get(finding.place.path, 0) and list(versions) != [owner]:
            named = f"edition{'s' if len(versions) > 1 else ''} {', '.join(versions)}"
            yield replace(finding, message=f"{finding.message} (in {named})")
        else:
            yield finding


def _accept(allow: tuple[Allowance, ...], errata: tuple[Erratum, ...], findings: list[Finding]) -> Iterable[Finding]:
    """``findings`` with the author's reasons where he gave them; an allowance that meets nothing is a finding too."""
    used: set[Allowance] = set()
    for finding in findings:
        rule = all_rules()[finding.rule]
        allowance = next((entry for entry in allow if rule.allowable and _meets(entry, finding)), None)
        erratum = next((entry for entry in errata if rule.allowable and _explains(entry, finding)), None)
        if allowance:
            used.add(allowance)
            yield replace(finding, allowed=allowance.reason)
        elif erratum:
            yield replace(finding, allowed=f"erratum: {erratum.note}")
        else:
            yield finding
    for entry in allow:
        if entry not in used:
            known = entry.rule in all_rules()
            message = (
                f"this allows '{entry.rule}', which finds nothing here" if known else f"there is no rule '{entry.rule}'"
            )
            yield Finding(
                place=entry.place,
                rule="unused-allow",
                message=message,
                hint="remove it, or correct its rule, clause or words",
                words=entry.words,
            )


def _meets(entry: Allowance, finding: Finding) -> bool:
    return (
        entry.rule == finding.rule
        and (not entry.at or is_within(finding.at, entry.at))
        and (not entry.words or entry.words == finding.words)
    )


def _explains(entry: Erratum, finding: Finding) -> bool:
    return bool(finding.words) and is_within(finding.at, entry.at) and finding.words in entry.words


def today() -> date:
    """The day in the Netherlands."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()
