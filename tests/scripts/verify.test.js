/* A text held against editions: what was given, which edition it is nearest to, and where it differs. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "./find.js";

const { linesOfData, readBytes, readText } = await script("given");
const { answerTo, consistsOf, differing } = await script("answers");
const { editionOf, hold, nearest } = await script("judge");
const { bare, isBullet, rejoined, same, unitsOf, wordsGiven } = await script("words");

const bytes = (words) => new TextEncoder().encode(words);

/* A small edition by recipe 1, with everything that blocks can be. */
const SMALL = {
  agreement: "proef", version: "1.0", effective: "2020-01-01", title: "Proefovereenkomst Voorbeeld",
  preamble: [["Partijen", ["De klant … en de leverancier Proef B.V. te Zutphen."]]],
  articles: [
    ["Artikel 1. Plichten", ["Voor de hele overeenkomst geldt dit artikel."], [
      ["1.1", ["De leverancier beveiligt alle gegevens met passende maatregelen.", [["a", "een slot op elke deur;", []], ["b", "een wachtwoord:", [[["", "van twaalf tekens of meer.", []]]]]]]],
      ["1.2", [["De leverancier meldt elk lek binnen 24 uur aan de klant.", ["https://example.org/"]]]],
    ]],
    ["Artikel 2. Woorden", [], [
      ["2.1", [[["Lek", "verlies van gegevens door een ongeval."], ["Klant", "wie de dienst afneemt."]], ["|", ["Soort", "Termijn"], ["melding", "24 uur"]]]],
      ["2.2", ["De leverancier meldt elk lek ook aan de toezichthouder."]],
    ]],
  ],
  closing: [], annexes: [["Bijlage 1 - Lijst", "1.0", null, ["Dit is de lijst van de maatregelen."], [["Deel A", ["Een brandblusser in elke gang van het gebouw."]]]]],
};
const MANIFEST = {
  articles: [{ id: "artikel-1" }, { id: "artikel-2" }], clauses: ["artikel-1.1", "artikel-1.2", "artikel-2.1", "artikel-2.2"].map((id) => ({ id })),
  sections: [{ id: "partijen" }, { id: "bijlage-1-deel-a" }], annexes: [{ id: "bijlage-1" }],
};
const EDITION = editionOf({ name: "1.0" }, SMALL, MANIFEST);
const WHOLE = [
  "Proefovereenkomst Voorbeeld", "PARTIJEN", "De klant ........ en de leverancier Proef B.V. te Zutphen.", "Artikel 1", "Plichten", "Voor de hele overeenkomst geldt dit artikel.",
  "1.1. De leverancier beveiligt alle gegevens met passende maatregelen.", "(a) een slot op elke deur;", "b. een wachtwoord:", "- van twaalf tekens of meer.",
  "1.2 De leverancier meldt elk lek binnen 24 uur aan de klant.", "Artikel 2: Woorden", "2.1 Lek: verlies van gegevens door een ongeval.", "Klant: wie de dienst afneemt.", "Soort", "Termijn", "melding", "24 uur",
  "2.2 De leverancier meldt elk lek ook aan de toezichthouder.", "Bijlage 1", "Lijst", "Dit is de lijst van de maatregelen.", "Deel A", "Een brandblusser in elke gang van het gebouw.",
];
const held = (text, edition = EDITION) => hold(edition, wordsGiven(Array.isArray(text) ? text.join("\n") : text));
const spots = (one) => one.shown.filter(({ state }) => state !== "same").map(({ unit, state, pieces }) => [unit.id, state, pieces.filter(([sign]) => sign !== "=").map((piece) => piece.join("")).join(" ")]);
const swap = (from, to) => WHOLE.map((line) => line.replace(from, to));

