"""A clause is asked for by its number, and every word is its own."""

from clausule.language.search import SearchWords

SEARCH = SearchWords(
    article=("article",),
    clause=("clause",),
    annex=("annex",),
    item=(),
    ordinals={},
    define=(),
    asks=(),
    small="",
    forms="",
    stem=(),
)
