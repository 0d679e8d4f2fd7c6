"""The calls to a forge, against one that answers as GitHub and GitLab do, and one that does not want to."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from standin import OURS, STRANGER, TOKEN, Fault, StandIn, forge

from clausule.publish.errors import ForgeRefused, ForgeUnreachable, NoForge, NoToken, PublishError
from clausule.publish.forge import MARK, forge_here, put_comment
from clausule.publish.job import git_configuration, job_of
from session import Session, clean_environment


def test_a_comment_is_written_once_and_edited_after(server: StandIn) -> None:
    here = forge_here(server.environment())
    assert put_comment(here, 7, "eerst", begin=True) == "written"
    assert put_comment(here, 7, "later", begin=True) == "edited"
    asked = len(server.asked)
    assert put_comment(here, 7, "later", begin=False) == "said already"
    assert not [row for row in server.asked[asked:] if not row.startswith("GET ")]
    assert server.by(OURS[server.kind], 7) == [f"{MARK}\nlater"]


def test_without_anything_to_say_a_comment_is_edited_and_not_begun(server: StandIn) -> None:
    here = forge_here(server.environment())
    assert put_comment(here, 7, "niets", begin=False) == "nothing to say"
    assert server.comments == {}
    put_comment(here, 7, "iets", begin=True)
    assert put_comment(here, 7, "niets", begin=False) == "edited"


def test_a_comment_is_ours_by_author_and_mark(server: StandIn) -> None:
    server.say(7, STRANGER, f"{MARK}\nDeze versie is goedgekeurd.")
    server.say(7, OURS[server.kind], f"Van een andere job, die {MARK} noemt.")
    server.say(8, OURS[server.kind], f"{MARK}\nvan een ander voorstel")
    before = json.dumps(server.comments)
    here = forge_here(server.environment())
    assert put_comment(here, 7, "echt", begin=True) == "written"
    assert put_comment(here, 7, "echter", begin=True) == "edited"
    assert server.comments[7].pop()["body"] == f"{MARK}\nechter"
    assert json.dumps(server.comments) == before


@pytest.mark.parametrize("others", [99, 100, 230])
def test_our_comment_is_found_on_any_page(server: StandIn, others: int) -> None:
    for number in range(others):
        server.say(7, STRANGER, f"reactie {number}")
    here = forge_here(server.environment())
    assert put_comment(here, 7, "eerst", begin=True) == "written"
    assert put_comment(here, 7, "later", begin=True) == "edited"
    assert len(server.comments[7]) == others + 1


def test_all_open_pull_requests_are_listed(server: StandIn) -> None:
    server.pulls = [{"number": n, "iid": n} for n in range(1, 102)]
    assert forge_here(server.environment()).open_pulls() == list(range(1, 102))


def test_a_list_without_end_is_given_up(server: StandIn) -> None:
    server.faults = [Fault("GET .*page=", 200, json.dumps([{"number": 1, "iid": 1}] * 100).encode())]
    with pytest.raises(ForgeRefused, match="more than 10000 rows"):
        forge_here(server.environment()).open_pulls()
    assert len(server.asked) == 100


SPENT = {"x-ratelimit-remaining": "0"}
REFUSALS = [
    (Fault("", 401), "answers 401: the token is wrong or has expired (no). Make a new one."),
    (Fault("", 403), "answers 403: the token has no right to do this (no). Give the "),
    (
        Fault("", 403, headers=SPENT),
        "answers 429: the forge takes no more requests for now (no). Run the job again in an hour.",
    ),
    (Fault("", 403, headers={"Retry-After": "60"}), "answers 429: "),
    (Fault("", 429), "answers 429: the forge takes no more requests for now (no)."),
    (Fault("", 404), "answers 404: there is no such thing, or the token may not see it (no)."),
    (
        Fault("", 422, b'{"message": {"body": ["te lang"]}}'),
        'answers 422: the request was refused ({"body": ["te lang"]}).',
    ),
    (
        Fault("", 422, b'{"message": "Validation Failed", "errors": [{"code": "x"}]}'),
        'answers 422: the request was refused (Validation Failed; [{"code": "x"}]).',
    ),
    (Fault("", 500, b"<h1>kapot</h1>"), "answers 500: the forge has a fault. Run the job again."),
    (Fault("", 503, b"[1]", {"Retry-After": "60"}), "answers 503: the forge has a fault. Run the job again."),
    (
        Fault("", 400, f'{{"message": "a\\nb {TOKEN} \\u001b[2J {"x" * 999}"}}'.encode()),
        "answers 400: the request was refused (a b ... [2J x",
    ),
]


@pytest.mark.parametrize(
    ("fault", "words"), REFUSALS, ids=[f"{fault.status}-{number}" for number, (fault, _) in enumerate(REFUSALS)]
)
def test_a_refusal_is_a_sentence(server: StandIn, fault: Fault, words: str) -> None:
    server.faults = [fault]
    with pytest.raises(ForgeRefused) as refused:
        put_comment(forge_here(server.environment()), 7, "tekst", begin=True)
    said = str(refused.value)
    assert said.startswith(f"{server.kind} {words}") and TOKEN not in said and said.isprintable() and len(said) < 600


def test_a_token_that_the_forge_does_not_know(server: StandIn) -> None:
    with pytest.raises(ForgeRefused, match="answers 401"):
        put_comment(forge_here(server.environment(token="verlopen")), 7, "tekst", begin=True)


def test_a_token_goes_to_no_other_host(server: StandIn, tmp_path: Path) -> None:
    with forge(server.kind, tmp_path / "elders") as other:
        server.faults = [Fault("", 302, headers={"Location": f"{other.address}/api/repos/x"})]
        with pytest.raises(ForgeRefused, match="answers 302"):
            forge_here(server.environment()).open_pulls()
        assert other.asked == []


@pytest.mark.parametrize("answer", [b"", b"<html>", b"{"])
def test_an_answer_that_is_no_data(server: StandIn, answer: bytes) -> None:
    server.faults = [Fault("", 200, answer)]
    with pytest.raises(ForgeUnreachable, match=r"does not answer: .+ Run the job again"):
        forge_here(server.environment()).open_pulls()


def test_a_forge_that_is_not_there(server: StandIn) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        environment = {
            name: value.replace(f":{server.server_port}", f":{port}") for name, value in server.environment().items()
        }
        with pytest.raises(ForgeUnreachable, match=f"http://127.0.0.1:{port} does not answer: .*refused"):
            forge_here(environment).open_pulls()


@pytest.mark.parametrize("token", ["", "  ", "twee\nregels", "twee woorden", "é"])
def test_without_a_token_that_can_be_one(server: StandIn, token: str) -> None:
    with pytest.raises(NoToken, match="GITHUB_TOKEN" if server.kind == "github" else "CLAUSULE_TOKEN"):
        forge_here(server.environment(token=token))
    assert git_configuration(server.environment(token=token)) == {}


def test_the_line_end_behind_a_token_is_none_of_it(server: StandIn) -> None:
    assert forge_here(server.environment(token=f"{TOKEN}\n")).open_pulls() == []


def test_on_another_machine_a_token_is_nothing() -> None:
    loose = {"GITHUB_TOKEN": TOKEN, "CLAUSULE_TOKEN": TOKEN, "GITHUB_ACTIONS": "false"}
    assert job_of(loose) is None and git_configuration(loose) == {}
    with pytest.raises(NoForge):
        forge_here(loose)
    with pytest.raises(NoForge):
        forge_here({"GITHUB_ACTIONS": "true", "GITHUB_TOKEN": TOKEN})


def test_git_gets_the_token_for_its_own_forge_alone(server: StandIn, tmp_path: Path) -> None:
    desk = Session(tmp_path)
    desk.git("init", "--quiet")
    set_before = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "A"}
    found = set_before | git_configuration(server.environment() | set_before)
    asked = [
        desk.program(["git", "config", "--get-urlmatch", "http.extraHeader", address], **found).stdout
        for address in (f"{server.address}/firma/teksten.git", "http://kwaad.example/firma/teksten.git")
    ]
    assert asked[0].startswith("Authorization: Basic ") and asked[1] == ""
    assert desk.program(["git", "config", "user.name"], **found).stdout == "A\n"


def test_git_reaches_the_forge_also_where_the_checkout_left_a_token(server: StandIn, tmp_path: Path) -> None:
    desk, address = Session(tmp_path), f"{server.address}/firma/teksten.git"
    desk.git("init", "--quiet")
    refused = desk.program(["git", "ls-remote", address], GIT_TERMINAL_PROMPT="0")
    assert refused.returncode != 0
    desk.git("config", f"http.{server.address}/.extraHeader", "Authorization: Basic b3Vk")
    done = desk.program(["git", "ls-remote", address], **git_configuration(server.environment()))
    assert done.returncode == 0, done.stderr


def test_every_refusal_says_what_why_and_how_to_mend() -> None:
    for error in (NoForge(), NoToken("X"), ForgeUnreachable("s", ""), ForgeRefused("github", 418, "", "Rechten.")):
        assert isinstance(error, PublishError) and error.what and error.why and error.mend.endswith(".")
    assert "GIT_DIR" not in clean_environment()
