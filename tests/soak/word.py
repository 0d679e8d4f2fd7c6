"""Redlines in Word of two editions that are drawn by chance: accepted they are the new one and refused the old one, as
they are made, and as LibreOffice saves them where it is there."""

from __future__ import annotations

import random
from pathlib import Path

from clausule.formats.word_redline import word_comparison
from clausule.model.canonical import canonical
from clausule.read.house import House
from word_changes import accepted, body_of, refused
from word_office import converted, drawn_pair, has_writer, lines_of

PAIRS = 20


class Words:
    """A round is twenty pairs, which LibreOffice opens in one go."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random, self.count, self.rounds = root, random.Random(seed), 0, 0

    def round(self) -> str:
        """One round; what it was. Raises ``AssertionError`` with the pair that lost a word."""
        self.rounds += 1
        pairs = {f"pair-{number}": drawn_pair(self.random) for number in range(PAIRS)}
        files = {name: word_comparison(agreement, old, new, House()) for name, (agreement, old, new) in pairs.items()}
        every = [files, converted(self.root / str(self.rounds), files, "docx")] if has_writer() else [files]
        for kind, found in enumerate(every):
            for name, data in found.items():
                agreement, old, new = pairs[name]
                body = body_of(data)
                for side, edition in ((accepted(body), new), (refused(body), old)):
                    words = [canonical(line) for line in side if line]
                    assert words == lines_of(agreement, edition), f"{name} of round {self.rounds}, saved {kind} times"
        self.count += PAIRS
        return f"{PAIRS} pairs, {'saved by LibreOffice too' if has_writer() else 'as they are made'}"
