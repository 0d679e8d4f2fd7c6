/* A comparison as elements of a page. Whatever comes from the data or the address becomes text, never HTML. */

import { capital, fill, make } from "../kit/dom.js";
import { label, movedLines, nature, naturesOf, note, reasons, summary, tally, toLines, users } from "./core.js";

const CLASSES = { changed: "chg", added: "new", removed: "gone", moved: "mov", unchanged: "same" };
const MARKS = { "+": ["ins", "inserted"], "-": ["del", "deleted"] };

/** The view of edition `old` to `now` (indexes): an overview and the rows of each article; of the `whole` text, or of
    what changed, where clauses of which only the number is another stand together in one line. */
export function view(data, groups, old, now, whole) {
  const changed = groups.filter((group) => group.rows.some((row) => row.kind !== "unchanged"));
  const rows = groups.flatMap((group) => group.rows);
  const hopeless = data.hopeless.includes(note(data, rows));
  const pair = { old, now, whole, rows, forward: old < now, moved: hopeless ? new Map() : movedLines(rows) };
  return {
    tally: summary(data, rows, old, now),
    overview: overview(data, changed, old, now),
    changes: make("div", { className: "changes" }, ...(hopeless ? [read(data, old, now)] : (whole ? groups : changed).map((group) => part(data, group, pair)))),
    any: changed.length > 0,
    meant: naturesOf(data, rows, old, now).filter((one) => one === "substantive").length,
    hopeless,
  };
}

/* Both texts, where a redline would only be a wall of words. */
function read({ editions, words }, old, now) {
  const line = make("p", { className: "both" });
  for (const { version, name } of [editions[old], editions[now]]) line.append(make("a", { href: `../${encodeURIComponent(version)}/` }, fill(words.read, name)), " ");
  return line;
}

const head = (data, top, old, now) => data.lineages[top].spots[now] ?? data.lineages[top].spots[old];
const anchorOf = (data, top, old, now) => `deel-${data.lineages[top].spots[now] ? "" : "was-"}${head(data, top, old, now).id}`;

function overview(data, changed, old, now) {
  const rows = changed.map(({ top, rows }) => {
    const spot = head(data, top, old, now);
    const link = make("a", { href: `#${anchorOf(data, top, old, now)}` }, make("span", {}, spot.short), make("span", {}, spot.heading));
    const meant = naturesOf(data, rows, old, now).includes("substantive");
    return make("li", { "data-nature": meant ? null : "editorial" }, link, " ", make("small", {}, tally(data, rows, false)));
  });
  const title = make("h2", { id: "wijzigingen" }, data.words.overview);
  return make("nav", { className: "overview", "aria-labelledby": "wijzigingen" }, title, make("ol", {}, ...rows));
}

function part(data, { top, rows }, pair) {
  const { old, now, whole } = pair;
  const spot = head(data, top, old, now), id = anchorOf(data, top, old, now);
  const own = rows.find((row) => row.lineage === top);
  const was = own?.renumbered ? ` (${fill(data.words.was, own.was[0].name)})` : "";
  const over = spot.number ? [make("span", { className: "over" }, capital(spot.name) + was), " "] : [];
  const hasWords = (row) => row !== own || row.kind === "changed" || toLines(row.edits).length > 1;
  const numbered = whole ? [] : rows.filter((row) => row !== own && row.kind === "moved" && row.renumbered);
  const shown = rows.filter((row) => hasWords(row) && (whole || row.kind !== "unchanged") && !numbered.includes(row));
  // A heading with no words of its own to show is a change of which its mark tells: it is counted as one.
  const alone = own && own.kind !== "unchanged" && !(own.kind === "moved" && own.renumbered) && !shown.includes(own);
  const state = alone || own?.kind === "added" || own?.kind === "removed" ? pill(data, own, pair.forward) : null;
  if (alone) state.dataset.nature = nature(data, own, old, now);
  return make(
    "section",
    { className: "changed-part", "aria-labelledby": id },
    make("h2", { id }, ...(own && own.kind !== "unchanged" && !shown.includes(own) ? anchors(own, "") : []), ...over, spot.heading, state),
    ...shown.map((row) => section(data, row, pair)),
    numbered.length ? renumbered(data, numbered, now) : null,
  );
}

function renumbered({ words, editions }, rows, now) {
  const line = make("p", { className: "renumbered" }, `${words.only_number}: `);
  rows.forEach(({ was: [before], is: [spot] }, index) => {
    const href = `../${encodeURIComponent(editions[now].version)}/${spot.address}`;
    line.append(index ? ", " : "", make("a", { href, id: spot.id }, spot.name), ` (${fill(words.was, before.name)})`);
  });
  return line;
}

/* Places to point to for whatever else a row is about. */
function anchors(row, but) {
  const was = row.is.length ? "" : "was-";
  const names = (row.is.length ? row.is : row.was).flatMap(({ id, aliases }) => [id, ...aliases]).map((name) => was + name);
  return names.filter((id) => id !== but).map((id) => make("span", { id }));
}

