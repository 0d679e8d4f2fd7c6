"""The handbook tells of the whole program: every command, option, setting, rule and message has its place, and the
pages of both languages are the same pages."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import clausule.build.site
import clausule.publish.mail
import clausule.publish.store_errors
from clausule.check import all_rules
from clausule.pages.handbook.leads import lead, message_id
from clausule.pages.handbook.made import commands, options, setting_rows
from clausule.pages.handbook.markup import Setting, html_of
from clausule.pages.handbook.sheets import handbook_pages
from clausule.pages.handbook.whole import whole_handbook
from clausule.pages.root.schemas import schemas
from clausule.publish.errors import GitMissing, PublishError
from clausule.read.handbook import PICTURES, Page, folder, page_of, pages, parts, subjects, tags

BASE = "https://example.org/"
ALL = [page for tag in tags() for page in pages(tag)]
WRONG = "went-wrong"
# What a step that was left out says, and is no class of its own.
OTHERS = {"findings", "build-error"}


def every(page: Page) -> str:
    return f"{page.tag}-{page.task.id}"


def below(kind: type[PublishError]) -> Iterator[type[PublishError]]:
    for one in kind.__subclasses__():
        yield one
        yield from below(one)


def said_by(kind: type[PublishError]) -> str:
    """The message with a sign in place of what is known only when it is said."""
    known = {
        "str": "…",
        "int": 1,
        "Sequence[str]": ["…"],
        "Mapping[str, str]": {"…": "…"},
        "PublishError": GitMissing(),
    }
    values = [
        known.get(str(one.annotation), type("Any", (), {"name": "…", "__str__": lambda self: "…"})())
        for one in list(inspect.signature(kind.__init__).parameters.values())[1:]
    ]
    return str(kind(*values))


@pytest.mark.parametrize("tag", tags())
def test_every_message_of_publishing_has_its_place_with_its_own_words(tag: str) -> None:
    page = page_of(WRONG, tag)
    messages = {message_id(kind.__name__): kind for kind in below(PublishError)}
    assert {anchor for anchor, _ in page.anchors()} == messages.keys() | OTHERS
    for name, kind in messages.items():
        quoted = re.search(r"`([^`]+)`", page.section(name))
        assert quoted, name
        wanted = ".*".join(map(re.escape, quoted[1].split("…")))
        assert re.search(wanted, said_by(kind)) or name == "forge-refused", f"{name}: {said_by(kind)}"
    assert message_id(clausule.build.site.BuildError.__name__) in OTHERS


def test_every_command_has_one_task_and_stands_on_its_page() -> None:
    told = [command for part in parts() for task in part.tasks for command in task.commands]
    assert len(told) == len(set(told))
    there = {name.partition(" ")[0] for name, _ in commands()}
    assert set(told) == there
    for page in ALL:
        for command in page.task.commands:
            assert f"clausule {command}" in page.text, f"{every(page)} does not show {command}"


def test_the_page_of_commands_has_every_option() -> None:
    shown = handbook_pages(BASE, schemas())["handbook/commands/index.md"].decode()
    for name, command in commands():
        assert f"<code><b>clausule {name}" in shown
        for option in options(command):
            assert option.help, f"{name} {option.opts} says nothing of itself"
            assert all(re.search(rf"{one}[<, ]", shown) for one in option.opts), option.opts


def test_the_page_of_the_settings_has_every_one() -> None:
    rows = setting_rows(schemas())
    assert len(rows) > 7
    for tag in tags():
        text = page_of("settings", tag).text
        assert ":: settings" in text or all(f"`{name}`" in text for name, _ in rows), tag


def test_both_languages_have_the_same_pages_and_no_other_file() -> None:
    names = {f"{page.task.id}.md" for page in ALL}
    for tag in tags():
        assert {path.name for path in (folder() / tag).iterdir()} == names
        assert len({page.slug for page in pages(tag)}) == len(names)


@pytest.mark.parametrize("page", ALL, ids=every)
def test_a_page_says_what_it_is_about(page: Page) -> None:
    assert page.title and 20 < len(page.about) < 260


def test_links_lead_to_pages_that_are_there(tmp_path: Path) -> None:
    """As a forge shows them too."""
    for page in ALL:
        for target in re.findall(r"\]\((?!https?:|#)([^)\s]+)\)", page.text):
            name, _, anchor = target.partition("#")
            if name.startswith("rules/"):
                assert not (rule := name.removeprefix("rules/").strip("/")) or rule in all_rules(), target
            elif not name.startswith(f"../{PICTURES}/"):
                assert name.removesuffix(".md") in subjects(page.tag), f"{every(page)}: {target}"
                assert not anchor or anchor in dict(page_of(name.removesuffix(".md"), page.tag).anchors())


def test_the_whole_of_it_needs_nothing_beside_it() -> None:
    for tag in tags():
        text = whole_handbook(tag, schemas()).decode()
        assert f'<html lang="{tag}">' in text and text.count("<img") == text.count('src="data:image')
        ids = re.findall(r' id="([^"]+)"', text)
        assert len(ids) == len(set(ids)), [one for one in ids if ids.count(one) > 1]
        assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
        assert not re.search(r'(?:href|src)="(?!#|https:|data:)', text)


@pytest.mark.parametrize(
    ("message", "command", "subject", "address"),
    [
        ("NotFrozen", "publish", "not-frozen", "handboek/als-er-iets-misgaat/#not-frozen"),
        ("AuthoringError", "import", "import", "handboek/uit-word/"),
        ("UsageError", "chek", "commands", "handboek/opdrachten/"),
    ],
)
def test_a_message_leads_to_its_page(message: str, command: str, subject: str, address: str) -> None:
    assert lead(message, command, "nl") == f"  more: clausule handbook {subject}  (/{address})"


def shown(text: str) -> str:
    setting = Setting(lambda to: f"to:{to}", lambda to: {"src": to}, {"part": lambda: "made"})
    return html_of(text, setting)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\nb `c` **d**", "<p>a b <code>c</code> <strong>d</strong></p>"),
        ("`a --b-c x--d`", '<p><code>a <span class="option">--b-c</span> x--d</code></p>'),
        ("## Words {#id}", '<h2 id="id">Words</h2>'),
        ("## Words\ngo on", "<h2>Words</h2>\n<p>go on</p>"),
        ("- a\n  b\n- c", "<ul><li>a b</li><li>c</li></ul>"),
        ("2. a\n3. b", '<ol start="2"><li>a</li><li>b</li></ol>'),
        ("[a `b`](c.md)", '<p><a href="to:c.md">a <code>b</code></a></p>'),
        ("![a](b.jpg)", '<figure><img alt="a" src="b.jpg"></figure>'),
        (":: part", "made"),
        ("a <b> & {c}", "<p>a &lt;b&gt; &amp; &#123;c&#125;</p>"),
        (
            "```console\n$ a --b\nc\n\nd\n```",
            '<pre tabindex="0" class="session"><code><b>a <span class="option">--b</span></b>'
            "\n<span>c</span>\n<span></span>\n<span>d</span></code></pre>",
        ),
        ("```docs/a.md\nb\n```", '<p class="file"><code>docs/a.md</code></p>\n<pre tabindex="0"><code>b</code></pre>'),
        (
            "| a | b |\n|---|---|\n| `c` | d |",
            '<div class="table"><table role="table"><thead role="rowgroup"><tr role="row">'
            '<th scope="col" role="columnheader">a</th><th scope="col" role="columnheader">b</th></tr></thead>'
            '<tbody role="rowgroup"><tr role="row"><td role="cell" data-label="a"><span><code>c</code></span></td>'
            '<td role="cell" data-label="b"><span>d</span></td></tr></tbody></table></div>',
        ),
    ],
)
def test_what_is_written_becomes_html(text: str, html: str) -> None:
    assert shown(text) == html


def test_an_arrow_to_the_page_before_or_after_stands_on_the_line_of_its_words() -> None:
    shown = handbook_pages(BASE, schemas())["handbook/prove/index.md"].decode()
    links = re.findall(r'<a [^>]*rel="(prev|next)">([^<]*)</a>', shown)
    assert [rel for rel, _ in links] == ["prev", "next"]
    assert [re.sub("[A-Za-z ]+", "…", words) for _, words in links] == ["←\xa0…", "…\xa0→"]
