/* The search itself, apart from any page: what a question finds in an edition. */

import { conceptsOf } from "./concepts.js";
import { hitLine } from "./excerpt.js";
import { NOWHERE, placesAt } from "./places.js";
import { rank } from "./rank.js";
import { placeNamed } from "./reference.js";
import { itemOf } from "./search-index.js";

const LONGEST = 300, SHOWN = 50, LEAST = 0.06; // letters of a question; places that are looked at closely, and of what score

/** What a question finds: parts, best first, with the words that it found them by; the place that it names comes before all.
 * @param {SearchIndex} index
 * @param {string} written
 * @returns {Found} */
export function search(index, written) {
  const question = written.slice(0, LONGEST);
  const named = placeNamed(question, index.known);
  const { place, exact } = named && !named.rest.some((word) => index.known.acts.includes(word)) ? placesAt(index, named) : NOWHERE;
  const asked = named && place.length ? named.rest.join(" ") : question;
  const concepts = conceptsOf(index, asked);
  const scores = rank(index, concepts, asked);
  const best = Math.max(...scores.values(), 0);
  const ranked = [...scores].filter(([, score]) => score > best * LEAST).sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  const words = new Map(concepts.flatMap(({ fits }) => [...fits]));
  const phrases = concepts.flatMap((concept) => concept.phrases.map(({ stems }) => stems));
  const others = withoutDoubles(ranked.map(([key]) => index.entries[key])).filter(({ at }) => !place.some((one) => one.at === at));
  const rows = others.map((entry, at) => (at < SHOWN ? nearestItem(entry, { words, phrases }, index.stem) : entry));
  return {
    entries: [...place, ...rows],
    place: place.length ? (exact ? "there" : "above") : "",
    score: best + (place.length ? 1000 * (exact ? 2 : 1) : 0),
    stem: index.stem,
    words,
    phrases,
    also: [...new Set(concepts.flatMap(({ also }) => also))],
    meant: concepts.filter(({ meant }) => meant).map(({ typed, meant }) => ({ typed, meant })),
    missing: concepts.filter(({ fits, phrases }) => !fits.size && !phrases.length).map(({ typed }) => typed),
  };
}

/** A sentence that names a term in passing once, as the definition or as the clause, whichever comes first. */
function withoutDoubles(entries) {
  const seen = new Set();
  return entries.filter((entry) => {
    const holder = entry.in ?? entry.at, first = !seen.has(holder);
    if (entry.in || first) seen.add(holder);
    return first;
  });
}

/** A measure or another item of an annex, where more of what was found stands in it than in the heading above it. */
function nearestItem(entry, found, stem) {
  if (!entry.items || !["section", "question", "annex"].includes(entry.kind)) return entry;
  const { line, weight } = hitLine(entry.text, found, stem);
  const item = entry.items.findLast(([, begin]) => begin >= 0 && begin <= line);
  return item && weight > hitLine(entry.title, found, stem).weight ? itemOf(entry, item[0]) : entry;
}
