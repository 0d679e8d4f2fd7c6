/* Any two editions from the data that the build made: rows to show, without a page and without a diff. */

import { LANGUAGE, long } from "../kit/dates.js";
import { capital, fill } from "../kit/dom.js";
import { answer } from "../kit/on-date.js";

/** The value for each of `count` editions from runs `[first edition, value]`. @type {<V>(runs: Run<V>[], count: number) => V[]} */
export function spread(runs, count) {
  const values = [];
  for (let edition = 0, run = -1; edition < count; edition++) {
    if (runs[run + 1]?.[0] === edition) run++;
    values.push(run < 0 ? null : runs[run][1]);
  }
  return values;
}

/** The data as the functions below want it. @type {(data: Packed) => Data} */
export function unpack(data) {
  const count = data.editions.length;
  const strand = (one) => ({ texts: one.texts, at: spread(one.at, count), redlines: one.redlines ?? {} });
  const lineages = data.lineages.map((one) => ({
    ...strand(one),
    spots: spread(one.spots, count).map((spot) => spot && toSpot(spot)),
    moves: spread(one.moves ?? [[0, 0]], count),
    why: one.why ?? [],
    meant: one.meant ?? [],
    measure: Boolean(one.measure),
    users: spread(one.users ?? [[0, []]], count),
    links: spread(one.links ?? [[0, []]], count).map((links) => links ?? []),
  }));
  const families = data.families.map((one) => ({ ...strand(one), members: one.members, events: one.events }));
  return { ...data, lineages, families, order: spread(data.order, count) };
}

const toSpot = ([id, number, name, mark, within, address, top, heading, short, , , , , ...aliases]) =>
  ({ id, number, name, mark, within, address, top, heading, short, aliases });

/** A redline `=12-3+5` as [sign, words], cut from both texts. @type {(redline: string, old: string, now: string) => Edit[]} */
export function pieces(redline, old, now) {
  let from = 0, to = 0;
  return [...redline.matchAll(/([=+-])(\d+)/g)].map(([, sign, digits]) => {
    const length = Number(digits);
    const words = sign === "+" ? now.slice(to, to + length) : old.slice(from, from + length);
    if (sign !== "+") from += length;
    if (sign !== "-") to += length;
    return [sign, words];
  });
}

/** The redline back: insertions become deletions, and still stand behind them. @type {(edits: Edit[]) => Edit[]} */
export function inverted(edits) {
  const back = [];
  for (const [sign, words] of edits) {
    const edit = [{ "=": "=", "+": "-", "-": "+" }[sign], words];
    back.splice(edit[0] === "-" && back.at(-1)?.[0] === "+" ? -1 : back.length, 0, edit);
  }
  return back;
}

/** @type {(strand: Strand, old: number, now: number) => Edit[]} */
function edits({ texts, at, redlines }, old, now) {
  const one = at[old], other = at[now];
  if (one === null || other === null) {
    const text = texts[one ?? other];
    return text ? [[one === null ? "+" : "-", text]] : [];
  }
  if (one === other) return texts[one] ? [["=", texts[one]]] : [];
  return old < now ? forward({ texts, redlines }, one, other) : inverted(forward({ texts, redlines }, other, one));
}

/** From one text to a later one: as it was compared, or where both are far apart in as few steps as were compared. @type {(strand: {texts: string[], redlines: Words}, one: number, other: number) => Edit[]} */
function forward({ texts, redlines }, one, other) {
  // What came back after very many texts.
  if (one > other && !(`${one} ${other}` in redlines)) return inverted(forward({ texts, redlines }, other, one));
  let step = other;
  while (step > one + 1 && !(`${one} ${step}` in redlines)) step--;
  const first = pieces(redlines[`${one} ${step}`], texts[one], texts[step]);
  return step === other ? first : joined(first, forward({ texts, redlines }, step, other));
}

/** Two redlines, of which the second begins with the text to which the first leads, as one. @type {(first: Edit[], second: Edit[]) => Edit[]} */
export function joined(first, second) {
  const found = [], rest = second.map((edit) => [...edit]);
  const put = (sign, words) => words && found.push([sign, words]);
  const insertions = () => { while (rest[0]?.[0] === "+") put(...rest.shift()); };
  for (const [sign, text] of first) {
    if (sign === "-") { put(sign, text); continue; }
    for (let from = 0; from < text.length;) {
      insertions();
      const length = Math.min(text.length - from, rest[0][1].length), stays = rest[0][0] === "=";
      // What came with the first and went with the second was never there, for who compares both ends.
      if (sign === "=") put(stays ? "=" : "-", text.slice(from, from + length));
      else if (stays) put("+", text.slice(from, from + length));
      from += length;
      rest[0][1] = rest[0][1].slice(length);
      if (!rest[0][1]) rest.shift();
    }
  }
  insertions();
  return tidied(found);
}

