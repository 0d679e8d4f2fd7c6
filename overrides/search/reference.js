/* A question that names a place: 'artikel 8 lid 4', 'art. 8.4', 'bijlage 2 onder B', 'clause 9.2(b)'. */

import { fold } from "./word-forms.js";

const ROMAN = /^(?=[ivxlc])(?:x{0,3})(?:ix|iv|v?i{0,3})$/;
const NUMBER = /^\d{1,3}[a-z]{0,3}$/;
const DOTTED = /^\d{1,3}[a-z]{0,3}(?:\.\d{1,3}[a-z]{0,3})+$/;
const LETTERS = /^[a-z]+$/;
const LABEL = /^(?:[a-z]{1,2}|\d{1,3}[a-z]?|[ivx]{1,5})$/;

/** The place that a question names, as labels from outside in, and the other words of it; nothing where it names none.
 * @param {string} question
 * @param {SearchWords} known
 * @returns {{ kind: "article" | "annex", labels: string[], rest: string[] } | undefined} */
export function placeNamed(question, known) {
  const tokens = fold(question).replace(/§/g, " § ").match(/[\p{L}\p{N}§]+(?:[.\-'’:]+[\p{L}\p{N}]+)*|[()]/gu) ?? [];
  const found = { article: "", clause: "", annex: "", items: [] }, rest = [];
  let before = "", ordinal = "";
  tokens.forEach((token, index) => {
    const kind = kindOf(token, known), next = tokens[index + 1] ?? "", counted = ordinalOf(token, known);
    if (kind) {
      if (kind === "clause" && ordinal) found.clause = ordinal;
      if (kind === "annex" && !LABEL.test(next) && !DOTTED.test(next)) found.annex ||= " ";
      before = kind;
    } else if (token === "(" || token === ")") {
      if (token === "(") before = "(";
    } else if (!(counted && known.clause.includes(next)) && put(token, before, next, found, known)) {
      before = "label";
    } else {
      before = "";
      if (!counted && !known.small.includes(token)) rest.push(token);
    }
    ordinal = counted;
  });
  if (found.annex && LETTERS.test(found.article)) found.items.unshift(found.article); // 'section I of annex 3'
  if (found.annex) return { kind: "annex", labels: [...found.annex.trim().split("."), ...found.items].filter(Boolean), rest };
  if (!found.article) return undefined;
  const labels = [...found.article.split("."), found.clause, ...found.items].filter(Boolean);
  return { kind: "article", labels, rest };
}

/** What a word before a number says of it. */
function kindOf(token, known) {
  return ["article", "clause", "annex", "item"].find((kind) => known[kind].includes(token)) ?? "";
}

const ordinalOf = (token, known) => (Object.hasOwn(known.ordinals, token) ? known.ordinals[token] : undefined) ?? token.match(/^(\d{1,2})(?:ste|de|e|st|nd|rd|th)$/)?.[1] ?? "";

/** Puts a number or letter where the word `before` it says that it belongs; says whether it belongs anywhere. */
function put(token, before, next, found, known) {
  const word = token.replace(/:/g, ".").replace(/^(\d+)-(\d+)$/, "$1.$2");
  if (DOTTED.test(word)) {
    const key = before === "annex" || found.annex === " " ? "annex" : "article";
    if (found[key].trim()) return false;
    found[key] = word;
  } else if (before === "article" && !found.article && (NUMBER.test(word) || (ROMAN.test(word) && !/^[lc]$/.test(word)))) {
    found.article = word;
  } else if (before === "article" && /^[a-z]$/.test(word)) {
    found.items.push(word); // 'section A of annex 2'
  } else if (before === "annex" && !found.annex.trim() && LABEL.test(word)) {
    found.annex = word;
  } else if (before === "clause" && NUMBER.test(word)) {
    if (!found.article && !found.clause && !next) found.article = word; // 'clause 9' alone
    else found.clause = word;
  } else if (before === "item" && LABEL.test(word)) {
    found.items.push(word);
  } else if (before === "(" && LABEL.test(word)) {
    if (found.article && !found.clause && !found.article.includes(".") && NUMBER.test(word)) found.clause = word;
    else found.items.push(word);
  } else if (before === "label" && LABEL.test(word) && (word.length < 2 || !known.small.includes(word)) && (found.annex.trim() || found.article)) {
    found.items.push(word);
  } else if (!before && NUMBER.test(word) && known.clause.includes(next)) {
    found.article = word;
  } else {
    return false;
  }
  return true;
}

const VALUES = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** A label in the ways in which an id can have it: as it is, a Roman number in digits. */
export function waysOf(label) {
  if (!ROMAN.test(label)) return [label];
  const value = [...label].reduce((sum, sign, index) => sum + (VALUES[sign] < (VALUES[label[index + 1]] ?? 0) ? -VALUES[sign] : VALUES[sign]), 0);
  return [label, String(value)];
}
