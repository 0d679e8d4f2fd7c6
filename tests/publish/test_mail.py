"""Letters to a mail server: one for each recipient, and to nobody twice, whatever the server does."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from clausule.model.lookup import AuthoringError
from clausule.publish.git import Git
from clausule.publish.kept import BRANCH, Kept
from clausule.publish.mail import MailFailed, Outcome, Server, send_letters, server_at
from clausule.publish.recipients import REFUSED, SENT, TRYING, Delivery
from mail_server import Post, mail_server

THREE = ("a@x.example", "b@x.example", "c@x.example")
SENDER = "avg@firma.example"
SHA = "0" * 64


@pytest.fixture
def post() -> Iterator[Post]:
    with mail_server(Post()) as running:
        yield running


def delivery(folder: Path, sha256: str = SHA) -> Delivery:
    return Delivery(folder, "proef-wolk", sha256)


def letter(recipient: str) -> bytes:
    return f"To: {recipient}\r\n\r\n.punt\r\nGeachte klant\r\n".encode()


def send(
    post: Post, folder: Path, recipients: tuple[str, ...] = THREE, *, again: bool = False, host: str = "127.0.0.1"
) -> Outcome:
    user, password = post.login or ("", "")
    server = Server(host=host, port=post.port, user=user, password=password)
    return send_letters(server, SENDER, recipients, letter, delivery(folder), again=again)


def test_each_gets_a_message_of_his_own_as_it_was_made(post: Post, tmp_path: Path) -> None:
    outcome = send(post, tmp_path)
    assert outcome == Outcome(sent=list(THREE))
    assert post.arrived == [(SENDER, one, letter(one)) for one in THREE]
    assert post.seen[0] == "ehlo firma.example" and post.seen[-1] == "quit"
    assert post.seen.count("ehlo firma.example") == 1


def test_a_second_run_sends_nothing(post: Post, tmp_path: Path) -> None:
    send(post, tmp_path)
    assert send(post, tmp_path, ("A@X.example", *THREE)) == Outcome(before=["A@X.example", *THREE])
    assert post.recipients == list(THREE)


def test_another_letter_goes_to_all(post: Post, tmp_path: Path) -> None:
    send(post, tmp_path)
    other = delivery(tmp_path, "1" * 64)
    assert other.sent_of_others() == 3 and delivery(tmp_path).sent_of_others() == 0
    assert not any(other.state(one) for one in THREE)


def test_the_memory_holds_no_address(post: Post, tmp_path: Path) -> None:
    send(post, tmp_path)
    kept = "".join(path.read_text() for path in tmp_path.iterdir() if path.suffix == ".txt")
    assert kept and "example" not in kept and "@" not in kept


@pytest.mark.parametrize("at", ["RCPT TO:<b@", "DATA:b@x.example"])
def test_who_is_refused_holds_up_nobody_and_is_tried_again(post: Post, tmp_path: Path, at: str) -> None:
    post.answers[at] = "550 onbekend\x07 hier"
    outcome = send(post, tmp_path)
    assert outcome.sent == ["a@x.example", "c@x.example"] and outcome.refused == [("b@x.example", "550 onbekend hier")]
    assert delivery(tmp_path).state("b@x.example") == REFUSED
    post.answers.clear()
    assert send(post, tmp_path) == Outcome(sent=["b@x.example"], before=["a@x.example", "c@x.example"])
    assert sorted(post.recipients) == list(THREE)


@pytest.mark.parametrize(("answer", "arrived"), [("take and die", ["a@", "b@"]), ("die", ["a@"])])
def test_of_whom_it_is_not_known_he_gets_it_only_when_asked_for(
    post: Post, tmp_path: Path, answer: str, arrived: list[str]
) -> None:
    post.answers["DATA:b@x.example"] = answer
    with pytest.raises(MailFailed, match=r"1 have the letter, 2 are left.* nobody gets the letter twice"):
        send(post, tmp_path)
    assert [one[:2] for one in post.recipients] == arrived
    assert [delivery(tmp_path).state(one) for one in THREE] == [SENT, TRYING, ""]
    post.answers.clear()
    outcome = send(post, tmp_path)
    assert outcome == Outcome(sent=["c@x.example"], unknown=["b@x.example"], before=["a@x.example"])
    assert send(post, tmp_path, again=True).sent == ["b@x.example"]
    assert send(post, tmp_path, again=True) == Outcome(before=list(THREE))


def test_a_line_that_is_closed_between_two_messages_is_made_anew(post: Post, tmp_path: Path) -> None:
    post.most = 1
    assert send(post, tmp_path) == Outcome(sent=list(THREE))
    assert post.recipients == list(THREE)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"ehlo": "die"}, "cannot be used"),
        ({"MAIL": "530 eerst aanmelden"}, "it says 530 eerst aanmelden"),
        ({"RCPT TO:<a@": "421 vol"}, "it says 421 vol"),
    ],
)
def test_a_server_that_takes_nothing_leaves_all_to_send(
    post: Post, tmp_path: Path, answers: dict[str, str], words: str
) -> None:
    post.answers |= answers
    with pytest.raises(MailFailed, match=words):
        send(post, tmp_path)
    assert not post.arrived and not any(delivery(tmp_path).state(one) for one in THREE)


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with mail_server(Post()) as gone:
        pass
    with pytest.raises(MailFailed, match="0 have the letter, 3 are left"):
        send(gone, tmp_path)


def test_a_login_goes_with_it_and_a_wrong_one_is_not_repeated(tmp_path: Path) -> None:
    with mail_server(Post(login=("jan", "geheim"))) as post:
        assert send(post, tmp_path).sent == list(THREE)
        server = Server(host="127.0.0.1", port=post.port, user="jan", password="verkeerd")
        with pytest.raises(MailFailed, match="refuses the login") as raised:
            send_letters(server, SENDER, ("d@x.example",), letter, delivery(tmp_path))
        assert "verkeerd" not in f"{raised.value}{server!r}"


def test_without_tls_nothing_leaves_the_machine(post: Post, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausule.publish.mail._HERE", ())
    with pytest.raises(MailFailed, match="it offers no TLS"):
        send(post, tmp_path)
    assert [words.split(" ")[0] for words in post.seen] == ["ehlo"]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate of localhost, signed by itself."""
    if not shutil.which("openssl"):
        pytest.skip("openssl makes the certificate")
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject, "-keyout", file, "-out", f"{file}.crt"],
        check=True,
        capture_output=True,
    )
    file.write_bytes(file.read_bytes() + Path(f"{file}.crt").read_bytes())
    return file