/** Deletions before insertions, and what stands at both their begins or ends left where it is. @type {(edits: Edit[]) => Edit[]} */
function tidied(edits) {
  const found = [], gone = [], came = [];
  const close = () => {
    const old = gone.splice(0).join("").match(/\s*\S+|\s+$/g) ?? [], now = came.splice(0).join("").match(/\s*\S+|\s+$/g) ?? [];
    const begin = alike(old, now), end = alike(old.slice(begin).reverse(), now.slice(begin).reverse());
    same(old.slice(0, begin).join(""));
    for (const [sign, words] of /** @type {[string, string[]][]} */ ([["-", old], ["+", now]])) {
      const middle = words.slice(begin, words.length - end).join("");
      if (middle) found.push([sign, middle]);
    }
    same(old.slice(old.length - end).join(""));
  };
  const same = (words) => {
    if (!words) return;
    if (found.at(-1)?.[0] === "=") found.at(-1)[1] += words;
    else found.push(["=", words]);
  };
  for (const [sign, words] of edits) {
    if (sign === "-") gone.push(words);
    else if (sign === "+") came.push(words);
    else { close(); same(words); }
  }
  close();
  return found;
}

/** @type {(one: string[], other: string[]) => number} */
function alike(one, other) {
  let count = 0;
  while (count < Math.min(one.length, other.length) && one[count] === other[count]) count++;
  return count;
}

/** The keys of `now`, and those of `old` that went, each behind what it stood behind. @type {<K>(now: Iterable<K>, old: Iterable<K>) => K[]} */
export function woven(now, old) {
  const shown = [...now], present = new Set(now);
  let before = -1;
  for (const key of old) {
    if (present.has(key)) before = shown.indexOf(key);
    else shown.splice(++before, 0, key);
  }
  return shown;
}

/** @type {(data: Data, old: number, now: number) => Row[]} */
function rowsOf(data, old, now) {
  const between = leads(data, old, now);
  const together = new Map();
  for (const family of data.families) {
    if (!family.events.some((all) => all.every(between))) continue;
    for (const one of family.members) if (family.members.length > (together.get(one)?.members.length ?? 0)) together.set(one, family);
  }
  const rows = [], done = new Set();
  for (const lineage of new Set([...data.order[now], ...data.order[old]])) {
    if (done.has(lineage)) continue;
    const most = together.get(lineage), family = most && most.at[old] !== null && most.at[now] !== null ? most : undefined;
    const members = family?.members ?? [lineage];
    for (const one of members) done.add(one);
    rows.push(rowOf(data, lineage, members, family ?? data.lineages[lineage], old, now));
  }
  return rows;
}

/** A text as the eye takes it: white space counts only between two words, or numbers; the borders of cells stay. @type {(text: string) => string} */
export function looks(text) {
  return text.split("\t").map((cell) => cell.trim().split(/\s+/).reduce((before, word) => before + (parted(before, word) ? " " : "") + word)).join("\t");
}

const parted = (before, word) => /^[\p{L}\p{N}_]/u.test(word) && (/[\p{L}\p{N}_]$/u.test(before) || (/\p{Nd}[.,:]$/u.test(before) && /^\p{Nd}/u.test(word)));

/** The redline as a reader sees it: white space that came or went by itself, or between signs, has no mark. @type {(edits: Edit[]) => Edit[]} */
export function shown(edits) {
  /** @type {Edit[]} */ const found = [];
  for (let [sign, text] of edits) {
    if (sign === "+" && found.at(-1)?.[0] === "-" && looks(found.at(-1)[1]) === looks(text)) { found.pop(); sign = "="; }
    if (!text.trim() && sign !== "=") [sign, text] = ["=", sign === "+" ? text : ""];
    if (sign === "=" && found.at(-1)?.[0] === "=") found.at(-1)[1] += text;
    else if (text) found.push([sign, text]);
  }
  return found;
}

