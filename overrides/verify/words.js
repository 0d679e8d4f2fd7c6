/* Words to be compared: those of an edition from `canoniek.json`, in units with a name and an id, and those of a text that
   somebody gave. Pure functions. */

import { canonical } from "../kit/canonical.js";

const NO_LETTER = /^[^\p{L}\p{N}…]+$/u;
const ROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** A word without what stands around it, in small letters. @type {(word: string) => string} */
export const bare = (word) => word.toLowerCase().replace(ROUND, "");

/** The units of an edition in the order of the text; ids from its manifest. @type {(edition: any, manifest: any) => Unit[]} */
export function unitsOf(edition, manifest) {
  const ids = { articles: 0, clauses: 0, sections: 0, annexes: 0 };
  const next = (list) => manifest?.[list]?.[ids[list]++]?.id ?? "";
  const second = edition.recipe === 2;
  const units = [];
  const add = (id, number, name, within, words, part) => {
    if (words.length) units.push({ id, number, name, within, words, part });
  };
  const section = (part, within) => {
    const heading = wordsOf(part[0]);
    add(next("sections"), "", heading || within, heading ? within : "", [...headed(heading), ...blocksOf(part[1]), ...notesOf(part[2])], part);
  };
  add("", "", edition.title ?? "", "", headed(edition.title ?? ""), edition.title);
  for (const part of edition.preamble) section(part, "");
  for (const part of edition.articles) {
    const [chapters, heading, intro, clauses, notes] = second ? part : [[], ...part, []];
    const name = wordsOf(heading);
    add(next("articles"), "", name, "", [...chapters.flatMap(([, words]) => headed(wordsOf(words))), ...headed(name), ...blocksOf(intro)], [chapters, heading, intro]);
    for (const clause of clauses) {
      const [number, above, blocks] = second ? clause : [clause[0], null, clause[1]];
      add(next("clauses"), number, "", name, [...headed(above ? wordsOf(above) : ""), ...marks(number), ...blocksOf(blocks)], clause);
    }
    if (notes.length) add("", "", name, "", notesOf(notes), notes);
  }
  for (const part of edition.closing) section(part, "");
  for (const part of edition.annexes) {
    const name = wordsOf(part[0]);
    add(next("annexes"), "", name, "", [...headed(name), ...blocksOf(part[3])], part.slice(0, 4));
    for (const one of part[4]) section(one, name);
    add("", "", name, "", notesOf(part[5]), part[5]);
  }
  return units;
}

/* Words, or words with the targets of their links. */
const wordsOf = (value) => (Array.isArray(value) ? value[0] : value);
const split = (words) => words.split(" ").filter(Boolean);

/** @type {(words: string) => Word[]} */
const plain = (words) => split(words).map((word, at) => ({ word, kind: "", ...(at ? {} : { first: true }) }));
/** Words of a heading: capitals and the signs around them may be typed otherwise. @type {(words: string) => Word[]} */
const headed = (words) => split(words).map((word) => ({ word, kind: NO_LETTER.test(word) ? "mark" : "head" }));
/** Numbers and letters of a list, which many a copy leaves out. @type {(words: string) => Word[]} */
const marks = (words) => split(words).map((word) => ({ word, kind: "mark" }));
/** A term, behind which a colon may stand. @type {(words: string) => Word[]} */
const termed = (words) => split(words).map((word, at, all) => ({ word, kind: at === all.length - 1 ? "term" : "" }));

/** @type {(blocks: any[]) => Word[]} */
function blocksOf(blocks) {
  return blocks.flatMap((block) => {
    if (typeof block === "string") return plain(block);
    const [first, ...rest] = block;
    if (first === "|") return rest.flatMap((row) => row.flatMap((cell) => plain(wordsOf(cell))));
    if (first === "!" && rest.length === 2) return plain(wordsOf(rest[0]));
    if (typeof first === "string") return plain(first);
    return block.flatMap((row) => row.length === 3
      ? [...marks(row[0]), ...plain(wordsOf(row[1])), ...blocksOf(row[2])]
      : [...termed(row[0]), ...plain(wordsOf(row[1]))]);
  });
}

/** @type {(notes?: any[]) => Word[]} */
const notesOf = (notes = []) => notes.flatMap(([label, words]) => [...marks(label), ...plain(wordsOf(words))]);

/** The words of a text that somebody gave, with where a line begins. @type {(text: string) => GivenWord[]} */
export function wordsGiven(text) {
  return text.split(/\r\n?|[\n\v\f\u2028\u2029]/).flatMap((line) => split(canonical(line)).map((word, at) => ({ word, first: at === 0 })));
}

/** The same, where a word that a line end cut in two (`verwer-` and `king`) is one again, if `known` has it so. @type {(given: GivenWord[], known: Set<string>) => GivenWord[]} */
export function rejoined(given, known) {
  const result = [];
  for (const one of given) {
    const before = result.at(-1);
    const cut = one.first && before?.word.endsWith("-") && before.word.length > 1 && !known.has(before.word);
    const whole = cut && [before.word.slice(0, -1) + one.word, before.word + one.word].find((word) => known.has(word));
    if (whole) result[result.length - 1] = { word: whole, first: before.first };
    else result.push(one);
  }
  return result;
}

/** Whether a word of an edition is the word given; where it is a heading, number or term also when it is typed otherwise. @type {(of: Word, word: string) => boolean} */
export function same(of, word) {
  if (of.word === word) return true;
  if (!of.kind) return false;
  if (of.kind === "term") return word === `${of.word}:`;
  const [one, other] = [bare(of.word), bare(word)];
  if (!one || !other) return false;
  return one === other || (of.kind === "mark" && one.endsWith(`.${other}`));
}

/** Whether a word given is only the sign before a line of a list. @type {(given: GivenWord) => boolean} */
export const isBullet = ({ word, first }) => first && isSign(word);

/** Whether a word is no more than a sign, as stands before a line of a list. @type {(word: string) => boolean} */
export const isSign = (word) => NO_LETTER.test(word) && word.length < 4;
