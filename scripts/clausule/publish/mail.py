"""Letters to a mail server (SMTP), one for each recipient, each to be sent once."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from clausule.model.lookup import AuthoringError
from clausule.publish.errors import PublishError
from clausule.publish.recipients import REFUSED, SENT, TRYING, Delivery

USER, PASSWORD = "CLAUSULE_SMTP_USER", "CLAUSULE_SMTP_PASSWORD"
"""The environment variables with the login."""
_IMPLICIT_TLS = 465
_SECONDS = 60
_HERE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A mail server, and the login to it where it wants one."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        return f"{self.host}:{self.port}"


def server_at(address: str, environment: Mapping[str, str]) -> Server:
    """The server at ``HOST:PORT``, with the login of the environment. Raises ``AuthoringError``."""
    match = re.fullmatch(r"(?:\[([0-9A-Fa-f:]+)\]|([A-Za-z0-9.-]+)):([0-9]{1,5})", address)
    if not match or not 0 < int(match[3]) < 65536:
        raise AuthoringError(f"'{address}' is no mail server. Write its name and port: --smtp mail.example.org:587")
    user, password = environment.get(USER, ""), environment.get(PASSWORD, "")
    if bool(user) != bool(password):
        raise AuthoringError(f"a login is two environment variables, {USER} and {PASSWORD}, and one of them is empty.")
    return Server(host=match[1] or match[2], port=int(match[3]), user=user, password=password)


class MailFailed(PublishError):
    """The server could not be used, or went away; what was taken stays known."""

    def __init__(self, server: Server, said: object, done: int, left: int) -> None:
        taken = f"{done} have the letter, {left} are left"
        super().__init__(
            f"the mail server {server.name} cannot be used",
            f"{' '.join(str(said).split()).rstrip('.') or 'it hung up'}; {taken}",
            "Run the command again when that is mended: nobody gets the letter twice.",
        )


@dataclass(slots=True)
class Outcome:
    """Who got the letter, whom the server refused (and its words), of whom nobody knows, and who had it already."""

    sent: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)


def send_letters(
    server: Server,
    sender: str,
    recipients: Sequence[str],
    letter: Callable[[str], bytes],
    delivery: Delivery,
    *,
    again: bool = False,
) -> Outcome:
    """Sends ``letter`` of each recipient to him alone, and notes what became of it in ``delivery``.

    Who had it gets no other. Of whom it is not known (the server went away while it took the message), he gets none
    either, unless ``again``. Raises ``MailFailed`` when the server cannot be used any longer.
    """
    outcome = Outcome()
    with delivery.held() as file:
        todo = []
        for one in recipients:
            state = delivery.state(one)
            if state == SENT:
                outcome.before.append(one)
            elif state == TRYING and not again:
                outcome.unknown.append(one)
            else:
                todo.append(one)
        line = _Line(server, sender)
        try:
            for one in todo:
                if refusal := line.offer(one):
                    delivery.note(file, one, REFUSED)
                    outcome.refused.append((one, refusal))
                    continue
                delivery.note(file, one, TRYING)
                if refusal := line.hand_over(letter(one)):
                    delivery.note(file, one, REFUSED)
                    outcome.refused.append((one, refusal))
                else:
                    delivery.note(file, one, SENT)
                    outcome.sent.append(one)
        except (OSError, smtplib.SMTPException, ValueError) as error:
            done = len(outcome.before) + len(outcome.sent)
            raise MailFailed(server, _said(error), done, len(recipients) - done) from error
        finally:
            line.close()
    return outcome


class _Line:
    """A connection to the server. One that the server closed between two messages is made anew, once for each."""

    def __init__(self, server: Server, sender: str) -> None:
        self.server, self.sender = server, sender
        self.smtp: smtplib.SMTP | None = None

    def offer(self, recipient: str) -> str:
        """Names sender and recipient; what the server says when it refuses him."""
        was_open = self.smtp is not None
        try:
            return self._offer(recipient)
        except (smtplib.SMTPServerDisconnected, ConnectionError):
            if not was_open:
                raise
            self.close()
            return self._offer(recipient)

    def _offer(self, recipient: str) -> str:
        smtp = self.smtp = self.smtp or self._connect()
        code, said = smtp.mail(self.sender)
        if code != 250:
            raise smtplib.SMTPSenderRefused(code, said, self.sender)
        code, said = smtp.rcpt(recipient)
        if code in (250, 251):
            return ""
        self._stop_at(code, said)
        smtp.rset()
        return f"{code} {_words(said)}"

    def hand_over(self, message: bytes) -> str:
        """The message itself; what the server says when it refuses it."""
        assert self.smtp
        try:
            code, said = self.smtp.data(message)
        except smtplib.SMTPDataError as error:
            code, said = error.smtp_code, error.smtp_error if isinstance(error.smtp_error, bytes) else b""
        if code == 250:
            return ""
        self._stop_at(code, said)
        self.smtp.rset()
        return f"{code} {_words(said)}"

    def _stop_at(self, code: int, said: bytes) -> None:
        if code == 421:  # it closes the line (RFC 5321, 3.8)
            raise smtplib.SMTPResponseException(code, said)

    def _connect(self) -> smtplib.SMTP:
        server, own_name = self.server, self.sender.rpartition("@")[2]
        context = ssl.create_default_context()
        if server.port == _IMPLICIT_TLS:
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, own_name, timeout=_SECONDS, context=context)
        else:
            smtp = smtplib.SMTP(server.host, server.port, own_name, timeout=_SECONDS)
        try:
            smtp.ehlo_or_helo_if_needed()
            if server.port != _IMPLICIT_TLS and smtp.has_extn("starttls"):
                smtp.starttls(context=context)
                smtp.ehlo()
            elif server.port != _IMPLICIT_TLS and server.host not in _HERE:
                raise smtplib.SMTPNotSupportedError("it offers no TLS, and nothing goes to another machine without")
            if server.user:
                smtp.login(server.user, server.password)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def close(self) -> None:
        """Ends the conversation; what was taken stays taken, whatever comes of that."""
        if self.smtp:
            try:
                self.smtp.quit()
            except (OSError, smtplib.SMTPException):
                self.smtp.close()
            self.smtp = None


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"it refuses the login of {USER} ({error.smtp_code})"  # its words may repeat what was sent
    if isinstance(error, smtplib.SMTPResponseException):
        return f"it says {error.smtp_code} {_words(error.smtp_error)}"
    if isinstance(error, ssl.SSLError):
        return f"TLS failed: {error.reason or error}"
    return str(getattr(error, "strerror", None) or error)


def _words(said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:200]
