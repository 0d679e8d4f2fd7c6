"""Everything English: the grammar of sources and of references, the acts that agreements cite, the words of the site
where the sentences in the code are not what it says."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # that its modules have what a language must have
    from clausule.language import protocol
    from clausule.language.en import (
        acts,
        dates,
        definitions,
        grammar,
        leftovers,
        measures,
        own_version,
        questions,
        references,
        sub_processors,
        terms,
        things,
        typography,
    )

    _acts: protocol.Acts = acts
    _dates: protocol.Dates = dates
    _definitions: protocol.Definitions = definitions
    _grammar: protocol.Grammar = grammar
    _leftovers: protocol.Leftovers = leftovers
    _measures: protocol.Measures = measures
    _own_version: protocol.OwnVersion = own_version
    _questions: protocol.Questions = questions
    _references: protocol.References = references
    _sub_processors: protocol.SubProcessors = sub_processors
    _terms: protocol.Terms = terms
    _things: protocol.Things = things
    _typography: protocol.Typography = typography
