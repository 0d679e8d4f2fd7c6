/* The list of sub-processors on a day, the same clause elsewhere, and addresses that nobody knows. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "./find.js";

const { holds, inOrder, pieces, plain, sought, stateOn } = await script("list-state");
const { counterpart } = await script("counterpart");
const { nearest, suggestions } = await script("lost-reader");
const { rows } = await script("edition-rows");
const { fill, capital, named } = await script("dom");
const { asHtml, cite, plainText } = await script("citation");

test("what a row is on each day, from its first to its last", () => {
  const days = ["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05"];
  const states = (row) => days.map((day) => stateOn(row, day)).join(" ");
  const [, two, three, four, five] = days;
  assert.equal(states({ announced: two, active: three, ended: five }), " announced active active ended");
  assert.equal(states({ active: two }), " active active active active");
  assert.equal(states({ announced: two, active: five, withdrawn: four }), " announced announced withdrawn withdrawn");
  assert.equal(states({ announced: three, active: two }), " active active active active");
  assert.equal(states({ announced: two, active: three, ended: four, withdrawn: four }), " announced active withdrawn withdrawn");
  assert.equal(states({ ended: two }), "    ");
});

test("words are found whatever their capitals and accents, all of them", () => {
  const found = (words, asked) => holds(plain(words), sought(asked));
  assert.ok(found("Café Één B.V.", "een CAFE") && found("a", "") && found("a", "  ") && found("Café", " café "));
  assert.ok(!found("Café", "café b") && !found("", "a"));
});

test("a list in pieces has all, in its order", () => {
  assert.deepEqual(pieces([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]);
  assert.deepEqual(pieces([1, 2], 2), [[1, 2]]);
  assert.deepEqual(pieces([], 2), []);
});

test("rows follow each other by name, first day or country", () => {
  const list = [{ name: "b", active: "2024-01-01", countries: "NL" }, { name: "A", active: "2024-01-01", countries: "DE" }, { name: "C10", active: "2025-01-01", countries: "NL" }, { name: "c9", countries: "NL" }];
  const sorted = (order) => list.toSorted(inOrder(order)).map(({ name }) => name).join(" ");
  assert.equal(sorted("name"), "A b c9 C10");
  assert.equal(sorted("start"), "C10 A b c9");
  assert.equal(sorted("country"), "A b c9 C10");
});

const spot = (id, shown, address) => [id, "", shown, "", "", address];
const DATA = {
  editions: [{ version: "1.0" }, { version: "1.1" }, { version: "1.2" }],
  lineages: [
    { spots: [[0, spot("artikel-8", "8", "artikel-8/")], [1, spot("artikel-9", "9", "artikel-9/")]] },
    { spots: [[0, spot("artikel-8.3", "8.3", "artikel-8/#artikel-8.3")], [1, spot("artikel-9.3", "9.3", "artikel-9/#artikel-9.3")], [2, null]] },
  ],
};
const to = (page, name = "", from = "1.0", until = "1.1") => counterpart(DATA, from, until, { page, name });

test("a clause is found under its number in the other edition", () => {
  assert.deepEqual(to("artikel-8/", "artikel-8.3"), { address: "artikel-9/#artikel-9.3", name: "9.3" });
  assert.deepEqual(to("artikel-8/", "artikel-8.3-ii"), { address: "artikel-9/#artikel-9.3", name: "9.3" }, "an item by its clause");
  assert.deepEqual(to("artikel-8/"), { address: "artikel-9/", name: "9" });
  assert.deepEqual(to("artikel-9/", "artikel-9.3", "1.1", "1.0"), { address: "artikel-8/#artikel-8.3", name: "8.3" });
  assert.deepEqual(to("artikel-8/", "artikel-8", "1.0", "1.0"), { address: "artikel-8/", name: "" }, "where it did not move");
  assert.deepEqual(to("volledig/", "artikel-8.3"), { address: "volledig/#artikel-9.3", name: "9.3" });
  assert.equal(to("artikel-9/", "artikel-9.3", "1.1", "1.2"), undefined, "it went");
});

test("what has no history is found by its page, or not at all", () => {
  assert.deepEqual(to(""), { address: "" });
  assert.deepEqual(counterpart(null, "1.0", "1.1", { page: "volledig/", name: "" }), { address: "volledig/" });
  assert.equal(counterpart(null, "1.0", "1.1", { page: "artikel-8/", name: "" }), undefined);
  assert.equal(to("artikel-8/", "", "1.0", "9.9"), undefined);
  assert.equal(to("maatregelen/"), undefined);
  assert.deepEqual(to("", "onbekend"), { address: "" });
  assert.deepEqual(to("artikel-9/", "onbekend", "1.0", "1.1"), { address: "artikel-9/" }, "that edition has such a page");
});

test("the menu leads to the same place in each edition", () => {
  const listed = [{ version: "1.1", title: "1.1 (2020)" }, { version: "1.0" }, { version: "9 9" }];
  const found = rows(listed, { up: "../", folder: "1.0", place: { page: "artikel-8/", name: "artikel-8.3" }, data: DATA });
  assert.deepEqual(found, [
    { version: "1.1", title: "1.1 (2020)", address: "../1.1/artikel-9/#artikel-9.3", lost: false, name: "9.3" },
    { version: "1.0", title: "1.0", address: "../1.0/artikel-8/#artikel-8.3", lost: false, name: undefined },
    { version: "9 9", title: "9 9", address: "../9%209/", lost: true, name: undefined },
  ]);
  const above = rows(listed.slice(0, 1), { up: "../", folder: "", place: null, data: null });
  assert.deepEqual(above, [{ version: "1.1", title: "1.1 (2020)", address: "../1.1/", lost: false, name: undefined }]);
});

test("a word that is nearly right is known", () => {
  assert.equal(nearest("MICKCM", ["mickcom", "voorbeeld"]), "mickcom");
  assert.equal(nearest("abcdef", ["abcdxx"]), "abcdxx");
  assert.equal(nearest("abcdef", ["abcxxx"]), undefined);
  assert.equal(nearest("ab", ["xb"]), "xb");
  assert.equal(nearest("ab", ["xx"]), undefined);
  assert.equal(nearest("x", []), undefined);
});

test("an address that is not there leads to what was meant", () => {
  const agreements = [{ slug: "mickcom", editions: ["1.4", "1.5"], pages: ["artikel-7", "bijlage-2"], title: "Mickcom", now: "/mickcom/1.5/" }];
  const addresses = (path, known = agreements) => suggestions(path, known, "/").map(({ address, title }) => `${address} ${title}`);
  assert.deepEqual(addresses("mickcm/1.5/artikel-77/"), ["/mickcom/1.5/artikel-7/ Mickcom, 1.5: artikel 7", "/mickcom/1.5/ Mickcom, 1.5", "/mickcom/1.5/artikel-7/ Mickcom: artikel 7", "/mickcom/ Mickcom"]);
  assert.deepEqual(addresses("mickcom/bijlage-2.html"), ["/mickcom/1.5/bijlage-2/ Mickcom: bijlage 2", "/mickcom/ Mickcom"]);
  assert.deepEqual(addresses("mickcom/9.9/"), ["/mickcom/ Mickcom"]);
  assert.deepEqual(addresses("mickcom/artikel-7/", [{ ...agreements[0], now: undefined }]), ["/mickcom/ Mickcom"]);
  assert.deepEqual(addresses("heel-iets-anders/"), []);
  assert.deepEqual(addresses(""), []);
});

test("sentences are filled, and what is not given stays", () => {
  assert.equal(fill("{0} en {1}, {0}", "a", "b"), "a en b, a");
  assert.equal(fill("{day} in {place}", { day: "maandag" }), "maandag in {place}");
  assert.equal(fill("{0}", ""), "");
  assert.equal(fill("Niets met {0}.", "$& $1 {0}"), "Niets met $& $1 {0}.");
  assert.equal(capital("één"), "Één");
  assert.equal(capital(""), "");
  assert.equal(named("#artikel-7.2"), "artikel-7.2");
  assert.equal(named("#%C3%A9"), "é");
  for (const broken of ["#%", "#%zz", "#a%C3", "#"]) assert.equal(named(broken), "");
});

test("a citation names the place, the edition and the address", () => {
  const [one, other] = [{ place: "7.1", address: "https://x/#7.1" }, { place: "7.2", address: "https://x/#7.2" }];
  assert.equal(cite(one, one, "Mickcom 1.5", "t/m"), "7.1, Mickcom 1.5, https://x/#7.1");
  assert.equal(cite(one, other, "Mickcom 1.5", "t/m"), "7.1 t/m 7.2, Mickcom 1.5, https://x/#7.1");
  assert.equal(cite({ place: "" }, { place: "" }, "Mickcom", "t/m"), "Mickcom");
  assert.equal(asHtml("a < b\nc & \"d\"", "7.1, https://x/?a&b", "https://x/?a&b"), '<p>a &#60; b</p><p>c &#38; &#34;d&#34;</p><p>7.1, <a href="https://x/?a&#38;b">https://x/?a&#38;b</a></p>');
  assert.equal(asHtml("a", "b", ""), "<p>a</p><p>b</p>");
});

/* Nodes as a page has them: an element with a name, what it matches, and children. */
function node(nodeName, matching, ...children) {
  const made = { nodeType: 1, nodeName, matches: (selector) => selector.split(", ").some((one) => matching.includes(one)) };
  made.childNodes = children.map((child) => (typeof child === "string" ? { nodeType: 3, nodeName: "#text", data: child } : child));
  made.childNodes.forEach((child, index) => { child.previousSibling = made.childNodes[index - 1]; });
  return made;
}

test("what is copied is the text of the agreement, a line for each block, with its numbers", () => {
  const number = (words) => node("A", ["a.n"], words);
  const clause = node("SECTION", [], number("7.1"), node("P", [], "Een  lid\n met ", node("EM", [], "nadruk"), "."), node("DIV", [".note"], "een noot"));
  const items = node("UL", [], node("LI", [], node("A", ["a.m"], "(a)"), "eerste"), node("LI", [], "tweede"));
  const heading = node("H2", [], "Artikel 7", node("SPAN", [".tag"], "1.5"));
  const fragment = { ...node("", [], heading, clause, items), nodeType: 11 };
  assert.equal(plainText(fragment), "Artikel 7\n7.1 Een lid met nadruk.\n(a) eerste\ntweede");
  assert.equal(plainText(node("DIV", [], node("P", [], "7.2"), node("P", [], "Lid."), node("P", [], "Niet 7.3"), node("P", [], "Zo."))), "7.2 Lid.\nNiet 7.3\nZo.");
  assert.equal(plainText(node("NAV", ["nav"], "weg")), "");
});
