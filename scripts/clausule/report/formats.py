"""A comparison in the format that somebody asked for."""

from __future__ import annotations

from clausule.compare.changes import Comparison
from clausule.compare.wording import NO_REMARKS, Remarks
from clausule.report.comparison import Style, comparison_html, comparison_json, comparison_text


def in_form(
    found: Comparison,
    names: tuple[str, str],
    shown: tuple[str, str],
    form: str,
    style: Style,
    remarks: Remarks = NO_REMARKS,
) -> str:
    """The comparison as ``text``, ``json``, ``markdown`` or ``html``; ``names`` of the two for programs, ``shown`` for
    people, and ``style`` the colours of a terminal."""
    match form:
        case "json":
            return comparison_json(found, *names, remarks)
        case "markdown":
            from clausule.report.markdown import comparison_markdown

            return comparison_markdown(found, *shown, remarks)
        case "html":
            return comparison_html(found, *shown, remarks)
    return comparison_text(found, *shown, style, remarks)