test("the units of an edition have their ids from the manifest, and their words in reading order", () => {
  assert.deepEqual(EDITION.units.map(({ id, number, name, within }) => [id, number, name, within]), [
    ["", "", "Proefovereenkomst Voorbeeld", ""], ["partijen", "", "Partijen", ""], ["artikel-1", "", "Artikel 1. Plichten", ""],
    ["artikel-1.1", "1.1", "", "Artikel 1. Plichten"], ["artikel-1.2", "1.2", "", "Artikel 1. Plichten"], ["artikel-2", "", "Artikel 2. Woorden", ""],
    ["artikel-2.1", "2.1", "", "Artikel 2. Woorden"], ["artikel-2.2", "2.2", "", "Artikel 2. Woorden"], ["bijlage-1", "", "Bijlage 1 - Lijst", ""],
    ["bijlage-1-deel-a", "", "Deel A", "Bijlage 1 - Lijst"],
  ]);
  const words = EDITION.units[6].words;
  assert.equal(words.map(({ word }) => word).join(" "), "2.1 Lek verlies van gegevens door een ongeval. Klant wie de dienst afneemt. Soort Termijn melding 24 uur");
  assert.deepEqual(words.filter(({ kind }) => kind).map(({ word, kind }) => `${kind} ${word}`), ["mark 2.1", "term Lek", "term Klant"]);
});

test("recipe 2 also has chapters, sub-headings, footnotes and pictures", () => {
  const clause = ["1.1", ["Boven het lid", []], [["Woorden met een noot.", [["note", "voetnoot-1", 6]]], ["!", "een plaatje", "ab".repeat(32)]]];
  const edition = { recipe: 2, title: null, preamble: [], articles: [[[[1, "Hoofdstuk I"]], "Artikel 1", [], [clause], [["1", "De noot."]]]], closing: [], annexes: [["Bijlage", null, null, [], [["Deel", ["Lijst."], []]], [["2", "Nog een."]]]] };
  assert.deepEqual(unitsOf(edition, {}).map(({ words }) => words.map(({ word }) => word).join(" ")),
    ["Hoofdstuk I Artikel 1", "Boven het lid 1.1 Woorden met een noot. een plaatje", "1 De noot.", "Bijlage", "Deel Lijst.", "2 Nog een."]);
});

