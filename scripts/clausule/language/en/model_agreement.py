"""What has to be filled in when the English model agreement is taken over, and what in it is about the model alone."""

from __future__ import annotations

import re

from clausule.language.model_agreement import PUBLISHER, TITLE, ModelAgreement

_FILLED = "[fill in: {what}]"


def _fill(what: str) -> str:
    return _FILLED.format(what=what)


_EMAIL = _fill("e-mail address")

MODEL = ModelAgreement(
    slug="example",
    title="Data Processing Agreement",
    example="data-processing-agreement",
    filled=_FILLED,
    unfilled=re.compile(r"\[fill in: [^\[\]]{1,200}\]", re.I),
    about_model=re.compile(r"does not exist; (?:this is a model agreement|the services, )"),
    replaced=(
        (r"# Data Processing Agreement Voorbeeld B\.V\. \(fictitious model\)", f"# {TITLE}"),
        (
            r"Voorbeeld B\.V\., a fictitious company that does not exist and was devised for this model alone,",
            f"{PUBLISHER},",
        ),
        (
            r"Modelstraat 1, \(0000 AA\) Voorbeeldstad, the Netherlands",
            f"{_fill('street and number')}, {_fill('postcode, place and country')}",
        ),
        (r"under number 00000000", f"under number {_fill('number in the commercial register')}"),
        (r"Voorbeeld B\.V\. \(fictitious\)", PUBLISHER),
        (r" The Sub-processors on that list are invented too\.", ""),
        (
            r"the privacy team, privacy@voorbeeld\.example",
            _fill("name or department, e-mail address and telephone number"),
        ),
        (r"to privacy@voorbeeld\.example", f"to {_EMAIL}"),
        (
            r"that Controller can keep its customers, can send invoices and gets help with this\.",
            f"that Controller {_fill('for what it uses the Services')}.",
        ),
        (r"in data centres within the EEA\.", f"in {_fill('place, for instance: data centres within the EEA')}."),
        (r"€ \d{1,3}(?:,\d{3})+", f"€ {_fill('amount')}"),
        (r"Voorbeeld B\.V\.", PUBLISHER),
    ),
    email=_EMAIL,
    lists={
        "Services": _fill("a service, and what it does"),
        "Overview": _fill("a processing"),
        "Types of Personal Data": _fill("a type of personal data"),
        "Categories of Data Subjects": _fill("a category of data subjects"),
    },
    measures=_fill("keep only the measures that you really take, and then remove this line"),
    terms=_fill("see whether the periods in the articles suit your services, and then remove this line"),
    left=re.compile(r"fictitious|invented|voorbeeld\.example|Voorbeeldstad|Modelstraat|model agreement", re.I),
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
