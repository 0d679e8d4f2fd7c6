"""What stands above the editions: the pages of each agreement, and those of the whole site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from clausule.build.site import Site
from clausule.language.language import DEFAULT, language_of
from clausule.model.addresses import by_agreement
from clausule.model.editions import Agreement, all_in_other_languages

if TYPE_CHECKING:
    from clausule.pages.kit.sheet import Shelf, Spine
    from clausule.pages.root.languages import Languages
    from clausule.pages.root.stage import Above

_WHAT = "pages above the editions"
_AT_ONCE = 24
"""Of so many agreements the words and the stage are in memory at a time."""


class Root:
    """What stands above the editions of ``site``."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._taken: dict[tuple[str, tuple[str, ...]], Above] = {}

    def build(self, out: Path, parts: Sequence[str] = ()) -> None:
        """Builds it into ``out``, which is emptied first; of the pages that compare editions those at the addresses
        ``parts``. The files of what was taken from others are left to who has them."""
        from clausule.pages.root.stage import AllAbove, as_base, render_site

        site, told, stage, of_agreement = self._site, AllAbove(), dict[str, bytes](), by_agreement(parts)
        settings, agreements = site.repository.settings, site.repository.agreements
        waiting: list[Agreement] = []
        adds = False
        for agreement in agreements:
            mine = of_agreement.get(agreement.slug, [])
            above = self._taken.pop((agreement.slug, tuple(mine)), None)
            if above is None:
                made, above = self._stage_of(agreement, mine)
                stage |= made
                waiting.append(agreement)
            told.add(agreement.slug, above)
            if len(waiting) == _AT_ONCE < len(agreements):
                self._write(stage, out, adds=adds)
                for one in waiting:
                    site.let_go(one)
                vars(self).pop("_languages", None)
                waiting, stage, adds = [], {}, True
        stage |= render_site(
            [self._spine(one) for one in agreements],
            told,
            as_base(site.url),
            landing=site.repository.landing,
            language=self._language,
            handbook=settings.handbook,
            publisher=settings.publisher,
        )
        site.write(stage, out, _WHAT, site.url, adds=adds)

    def build_agreement(self, slug: str, parts: Sequence[str], out: Path) -> Above:
        """Builds the pages of one agreement alone into ``out``, as the root of the site would have them."""
        agreement = next(one for one in self._site.repository.agreements if one.slug == slug)
        stage, above = self._stage_of(agreement, parts)
        self._write(stage, out)
        return above

    def take(self, slug: str, parts: Sequence[str], above: Above) -> None:
        """Takes what another built with these ``parts``: when all is built next, its files are left to who has them."""
        self._taken[slug, tuple(parts)] = above

    def _write(self, stage: Mapping[str, bytes], out: Path, *, adds: bool = False) -> None:
        from clausule.pages.kit.staging import CONFIG, root_config

        config = {CONFIG: root_config(language_of(self._language))}
        self._site.write({**stage, **config}, out, _WHAT, self._site.url, adds=adds, bare=True)

    @property
    def _language(self) -> str:
        return self._site.repository.settings.language or DEFAULT

    @cached_property
    def _languages(self) -> Languages:
        from clausule.pages.root.languages import Languages

        return Languages(all_in_other_languages(self._site.repository.agreements), self._shelf)

    def _shelf(self, agreement: Agreement) -> Shelf:
        from clausule.pages.kit.sheet import shelf_on

        return shelf_on(self._spine(agreement), self._site.history(agreement))

    def _spine(self, agreement: Agreement) -> Spine:
        from clausule.pages.root.stage import spine_on

        site = self._site
        return spine_on(agreement, site.notes, site.day, site.url, beside=self._beside)

    @cached_property
    def _beside(self) -> str:
        from clausule.pages.root.stage import beside_of

        return beside_of(self._site.repository.agreements, self._language)

    def _stage_of(self, agreement: Agreement, parts: Sequence[str]) -> tuple[dict[str, bytes], Above]:
        """The stage of the pages of ``agreement``, with those that compare editions at the addresses ``parts``, and
        what pages of the whole site tell of it."""
        from clausule.pages.comparison.pairs import render_comparisons
        from clausule.pages.root.stage import render_agreement

        site = self._site
        shelf = self._shelf(agreement)
        stage, above = render_agreement(shelf, self._languages)
        stage |= render_comparisons(
            agreement,
            parts,
            day=site.day,
            site_url=site.url,
            history=shelf.history,
            house=site.house,
            agreements=site.with_others(agreement),
        )
        return stage, above
