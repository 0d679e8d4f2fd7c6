"""Headings, files and ids."""

import re

ARTICLE, ANNEX, TERM, PREAMBLE, CLOSING = "article", "annex", "term", "preamble", "signature"
OF_PAGES: frozenset[str] = frozenset()
BEGIN_OF_PAGES: tuple[str, ...] = ()
HEADED, NOTE = "headed", "note"
ARTICLE_FILE = re.compile(r"article-(\d+)(?P<chapter>-chapter-\d+)?\.md")
ANNEX_FILE = re.compile(r"annex-(\d+)\.md")
ARTICLE_HEADING = re.compile(r"(?P<mark>Article (?P<number>\d+)\.) (?P<title>.*)")
ANNEX_HEADING = re.compile(r"(?P<mark>Annex (?P<number>\d+)\.) (?P<title>.*)")
CHAPTER_HEADING = re.compile(r"(?P<mark>(?P<word>Chapter) (?P<number>\d+)\.) (?P<title>.*)")
ARTICLE_NAME, ANNEX_NAME = "Article", "Annex"
ARTICLE_EXAMPLE, ANNEX_EXAMPLE = "Article 7. Payment", "Annex 2. Measures"
CLOSING_HEADING = re.compile("Signed")
CONTENTS_HEADING = re.compile("Contents")
WITHOUT_WORDS, PARTLY = "Lapsed.", "partly"
NAMED_HEADING = re.compile(r"(?:(?P<article>Article)|(?P<annex>Annex)) (?P<number>\d+)\.? ?(?P<title>.*)")
NUMBERED_CLAUSE = re.compile(r"(?P<word>Clause )?(?P<number>\d+\.\d+)\s+")
CLAUSE_WORD = re.compile(r"(?P<mark>Paragraph\s+(?P<number>\d+)\.)\s+")
REFERRING = re.compile(r"\b(?:article|paragraph)\s*$")
UNFINISHED = re.compile(r"\b(?:and|of)\s*$")
REFERRED = re.compile(r"\s*of\b")
QUANTITY = re.compile(r"\s*(?:euros|hours)\b")
JOINING = re.compile(r"and\b")
NO_LABEL = re.compile(r"(?!)")
CHAPTERS = ("chapter",)
CLASHING = re.compile(r"(?!)")


def name_of(name: str) -> str:
    return name.replace("-", " ", 1)
