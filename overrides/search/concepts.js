/* What a question asks for: a concept for each of its words that tells something, or for several that are one thing. */

import { isKnown, isThere } from "./search-index.js";
import { fold, slips, whole, wordsIn } from "./word-forms.js";

export const SAME = 1, FORM = 0.9; // how a word of the text fits: it is the same, or another form of it,
const BEGIN = 0.7, WITHIN = 0.35, SYNONYM = 0.7; // a longer word, one for the same thing,
const LEAST_END = 5, LEAST_REST = 4; // letters of a known part of a compound, and of what it is put to
const ANSWER = 0.6; // or what answers a question word: 'hours' of 'how soon'

/** What is looked for, one for each word of the question that tells something, or for several that are one thing. */
export function conceptsOf(index, question) {
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

/** What one word looks for: itself, the parts of a compound that the text does not have, or the nearest word. */
function wordConcepts(index, word) {
  const found = index.memory.get(word) ?? [conceptOf(index, word, [index.stem(word)])];
  if (found.length === 1 && !found[0].fits.size && !found[0].phrases.length) {
    const parts = partsOf(index, word).map((part) => conceptOf(index, part, [index.stem(part)]));
    const near = parts.length ? undefined : nearest(index, word);
    const ends = parts.length || near ? [] : endsOf(index, word);
    if (parts.length) found.splice(0, 1, ...parts);
    else if (ends.length) found.splice(0, 1, ...ends.map((end) => ({ ...conceptOf(index, end, [index.stem(end)]), also: [end] })));
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

/** What is known of a compound of which not every part is: its longest begin and the longest end of the rest. 'auditrapport' as
 * 'audit', where no text has a 'rapport'. */
function endsOf(index, word) {
  const known = (from, to) => to - from >= LEAST_END && isKnown(index, word.slice(from, to));
  const cuts = [...word].map((_, at) => at), rest = index.known.joints.length ? word.length - LEAST_REST : 0;
  const head = cuts.filter((at) => at <= rest && known(0, at)).at(-1) ?? 0;
  const tail = cuts.find((at) => at >= Math.max(head, LEAST_REST) && rest && known(at, word.length));
  return [...(head ? [word.slice(0, head)] : []), ...(tail === undefined ? [] : [word.slice(tail)])];
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
