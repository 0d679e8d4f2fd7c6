"""The pages that compare, in parts: what decides each of them, and one of them made without reading other editions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from clausule.compare.history import History, make_history
from clausule.formats.redline import Redline, all_redlines
from clausule.language.language import language_of
from clausule.language.wording.names import edition_label, full_title
from clausule.model.dates import current
from clausule.model.editions import Agreement, Edition, in_other_languages, successive
from clausule.pages.comparison.body import emptied_page, other_starts, pair_page, settled_page, turns
from clausule.pages.comparison.places import pair_address
from clausule.pages.kit.emptied import emptied_file, emptied_told
from clausule.pages.kit.frame import Frame, frame_of
from clausule.pages.kit.languages import led_above
from clausule.pages.kit.sheet import staged
from clausule.read.house import House

Pair = tuple[int, int]

SINCE = 20
"""So many editions before the one in force have a page that compares them with it. These are all made anew when another
comes into force; without a bound publishing one would cost as much as there are editions. Any two can be chosen."""


def static_pairs(agreement: Agreement, now: Edition | None) -> list[Pair]:
    """The pairs (indexes of editions) whose page holds the comparison itself: successive editions, and earlier ones
    (``SINCE`` at most) with the edition in force."""
    pairs = set(successive(agreement.editions))
    if now:
        last = agreement.editions.index(now)
        pairs |= {(old, last) for old in range(max(0, last - SINCE), last)}
    return sorted(pairs)


def comparison_parts(
    agreement: Agreement, day: date, agreements: Sequence[Agreement] = ()
) -> dict[str, tuple[Any, bool]]:
    """For the address (from the root of the site) of each page that compares two editions what decides it, as plain
    data that can be hashed, and whether it tells of agreed texts only, so that it lasts. The address of the site, the
    theme and the program are left to who asks.

    ``agreements`` are all of the site: a page leads to the same one in another language. Of an edition only its head is
    read (version, dates, concept, files), never its text. Beside the page of successive
    editions stand its documents, each made alone as well.
    """
    editions, following, forms = agreement.editions, set(successive(agreement.editions)), _forms()
    parts: dict[str, tuple[Any, bool]] = {}
    for old, new in static_pairs(agreement, current(agreement, day)):
        beside = [_name(editions[index]) for pair in turns(agreement, old, new) if pair for index in pair]
        starts = [_name(editions[index]) for index in other_starts(agreement, old, new)]
        texts = [[*_name(edition), edition.files] for edition in editions[old : new + 1]]
        address, lasts = _address(agreement, (old, new)), _lasts(agreement, old, new)
        decides = [full_title(agreement), texts, beside, starts, _frame(agreement, new)]
        if languages := _languages(agreement, agreements, old, new, day):
            decides.append(languages)
        parts[address] = decides, lasts
        for form in forms if (old, new) in following else ():
            parts[f"{address}{form.file}"] = [full_title(agreement), agreement.publisher, texts, form.name], lasts
    return parts


def lasting_parts(agreement: Agreement, day: date) -> dict[str, bool]:
    """The addresses of ``comparison_parts``, each with whether it lasts, and without what decides it."""
    following, forms = set(successive(agreement.editions)), _forms()
    found: dict[str, bool] = {}
    for pair in static_pairs(agreement, current(agreement, day)):
        address = _address(agreement, pair)
        files = ("", *(form.file for form in forms)) if pair in following else ("",)
        found |= dict.fromkeys((f"{address}{file}" for file in files), _lasts(agreement, *pair))
    return found


def settled_parts(agreement: Agreement, day: date, published: Iterable[str]) -> dict[str, tuple[Any, bool]]:
    """Of ``published``, addresses that the site has had, those of pairs that have no comparison of their own any more,
    because another edition is in force or came between. What is no address of a comparison is passed over.

    An address is never taken away: for each what decides a small page that leads on, and whether it tells of agreed
    texts only. Where the page that is there does too, it may stay instead, as agreed texts do not change. (To make
    whole pages anew for all of them, whenever a tool changes, would grow with the square of the number of editions.)
    """
    full, published = set(static_pairs(agreement, current(agreement, day))), list(published)
    parts: dict[str, tuple[Any, bool]] = {}
    for address, (old, new) in sorted(_pairs_at(agreement, published).items()):
        if (old, new) not in full:
            between = agreement.editions[old : new + 1]
            names = [_name(edition) for edition in between]
            decides = [full_title(agreement), names, "settled", _frame(agreement, new)]
            parts[address] = decides, _lasts(agreement, old, new)
    # What is left of a comparison with an edition whose words were taken away says that; it takes the place of the old.
    parts |= {address: ([full_title(agreement), "removed"], False) for address in emptied_at(agreement, published)}
    return parts


def kept_documents(agreement: Agreement, day: date, published: Iterable[str]) -> list[str]:
    """Of ``published`` the documents of agreed texts that are not made here: another edition came between, or what
    makes them is not installed. They stay as they are, unless words were taken away."""
    made = lasting_parts(agreement, day)
    files = {form.file for form in all_redlines()}
    there = {address: address.rpartition("/")[2] for address in published if address not in made}
    pages = {address: address.removesuffix(file) for address, file in there.items() if file in files}
    known = _pairs_at(agreement, pages.values())
    return [address for address, page in pages.items() if page in known and _lasts(agreement, *known[page])]


def _forms() -> tuple[Redline, ...]:
    """The forms in which a comparison can be made here."""
    return tuple(form for form in all_redlines() if not form.lacks())


def emptied_at(agreement: Agreement, addresses: Iterable[str]) -> dict[str, tuple[Edition, Edition]]:
    """Of ``addresses`` those of a comparison with an edition whose words were taken away, or of a document of one: each
    with both editions."""
    if not agreement.emptied:
        return {}
    there = {edition.version: edition for edition in agreement.all_editions}
    files = {form.file for form in all_redlines()}
    found = {}
    for address in addresses:
        page, _, file = address.rpartition("/")
        if file and file not in files:
            continue
        old, _, new = page.rpartition("/")[2].partition("...")
        one, other = there.get(old), there.get(new)
        if one and other and (one.is_emptied or other.is_emptied):
            found[address] = one, other
    return found


def _lasts(agreement: Agreement, old: int, new: int) -> bool:
    """Not where words were taken away: a page of before may tell of them."""
    return not agreement.emptied and not any(edition.concept for edition in agreement.editions[old : new + 1])


def render_comparisons(
    agreement: Agreement,
    addresses: Iterable[str],
    *,
    day: date,
    site_url: str,
    history: History | None = None,
    house: House | None = None,
    agreements: Sequence[Agreement] = (),
) -> dict[str, bytes]:
    """The pages at ``addresses`` (keys of ``comparison_parts`` and ``settled_parts``), which belong to the stage of
    ``render_root``: path to bytes.

    ``history`` is that of the agreement, where it was made already; ``house`` is how documents
    look, and ``agreements`` are all of the site. Raises ``KeyError`` for another address.
    """
    base, history = site_url.rstrip("/") + "/", history or make_history(agreement)
    addresses = list(addresses)
    pages = [f"{address.rpartition('/')[0]}/" for address in addresses]
    known, full = _pairs_at(agreement, pages), set(static_pairs(agreement, current(agreement, day)))
    emptied, following = emptied_at(agreement, addresses), set(successive(agreement.editions))
    stage: dict[str, bytes] = {}
    forms = {form.file: form for form in _forms()}
    for address in addresses:
        page, _, file = address.rpartition("/")
        if address in emptied:
            gone = next(edition for edition in emptied[address] if edition.is_emptied)
            if file:
                stage[address] = emptied_file(agreement, gone, file, emptied_told(gone))
            else:
                stage |= staged(emptied_page(agreement, *emptied[address]), base, agreement, frame_of(agreement, None))
            continue
        pair = known[f"{page}/"]
        if file:
            old, new = (history.editions[number] for number in pair)
            stage[address] = forms[file].make(agreement, history, old, new, house or House(address=base))
        elif pair in full:
            documents = tuple(forms.values()) if pair in following else ()
            sheet = pair_page(agreement, history, *pair, documents)
            sheet = replace(sheet, languages=_languages(agreement, agreements, *pair, day, base))
            stage |= staged(sheet, base, agreement, _frame(agreement, pair[1]))
        else:
            stage |= staged(settled_page(agreement, *pair), base, agreement, _frame(agreement, pair[1]))
    return stage


def _pairs_at(agreement: Agreement, addresses: Iterable[str]) -> dict[str, Pair]:
    """Of ``addresses`` those of a pair of an earlier edition with a later one, each with that pair.

    Read from the address: to write those of all pairs takes longer the more editions there are, by their square.
    """
    numbers = {edition.version: number for number, edition in enumerate(agreement.editions)}
    found: dict[str, Pair] = {}
    for address in addresses:
        old, _, new = address.rstrip("/").rpartition("/")[2].partition("...")
        pair = numbers.get(old, -1), numbers.get(new, -1)
        if 0 <= pair[0] < pair[1] and _address(agreement, pair) == address:
            found[address] = pair
    return found


def _address(agreement: Agreement, pair: Pair) -> str:
    return f"{agreement.slug}/{pair_address(*(agreement.editions[index] for index in pair))}"


def _frame(agreement: Agreement, new: int) -> Frame:
    """What stands around a comparison leads into the newer of both: which edition is in force decides nothing of it."""
    return frame_of(agreement, agreement.editions[new])


def _languages(
    agreement: Agreement, agreements: Sequence[Agreement], old: int, new: int, day: date, base: str = ""
) -> dict[str, Any] | None:
    """For a template: the same comparison in other languages; where it has no page there, the one that makes it."""
    versions = [agreement.editions[number].version for number in (old, new)]
    addresses = {}
    translation = agreement.translation
    for other in in_other_languages(agreement, agreements):
        numbers = {edition.version: number for number, edition in enumerate(other.editions)}
        pair = (numbers.get(versions[0], -1), numbers.get(versions[1], -1))
        slugs = language_of(other.language).slugs
        translation = translation or other.translation
        if pair in static_pairs(other, current(other, day)):
            addresses[other.language] = _address(other, pair)
        elif len(other.editions) > 1:
            chosen = slugs.chosen(*versions) if min(pair) >= 0 else ""
            addresses[other.language] = f"{other.slug}/{slugs.compare_home}{chosen}"
    if not addresses:
        return None
    here = _address(agreement, (old, new)).removeprefix(f"{agreement.slug}/")
    return led_above(agreement, here, addresses, translation.prevails if translation else "", base)


def _name(edition: Edition) -> list[Any]:
    return [edition.version, edition_label(edition), edition.numbered]
