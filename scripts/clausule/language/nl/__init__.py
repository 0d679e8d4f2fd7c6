"""Everything Dutch: the grammar of sources and of references, the acts that agreements cite, the words of the site."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # that its modules have what a language must have
    from clausule.language import protocol
    from clausule.language.nl import calendar

    _dates: protocol.Dates = calendar
