/* The search itself, apart from any page: an index of the parts of one edition, and what a question finds in it. */

import { placeNamed, waysOf } from "./reference.js";
import { slips, stemmer, whole, wordsIn, fold } from "./words.js";

const OWN_HEADING = 6, HEADING_ABOVE = 1.5, TEXT = 1; // what a word counts, by where it stands
const SAME = 1, FORM = 0.9, BEGIN = 0.7, WITHIN = 0.35, SYNONYM = 0.7; // and by how it fits
const QUESTION = 0.6; // and in a heading without a number in an annex: a form asks there, and nothing is agreed
const K = 1.4, LENGTH = 0.45; // of BM25
const ADJACENT = 0.35, DEFINES = 2.5;

/** An index of the parts of an edition in its language, which all questions share.
 * @param {SearchEntry[]} entries
 * @param {SearchWords} known
 * @param {string[][]} synonyms words for the same thing, beside those of the language
 * @returns {SearchIndex} */
export function makeIndex(entries, known, synonyms = []) {
  const stem = stemmer(known.stem), small = new Set(known.small);
  const words = new Map(), stems = new Map(), runs = [], lengths = [], places = new Map();
  entries.forEach((entry, key) => {
    const put = (text, weight) => {
      const found = wordsIn(text);
      const telling = found.filter(({ word }) => !small.has(word)).length || 1;
      for (const { word } of found) {
        const counts = words.get(word) ?? new Map();
        if (!counts.size) {
          words.set(word, counts);
          stems.set(stem(word), [...(stems.get(stem(word)) ?? []), word]);
        }
        counts.set(key, (counts.get(key) ?? 0) + weight(telling));
      }
      return ` ${found.map(({ word }) => stem(word)).join(" ")} `;
    };
    const own = entry.sub ?? (entry.kind === "clause" ? "" : entry.title);
    const above = entry.kind === "clause" || entry.sub ? entry.title : "";
    const heading = put(own, (many) => OWN_HEADING / Math.sqrt(many)) + put(above, (many) => HEADING_ABOVE / Math.sqrt(many));
    const text = put(entry.text, () => TEXT);
    runs.push([heading, text]);
    lengths.push(text.length);
    const id = entry.key ?? entry.at.replace(/\/$/, "").replace(/^.*#/, "");
    if (entry.kind !== "term") places.set(id, entry);
    for (const item of entry.items ?? []) if (!places.has(`${id}-${item}`)) places.set(`${id}-${item}`, { ...entry, at: `${entry.at.replace(/#.*/, "")}#${id}-${item}` });
  });
  const own = entries.filter(({ also }) => also?.length).map(({ title, also }) => [title, ...also]);
  const groups = [...known.synonyms, ...synonyms, ...own].map((group) => group.map((shown) => ({ shown, stems: wordsIn(shown).map(({ word }) => stem(word)) })));
  const usual = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1) || 1;
  return { entries, known, stem, small, words, stems, runs, lengths: lengths.map((length) => length / usual), places, groups, memory: new Map() };
}

/** What `question` finds: parts, best first, with the words that it found them by; the place that it names comes before all.
 * @param {SearchIndex} index
 * @param {string} question
 * @returns {Found} */
export function search(index, question) {
  const named = placeNamed(question, index.known);
  const place = named && !named.rest.some((word) => index.known.acts.includes(word)) ? placesAt(index, named) : [];
  const asked = named && place.length ? named.rest.join(" ") : question;
  const concepts = conceptsOf(index, asked);
  const scores = rank(index, concepts, asked);
  const rows = [...scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([key]) => index.entries[key]);
  const best = Math.max(...scores.values(), 0);
  const enough = rows.filter((entry) => (scores.get(index.entries.indexOf(entry)) ?? 0) > best * 0.06);
  const shown = [...place, ...withoutHolders(enough)];
  return {
    entries: shown.filter((entry, at) => shown.findIndex(({ at: address }) => address === entry.at) === at),
    place: place.length > 0,
    words: new Set(concepts.flatMap(({ fits }) => [...fits.keys()])),
    phrases: concepts.flatMap(({ phrases }) => phrases.map(({ stems }) => stems)),
    also: [...new Set(concepts.flatMap(({ also }) => also))],
    meant: concepts.filter(({ meant }) => meant).map(({ typed, meant }) => ({ typed, meant })),
    missing: concepts.filter(({ fits, phrases }) => !fits.size && !phrases.length).map(({ typed }) => typed),
  };
}

