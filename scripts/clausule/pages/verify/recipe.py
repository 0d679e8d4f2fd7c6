"""The recipe of every hash on the site, in words: who sees only this page can compute them in another language.

What it says of signs is read from the canonical form itself, and its example is computed when the page is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausule.language.language import Language
from clausule.model.addresses import CANONICAL, MANIFEST, SIGNATURE, SIGNERS
from clausule.model.canonical import TYPED, canonical
from clausule.model.hashes import clause_sha256, edition_bytes
from clausule.pages.kit.html import NEWLINE, element, filled, joined, lines, stacked, with_code
from clausule.pages.kit.sheet import Sheet
from clausule.pages.verify.example import example, written
from clausule.proof.manifest import manifest_of, sha256_of
from clausule.proof.signature import NAMESPACE

_LAST_BLANK = 0x3000  # the last character that Unicode calls white space


def recipe_sheet(language: Language, signers: Sequence[str] = ()) -> Sheet:
    """The page, in the language of the site; ``signers`` are the lines that name the publisher's keys."""
    say = language.say
    title = say("How the hashes are computed")
    about = say(
        "What is hashed of a text, step by step, with an example: so that anybody can compute every hash on this site "
        "again, without the program that made it."
    )
    parts = (
        _about_files(language),
        _words(language),
        _json(language),
        _recipe_1(language),
        _recipe_2(language),
        _manifest(language),
        _signature(language, signers),
        _example(language),
    )
    body = lines(element("h1", title), element("p", about, class_="lead"), *(one for part in parts for one in part))
    return Sheet(
        address=language.slugs.recipe_home,
        title=title,
        about=about,
        drawn=stacked("div", body),
        view="handbook",
        styles=("handbook/handbook.css",),
    )


def _about_files(language: Language) -> Iterator[str]:
    say = language.say
    yield element("h2", say("What there is to hold a text against"))
    yield _list(
        say(
            "`canoniek.json`: what the hash of an edition is of, byte for byte. The hash of the edition is the "
            "SHA-256 of this file: `sha256sum canoniek.json`."
        ),
        say(
            "`waarborg.json`, the manifest: the hash of the edition, of each article, clause, section and annex, and "
            "of the manifest before it. The hash of the manifest is the SHA-256 of this file."
        ),
        say("`waarborg.json.sig`, where there is one: the publisher's signature under the manifest."),
    )
    yield _p(
        say(
            "They stand in the folder of every frozen edition. Every hash is written as 64 hexadecimal digits, in "
            "small letters."
        )
    )
    yield _p(
        say(
            "A hash says that two texts are the same. It does not say who wrote a text, that anybody agreed to it, "
            "or when. What stands on this site was put here by who keeps the site: keep the hash yourself, in a "
            "contract for example, if you want to hold the site against it."
        )
    )


def _words(language: Language) -> Iterator[str]:
    say = language.say
    yield element("h2", say("1. The canonical form of words"))
    yield _p(
        say(
            "Words are what a reader sees, without marks of emphasis, without the target of a link and without the "
            "sign of a footnote. They are changed in this order, so that typography makes no difference:"
        )
    )
    yield _list(
        say("Unicode normalization form C (NFC, Unicode Standard Annex 15)."),
        *(_typed(language, to) for to in dict.fromkeys(TYPED.values())),
        say(
            "A blank to fill in becomes one `…` (U+2026): this is every longest run of the signs `.`, `…` and `_` in "
            "which, side by side, stand two `…`, or four `.`, or `…` and behind it `.`, or four `_`. Other runs stay."
        ),
        say(
            "Each run of white space, line ends too, becomes one space (U+0020); at the begin and at the end it "
            "goes. White space is: {signs}.",
            signs=_codes([chr(code) for code in range(_LAST_BLANK + 1) if chr(code).isspace()]),
        ),
        ordered=True,
    )


