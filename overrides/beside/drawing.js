/* Two texts side by side as elements of a page: who read them, the terms in figures, and a row for each part of each demand. */

import { long, today } from "../kit/dates.js";
import { fill, make } from "../kit/dom.js";
import { phaseOn } from "../kit/phases.js";
import { cellOf, lengthIn } from "./core.js";

const FEW = 3, MOST = 900, BEGIN = 160; // clauses in a cell, and letters of a clause, that are shown at once
const WITHOUT_TERMS = /\.(gegevens|betrokkenen)$/; // parts where a number of years is an age

/** Everything, of the two `rows` of the list, the `data` of each and how it stands, where that is known; `site` has the words and the demands of the page. */
export function drawn(site, rows, data, standing) {
  const sides = rows.map((row, side) => ({ row, data: data[side], now: standing[side] && phaseOn(standing[side].phases, today()), w: site.words }));
  const [one, other] = rows, [page, old, now] = site.compare[one.language];
  const redline = one.agreement === other.agreement
    ? make("p", { className: "links" }, make("a", { href: `${one.home}../${page}?${new URLSearchParams({ [old]: one.version, [now]: other.version })}` }, site.words.redline)) : null;
  return make("div", { className: "sides-of-two" }, make("div", { className: "heads" }, ...sides.map(head)), redline, terms(site.words, sides), subjects(site), demands(site, sides));
}

/* What the text is, who read it, and whether it is somebody else's. */
function head({ row, data, now = { kind: row.standing, word: row.said, sentence: "" }, w }) {
  const { reading, read } = data;
  const who = !read ? w.unread : !reading ? w.read_by_none : reading.day ? fill(w.read_by, reading.by, long(reading.day)) : fill(w.read_by_some, reading.by);
  const links = make("p", { className: "links" }, make("a", { href: row.home }, w.read_text), read ? make("a", { href: row.reads }, w.read_demands) : null);
  return make("section", { className: "head" },
    make("h2", { lang: data.language }, make("span", { className: "over" }, row.short), " ", data.title),
    make("p", {}, make("span", { className: `badge ${now.kind}`, lang: data.language }, now.word), " ", make("span", { lang: data.language }, data.edition)),
    now.sentence ? make("p", { lang: data.language }, now.sentence) : null,
    row.notOf ? make("p", { className: "not-of" }, fill(w.not_of, row.notOf)) : null, make("p", { className: "who" }, who), links);
}

/* The terms that the sources state as numbers. */
function terms(w, sides) {
  const cell = (side, kind) => {
    const term = side.data.terms.find((one) => one.kind === kind);
    if (!term) return td(side.row, make("span", { className: "nothing" }, w.no_term));
    return td(side.row, make("b", { className: "figure" }, lengthIn(w, [term.number, term.unit])), " ", linked(side, term.at), term.found ? make("span", { className: "quietly" }, ` (${w.found})`) : null);
  };
  const rows = ["breach", "notice", "objection"].map((kind) => make("tr", { role: "row" }, make("th", { scope: "row", role: "rowheader" }, w[kind]), ...sides.map((side) => cell(side, kind))));
  return make("section", { className: "terms-of-two" }, make("h2", { id: "termijnen" }, w.terms),
    table("termijnen", columns(w.term, sides), make("tbody", { role: "rowgroup" }, ...rows)));
}

/* All demands, each a link to its rows. */
function subjects({ words, demands: all }) {
  const links = all.filter(({ asks }) => Object.keys(asks).length).map(({ id, title, asks }) => make("li", {}, make("a", { href: `#avg-${id}` }, title), ...parts(asks)));
  return make("nav", { className: "subjects", "aria-labelledby": "eisen" }, make("h2", { id: "eisen" }, words.subjects), make("ol", {}, ...links));
}

/* What a demand asks, where that is more than one thing. */
function parts(asks) {
  const links = Object.entries(asks).map(([part, asked]) => make("a", { href: `#avg-${part}` }, asked));
  return links.length > 1 ? [make("small", {}, ...links.flatMap((link, at) => (at ? [" · ", link] : [link])))] : [];
}

function demands(site, sides) {
  const bodies = site.demands.filter(({ asks }) => Object.keys(asks).length).map((demand) => body(site.words, demand, sides));
  return table("eisen", columns(site.words.beside, sides), ...bodies);
}

/* A demand: its name, a row for each part, and what the readers remarked. */
function body(w, { id, title, source, address, asks }, sides) {
  const over = make("th", { colSpan: 3, scope: "rowgroup", role: "rowheader" }, make("span", { className: "demand" }, title), " ", make("a", { href: address, rel: "noopener", className: "law" }, source));
  const quoted = sides.map(() => new Set());
  const rows = Object.entries(asks).map(([part, asked]) => make("tr", { role: "row", id: part === id ? null : `avg-${part}` },
    make("th", { scope: "row", role: "rowheader" }, asked), ...sides.map((side, at) => td(side.row, ...said(side, part, quoted[at])))));
  const remarks = sides.map(({ data }) => data.demands.find((one) => one.id === id)?.remarks ?? []);
  const noted = remarks.some((found) => found.length)
    ? [make("tr", { role: "row", className: "remarks" }, make("th", { scope: "row", role: "rowheader" }, w.remarks),
      ...sides.map((side, at) => td(side.row, ...remarks[at].map((one) => remark(side, one)))))] : [];
  return make("tbody", { role: "rowgroup", id: `avg-${id}` }, make("tr", { role: "row", className: "of-demand" }, over), ...rows, ...noted);
}

