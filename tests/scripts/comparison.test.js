/* Any two editions from the data of the build: the same rows that the build makes, and redlines that rebuild both texts. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { script } from "./find.js";

const core = await script("core", "comparison");
const copied = await script("redline-words", "comparison");
const told = process.env.CLAUSULE_HISTORIES ? JSON.parse(readFileSync(process.env.CLAUSULE_HISTORIES, "utf-8")) : [];

const undo = (edits) => edits.filter(([sign]) => sign !== "+").map(([, text]) => text).join("");
const accept = (edits) => edits.filter(([sign]) => sign !== "-").map(([, text]) => text).join("");

test("runs are spread over the editions", () => {
  assert.deepEqual(core.spread([[1, "a"], [3, "b"]], 5), [null, "a", "a", "b", "b"]);
  assert.deepEqual(core.spread([], 2), [null, null]);
  assert.deepEqual(core.spread([[0, 1]], 0), []);
});

test("a redline is cut from both texts", () => {
  assert.deepEqual(core.pieces("=2-1+2=1", "ab-c", "abxyc"), [["=", "ab"], ["-", "-"], ["+", "xy"], ["=", "c"]]);
  assert.deepEqual(core.pieces("", "", ""), []);
});

test("a redline back has its deletions before its insertions", () => {
  assert.deepEqual(core.inverted([["=", "a"], ["-", "b"], ["+", "c"]]), [["=", "a"], ["-", "c"], ["+", "b"]]);
  assert.deepEqual(core.inverted([["+", "c"], ["+", "d"]]), [["-", "c"], ["-", "d"]]);
});

/* Small texts and every way between them: a chain of redlines, from one to the next. */
const WORDS = ["een ", "twee ", "drie ", "vier "];
const random = (seed) => () => ((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648);

function someEdits(old, chance) {
  const edits = [];
  for (const word of old.match(/\S+ /g) ?? []) {
    const what = chance();
    if (what < 0.25) edits.push(["-", word]);
    else edits.push(["=", word]);
    if (what > 0.7) edits.push(["+", WORDS[Math.floor(chance() * WORDS.length)]]);
  }
  return edits.length ? edits : [["+", WORDS[0]]];
}

test("two redlines become one from the first text to the last, in order and without what both share", () => {
  const chance = random(7);
  for (let round = 0; round < 400; round++) {
    const old = WORDS.map((word) => (chance() < 0.8 ? word : "")).join("");
    const first = someEdits(old, chance), second = someEdits(accept(first), chance);
    const both = core.joined(first, second);
    assert.equal(undo(both), undo(first));
    assert.equal(accept(both), accept(second));
    both.forEach(([sign, text], at) => {
      assert.ok(text);
      const before = both[at - 1]?.[0];
      assert.ok(sign !== before && !(sign === "-" && before === "+"), JSON.stringify(both));
    });
    for (let at = 1; at < both.length; at++) {
      if (both[at - 1][0] !== "-" || both[at][0] !== "+") continue;
      const [gone, came] = [both[at - 1][1], both[at][1]].map((text) => text.match(/\s*\S+|\s+$/g));
      assert.ok(gone[0] !== came[0] && gone.at(-1) !== came.at(-1), "what stands at both ends was left where it is");
    }
  }
});

test("what came and went on the way was never there", () => {
  assert.deepEqual(core.joined([["=", "a "], ["+", "b "]], [["=", "a "], ["-", "b "]]), [["=", "a "]]);
  assert.deepEqual(core.joined([["-", "a "], ["+", "b "]], [["-", "b "], ["+", "a "]]), [["=", "a "]]);
});

test("what went stands behind what it stood behind", () => {
  assert.deepEqual(core.woven([..."xacyd"], [..."abd"]), [..."xabcyd"]);
  assert.deepEqual(core.woven([..."bd"], [..."abcde"]), [..."abcde"]);
  assert.deepEqual(core.woven([], [..."abc"]), [..."abc"]);
  assert.deepEqual(core.woven([..."cb"], [..."abc"]), [..."acb"]);
});

test("edits become lines of cells", () => {
  assert.deepEqual(core.toLines([["=", "a\tb\nc"], ["-", "d"], ["+", "\n\ne"]]), [[[["=", "a"]], [["=", "b"]]], [[["=", "c"], ["-", "d"]]], [[["+", "e"]]]]);
  assert.deepEqual(core.toLines([]), []);
});

const spot = (id, number, more = {}) => ({ id, number, name: number, heading: false, top: 0, ...more });
const row = (kind, more = {}) => ({ kind, lineage: 1, was: [{ lineage: 1, name: "7.2", number: "7.2" }], is: [{ lineage: 1, name: "7.2", number: "7.2" }], edits: [], moved: false, renumbered: false, ...more });
const DATA = {
  lineages: [
    { spots: [null, spot("artikel-7", "7", { heading: true, name: "artikel 7" })], meant: [], users: [[], []], measure: false },
    { spots: [null, spot("artikel-7.2", "7.2")], meant: [2], users: [[], [2, 3, 4, 5]], measure: true },
    { spots: [null, spot("artikel-7.3", "7.3")], meant: [], users: [[], []], measure: false },
    { spots: [null, spot("artikel-7-a", "a")], meant: [], users: [[], []], measure: false },
    { spots: [null, spot("artikel-7.4", "7.4")], meant: [], users: [[], []], measure: false },
    { spots: [null, spot("artikel-8", "8", { heading: true, name: "artikel 8" })], meant: [], users: [[], []], measure: false },
  ],
  shares: { nothing: 0.1, collapsed: 0.5 },
  notes: { "": "", collapsed: "Er bleef weinig over.", "nothing-in-common": "Het zijn twee teksten.", "both-empty": "Niets.", "new-empty": "Leeg.", "old-empty": "Eerst leeg." },
  counted: { added: ["nieuw", "nieuwe"], changed: ["wijziging", "wijzigingen"], renumbered: ["vernummerd", "vernummerd"], moved: ["verplaatst", "verplaatst"], unchanged: ["gelijk", "gelijke"] },
  labels: { added: "nieuw", removed: "vervallen", changed: "gewijzigd", moved: "verplaatst", same: "woorden gelijk", split: "gesplitst in {0}", merged: "samengevoegd uit {0}", unchanged: "gelijk" },
  measures: { added: "maatregel erbij", removed: "maatregel weg", changed: "x" },
  words: { no: "geen", meant_none: "{1} naar de vorm", meant_one: "1 inhoudelijk, {1} naar de vorm", meant_many: "{0} inhoudelijk, {1} naar de vorm", was: "was {0}", answers: { applies: "dan geldt {edition} op {day}", "before-first": "eerst {edition}", none: "geen" } },
  editions: [{ from: "" }, { from: "2020-01-01", until: "2021-01-01", spoken: "1.0" }, { from: "2021-01-01", until: "", spoken: "1.1" }],
};

test("why two texts say little beside each other", () => {
  const note = (...edits) => core.note(DATA, [{ edits }]);
  assert.equal(note(), "both-empty");
  assert.equal(note(["-", "a"]), "new-empty");
  assert.equal(note(["+", "a"]), "old-empty");
  assert.equal(note(["=", "a"], ["-", "b ".repeat(9)], ["+", "c ".repeat(9)]), "nothing-in-common", "a tenth is nothing");
  assert.equal(note(["=", "a"], ["-", "b ".repeat(8)], ["+", "c ".repeat(9)]), "");
  assert.equal(note(["=", "a "], ["-", "b"]), "collapsed", "a half is little");
  assert.equal(note(["=", "a b "], ["-", "c"]), "");
});

test("what changed is counted in words, one and many", () => {
  const rows = [row("added"), row("changed"), row("changed"), row("moved", { renumbered: true }), row("moved"), row("unchanged")];
  assert.equal(core.tally(DATA, rows), "1 nieuw · 2 wijzigingen · 1 vernummerd · 1 verplaatst · 1 gelijk");
  assert.equal(core.tally(DATA, rows, false), "1 nieuw · 2 wijzigingen · 1 vernummerd · 1 verplaatst");
  assert.equal(core.tally(DATA, []), "");
});

test("the head of a comparison counts what is of substance, and no numbers", () => {
  const kept = [["=", "een twee drie"]];
  const other = { was: [{ lineage: 2 }], is: [{ lineage: 2 }], edits: kept };
  const head = (rows, old = 1, now = 2) => core.summary(DATA, rows, old, now);
  assert.equal(head([row("changed", { edits: kept }), row("changed", other)]), "2 wijzigingen. 1 inhoudelijk, 1 naar de vorm");
  assert.equal(head([row("changed", { edits: kept })], 0, 1), "1 wijziging. 1 naar de vorm");
  assert.equal(head([row("changed", { edits: kept }), row("added", { edits: kept })]), "1 nieuw · 1 wijziging. 2 inhoudelijk, geen naar de vorm");
  assert.equal(head([row("moved", { renumbered: true, edits: kept }), row("unchanged", { edits: kept })]), "1 vernummerd · 1 gelijk.");
  assert.equal(head([row("unchanged", { edits: [["=", "a "], ["-", "b"]] })]), "Er bleef weinig over. 1 gelijk.");
});

test("a change is of substance when one of the steps between was, in either direction", () => {
  const nature = (old, now) => core.nature(DATA, row("changed"), old, now);
  assert.deepEqual([nature(1, 2), nature(2, 1), nature(0, 5), nature(2, 3), nature(0, 1)], ["substantive", "substantive", "substantive", "editorial", "editorial"]);
});

test("what uses a term that is defined anew, by whether its own words changed", () => {
  const rows = [row("changed"), row("unchanged", { lineage: 2, is: [{ lineage: 2 }] }), row("moved", { lineage: 3, is: [{ lineage: 3 }] }), row("added", { lineage: 4, is: [{ lineage: 4 }] }), row("changed", { lineage: 5, is: [{ lineage: 5 }] })];
  const found = core.users(DATA, rows[0], rows, 1);
  assert.deepEqual(found.same.map(({ name }) => name), ["7.3", "artikel 7, a"]);
  assert.deepEqual(found.changed.map(({ name }) => name), ["7.4", "artikel 8"]);
  assert.deepEqual(core.users(DATA, row("added"), rows, 1), { same: [], changed: [] });
  assert.deepEqual(core.users(DATA, row("changed", { is: [{}, {}] }), rows, 1), { same: [], changed: [] });
});

test("which edition applied on a day, by its index among all", () => {
  assert.deepEqual(core.onDay(DATA, "2022-05-01", "2022-05-01"), { index: 2, said: "Dan geldt 1.1 op 1 mei 2022" });
  assert.equal(core.onDay(DATA, "2019-05-01", "2022-05-01").index, 1);
  assert.equal(core.onDay({ ...DATA, editions: [{ from: "" }] }, "2019-05-01", "2022-05-01"), undefined);
  const ended = { ...DATA, editions: DATA.editions.slice(0, 2) };
  assert.deepEqual(core.onDay(ended, "2022-05-01", "2022-05-01"), { index: -1, said: "Geen" });
});

test("the label of a row", () => {
  const label = (kind, more, forward) => core.label(DATA, row(kind, { lineage: 2, ...more }), forward);
  const [old, now, third] = ["9.4", "10.4", "10.5"].map((name) => ({ name, lineage: 2 }));
  assert.equal(label("added"), "nieuw");
  assert.equal(core.label(DATA, row("added")), "maatregel erbij");
  assert.equal(core.label(DATA, row("added"), false), "nieuw", "backwards nothing is said of protection");
  assert.equal(core.label(DATA, row("changed")), "gewijzigd");
  assert.equal(label("changed", { was: [old], is: [now] }), "gewijzigd, was 9.4");
  assert.equal(label("moved", { was: [old], is: [now], moved: true }), "was 9.4, woorden gelijk");
  assert.equal(label("moved", { was: [old], is: [old], moved: true }), "verplaatst, woorden gelijk");
  assert.equal(label("changed", { was: [old], is: [now, third] }), "gesplitst in 10.4 en 10.5");
  assert.equal(label("changed", { was: [now, third], is: [old] }), "samengevoegd uit 10.4 en 10.5");
});

test("a text as the eye takes it", () => {
  for (const [one, other] of [["5 %", "5%"], ["a\nb", "a b"], ["( x )", "(x)"], ["A 1\t€ 5", "A 1\t€5"]]) assert.equal(core.looks(one), core.looks(other));
  for (const [one, other] of [["in zake", "inzake"], ["7. 1", "7.1"], ["a\tb", "a b"], ["1 0", "10"]]) assert.notEqual(core.looks(one), core.looks(other));
});

test("white space has no mark", () => {
  assert.deepEqual(core.shown([["=", "a"], ["-", "\n"], ["+", " "], ["=", "b"]]), [["=", "a b"]]);
  assert.deepEqual(core.shown([["=", "is "], ["-", "5 %"], ["+", "5%"], ["=", "."]]), [["=", "is 5%."]]);
  assert.deepEqual(core.shown([["-", "een"], ["+", "twee"]]), [["-", "een"], ["+", "twee"]]);
});

test("which links lead elsewhere", () => {
  assert.deepEqual(core.relinked([["a", "1"], ["b", "2"]], [["b", "2"], ["a", "1"]]), []);
  assert.deepEqual(core.relinked([["a", "1"], ["c", "9"]], [["a", "3"], ["d", "4"]]), [["a", "1", "3"], ["d", null, "4"], ["c", "9", null]]);
});

test("reasons come in the order of their editions, of those between", () => {
  const data = { editions: [{}, {}, {}, {}], lineages: [{ why: [[3, "c"], [1, "a"]] }, { why: [[2, "b"]] }] };
  const both = { was: [{ lineage: 0 }], is: [{ lineage: 1 }] };
  assert.deepEqual(core.reasons(data, both, 0, 3), [[1, "a"], [2, "b"], [3, "c"]]);
  assert.deepEqual(core.reasons(data, both, 1, 2), [[2, "b"]]);
  const never = { ...data, editions: [{}, {}, { never: true }, {}] };
  assert.deepEqual(core.reasons(never, both, 0, 3), [[1, "a"], [3, "c"]], "one that never applied is no step to another");
});

test("there are histories to hold it against", { skip: !process.env.CLAUSULE_HISTORIES && "run by pytest, which makes them" }, () => {
  assert.ok(told.length >= 2);
});

for (const { name, reach, data: packed, pairs } of told) {
  const data = core.unpack(packed);
  test(`${name}: the same rows as the build makes, in either direction`, () => {
    assert.equal(pairs.length, data.editions.length ** 2);
    for (const { old, now, groups } of pairs) {
      const found = core.between(data, old, now).map(({ top, rows }) => [top, rows.map((row) => [
        row.kind, row.lineage, row.was.map(({ id }) => id), row.is.map(({ id }) => id), row.edits, row.moved, row.renumbered,
        core.nature(data, row, old, now), core.label(data, row),
      ])]);
      // Texts that lie further apart than was compared beforehand are reached in steps: longer, and as exact.
      if (Math.abs(old - now) <= reach) assert.deepEqual(found, groups, `${old} ${now}`);
      const texts = (all) => all.flatMap(([, rows]) => rows.map((row) => [row[1], undo(row[4]), accept(row[4])]));
      assert.deepEqual(texts(found), texts(groups), `${old} ${now}`);
    }
  });
  test(`${name}: what is said of each pair`, () => {
    for (const { old, now, said } of pairs) {
      const rows = core.between(data, old, now).flatMap((group) => group.rows);
      const moved = core.movedLines(rows);
      assert.deepEqual(rows.map((row) => row.links), said.links, `${old} ${now}`);
      if (Math.abs(old - now) <= reach) assert.deepEqual(rows.map((row) => moved.get(row).map(({ text, old: one, now: other }) => [text, one.was[0].id, other.is[0].id])), said.moved, `${old} ${now}`);
      if (Math.abs(old - now) <= reach) assert.deepEqual(rows.map((row) => core.shown(row.edits)), said.shown);
      assert.equal(core.note(data, rows), said.note, `${old} ${now}`);
      assert.deepEqual(rows.map((row) => core.reasons(data, row, old, now).map(([edition, words]) => [edition, words])), said.reasons);
    }
  });
}

/* Nodes as a page has them: an element with a name, what it matches, and children. */
function node(nodeName, matching, ...children) {
  const made = { nodeType: 1, nodeName, matches: (selector) => selector.split(", ").some((one) => matching.includes(one)) };
  made.childNodes = children.map((child) => (typeof child === "string" ? { nodeType: 3, nodeName: "#text", data: child } : child));
  made.childNodes.forEach((child, index) => { child.previousSibling = made.childNodes[index - 1]; });
  return made;
}
const unseen = (words) => node("SPAN", [".unseen"], words);
const gone = (words) => node("DEL", [], unseen("deleted: "), words, unseen(" (end)"));
const came = (words) => node("INS", [], unseen("inserted: "), words, unseen(" (end)"));
const SAID = { "+": "inserted: ", "-": "deleted: " };

test("a redline is copied with its marks as words, and words are kept apart", () => {
  const clause = node("SECTION", [], node("A", ["a.n"], "1.2"), node("DIV", [], node("P", [], "Terms of ", gone("the same"), came("equal"), " sense.", node("SPAN", [".kind"], "changed"))));
  const lines = copied.linesBelow(clause);
  assert.equal(copied.asWords(lines, SAID), "1.2 Terms of [deleted: the same] [inserted: equal] sense.");
  assert.equal(copied.asMarked(lines), "<p>1.2 Terms of <s>the same</s> <u>equal</u> sense.</p>");
});

test("white space has no mark, and stands outside of one", () => {
  const line = node("P", [], "a", gone(" b"), came("  "), "c", came(" d "), "e", gone("\u00a0"));
  assert.equal(copied.asWords(copied.linesBelow(line), SAID), "a [deleted: b] c [inserted: d] e");
});

test("what begins within a mark keeps it, cells are told apart, and signs of HTML stay words", () => {
  const fragment = { ...node("", [], "one & <two>"), nodeType: 11 };
  assert.equal(copied.asWords(copied.linesBelow(fragment, "-"), SAID), "[deleted: one & <two>]");
  assert.equal(copied.asMarked(copied.linesBelow(fragment, "+")), "<p><u>one &#38; &#60;two&#62;</u></p>");
  const row = node("P", [], node("SPAN", [".cells"], node("SPAN", [".cell"], "a"), unseen(", next cell:"), " ", node("SPAN", [".cell"], came("b"))));
  assert.equal(copied.asWords(copied.linesBelow(row), SAID), "a | [inserted: b]");
});