/** The links that lead elsewhere: their words, where they led and where they lead now; null for none. @type {(old: Link[], now: Link[]) => Row["links"]} */
export function relinked(old, now) {
  const gone = [...old], came = now.filter((link) => !taken(gone, (one) => one[0] === link[0] && one[1] === link[1]));
  /** @type {Row["links"]} */ const found = came.map(([words, target]) => [words, taken(gone, (one) => one[0] === words)?.[1] ?? null, target]);
  for (const [words, target] of gone) found.push([words, target, null]);
  return found;
}

function taken(links, fits) {
  const at = links.findIndex(fits);
  return at < 0 ? undefined : links.splice(at, 1)[0];
}

/** @type {(data: Data, lineage: number, members: number[], strand: Strand, old: number, now: number) => Row} */
function rowOf(data, lineage, members, strand, old, now) {
  const at = (edition) => data.order[edition].filter((one) => members.includes(one)).map((one) => ({ ...data.lineages[one].spots[edition], lineage: one }));
  const [was, is] = members.length > 1 ? [at(old), at(now)] : [old, now].map((edition) => {
    const spot = data.lineages[lineage].spots[edition];
    return spot ? [{ ...spot, lineage }] : [];
  });
  const linksOf = (spots, edition) => spots.flatMap((spot) => data.lineages[spot.lineage].links[edition]);
  const linked = linksOf(was, old), links = linksOf(is, now);
  const row = { lineage, was, is, top: data.lineages[lineage].spots[is.length ? now : old].top, edits: edits(strand, old, now), links: was.length && is.length ? relinked(linked, links) : [], moved: false, renumbered: false };
  if (!was.length || !is.length) return { ...row, kind: is.length ? "added" : "removed" };
  const { moves, spots } = data.lineages[lineage];
  row.moved = Boolean(spots[old] && spots[now] && moves[old] !== moves[now]);
  row.renumbered = !row.moved && was[0].number !== is[0].number;
  const [before, after] = [strand.texts[strand.at[old]], strand.texts[strand.at[now]]];
  const changed = (before !== after && looks(before) !== looks(after)) || was.length !== is.length || JSON.stringify(linked) !== JSON.stringify(links);
  return { ...row, kind: changed ? "changed" : row.moved || row.renumbered ? "moved" : "unchanged" };
}

/** Every unit of two editions, by index and in either order, as rows under their article, annex or part. @type {(data: Data, old: number, now: number) => Group[]} */
export function between(data, old, now) {
  const rows = rowsOf(data, old, now);
  const byLineage = new Map(rows.flatMap((row) => [...row.was, ...row.is].map((spot) => [spot.lineage, row])));
  const tops = (edition) => [...new Set(data.order[edition].map((one) => data.lineages[one].spots[edition].top))];
  const stood = [...new Set(data.order[old].map((one) => byLineage.get(one)))];
  return woven(tops(now), tops(old)).map((top) => {
    const mine = rows.filter((row) => row.top === top);
    return { top, rows: woven(mine.filter((row) => row.is.length), stood.filter((row) => row.top === top)) };
  }).filter((group) => group.rows.length);
}

/** The nature of each change, as a reader counts them. @type {(data: Data, rows: Row[], old: number, now: number) => string[]} */
export function naturesOf(data, rows, old, now) {
  return rows.filter((row) => row.kind !== "unchanged" && !(row.kind === "moved" && row.renumbered)).map((row) => nature(data, row, old, now));
}

/** How much changed, as the head of a comparison says it; and where it says little, why. @type {(data: Data, rows: Row[], old: number, now: number) => string} */
export function summary(data, rows, old, now) {
  return [data.notes[note(data, rows)], `${tally(data, rows)}.`, counted(data, rows, old, now)].filter(Boolean).join(" ");
}

/** How many changes are substantive and how many editorial; empty where nothing changed. @type {(data: Data, rows: Row[], old: number, now: number) => string} */
export function counted(data, rows, old, now) {
  const natures = naturesOf(data, rows, old, now);
  const meant = natures.filter((one) => one === "substantive").length, form = natures.length - meant;
  const { words } = data, key = meant ? (meant === 1 ? "meant_one" : "meant_many") : "meant_none";
  return natures.length ? fill(words[key], String(meant), form ? String(form) : words.no) : "";
}

