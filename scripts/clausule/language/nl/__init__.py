"""Everything Dutch: the grammar of sources and of references, the acts that agreements cite, the words of the site."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # that its modules have what a language must have
    from clausule.language import protocol
    from clausule.language.nl import (
        acts,
        dates,
        grammar,
        measures,
        questions,
        references,
        sub_processors,
        terms,
        things,
        typography,
    )

    _acts: protocol.Acts = acts
    _dates: protocol.Dates = dates
    _grammar: protocol.Grammar = grammar
    _measures: protocol.Measures = measures
    _questions: protocol.Questions = questions
    _references: protocol.References = references
    _sub_processors: protocol.SubProcessors = sub_processors
    _terms: protocol.Terms = terms
    _things: protocol.Things = things
    _typography: protocol.Typography = typography
