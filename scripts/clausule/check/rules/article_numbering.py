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
from collections.abc import Iterable, Iterator, Sequence

from clausule.check import View
from clausule.check.numbers import faults, number_of
from clausule.model.findings import Finding
from clausule.model.nodes import Article, Place

SEVERITY = "error"


def check_edition(view: View) -> Iterable[Finding]:
    articles = [article for article in view.edition.articles if article.number]
    wrong = list(_against_files(view, articles))
    yield from wrong
    for row in () if wrong else _rows(articles):
        numbers = [number_of(article.number) for article in row]
        known = [number for number in numbers if number]
        if len(known) != len(numbers):
            continue
        start = min(known[0][0], 1) if known else 1
        for index, words in faults(known, [article.number for article in row], first=start):
            yield _at(view, row[index], f"article {words}", "number the articles one after the other")


def _rows(articles: Sequence[Article]) -> Iterator[list[Article]]:
    """The articles that are numbered in one row: each chapter anew where its first article is 1 again."""
    row: list[Article] = []
    for article in articles:
        if row and article.number == "1" and article.chapter is not row[-1].chapter:
            yield row
            row = []
        row.append(article)
    if row:
        yield row


def _against_files(view: View, articles: Sequence[Article]) -> Iterable[Finding]:
    """Articles whose heading has another number than their page; a page may include an article of another number."""
    pages = {_number(match): path for path, match in _pages(view)}
    heads = {article.number for article in articles}
    for article in articles:
        match = view.language.grammar.ARTICLE_FILE.fullmatch(article.place.path.rpartition("/")[2])
        number = _number(match) if match else article.number
        if number != article.number:
            hint = f"write {view.language.grammar.ARTICLE_NAME} {number} in the heading, or rename the file"
            if article.chapter:
                hint += (
                    f", to {view.language.grammar.ARTICLE}-{article.number.zfill(2)}-{article.chapter.id}.md where its"
                )
                hint += " number stands in another chapter too"
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