def _typed(language: Language, to: str) -> str:
    signs = _codes([sign for sign, other in TYPED.items() if other == to])
    if not to:
        return language.say("Nobody sees these, and they go: {signs}.", signs=signs)
    return language.say("These become `{sign}`: {signs}.", sign=to, signs=signs)


def _codes(signs: Sequence[str]) -> str:
    return ", ".join(f"U+{ord(sign):04X}" for sign in signs)


def _json(language: Language) -> Iterator[str]:
    say = language.say
    yield element("h2", say("2. JSON in one form"))
    yield _p(
        say(
            "What is hashed is JSON in the form of RFC 8785: no white space between its parts, the names of an "
            "object in the order of the alphabet, UTF-8 without a mark at its begin, no line end behind it. In a "
            'text only these are escaped: the quotation mark as `\\"`, the backslash as `\\\\`, and signs below '
            "U+0020, of which canonical words have none. Whatever is not ASCII stands there as it is. This is what "
            "`JSON.stringify` writes in a browser."
        )
    )
    yield _p(
        say(
            "So the hash of a part is found again from `canoniek.json` alone: take its list out of the file, write "
            "it in this form, and take the SHA-256 of the bytes."
        )
    )
    yield element("h3", say("Blocks"))
    yield _p(say("What stands in a clause or section is a list of blocks, in reading order. A block is:"))
    yield _list(
        say("a paragraph: its words;"),
        say(
            'a list: `[[label, words, blocks], ...]`, where the label of `a.` or `(a)` is `"a"` and that of a '
            'bullet `""`, and the blocks are those within the item;'
        ),
        say("a list of definitions: `[[term, words], ...]`;"),
        say('a table: `["|", row, ...]`, the header first, where a row is the list of the words of its cells.'),
    )


def _recipe_1(language: Language) -> Iterator[str]:
    say = language.say
    yield element("h2", say("3. Recipe 1"))
    yield _p(
        say(
            "The manifest says by which recipe an edition was frozen. By recipe 1 the words of a text with links are "
            "`[words, [target, ...]]`, and those of another only `words`. Sub-headings, chapters, footnotes and "
            "pictures are not in it. The edition is an object with these names:"
        )
    )
    yield _list(
        say("`agreement`: the name of the agreement in addresses;"),
        *_frame(language),
        say("`preamble` and `closing`: lists of sections. A section is `[heading, blocks]`;"),
        say(
            "`articles`: a list. An article is `[heading, blocks before the first clause, clauses]`, a clause is "
            "`[number, "
            'blocks]`, with its number as in its address: `"7.2"`;'
        ),
        say(
            "`annexes`: a list. An annex is `[heading, version, date, blocks before the first section, sections]`, "
            "with `null` where it has no date. In headings targets of links are left out."
        ),
    )


def _frame(language: Language) -> Iterator[str]:
    say = language.say
    yield say("`version`: as in the address;")
    yield say('`effective`: the day from which it applies, as `"2018-05-25"`, or `null`;')
    yield say("`title`: the canonical words of the title on its cover, or `null`;")


def _recipe_2(language: Language) -> Iterator[str]:
    say = language.say
    yield element("h2", say("4. Recipe 2"))
    yield _p(
        say(
            "By recipe 2 the words of a text with links or footnotes, headings too, are `[words, [mark, ...]]` with "
            "the marks "
            'in reading order: `["link", target]`, or `["note", id, n]` with the id of the footnote, where `n` is the '
            "number of characters (code points of Unicode) of the canonical form of the words before its sign. The "
            "object is:"
        )
    )
    yield _list(
        say("`recipe`: the number 2;"),
        *_frame(language),
        say("`preamble` and `closing`: lists of sections. A section is `[heading, blocks, footnotes]`;"),
        say(
            "`articles`: a list. An article is `[chapters, heading, blocks before the first clause, clauses, "
            "footnotes]`. The chapters are those that begin before it, each `[level of its heading, heading]`. A "
            "clause is `[number, sub-heading above it or null, blocks]`;"
        ),
        say(
            "`annexes`: a list. An annex is `[heading, version, date, blocks before the first section, sections, "
            "footnotes]`."
        ),
        say('Footnotes are `[[label, words], ...]`. A picture is a block `["!", words, SHA-256 of its file]`.'),
    )


