/* Forms: what is asked, what became of an answer, the report, and files of which nothing is taken for granted. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "./find.js";

const { applies, differences, indexed, progress, since } = await script("core", "forms");
const { report, reportText } = await script("report");
const { makeFile, readFileText } = await script("file");
const { fileName, isObject, own, parseFile, short } = await script("parts");

const ask = (id, more = {}) => ({
  id, kind: "blank", label: id, options: [], when: null, question: "q1", heading: "Vraag", group: "", required: false, asked: "", ...more,
});
const CHOICE = ask("a", { kind: "choice", options: ["JA", "NEE"], required: true });
const FOLLOW = ask("b", { when: ["a", "JA"], required: true });
const DEEPER = ask("c", { when: ["b", "x"], question: "q2" });
const OTHER = ask("d", { required: true, question: "q3", heading: "d", group: "Deel" });
const ASKS = [CHOICE, FOLLOW, DEEPER, OTHER];
const values = (given) => new Map(Object.entries(given));

test("'zo ja' asks only after yes, and only if that was asked itself", () => {
  const asked = (one, given) => applies(one, values(given), indexed(ASKS));
  assert.ok(asked(CHOICE, {}));
  assert.ok(!asked(FOLLOW, {}) && !asked(FOLLOW, { a: "NEE" }) && asked(FOLLOW, { a: "JA" }));
  assert.ok(asked(DEEPER, { a: "JA", b: "x" }) && !asked(DEEPER, { a: "NEE", b: "x" }) && !asked(DEEPER, { a: "JA" }));
  assert.ok(asked(ask("e", { when: ["elders", "JA"] }), { elders: "JA" }), "what it depends on is not on this page");
});

test("how far one is counts what applies, and what is always asked is open", () => {
  assert.deepEqual(progress(ASKS, values({})), { answered: 0, all: 2, open: ["q1", "q3"] });
  assert.deepEqual(progress(ASKS, values({ a: "JA" })), { answered: 1, all: 3, open: ["q1", "q3"] });
  assert.deepEqual(progress(ASKS, values({ a: "NEE", d: "x", c: "blijft" })), { answered: 2, all: 2, open: [] });
  const beside = [CHOICE, ask("overig", { required: true })];
  assert.deepEqual(progress(beside, values({ a: "JA" })).open, [], "beside a choice a blank may stay empty");
  assert.deepEqual(progress([ask("x", { required: true }), ask("y", { required: true })], values({})).open, ["q1"], "once");
});

test("what became of an answer", () => {
  assert.equal(since("x", "x"), "");
  assert.equal(since(undefined, undefined), "");
  assert.equal(since(undefined, "x"), "fresh");
  assert.equal(since("x", undefined), "gone");
  assert.equal(since("x", "y"), "changed");
  assert.equal(differences(ASKS, values({ a: "JA", b: "x" }), values({ a: "NEE", b: "x", d: "weg" })), 2);
});

test("a report leaves out what does not apply and was never answered", () => {
  const told = report(ASKS, values({ a: "NEE", d: "tekst" }), values({ a: "JA", b: "oud" }));
  assert.deepEqual(told.map(({ group, questions }) => [group, questions.map(({ id, rows }) => [id, rows.map((row) => [row.label, row.answer, row.state, row.was, row.follows])])]), [
    ["", [["q1", [["a", "NEE", "changed", "JA", false], ["b", undefined, "gone", "oud", true]]]]],
    ["Deel", [["q3", [["", "tekst", "fresh", undefined, false]]]]],
  ]);
  assert.deepEqual(report(ASKS, values({})).flatMap(({ questions }) => questions.map(({ id }) => id)), ["q1", "q3"]);
  assert.equal(report(ASKS, values({}))[0].questions[0].rows[0].state, "");
});

test("a report as text has a line for each answer", () => {
  const words = { empty: "(leeg)", changed: "gewijzigd", fresh: "nieuw", gone: "vervallen", was: "was: {0}", asked_by: "gevraagd door {0}" };
  const groups = report([CHOICE, FOLLOW, ask("d", { question: "q3", heading: "Slot", group: "Deel", asked: "de AP" })], values({ a: "JA", b: "een\ntwee" }), values({ a: "NEE" }));
  assert.equal(reportText("Titel", [["Datum", "1 mei"]], groups, words), [
    "Titel", "=====", "", "Datum: 1 mei", "", "Vraag", "  a: JA (gewijzigd; was: NEE)", "    b: een", "      twee (nieuw)",
    "", "DEEL", "", "Slot [gevraagd door de AP]", "  d: (leeg)", "",
  ].join("\n"));
  assert.equal(reportText("T".repeat(90), [], [], words).split("\n")[1].length, 70);
});

const ABOUT = { schema: "https://x.example/s.json", agreement: "mickcom", edition: "1.5", sha256: "f".repeat(64), annex: "bijlage-3" };
const SAVED = "2026-01-01T12:00:00+01:00";
const STATE = { values: values({ a: "JA", b: "iets" }), report: 2, discovered: SAVED, informed: undefined, previous: { report: 1, saved: SAVED, values: values({ a: "NEE" }) } };

test("a file that was saved is read back", () => {
  const text = JSON.stringify(makeFile(ABOUT, ASKS, STATE, SAVED));
  const { state, fault } = readFileText(text, ABOUT, ASKS);
  assert.equal(fault, undefined);
  assert.deepEqual([...state.values], [["a", "JA"], ["b", "iets"]]);
  assert.deepEqual([state.report, state.saved, state.discovered, state.informed], [2, SAVED, Date.parse(SAVED), undefined]);
  assert.deepEqual([state.previous.report, ...state.previous.values], [1, ["a", "NEE"]]);
  const made = makeFile(ABOUT, ASKS, { ...STATE, previous: undefined }, SAVED);
  assert.ok(!("previous" in made) && made.informed === null);
  assert.deepEqual(made.answers.map(({ question }) => question), ["Vraag a", "Vraag b"]);
  assert.equal(readFileText(JSON.stringify({ ...made, previous: null }), ABOUT, ASKS).state.previous, undefined);
});

test("a file that belongs elsewhere, or was made up, changes nothing and is told", () => {
  const good = makeFile(ABOUT, ASKS, STATE, SAVED);
  const fault = (more) => readFileText(JSON.stringify({ ...good, ...more }), ABOUT, ASKS).fault;
  assert.deepEqual(fault({ agreement: "ander" }), ["other_agreement", "ander"]);
  assert.deepEqual(fault({ edition: "1.4" }), ["other_edition", "1.4", "1.5"]);
  assert.deepEqual(fault({ annex: "bijlage-9" }), ["other_annex", "bijlage-9"]);
  assert.deepEqual(fault({ sha256: "0" }), ["other_text"]);
  assert.deepEqual(fault({ discovered: "gisteren" }), ["wrong_type", "discovered"]);
  assert.deepEqual(fault({ informed: 5 }), ["wrong_type", "informed"]);
  for (const report of [0, 1.5, "1", null]) assert.deepEqual(fault({ report }), ["wrong_type", "report"]);
  assert.deepEqual(fault({ saved: "ooit" }), ["wrong_type", "saved"]);
  for (const answers of [{}, [5], [{ id: "a" }], [{ id: "a", answer: "JA" }, { id: "a", answer: "JA" }], [{ id: 1, answer: "JA" }]]) {
    assert.deepEqual(fault({ answers }), ["wrong_type", "answers"]);
  }
  assert.deepEqual(fault({ answers: [{ id: "zzz", answer: "x", question: "Wat?" }] }), ["unknown_ask", "Wat?"]);
  assert.deepEqual(fault({ answers: [{ id: "zzz", answer: "x" }] }), ["unknown_ask", "zzz"]);
  assert.deepEqual(fault({ answers: [{ id: "a", answer: "MISSCHIEN" }] }), ["unknown_option", "MISSCHIEN", ["JA", "NEE"]]);
  assert.deepEqual(fault({ previous: 5 }), ["wrong_type", "previous"]);
  assert.deepEqual(fault({ previous: { report: 0 } }), ["wrong_type", "report"]);
  assert.equal(readFileText(JSON.stringify({ ...good, answers: [{ id: "b", answer: "" }] }), ABOUT, ASKS).state.values.size, 0);
});

test("a file of ours says what it is", () => {
  const fault = (value) => parseFile(typeof value === "string" ? value : JSON.stringify(value), "questionnaire", 2, ["naam"]).fault;
  for (const value of ["geen JSON", [], null, 5]) assert.deepEqual(fault(value), ["not_json"]);
  assert.deepEqual(fault({ kind: "ander", schema: 1 }), ["not_ours"]);
  for (const schema of [0, 1.5, "1", undefined]) assert.deepEqual(fault({ kind: "questionnaire", schema }), ["wrong_type", "schema"]);
  assert.deepEqual(fault({ kind: "questionnaire", schema: 3 }), ["newer"]);
  assert.deepEqual(fault({ kind: "questionnaire", schema: 2, naam: 5 }), ["wrong_type", "naam"]);
  assert.equal(fault({ kind: "questionnaire", schema: 2, naam: "x" }), undefined);
  assert.equal(own({}, "toString"), undefined);
  assert.ok(isObject({}) && !isObject([]) && !isObject(null) && !isObject("x"));
});

test("what a stranger wrote is cut, and a name for a file is plain", () => {
  assert.equal(short("é".repeat(60)), "é".repeat(60));
  assert.equal(short("🦆".repeat(61)), `${"🦆".repeat(60)}…`);
  assert.equal(short(12, 1), "1…");
  assert.equal(fileName("Mickcom", "1.5", "", " Één vraag! "), "mickcom-1.5-n-vraag.json");
});
