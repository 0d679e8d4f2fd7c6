/* A piece of a text around what was found in it. */

import { wordsIn } from "./word-forms.js";

/** The piece of `text` with the most of what was found, as [words, isHit] pairs.
 * @param {string} text
 * @param {{ words: Map<string, number>, phrases: string[][] }} found
 * @param {(word: string) => string} stem
 * @returns {[string, boolean][]} */
export function excerpt(text, found, stem, most = 170) {
  const hits = hitsIn(text, found, stem), first = bestOf(hits, most);
  const begin = first < 60 ? 0 : text.lastIndexOf(" ", first - 40) + 1;
  const cut = text.length - begin <= most ? text.length : text.lastIndexOf(" ", begin + most);
  const end = cut > first ? cut : text.length;
  /** @type {[string, boolean][]} */
  const pieces = begin ? [["… ", false]] : [];
  let position = begin;
  for (const { at, end: stop } of hits.filter(({ at, end: stop }) => at >= begin && stop <= end)) {
    pieces.push([text.slice(position, at), false], [text.slice(at, stop), true]);
    position = stop;
  }
  pieces.push([text.slice(position, end) + (end < text.length ? " …" : ""), false]);
  return pieces.filter(([piece]) => piece);
}

/** The line of `text` with the most of what was found, and how much that weighs; -1 where none has it. */
export function hitLine(text, found, stem) {
  const counts = text.split("\n").map((line) => weightOf(hitsIn(line, found, stem)));
  const most = Math.max(...counts);
  return { line: most ? counts.indexOf(most) : -1, weight: most };
}

/** Where in `text` is what was found. */
function hitsIn(text, { words, phrases }, stem) {
  const all = wordsIn(text), stems = all.map(({ word }) => stem(word));
  const marked = new Set(all.flatMap(({ word }, at) => (words.has(word) ? [at] : [])));
  for (const phrase of phrases) {
    stems.forEach((_, at) => {
      if (phrase.every((one, offset) => stems[at + offset] === one)) phrase.forEach((_, offset) => marked.add(at + offset));
    });
  }
  return [...marked].sort((one, other) => one - other).map((at) => ({ ...all[at], stem: stems[at], weight: words.get(all[at].word) ?? 1 }));
}

/** The place of the hit behind which the most different words stand near, those that fit best before others. */
function bestOf(hits, most) {
  let best = { at: 0, count: 0 };
  hits.forEach(({ at }, index) => {
    const count = weightOf(hits.slice(index).filter((hit) => hit.end <= at + most - 50));
    if (count > best.count) best = { at, count };
  });
  return best.at;
}

/** What hits weigh together, each word once. */
const weightOf = (hits) => [...new Map(hits.map(({ stem, weight }) => [stem, weight])).values()].reduce((sum, weight) => sum + weight, 0);