def _manifest(language: Language) -> Iterator[str]:
    say = language.say
    yield element("h2", say("5. The manifest, and the chain"))
    yield _p(
        say(
            "`waarborg.json` is an object in the same form of JSON. `manifest` is the number of its form, 1; "
            "`agreement`, `version` and `effective` are as above; `recipe` is the number of the recipe, and `sha256` "
            "the hash of the edition. `articles`, `clauses` and `sections` are lists of `id`, the anchor on its "
            "page, and `sha256`, in the order of the text; the sections are those of the preamble, then of the "
            "closing, then of the annexes. `annexes` has `id`, `version`, `effective` and `sha256` of each."
        )
    )
    yield _p(
        say(
            "`previous` has `version` and `sha256` of the manifest of the edition that was frozen before this one, "
            "and is `null` for the first. Who changes one manifest must change all that came after it."
        )
    )


def _signature(language: Language, signers: Sequence[str]) -> Iterator[str]:
    say = language.say
    yield element("h2", say("6. The signature"))
    yield _p(
        say(
            "Where a publisher signs, the signature is one of OpenSSH (SSHSIG) by an Ed25519 key under the bytes of "
            "the manifest, in the namespace `{namespace}`. With the publisher's key in a file `allowed_signers` it "
            "is checked so:",
            namespace=NAMESPACE,
        )
    )
    who = say("publisher")
    yield _code(f"ssh-keygen -Y verify -f {SIGNERS} -I {who} -n {NAMESPACE} -s {SIGNATURE} < {MANIFEST}", "")
    if signers:
        link = element("a", SIGNERS, href=f"../{SIGNERS}")
        yield element("p", filled(say("The keys that count here, as {file}:"), file=link))
        yield element("pre", element("code", joined(NEWLINE, signers)), tabindex="0")
    yield _p(
        say(
            "The key must be known from elsewhere too: from the contract, from the publisher's own mouth, from the "
            "DNS. Who can change this site can change a key that stands on it."
        )
    )
    yield _p(
        say(
            "This is no qualified electronic signature, no qualified seal and no qualified time stamp as Regulation "
            "(EU) 910/2014 (eIDAS) means them. It says that who has the key signed these hashes, and no more."
        )
    )


def _example(language: Language) -> Iterator[str]:
    say = language.say
    agreement = example(language)
    yield element("h2", say("7. An example"))
    yield _p(say("Words as somebody wrote them, and their canonical form:"))
    yield _code(written(language), "example-written")
    yield _code(canonical(written(language)), "example-canonical")
    for edition in agreement.editions:
        clause = edition.articles[0].clauses[0]
        yield element("h3", say("By recipe {number}", number=edition.recipe))
        yield _p(say("`{file}` of version {version}:", file=CANONICAL, version=edition.version))
        yield _code(edition_bytes(edition).decode(), f"example-{edition.recipe}-canonical")
        yield _p(say("Its SHA-256, the hash of the edition; and that of clause {number}:", number=clause.number))
        yield _code(agreement.lock[edition.version], f"example-{edition.recipe}-sha256")
        yield _code(clause_sha256(clause, edition.recipe), f"example-{edition.recipe}-clause")
        manifest = manifest_of(agreement, edition) or b""
        yield _p(say("Its `{file}`, and the SHA-256 of that:", file=MANIFEST))
        yield _code(manifest.decode(), f"example-{edition.recipe}-manifest")
        yield _code(sha256_of(manifest), f"example-{edition.recipe}-manifest-sha256")


def _p(words: str) -> str:
    return element("p", with_code(words))


def _code(words: str, name: str) -> str:
    return element("pre", element("code", words, id=name or None), tabindex="0")


def _list(*rows: str, ordered: bool = False) -> str:
    return stacked("ol" if ordered else "ul", *(element("li", with_code(row)) for row in rows))
