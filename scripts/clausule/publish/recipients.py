"""To whom a letter goes, and who got it: a list of addresses, and a memory on this machine that is never published."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from clausule.disk.lock import take
from clausule.model.lookup import AuthoringError
from clausule.model.similarity import visible

# What every mail server takes (RFC 5321): a dot-atom, and a name of a machine with a point. No quotes and no brackets.
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]"
)
_LONGEST, _LOCAL, _MOST_SHOWN = 254, 64, 10
SENT, REFUSED, TRYING = "+", "-", "?"


def is_address(words: str) -> bool:
    """Whether ``words`` is an e-mail address that every server takes."""
    return bool(_ADDRESS.fullmatch(words)) and len(words) <= _LONGEST and words.index("@") <= _LOCAL


def read_recipients(text: str, name: str) -> tuple[str, ...]:
    """The addresses in ``text``, one a line; a line that is empty or begins with ``#`` counts for nothing, and who
    stands there twice gets one letter. Raises ``AuthoringError``, with the lines of the file ``name``, where one is no
    address, and where there is none."""
    found: dict[str, str] = {}
    faults = []
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        if is_address(words):
            found.setdefault(words.casefold(), words)
        else:
            faults.append(f"{name}:{number}: '{visible(words)[:80]}' is no e-mail address")
    if faults:
        more = len(faults) - _MOST_SHOWN
        rows = "; ".join(faults[:_MOST_SHOWN]) + (f"; and {more} more" if more > 0 else "")
        raise AuthoringError(f"{rows}. Write one address a line, and nothing else. Nothing was sent.")
    if not found:
        raise AuthoringError(f"{name} holds no address. Write one a line. Nothing was sent.")
    return tuple(found.values())


class Delivery:
    """What became of one letter, by recipient: a file that grows by a line for each step, and holds no address.

    Before a message is handed over it says so, and after it what the server answered: so who got it is known after any
    end, and where that cannot be known that is known too.
    """

    def __init__(self, folder: Path, name: str, sha256: str, secret: str = "") -> None:
        self.path, self.name = folder / f"{name}-{sha256[:16]}.txt", name
        self.sha256, self.secret = sha256, secret
        self.states: dict[str, str] = {}
        self.reread()

    def reread(self) -> None:
        """Takes up what stands in the file now."""
        self.states = dict(_lines(self.path))

    def key(self, address: str) -> str:
        """By what an address is known; another letter, or another ``secret``, knows it by something else."""
        words = f"{self.sha256} {address.casefold()}".encode()
        return hmac.new(self.secret.encode(), words, hashlib.sha256).hexdigest()

    def text(self, addresses: Iterable[str] = (), state: str = "") -> str:
        """What is known, as the file has it; of ``addresses`` that nothing else is known of but ``SENT``, ``state``."""
        states = self.states | {self.key(one): state for one in addresses if self.state(one) != SENT}
        return "".join(f"{found} {key}\n" for key, found in states.items())

    def state(self, address: str) -> str:
        """``SENT``, ``REFUSED``, ``TRYING`` (nobody knows whether it was taken), or nothing."""
        return self.states.get(self.key(address), "")

    def note(self, file: BinaryIO, address: str, state: str) -> None:
        """Writes it down before anything else happens."""
        self.states[self.key(address)] = state
        file.write(f"{state} {self.key(address)}\n".encode())
        file.flush()
        os.fsync(file.fileno())

    def sent_of_others(self) -> int:
        """How many messages with another letter of the same announcement were taken."""
        found = self.path.parent.glob(f"{self.name}-{'[0-9a-f]' * 16}.txt")
        others = [path for path in found if path != self.path]
        return sum(state == SENT for path in others for state in dict(_lines(path)).values())

    @contextmanager
    def held(self) -> Iterator[BinaryIO]:
        """The file to write to, for one process at a time. Raises ``AuthoringError`` while another sends it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with open(self.path.with_suffix(".lock"), "ab") as lock:
            if not take(lock):
                raise AuthoringError("this letter is being sent by another run. Wait for it to end. Nothing was sent.")
            with open(self.path, "ab") as file:
                if file.tell() and not self.path.read_bytes().endswith(b"\n"):
                    file.write(b"\n")  # a line that a full disk cut off is none
                self.states = dict(_lines(self.path))
                yield file


def _lines(path: Path) -> Iterable[tuple[str, str]]:
    if not path.is_file():
        return
    for line in path.read_bytes().decode("ascii", "replace").splitlines():
        if match := re.fullmatch(r"([+?-]) ([0-9a-f]{64})", line):
            yield match[2], match[1]
