"""It has no model."""

import re

from clausule.language.model_agreement import ModelAgreement

_NEVER = re.compile("(?!)")
MODEL = ModelAgreement(
    slug="",
    title="Agreement",
    example="agreement",
    filled="[fill in: {what}]",
    unfilled=re.compile(r"\[fill in: [^\[\]]+\]"),
    about_model=_NEVER,
    replaced=(),
    email="[fill in: e-mail]",
    lists={},
    measures="",
    terms="",
    left=_NEVER,
    introduction="The versions of this agreement of {publisher}.",
    site_name="{publisher}",
    landing="# {publisher}\n",
    parties="## Parties\n\n1. {publisher} (“Seller”).\n",
    article="# Article 1. Subject\n\n1.1 [fill in: what]\n",
    sub_processors="sub_processors: []\n",
)
