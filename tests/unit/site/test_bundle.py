"""Scripts in one file: nothing but plain imports and exports is touched, and what is put another way stays as it is."""

from __future__ import annotations

import pytest

from clausule.site.bundle import Scripts, compact

TEXTS = {
    "kit/dom.js": "export const make = (x) => `<${x}>`;\nexport function fill(x) {\n  return x;\n}\n",
    "kit/days.js": 'import { make as made } from "./dom.js";\nexport const today = () => made("now");\n',
    "page/menu.js": 'import { today } from "../kit/days.js";\nimport { fill, make } from "../kit/dom.js";\n'
    'console.log(fill(today()), make("a"), await import("../kit/dom.js").then((it) => it.fill("b")));\n'
    "export async function open() {}\n",
    "page/all.js": 'import "./menu.js";\nimport "./late.js";\n',
    "page/late.js": 'document; const find = () => import("./found.js");\n',
    "page/found.js": "export class Found {}\n",
}
SCRIPTS = Scripts(TEXTS)


def test_what_a_page_or_a_script_asks_for_has_a_file() -> None:
    assert SCRIPTS.entries() == {"page/all.js", "kit/dom.js", "page/found.js"}


def test_an_import_becomes_what_the_other_script_hands_over() -> None:
    assert SCRIPTS.bundle("kit/days.js") == (
        "const $0 = (() => {\nconst make = (x) => `<${x}>`;\nfunction fill(x) {\n  return x;\n}\n"
        "return { make, fill };\n})();\n"
        'const { make: made } = $0;\nexport const today = () => made("now");\n'
    )


def test_each_script_is_there_once_and_before_what_needs_it() -> None:
    made = SCRIPTS.bundle("page/all.js")
    assert made.count("const make =") == 1 and made.count("const today =") == 1
    assert made.index("const make") < made.index("const today") < made.index("console.log")


def test_what_is_imported_later_is_named_from_where_the_bundle_stands() -> None:
    texts = {
        "a/b.js": 'export const x = () => import("./c.js");\n',
        "a/c.js": "",
        "d.js": 'import { x } from "./a/b.js";\n',
    }
    assert 'import("./a/c.js")' in Scripts(texts).bundle("d.js")
    assert 'import("./c.js")' in Scripts(texts).bundle("a/b.js")
    assert Scripts(texts).entries() == {"a/c.js", "d.js"}


@pytest.mark.parametrize(
    "other",
    [
        "export default 1;\n",
        "const a = 1;\nexport { a };\n",
        'export * from "./more.js";\n',
        'import all from "./more.js";\n',
        'import * as all from "./more.js";\n',
        'import { a } from "./nowhere.js";\n',
        "export let a = 1;\n",
        '  import { a } from "./more.js";\n',
    ],
)
def test_a_script_that_says_it_otherwise_stays_as_it_is(other: str) -> None:
    texts = {
        "own/own.js": other,
        "own/more.js": "export const m = 1;\n",
        "page.js": 'import { a } from "./own/own.js";\na;\n',
    }
    scripts = Scripts(texts)
    assert scripts.bundle("own/own.js") == other
    assert scripts.bundle("page.js") == 'import * as $0 from "./own/own.js";\nconst { a } = $0;\na;\n'
    assert scripts.entries() >= {"page.js", "own/own.js"} | ({"own/more.js"} if "more.js" in other else set())


def test_two_that_import_each_other_stay_as_they_are() -> None:
    texts = {"a.js": 'import "./b.js";\n', "b.js": 'import "./a.js";\n', "c.js": 'import "./a.js";\n'}
    scripts = Scripts(texts)
    assert scripts.bundle("a.js") == texts["a.js"] and scripts.entries() == {"a.js", "b.js", "c.js"}
    assert scripts.bundle("c.js") == 'import * as $0 from "./a.js";\n'


def test_only_comments_that_have_lines_of_their_own_go() -> None:
    kept = "const a = 1; /* stays */\n/** @type {X} */ const b = `\nx /* no */`;\n// c\n"
    assert compact(f"/* one */\n  /** two\n   * lines */\n{kept}/**/\n  \t") == kept
