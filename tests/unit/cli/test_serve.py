"""The server of `clausule serve`: a browser that goes away is no fault, and everything else is told."""

from __future__ import annotations

import pytest

from clausule.cli.serve import Server


@pytest.mark.parametrize(
    ("fault", "told"), [(ConnectionResetError(), False), (BrokenPipeError(), False), (ValueError("wrong"), True)]
)
def test_a_browser_that_goes_away_is_no_fault(fault: Exception, told: bool, capsys: pytest.CaptureFixture[str]) -> None:
    server = object.__new__(Server)
    try:
        raise fault
    except Exception:
        server.handle_error(None, ("127.0.0.1", 1))
    assert ("wrong" in capsys.readouterr().err) == told