/* A remark with a link to its clause, which is its own begin where it begins with the name of that. */
function remark(side, { at, note }) {
  const name = side.data.passages[at]?.name, rest = name && note.startsWith(name) && !/^[\w.]/u.test(note.slice(name.length)) ? note.slice(name.length) : `: ${note}`;
  return make("p", { lang: side.data.language }, linked(side, at), rest);
}

/* What a text says at one part of a demand: its clauses in their words, or that none was found. */
function said(side, part, quoted) {
  const { w, data } = side;
  const { read, at, near } = cellOf(data, part);
  if (at.length > FEW && at.every(({ id }) => data.passages[id]?.lines.length === 1)) return [listed(side, at)];
  if (at.length) return at.map(({ id, partly }) => clause(side, id, quoted, partly, WITHOUT_TERMS.test(part)));
  if (read) return [make("p", { className: "nothing" }, w.not_found)];
  if (!near.length) return [make("p", { className: "nothing" }, w.no_words)];
  return [make("p", { className: "nothing" }, w.perhaps), ...near.map((id) => folded(side, id, quoted))];
}

function clause(side, id, quoted, partly, plain) {
  const { w, data } = side;
  const one = data.passages[id], again = quoted.has(id);
  quoted.add(id);
  const part = partly ? make("span", { className: "part" }, ` (${w.part})`) : null;
  if (again) return make("p", { className: "of-clause" }, linked(side, id), part, make("span", { className: "quietly" }, `, ${w.above}`));
  const title = one?.title ? make("span", { className: "title", lang: data.language }, ` ${one.title}`) : null;
  const name = make("p", { className: "of-clause" }, linked(side, id), title, part, ...(plain ? [] : figures(w, one)));
  if (!one?.lines.length) return make("div", { className: "said" }, name, make("p", { className: "quietly" }, w.whole_annex));
  const said = words(one, data.language);
  const long = one.lines.reduce((length, [, , text]) => length + text.length, 0) > MOST;
  return make("div", { className: "said" }, name, long ? make("details", {}, make("summary", {}, begin(one)), said) : said);
}

/* Many that are a sentence each, such as measures. */
function listed(side, at) {
  const rows = at.map(({ id, partly }) => {
    const one = side.data.passages[id];
    return make("li", {}, make("span", { lang: side.data.language }, one.lines[0][2]), ...figures(side.w, one), " ", make("small", {}, linked(side, id), partly ? ` (${side.w.part})` : ""));
  });
  return make("ul", { className: "listed" }, ...rows);
}

const begin = ({ lines }) => {
  const text = lines.map(([mark, , said]) => `${mark} ${said}`.trim()).join(" ");
  return `${text.slice(0, text.lastIndexOf(" ", BEGIN))} …`;
};

/* Words that only resemble what is asked are shown when somebody wants to see them. */
function folded(side, id, quoted) {
  const one = side.data.passages[id];
  if (quoted.has(id) || !one?.lines.length) return make("p", { className: "of-clause" }, linked(side, id));
  quoted.add(id);
  return make("details", { className: "said" }, make("summary", {}, `${one.name} ${one.title}`.trim()), words(one, side.data.language), make("p", {}, linked(side, id)));
}

const figures = (w, one) => (one?.lengths ?? []).flatMap((length) => [" ", make("b", { className: "figure" }, lengthIn(w, length))]);

function words({ lines }, lang) {
  return make("div", { className: "words", lang }, ...lines.map(([mark, depth, text]) =>
    make("p", { className: depth ? `in-${Math.min(depth, 3)}` : "" }, mark ? make("span", { className: "m" }, mark) : null, mark ? " " : null, text)));
}

function linked({ data, row }, id) {
  const one = data.passages[id];
  if (!one) return id;
  return one.address ? make("a", { href: `${row.home}${one.address}`, lang: data.language }, one.name) : make("span", { lang: data.language }, one.name);
}

const td = ({ short, label }, ...children) => make("td", { role: "cell", "data-label": `${short} · ${label}` }, make("div", {}, ...children));

const columns = (first, sides) => [first, ...sides.map(({ row }) => `${row.short} · ${row.label}`)];

function table(label, names, ...bodies) {
  const heads = names.map((name) => make("th", { scope: "col", role: "columnheader" }, name));
  return make("div", { className: "table wide" }, make("table", { role: "table", className: "two-texts", "aria-labelledby": label },
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...heads)), ...bodies));
}
