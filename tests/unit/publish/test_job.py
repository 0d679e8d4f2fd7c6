"""Who a job is, and what git is told of it."""

from __future__ import annotations

import base64

import pytest

from clausule.publish.forge import MARK, Comment, Forge, put_comment
from clausule.publish.job import Job, git_configuration, job_of
from clausule.publish.propose import branch_of

GITHUB = {
    "GITHUB_ACTIONS": "true",
    "GITHUB_API_URL": "https://api.forge.example/",
    "GITHUB_SERVER_URL": "https://forge.example",
    "GITHUB_REPOSITORY": "firma/teksten",
    "GITHUB_REF_NAME": "main",
    "GITHUB_TOKEN": "geheim\n",
}
GITLAB = {
    "GITLAB_CI": "true",
    "CI_API_V4_URL": "https://forge.example/api/v4",
    "CI_SERVER_URL": "https://forge.example/",
    "CI_PROJECT_PATH": "groep/firma/teksten",
    "CI_COMMIT_REF_NAME": "voorstel",
    "CLAUSULE_TOKEN": "geheim",
}


def test_a_job_is_what_its_environment_says() -> None:
    one, other = job_of(GITHUB), job_of(GITLAB)
    assert one == Job(
        forge="github",
        api="https://api.forge.example",
        server="https://forge.example",
        project="firma/teksten",
        branch="main",
        token="geheim",
    )
    assert one and one.remote == "https://forge.example/firma/teksten.git"
    assert other and (other.forge, other.branch, other.remote) == (
        "gitlab",
        "voorstel",
        "https://forge.example/groep/firma/teksten.git",
    )


@pytest.mark.parametrize("environment", [GITHUB | {"GITHUB_ACTIONS": ""}, GITLAB | {"GITLAB_CI": "false"}, {}])
def test_no_job_has_no_token(environment: dict[str, str]) -> None:
    assert job_of(environment) is None and git_configuration(environment) == {}


@pytest.mark.parametrize("token", ["", "twee\nregels", "twee woorden", "\x7f", "é"])
def test_what_no_header_can_hold_is_no_token(token: str) -> None:
    job = job_of(GITHUB | {"GITHUB_TOKEN": token})
    assert job and job.token == "" and git_configuration(GITHUB | {"GITHUB_TOKEN": token}) == {}


@pytest.mark.parametrize(("environment", "user"), [(GITHUB, "x-access-token"), (GITLAB, "oauth2")])
def test_git_is_told_behind_what_it_knows(environment: dict[str, str], user: str) -> None:
    header = f"Authorization: Basic {base64.b64encode(f'{user}:geheim'.encode()).decode()}"
    name = "http.https://forge.example/.extraHeader"
    assert git_configuration(environment) == {
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": name,
        "GIT_CONFIG_VALUE_0": "",
        "GIT_CONFIG_KEY_1": name,
        "GIT_CONFIG_VALUE_1": header,
    }
    told = git_configuration(environment | {"GIT_CONFIG_COUNT": "3"})
    assert told["GIT_CONFIG_COUNT"] == "5" and told["GIT_CONFIG_VALUE_4"] == header and "GIT_CONFIG_KEY_2" not in told


class Board(Forge):
    """A pull request with comments, and what was done to it."""

    def __init__(self, *comments: Comment) -> None:
        self.held, self.done = comments, list[object]()

    def own_name(self) -> str:
        return "wij"

    def comments(self, number: int) -> object:  # type: ignore[override]
        return iter(self.held)

    def add_comment(self, number: int, body: str) -> None:
        self.done.append((number, body))

    def edit_comment(self, number: int, comment: int, body: str) -> None:
        self.done.append((number, comment, body))


OTHERS = (Comment(1, "iemand", f"{MARK}\nvals"), Comment(2, "wij", f"Over {MARK}"))
MINE, LATER = Comment(3, "wij", f"{MARK}\noud\n"), Comment(4, "wij", f"{MARK}\nnog een")


@pytest.mark.parametrize(
    ("comments", "text", "begin", "said", "done"),
    [
        (OTHERS, "nieuw", True, "written", [(7, f"{MARK}\nnieuw")]),
        (OTHERS, "niets", False, "nothing to say", []),
        ((*OTHERS, MINE, LATER), "nieuw", True, "edited", [(7, 3, f"{MARK}\nnieuw")]),
        ((*OTHERS, MINE), "niets", False, "edited", [(7, 3, f"{MARK}\nniets")]),
        ((*OTHERS, MINE), "oud", True, "said already", []),
    ],
)
def test_a_comment_is_ours_by_author_and_mark(
    comments: tuple[Comment, ...], text: str, begin: bool, said: str, done: list[object]
) -> None:
    board = Board(*comments)
    assert put_comment(board, 7, text, begin=begin) == said
    assert board.done == done


@pytest.mark.parametrize(
    ("title", "branch"),
    [("Freeze mickcom 1.6", "freeze-mickcom-1-6"), ("--x..y.lock/~^:?*[\\é@{", "x-y-lock"), ("a" * 99, "a" * 80)],
)
def test_a_branch_is_letters_digits_and_hyphens(title: str, branch: str) -> None:
    assert branch_of(title) == f"clausule/{branch}"