function section(data, row, pair) {
  const { old, now, forward } = pair;
  const { words, editions } = data;
  const spot = (row.is.length ? row.is : row.was)[0];
  const id = (row.is.length ? "" : "was-") + spot.id;
  const number = make("a", { className: "n", href: `#${id}`, "aria-label": spot.mark ? null : words.permalink }, spot.mark || "¶");
  const why = reasons(data, row, old, now).map(([edition, said]) =>
    make("p", { className: "why" }, make("b", {}, `${words.why} (${editions[edition].short}):`), ` ${said}`));
  const links = [[row.was[0], editions[old]], [row.is[0], editions[now]]].filter(([one]) => one).map(([one, { version, name }]) =>
    make("a", { href: `../${encodeURIComponent(version)}/${one.address}`, "aria-label": fill(words.read_place, one.name, name) }, fill(words.read, name)));
  const weaker = forward && row.kind === "removed" && data.lineages[row.lineage].measure;
  const both = make("p", { className: "both" });
  links.forEach((link, index) => both.append(...(index ? [" ", link] : [link])));
  const moved = (pair.moved.get(row) ?? []).map(({ text, old: one, now: other }) => make("p", { className: "why leads" },
    one === other ? fill(words.moved_within, text) : other === row ? fill(words.moved_from, text, one.was[0].name) : fill(words.moved_to, text, other.is[0].name)));
  const leads = row.links.map(([text, was, target]) =>
    make("p", { className: "why leads" }, target === null ? fill(words.leads_no_more, text, was) : fill(words.leads, text, target)));
  const same = row.kind === "unchanged", of = nature(data, row, old, now);
  const first = same ? null : make("p", { className: "first" }, pill(data, row, forward), " ", make("span", { className: "nature" }, data.natures[of]));
  return make("section", { className: `clause ${CLASSES[row.kind]}`, id, "data-nature": same ? null : of },
    number, ...anchors(row, id), first, ...why, texts(data, row, spot, pair), ...leads, ...moved, weaker ? make("p", { className: "why weaker" }, words.weaker) : null,
    ...usedBy(data, row, pair), both);
}

/* What uses a term that means something else now: also where no word changed. */
function usedBy(data, row, { rows, now }) {
  const found = users(data, row, rows, now);
  return ["same", "changed"].filter((key) => found[key].length).map((key) => {
    const line = make("p", { className: "users" }, make("b", {}, data.words[`uses_${key}`]), " ");
    found[key].forEach(({ address, name }, index) =>
      line.append(index ? ", " : "", make("a", { href: `../${encodeURIComponent(data.editions[now].version)}/${address}` }, name)));
    return line;
  });
}

/* The redline in one, and beside it the old and the new text; styles show one or the other. */
function texts(data, row, spot, { forward }) {
  const within = spot.within ? make("p", { className: "within" }, spot.within) : null;
  const lines = toLines(row.edits).map((cells) => make("p", {}, ...inCells(data.words, cells)));
  if (!lines.length) lines.push(make("p"));
  if (row.kind === "unchanged") lines.at(-1).append(" ", pill(data, row, forward));
  return make("div", { className: "words" }, within, ...lines);
}

const unseen = (sentence) => make("span", { className: "unseen" }, sentence);

function inCells(words, cells) {
  const shown = cells.map((pieces) => pieces.map((piece) => marked(words, piece)));
  if (shown.length === 1) return shown[0];
  const row = shown.flatMap((pieces, index) => [...(index ? [unseen(words.next_cell), " "] : []), make("span", { className: "cell" }, ...pieces)]);
  return [make("span", { className: "cells" }, ...row)];
}

function marked(words, [sign, text]) {
  if (sign === "=") return text;
  const [name, said] = MARKS[sign];
  return make(name, {}, unseen(words[said]), text, unseen(words[`${said}_end`]));
}

const pill = (data, row, forward) => make("span", { className: `kind ${CLASSES[row.kind]}` }, label(data, row, forward));

/** Each clause in two columns, what went on the left and what came on the right, with the `names` of both editions above
    them. @type {(changes: Element, names: string[]) => void} */
export function apart(changes, names) {
  for (const part of changes.querySelectorAll(".changed-part:has(> .clause)")) {
    part.querySelector("h2").after(make("div", { className: "sides heads" }, ...names.map((name) => make("p", {}, name))));
    for (const words of part.querySelectorAll(".clause > .words")) words.replaceWith(inSides(words, names));
  }
}

function inSides(words, names) {
  const sides = ["ins", "del"].map((gone, index) => {
    const side = words.cloneNode(true);
    for (const one of side.querySelectorAll(gone)) one.remove();
    side.classList.add("side");
    side.dataset.label = names[index];
    return side;
  });
  for (const one of sides[0].querySelectorAll(".kind, .nature")) one.remove();
  sides[1].querySelector(".within")?.remove();
  return make("div", { className: "sides" }, ...sides);
}
