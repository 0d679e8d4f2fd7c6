"""What has to be filled in when an English agreement begins. There is no model in English yet: an agreement begins
empty."""

from __future__ import annotations

import re

from clausule.language.model_agreement import PUBLISHER, ModelAgreement

_FILLED = "[fill in: {what}]"
_NEVER = re.compile("(?!)")


def _fill(what: str) -> str:
    return _FILLED.format(what=what)


MODEL = ModelAgreement(
    slug="",
    title="Data Processing Agreement",
    example="data-processing-agreement",
    filled=_FILLED,
    unfilled=re.compile(r"\[fill in: [^\[\]]{1,200}\]", re.I),
    about_model=_NEVER,
    replaced=(),
    email=_fill("e-mail address"),
    lists={},
    measures=_fill("keep only the measures that you really take, and then remove this line"),
    terms=_fill("see whether the periods in the articles suit your services, and then remove this line"),
    left=_NEVER,
    introduction="On this page are the versions of this agreement of {publisher}.",
    site_name="Agreements of {publisher}",
    landing="""\
# Agreements

Here are the agreements of {publisher}, each clause with an address that never changes, so that you can refer to it.
""",
    parties=f"""\
## Parties

1. {PUBLISHER}, established at {_fill("postcode and place")} (the “{_fill("name, such as Supplier")}”);

2. {_fill("the other party")} (the “{_fill("name, such as Customer")}”).
""",
    article=f"""\
# Article 1. {_fill("what it is about")}

1.1 {_fill("what the parties agree")}
""",
    sub_processors="""\
# The sub-processors, a row for each. A row never goes away: it gets an end (ended). A row looks so:
#
#   - id: hosting
#     name: Name Ltd
#     address: 1 Street, AB1 2CD Place
#     contact: {name: Privacy team, email: privacy@name.example}
#     service: Servers in a data centre
#     purpose: what it processes the data for
#     data: [name and address]
#     data_subjects: [customers]
#     places:
#       - {country: NL}
#     active: 2024-01-01

sub_processors: []
""",
)