test("a whole text is known however its numbers, headings, lists and lines are typed", () => {
  for (const text of [WHOLE, WHOLE.join(" "), WHOLE.join("\r\n\r\n").replace("toezichthouder", "toe-\r\nzichthouder"), swap("- van", "• van"), swap(/"/g, "”")]) {
    const { verdict, cost, outside, extra } = held(text);
    assert.deepEqual([verdict, cost, outside, extra], ["whole", 0, [], []], JSON.stringify(text).slice(0, 80));
  }
  assert.equal(held(WHOLE).unmarked, 0);
  assert.deepEqual([held(swap("(a) ", "")).verdict, held(swap("(a) ", "")).unmarked], ["whole", 1]);
  assert.ok(held(WHOLE).loosely > 0 && held(WHOLE.map((line) => line.replace("PARTIJEN", "Partijen"))).loosely < held(WHOLE).loosely);
});

test("one letter, word, number or sign that differs is found where it stands", () => {
  for (const [from, to, expected] of [
    ["binnen 24 uur", "binnen 48 uur", ["artikel-1.2", "changed", "-24 +48"]],
    ["elk lek binnen", "elk Lek binnen", ["artikel-1.2", "changed", "-lek +Lek"]],
    ["passende ", "", ["artikel-1.1", "changed", "-passende"]],
    ["afneemt.", "afneemt en betaalt.", ["artikel-2.1", "changed", "-afneemt. +afneemt en betaalt."]],
    ["2.2 De", "2.3 De", ["artikel-2.2", "changed", "-2.2 +2.3"]],
    ["(a) een", "(c) een", ["artikel-1.1", "changed", "-a +(c)"]],
    ["deur;", "deur,", ["artikel-1.1", "changed", "-deur; +deur,"]],
    ["meldt elk lek ook", "meldt nooit een lek ook", ["artikel-2.2", "changed", "-elk +nooit een"]],
    ["Artikel 2: Woorden", "Artikel 2: Termen", ["artikel-2", "changed", "-Woorden +Termen"]],
  ]) {
    const found = held(swap(from, to));
    assert.equal(found.verdict, "differs", to);
    assert.deepEqual([spots(found), found.extra], [[expected], []]);
  }
});

test("a clause that is left out, added or elsewhere is told", () => {
  const without = held(WHOLE.filter((line) => !line.startsWith("1.2")));
  assert.deepEqual(spots(without), [["artikel-1.2", "absent", "-1.2 De leverancier meldt elk lek binnen 24 uur aan de klant."]]);
  const more = held(WHOLE.flatMap((line) => (line.startsWith("2.2") ? ["2.1a De klant betaalt alles.", line] : [line])));
  assert.deepEqual([more.verdict, spots(more), more.extra], ["differs", [], [{ after: 6, words: "2.1a De klant betaalt alles." }]]);
  const behind = held([...WHOLE, "Tenzij anders is afgesproken."]);
  assert.deepEqual(behind.extra, [{ after: 9, words: "Tenzij anders is afgesproken." }]);
  const before = held(["Geachte heer,", ...WHOLE]);
  assert.deepEqual(before.extra, [{ after: -1, words: "Geachte heer," }]);
});

test("words in a blank are filled in, and nothing else is", () => {
  const filled = held(swap("........", "Bakkerij Jansen te Deventer"));
  assert.deepEqual([filled.verdict, spots(filled)], ["whole", [["partijen", "filled", "-… +Bakkerij Jansen te Deventer"]]]);
  assert.equal(held(swap("........ en", "Jansen of")).verdict, "differs");
  assert.equal(held(swap("........", "")).verdict, "differs");
});

test("a part is a part: of a clause, of an article, of the whole, and where it stands twice", () => {
  const clause = held("De leverancier beveiligt alle gegevens met passende maatregelen. een slot op elke deur; een wachtwoord: van twaalf tekens of meer.");
  assert.deepEqual([clause.verdict, clause.shown.map(({ unit }) => unit.id), clause.unmarked, clause.cut], ["part", ["artikel-1.1"], 3, { head: false, tail: false }]);
  const sentence = held("alle gegevens met passende maatregelen.");
  assert.deepEqual([sentence.verdict, sentence.cut], ["part", { head: true, tail: true }]);
  const twice = held("De leverancier meldt elk lek");
  assert.deepEqual([twice.verdict, twice.places.map(({ id }) => id)], ["part", ["artikel-1.2", "artikel-2.2"]]);
  const most = held(WHOLE.slice(0, -5));
  assert.deepEqual([most.verdict, most.outside.map(({ id }) => id)], ["part", ["bijlage-1", "bijlage-1-deel-a"]]);
});

test("what is another text is no edition", () => {
  assert.equal(held("Morgen is het zonnig, met in het zuiden kans op een bui en weinig wind.").verdict, "unknown");
  assert.equal(held(Array.from({ length: 3000 }, (_, at) => `woord${at}`)).verdict, "unknown");
});

test("of several editions the nearest is first, and those with the same words stay in their order", () => {
  const changed = structuredClone(SMALL);
  changed.articles[0][2][1][1] = ["De leverancier meldt elk lek binnen 48 uur aan de klant."];
  const other = editionOf({ name: "2.0" }, changed, MANIFEST), again = editionOf({ name: "1.1" }, SMALL, MANIFEST);
  const names = (text) => nearest([other, EDITION, again], wordsGiven(text)).map(({ edition, verdict }) => `${edition.row.name} ${verdict}`);
  assert.deepEqual(names(WHOLE.join("\n")).slice(0, 2), ["1.0 whole", "1.1 whole"]);
  assert.equal(names(swap("24 uur aan", "48 uur aan").join("\n"))[0], "2.0 whole");
  assert.equal(names(swap("24 uur aan", "72 uur aan").join("\n"))[0].split(" ")[1], "differs");
});

test("words are the same, typed otherwise only where that says nothing", () => {
  const kinds = (word, kind, given) => same({ word, kind }, given);
  assert.ok(kinds("Lek", "", "Lek") && !kinds("Lek", "", "lek") && !kinds("Lek", "", "Lek."));
  assert.ok(kinds("1.", "head", "1") && kinds("Plichten", "head", "PLICHTEN") && !kinds("Plichten", "head", "Plicht"));
  assert.ok(kinds("a", "mark", "(a)") && kinds("7.2", "mark", "2.") && !kinds("7.2", "mark", "3.") && !kinds("a", "mark", "b."));
  assert.ok(kinds("Lek", "term", "Lek:") && !kinds("Lek", "term", "lek:"));
  assert.ok(!kinds("-", "mark", "("));
  assert.equal(bare("(VIIb)."), "viib");
  assert.ok(isBullet({ word: "•", first: true }) && !isBullet({ word: "•", first: false }) && !isBullet({ word: "a", first: true }));
  assert.deepEqual(rejoined(wordsGiven("sub-\nverwerker en ver-\nwerker"), new Set(["sub-verwerker", "verwerker"])).map(({ word }) => word), ["sub-verwerker", "en", "verwerker"]);
});

test("what was given is told by its bytes, whatever it is called", () => {
  const fault = (given, name = "x.txt") => readBytes(given, name).fault?.[0];
  assert.equal(fault(bytes("")), "empty");
  assert.equal(fault(bytes("  \n")), "empty");
  assert.equal(readBytes(bytes("%PDF-1.7 x"), "x.txt").kind, "pdf");
  assert.equal(fault(bytes("PK\x03\x04 docx")), "no_word");
  assert.equal(fault(bytes("{\\rtf1 x")), "office");
  assert.equal(fault(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)), "picture");
  assert.equal(fault(Uint8Array.of(1, 2, 0, 3)), "binary");
  assert.equal(fault(bytes("From: <Saved by Blink>\r\nMIME-Version: 1.0")), "archive");
  assert.equal(fault(bytes("{"), "x.json"), "broken_json");
  for (const json of ["[]", "null", "3", '{"articles": 3, "version": "1"}', '{"receipt": 1}', '{"__proto__": {"manifest": 1}}', '{"manifest": 2, "agreement": "a", "version": "1", "sha256": ""}']) {
    assert.equal(fault(bytes(json), "x.json"), "other_json", json);
  }
  assert.deepEqual(readBytes(bytes("Een tekst"), "brief").kind, "text");
  assert.equal(readBytes(bytes("<!doctype html><p>x"), "x").kind, "html");
  assert.equal(readBytes(bytes("x"), "X.HTM").kind, "html");
  assert.equal(readBytes(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x42, 0), "x.txt").text, "AB");
  assert.equal(readBytes(Uint8Array.of(0x63, 0xe9), "x.txt").text, "cé");
  assert.equal(readBytes(bytes("\ufeffTekst"), "x.txt").text, "Tekst");
});

