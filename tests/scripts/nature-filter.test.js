/* How a comparison is shown, in the words of its address. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "./find.js";

const { shownBy, turned } = await script("nature-filter");

test("the address lists how a comparison is shown, and one word goes in and out", () => {
  assert.deepEqual(shownBy("?van=1&toon=volledig,inhoudelijk", "toon"), ["volledig", "inhoudelijk"]);
  assert.deepEqual([shownBy("?van=1", "toon"), shownBy("?toon=", "toon")], [[], []]);
  assert.equal(turned(["volledig"], "inhoudelijk", true), "volledig,inhoudelijk");
  assert.equal(turned(["volledig", "inhoudelijk"], "inhoudelijk", true), "volledig,inhoudelijk");
  assert.equal(turned(["inhoudelijk"], "inhoudelijk", false), "");
});
