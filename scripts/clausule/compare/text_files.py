"""Any Markdown or plain text as a row of units: headings, numbered clauses, items, rows, definitions and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from clausule.compare.comparable import comparable
from clausule.compare.unit import Link, Unit
from clausule.language.language import DEFAULT, Language, language_of
from clausule.model.ids import Ids, annex_digits, slug
from clausule.model.patterns import pattern

# No pattern can read a line in two ways, so none of them is slow on a line that was made to be.
_FRONT_MATTER = pattern(
    r"---[ \t]*\n(?:[ \t]*\n|[ \t]*[#-].*\n|[ \t]+[^\s#-].*\n|\w[\w.-]*:.*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|$)"
)
_HEADING = pattern(r"#{1,6}(?=\s|$)")
_TITLE = pattern(r"(?P<number>\d{1,3}(?:\.\d{1,2})*[a-z]?)[.:)]?\s+(?P<title>\S.*)")
_ITEM = pattern(
    r"(?P<mark>[-*+•·]|\((?:[a-z]{1,5}|\d{1,3})\)|[a-z]{1,2}[.)]|[ivx]{1,5}[.)]|\d{1,3}[a-z]?[.)])(?:\s+|$)"
)
_RULE = pattern(r"(?:[-*_=]\s*){3,}")
_CELL = pattern(r"(?<!\\)\|")
_ADDRESS = r"[A-Za-z][A-Za-z0-9+.-]{1,20}:[^\s<>]{1,2000}"
_TARGET = (
    r"\(\s{0,9}(?:<(?P<angled>[^<>\n]{0,2000})>|(?P<target>(?:[^()\s]|\([^()\s]{0,200}\)){0,2000}))"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?\s{0,9}\)"
)
_MARKUP = pattern(
    r"(?P<line><br\s*/?>)|\\(?P<kept>[!-/:-@\[-`{-~])"
    rf"|!?\[(?P<label>[^\[\]]{{0,2000}})\](?:{_TARGET}|\[(?P<name>[^\[\]]{{0,200}})\])?"
    rf"|<(?P<auto>{_ADDRESS})>|<a\s[^<>]{{0,300}}?\bhref\s*=\s*[\"']?(?P<href>[^\"'\s<>]{{1,2000}})[^<>]{{0,300}}>|(?P<end></a>)"
    r"|</?[A-Za-z][^<>]{0,500}>|(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_])|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|`"
)
_NAMED_TARGET = pattern(
    r" {0,3}\[(?P<name>[^\[\]^][^\[\]]{0,200})\]:\s+<?(?P<target>[^\s<>]{1,2000})>?(?:\s+[\"'(].{0,500})?"
)
_SPECIAL = "\\[<_*`&"  # without one of these there is no markup; looked for one by one, as a pattern takes long
_STOPS = (".", ";", ":", "!", "?", ",")
_TAGS = pattern(rf"(?:</?(?!a\s|{_ADDRESS})[A-Za-z][^<>]{{0,500}}>\s*)+")
_EMPHASIS = pattern(r"(?P<mark>\*{1,3}|_{1,3})(?P<words>[^\s*_][^*_]{0,200})(?P=mark)")
# '2. Beveiliging', before a clause 2.1; a title that ends as a sentence does is short.
_NUMBERED_HEADING = pattern(r"(?P<number>\d{1,3}[a-z]?)(?:[.)]\s*|\s+)(?P<title>[^\W\d_].*)")
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHORT = 3  # words
_AHEAD = 3  # lines with words between such a heading and its first clause
_WIDE = 200  # a longer line is no line of a wrapped paragraph, and no heading


def text_units(text: str, markdown: bool, language: str = DEFAULT) -> list[Unit]:
    """The units of ``text``, in reading order, with unique ids. Of ``markdown`` markup and front matter are left out.
    ``language`` is the tag of the language that it is written in.

    A clause is a paragraph with a number such as 7.2; what follows up to the next number or heading belongs to it.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if markdown and (match := _FRONT_MATTER.match(text)):
        text = text[match.end() :]
    reader = _Reader(text.split("\n"), markdown, language_of(language))
    reader.read_all()
    return reader.units


