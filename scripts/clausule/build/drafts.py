"""A draft with findings is left out, so that it does not keep everything else from being published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clausule.check import check
from clausule.model.editions import Agreement, Edition
from clausule.model.findings import Finding
from clausule.read import Repository
from clausule.report.findings import is_clean


def without_faulty_drafts(
    repository: Repository, findings: list[Finding]
) -> tuple[Repository, list[Finding], list[str]]:
    """``repository`` and its ``findings`` without the drafts (concepts, and editions that are not frozen) that have
    findings, and the names of these. All as it is where something else has findings too."""
    if is_clean(findings):
        return repository, findings, []
    faulty = {
        edition.name: edition
        for agreement in repository.agreements
        for edition in agreement.editions
        if _is_draft(agreement, edition) and not is_clean([each for each in findings if _concerns(each, edition)])
    }
    if not faulty:
        return repository, findings, []
    agreements = tuple(_without(agreement, faulty) for agreement in repository.agreements)
    settled = {path for agreement in agreements for edition in agreement.editions for path in edition.files}
    own = tuple(
        finding
        for finding in repository.findings
        if finding.place.path in settled or not any(_concerns(finding, edition) for edition in faulty.values())
    )
    rest = replace(repository, agreements=tuple(one for one in agreements if one.all_editions), findings=own)
    remaining = check(rest)
    return (rest, remaining, sorted(faulty)) if is_clean(remaining) else (repository, findings, [])


def without_unfrozen(repository: Repository) -> tuple[Repository, list[str]]:
    """``repository`` without the editions that are agreed and not frozen, and the names of these."""
    found = {
        edition.name: edition
        for agreement in repository.agreements
        for edition in agreement.editions
        if not edition.concept and _is_draft(agreement, edition)
    }
    agreements = (_without(agreement, found) for agreement in repository.agreements)
    return replace(repository, agreements=tuple(one for one in agreements if one.all_editions)), sorted(found)


def _is_draft(agreement: Agreement, edition: Edition) -> bool:
    return edition.concept or edition.version not in agreement.lock


def _concerns(finding: Finding, edition: Edition) -> bool:
    path = finding.place.path
    return path in edition.files or path == edition.folder or path.startswith(f"{edition.folder}/")


def _without(agreement: Agreement, faulty: dict[str, Edition]) -> Agreement:
    kept = tuple(edition for edition in agreement.editions if edition.name not in faulty)
    return replace(agreement, editions=kept) if len(kept) < len(agreement.editions) else agreement


def not_frozen(names: Sequence[str]) -> str:
    """Says of editions that should be frozen that they are not."""
    command = f"clausule freeze {names[0].replace('/', ' ')}"
    return f"{', '.join(names)}: not frozen, and no concept. Freeze it first ({command}), or mark it 'status: concept'."
