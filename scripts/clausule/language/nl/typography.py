"""The quotes of Dutch printers."""

from __future__ import annotations

import re

from clausule.language.typography import Quotes

# Letters that are left out: 's, 't, 'n.
_QUOTES = Quotes(re.compile(r"'(?:s|t|n|k|m|r|tis|twas)\b", re.I))
typeset = _QUOTES.typeset
canonical_quotes = _QUOTES.canonical_quotes
