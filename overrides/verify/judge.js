/* Which edition a text is, and where it differs from it: unit by unit, with the words. Pure functions. */

import { align } from "./align.js";
import { bare, isBullet, isSign, rejoined, same, unitsOf } from "./words.js";

export const FEWEST = 4; // words of which anything can be said
const BLANK = /^[^\p{L}\p{N}]*…[^\p{L}\p{N}]*$/u;
const RUN = 3, MOST_CANDIDATES = 12, HALF = 0.5;

/** An edition as the texts are held against it: its units, and all their words in a row. @type {(row: any, canonical: any, manifest: any) => Edition} */
export function editionOf(row, canonical, manifest) {
  const units = unitsOf(canonical, manifest);
  const of = units.flatMap(({ words }) => words);
  const owner = new Int32Array(of.length), starts = [];
  let at = 0;
  units.forEach(({ words }, index) => {
    starts.push(at);
    owner.fill(index, at, at += words.length);
  });
  return { row, units, of, owner, starts: [...starts, of.length], known: new Set(of.map(({ word }) => word)), runs: runs(of.map(({ word }) => word)) };
}

function runs(words) {
  const found = new Set();
  for (let at = 0; at + RUN <= words.length; at++) found.add(words.slice(at, at + RUN).join(" "));
  return found;
}

/** The editions that the text is nearest to, the nearest first, each with how it is held against it; what is equally near
    stands in the order in which it was given. @type {(editions: Edition[], given: GivenWord[]) => Held[]} */
export function nearest(editions, given) {
  const words = runs(given.map(({ word }) => word));
  const share = (edition) => { let hits = 0; for (const run of words) hits += Number(edition.runs.has(run)); return hits / (words.size || 1); };
  const scored = editions.map((edition) => ({ edition, share: share(edition) }));
  const most = Math.max(0, ...scored.map(({ share }) => share));
  const near = scored.filter(({ share }) => share >= most - 0.02).sort((one, other) => other.share - one.share);
  const made = new Map();
  const held = [];
  for (const { edition } of near) {
    const words = edition.of.map(({ word, kind }) => `${kind} ${word}`).join(" ");
    if (!made.has(words) && made.size === MOST_CANDIDATES) continue;
    if (!made.has(words)) made.set(words, hold(edition, given));
    held.push({ ...made.get(words), edition });
  }
  return held.sort((one, other) => one.cost - other.cost);
}

/** A text held against an edition. @type {(edition: Edition, given: GivenWord[]) => Held} */
export function hold(edition, given) {
  const { of, units, owner, starts } = edition;
  const text = rejoined(given, edition.known);
  const spots = occurrences(of, text);
  const at = spots.length ? spots[0] : align(of, text.map(({ word }) => word));
  trim(edition, at);
  const first = at.findIndex((place) => place >= 0), last = at.findLastIndex((place) => place >= 0);
  const matched = at.reduce((sum, place) => sum + Number(place >= 0), 0);
  if (first < 0 || matched < text.length * HALF) return { edition, verdict: "unknown", cost: Infinity, matched, given: text.length };
  const found = { inserted: new Map(), extra: [], cut: { head: false, tail: false }, free: new Set(), unmarked: 0 };
  const [from, until] = covered(edition, at, text, found, first, last);
  const shown = units.slice(owner[from], owner[until - 1] + 1).map((unit, index) =>
    shownUnit(edition, at, text, found, owner[from] + index, [from, until]));
  const outside = units.filter((unit, index) => index < owner[from] || index > owner[until - 1]);
  const loosely = of.filter(({ kind, word }, index) => at[index] >= 0 && kind === "head" && text[at[index]].word !== word).length;
  const places = spots.map((one) => units[owner[one.findIndex((place) => place >= 0)]]);
  return settled({ edition, matched, given: text.length, shown, outside, extra: found.extra, cut: found.cut, unmarked: found.unmarked, loosely, places });
}

/** The verdict, and how many words differ. @type {(held: Partial<Held>) => Held} */
export function settled(held) {
  const { shown, outside, extra, cut } = held;
  const wrong = shown.filter(({ state }) => state === "changed" || state === "absent");
  const part = outside.length > 0 || cut.head || cut.tail;
  const words = [...wrong.flatMap(({ pieces }) => pieces), ...extra.map(({ words }) => ["+", words])];
  const cost = words.reduce((sum, [sign, piece]) => sum + (sign === "=" ? 0 : piece.split(" ").length), 0);
  return /** @type {Held} */ ({ ...held, cost, verdict: wrong.length || extra.length ? "differs" : part ? "part" : "whole" });
}

/* Where the whole text stands in a row, for each place what `align` gives. Numbers that it leaves out are passed over. */
function occurrences(of, text) {
  const found = [];
  for (let begin = 0; begin < of.length; begin++) {
    const at = new Map();
    let one = begin, other = 0;
    while (other < text.length && one < of.length) {
      if (same(of[one], text[other].word)) at.set(one++, other++);
      else if (isBullet(text[other])) other++;
      else if (other && of[one].kind === "mark") one++;
      else break;
    }
    if (other === text.length && at.has(begin)) found.push(Int32Array.from(of, (_, index) => at.get(index) ?? -1));
  }
  return found;
}

