"""A list of recipients: what is an address, and what an author is told of what is none."""

from __future__ import annotations

import pytest

from clausule.model.lookup import AuthoringError
from clausule.publish.recipients import is_address, read_recipients


def test_a_list_is_one_address_a_line() -> None:
    text = "# klanten\r\n\r\n jan@example.org \r\nJAN@example.org\r\no'neil+avg@sub.example.co\r\n"
    assert read_recipients(text, "x") == ("jan@example.org", "o'neil+avg@sub.example.co")


def test_what_is_no_address_is_said_with_its_line() -> None:
    with pytest.raises(AuthoringError) as raised:
        read_recipients("jan@example.org\njan\n\nJan <jan@example.org>\n", "klanten.txt")
    assert str(raised.value).startswith("klanten.txt:2: 'jan' is no e-mail address; klanten.txt:4: 'Jan <jan@")


def test_of_many_faults_ten_are_said() -> None:
    with pytest.raises(AuthoringError, match=r"x:10: '9' is .*; and 3 more\. Write one"):
        read_recipients("\n".join(map(str, range(13))), "x")


@pytest.mark.parametrize("text", ["", "\n\n", "# niemand\n"])
def test_a_list_without_an_address(text: str) -> None:
    with pytest.raises(AuthoringError, match="x holds no address"):
        read_recipients(text, "x")


@pytest.mark.parametrize(
    "words",
    [
        "jan",
        "@example.org",
        "jan@",
        "jan@localhost",
        "jan@example",
        "jan@example.1",
        "jan@@example.org",
        "jan@example..org",
        ".jan@example.org",
        "jan.@example.org",
        "jan@-example.org",
        "jan@example-.org",
        "jan@example.org, piet@example.org",
        "jan@example.org\r\nRCPT TO:<piet@example.org>",
        "jan@example.org>",
        '"jan"@example.org',
        "jan@[127.0.0.1]",
        "jän@example.org",
        "jan@exämple.org",
        "jan＠example.org",
        "a" * 65 + "@example.org",
        "a@" + "b" * 64 + ".org",
        "a@" + "b." * 126 + "org",
    ],
)
def test_no_address(words: str) -> None:
    assert not is_address(words)


def test_an_address_can_be_long() -> None:
    assert is_address("a" * 64 + "@" + "b" * 63 + ".org") and is_address("a@b.co")
