"""The words of a language in addresses and ids, in ASCII. Once published they never change."""

from __future__ import annotations

from typing import NamedTuple

from clausule.model.addresses import COMPARISON_DATA


class Slugs(NamedTuple):
    """What pages, and parts that have no id of their own in the sources, are called.

    Pages of the site: ``agreements``, with ``beside``, any two of them side by side, below it, ``handbook`` and
    ``verify``, where a file is held against what is published, with ``recipe``, how the hashes are computed, below it,
    ``accessibility``, and ``programs``, which data there are for them.
    Pages above the editions: ``current`` is the copy of the edition in force, ``compare`` any two editions, ``on`` the
    edition that applied on a day, ``sub_processors`` their list and the file of their data, ``signed`` what somebody
    accepted. Pages of an edition: ``whole`` is its whole text, ``measures``, ``gdpr_28`` and ``gdpr_30`` how the site
    reads it, ``fill_in`` a questionnaire, ``breach`` what to do at one, ``own_copy`` a copy for a party, ``bilingual``
    both languages side by side. ``history`` stands below ``compare``. Parameters of addresses: ``one`` and ``other``
    are texts side by side, ``old`` and ``new`` editions, ``day`` is a day, ``clause`` the id of a part, ``show`` how a
    comparison is shown (``whole``, ``beside``, ``meant``: only what is substantive).

    ``title``, ``row``, ``paragraph`` and ``items`` stand in the ids of units: the title of a text, the rows of tables,
    paragraphs between numbered parts, and items under no heading.
    """

    agreements: str
    beside: str
    handbook: str
    verify: str
    recipe: str
    accessibility: str
    programs: str

    current: str
    compare: str
    history: str
    on: str
    sub_processors: str
    signed: str

    whole: str
    measures: str
    gdpr_28: str
    gdpr_30: str
    fill_in: str
    breach: str
    own_copy: str
    bilingual: str

    one: str
    other: str
    old: str
    new: str
    day: str
    clause: str
    show: str
    meant: str

    title: str
    row: str
    paragraph: str
    items: str

    @property
    def beside_home(self) -> str:
        """The address, within the site, of the page on which any two texts stand side by side."""
        return f"{self.agreements}/{self.beside}/"

    @property
    def whole_page(self) -> str:
        """The address, within an edition, of its whole text."""
        return f"{self.whole}/"

    @property
    def check_home(self) -> str:
        """The address, within the site, of the page on which a text is checked."""
        return f"{self.verify}/"

    @property
    def recipe_home(self) -> str:
        """The address, within the site, of the page on how the hashes are computed."""
        return f"{self.verify}/{self.recipe}/"

    @property
    def accessibility_home(self) -> str:
        """The address, within the site, of the page on accessibility."""
        return f"{self.accessibility}/"

    @property
    def programs_home(self) -> str:
        """The address, within the site, of the page for programs."""
        return f"{self.programs}/"

    @property
    def compare_home(self) -> str:
        """The address, within an agreement, of the page on which any two editions are compared."""
        return f"{self.compare}/"

    @property
    def history_home(self) -> str:
        """The address, within an agreement, of the history of its clauses."""
        return f"{self.compare}/{self.history}/"

    @property
    def comparison_data(self) -> str:
        """The address, within an agreement, of the data with which a browser compares."""
        return f"{self.compare}/{COMPARISON_DATA}"

    def pair(self, old: str, new: str) -> str:
        """The address, within an agreement, of the comparison of two versions."""
        return f"{self.compare}/{old}...{new}/"

    def chosen(self, old: str, new: str) -> str:
        """What chooses two versions on the page that compares any two."""
        return f"?{self.old}={old}&{self.new}={new}"

    def reserved(self) -> frozenset[str]:
        """The names that no agreement and no edition can have: those of pages above the editions."""
        above = (self.current, self.compare, self.on, self.sub_processors, self.signed)
        return frozenset((self.agreements, self.handbook, self.verify, self.accessibility, self.programs, *above))
