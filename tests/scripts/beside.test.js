/* Which two texts an address asks for, and what each says of a demand. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "./find.js";

const { cellOf, choice, lengthIn, textFor } = await script("core", "beside");

const text = (key, now = false) => ({ key, agreement: key.split("/")[0], now });
const TEXTS = [text("mickcom/1.6"), text("mickcom/1.5", true), text("123/ongedateerd")];
const KEYS = ["een", "ander"];

test("a text is found by agreement and version, and without a version the one that counts", () => {
  assert.equal(textFor("mickcom/1.6", TEXTS).row, TEXTS[0]);
  assert.equal(textFor(" mickcom/ ", TEXTS).row, TEXTS[1]);
  assert.equal(textFor("123", TEXTS).row, TEXTS[2]);
  assert.deepEqual(textFor("mickcom/9", TEXTS), { unknown: "mickcom/9" });
  assert.deepEqual([textFor(null, TEXTS), textFor("  ", TEXTS)], [{}, {}]);
});

test("what cannot be shown is said, with what was asked", () => {
  const said = (search) => choice(search, KEYS, TEXTS).said;
  assert.equal(said("?een=mickcom&ander=123"), undefined);
  assert.equal(said(""), undefined);
  assert.deepEqual(said("?een=mickcom"), ["choose_other"]);
  assert.deepEqual(said("?ander=123"), ["choose_other"]);
  assert.deepEqual(said("?een=mickcom&ander=mickcom/1.5"), ["twice"]);
  assert.deepEqual(said("?een=niets&ander=123"), ["unknown", "niets"]);
  assert.deepEqual(said("?een=mickcom&ander=%"), ["unknown", "%"]);
  assert.deepEqual(said(`?een=a%E2%80%AEb${"x".repeat(80)}`), ["unknown", `ab${"x".repeat(58)}`]);
  assert.equal(choice("?een=mickcom&ander=niets", KEYS, TEXTS).rows[0], TEXTS[1]);
});

test("a cell has what fulfils a part, then what does so in part; what is not in the data was not read", () => {
  const part = { id: "28.2.bezwaar", read: true, whole: ["a"], partly: ["b"], near: ["c"] };
  const data = { demands: [{ parts: [part] }] };
  assert.deepEqual(cellOf(data, "28.2.bezwaar"), { read: true, at: [{ id: "a", partly: false }, { id: "b", partly: true }], near: ["c"] });
  assert.deepEqual(cellOf(data, "99.1"), { read: false, at: [], near: [] });
});

test("a length is said with its number", () => {
  const words = { hours: ["{0} hour", "{0} hours"], years: ["{0} year", "{0} years"], every: "every {0}" };
  assert.equal(lengthIn(words, [1, "hours"]), "1 hour");
  assert.equal(lengthIn(words, [48, "hours", false]), "48 hours");
  assert.equal(lengthIn(words, [2, "years", true]), "every 2 years");
});
