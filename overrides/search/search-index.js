/* An index of the parts of one edition: where each word stands and what it counts there, its forms, and the words for the same thing. */

import { stemmer, wordsIn } from "./word-forms.js";

const HEADING = 6, DEFINED = 3.5, HEADING_ABOVE = 1.5, TEXT = 1; // what a word counts, by where it stands

/** An index of the parts of an edition in its language, which all questions share.
 * @param {SearchEntry[]} entries
 * @param {SearchWords} known
 * @param {string[][]} synonyms words for the same thing, beside those of the language
 * @returns {SearchIndex} */
export function makeIndex(entries, known, synonyms = []) {
  const stem = stemmer(known), small = new Set(known.small);
  const words = new Map(), stems = new Map(), runs = [], lengths = [], places = new Map(), heads = new Set();
  entries.forEach((entry, key) => {
    const put = (text, weight, isHeading = false) => {
      const found = wordsIn(text);
      const telling = found.filter(({ word }) => !small.has(word)).length || 1;
      for (const { word } of found) {
        const counts = words.get(word) ?? new Map();
        if (!counts.size) {
          words.set(word, counts);
          if (!small.has(word)) stems.set(stem(word), [...(stems.get(stem(word)) ?? []), word]);
        }
        counts.set(key, (counts.get(key) ?? 0) + weight(telling));
        if (isHeading) heads.add(`${word} ${key}`);
      }
      return ` ${found.map(({ word }) => stem(word)).join(" ")} `;
    };
    const own = `${entry.kind === "chapter" ? `${entry.label} ` : ""}${ownHeading(entry)}`, above = ownHeading(entry) === entry.title ? "" : entry.title;
    const heading = put(own, (many) => headingOf(entry) / Math.sqrt(many), true) + put(above, (many) => HEADING_ABOVE / Math.sqrt(many));
    const text = put(entry.text, () => TEXT);
    runs.push([heading, text]);
    lengths.push(text.length);
    for (const name of entry.kind === "term" ? [] : new Set([idOf(entry), entry.key ?? idOf(entry)])) places.set(name, [...(places.get(name) ?? []), entry]);
  });
  for (const entry of entries) {
    for (const [item, line] of entry.items ?? []) {
      const one = { ...itemOf(entry, item), label: `${entry.label} (${item})`, text: line < 0 ? entry.text : entry.text.split("\n")[line] };
      for (const name of [`${idOf(entry)}-${item}`, `${entry.key}-${item}`]) if (!places.has(name)) places.set(name, [one]);
    }
  }
  const own = entries.filter(({ also }) => also?.length).map(({ title, also }) => [title, ...also]);
  const stemmed = (shown) => ({ shown, stems: wordsIn(shown).map(({ word }) => stem(word)) });
  const groups = [...known.synonyms, ...synonyms, ...own].map((group) => group.map(stemmed));
  const asks = known.asks.map(([questions, given]) => /** @type {[Stemmed[], Stemmed[]]} */ ([questions.map(stemmed), given.map(stemmed)]));
  const usual = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1) || 1;
  return { entries, known, stem, small, words, stems, heads, runs, lengths: lengths.map((length) => length / usual), places, groups, asks, whole: runs.flat().join("|"), memory: new Map() };
}

/** The id of a part, by its address; and the same part at one of its items. */
export const idOf = ({ at }) => at.replace(/\/$/, "").replace(/^.*#/, "");
export const itemOf = (entry, item) => ({ ...entry, at: `${entry.at.replace(/#.*/, "")}#${idOf(entry)}-${item}` });

/** What a word counts in the heading of a part: a form asks in whole sentences. */
export const headingOf = ({ kind }) => ({ term: DEFINED, question: TEXT })[kind] ?? HEADING;

/** The heading of a part alone: a clause has that of its article only above it.
 * @param {SearchEntry} entry */
const ownHeading = ({ kind, sub, title }) => sub ?? (kind === "clause" ? "" : title);

/** Whether the text has a word, or several side by side. */
export const isThere = (index, stems) => (stems.length > 1 ? index.whole.includes(` ${stems.join(" ")} `) : index.stems.has(stems[0]));

/** Whether a word is one of the text, or of those for the same thing. */
export const isKnown = (index, word) => index.stems.has(index.stem(word)) || index.groups.some((group) => group.some(({ stems }) => stems.length === 1 && stems[0] === index.stem(word)));
