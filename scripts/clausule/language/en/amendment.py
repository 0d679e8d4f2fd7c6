"""How an English text says how it is changed."""

from clausule.language.amendment import AmendmentWords

_TEXT = r"\b(?:this|the|these)\s(?:[\w-]+\s){0,3}?(?:agreement|terms|conditions|addendum|DPA)\b"
_CHANGE = r"(?:amend|vary|modify|change|update)"
_CHANGED = r"(?:amended|varied|modified|changed|updated)"

find = AmendmentWords(
    (
        rf"\b(?:amendments?|variations?|modifications?|changes?)\s(?:to|of|in)\s(?:the\stext\sof\s)?{_TEXT}"
        r"[^.;]{0,120}?\b(?:writing|written|agreed|consent|valid|effective|binding|signed|unilaterally)\b",
        rf"{_TEXT}[^.;]{{0,40}}?\b(?:may|can|shall|must|will)\s(?:only\s|not\s)?be\s{_CHANGED}\b",
        rf"\b(?:may|can|right to|entitled to)\s[^.;]{{0,40}}?\b{_CHANGE}\s{_TEXT}",
    )
).find
