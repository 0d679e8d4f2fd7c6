"""A mail server on this machine (SMTP, RFC 5321) that keeps what it takes, and can refuse or die where a test wants it.

From the standard library: what a test asks of it is dying at a moment of its choice, and no library offers that.
"""

from __future__ import annotations

import base64
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Post:
    """What arrived: sender, recipient and the message as it came. ``answers`` are replies in place of ``250``, by the
    begin of a command (``RCPT TO:<a@``) or ``DATA:a@`` for what follows a message to ``a@``: ``die`` hangs up, ``take
    and die`` does so after it kept the message. ``seen`` are all commands."""

    answers: dict[str, str] = field(default_factory=dict)
    login: tuple[str, str] | None = None
    certificate: Path | None = None
    most: int = 0  # messages on one line, before it hangs up
    arrived: list[tuple[str, str, bytes]] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def recipients(self) -> list[str]:
        return [recipient for _, recipient, _ in self.arrived]


class _Died(Exception):
    pass


class _Session(socketserver.StreamRequestHandler):
    post: Post

    def handle(self) -> None:
        self.secure, self.count = False, 0
        try:
            self.say("220 klaar")
            while line := self.rfile.readline():
                words = line.decode().strip()
                self.post.seen.append(words)
                if self.answer(words) is False:
                    return
        except (_Died, OSError):
            return

    def finish(self) -> None:
        super().finish()
        self.connection.close()  # with TLS another than the one that the server knows of

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())

    def answer(self, words: str) -> bool:
        verb = words.split(" ")[0].upper()
        for begin, reply in self.post.answers.items():
            if words.upper().startswith(begin.upper()):
                if reply == "die":
                    raise _Died
                self.say(reply)
                return not reply.startswith("421")
        if verb == "EHLO":
            offered = ["STARTTLS"] if self.post.certificate and not self.secure else []
            offered += ["AUTH PLAIN"] if self.post.login else []
            for each in ["hier", *offered]:
                self.say(f"250-{each}")
            self.say("250 SIZE 1000000")
        elif verb == "STARTTLS":
            self.say("220 begin")
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.post.certificate or "")
            self.connection = context.wrap_socket(self.connection, server_side=True)
            self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", buffering=0)
            self.secure = True
        elif verb == "AUTH":
            given = base64.b64decode(words.split(" ")[2]).decode().split("\0")[1:]
            self.say("235 welkom" if tuple(given) == self.post.login else "535 onbekend")
        elif verb == "MAIL":
            if self.post.most and self.count >= self.post.most:
                raise _Died
            self.sender = words.split("<")[1].split(">")[0]
            self.say("250 ja")
        elif verb == "RCPT":
            self.recipient = words.split("<")[1].split(">")[0]
            self.say("250 ja")
        elif verb == "DATA":
            self.say("354 stuur maar")
            self.take()
        elif verb == "QUIT":
            self.say("221 dag")
            return False
        else:
            self.say("250 ja")
        return True

    def take(self) -> None:
        message = b""
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            message += line.removeprefix(b".") if line.startswith(b"..") else line
        reply = self.post.answers.get(f"DATA:{self.recipient}", "250 ja")
        if reply in ("250 ja", "take and die"):
            self.post.arrived.append((self.sender, self.recipient, message))
            self.count += 1
        if reply in ("die", "take and die"):
            raise _Died
        self.say(reply)


@contextmanager
def mail_server(post: Post) -> Iterator[Post]:
    """Runs the server on a free port of this machine, which ``post`` then names."""
    handler = type("Session", (_Session,), {"post": post})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        post.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield post
        finally:
            server.shutdown()
            thread.join()
