/* A comparison as elements of a page. Whatever comes from the data or the address becomes text, never HTML. */

import { fill, label, reasons, tally, toLines } from "./compare-core.js";

const CLASSES = { changed: "chg", added: "new", removed: "gone", moved: "mov", unchanged: "same" };
const MARKS = { "+": ["ins", "inserted"], "-": ["del", "deleted"] };

/** An element with properties (`class` and `aria-…` too) and children; strings become text. */
export function make(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (key in made && key !== "class") made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** The view of edition `old` to `now` (indexes): an overview and the rows of each article; of the `whole` text, or of
    what changed, where clauses of which only the number is another stand together in one line. */
export function view(data, groups, old, now, whole) {
  const changed = groups.filter((group) => group.rows.some((row) => row.kind !== "unchanged"));
  return {
    tally: tally(data, groups.flatMap((group) => group.rows)),
    overview: overview(data, changed, old, now),
    changes: make("div", { class: "changes" }, ...(whole ? groups : changed).map((group) => part(data, group, old, now, whole))),
    any: changed.length > 0,
  };
}

const head = (data, top, old, now) => data.lineages[top].spots[now] ?? data.lineages[top].spots[old];
const anchorOf = (data, top, old, now) => `deel-${data.lineages[top].spots[now] ? "" : "was-"}${head(data, top, old, now).id}`;

function overview(data, changed, old, now) {
  const rows = changed.map(({ top, rows }) => {
    const spot = head(data, top, old, now);
    const link = make("a", { href: `#${anchorOf(data, top, old, now)}` }, make("span", {}, spot.short), make("span", {}, spot.heading));
    return make("li", {}, link, " ", make("small", {}, tally(data, rows, false)));
  });
  const title = make("h2", { id: "wijzigingen" }, data.words.overview);
  return make("nav", { class: "overview", "aria-labelledby": "wijzigingen" }, title, make("ol", {}, ...rows));
}

function part(data, { top, rows }, old, now, whole) {
  const spot = head(data, top, old, now), id = anchorOf(data, top, old, now);
  const own = rows.find((row) => row.lineage === top);
  const was = own?.renumbered ? ` (${fill(data.words.was, own.was[0].name)})` : "";
  const over = spot.number ? [make("span", { class: "over" }, capital(spot.name) + was), " "] : [];
  const state = own && (own.kind === "added" || own.kind === "removed") ? pill(data, own) : null;
  const hasWords = (row) => row !== own || row.kind === "changed" || toLines(row.edits).length > 1;
  const numbered = whole ? [] : rows.filter((row) => row !== own && row.kind === "moved" && row.renumbered);
  const shown = rows.filter((row) => hasWords(row) && (whole || row.kind !== "unchanged") && !numbered.includes(row));
  return make(
    "section",
    { class: "changed-part", "aria-labelledby": id },
    make("h2", { id }, ...over, spot.heading, state),
    ...shown.map((row) => section(data, row, old, now)),
    numbered.length ? renumbered(data, numbered, now) : null,
  );
}

function renumbered({ words, editions }, rows, now) {
  const line = make("p", { class: "renumbered" }, `${words.only_number}: `);
  rows.forEach(({ was: [before], is: [spot] }, index) => {
    const href = `../${encodeURIComponent(editions[now].version)}/${spot.address}`;
    line.append(index ? ", " : "", make("a", { href }, spot.name), ` (${fill(words.was, before.name)})`);
  });
  return line;
}

function section(data, row, old, now) {
  const { words, editions } = data;
  const spot = (row.is.length ? row.is : row.was)[0];
  const id = (row.is.length ? "" : "was-") + spot.id;
  const number = make("a", { class: "n", href: `#${id}`, "aria-label": spot.mark ? null : words.permalink }, spot.mark || "¶");
  const why = reasons(data, row, old, now).map(([edition, said]) =>
    make("p", { class: "why" }, make("b", {}, `${words.why} (${editions[edition].short}):`), ` ${said}`));
  const links = [[row.was[0], editions[old]], [row.is[0], editions[now]]].filter(([one]) => one).map(([one, { version, name }]) =>
    make("a", { href: `../${encodeURIComponent(version)}/${one.address}`, "aria-label": fill(words.read_place, one.name, name) }, fill(words.read, name)));
  const both = make("p", { class: "both" });
  links.forEach((link, index) => both.append(...(index ? [" ", link] : [link])));
  return make("section", { class: `clause ${CLASSES[row.kind]}`, id }, number, texts(data, row, spot), ...why, both);
}

/* The redline in one, and beside it the old and the new text; styles show one or the other. */
function texts(data, row, spot) {
  const within = spot.within ? make("p", { class: "within" }, spot.within) : null;
  const lines = toLines(row.edits).map((line) => make("p", {}, ...line.map((piece) => marked(data.words, piece))));
  if (!lines.length) lines.push(make("p"));
  lines.at(-1).append(" ", pill(data, row));
  return make("div", { class: "words" }, within, ...lines);
}

function marked(words, [sign, text]) {
  if (sign === "=") return text;
  const [name, said] = MARKS[sign];
  const unseen = (sentence) => make("span", { class: "unseen" }, sentence);
  return make(name, {}, unseen(words[said]), text, unseen(words[`${said}_end`]));
}

const pill = (data, row) => make("span", { class: `kind ${CLASSES[row.kind]}` }, label(data, row));

/** The old and the new text of a row in two columns: deletions on the left, insertions on the right. */
export function apart(section) {
  const words = section.querySelector(".words");
  const sides = ["ins", "del"].map((gone) => {
    const side = words.cloneNode(true);
    for (const one of side.querySelectorAll(gone)) one.remove();
    side.classList.add("side");
    return side;
  });
  sides[0].querySelector(".kind")?.remove();
  sides[1].querySelector(".within")?.remove();
  words.replaceWith(make("div", { class: "sides" }, ...sides));
}
