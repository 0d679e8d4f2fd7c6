/* Which parts of an edition have most of what is asked: BM25 over concepts, and what a lawyer would put first. */

import { FORM } from "./concepts.js";
import { headingOf } from "./search-index.js";
import { wordsIn } from "./word-forms.js";

const K = 1.4, LENGTH = 0.45; // of BM25: how soon more of a word tells no more, and how much a long text has to have
const COVERED = 3, FITTING = 0.35, MISSED = 1.5; // what is missed of a question counts, also where the word is common
const ADJACENT = 0.35; // words of a question that stand side by side in the text
const PART = { article: 1.2, question: 0.4, section: 0.85, annex: 0.85 }; // a heading first, what an annex lists later, what a form asks last
const DEFINES = 2.5, BY_THE_WAY = 0.5; // a definition answers who asks for one, or for its term by name,
const ASIDE = 0.6, UNANSWERED = 0.4; // and a sentence asks for a clause, which answers it

/** The score of every part that has something of what is asked. */
export function rank(index, concepts, question) {
  const plain = ` ${wordsIn(question).map(({ word }) => word).join(" ")} `, defines = index.known.define.some((words) => plain.includes(` ${words} `));
  const total = index.entries.length, scores = new Map(), covered = new Map(), answered = new Set(), headed = new Set();
  let all = 0;
  const found = concepts.map((concept) => ({ concept, ...countsOf(index, concept) }));
  const rarity = ({ counts }) => Math.log(1 + (total - counts.size + 0.5) / (counts.size + 0.5));
  const rarest = Math.max(...found.filter(({ concept }) => !concept.answers && concept.fits.size).map(rarity), 0);
  for (const { concept, counts, best } of found) {
    for (const word of concept.fits.keys()) for (const key of counts.keys()) if (index.heads.has(`${word} ${key}`)) headed.add(key);
    const rare = concept.answers && rarest ? rarest : rarity({ counts }); // what is asked tells as much as what it is asked of
    const share = rare + MISSED; // a word that stands everywhere is asked for too
    all += share;
    for (const [key, count] of counts) {
      if (concept.answers) answered.add(key);
      const by = index.entries[key].kind === "term" && (best.get(key) ?? 0) < FORM ? BY_THE_WAY : 1;
      const score = (by * rare * count * (K + 1)) / (count + K * (1 - LENGTH + LENGTH * index.lengths[key]));
      scores.set(key, (scores.get(key) ?? 0) + score);
      covered.set(key, (covered.get(key) ?? 0) + share * (best.get(key) ?? 1) ** FITTING);
    }
  }
  const pairs = pairsOf(index, question);
  for (const [key, score] of scores) {
    const near = pairs.filter((pair) => index.runs[key].some((text) => text.includes(pair))).length / (pairs.length || 1);
    const weight = partWeight(index.entries[key].kind, { defines, isSentence: concepts.length > 1, isHeaded: headed.has(key) }) * (answered.size && !answered.has(key) ? UNANSWERED : 1);
    scores.set(key, score * ((covered.get(key) ?? 0) / (all || 1)) ** COVERED * (1 + ADJACENT * near) * weight);
  }
  return scores;
}

/** What a part counts by its kind, for what is asked. */
function partWeight(kind, { defines, isSentence, isHeaded }) {
  if (kind === "term") return defines ? DEFINES : isSentence ? ASIDE : 1;
  return kind === "article" && !isHeaded ? 1 : PART[kind] ?? 1;
}

/** How much of a concept each part has, and how well the best of it fits. */
function countsOf(index, { fits, phrases }) {
  const counts = new Map(), best = new Map();
  const add = (key, count, weight) => {
    counts.set(key, (counts.get(key) ?? 0) + weight * count);
    best.set(key, Math.max(best.get(key) ?? 0, weight));
  };
  for (const [word, weight] of fits) for (const [key, count] of index.words.get(word) ?? []) add(key, count, weight);
  for (const { stems, weight } of phrases) {
    const phrase = ` ${stems.join(" ")} `;
    index.runs.forEach(([heading, text], key) => {
      if (!heading.includes(phrase) && !text.includes(phrase)) return;
      const count = text.split(phrase).length - 1 + (heading.includes(phrase) ? headingOf(index.entries[key]) / Math.sqrt(stems.length) : 0);
      add(key, Math.max(0, weight * count - (counts.get(key) ?? 0)) / weight, weight); // its words may be there already
    });
  }
  return { counts, best };
}

/** The words of a question that stand side by side, as they would stand in a text. */
function pairsOf(index, question) {
  const stems = wordsIn(question).map(({ word }) => index.stem(word));
  return stems.slice(1).map((stem, at) => ` ${stems[at]} ${stem} `);
}
