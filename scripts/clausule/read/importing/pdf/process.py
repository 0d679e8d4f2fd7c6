"""The process of its own in which a PDF is opened: what comes from a stranger can hang, crash or fill the memory.

It reads the bytes of a PDF and writes its pages as JSON (``page.Page``), or ``{"error": ...}`` with why it cannot.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
import unicodedata
from typing import Any

from clausule.model.addresses import EDITION_DATA
from clausule.read.importing.pdf.ink import Area, Inks, is_coloured

MOST_PAGES, MOST_LETTERS, MOST_MEMORY = 1000, 3_000_000, 380_000_000
_HYPHENS = ("\x02", "￾")
_LIGATURES = {0xFB00 + at: words for at, words in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
_SOFT = "\xad"
_GONE = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF))
_ALONG = math.radians(5)
_THIN = 3.0
_CLOSING = ",;)"
_CELLS = {"Table": "table", "TR": "row", "TH": "cell", "TD": "cell"}
_BLOCKS = frozenset({"P", "Lbl", "LBody", "TH", "TD", "Caption", "TOCI", "Note", "FENote", "BlockQuote", "Title"})
_MOST_TAGS, _DEEPEST = 20_000, 60
_FORCED_BOLD = 1 << 18


def main() -> None:
    """Standard input to standard output."""
    _limit()
    try:
        result = _read(sys.stdin.buffer.read())
    except MemoryError:
        result = {"error": "memory"}
    sys.stdout.write(json.dumps(result))


def _limit() -> None:
    """What this process may take, where the system can say so (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    for which in (resource.RLIMIT_AS, resource.RLIMIT_CORE):
        most = MOST_MEMORY if which == resource.RLIMIT_AS else 0
        try:
            resource.setrlimit(which, (most, resource.getrlimit(which)[1]))
        except (ValueError, OSError):  # macOS knows the limit and refuses to set it
            continue


def _read(data: bytes) -> Any:
    try:
        import pypdfium2
    except (ImportError, OSError):
        return {"error": "missing"}
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": "locked" if "assword" in str(error) else "damaged"}
    if len(document) > MOST_PAGES:
        return {"error": "long"}
    pages, letters = [], 0
    for index in range(len(document)):
        try:
            pages.append(_page(document[index], letters))
        except pypdfium2.PdfiumError:
            return {"error": "damaged"}
        letters += pages[-1]["letters"]
        if letters > MOST_LETTERS:
            return {"error": "long"}
    about = document.get_metadata_dict()
    return {
        "pages": pages,
        "attached": _attached(document),
        "title": about.get("Title", ""),
        "keywords": about.get("Keywords", ""),
    }


def _attached(document: Any) -> list[list[str]]:
    """The files that are in a PDF: their names, and of data of our own what it says."""
    found = []
    for index in range(min(document.count_attachments(), 100)):
        file = document.get_attachment(index)
        name = file.get_name()
        words = bytes(file.get_data()).decode("utf-8", "replace") if name.rpartition("/")[2] == EDITION_DATA else ""
        found.append([name, words])
    return found


class _Place:
    """From the places of a PDF (from the bottom, before the page is turned) to those that a reader sees."""

    def __init__(self, page: Any) -> None:
        left, bottom, right, top = page.get_cropbox()
        self.turned = page.get_rotation() // 90 % 4
        self.left, self.bottom, self.wide, self.high = left, bottom, right - left, top - bottom

    @property
    def size(self) -> tuple[float, float]:
        return (self.high, self.wide) if self.turned % 2 else (self.wide, self.high)

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        match self.turned:
            case 1:
                return y, x
            case 2:
                return self.wide - x, y
            case 3:
                return self.high - y, self.wide - x
            case _:
                return x, self.high - y


class _Letters:
    """The letters of a page, one after the other."""

    def __init__(self, page: Any, place: _Place) -> None:
        import pypdfium2.raw as raw

        self.raw, self.place = raw, place
        self.text = page.get_textpage()
        self.count = raw.FPDFText_CountChars(self.text.raw)
        self.looks: dict[int, tuple[float, bool, bool, int, int]] = {}
        self.tags, self._tag_of = _tags(page)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._name, self._flags = ctypes.create_string_buffer(200), ctypes.c_int()

    def look(self, at: int) -> tuple[float, bool, bool, int, int]:
        """Size, whether it is bold, whether it lies along the page, and its tag; the same for all of one piece, which
        is the last."""
        raw, text = self.raw, self.text.raw
        piece = raw.FPDFText_GetTextObject(text, at)
        key = ctypes.cast(piece, ctypes.c_void_p).value or 0
        if key not in self.looks:
            raw.FPDFText_GetMatrix(text, at, self._matrix)
            matrix = self._matrix
            size = raw.FPDFText_GetFontSize(text, at) * (math.hypot(matrix.c, matrix.d) or 1.0)
            raw.FPDFText_GetFontInfo(text, at, self._name, len(self._name), self._flags)
            name = self._name.value.decode("latin-1").lower()
            heavy = any(word in name for word in ("bold", "black", "heavy", "semibold", "demi"))
            heavy |= raw.FPDFText_GetFontWeight(text, at) >= 600 or bool(self._flags.value & _FORCED_BOLD)
            angle = math.atan2(matrix.b, matrix.a) - math.radians(90 * self.place.turned)
            along = abs((angle + math.pi) % (2 * math.pi) - math.pi) < _ALONG
            tag = self._tag_of.get(raw.FPDFPageObj_GetMarkedContentID(piece), -1) if piece else -1
            self.looks[key] = abs(size), heavy, along, tag, key
        return self.looks[key]

    def box(self, at: int) -> tuple[float, float, float]:
        """Where a letter begins and ends, and the line on which it stands."""
        raw, text = self.raw, self.text.raw
        raw.FPDFText_GetCharOrigin(text, at, self._x, self._y)
        raw.FPDFText_GetLooseCharBox(text, at, self._box)
        one = self.place(self._box.left, self._box.bottom)
        other = self.place(self._box.right, self._box.top)
        return min(one[0], other[0]), max(one[0], other[0]), self.place(self._x.value, self._y.value)[1]

    def unseen(self, areas: list[Area]) -> str:
        """The words that the page has and does not show."""
        inks, found = Inks(areas), []
        for at in range(self.count):
            piece = self.raw.FPDFText_GetTextObject(self.text.raw, at)
            x0, x1, y = (0.0, 0.0, 0.0) if inks.are_plain(piece) else self.box(at)
            found.append(self.letter(at) if inks.hide(piece, (x0 + x1) / 2, y) else " ")
        return " ".join("".join(found).replace("\0", " ").split())

    def letter(self, at: int) -> str:
        return chr(self.raw.FPDFText_GetUnicode(self.text.raw, at) or 0xFFFD)


def _page(page: Any, before: int) -> dict[str, Any]:
    place = _Place(page)
    letters = _Letters(page, place)
    if before + letters.count > MOST_LETTERS:
        return {"letters": letters.count}
    rules, areas, pictures = _drawn(page, place)
    words, aslant, unknown, count = _words(letters, rules)
    width, height = place.size
    return {
        "width": width,
        "height": height,
        "words": words,
        "tags": letters.tags,
        "rules": rules,
        "aslant": aslant,
        "unseen": letters.unseen(areas),
        "letters": count,
        "unknown": unknown,
        "pictures": pictures,
        "beside": _beside(page),
    }


def _words(letters: _Letters, rules: list[list[float]]) -> tuple[list[list[Any]], list[str], int, int]:
    raw, text = letters.raw, letters.text.raw
    words: list[list[Any]] = []
    aslant: list[str] = []
    unknown = count = blanks = 0
    last: list[Any] | None = None
    before, glued, slant_glued, drawn, piece, begun = 0.0, False, False, False, 0, 0
    upright = [rule for rule in rules if rule[3] - rule[1] > 4 * (rule[2] - rule[0])]
    for at in range(letters.count):
        letter = letters.letter(at)
        if letter.isspace() or letter == "\0" or raw.FPDFText_IsGenerated(text, at) == 1:
            real = raw.FPDFText_IsGenerated(text, at) != 1
            drawn, blanks = drawn or real, blanks + real
            glued = slant_glued = False
            continue
        count += 1
        bad = raw.FPDFText_HasUnicodeMapError(text, at) == 1 or letter == "�"
        unknown += bad
        if letter in _HYPHENS:
            letter = "\x02"
        above = piece
        size, bold, along, tag, piece = letters.look(at)
        if not along:
            aslant[-1:] = [aslant[-1] + letter] if slant_glued else [*aslant[-1:], letter]
            slant_glued, glued = True, False
            continue
        x0, x1, y = letters.box(at)
        if letter == _SOFT and x1 - x0 > 0.1 * size:  # one that is drawn can be seen
            letter = "\x02"
        if last and glued and piece != above and _is_of_next_cell(last, letter, (x0, y, size), begun != above, upright):
            glued, last = False, None
        beside = last and (-0.6 * size < x0 - last[2] < 0.35 * size or abs(x0 - before) < 0.05)  # or of one ligature
        if last and glued and (abs(y - last[3]) > 0.1 * size or not beside):
            glued = abs(y - last[3]) < 0.6 * max(size, last[4]) and bool(beside)
            last = None
        if not glued:
            last = None
        before = x0
        near = bool(words) and abs(y - words[-1][3]) < 0.1 * size and 0 <= x0 - words[-1][2] < 0.7 * size
        boxed = letter in _CLOSING or (near and words[-1][0] == "/" and 2 * blanks > len(words))
        glued = glued or (boxed and not drawn and near)  # the white space is of a box, not of the words
        drawn = False
        if last and glued and last[4] == size and last[5] == bold and last[8] == tag:
            last[0] += letter
            last[2] = max(last[2], x1)
        else:
            last = [letter, x0, x1, y, size, bold, glued, len(words), tag]
            words.append(last)
            begun = piece
        glued, slant_glued = True, False
    for word in words:
        word[0] = _plain(word[0])
        word[1:5] = [round(value, 2) for value in word[1:5]]
    return [word for word in words if word[0]], aslant, unknown, count


def _is_of_next_cell(
    last: list[Any], letter: str, at: tuple[float, float, float], is_pieced: bool, upright: list[list[float]]
) -> bool:
    """Whether a letter, the first of a piece, begins another cell than the word ``last`` is in, which is as wide as its
    cell or wider: it stands on that word, or a rule stands between where both begin. A word that is pieced together
    (``is_pieced``) goes on behind a rule."""
    x0, y, size = at
    gap = x0 - last[2]
    if letter.isalnum() and gap < -0.25 * size:
        return True
    between = (rule for rule in upright if last[1] + 1 < rule[0] <= x0 + 1 and rule[1] <= y - 0.3 * size <= rule[3])
    return (abs(gap) > 0.02 * size or not is_pieced) and any(between)


def _tags(page: Any) -> tuple[list[list[Any]], dict[int, int]]:
    """What the file says that its words are (PDF 1.7, 14.8): of each innermost block its kind, and the table, the row
    and the cell that it is in (-1 where it is in none); and of each piece of content the number of its block."""
    import pypdfium2.raw as raw

    found: list[list[Any]] = []
    content: dict[int, int] = {}
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return found, content
    counts = dict.fromkeys(_CELLS, -1)

    def walk(element: Any, block: int, cell: dict[str, int], depth: int) -> None:
        kind = _kind(raw, element)
        if kind in _CELLS:
            counts[kind] += 1
            cell = {**cell, _CELLS[kind]: counts[kind]}
        if (kind in _BLOCKS or kind[:1] == "H") and len(found) < _MOST_TAGS:
            block = len(found)
            found.append([kind, *(cell.get(one, -1) for one in ("table", "row", "cell"))])
        for at in range(max(raw.FPDF_StructElement_CountChildren(element), 0)):
            own = raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
            child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
            if own >= 0:
                content[own] = block
            elif child and depth < _DEEPEST:
                walk(child, block, cell, depth + 1)

    for at in range(max(raw.FPDF_StructTree_CountChildren(tree), 0)):
        if top := raw.FPDF_StructTree_GetChildAtIndex(tree, at):
            walk(top, -1, {}, 0)
    raw.FPDF_StructTree_Close(tree)
    return found, content


def _kind(raw: Any, element: Any) -> str:
    size = min(raw.FPDF_StructElement_GetType(element, None, 0), 200)
    buffer = ctypes.create_string_buffer(size + 2)
    raw.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _plain(words: str) -> str:
    """As a reader sees it: ligatures as the letters that they are, letters and their accents as one, and a hyphen
    within a word as one."""
    words = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    words = unicodedata.normalize("NFC", words.translate(_LIGATURES | _GONE))
    return words[:-1].replace("\x02", "-") + words[-1:]


def _drawn(page: Any, place: _Place) -> tuple[list[list[float]], list[Area], int]:
    """Rules, what is coloured, and how many pictures there are. A frame gives its four sides."""
    import pypdfium2.raw as raw

    rules: list[list[float]] = []
    areas: list[Area] = []
    pictures = 0
    for piece in page.get_objects(max_depth=4):
        if piece.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
            areas.append(_bounds(piece, place))
        elif piece.type == raw.FPDF_PAGEOBJ_PATH and len(rules) < 4000:
            x0, y0, x1, y1 = _bounds(piece, place)
            areas += [(x0, y0, x1, y1)] if is_coloured(piece) else []
            if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
                rules.append([round(value, 1) for value in (x0, y0, x1, y1)])
            elif raw.FPDFPath_CountSegments(piece.raw) <= 6:
                sides = ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1))
                rules += [[round(value, 1) for value in side] for side in sides]
    return rules, areas, pictures


def _bounds(piece: Any, place: _Place) -> Area:
    left, bottom, right, top = piece.get_bounds()
    (xa, ya), (xb, yb) = place(left, bottom), place(right, top)
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def _beside(page: Any) -> list[tuple[str, str]]:
    """What is fastened to a page: comments, and fields of a form."""
    import pypdfium2.raw as raw

    found = []
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), 2000)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        if not note:
            continue
        kind = raw.FPDFAnnot_GetSubtype(note)
        if kind == raw.FPDF_ANNOT_WIDGET:
            found.append(("fields of a form", _string(raw, note, b"V")))
        elif kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            found.append(("comments", _string(raw, note, b"Contents")))
        raw.FPDFPage_CloseAnnot(note)
    return [(what, words) for what, words in found if words]


def _string(raw: Any, note: Any, key: bytes) -> str:
    size = min(raw.FPDFAnnot_GetStringValue(note, key, None, 0), 20_000)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(note, key, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").strip()


if __name__ == "__main__":
    main()
