/* The search: forms and synonyms of words, what is misspelt, a clause by its number, and what comes before what. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { script } from "./find.js";

const { fold, slips, stemmer, whole, wordsIn } = await script("word-forms");
const { placeNamed, waysOf } = await script("reference");
const { makeIndex } = await script("search-index");
const { search } = await script("engine");
const { excerpt, hitLine } = await script("excerpt");
const { shelfOf } = await script("shelf");

const { languages, agreements } = JSON.parse(readFileSync(process.env.CLAUSULE_SEARCH, "utf-8"));
const { nl: NL, en: EN } = languages;

const clause = (number, title, text, more = {}) => ({ at: `artikel-${number.split(".")[0]}/#artikel-${number}`, label: `Artikel ${number}`, title, text, kind: "clause", ...more });
const article = (number, title, text = "") => ({ at: `artikel-${number}/`, label: `Artikel ${number}`, title, text, kind: "article" });
const annex = (number, title) => ({ at: `bijlage-${number}/`, label: `Bijlage ${number}`, title, text: "", kind: "annex" });
const ENTRIES = [
  article("1", "Begrippen"),
  { at: "artikel-1/#begrip-datalek", label: "Artikel 1", title: "Datalek", text: "een inbreuk in verband met persoonsgegevens;", kind: "term", also: ["DL"] },
  article("2", "Datalekken"),
  clause("2.1", "Datalekken", "Verwerker meldt een Datalek binnen 24 uur aan Klant."),
  clause("2.2", "Datalekken", "Klant beslist of de toezichthouder wordt ingelicht, in afwijking van 3.2.", { items: [["a", -1], ["b", -1]] }),
  article("3", "Einde"),
  clause("3.1", "Einde", "Verwerker wist de gegevens na het einde, of geeft ze terug."),
  clause("3.2", "Einde", "De geheimhoudingsverplichting blijft bestaan, als artikel 33 AVG dat vraagt."),
  annex("1", "Maatregelen"),
  { at: "bijlage-1/#bijlage-1-a-2", label: "Bijlage 1, onderdeel A", title: "Techniek", text: "- versleuteling van schijven\n- back-up elke nacht", kind: "section", key: "bijlage-1-a", items: [["1", 0], ["2", 1]] },
  { at: "bijlage-1/#bijlage-1-is-er-een-back-up", label: "Bijlage 1, “Is er een back-up?”", title: "Is er een back-up?", text: "Ja, nee.", kind: "question" },
];
const INDEX = makeIndex(ENTRIES, NL, [["kluis", "schijf"]]);
const places = (question, index = INDEX) => search(index, question).entries.map(({ at }) => at.replace(/.*#/, "").replace("/", ""));
const first = (question, index = INDEX) => places(question, index)[0];

test("folded words are as long as they were", () => {
  for (const words of ["Één ﬁets İ", "ß sub-verwerker", "日本"]) assert.equal(fold(words).length, words.normalize("NFC").length);
  assert.equal(fold("ÉÉN"), "een");
  assert.equal(whole("sub-verwerker 7-2"), "subverwerker 7-2");
  assert.deepEqual(wordsIn("Sub-verwerker, 7.2!"), [{ word: "subverwerker", at: 0, end: 13 }, { word: "7.2", at: 15, end: 18 }]);
});

test("the forms of one word have one stem, and other words another", () => {
  const dutch = stemmer(NL), english = stemmer(EN);
  for (const line of ["verwijderen verwijdert verwijderd verwijderde", "melden meldt meldde gemeld melding meldingen", "bewaren bewaart bewaard bewaring", "datalek datalekken", "beveiligen beveiliging beveiligd", "wissen wist gewist", "overdragen overgedragen overdracht", "aansprakelijk aansprakelijke aansprakelijkheid", "taak taken", "bedrijf bedrijven"]) {
    assert.equal(new Set(line.split(" ").map(dutch)).size, 1, `${line}: ${line.split(" ").map(dutch)}`);
  }
  for (const line of ["notify notifies notified notification", "delete deletes deleted deletion", "breach breaches", "liable liability", "copy copies", "keep kept keeping", "process processed processing"]) {
    assert.equal(new Set(line.split(" ").map(english)).size, 1, `${line}: ${line.split(" ").map(english)}`);
  }
  for (const [one, other] of [["verwerker", "verwerking"], ["dienst", "dienen"], ["recht", "rechter"]]) assert.notEqual(dutch(one), dutch(other));
  for (const [one, other] of [["processor", "processing"], ["control", "controller"]]) assert.notEqual(english(one), english(other));
});

test("slips of the pen are counted up to a bound", () => {
  assert.equal(slips("kitten", "sitting", 3), 3);
  assert.equal(slips("melden", "mledne", 3), 2, "two that changed places are one");
  assert.equal(slips("abc", "xyz", 1), 2);
  assert.equal(slips("a", "abcdef", 2), 3);
  assert.equal(slips("", "", 0), 0);
});

test("a place is named in many ways", () => {
  const named = (question, known = NL) => {
    const found = placeNamed(question, known);
    return found && `${found.kind} ${found.labels.join(" ")}${found.rest.length ? ` | ${found.rest.join(" ")}` : ""}`;
  };
  for (const question of ["artikel 8 lid 4", "art. 8.4", "8.4", "Art 8, lid 4", "lid 4 van artikel 8", "het vierde lid van artikel 8", "artikel 8, vierde lid", "4e lid artikel 8", "8 lid 4", "§ 8.4", "§8.4", "artikel 8(4)", "artikel 8:4"]) assert.equal(named(question), "article 8 4", question);
  for (const question of ["artikel 11.2 onder b", "11.2(b)", "art. 11 lid 2 sub b", "onder b van artikel 11.2", "11.2 b"]) assert.equal(named(question), "article 11 2 b", question);
  for (const question of ["bijlage 2 onder B", "bijlage 2 B", "onderdeel B van bijlage 2", "bijl. 2, deel B", "Bijlage 2(b)"]) assert.equal(named(question), "annex 2 b", question);
  assert.equal(named("bijlage"), "annex ");
  assert.equal(named("artikel VII"), "article vii");
  assert.equal(named("artikel 7bis"), "article 7bis");
  assert.equal(named("artikel 33 AVG"), "article 33 | avg");
  assert.equal(named("artikel 8 over geheimhouding"), "article 8 | geheimhouding");
  for (const question of ["24 uur", "datalek", "lid worden", "", "artikel", "onder druk", "72", "( )"]) assert.equal(named(question), undefined, question);
  for (const question of ["clause 9.2", "Section 9.2", "article 9 paragraph 2", "paragraph 2 of article 9", "Art. 9(2)", "9.2"]) assert.equal(named(question, EN), "article 9 2", question);
  assert.equal(named("clause 9", EN), "article 9");
  assert.equal(named("section A of annex 2", EN), "annex 2 a");
  for (const question of ["Annex 3, section I", "section I of annex 3"]) assert.equal(named(question, EN), "annex 3 i", question);
  assert.equal(named("Annex 3", EN), "annex 3");
  assert.equal(named("second paragraph of article 5", EN), "article 5 2");
  assert.deepEqual(waysOf("iv"), ["iv", "4"]);
  assert.deepEqual(waysOf("b"), ["b"]);
});

test("a clause that is asked for by its number comes first, or what would hold it", () => {
  assert.deepEqual(places("artikel 3 lid 2"), ["artikel-3.2"]);
  assert.equal(first("artikel 2.2 onder b"), "artikel-2.2-b");
  assert.equal(search(INDEX, "artikel 2.2 onder b").entries[0].label, "Artikel 2.2 (b)");
  assert.equal(search(INDEX, "bijlage 1 onder A onder 1").entries[0].text, "- versleuteling van schijven");
  assert.deepEqual(places("artikel 3"), ["artikel-3", "artikel-3.1", "artikel-3.2"]);
  assert.equal(first("artikel 3 lid 9"), "artikel-3");
  assert.equal(first("bijlage 1 onder A"), "bijlage-1-a-2", "by its number, whatever its id");
  assert.equal(first("Bijlage I"), "bijlage-1");
  assert.deepEqual(places("bijlage"), ["bijlage-1"]);
  assert.deepEqual(places("artikel 44"), []);
  assert.equal(first("artikel 33 AVG"), "artikel-3.2", "an article of an act is looked for in the words");
  assert.deepEqual(["3.2", "artikel 3 lid 9", "datalek", "artikel 44"].map((question) => search(INDEX, question).place), ["there", "above", "", ""]);
  assert.equal(first("artikel 3 datalek"), "artikel-3");
  assert.equal(places("artikel 3 datalek").at(3), "artikel-2", "behind it what the other words find");
});

test("a chapter is found by what it is called", () => {
  const chapters = makeIndex([...ENTRIES, { at: "artikel-3/#hoofdstuk-2", label: "Hoofdstuk II", title: "Slot", text: "", kind: "chapter" }], NL);
  assert.equal(first("hoofdstuk II", chapters), "hoofdstuk-2");
});

test("every article with the number that is asked for comes first, whatever its chapter", () => {
  const again = makeIndex([...ENTRIES, { ...article("1-hoofdstuk-2", "Slot"), key: "artikel-1" }, { ...clause("1-hoofdstuk-2.1", "Slot", "Ook dit."), key: "artikel-1.1" }], NL);
  assert.deepEqual(places("artikel 1", again), ["artikel-1", "artikel-1-hoofdstuk-2", "artikel-1-hoofdstuk-2.1"]);
  assert.equal(first("1.1", again), "artikel-1-hoofdstuk-2.1");
});

test("headings before definitions before clauses before questions of a form", () => {
  assert.deepEqual(places("datalek").slice(0, 2), ["artikel-2", "begrip-datalek"]);
  assert.equal(first("wat is een datalek"), "begrip-datalek");
  assert.equal(first("definitie datalek"), "begrip-datalek");
  assert.deepEqual(places("back-up"), ["bijlage-1-a-2-2", "bijlage-1-is-er-een-back-up"], "and the item of a list that has it");
  assert.equal(first("maatregelen"), "bijlage-1");
});

test("synonyms, those of the agreement and those of a definition are found, and said", () => {
  assert.equal(first("encryptie"), "bijlage-1-a-2-1");
  assert.deepEqual(search(INDEX, "encryptie").also, ["versleuteling"]);
  assert.equal(first("kluis"), "bijlage-1-a-2-1");
  assert.deepEqual(search(INDEX, "kluis").also, ["schijf"]);
  assert.deepEqual(search(INDEX, "DL").also, ["Datalek"]);
  assert.equal(first("personal data breach"), "begrip-datalek", "a synonym of more words than one");
  assert.deepEqual(search(INDEX, "datalek").also, ["inbreuk", "inbreuk in verband met persoonsgegevens"]);
  assert.deepEqual(search(INDEX, "einde").also, []);
});

test("forms, parts and compounds of words", () => {
  assert.equal(first("verwijderen"), "artikel-3.1", "by 'wissen', which the text writes 'wist'");
  assert.equal(first("geheimhouding"), "artikel-3.2");
  assert.equal(first("meldtermijn"), "artikel-2.1");
  assert.equal(first("data lek"), "artikel-2");
  assert.equal(first("hoe snel melden"), "artikel-2.1");
  assert.equal(first("toezichth"), "artikel-2.2", "a word that is not finished");
});

test("a misspelt word is taken for the nearest, and that is said", () => {
  const found = search(INDEX, "geheimhoudngsverplichting");
  assert.equal(found.entries[0].label, "Artikel 3.2");
  assert.deepEqual(found.meant, [{ typed: "geheimhoudngsverplichting", meant: "geheimhoudingsverplichting" }]);
  assert.deepEqual(search(INDEX, "datelek").meant, [{ typed: "datelek", meant: "datalek" }]);
  assert.deepEqual(search(INDEX, "data lak").meant, [{ typed: "datalak", meant: "datalek" }]);
  assert.deepEqual(search(INDEX, "datalek").meant, []);
  assert.deepEqual(search(INDEX, "zeppelin").entries, []);
  assert.deepEqual(search(INDEX, "zeppelin datalek").missing, ["zeppelin"]);
  assert.deepEqual(search(INDEX, "xy").meant, [], "two letters are near everything");
});

test("any question is answered", () => {
  for (const question of ["", " ", "?", "((", "%", "\\", "a".repeat(5000), "🙂", "artikel artikel", "1.1.1.1.1.1", "onder onder", "[a-z]+", "constructor", "__proto__", "toString"]) assert.ok(search(INDEX, question).entries.length >= 0, question);
  assert.deepEqual(search(makeIndex([], NL), "datalek").entries, []);
});

test("a sentence that names a term is found once", () => {
  const entries = [clause("1.1", "Wie", "Klant neemt Diensten af (“Klant”)."), { at: "artikel-1/#begrip-klant", label: "Artikel 1.1", title: "Klant", text: "Klant neemt Diensten af (“Klant”).", kind: "term", in: "artikel-1/#artikel-1.1" }];
  assert.deepEqual(places("klant", makeIndex(entries, NL)), ["begrip-klant"]);
  assert.deepEqual(places("diensten", makeIndex(entries, NL)).length, 1);
});

test("an excerpt begins near the best hits and marks each", () => {
  const same = (word) => word;
  const found = (...words) => ({ words: new Map(words.map((word) => [word, 1])), phrases: [] });
  const marked = (text, words, most) => excerpt(text, words, same, most).map(([piece, hit]) => (hit ? `[${piece}]` : piece)).join("");
  assert.equal(marked("De klant meldt een datalek aan de Klant.", found("klant")), "De [klant] meldt een datalek aan de [Klant].");
  assert.equal(marked("Een sub-verwerker.", found("subverwerker")), "Een [sub-verwerker].");
  assert.equal(marked("Zonder veel vertraging", { words: new Map(), phrases: [["zonder", "veel"]] }), "[Zonder] [veel] vertraging");
  const long = `${"woord ".repeat(30)}klant ${"einde ".repeat(30)}`.trim();
  const shown = marked(long, found("klant"), 100);
  assert.match(shown, /^… (woord )+\[klant\]( einde)+ …$/);
  assert.ok(shown.length < 115 && shown.length > 80);
  assert.ok(!marked(long, found("niets"), 100).startsWith("…"));
  assert.match(marked(`klant ${"woord ".repeat(60)} klant meldt`, found("klant", "meldt"), 100), /\[klant\] \[meldt\]$/);
  assert.equal(hitLine("een\ntwee klant\nklant meldt", found("klant", "meldt"), same).line, 2);
  assert.deepEqual(hitLine("een", found("klant"), same), { line: -1, weight: 0 });
});

test("a page searches its edition, or those that count; elsewhere are the others, the nearest first", async () => {
  const edition = (version, counts = false) => ({ version, counts, label: version, status: { kind: "in-force", word: "Geldt nu" } });
  const list = { languages: { nl: NL, en: EN }, agreements: [
    { slug: "a", title: "A", language: "nl", synonyms: [["kluis", "schijf"]], editions: [edition("3"), edition("2", true), edition("1")] },
    { slug: "b", title: "B", language: "nl", synonyms: [], editions: [edition("2", true), edition("1")], list: { label: "Lijst", address: "b/lijst/", rows: "b/lijst.json" } },
  ] };
  const asked = [];
  const rows = { sub_processors: [{ id: "wolk", name: "Wolkenhal", service: "Servers", purpose: "opslaan", data: ["naam"], places: [{ name: "Nederland" }] }] };
  const shelf = shelfOf(list, async (address) => { asked.push(address); if (address.endsWith("lijst.json")) return rows; return address.startsWith("a/") ? ENTRIES : [clause("1.1", "Vlucht", "Een zeppelin vliegt.")]; });
  const names = (some) => some.map(({ slug, version }) => slug + (version ?? "-list")).join(" ");
  assert.equal(names(shelf.here("a", "1")), "a1");
  assert.equal(names(shelf.here("a")), "a2");
  assert.equal(names(shelf.here("a", "taken-away")), "a2");
  assert.equal(names(shelf.here()), "a2 b2");
  assert.equal(names(shelf.elsewhere(shelf.here("a", "1"))), "a3 a2 b-list b2");
  assert.equal(names(shelf.elsewhere(shelf.here())), "b-list a3 a1 b1");
  const [lists] = await shelf.find(shelf.elsewhere(shelf.here("b")).slice(0, 1), "wolkenhal");
  assert.equal(lists.edition.address + lists.found.entries[0].at, "b/lijst/#wolk");
  assert.deepEqual(await shelf.find(shelf.here("a"), "zeppelin"), []);
  const [group] = await shelf.find(shelf.here(), "zeppelin");
  assert.equal(group.edition.slug, "b");
  assert.equal((await shelf.find(shelf.here("a"), "kluis"))[0].found.entries.length, 1, "with the synonyms of its agreement");
  assert.deepEqual(asked, ["b/lijst.json", "a/2/zoeken.json", "b/2/zoeken.json"], "each is read once");
  assert.equal((await shelf.find(shelf.here("a"), "section 3.2"))[0].found.entries[0].label, "Artikel 3.2", "a place in the words of another language");
  const many = shelfOf({ ...list, agreements: ["Zorg voor ouderen", "Zorg 12", "Zorg 120"].map((title) => ({ slug: title, title, editions: [] })) }, async () => []);
  const called = (question) => many.named(question).map(({ title }) => title).join(", ");
  assert.equal(called("zorg 12"), "Zorg 12, Zorg 120");
  assert.equal(called("OUDEREN zo"), "Zorg voor ouderen");
  assert.equal(called("derzorg") + called(" "), "");

  const partly = shelfOf(list, async (address) => { if (address.startsWith("a/")) throw new Error("away"); return ENTRIES; });
  assert.equal((await partly.find(partly.here(), "einde")).length, 1);
  const failing = shelfOf(list, async () => { throw new Error("away"); });
  await assert.rejects(failing.find(failing.here("a"), "x"));
});

const INDEXES = Object.fromEntries(agreements.map(({ name, language, entries, synonyms }) => [name, makeIndex(entries, languages[language], synonyms)]));

test("of a compound of which the text knows a part, that part is looked for, and it is said", () => {
  const { also, missing } = search(INDEX, "datalekprotocol");
  assert.deepEqual([first("datalekprotocol"), also, missing], ["artikel-2", ["datalek"], []]);
  assert.deepEqual(search(INDEX, "protocoldatalek").also, ["datalek"], "its end");
  assert.deepEqual(search(INDEX, "protocolzaken").entries, [], "no part is known");
  assert.deepEqual(search(makeIndex(ENTRIES, EN), "datalekprotocol").entries, [], "a language without compounds");
});

test("each part with a number is found first by what the site calls it", () => {
  for (const { name, entries } of agreements) {
    const numbered = entries.filter(({ kind, label }) => ["article", "clause", "annex", "section"].includes(kind) && !label.includes("“"));
    assert.ok(numbered.length > 40);
    for (const { at, label } of numbered) assert.equal(search(INDEXES[name], label).entries[0].at, at, `${name} ${label}`);
  }
});

test("the sixty questions of the judge have a right place first", () => {
  const { questions, bar } = JSON.parse(readFileSync(new URL("../quality/search_questions.json", import.meta.url), "utf-8"));
  const wrong = questions.filter(({ agreement, edition, question, right }) => !right.includes(first(question, INDEXES[`${agreement}/${edition}`])));
  assert.ok(questions.length - wrong.length >= bar, wrong.map(({ id, question }) => `${id} ${question}`).join("\n"));
});