/** The part at a place, with what stands in it; where it is not there, what would hold it. */
function placesAt(index, { kind, labels }) {
  for (let most = labels.length; most; most--) {
    for (const ways of combined(labels.slice(0, most))) {
      const names = kind === "article" && ways.length > 1
        ? [`${ways[0]}.${ways.slice(1).join(".")}`, `${ways[0]}.${ways[1]}${ways.slice(2).map((way) => `-${way}`).join("")}`, ways.join("-")]
        : [ways.join("-")];
      const found = names.map((name) => index.places.get(`${index.known.ids[kind]}-${name}`)).find(Boolean);
      if (found) return [found, ...(most === 1 ? within(index, found) : [])];
    }
  }
  return kind === "annex" && !labels.length ? index.entries.filter((entry) => entry.kind === "annex") : [];
}

/** Every way in which labels can be written, the nearest first. */
const combined = (labels) => labels.reduce((all, label) => all.flatMap((before) => waysOf(label).map((way) => [...before, way])), [[]]);

/** The clauses of an article, the sections of an annex. */
const within = (index, whole) => index.entries.filter(({ at, kind }) => kind !== "term" && at !== whole.at && at.startsWith(`${whole.at}#`));

/** Without a part that comes after a definition in it: it holds the same words, among all others. */
function withoutHolders(entries) {
  const held = new Set();
  return entries.filter((entry) => {
    if (entry.in) held.add(entry.in);
    return !held.has(entry.at);
  });
}

/** What is looked for, one for each word of the question that tells something, or for several that are one thing. */
function conceptsOf(index, question) {
  const all = wordsIn(question).map(({ word }) => word);
  const joined = joinedWords(index, all);
  const taken = new Set(), concepts = [];
  const stems = joined.map(index.stem);
  for (const group of index.groups) {
    for (const { stems: member } of group) {
      if (member.length < 2) continue;
      const at = stems.findIndex((_, start) => member.every((stem, offset) => stems[start + offset] === stem));
      if (at < 0 || member.some((_, offset) => taken.has(at + offset))) continue;
      const concept = conceptOf(index, joined.slice(at, at + member.length).join(" "), member);
      if (!concept.fits.size && !concept.phrases.length) continue;
      member.forEach((_, offset) => taken.add(at + offset));
      concepts.push(concept);
    }
  }
  const left = joined.filter((_, at) => !taken.has(at));
  const telling = left.filter((word) => !index.small.has(word) && !(index.known.define.includes(word) && left.length > 1));
  const wanted = telling.length || concepts.length ? telling : left;
  return [...concepts, ...[...new Set(wanted)].flatMap((word) => wordConcepts(index, word))];
}

/** 'data lek' as 'datalek', where that is a word and the two are none. */
function joinedWords(index, all) {
  const found = [];
  for (const word of all) {
    const last = found.at(-1);
    if (last && !index.small.has(word) && !isKnown(index, `${last} ${word}`) && isKnown(index, last + word)) found[found.length - 1] = last + word;
    else found.push(word);
  }
  return found;
}

const isKnown = (index, word) => index.stems.has(index.stem(word)) || index.groups.some((group) => group.some(({ stems }) => stems.length === 1 && stems[0] === index.stem(word)));

/** What one word looks for: itself, the parts of a compound that the text does not have, or the nearest word. */
function wordConcepts(index, word) {
  const found = index.memory.get(word) ?? [conceptOf(index, word, [index.stem(word)])];
  if (found.length === 1 && !found[0].fits.size && !found[0].phrases.length) {
    const parts = partsOf(index, word).map((part) => conceptOf(index, part, [index.stem(part)]));
    const near = parts.length ? undefined : nearest(index, word);
    if (parts.length) found.splice(0, 1, ...parts);
    else if (near) found.splice(0, 1, { ...conceptOf(index, near, [index.stem(near)]), typed: word, meant: shownAs(index, near) });
  }
  index.memory.set(word, found);
  return found;
}

/** The words of the text that fit `member`, stems that stand side by side, and those for the same thing. */
function conceptOf(index, typed, member) {
  const fits = new Map(), phrases = [], also = [];
  const fit = (word, weight) => fits.set(word, Math.max(weight, fits.get(word) ?? 0));
  const put = (stems, shown, weight) => {
    if (stems.length > 1) {
      if (!index.runs.some((run) => run.some((text) => text.includes(` ${stems.join(" ")} `)))) return;
      phrases.push({ stems, weight });
    } else {
      if (!index.stems.has(stems[0])) return;
      for (const word of index.stems.get(stems[0])) fit(word, weight * FORM);
    }
    if (shown) also.push(shown);
  };
  const exact = whole(fold(typed));
  if (member.length === 1) fitWord(index, exact, member[0], fit);
  put(member, "", SAME);
  for (const group of index.groups) {
    if (!group.some(({ stems }) => stems.join(" ") === member.join(" "))) continue;
    for (const { stems, shown } of group) if (stems.join(" ") !== member.join(" ")) put(stems, shown, SYNONYM);
  }
  return { typed, fits, phrases, also };
}

