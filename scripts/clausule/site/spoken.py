"""What a template can say: the words of the site in the language of its page. What it is handed is escaped.

A message stands in the template as it would in Python, ``{{ say("Read {edition}", edition=d.edition) }}``, and
``scripts/words`` finds it there. A sentence with HTML in it is ``filled(say(...), link=link)``; a day is
``short_date(d.day)`` or ``long_date(d.day)``, and an address is made with ``slugs()``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from clausule.language.language import DEFAULT, Language, language_of
from clausule.language.slugs import Slugs
from clausule.pages.kit.html import filled


def speaking(env: Environment) -> Environment:
    """``env``, whose templates now speak and escape."""
    env.autoescape = True
    # Words of a script as they are, in their own order.
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    env.globals |= {name: _in_language(name) for name in ("say", "say_of", "say_count")}
    env.globals |= {"slugs": _slugs, "filled": filled, "short_date": _written("short"), "long_date": _written("long")}
    return env


def _in_language(name: str) -> Callable[..., str]:
    """The method ``name`` of the language of whichever page is rendered."""

    @pass_context
    def said(context: Context, *message: Any, **values: Any) -> str:
        return str(getattr(_language(context), name)(*message, **values))

    return said


def _written(name: str) -> Callable[..., str]:
    """How that language writes a day (``2018-05-25``)."""

    @pass_context
    def written(context: Context, day: str) -> str:
        return str(getattr(_language(context).dates, name)(date.fromisoformat(day)))

    return written


@pass_context
def _slugs(context: Context) -> Slugs:
    """The words of that language in addresses."""
    return _language(context).slugs


def _language(context: Context) -> Language:
    """The language that the front matter of the page names, else that of the whole stage."""
    page = context.get("page")
    return language_of((page and page.meta.get("language")) or context["config"].extra.get("language") or DEFAULT)