def test_tls_begins_before_anything_is_said(certificate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausule.publish.mail._HERE", ())
    with mail_server(Post(certificate=certificate, login=("jan", "geheim"))) as post:
        with pytest.raises(MailFailed, match="TLS failed: CERTIFICATE_VERIFY_FAILED"):
            send(post, tmp_path, host="localhost")
        assert not post.arrived and not any(word.startswith("AUTH") for word in post.seen)
        post.seen.clear()
        monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
        assert send(post, tmp_path, host="localhost").sent == list(THREE)
        verbs = [words.split(" ")[0].upper() for words in post.seen]
        assert verbs[:5] == ["EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL"]


def test_two_runs_at_once_do_not_send_side_by_side(post: Post, tmp_path: Path) -> None:
    with delivery(tmp_path).held(), pytest.raises(AuthoringError, match="being sent by another run"):
        send(post, tmp_path)
    assert not post.seen


def test_a_line_that_was_cut_off_counts_for_nothing(post: Post, tmp_path: Path) -> None:
    send(post, tmp_path, THREE[:1])
    path = delivery(tmp_path).path
    path.write_bytes(path.read_bytes() + b"+ 0123")
    assert send(post, tmp_path) == Outcome(sent=["b@x.example", "c@x.example"], before=["a@x.example"])
    assert [delivery(tmp_path).state(one) for one in THREE] == [SENT] * 3


@pytest.mark.parametrize("address", ["mail.example.org", "mail:0", "mail:65536", "a b:25", "mail:", ":25", "m:25:25"])
def test_what_is_no_server(address: str) -> None:
    with pytest.raises(AuthoringError, match="is no mail server"):
        server_at(address, {})


def test_a_server_with_its_login() -> None:
    login = {"CLAUSULE_SMTP_USER": "jan", "CLAUSULE_SMTP_PASSWORD": "geheim"}
    assert server_at("mail.example.org:587", login) == Server(
        host="mail.example.org", port=587, user="jan", password="geheim"
    )
    assert server_at("[::1]:25", {}) == Server(host="::1", port=25)
    with pytest.raises(AuthoringError, match="one of them is empty"):
        server_at("mail.example.org:587", {"CLAUSULE_SMTP_USER": "jan"})


def test_a_machine_that_is_thrown_away_leaves_who_got_it_on_a_branch(tmp_path: Path) -> None:
    for name in ("bare", "desk"):
        subprocess.run(["git", "init", "-q", *(["--bare"] if name == "bare" else []), tmp_path / name], check=True)
    git, remote = Git(tmp_path / "desk"), str(tmp_path / "bare")

    def machine(name: str) -> tuple[Kept, Delivery]:
        found = Delivery(tmp_path / name, "proef-wolk", SHA, "sleutel")
        kept = Kept(git, remote)
        kept.fetch(found)
        return kept, found

    kept, first = machine("een")
    kept.push(first, first.text(THREE, TRYING))
    _, second = machine("twee")  # the first is gone: nobody knows who got it
    assert [second.state(one) for one in THREE] == [TRYING] * 3
    with first.held() as file:
        first.note(file, THREE[0], SENT)
    kept.push(first, first.text())
    kept, third = machine("drie")
    assert [third.state(one) for one in THREE] == [SENT, "", ""]
    assert third.text(THREE, TRYING).count("?") == 2
    stale, other = machine("vier")
    kept.push(third, third.text(THREE, TRYING))
    with pytest.raises(AuthoringError, match="another run is sending"):
        stale.push(other, other.text())
    words = git.run("log", "-p", kept.tip or "")
    assert SENT in words and "example" not in words and git.remote_tip(remote, BRANCH) == kept.tip
    assert third.key(THREE[0]) in words
    assert (
        Delivery(tmp_path / "vijf", "proef-wolk", SHA).key(THREE[0]) not in words
    )  # not to be guessed without the key