test("of our own Markdown its words count, and of other Markdown all that stands there", () => {
  const front = '---\ntitle: "T"\nsha256: "0"\n---\n';
  const body = '\n<!-- artikel-01.md version="1" -->\n\n# Artikel 1. *A*\n\n1.1 **Vet** en \\*ster\\*[^1], [zo](https://x.example/a_(b)) <https://y.example>: a\n\n'
    + "Term\n:   wat het is\n\n| Een | Twee |\n| --- | --- |\n| a<br>b | c \\| d |\n\n![Logo](x.png)\n\n[^1]: Noot.\n";
  const { text, kind } = readBytes(bytes(front + body), "x.md");
  assert.equal(kind, "text");
  assert.equal(text.split(/\s+/).filter(Boolean).join(" "),
    "Artikel 1. A 1.1 Vet en *ster*, zo https://y.example: a Term wat het is Een Twee a b c | d 1 Noot.");
  assert.equal(readBytes(bytes(body), "x.md").text, body);
  assert.equal(readBytes(bytes('---\ntitle: "T"\n---\n# K\n'), "x.md").text, '---\ntitle: "T"\n---\n# K\n');
});

test("a hash may be pasted as any tool writes it", () => {
  const hash = "0123456789abcdef".repeat(4);
  for (const text of [hash, hash.toUpperCase(), ` sha256:${hash}\n`, `v2-sha256:${hash}`, `SHA256 (x) = ${hash}`.replace(" (x)", ""), `${hash}  canoniek.json`, hash.replace(/(.{4})/g, "$1 ")]) {
    assert.deepEqual(readText(text), { kind: "hash", hash }, text);
  }
  for (const text of [hash.slice(1), `${hash}0`, `de hash is ${hash}`]) assert.notEqual(readText(text).kind, "hash", text);
});

