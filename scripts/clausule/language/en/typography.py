"""The quotes of English printers."""

from __future__ import annotations

import re

from clausule.language.typography import Quotes

# Letters that are left out: 'tis.
_QUOTES = Quotes(re.compile(r"'(?:tis|twas|em|til|cause)\b", re.I))
typeset = _QUOTES.typeset
canonical_quotes = _QUOTES.canonical_quotes
