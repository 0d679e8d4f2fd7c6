"""What a template reads of data is what Jinja would give it."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from jinja2.exceptions import SecurityError

from clausule.site.templates import environment_of


def drawn(template: str, **data: Any) -> str:
    return environment_of([]).from_string(template).render(**data)


def test_a_name_of_data_is_its_value() -> None:
    assert drawn("{{ d.a }}{{ d.b is defined }}{{ d.c is none }}", d={"a": 1, "c": None}) == "1FalseTrue"


def test_a_method_of_data_comes_before_a_key_of_its_name() -> None:
    assert drawn("{% for key, value in d.items() %}{{ key }}{{ value }}{% endfor %}", d={"items": 1}) == "items1"


def test_what_is_no_data_keeps_what_it_has_inside() -> None:
    assert drawn("{{ d.__class__ is defined }}{{ e.__class__ is defined }}", d={}, e=object()) == "FalseFalse"
    with pytest.raises(SecurityError):
        drawn("{{ f() }}", f=lambda: "called")


class _Page(NamedTuple):
    meta: dict[str, str]


def test_what_speaks_asks_for_the_page_within_a_loop_too() -> None:
    macro = "{% macro said(d) %}{{ short_date(d) }}{% endmacro %}"
    template = macro + "{% for d in days %}{{ said(d) }}{{ say(' of {n};', n=d[:4]) }}{% endfor %}"
    page = _Page({"language": "nl"})
    assert drawn(template, days=["2018-05-25", "2019-01-02"], page=page) == "25-05-2018 of 2018;02-01-2019 of 2019;"