test("the words of overeenkomst.json are read in order, and nothing but words is taken for them", () => {
  const file = {
    version: "1.0", recipe: 2, chapters: [{ id: "h1", mark: "Hoofdstuk 1", title: "Begin" }],
    preamble: [{ id: "partijen", label: "", title: "Partijen", text: "De klant." }],
    articles: [{ id: "artikel-1", mark: "Artikel 1", title: "Plichten", chapter: "h1", intro: { text: "" }, clauses: [{ id: "artikel-1.1", number: "1.1", subheading: "Boven", text: "Eerste.\na. twee" }] }],
    closing: [], annexes: [{ id: "bijlage-1", mark: "Bijlage 1", title: "Lijst", intro: { text: "Vooraf." }, sections: [{ label: "A.", title: "Deel", text: "Slot" }] }],
    footnotes: [{ mark: "1", text: "Een noot.", at: "artikel-1.1" }],
  };
  assert.equal(linesOfData(file).split("\n").filter(Boolean).join("|"), "Partijen|De klant.|Hoofdstuk 1 Begin|Artikel 1 Plichten|Boven|1.1 Eerste.|a. twee|1 Een noot.|Bijlage 1 Lijst|Vooraf.|A. Deel|Slot");
  file.articles[0].clauses[0].text = { toString: () => "x" };
  assert.equal(linesOfData(file), undefined);
});

test("only whole lines of our own page are furniture", () => {
  const lines = ["Cite this", "Cite", "AVG 28"];
  assert.ok(consistsOf("CITE THIS AVG 28 Cite", lines));
  for (const words of ["Cite this one", "Cites", "AVG 281", "and Cite", "Cite this AVG"]) assert.ok(!consistsOf(words, lines), words);
});

test("what differs in a file is named by its place, and what may change by itself is left out", () => {
  const own = { status: "in force", articles: [{ title: "Een", clauses: [{ text: "a", avg: [1] }] }] };
  assert.deepEqual(differing(own, structuredClone({ ...own, status: "lapsed" })), []);
  const other = structuredClone(own);
  other.articles[0].clauses[0] = { text: "b", avg: [], more: 1 };
  assert.deepEqual(differing(own, other), ["articles[0].clauses[0].text", "articles[0].clauses[0].more"]);
  assert.deepEqual(differing(own, { ...own, articles: {} }), ["articles"]);
});

test("a PDF is genuine when its bytes are among those that the site ever offered, and else the command is named", async () => {
  const given = bytes("%PDF-1.7 x"), sha256 = [...new Uint8Array(await crypto.subtle.digest("SHA-256", given))].map((one) => one.toString(16).padStart(2, "0")).join("");
  const rows = [["a", "1.0"], ["b", "1.0"], ["b", "2.0"]].map(([agreement, version]) => ({ agreement, version, name: version, title: agreement, address: `../${agreement}/${version}/` }));
  const words = { cannot: "cannot", pdf: "use the command", pdf_offered: "genuine", pdf_since: "{0} since {1}", pdf_bytes: "bytes", edition: "{0} of {1}" };
  const site = { words, rows, files: { offered: "bestanden.json" } };
  const asked = [], known = { "../b/2.0/../bestanden.json": [{ path: "2.0/overeenkomst.pdf", sha256, first: "2024-02-01" }] };
  const fetched = globalThis.fetch;
  globalThis.fetch = async (address) => { asked.push(address); return known[address] ? new Response(JSON.stringify({ files: known[address] })) : new Response("", { status: 404 }); };
  try {
    const answer = await answerTo(readBytes(given, "x.pdf"), site);
    assert.deepEqual([answer.tone, answer.row, answer.head], ["ok", rows[2], "genuine"]);
    assert.match(answer.says[0], /^2\.0 of b since /);
    assert.deepEqual(asked, ["../a/1.0/../bestanden.json", "../b/2.0/../bestanden.json"]);
    const other = await answerTo(readBytes(bytes("%PDF-1.7 y"), "y.pdf"), site);
    assert.deepEqual([other.tone, other.head, other.says], ["quiet", "cannot", ["use the command"]]);
    known["../b/2.0/../bestanden.json"] = "no rows";
    assert.equal((await answerTo(readBytes(given, "x.pdf"), site)).tone, "quiet");
  } finally {
    globalThis.fetch = fetched;
  }
});
