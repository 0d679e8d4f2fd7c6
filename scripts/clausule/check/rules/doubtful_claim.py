"""A clause that is said to fulfil a demand of which it does not speak

The table of AVG article 28 shows a reader which clause fulfils which demand, and that is read by lawyers. A clause that
is named for a demand has words that speak of it: of an audit or inspection for 28.3.h, of a copy for 28.3.g. A clause
that says the opposite ('Klant heeft geen recht op een audit') fulfils nothing either. Name the part of the demand that
the clause does fulfil, or the clause that does.

Wrong:

    docs/voorbeeld/1.0/artikel-02.md:4:16
    avg:
      artikel-2.1: 28.3.h.audits

Right:

    docs/voorbeeld/1.0/artikel-02.md
    avg:
      artikel-2.1: 28.3.a.instructies
      artikel-2.3: 33.2 deels

Wrong:

    docs/example/1.0/article-02.md
    avg:
      article-2.1: 28.3.h.audits

Right:

    docs/example/1.0/article-02.md
    avg:
      article-2.1: 28.3.a.instructies
      article-2.3: 33.2 partly
"""

from collections.abc import Iterable
from functools import lru_cache

from clausule.analysis.coverage import reading_order, words_of
from clausule.check import View
from clausule.law.gdpr import FORBIDDING, demand_parts
from clausule.model.editions import Edition
from clausule.model.findings import Finding
from clausule.model.walk import walk

SEVERITY = "note"


def check_edition(view: View) -> Iterable[Finding]:
    known = frozenset(reading_order(view.edition))
    for claim in view.edition.beside.claims:
        words = words_of(view.edition, claim.at) if claim.at in known else ""
        for part in demand_parts(claim.demand) if words else ():
            asked = view.language.law.part(part)
            if not asked.cues.search(words):
                message = f"no words of {claim.at} speak of {part} ({asked.words})"
                hint = "name the part of the demand, or the clause, that does"
            elif _is_denied(view, part, words):
                message = f"{claim.at} speaks of {part} ({asked.words}), and says the opposite"
                hint = "take the claim away, or name the clause that does"
            else:
                continue
            yield view.here(claim.place, message, hint, words=claim.demand, at=claim.at)


def _is_denied(view: View, part: str, words: str) -> bool:
    """Whether ``words``, but for headings, say the opposite wherever they speak of ``part``."""
    cues, denies = view.language.law.part(part).cues, view.language.things.denies
    titles = _titles(view.edition)
    said = [line for line in words.split("\n") if line not in titles]
    found = [denies(line, *match.span(), part in FORBIDDING) for line in said for match in cues.finditer(line)]
    return bool(found) and all(found)


@lru_cache(maxsize=2)
def _titles(edition: Edition) -> frozenset[str]:
    return frozenset(part.title for part in walk(edition))