/** How many rows there are of each kind, in words: `2 nieuw · 54 gelijk`. @type {(data: Data, rows: Row[], unchanged?: boolean) => string} */
export function tally(data, rows, unchanged = true) {
  const count = (kind) => rows.filter((row) => (row.kind === "moved" && row.renumbered ? "renumbered" : row.kind) === kind).length;
  return Object.entries(data.counted)
    .map(([kind, [one, many]]) => [kind, count(kind), one, many])
    .filter(([kind, number]) => number && (unchanged || kind !== "unchanged"))
    .map(([, number, one, many]) => `${number} ${number === 1 ? one : many}`)
    .join(" · ");
}

/** Whether an edition is a step between two, which are given in either order: one that never applied leads to itself only. @type {(data: Data, old: number, now: number) => (edition: number) => boolean} */
function leads({ editions }, old, now) {
  const [low, high] = [Math.min(old, now), Math.max(old, now)];
  return (edition) => edition === low ? Boolean(editions[low].never) : low < edition && (edition === high || (edition < high && !editions[edition].never));
}

const ofRow = (row) => [...new Set([...row.was, ...row.is].map((spot) => spot.lineage))];
const wordCount = (text) => text.split(/\s+/).filter(Boolean).length;

/** Whether what a row tells is `editorial` or `substantive`: substantive when one of the steps between was. @type {(data: Data, row: Row, old: number, now: number) => string} */
export function nature(data, row, old, now) {
  const meant = ofRow(row).flatMap((one) => data.lineages[one].meant);
  return meant.some(leads(data, old, now)) ? "substantive" : "editorial";
}

/** Why two texts say little beside each other, by its code; empty when they do. @type {(data: Data, rows: Row[]) => string} */
export function note({ shares }, rows) {
  const counted = { "=": 0, "+": 0, "-": 0 };
  for (const { edits } of rows) for (const [sign, text] of edits) counted[sign] += wordCount(text);
  const [old, now] = [counted["="] + counted["-"], counted["="] + counted["+"]];
  if (!old || !now) return old === now ? "both-empty" : old ? "new-empty" : "old-empty";
  if (counted["="] <= shares.nothing * Math.min(old, now)) return "nothing-in-common";
  return now <= shares.collapsed * old ? "collapsed" : "";
}

/** What uses the term that a row defines anew: spots, those whose own words are the same apart from the others. @type {(data: Data, row: Row, rows: Row[], now: number) => {same: Spot[], changed: Spot[]}} */
export function users(data, row, rows, now) {
  if (row.kind !== "changed" || row.is.length !== 1) return { same: [], changed: [] };
  const kinds = new Map(rows.flatMap((one) => one.is.map((spot) => [spot.lineage, one.kind])));
  const spots = (...wanted) => data.lineages[row.lineage].users[now].filter((one) => wanted.includes(kinds.get(one))).map((one) => {
    const spot = data.lineages[one].spots[now], head = data.lineages[spot.top].spots[now];
    return { ...spot, name: spot.heading || spot.number.includes(".") ? spot.name : `${head.name}, ${spot.name}` };
  });
  return { same: spots("unchanged", "moved"), changed: spots("changed", "added") };
}

/** The index of the edition that applied on `day` (2019-03-01) with what to say of it; undefined when no date is named. @type {(data: Data, day: string, today: string) => {index: number, said: string} | undefined} */
export function onDay({ editions, words }, day, today) {
  const dated = editions.filter(({ from }) => from);
  if (!dated.length) return undefined;
  const { keys, edition, before, some } = answer(day, dated, today);
  const values = { day: long(day), edition: edition?.spoken, before: before?.spoken, known: edition?.known && long(edition.known) };
  const told = keys.map((key) => capital(fill(words.answers[key], values)));
  const others = some?.map(({ spoken, whom }) => fill(words.answers.for, { edition: spoken, whom })) ?? [];
  return { index: edition ? editions.indexOf(edition) : -1, said: [...told, ...others].join(" ") };
}

/** The label of a row: `gewijzigd`, `was 9.4, woorden gelijk`. @type {(data: Data, row: Row, forward?: boolean) => string} */
export function label({ labels, measures, words, lineages }, row, forward = true) {
  if (forward && lineages[row.lineage].measure && row.kind in measures && row.kind !== "changed") return measures[row.kind];
  if (["added", "removed", "unchanged"].includes(row.kind)) return labels[row.kind];
  const [old, now] = [row.was, row.is].map((side) => side.map((spot) => spot.name));
  const listed = (names) => new Intl.ListFormat(LANGUAGE).format(names);
  if (now.length > 1) return fill(labels.split, listed(now));
  if (old.length > 1) return fill(labels.merged, listed(old));
  const parts = row.kind === "changed" ? [labels.changed] : [];
  if (old[0] !== now[0]) parts.push(fill(words.was, old[0]));
  else if (row.moved) parts.push(labels.moved);
  if (row.kind === "moved") parts.push(labels.same);
  return parts.join(", ");
}

