"""Articles that are not numbered one after the other

The number in an article's heading is what references point to, the number in its file's name is what puts it in order
and gives it its address. They must agree, and each number must follow the one before it, or readers cite an article
that is not there.

Wrong:

    docs/voorbeeld/1.0/artikel-04.md:5:3
    ---
    version: "1.0"
    ---

    # Artikel 5. Slot

    Dit is het slot.

Wrong:

    docs/voorbeeld/1.0/artikel-05.md:5:3
    ---
    version: "1.0"
    ---

    # Artikel 5. Slot

    Dit is het slot.

Right:

    docs/voorbeeld/1.0/artikel-04.md
    ---
    version: "1.0"
    ---

    # Artikel 4. Slot

    Dit is het slot.
"""

import re
from collections.abc import Iterable

from clausule.check import View
from clausule.check.numbers import faults, number_of
from clausule.model.findings import Finding
from clausule.model.nodes import Article, Place

SEVERITY = "error"


def check_edition(view: View) -> Iterable[Finding]:
    articles = view.edition.articles
    wrong = list(_against_files(view, articles))
    yield from wrong
    numbers = [number_of(article.number) for article in articles]
    known = [number for number in numbers if number]
    if wrong or len(known) != len(numbers):
        return
    start = min(known[0][0], 1) if known else 1
    for index, words in faults(known, [article.number for article in articles], first=start):
        yield _at(view, articles[index], f"article {words}", "number the articles one after the other")


def _against_files(view: View, articles: tuple[Article, ...]) -> Iterable[Finding]:
    """Articles whose heading has another number than their page; a page may include an article of another number."""
    pages = {_number(match): path for path, match in _pages(view)}
    heads = {article.number for article in articles}
    for article in articles:
        match = view.language.grammar.ARTICLE_FILE.fullmatch(article.place.path.rpartition("/")[2])
        number = _number(match) if match else article.number
        if number != article.number:
            hint = f"write {view.language.grammar.ARTICLE_NAME} {number} in the heading, or rename the file"
            yield _at(view, article, f"the heading says article {article.number} and the file's name {number}", hint)
        elif article.number not in pages:
            page = next(
                (path for number, path in pages.items() if number not in heads), f"{view.edition.folder}/index.md"
            )
            message = f"the page {page.rpartition('/')[2]} holds article {article.number}"
            yield view.here(Place(page, 1, 1), message, "give the page the number of its article")


def _number(file: re.Match[str]) -> str:
    return file[1].lstrip("0") or "0"


def _pages(view: View) -> Iterable[tuple[str, re.Match[str]]]:
    for path in view.edition.files:
        folder, _, name = path.rpartition("/")
        match = view.language.grammar.ARTICLE_FILE.fullmatch(name) if folder == view.edition.folder else None
        if match:
            yield path, match


def _at(view: View, article: Article, message: str, hint: str) -> Finding:
    return view.here(article.place, message, hint, words=article.heading.plain, at=article.id)
