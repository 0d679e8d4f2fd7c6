/* Any two editions from the data that the build made: rows to show, without a page and without a diff. */

/** The value for each of `count` editions from runs `[first edition, value]`. */
export function spread(runs, count) {
  const values = [];
  for (let edition = 0, run = -1; edition < count; edition++) {
    if (runs[run + 1]?.[0] === edition) run++;
    values.push(run < 0 ? null : runs[run][1]);
  }
  return values;
}

/** The data as the functions below want it. */
export function unpack(data) {
  const count = data.editions.length;
  const strand = (one) => ({ texts: one.texts, at: spread(one.at, count), redlines: one.redlines ?? {} });
  const lineages = data.lineages.map((one) => ({
    ...strand(one),
    spots: spread(one.spots, count).map((spot) => spot && toSpot(spot)),
    moves: spread(one.moves ?? [[0, 0]], count),
    why: one.why ?? [],
  }));
  const families = data.families.map((one) => ({ ...strand(one), members: one.members, events: one.events }));
  return { ...data, lineages, families, order: spread(data.order, count) };
}

const toSpot = ([id, number, name, mark, within, address, top, heading, short]) => ({ id, number, name, mark, within, address, top, heading, short });

/** A redline `=12-3+5` as [sign, words], cut from both texts. */
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

/** The redline back: insertions become deletions, and still stand behind them. */
export function inverted(edits) {
  const back = [];
  for (const [sign, words] of edits) {
    const edit = [{ "=": "=", "+": "-", "-": "+" }[sign], words];
    back.splice(edit[0] === "-" && back.at(-1)?.[0] === "+" ? -1 : back.length, 0, edit);
  }
  return back;
}

function edits({ texts, at, redlines }, old, now) {
  const one = at[old], other = at[now];
  if (one === null || other === null) {
    const text = texts[one ?? other];
    return text ? [[one === null ? "+" : "-", text]] : [];
  }
  if (one === other) return texts[one] ? [["=", texts[one]]] : [];
  if (one < other) return pieces(redlines[`${one} ${other}`], texts[one], texts[other]);
  return inverted(pieces(redlines[`${other} ${one}`], texts[other], texts[one]));
}

/** The keys of `now`, and those of `old` that went, each behind what it stood behind. */
export function woven(now, old) {
  const shown = [...now], present = new Set(now);
  let before = -1;
  for (const key of old) {
    if (present.has(key)) before = shown.indexOf(key);
    else shown.splice(++before, 0, key);
  }
  return shown;
}

function rowsOf(data, old, now) {
  const [low, high] = [Math.min(old, now), Math.max(old, now)];
  const joined = new Map();
  for (const family of data.families) {
    const split = family.events.some((event) => low < event && event <= high);
    if (split && family.at[old] !== null && family.at[now] !== null) for (const one of family.members) joined.set(one, family);
  }
  const rows = [], done = new Set();
  for (const lineage of new Set([...data.order[now], ...data.order[old]])) {
    if (done.has(lineage)) continue;
    const family = joined.get(lineage), members = family?.members ?? [lineage];
    for (const one of members) done.add(one);
    rows.push(rowOf(data, lineage, members, family ?? data.lineages[lineage], old, now));
  }
  return rows;
}

function rowOf(data, lineage, members, strand, old, now) {
  const at = (edition) => data.order[edition].filter((one) => members.includes(one)).map((one) => ({ ...data.lineages[one].spots[edition], lineage: one }));
  const [was, is] = members.length > 1 ? [at(old), at(now)] : [old, now].map((edition) => {
    const spot = data.lineages[lineage].spots[edition];
    return spot ? [{ ...spot, lineage }] : [];
  });
  const row = { lineage, was, is, top: data.lineages[lineage].spots[is.length ? now : old].top, edits: edits(strand, old, now), moved: false, renumbered: false };
  if (!was.length || !is.length) return { ...row, kind: is.length ? "added" : "removed" };
  const { moves, spots } = data.lineages[lineage];
  row.moved = Boolean(spots[old] && spots[now] && moves[old] !== moves[now]);
  row.renumbered = !row.moved && was[0].number !== is[0].number;
  const changed = strand.at[old] !== strand.at[now] || was.length !== is.length;
  return { ...row, kind: changed ? "changed" : row.moved || row.renumbered ? "moved" : "unchanged" };
}

/** Every unit of two editions, by index and in either order, as rows under their article, annex or part. */
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

/** How many rows there are of each kind, in words: `2 nieuw · 54 gelijk`. */
export function tally(data, rows, unchanged = true) {
  const count = (kind) => rows.filter((row) => (row.kind === "moved" && row.renumbered ? "renumbered" : row.kind) === kind).length;
  return Object.entries(data.counted)
    .map(([kind, [one, many]]) => [kind, count(kind), one, many])
    .filter(([kind, number]) => number && (unchanged || kind !== "unchanged"))
    .map(([, number, one, many]) => `${number} ${number === 1 ? one : many}`)
    .join(" · ");
}

/** `sentence` with {0}, {1} filled in. */
export const fill = (sentence, ...values) => values.reduce((filled, value, number) => filled.split(`{${number}}`).join(value), sentence);

/** The label of a row: `gewijzigd`, `was 9.4, woorden gelijk`. */
export function label({ labels, words }, row) {
  if (["added", "removed", "unchanged"].includes(row.kind)) return labels[row.kind];
  const [old, now] = [row.was, row.is].map((side) => side.map((spot) => spot.name));
  const listed = (names) => `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`;
  if (now.length > 1) return fill(labels.split, listed(now));
  if (old.length > 1) return fill(labels.merged, listed(old));
  const parts = row.kind === "changed" ? [labels.changed] : [];
  if (old[0] !== now[0]) parts.push(fill(words.was, old[0]));
  else if (row.moved) parts.push(labels.moved);
  if (row.kind === "moved") parts.push(labels.same);
  return parts.join(", ");
}

/** The reasons for what a row tells, from edition to edition: [edition, words]. */
export function reasons(data, row, old, now) {
  const said = [...new Set([...row.was, ...row.is].map((spot) => spot.lineage))].flatMap((one) => data.lineages[one].why);
  return said.filter(([edition]) => old < edition && edition <= now).sort((one, other) => one[0] - other[0]);
}

/** Edits as lines, each a list of [sign, words]. */
export function toLines(edits) {
  const shown = [[]];
  for (const [sign, text] of edits) {
    text.split("\n").forEach((part, number) => {
      if (number) shown.push([]);
      if (part) shown.at(-1).push([sign, part]);
    });
  }
  return shown.filter((line) => line.length);
}
