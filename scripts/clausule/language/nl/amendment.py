"""How a Dutch text says how it is changed."""

from clausule.language.amendment import AmendmentWords

_TEXT = (
    r"\b(?:de|deze|dit|het)\s(?:tekst\svan\s(?:de|deze|dit|het)\s)?\w*(?:overeenkomst|voorwaarden|addendum|reglement)\b"
)
_CHANGED = r"(?:gewijzigd|aangepast|aangevuld|herzien|wijzigen|aanpassen|aanvullen|herzien)"

find = AmendmentWords(
    (
        rf"\b(?:wijziging(?:en)?|aanpassing(?:en)?|aanvulling(?:en)?)\s(?:\w+\s){{0,5}}?(?:van|in|op)\s(?:de\stekst\svan\s)?{_TEXT}"
        r"[^.;]{0,120}?\b(?:schriftelijk|overeengekomen|overeenkomen|instemming|akkoord|eenzijdig|geldig|bindend)\b",
        rf"{_TEXT}[^.;]{{0,30}}?\b(?:kan|kunnen|mag|mogen|wordt|worden)\b[^.;]{{0,80}}?\b{_CHANGED}\b",
        rf"\b(?:kan|kunnen|mag|mogen|gerechtigd|bevoegd|recht voor)\s[^.;]{{0,60}}?{_TEXT}[^.;]{{0,40}}?\b{_CHANGED}\b",
    )
).find
