"""Agreements in two languages: ``translation_of`` and ``prevails`` in the front matter of one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from clausule.language.language import languages
from clausule.model.editions import Agreement, Translation
from clausule.model.similarity import closest, short
from clausule.read.source import Sources

RULE = "bad-translation"
Find = Callable[[str], Agreement | None]


def with_translations(sources: Sources, agreements: Sequence[Agreement], find: Find) -> list[Agreement]:
    """``agreements``, each with what it is a translation of. What names nothing that can be translated is a finding,
    and that agreement is none. ``find`` gives the agreement with a slug, also one that is not among them."""
    taken: dict[tuple[str, str], str] = {}
    return [_with_translation(sources, agreement, agreements, find, taken) for agreement in agreements]


def _with_translation(
    sources: Sources,
    agreement: Agreement,
    agreements: Sequence[Agreement],
    find: Find,
    taken: dict[tuple[str, str], str],
) -> Agreement:
    named, prevails = (str(agreement.meta.values.get(key) or "") for key in ("translation_of", "prevails"))
    if not named:
        if prevails:
            message = "this is no translation, so that nothing can prevail over it"
            _add(sources, agreement, "prevails", message, "say it in the translation, beside translation_of")
        return agreement
    original = find(named) if named != agreement.slug else agreement
    if fault := _fault(agreement, named, original, agreements):
        _add(sources, agreement, "translation_of", *fault)
        return agreement
    assert original is not None
    first = taken.setdefault((original.slug, agreement.language), agreement.slug)
    if first != agreement.slug:
        message = f"docs/{first} is a translation of '{original.slug}' into the language '{agreement.language}' already"
        _add(sources, agreement, "translation_of", message, "keep one of them, or correct the language of one")
        return agreement
    both = (original.language, agreement.language)
    if prevails and prevails not in both:
        known = f"the language '{short(prevails)}' is not known"
        message = known if prevails not in languages() else f"neither text is in the language '{prevails}'"
        _add(sources, agreement, "prevails", message, f"write the language of one of them: {' or '.join(both)}")
        prevails = ""
    return replace(agreement, translation=Translation(original, prevails))


def _fault(
    agreement: Agreement, named: str, original: Agreement | None, agreements: Sequence[Agreement]
) -> tuple[str, str] | None:
    """Why ``agreement`` cannot be a translation of ``original``, which it calls ``named``, and how to mend it."""
    if original is agreement:
        return "an agreement is no translation of itself", "name the agreement that it was translated from"
    if original is None:
        others = [one.slug for one in agreements if one is not agreement]
        now = next((one.slug for one in agreements if named in one.former), "") or closest(named, others)
        hint = f"did you mean '{now}'?" if now else f"the agreements are: {', '.join(others) or 'none'}"
        return f"there is no agreement '{short(named)}'", hint
    if first := original.meta.values.get("translation_of"):
        hint = (
            f"name the first text: translation_of: {first}" if first != agreement.slug else "only one of both says so"
        )
        return f"docs/{original.slug} is a translation itself", hint
    if original.language == agreement.language:
        message = f"both are in the language '{agreement.language}'"
        return message, "correct the language of one of them, or take this out"
    return None


def _add(sources: Sources, agreement: Agreement, key: str, message: str, hint: str) -> None:
    sources.add(agreement.meta.place((key,)), RULE, message, hint, str(agreement.meta.values[key]))
