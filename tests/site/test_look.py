"""A firm's own look on top of the theme: overrides/, colour and logo; and a broken template stops with its place."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from access import ALL, COLOUR, faults_in_both
from playwright.sync_api import Browser
from website import DAY, served

from clausule.author.init import Firm, init
from clausule.build.digest import tools_digest
from clausule.build.folder import build_all
from clausule.build.left_out import tell_unnamed
from clausule.pages.root.stage import render_root
from clausule.read import Repository, read_repository
from clausule.read.settings import PLAIN, Settings
from clausule.site import GENERATORS, LookError, SiteError, TemplateError, build, look_of
from clausule.site.assets import assets_of, style_text
from session import HOME, Session, small_repository

URL = "https://bakker.example/avg/"
FOOTER = "overrides/kit/footer.html"


def built(root: Path, settings: Settings | None = None, generator: str = PLAIN) -> Path:
    """The pages above no agreements at all, with the look of ``root``."""
    stage = render_root((), {}, day=DAY, site_url=URL)
    build(stage, root / "site", look=look_of(root, settings or Settings()), site_url=URL, generator=generator)
    return root / "site"


def assets_in(site: Path) -> Path:
    """The folder with the assets of a site that was built once."""
    (folder,) = (site / "assets").iterdir()
    return folder


def put(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_without_a_look_of_its_own_a_site_has_that_of_the_theme(tmp_path: Path) -> None:
    page = (built(tmp_path) / "index.html").read_text("utf-8")
    assert "own.css" not in page and 'class="logo"' not in page
    style = (assets_in(tmp_path / "site") / "kit/site.css").read_text("utf-8")
    assert style == style_text(assets_of([HOME / "overrides"]), "kit/site.css")


def test_a_firms_templates_and_assets_lie_on_top(tmp_path: Path) -> None:
    put(tmp_path, FOOTER, "<footer>{{ config.site_name }} <img src=\"{{ 'assets/seal.png' | url }}\"></footer>")
    put(tmp_path, "overrides/seal.png", "seal")
    put(tmp_path, "overrides/icon.svg", "<svg/>")
    put(tmp_path, "overrides/unused.png", "x")
    site = built(tmp_path)
    assets = assets_in(site)
    page = (site / "index.html").read_text("utf-8")
    assert f'<footer>Alle overeenkomsten <img src="assets/{assets.name}/seal.png"></footer>' in page
    assert (assets / "seal.png").read_text() == "seal" and (assets / "icon.svg").read_text() == "<svg/>"
    assert not (assets / "unused.png").exists()
    put(tmp_path, "overrides/seal.png", "another")
    assert assets_in(built(tmp_path)).name != assets.name
    put(tmp_path, "overrides/geheim.txt", "x")
    put(tmp_path, "overrides/.DS_Store", "x")
    put(tmp_path, "overrides/logo.svg", "x")
    said: list[str] = []
    tell_unnamed(Repository(tmp_path, (), (), settings=Settings(logo="overrides/logo.svg")), said.append)
    assert said == ["not published, as no page or style names it: overrides/geheim.txt, overrides/unused.png"]
    (tmp_path / "own").mkdir()
    tell_unnamed(Repository(tmp_path / "own", (), ()), said.append)
    assert len(said) == 1


def test_colour_and_logo_come_as_files_that_the_policy_allows(tmp_path: Path) -> None:
    put(tmp_path, "docs/logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    site = built(tmp_path, Settings(site_name='Bakker & "Zn"', colour="#7a1f4d", logo="docs/logo.svg"))
    page = (site / "index.html").read_text("utf-8")
    assets = f"assets/{assets_in(site).name}"
    assert f'<img class="logo" src="{assets}/logo.svg" alt="">' in page
    assert page.index("kit/site.css") < page.index(f"{assets}/own.css") < page.index("kit/print.css")
    assert "style-src 'self'" in page and "style=" not in page and "<style" not in page
    style = (site / assets / "own.css").read_text("utf-8")
    assert "--link: light-dark(#7a1f4d," in style and "COLOUR" not in style
    assert "aspect-ratio: auto" in style, "this picture does not say how wide it is"
    assert "<b>Bakker &amp; &#34;Zn&#34;</b>" in page
    # A host shows this page at any depth, so its addresses begin at the root.
    lost = (site / "404.html").read_text("utf-8")
    assert f'src="/avg/{assets}/logo.svg"' in lost and f'href="/avg/{assets}/own.css"' in lost


@pytest.mark.parametrize(
    ("name", "picture", "ratio"),
    [
        ("wide.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32.5"/>', "120 / 32.5"),
        ("comma.svg", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='-1,-2, 40,10'/>", "40 / 10"),
        ("small.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (300).to_bytes(4) + (100).to_bytes(4), "300 / 100"),
        ("cut.png", b"\x89PNG\r\n", "auto"),
    ],
)
def test_a_logo_has_its_room_before_it_has_come(name: str, picture: bytes, ratio: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(picture)
    style = look_of(tmp_path, Settings(logo=name)).files["own.css"].decode()
    assert f"aspect-ratio: {ratio} }}" in style


# A template of a firm, the line that is wrong, and what is said of it.
BROKEN = {
    "<footer>\n{% if %}\n</footer>": (2, "Expected an expression"),
    "<footer>\n\n{{ config.site_name }": (3, "unexpected '}'"),
    "{% include 'partials/nowhere.html' %}": (1, "there is no template 'partials/nowhere.html'"),
    "\n{{ nothing.at.all }}": (2, "'nothing' is undefined"),
    "{{ 1 / 0 }}": (1, "division by zero"),
    "{{ ''.__class__ }}{{ ''.__class__.mro() }}": (1, "unsafe"),
    "{{ say.__globals__.x }}": (1, "unsafe"),
    "{{ config.extra.update({}) }}": (1, "unsafe"),
    "{% set x = config.extra.pop('kind') %}": (1, "unsafe"),
}


# What MkDocs hands to templates can do more than be shown.
OF_MKDOCS = [
    "\n{% if page %}{{ page.file.copy_file('/etc/passwd') }}{% endif %}",
    "\n{{ config.load_file(0) }}",
    "\n{{ config.theme.get_env() }}",
]


def test_a_template_that_is_not_utf_8_is_said_with_its_place(tmp_path: Path) -> None:
    put(tmp_path, FOOTER, "")
    (tmp_path / FOOTER).write_bytes(b"<footer>\n\xe9\n")
    with pytest.raises(TemplateError, match=re.escape(f"{FOOTER}:2: ") + ".*0xe9 is not UTF-8"):
        built(tmp_path)


@pytest.mark.parametrize("template", BROKEN)
def test_a_broken_template_is_said_with_its_place(template: str, tmp_path: Path) -> None:
    line, words = BROKEN[template]
    put(tmp_path, FOOTER, template)
    with pytest.raises(TemplateError) as raised:
        built(tmp_path)
    assert str(raised.value).startswith(f"{FOOTER}:{line}: ") and words in str(raised.value)


@pytest.mark.parametrize("generator", GENERATORS)
@pytest.mark.parametrize("template", OF_MKDOCS)
def test_a_template_does_nothing_with_what_a_generator_hands_it(template: str, generator: str, tmp_path: Path) -> None:
    put(tmp_path, FOOTER, template)
    why = "may not call" if generator == "mkdocs" else "has no attribute"
    with pytest.raises(TemplateError, match=rf"^{FOOTER}:2: .*{why}"):
        built(tmp_path, generator=generator)


def test_the_theme_needs_no_more_than_the_sandbox_lets_it(tmp_path: Path) -> None:
    put(
        tmp_path,
        FOOTER,
        "{% macro twice(a) %}{{ a }}{{ a }}{% endmacro %}{{ twice('ab') }}{% for x in range(2) %}{{ loop.cycle('c', "
        "'d') }}{% endfor %}{{ {'k': 'e'}.get('k') }}",
    )
    assert "ababcde" in (built(tmp_path) / "index.html").read_text("utf-8")


@pytest.mark.parametrize("link", ["assets/config", "main.html", "deep/folder"])
def test_a_link_below_overrides_is_refused(link: str, tmp_path: Path) -> None:
    put(tmp_path, "overrides/deep/x.txt", "x")
    put(tmp_path, "overrides/assets/x.txt", "x")
    (tmp_path / "overrides" / link).symlink_to("/etc")
    with pytest.raises(LookError, match=re.escape(f"overrides/{link} is a link")):
        built(tmp_path)


def test_settings_of_mkdocs_do_not_reach_the_build(tmp_path: Path) -> None:
    put(tmp_path, "mkdocs.yml", "strict: false\nplugins: [nowhere]\nhooks: [evil.py]\n")
    put(tmp_path, "evil.py", "raise SystemExit('evil')")
    stage = {**render_root((), {}, day=DAY, site_url=URL), "weg.md": b"[weg](nergens.md)"}
    with pytest.raises(SiteError, match=r"nergens\.md"):
        build(stage, tmp_path / "site", look=look_of(tmp_path, Settings()), site_url=URL, generator="mkdocs")


def test_the_digest_changes_with_all_that_decides_how_a_page_looks(tmp_path: Path) -> None:
    def digest(**settings: str) -> str:
        tools_digest.cache_clear()
        return tools_digest(tmp_path, Settings(**settings))

    seen = [digest(), digest(colour="#000000"), digest(site_name="x")]
    put(tmp_path, "docs/logo.png", "a")
    seen.append(digest(logo="docs/logo.png"))
    put(tmp_path, "docs/logo.png", "b")
    seen.append(digest(logo="docs/logo.png"))
    put(tmp_path, "overrides/main.html", "a")
    seen.append(digest())
    put(tmp_path, "overrides/main.html", "b")
    seen.append(digest())
    assert len(set(seen)) == len(seen)
    put(tmp_path, "requirements.lock", "other")
    put(tmp_path, "mkdocs.yml", "# words")
    assert digest() == seen[-1]


@pytest.fixture
def publisher(tmp_path: Path) -> Session:
    session = small_repository(tmp_path)
    session.write("docs/bakker/index.md", "---\ntitle: Bakker\npublisher: Bakker\n---\n\nInleiding.\n")
    return session


def test_what_is_published_stays_when_the_look_is_broken(publisher: Session) -> None:
    assert publisher.run("publish", "--on", str(DAY)).returncode == 0
    tip = publisher.git("rev-parse", "gh-pages")
    publisher.write(FOOTER, "<footer>\n{{ oops }\n")
    for words in (("publish",), ("build", "--out", "out")):
        done = publisher.run(*words, "--on", str(DAY))
        assert done.returncode == 2 and f"clausule: {FOOTER}:2: " in done.stderr, done.stderr
    publisher.write(FOOTER, "<footer></footer>\n")
    (publisher.root / "overrides/secret").symlink_to("../.git/config")
    for words in (("check",), ("publish",), ("build", "--out", "out")):
        done = publisher.run(*words)
        assert done.returncode == 1 and "overrides/secret is a link, and is not published" in done.stdout
    assert publisher.git("rev-parse", "gh-pages") == tip and not (publisher.root / "out").exists()
    (publisher.root / "overrides/secret").unlink()
    before = publisher.git("ls-tree", "--name-only", "gh-pages", "assets/").splitlines()
    publisher.write("overrides/icon.svg", "<svg/>")
    assert publisher.run("publish", "--on", str(DAY)).returncode == 0
    assert publisher.git("rev-parse", "gh-pages") != tip
    # Pages that somebody kept find what they name; and what is there still is held against its name.
    after = publisher.git("ls-tree", "--name-only", "gh-pages", "assets/").splitlines()
    assert len(before) == 1 and len(after) == 2 and set(before) < set(after)
    done = publisher.run("verify", "--on", str(DAY))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_firms_colour_can_be_read_by_day_and_by_night(browser: Browser, tmp_path: Path) -> None:
    init(tmp_path / "firm", Firm(publisher="Bakker", example=True))
    put(
        tmp_path,
        "firm/logo.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
    )
    mkdocs = tmp_path / "firm/mkdocs.yml"
    mkdocs.write_text(mkdocs.read_text("utf-8") + '    colour: "#7a6100"\n    logo: logo.svg\n', "utf-8")
    repository = read_repository(tmp_path / "firm")
    settings = repository.settings
    assert settings.colour == "#7a6100" and settings.logo == "logo.svg" and repository.findings == ()
    build_all(repository, DAY, tmp_path / "site", lambda words: None)
    # Another colour is another style of the same name, and nothing else.
    styles = [
        look_of(repository.root, replace(settings, colour=colour)).files["own.css"]
        for colour in ("#7a6100", "#000000", "#d00000")
    ]
    assert {path.read_bytes() for path in (tmp_path / "site").rglob("own.css")} == {styles[0]}
    said: list[str] = []
    style = styles[0]
    with served(tmp_path / "site") as url:
        page = browser.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.route("**/own.css", lambda route: route.fulfill(content_type="text/css", body=style))
        for style in styles:
            for path in ("", "verwerkersovereenkomst/", "verwerkersovereenkomst/1.0/artikel-8/#artikel-8.2"):
                page.goto("about:blank")
                page.goto(f"{url}/{path}")
                # All rules once: with another colour something else can be wrong by those that look at colour alone.
                rules = ALL if style == styles[0] else COLOUR
                assert (style, faults_in_both(page, "light", rules)) == (style, [])
                picture = page.locator("header img.logo")
                assert picture.evaluate("(it) => it.naturalWidth > 0 && it.getBoundingClientRect().height <= 40")
                # Beside the name of the site it says nothing more; alone it is the name of its link.
                assert picture.get_attribute("alt") == ("Overeenkomsten van Bakker" if path else "")
        page.close()
    assert said == []