/** Every word of the text of which `word` is the begin or a part, by itself or by its stem. */
function fitWord(index, word, stem, fit) {
  if (/\d/.test(word)) return index.words.has(word) ? fit(word, SAME) : undefined;
  const begin = stem.length > 2 ? stem : word;
  for (const other of index.words.keys()) {
    if (other === word) fit(other, SAME);
    else if (other.startsWith(begin) && begin.length > 1) fit(other, BEGIN * (begin.length / other.length) ** 0.5);
    else if (begin.length > 3 && other.includes(begin)) fit(other, WITHIN);
  }
  return undefined;
}

/** The parts of a compound, each a word that is known: 'meldtermijn' as 'meld' and 'termijn'. */
function partsOf(index, word) {
  const joints = [...index.known.joints].sort((one, other) => one.length - other.length);
  for (let at = word.length - 4; joints.length && at >= 4; at--) {
    for (const joint of joints) {
      const first = word.slice(0, at - joint.length);
      if (first.length >= 4 && word.slice(0, at).endsWith(joint) && isKnown(index, first) && isKnown(index, word.slice(at))) return [first, word.slice(at)];
    }
  }
  return [];
}

/** The known word that is nearest to one that nobody knows; nothing where none is near. */
function nearest(index, word) {
  const most = word.length < 4 || /\d/.test(word) ? 0 : word.length < 6 ? 1 : word.length < 10 ? 2 : 3;
  let best = { away: most + 0.9, often: 0, word: "" };
  const stem = index.stem(word);
  const weigh = (other, often) => {
    if (other.length < 4) return;
    const away = Math.min(slips(word, other, most), slips(stem, index.stem(other), most) + 0.5) + (other[0] === word[0] ? 0 : 0.4);
    if (away < best.away || (away === best.away && often > best.often)) best = { away, often, word: other };
  };
  if (!most) return undefined;
  for (const [other, counts] of index.words) weigh(other, counts.size);
  for (const group of index.groups) for (const { shown, stems } of group) if (stems.length === 1) weigh(whole(fold(shown)), 0);
  return best.word || undefined;
}

/** A folded word as some part of the text writes it. */
function shownAs(index, word) {
  for (const key of index.words.get(word)?.keys() ?? []) {
    const { title, sub, text } = index.entries[key];
    const all = [sub ?? "", title, text].join(" ");
    const found = wordsIn(all).find((one) => one.word === word);
    if (found) return all.slice(found.at, found.end).toLowerCase();
  }
  return word;
}

/** The score of every part that has something of what is asked. */
function rank(index, concepts, question) {
  const plain = ` ${wordsIn(question).map(({ word }) => word).join(" ")} `, defines = index.known.define.some((words) => plain.includes(` ${words} `));
  const total = index.entries.length, scores = new Map(), covered = new Map();
  let all = 0;
  for (const concept of concepts) {
    const { counts, best } = countsOf(index, concept);
    const rare = Math.log(1 + (total - counts.size + 0.5) / (counts.size + 0.5));
    all += rare;
    for (const [key, count] of counts) {
      const score = (rare * count * (K + 1)) / (count + K * (1 - LENGTH + LENGTH * index.lengths[key]));
      scores.set(key, (scores.get(key) ?? 0) + score);
      covered.set(key, (covered.get(key) ?? 0) + rare * Math.sqrt(best.get(key) ?? 1));
    }
  }
  const pairs = pairsOf(index, question);
  for (const [key, score] of scores) {
    const near = pairs.filter((pair) => index.runs[key].some((text) => text.includes(pair))).length / (pairs.length || 1);
    const { kind } = index.entries[key], weight = kind === "question" ? QUESTION : defines && kind === "term" ? DEFINES : 1;
    scores.set(key, score * ((covered.get(key) ?? 0) / (all || 1)) ** 2 * (1 + ADJACENT * near) * weight);
  }
  return scores;
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
      const count = text.split(phrase).length - 1 + (heading.includes(phrase) ? OWN_HEADING : 0);
      if (count) add(key, count, weight);
    });
  }
  return { counts, best };
}

/** The words of a question that stand side by side, as they would stand in a text. */
function pairsOf(index, question) {
  const stems = wordsIn(question).map(({ word }) => index.stem(word));
  return stems.slice(1).map((stem, at) => ` ${stems[at]} ${stem} `);
}
