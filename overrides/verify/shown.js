/* An answer as elements of the page. Whatever comes from a file becomes text, never HTML. */

import { fill, make } from "../kit/dom.js";
import { nameOf, unitName } from "./answers.js";

const SIGNS = { ok: "✓", wrong: "≠", doubt: "?", quiet: "–" };
const MARKS = { "+": ["ins", "inserted"], "-": ["del", "deleted"] };
const MOST_SHOWN = 100;

/** The card with the verdict. `about` is the name of what was given. */
export function verdict(w, answer, about) {
  const { tone, head, row, says, facts } = answer;
  return make("section", { className: `verdict ${tone}`, tabIndex: -1, "aria-labelledby": "check-verdict" },
    make("p", { className: "over" }, about),
    make("h2", { id: "check-verdict" }, make("span", { className: "sign", "aria-hidden": "true" }, SIGNS[tone]), make("span", {}, head)),
    row ? make("p", { className: "which" }, make("a", { href: row.address }, nameOf(w, row))) : null,
    ...says.map((sentence) => make("p", { dir: "auto" }, sentence)),
    facts.length ? make("dl", { className: "facts" }, ...facts.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])) : null,
    row ? make("p", { className: "links" }, make("a", { className: "go", href: row.address }, w.read)) : null);
}

/** Where a text differs from the edition, what stands in its blanks, and what it does not have; nothing for no text. */
export function places(w, { held }) {
  if (!held) return [];
  const wrong = held.shown.filter(({ state }) => state === "changed" || state === "absent").map((one) => [one.index, spot(w, held, one)]);
  const extra = held.extra.map((one) => [one.after + 0.5, added(w, held, one)]);
  const filled = held.shown.filter(({ state }) => state === "filled").map((one) => [one.index, spot(w, held, one)]);
  return [
    ...listed(w, w.differences, [...wrong, ...extra].sort(([one], [other]) => one - other).map(([, element]) => element)),
    ...listed(w, w.blanks, filled.map(([, element]) => element)),
    missing(w, held),
  ].filter(Boolean);
}

function listed(w, title, elements) {
  if (!elements.length) return [];
  const more = elements.length - MOST_SHOWN;
  return [make("section", { className: "spots" }, make("h2", {}, title), ...elements.slice(0, MOST_SHOWN), more > 0 ? make("p", {}, fill(w.more, more)) : null)];
}

const heading = (w, unit, kind, word) => make("h3", {}, make("span", {}, unitName(unit) || w.title_page), make("span", { className: `kind ${kind}` }, word));

function spot(w, held, { unit, state, pieces, cut }) {
  const { row } = held.edition;
  const words = make("p", { className: "words", dir: "auto" }, ...pieces.flatMap((piece, index) => [...(index ? [" "] : []), ...marked(w, piece)]));
  if (cut) words.append(" …");
  const href = `${row.whole}${unit.id ? `#${encodeURIComponent(unit.id)}` : ""}`;
  const link = make("a", { href, "aria-label": `${w.read_here}: ${unitName(unit) || w.title_page}` }, w.read_here);
  return make("section", { className: "spot" }, heading(w, unit, state, w[state === "filled" ? "filled_in" : state]), words, make("p", { className: "both" }, link));
}

function added(w, { edition }, { after, words }) {
  const where = after < 0 ? w.before_all : fill(w.behind, unitName(edition.units[after]) || w.title_page);
  return make("section", { className: "spot" }, heading(w, { name: where }, "added", w.added), make("p", { className: "words", dir: "auto" }, ...marked(w, ["+", words])));
}

const unseen = (sentence) => make("span", { className: "unseen" }, ` ${sentence} `);

function marked(w, [sign, words]) {
  if (sign === "=") return [words];
  const [name, said] = MARKS[sign];
  return [make(name, {}, unseen(w[said]), words, unseen(w[`${said}_end`]))];
}

function missing(w, { outside, cut, shown }) {
  const names = outside.map((unit) => unitName(unit) || w.title_page);
  if (cut.head) names.unshift(fill(w.begin_of, unitName(shown[0].unit)));
  if (cut.tail) names.push(fill(w.end_of, unitName(shown.at(-1).unit)));
  if (!names.length) return null;
  return make("details", { className: "missing", open: names.length <= 8 }, make("summary", {}, `${w.missing_title} (${names.length})`),
    make("ul", {}, ...names.map((name) => make("li", {}, name))));
}
