"""One source file: bytes from the tree, safely, and lines that know their place."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count, repeat
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from clausule.model.findings import Finding
from clausule.model.nodes import Place
from clausule.read.names import refused_names
from clausule.read.repeated_articles import RepeatedArticles

FOLDERS = ("docs", "annexes")
"""The folders of a repository that hold texts; nothing outside them is read or included."""

MOST_BYTES = 2_000_000
"""A file larger than this is not read. The longest agreement seen is 0.25 MB; all of the AVG is 0.4 MB."""

_MOST_KEPT = 300
"""So many files stay in memory: an edition and what it includes are read together, a thousand editions are not."""

# What no text needs: control characters, marks that turn the direction of a line around (they can show other words than
# a machine reads: CVE-2021-42574), what takes a place and shows nothing, and strokes through the letter before them.
_STRIKES = "\u0334-\u0338\u0489\u1abe\u20d2\u20d3\u20d8-\u20da\u20dd-\u20e0\u20e2-\u20e6\u20ea\u20eb"
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    f"\U0001d173-\U0001d17a\U000e0000-\U000e0fff{_STRIKES}]"
)

# Letters of other alphabets, and of mathematics, that nobody tells from one of ours (Unicode, confusables.txt).
_ALIKE = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03f2\u03f3\u03f9"
    "\u0405\u0406\u0408\u0410\u0412\u0415\u0417\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0430\u0435\u043e\u0440\u0441\u0443\u0445"
    "\u0455\u0456\u0458\u04ae\u04af\u04bb\u04c0\u04cf\u0501\u050c\u051a-\u051d\u054d\u0555\u0561\u0566\u0578\u057d\u0585"
    "\u0251\u0261\u01c0\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb"
)
_ALIKE_WORD = re.compile(rf"[^\W_]*[{_ALIKE}][^\W_]*")
_OURS = re.compile(rf"[A-Za-z\u00c0-\u024f{_ALIKE}\d]+")
_WATCHED = re.compile(f"{UNWANTED.pattern}|[{_ALIKE}]")

_ORDINARY = bytes(range(0x20, 0x7F)) + b"\t\r\n"
"""What nearly all of a text is, and is wanted: the rest is looked through much sooner."""


def unwanted_words(char: str) -> tuple[str, str]:
    """What is wrong with a character that no text needs, and how to mend it."""
    number = f"character U+{ord(char):04X}"
    if re.match(f"[{_STRIKES}]", char):
        return f"{number} strikes through or covers the letter before it", "remove it, and the words that should go"
    return f"{number} cannot be seen and can mislead a reader", "remove it"


def _misleading(text: str) -> tuple[int, str, str] | None:
    """Where the first character of a line stands that misleads, what is wrong with it, and how to mend it.

    A letter passes for one of ours where all letters of its word are ours, or cannot be told from them; one beside
    another letter of its own alphabet is read as what it is.
    """
    if found := UNWANTED.search(text):
        return found.start(), *unwanted_words(found[0])
    for word in _ALIKE_WORD.finditer(text):
        if _OURS.fullmatch(word[0]):
            at = next(at for at, char in enumerate(word[0]) if re.match(f"[{_ALIKE}]", char))
            what = f"letter U+{ord(word[0][at]):04X} in '{word[0]}' is of another alphabet, and looks like one of ours"
            return word.start() + at, what, "type the word anew: it is another one to a search and to the hash"
    return None


class Line(NamedTuple):
    """A line without its end; ``column`` is that of its first character."""

    text: str
    path: str
    number: int
    column: int = 1

    @property
    def place(self) -> Place:
        return Place(self.path, self.number, self.column)

    def at(self, offset: int) -> Place:
        """The place of the character at ``offset`` in the line."""
        return Place(self.path, self.number, self.column + offset)

    def rest(self, offset: int) -> Line:
        """The line from ``offset`` on."""
        return Line(self.text[offset:], self.path, self.number, self.column + offset)


class Sources:
    """The files of one repository: links refused, findings kept.

    ``hashes`` maps each path that was read to the sha256 of its bytes (with line ends as git keeps them); ``used``
    collects the paths that were asked for since the caller last emptied it. ``articles`` are those that were read.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.hashes: dict[str, str] = {}
        self.used: set[str] = set()
        self.articles = RepeatedArticles()
        self._findings: dict[tuple[Place, str, str], Finding] = {}
        self._lines: dict[str, tuple[Line, ...] | None] = {}
        self._fingerprints: dict[str, str] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._plain_folders: set[str] = set()  # those that were found to be folders themselves, on the way to a file

    def __reduce__(self) -> tuple[type[Sources], tuple[Path]]:
        return Sources, (self.root,)  # another process reads for itself

    def add(self, place: Place, rule: str, message: str, hint: str = "", words: str = "") -> None:
        """Keeps a finding; the same one again (a file that two editions include) is the same finding."""
        self._findings.setdefault(
            (place, rule, message), Finding(place=place, rule=rule, message=message, hint=hint, words=words)
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(self._findings.values())

    def lines(self, path: str) -> tuple[Line, ...] | None:
        """The lines of ``path`` (relative, ``/``), or None when it cannot be read: then there is a finding."""
        self.used.add(path)
        if path not in self._lines:
            while len(self._lines) >= _MOST_KEPT:
                del self._lines[next(iter(self._lines))]
            self._lines[path] = self._read(path)
        return self._lines[path]

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is used and found meanwhile is of one text, and not of what is read around it."""
        around = self.used, self._findings
        self.used, self._findings = set(), {}
        try:
            yield
        finally:
            self.used, self._findings = around

    def take(self, files: Iterable[str], findings: Iterable[Finding]) -> None:
        """Takes over what came of a text that was read apart."""
        self.used.update(files)
        for one in findings:
            self._findings.setdefault((one.place, one.rule, one.message), one)

    def bytes_of(self, path: str) -> bytes:
        """The bytes of ``path``, which may be read (see ``refusal``); it is one of the files that are used."""
        data = _bytes_of(f"{self.root}/{path}")
        self.used.add(path)
        self.hashes[path] = _sha256(data)
        return data

    def hashes_used(self) -> dict[str, str]:
        """Of the files in ``used`` that could be read, in order, the sha256 of their bytes."""
        return {path: self.hashes[path] for path in sorted(self.used) if path in self.hashes}

    def fingerprint(self, path: str) -> str:
        """The sha256 of ``path``, which may be read (see ``refusal``); empty when it cannot be."""
        if path not in self._fingerprints:
            try:
                self._fingerprints[path] = _sha256(_bytes_of(f"{self.root}/{path}"))
            except OSError:
                self._fingerprints[path] = ""
        return self._fingerprints[path]

    def refusal(self, path: str) -> str:
        """Why ``path`` may not be read, or an empty string. No step of it may be a link, or leave the tree."""
        folder, _, name = path.rpartition("/")
        known = folder in self._plain_folders and name not in ("", ".", "..")
        parts = (name,) if known else PurePosixPath(path).parts
        if path.startswith(("/", "~")) or ".." in parts or "\\" in path or "\0" in path:
            return "it leads out of the repository"
        mode, step = 0, folder if known else ""
        for part in parts:
            step = f"{step}/{part}" if step else part
            try:
                mode = os.lstat(f"{self.root}/{step}").st_mode
            except (OSError, ValueError):
                return "there is no such file"
            if not self._is_name(step):
                return f"there is no such file: {step} is written with other capitals"
            if stat.S_ISLNK(mode):
                return f"{step} is a link, and links are not followed"
        if not stat.S_ISREG(mode):
            return "it is not a file"
        self._plain_folders.add(step.rpartition("/")[0])
        return ""

    def _is_name(self, path: str) -> bool:
        """Whether an entry of its folder has exactly this name: on Windows and macOS a file is found by any capitals,
        and what is found there only would be missing elsewhere."""
        folder, _, name = path.rpartition("/")
        if name not in self._names.get(folder, ()):
            self._names[folder] = frozenset(os.listdir(self.root / folder))
        return name in self._names[folder]

    def refuse_names(self, folder: str) -> None:
        """A finding for each entry below ``folder`` whose name some system refuses."""
        for path, why in refused_names(self.root, folder):
            name = path.rpartition("/")[2]
            self.add(
                Place(path, 1, 1), "bad-name", f"'{name}' is no name for a file everywhere: {why}", "rename it", name
            )

    def refuse_links(self, folder: str) -> None:
        """A finding for each entry below ``folder`` (or ``folder`` itself) that is no plain file and no folder."""
        for path, what in not_plain(self.root, folder):
            self.add(
                Place(path, 1, 1),
                "unreadable-file",
                f"{path} is {what}, and is not published",
                "put the file or folder itself there",
            )

    def _read(self, path: str) -> tuple[Line, ...] | None:
        why = self.refusal(path)
        if why:
            self.add(
                Place(path, 1, 1), "unreadable-file", f"{path} cannot be read: {why}", "put a plain file in its place"
            )
            return None
        try:
            data = _bytes_of(f"{self.root}/{path}")
        except OSError as error:
            self.add(Place(path, 1, 1), "unreadable-file", f"{path} cannot be read: {error.strerror}")
            return None
        if len(data) > MOST_BYTES:
            self.add(
                Place(path, 1, 1),
                "unreadable-file",
                f"{path} is larger than {MOST_BYTES // 1_000_000} MB and was not read",
                "an agreement is text: put articles and annexes in files of their own",
            )
            return None
        self.hashes[path] = _sha256(data)
        return self._decode(path, data)

    def _decode(self, path: str, data: bytes) -> tuple[Line, ...]:
        data = data.removeprefix(b"\xef\xbb\xbf")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("utf-8", "replace")
            line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
            self.add(
                Place(path, line, column),
                "unreadable-text",
                f"byte {data[error.start]:#04x} is not UTF-8",
                "save the file as UTF-8",
            )
            text = data.decode("utf-8", "replace")
        # Only these end a line: an editor counts no others, and our line numbers must be the editor's.
        raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines = tuple(map(Line, raw, repeat(path), count(1)))
        if _WATCHED.search(data.translate(None, _ORDINARY).decode("utf-8", "replace")):
            for line_ in lines:
                if found := _misleading(line_.text):
                    self.add(line_.at(found[0]), "misleading-character", *found[1:])
        return lines


def not_plain(root: Path, folder: str) -> Iterator[tuple[str, str]]:
    """What stands below ``folder`` of ``root`` (or in its place) and is neither plain file nor folder: path, and what
    it is."""
    try:
        mode = os.lstat(root / folder).st_mode
    except OSError:
        return
    if stat.S_ISDIR(mode):
        for name in sorted(os.listdir(root / folder)):
            yield from not_plain(root, f"{folder}/{name}")
    elif not stat.S_ISREG(mode):
        yield folder, "a link" if stat.S_ISLNK(mode) else "no file"


def _sha256(data: bytes) -> str:
    """The hash of ``data``, however its lines end: git writes other ends on Windows than were committed."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def _bytes_of(path: str) -> bytes:
    """The bytes of a file, one more than ``MOST_BYTES`` at most. Asked for no more than there is: the room for what is
    asked is made before it is known how little of it is needed.
    """
    with open(path, "rb") as stream:
        return stream.read(min(os.fstat(stream.fileno()).st_size, MOST_BYTES) + 1)
