"""An act that the checker does not know

The words are recognised as a reference to an act, but no address is known for it, so that the page cannot link to it,
and nobody has checked that it exists or still applies. Look once whether its name is right.

Wrong:

    docs/voorbeeld/1.0/artikel-03.md:7:19
    3.1 De plicht van artikel 9 van de Wet op de postduiven blijft gelden.

Right:

    docs/voorbeeld/1.0/artikel-03.md
    3.1 De plicht van artikel 28 AVG blijft gelden.

Wrong:

    docs/example/1.0/article-03.md
    3.1 The duty of section 9 of the Carrier Pigeons Act continues.

Right:

    docs/example/1.0/article-03.md
    3.1 The duty of section 57 of the DPA 2018 continues.
"""

from collections.abc import Iterable

from clausule.check import View
from clausule.check.contents import references, texts
from clausule.language.language import Language
from clausule.language.terms import Spans
from clausule.model.findings import Finding
from clausule.model.nodes import Text
from clausule.model.repeated import once_a_text
from clausule.model.similarity import closest

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    acts = view.language.acts
    known = {definition.term for definition in view.edition.definitions}
    for text, start, end, name in (*_cited(view), *_named(view)):
        if name in known or acts.act_by_name(name):
            continue
        known.add(name)
        if acts.looks_like_act(name):
            guess = closest(name, (other for act in acts.ACTS.values() for other in act.names if len(other) > 3))
            hint = f"did you mean '{guess}'?" if guess else "look up its name; no link is made"
            yield view.at(text, start, end, f"'{name}' is not an act that is known here", hint)


def _cited(view: View) -> Iterable[tuple[Text, int, int, str]]:
    """The acts of which an article is cited."""
    for text, reference in references(view.notes):
        for target in reference.targets:
            if target.act:
                yield text, reference.start, reference.end, target.act


def _named(view: View) -> Iterable[tuple[Text, int, int, str]]:
    """The acts that are named without an article; what a term names is a use of that term."""
    for _, text in texts(view.edition):
        named = _unknown(view.language, text.plain)
        cited = Spans((one.start, one.end) for one in view.notes.references(text)) if named else None
        yield from ((text, *one) for one in named if cited and not cited.meets(one[0], one[1]))


@once_a_text
def _unknown(language: Language, plain: str) -> tuple[tuple[int, int, str], ...]:
    return tuple(language.acts.unknown_in(plain))
