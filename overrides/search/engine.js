/* The search itself, apart from any page: an index of the parts of one edition, and what a question finds in it. */

import { placeNamed, waysOf } from "./reference.js";
import { hitLine } from "./excerpt.js";
import { slips, stemmer, whole, wordsIn, fold } from "./word-forms.js";

const HEADING = 6, DEFINED = 3.5, HEADING_ABOVE = 1.5, TEXT = 1; // what a word counts, by where it stands
const SAME = 1, FORM = 0.9, BEGIN = 0.7, WITHIN = 0.35, SYNONYM = 0.7; // and by how it fits
const ANSWER = 0.6; // and what answers a question word: 'hours' of 'how soon'
const PART = { article: 1.2, question: 0.4, section: 0.85, annex: 0.85 }; // a heading comes first, and what is agreed before what an annex lists, and that before what a form asks
const K = 1.4, LENGTH = 0.45; // of BM25
const BY_THE_WAY = 0.5; // a definition answers who asks for its term by name
const ASIDE = 0.6, UNANSWERED = 0.4, FITTING = 0.35, MISSED = 1.5; // a sentence asks for a clause, which answers it
const ADJACENT = 0.35, DEFINES = 2.5, COVERED = 3, LEAST = 0.06, LONGEST = 300, SHOWN = 50;

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
const idOf = ({ at }) => at.replace(/\/$/, "").replace(/^.*#/, "");
const itemOf = (entry, item) => ({ ...entry, at: `${entry.at.replace(/#.*/, "")}#${idOf(entry)}-${item}` });

const headingOf = ({ kind }) => ({ term: DEFINED, question: TEXT })[kind] ?? HEADING;

/** The heading of a part alone: a clause has that of its article only above it.
 * @param {SearchEntry} entry */
const ownHeading = ({ kind, sub, title }) => sub ?? (kind === "clause" ? "" : title);

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

const NOWHERE = { place: [], exact: false };

/** The part at a place, with what stands in it; where it is not there, what would hold it. */
function placesAt(index, { kind, labels }) {
  for (let most = labels.length; most; most--) {
    for (const ways of combined(labels.slice(0, most))) {
      const names = kind === "article" && ways.length > 1
        ? [`${ways[0]}.${ways.slice(1).join(".")}`, `${ways[0]}.${ways[1]}${ways.slice(2).map((way) => `-${way}`).join("")}`, ways.join("-")]
        : [ways.join("-")];
      const found = names.map((name) => index.places.get(`${index.known.ids[kind]}-${name}`)).find(Boolean);
      if (found) return { place: most > 1 ? found : found.flatMap((one) => [one, ...within(index, one)]), exact: most === labels.length };
    }
  }
  return kind === "annex" && !labels.length ? { place: index.entries.filter((entry) => entry.kind === "annex"), exact: true } : NOWHERE;
}

/** Every way in which labels can be written, the nearest first. */
const combined = (labels) => labels.reduce((all, label) => all.flatMap((before) => waysOf(label).map((way) => [...before, way])), [[]]);

/** The clauses of an article, the sections of an annex. */
const within = (index, whole) => index.entries.filter(({ at, kind }) => kind !== "term" && at !== whole.at && at.startsWith(`${whole.at}#`));

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

/** What is looked for, one for each word of the question that tells something, or for several that are one thing. */
function conceptsOf(index, question) {
  const all = wordsIn(question).map(({ word }) => word);
  const joined = joinedWords(index, all);
  const stems = joined.map(index.stem), taken = new Set(), concepts = [...answers(index, stems), ...cited(index, joined, taken)];
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

/** What answers the question words of a question. */
function answers(index, stems) {
  const asked = ` ${stems.join(" ")} `;
  return index.asks.filter(([questions]) => questions.some((one) => asked.includes(` ${one.stems.join(" ")} `))).map(([[{ shown }], given]) => {
    const fits = new Map(given.flatMap((one) => (index.stems.get(one.stems.join(" ")) ?? []).map((word) => [word, ANSWER])));
    const phrases = given.filter((one) => one.stems.length > 1).map((one) => ({ stems: one.stems, weight: ANSWER }));
    return { typed: shown, fits, phrases, also: [], answers: true };
  });
}

/** 'artikel 9' of another text: the number counts behind its word alone. */
function cited(index, joined, taken) {
  return joined.flatMap((word, at) => {
    const kind = ["article", "clause", "annex", "item"].find((one) => index.known[one].includes(word)), number = joined[at + 1] ?? "";
    if (!kind || !/^\d/.test(number)) return [];
    taken.add(at).add(at + 1);
    const phrases = index.known[kind].map((one) => ({ stems: [index.stem(one), number], weight: SAME }));
    return [{ typed: `${word} ${number}`, fits: new Map(), phrases, also: [] }];
  });
}

/** 'data lek' as 'datalek', where that is a word and the two are none. */
function joinedWords(index, all) {
  const found = [];
  for (const word of all) {
    const last = found.at(-1);
    if (last && !index.small.has(word) && isOneWord(index, last, word)) found[found.length - 1] = last + word;
    else found.push(word);
  }
  return found;
}

/** Whether two words are one that somebody took apart, and perhaps misspelt: 'data lek', 'sub procesor'. */
function isOneWord(index, one, other) {
  if (isKnown(index, one + other)) return true;
  if (isKnown(index, other) || index.small.has(one)) return false;
  const apart = nearest(index, other), joined = nearest(index, one + other);
  return joined !== undefined && joined.away <= (apart?.away ?? Infinity);
}

const isKnown = (index, word) => index.stems.has(index.stem(word)) || index.groups.some((group) => group.some(({ stems }) => stems.length === 1 && stems[0] === index.stem(word)));

/** What one word looks for: itself, the parts of a compound that the text does not have, or the nearest word. */
function wordConcepts(index, word) {
  const found = index.memory.get(word) ?? [conceptOf(index, word, [index.stem(word)])];
  if (found.length === 1 && !found[0].fits.size && !found[0].phrases.length) {
    const parts = partsOf(index, word).map((part) => conceptOf(index, part, [index.stem(part)]));
    const near = parts.length ? undefined : nearest(index, word);
    if (parts.length) found.splice(0, 1, ...parts);
    else if (near) found.splice(0, 1, { ...conceptOf(index, near.word, [index.stem(near.word)]), typed: word, meant: shownAs(index, near.word) });
  }
  index.memory.set(word, found);
  return found;
}

/** The words of the text that fit `member`, stems that stand side by side, and those for the same thing. */
function conceptOf(index, typed, member) {
  const fits = new Map(), phrases = [], also = [], said = new Set([member.join(" ")]);
  const fit = (word, weight) => fits.set(word, Math.max(weight, fits.get(word) ?? 0));
  const put = (stems, shown, weight) => {
    if (!isThere(index, stems)) return;
    if (stems.length > 1) {
      phrases.push({ stems, weight });
    } else {
      for (const word of index.stems.get(stems[0])) fit(word, weight * FORM);
    }
    if (shown) also.push(shown);
  };
  const exact = whole(fold(typed));
  if (member.length === 1) fitWord(index, exact, member[0], fit);
  put(member, "", SAME);
  for (const group of index.groups) {
    if (!group.some(({ stems }) => stems.join(" ") === member.join(" "))) continue;
    for (const { stems, shown } of group) {
      if (said.has(stems.join(" "))) continue;
      said.add(stems.join(" "));
      put(stems, shown, SYNONYM);
    }
  }
  return { typed, fits, phrases, also };
}

/** Whether the text has a word, or several side by side. */
const isThere = (index, stems) => (stems.length > 1 ? index.whole.includes(` ${stems.join(" ")} `) : index.stems.has(stems[0]));

/** Every word of the text of which `word` is the begin or a part, by itself or by its stem. */
function fitWord(index, word, stem, fit) {
  if (/\d/.test(word)) return index.words.has(word) ? fit(word, SAME) : undefined;
  const begin = stem.length > 3 ? stem : word;
  for (const other of index.words.keys()) {
    if (other === word) fit(other, SAME);
    else if (index.small.has(other)) continue;
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
  const most = word.length < 4 || /\d/.test(word) || isKnown(index, word) ? 0 : Math.min(3, Math.max(1, Math.floor(word.length / 6)));
  let best = { away: most + 0.9, often: 0, word: "" };
  const stem = index.stem(word);
  const weigh = (other, often) => {
    if (other.length < 4) return;
    const away = Math.min(slips(word, other, most), slips(stem, index.stem(other), most) + 0.5) + (other[0] === word[0] ? 0 : 0.4);
    if (away < best.away || (away === best.away && often > best.often)) best = { away, often, word: other };
  };
  if (!most) return undefined;
  for (const [other, counts] of index.words) weigh(other, counts.size);
  for (const group of index.groups) {
    if (group.some((one) => isThere(index, one.stems))) for (const { shown, stems } of group) if (stems.length === 1) weigh(whole(fold(shown)), 0);
  }
  return best.word ? best : undefined;
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
    const { kind } = index.entries[key], fit = kind === "term" ? (defines ? DEFINES : concepts.length > 1 ? ASIDE : 1) : kind === "article" && !headed.has(key) ? 1 : PART[kind] ?? 1;
    const weight = fit * (answered.size && !answered.has(key) ? UNANSWERED : 1);
    scores.set(key, score * ((covered.get(key) ?? 0) / (all || 1)) ** COVERED * (1 + ADJACENT * near) * weight);
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
