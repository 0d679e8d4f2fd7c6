/* Which word of a text is which word of an edition: runs of words that both have once, in their order, and between them the
   longest common row. Pure functions. */

import { same } from "./words.js";

const MOST_CELLS = 1_000_000; // of a table of two rows of words

/** For each word of the edition the place of its word in the text given, or -1. @type {(of: Word[], given: string[]) => Int32Array} */
export function align(of, given) {
  const at = new Int32Array(of.length).fill(-1);
  const chain = [5, 3, 2, 1].map((run) => clustered(anchors(of, given, [0, of.length, 0, given.length], run), run)).find(({ length }) => length);
  if (!chain) {
    if (of.length * given.length <= MOST_CELLS) between(of, given, at, [0, of.length, 0, given.length]);
    return at;
  }
  const [first, last] = [chain[0], chain.at(-1)];
  // Before the first and behind the last only what lies near: a text may be a part, and stray words are everywhere.
  between(of, given, at, [Math.max(0, first[0] - near(first[1])), first[0], 0, first[1]]);
  along(of, given, at, chain, [first[0], last[0] + 1, first[1], last[1] + 1]);
  between(of, given, at, [last[0] + 1, Math.min(of.length, last[0] + 1 + near(given.length - last[1] - 1)), last[1] + 1, given.length]);
  return at;
}

const near = (words) => (words ? words * 2 + 8 : 0);

/* What lies between anchors, and the anchors. */
function along(of, given, at, chain, [o, oEnd, g, gEnd]) {
  for (const [one, other] of chain) {
    between(of, given, at, [o, one, g, other]);
    at[one] = other;
    [o, g] = [one + 1, other + 1];
  }
  between(of, given, at, [o, oEnd, g, gEnd]);
}

function between(of, given, at, [o, oEnd, g, gEnd]) {
  while (o < oEnd && g < gEnd && same(of[o], given[g])) at[o++] = g++;
  while (o < oEnd && g < gEnd && same(of[oEnd - 1], given[gEnd - 1])) at[--oEnd] = --gEnd;
  if (o === oEnd || g === gEnd) return;
  if ((oEnd - o) * (gEnd - g) <= MOST_CELLS / 4) return common(of, given, at, [o, oEnd, g, gEnd]);
  const chain = [3, 2, 1].map((run) => anchors(of, given, [o, oEnd, g, gEnd], run)).find(({ length }) => length);
  if (chain) return along(of, given, at, chain, [o, oEnd, g, gEnd]);
  if ((oEnd - o) * (gEnd - g) <= MOST_CELLS) common(of, given, at, [o, oEnd, g, gEnd]);
}

/* Places of runs that each side has once, in the same order on both. @type {(...) => [number, number][]} */
function anchors(of, given, [o, oEnd, g, gEnd], run) {
  const key = (word, place) => Array.from({ length: run }, (_, step) => word(place + step)).join(" ");
  const once = (word, from, until) => {
    const found = new Map();
    for (let place = from; place + run <= until; place++) {
      const name = key(word, place);
      found.set(name, found.has(name) ? -1 : place);
    }
    return found;
  };
  const there = once((place) => of[place].word, o, oEnd), here = once((place) => given[place], g, gEnd);
  const pairs = [...here].filter(([name, place]) => place >= 0 && (there.get(name) ?? -1) >= 0).map(([name, place]) => [there.get(name), place]);
  const starts = rising(pairs.sort((one, other) => one[1] - other[1]));
  const every = new Map();
  for (const [one, other] of starts) for (let step = 0; step < run; step++) every.set(one + step, other + step);
  return rising([...every].sort((one, other) => one[1] - other[1] || one[0] - other[0]));
}

/* The longest row of pairs that rises on both sides; they are sorted by the second. */
function rising(pairs) {
  const ends = [], before = new Array(pairs.length);
  pairs.forEach(([one, other], index) => {
    let low = 0, high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]][0] < one) low = middle + 1;
      else high = middle;
    }
    before[index] = low ? ends[low - 1] : -1;
    ends[low] = index;
  });
  const chain = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]) chain.push(pairs[index]);
  return chain.reverse().filter(([, other], index, all) => !index || other > all[index - 1][1]);
}

/* A few words that happen to stand far away are no part of it: a group that is cut off and small beside the largest goes. */
function clustered(chain, run) {
  const groups = [];
  chain.forEach((pair, index) => {
    const [one, other] = chain[index - 1] ?? [-Infinity, 0];
    if (pair[0] - one > Math.max(200, 4 * (pair[1] - other))) groups.push([]);
    groups.at(-1).push(pair);
  });
  const most = Math.max(0, ...groups.map(({ length }) => length));
  return groups.filter(({ length }) => length === most || (length > 3 * run && length * 8 > most)).flat();
}

/* The longest common row of two short ones. */
function common(of, given, at, [o, oEnd, g, gEnd]) {
  const wide = gEnd - g + 1;
  const longest = new Uint32Array((oEnd - o + 1) * wide);
  for (let one = oEnd - 1; one >= o; one--) {
    for (let other = gEnd - 1; other >= g; other--) {
      const cell = (one - o) * wide + other - g;
      longest[cell] = same(of[one], given[other]) ? longest[cell + wide + 1] + 1 : Math.max(longest[cell + wide], longest[cell + 1]);
    }
  }
  for (let one = o, other = g; one < oEnd && other < gEnd;) {
    const cell = (one - o) * wide + other - g;
    if (same(of[one], given[other]) && longest[cell] === longest[cell + wide + 1] + 1) at[one++] = other++;
    else if (longest[cell + wide] >= longest[cell + 1]) one++;
    else other++;
  }
}