/** The reasons for what a row tells, from edition to edition: [edition, words]. @type {(data: Data, row: Row, old: number, now: number) => [number, string][]} */
export function reasons(data, row, old, now) {
  const said = ofRow(row).flatMap((one) => data.lineages[one].why);
  const between = leads(data, old, now);
  return said.filter(([edition]) => old < now && between(edition)).sort((one, other) => one[0] - other[0]);
}

const MARK = /^(?:-|[a-z]{1,5}\.|\d{1,3}[a-z]?\.)$/;

/** For each row the items and paragraphs that stand elsewhere: how they begin, and the rows that they left and came to. @type {(rows: Row[]) => Map<Row, {text: string, old: Row, now: Row}[]>} */
export function movedLines(rows) {
  const changed = rows.filter((row) => row.kind !== "unchanged" && row.kind !== "moved");
  const [gone, came] = ["-", "+"].map((sign) => changed.flatMap((row) => wholeLines(row, sign)));
  const found = new Map(rows.map((row) => [row, []]));
  for (const [one, other] of samePairs(gone, came)) {
    if (!one.row.was.length || !other.row.is.length || ![one.row.kind, other.row.kind].includes("changed")) continue;
    const words = other.text.trim().split(/\s+/);
    const line = { text: words.slice(0, 8).join(" ") + (words.length > 8 ? " …" : ""), old: one.row, now: other.row };
    for (const row of new Set([one.row, other.row])) found.get(row).push(line);
  }
  return found;
}

/* The lines of one side of which no word stayed, if they have words enough to be known again. */
function wholeLines(row, sign) {
  const lines = [{ row, text: "", stayed: "" }];
  for (const [kind, text] of row.edits) {
    if (kind !== sign && kind !== "=") continue;
    text.split("\n").forEach((piece, number) => {
      if (number) lines.push({ row, text: "", stayed: "" });
      lines.at(-1).text += piece;
      if (kind === "=") lines.at(-1).stayed += piece;
    });
  }
  return lines.filter((line) => !wordsOf(`${line.stayed} `).length).map((line) => ({ ...line, words: wordsOf(line.text) })).filter(({ words }) => words.length >= 3);
}

function wordsOf(text) {
  const words = text.trimStart().split(/\s+/);
  if (words.length > 1 && MARK.test(words[0])) words.shift();
  return words.join(" ").toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/* Each line that came with the one that went: with the same words, in its own row, then in another; else with the most like it. */
function samePairs(gone, came) {
  const found = [];
  let left = gone, rest = came;
  for (const key of [({ row, words }) => `${row.lineage} ${words.join(" ")}`, ({ words }) => words.join(" ")]) {
    const waiting = new Map();
    for (const line of left) waiting.get(key(line))?.push(line) ?? waiting.set(key(line), [line]);
    rest = rest.filter((line) => {
      const one = waiting.get(key(line))?.shift();
      if (one) found.push([one, line]);
      return !one;
    });
    left = [...waiting.values()].flat();
  }
  for (const line of left.length * rest.length <= 2500 ? rest : []) {
    const shares = left.map((one) => share(one.words, line.words)), best = Math.max(0, ...shares);
    if (best >= 0.6) found.push([left.splice(shares.indexOf(best), 1)[0], line]);
  }
  return found;
}

function share(one, other) {
  const left = [...one];
  return 2 * other.filter((word) => taken(left, (known) => known === word) !== undefined).length / (one.length + other.length);
}

/** Edits as lines, each a list of cells (one, but for rows of a table), each a list of [sign, words]. @type {(edits: Edit[]) => Edit[][][]} */
export function toLines(edits) {
  const lines = [[[]]];
  for (const [sign, text] of shown(edits)) {
    text.split("\n").forEach((part, number) => {
      if (number) lines.push([[]]);
      part.split("\t").forEach((cell, column) => {
        if (column) lines.at(-1).push([]);
        if (cell) lines.at(-1).at(-1).push([sign, cell]);
      });
    });
  }
  return lines.filter((cells) => cells.some((cell) => cell.length));
}