/* Takes back what was found of a unit at either end, where that is a few stray words. */
function trim({ units, owner, starts }, at) {
  const touched = [...new Set([...at.keys()].filter((index) => at[index] >= 0).map((index) => owner[index]))];
  const isStray = (unit) => {
    const places = [...at.subarray(starts[unit], starts[unit + 1])];
    let run = 0, longest = 0;
    places.forEach((place, index) => {
      run = place < 0 ? 0 : index && place === places[index - 1] + 1 ? run + 1 : 1;
      longest = Math.max(longest, run);
    });
    return longest < 4 && places.filter((place) => place >= 0).length < units[unit].words.length * HALF;
  };
  for (const order of [touched, [...touched].reverse()]) {
    for (const unit of order.slice(0, -1)) {
      if (!isStray(unit)) break;
      at.fill(-1, starts[unit], starts[unit + 1]);
    }
  }
}

/* From which word until which the text is a copy of the edition; and where the words stand that the edition has not. */
function covered({ of, owner, starts }, at, text, found, first, last) {
  const real = (from, until) => text.slice(from, until).some((one) => !isBullet(one));
  const letters = (from, until) => of.slice(from, until).some(({ kind }) => kind !== "mark");
  let from = first, until = last + 1;
  const head = starts[owner[first]], tail = starts[owner[last] + 1];
  if (real(0, at[first])) {
    if (head < first && at[first] < 3 * (first - head) + 8) from = head;
  } else if (letters(head, first)) found.cut.head = true;
  else from = head;
  if (real(at[last] + 1, text.length)) {
    if (until < tail && text.length - at[last] - 1 < 3 * (tail - until) + 8) until = tail;
  } else if (letters(until, tail)) found.cut.tail = true;
  else until = tail;
  let begin = from, place = 0;
  for (let index = from; index <= until; index++) {
    if (index < until && at[index] < 0) continue;
    const end = index < until ? at[index] : text.length;
    gap({ of, owner, starts }, text, found, [begin, index], [place, end], real);
    [begin, place] = [index + 1, end + 1];
  }
  return [from, until];
}

/* Words of the edition that the text has not, and words of the text in their place. */
function gap({ of, owner, starts }, text, found, [from, until], [place, end], real) {
  if (!real(place, end)) {
    if (of.slice(from, until).every(({ kind }) => kind === "mark")) {
      for (let index = from; index < until; index++) found.free.add(index);
      found.unmarked += of.slice(from, until).filter(({ word }) => bare(word)).length;
    }
    return;
  }
  const words = text.slice(place, end).map(({ word }) => word).join(" ");
  if (from === until) {
    if (of[from]?.first && text.slice(place, end).every(({ word }) => isSign(word))) return; // a list in one line
    const between = from === of.length || starts[owner[from]] === from || !place || end === text.length;
    if (between && (text[place].first || !from || !place)) found.extra.push({ after: place ? owner[from - 1] : -1, words });
    else found.inserted.set(`${owner[from - 1]} ${from}`, words);
    return;
  }
  const gone = new Map();
  for (let index = from; index < until; index++) gone.set(owner[index], (gone.get(owner[index]) ?? 0) + (of[index].kind === "mark" ? 0.01 : 1));
  const [unit] = [...gone].reduce((one, other) => (other[1] > one[1] ? other : one));
  found.inserted.set(`${unit} ${Math.min(until, starts[unit + 1])}`, words);
}

/* Whether all that is otherwise is that words stand in the blanks. */
const isFilled = (pieces) => pieces.every(([sign, words], index) => {
  const beside = (other) => [pieces[index - 1], pieces[index + 1]].some((one) => one?.[0] === other);
  return sign === "=" || (sign === "+" ? beside("-") : beside("+") && words.split(" ").every((word) => BLANK.test(word)));
});

/* A unit with the words that the text has of it, has not, and has besides. */
/** @type {(...all: any[]) => ShownUnit} */
function shownUnit({ of, units, starts }, at, text, found, index, [from, until]) {
  const pieces = [];
  const push = (sign, words) => {
    if (pieces.at(-1)?.[0] === sign) pieces.at(-1)[1] += ` ${words}`;
    else pieces.push([sign, words]);
  };
  const [begin, end] = [Math.max(from, starts[index]), Math.min(until, starts[index + 1])];
  for (let place = begin; place <= end; place++) {
    const words = found.inserted.get(`${index} ${place}`);
    if (words) push("+", words);
    if (place < end) push(at[place] >= 0 || found.free.has(place) ? "=" : "-", of[place].word);
  }
  const has = at.subarray(begin, end).some((place) => place >= 0);
  const state = pieces.every(([sign]) => sign === "=") ? "same" : isFilled(pieces) ? "filled"
    : has || pieces.some(([sign]) => sign === "+") ? "changed" : "absent";
  return { unit: units[index], index, state, pieces, cut: begin > starts[index] || end < starts[index + 1] };
}