@dataclass
class _Open:
    """The unit that is being read; each of its lines is made of one or more lines of the source."""

    id: str
    kind: str
    number: str = ""
    mark: str = ""
    indent: int = 0
    title: str = ""
    lines: list[list[str]] = field(default_factory=list)


class _Words(NamedTuple):
    """Words without markup, and where the links among them lead."""

    text: str
    links: tuple[Link, ...] = ()


class _Reader:
    """Takes line after line and makes units."""

    def __init__(self, lines: list[str], markdown: bool, language: Language) -> None:
        self._grammar, self._slugs = language.grammar, language.slugs
        self.units: list[Unit] = []
        self._markdown = markdown
        self._lines = lines
        self._targets: dict[str, str] = {}
        self._ids = Ids()
        self._part = self._title = ""
        self._count = self._rows = 0
        self._open: _Open | None = None
        self._in_table = False
        self._before = self._last = ""  # the line before, and the number of the last clause or numbered item
        self._top = 0  # that of the last numbered heading that is a line as any other
        self._blank = True  # there is a blank line before this one

    def read_all(self) -> None:
        """Reads every line."""
        if self._markdown:
            for number, line in enumerate(self._lines):
                if line.lstrip(" ").startswith("[") and (match := _NAMED_TARGET.fullmatch(line)):
                    self._targets.setdefault(match["name"].casefold(), match["target"])
                    self._lines[number] = ""
        # Before a blank line every paragraph ends, wrapped or not: only lines before another one tell.
        full = [line for line, after in pairwise(map(str.rstrip, self._lines)) if line and after]
        alone = sum(line.endswith(_STOPS[:-1]) for line in full) > 0.6 * len(full)
        number = 0
        while number < len(self._lines):
            line = self._lines[number]
            if not line.strip():
                self._blank, number = True, number + 1
            elif size := self._numbered_heading(number):
                self._heading(" ".join(one.strip() for one in self._lines[number : number + size]))
                self._before, self._blank, number = "", False, number + size
            else:
                self._read(line, alone, self._lines[number + 1] if number + 1 < len(self._lines) else "")
                number += 1
        self._close()

    def _read(self, raw: str, alone: bool, after: str) -> None:
        """Reads a line with words. ``alone`` says that lines are paragraphs; ``after`` is the line that follows."""
        line, indent = raw.strip(), len(raw) - len(raw.lstrip())
        fresh = self._blank or alone or max(len(self._before), len(line)) > _WIDE
        begins = fresh or not self._open or self._before.endswith(_STOPS)
        in_table = self._in_table and not self._blank
        self._before, self._blank = line, False
        if self._row(line, in_table, after.strip()) or (line[0] in "-*_=" and _RULE.fullmatch(line)):
            return
        if self._markdown and line[0] in "<*_":
            line = _EMPHASIS.sub(
                lambda found: found["words"], line[match.end() if (match := _TAGS.match(line)) else 0 :], count=1
            )
        if match := _HEADING.match(line):
            self._heading(_without_closing(line[match.end() :].strip()))
        elif begins and self._is_named_heading(line):
            self._heading(line)
        elif (match := self._grammar.NUMBERED_CLAUSE.match(line)) and (
            begins or self._is_next(match["number"], line[match.end() :])
        ):
            self._last = match["number"]
            self._begin(_Open(f"{self._grammar.ARTICLE}-{self._last}", "clause", self._last, match[0].strip(), indent))
            self._add(line[match.end() :])
        elif (match := _ITEM.match(line)) and (
            begins or self._in_list() or self._is_next(match["mark"], line[match.end() :])
        ):
            self._item(match["mark"], line[match.end() :], indent)
        elif line.startswith(": ") and self._open and self._open.kind == "paragraph" and len(self._open.lines) == 1:
            self._define(line.removeprefix(":"))
        elif not fresh and self._open:
            self._open.lines[-1].append(line)
        elif self._open and (self._open.kind == "clause" or (self._in_list() and indent > self._open.indent)):
            self._add(line)
        else:
            self._count += 1
            self._begin(_Open(self._own(self._slugs.paragraph, self._count), "paragraph"))
            self._add(line)

    def _close(self) -> None:
        """Ends the unit that is being read."""
        if self._open:
            one, self._open = self._open, None
            lines = [self._clean(" ".join(line)) for line in one.lines]
            words = _Words("\n".join(line.text for line in lines), tuple(link for line in lines for link in line.links))
            if one.kind == "definition":
                words = _Words(f"{one.title}: {words.text}", words.links)
            if words.text or one.number:
                self._put(one.id, one.number, one.title or self._title, one.kind, words, self._part, one.mark)

    def _put(self, name: str, number: str, title: str, kind: str, words: _Words, parent: str, mark: str = "") -> str:
        name = self._ids.unique(name)
        self.units.append(
            Unit(
                id=name,
                number=number,
                title=title,
                kind=kind,
                text=words.text,
                parent=parent,
                mark=mark,
                links=words.links,
            )
        )
        return name

    def _begin(self, one: _Open) -> None:
        self._close()
        self._open = one

    def _add(self, line: str) -> None:
        assert self._open
        self._open.lines.append([line])

    def _own(self, word: str, count: int) -> str:
        return f"{self._part}-{word}-{count}" if self._part else f"{word}-{count}"

    def _in_list(self) -> bool:
        return bool(self._open and self._open.mark)

    def _is_next(self, mark: str, words: str) -> bool:
        """Whether ``mark`` is the number that follows the last one, so that it begins something in the midst of a
        block."""
        before, _, last = mark.strip("().").rpartition(".")
        if not last.isdigit() or not words[:1].isupper():
            return False
        before_last, _, count = self._last.rpartition(".")
        return int(last) == 1 or (before == before_last and count.isdigit() and int(last) == int(count) + 1)

    def _is_named_heading(self, line: str) -> bool:
        """'Artikel 7. Beveiliging' or 'BIJLAGE 2' on a line of its own; 'Artikel 7 is van toepassing.' is a
        sentence."""
        match = self._grammar.NAMED_HEADING.fullmatch(line) if len(line) <= _WIDE else None
        if not match or self._grammar.NUMBERED_CLAUSE.match(line):
            return False
        title = match["title"]
        return not title or (not title.endswith(_STOPS) and not title[0].islower())

    def _numbered_heading(self, at: int) -> int:
        """How many lines from ``at`` on are a heading that is a line as any other: '2. Beveiliging', with a clause 2.1
        behind it, or the next after such a heading; 0 for none."""
        words = self._bare(at)
        match = _NUMBERED_HEADING.fullmatch(words) if words[:1].isdecimal() and len(words) <= _WIDE else None
        if not match or not match["title"][0].isupper() or not self._is_title(match["title"]):
            return 0
        number, size, seen = match["number"], 1, 0
        is_next = number.isdigit() and 0 < self._top == int(number) - 1 and self._blank
        for place in range(at + 1, len(self._lines)):
            line = self._bare(place)
            if not line:
                continue
            clause = self._grammar.NUMBERED_CLAUSE.match(line)
            if clause and clause["number"].startswith(f"{number}."):
                self._top = int(number.rstrip(_LETTERS))
                return size
            seen += 1
            if (
                clause
                or seen > _AHEAD
                or len(line) > _WIDE
                or _HEADING.match(line)
                or _NUMBERED_HEADING.fullmatch(line)
            ):
                break
            if place == at + size and size == seen and self._is_title(line) and not _ITEM.match(line):
                size += 1  # a title that goes on on the next line
        if is_next and (at + 1 == len(self._lines) or not self._lines[at + 1].strip()):
            self._top = int(number)
            return 1
        return 0

    def _bare(self, at: int) -> str:
        """A line without the emphasis around it, or around its number."""
        line = self._lines[at].strip()
        if self._markdown and line[:1] in ("*", "_"):
            line = _EMPHASIS.sub(lambda found: found["words"], line, count=1)
        return line

    @staticmethod
    def _is_title(words: str) -> bool:
        return not words.endswith(_STOPS) or (words.endswith(".") and words.count(" ") < _SHORT)

    def _heading(self, line: str) -> None:
        self._close()
        words, links = self._clean(line)
        if not words:
            return
        kind, number, title = "section", "", words
        if match := self._grammar.NAMED_HEADING.fullmatch(words):
            kind = "article" if match["article"] else "annex"
            number, title = match["number"], match["title"]
            ids = number if number.isdigit() and kind == "article" else annex_digits(number)
            name = f"{self._grammar.ARTICLE if kind == 'article' else self._grammar.ANNEX}-{ids}"
        elif match := _TITLE.fullmatch(words):
            number, title = match["number"], match["title"]
            name = f"{self._grammar.ARTICLE}-{number}"
        else:
            name = "-".join(slug(words).split("-")[:6])
        self._part = self._put(name, number, title, kind, _Words(title, links), "")
        self._title = title
        self._count = self._rows = 0

    def _item(self, mark: str, words: str, indent: int) -> None:
        """An item of its own, or a line of the clause or item that it stands under."""
        label = mark.strip("().-*+•·")
        one = self._open
        if one and one.mark:
            below = indent >= one.indent + 2 or (one.number[:1].isdigit() and not label[:1].isdigit())
            if one.kind == "clause" or below:
                self._add(f"{label + '.' if label else '-'} {words}")
                return
        if label.isdigit():
            self._last = label
        if label.isdigit() and self._part.startswith(self._grammar.ARTICLE):
            self._begin(_Open(f"{self._part}.{label}", "item", label, mark, indent))
        else:
            self._count += not label
            self._begin(_Open(f"{self._part or self._slugs.items}-{label or self._count}", "item", label, mark, indent))
        self._add(words)

    def _define(self, words: str) -> None:
        """The paragraph that was being read is a term, and this is what it means."""
        assert self._open
        term = self._clean(" ".join(self._open.lines[0])).text.strip("\"': ")
        self._open = _Open(f"{self._grammar.TERM}-{slug(term)}", "definition", title=term, lines=[[words]])

    def _row(self, line: str, in_table: bool, after: str) -> bool:
        """Whether ``line`` is of a table; a row is a unit, the rule under the header is nothing."""
        if _is_table_rule(line):
            self._in_table = True
            return True
        self._in_table = "|" in line and (in_table or line.startswith("|") or _is_table_rule(after))
        if not self._in_table:
            return False
        self._close()
        self._rows += 1
        cells = _CELL.split(line.removeprefix("|").removesuffix("|"))
        clean = [self._clean(cell) for cell in cells]
        words = _Words("\t".join(cell.text for cell in clean), tuple(link for cell in clean for link in cell.links))
        self._put(self._own(self._slugs.row, self._rows), "", self._title, "row", words, self._part)
        return True

    def _clean(self, words: str) -> _Words:
        if not self._markdown or not any(map(words.__contains__, _SPECIAL)):
            return _Words(comparable(words))
        pieces: list[str] = []
        links: list[Link] = []
        at, anchor = 0, ("", 0)  # where an open <a> leads, and how many pieces stand before it
        while match := _MARKUP.search(words, at):
            pieces.append(words[at : match.start()])
            at = match.end()
            target = match["angled"] or match["target"] or match["auto"] or ""
            if match["label"] is not None:
                target = target or self._targets.get((match["name"] or match["label"]).casefold(), "")
                if not target and match["target"] is None and match["name"] is None:
                    pieces.append(match[0][: match[0].index("[") + 1])  # brackets of the text
                    at = match.start() + len(pieces[-1])
                    continue
                label = self._clean(match["label"]).text
                pieces.append(label)
                links += [(label, target)] if target else []
            elif match["auto"]:
                pieces.append(target)
                links.append((comparable(target), target))
            elif match["href"]:
                anchor = _unescaped(match["href"]), len(pieces)
            elif match["end"] and anchor[0]:
                links.append((comparable(_unescaped("".join(pieces[anchor[1] :]))), anchor[0]))
                anchor = "", 0
            else:
                pieces.append(match["kept"] or (" " if match["line"] else ""))
        return _Words(comparable(_unescaped("".join([*pieces, words[at:]]))), tuple(links))


def _is_table_rule(line: str) -> bool:
    """'| --- | :-: |', with or without its outer bars."""
    return "|" in line and "-" in line and not set(line) - set("-:| \t")


def _without_closing(words: str) -> str:
    """'Title ##' is 'Title', but 'C#' stays."""
    bare = words.rstrip("#")
    return bare.rstrip() if not bare or bare[-1].isspace() else words


def _unescaped(words: str) -> str:
    if "&" not in words:
        return words
    import html  # to load its table of names takes long, and few texts have one

    return html.unescape(words)
