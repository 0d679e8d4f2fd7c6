/* What somebody gave to be checked: bytes or words, and what they are. Nothing in them is believed. Pure functions. */

import { isObject, own } from "../forms/parts.js";
import { wordsShown } from "./own-markdown.js";

export const MOST_MEGABYTES = 20;

const PDF = "%PDF-";
const BEGINS = [["PK\x03\x04", "no_word"], ["\xd0\xcf\x11\xe0", "office"], ["{\\rtf", "office"], ["\x89PNG", "picture"], ["\xff\xd8\xff", "picture"]];
const HASH = /^\s*(?:v\d+-)?(?:sha256\s*[:=(]?\s*)?((?:[0-9a-f]\s*){64})(?:\s+\*?[\w./-]+)?\s*$/i;
const CONTROL = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/;

/** The bytes of a file. @type {(bytes: Bytes, name: string) => Given} */
export function readBytes(bytes, name) {
  if (!bytes.length) return { fault: ["empty"] };
  const begin = String.fromCharCode(...bytes.subarray(0, 8));
  if (begin.startsWith(PDF)) return { kind: "pdf", bytes };
  const known = BEGINS.find(([sign]) => begin.startsWith(sign));
  if (known) return { fault: [known[1]] };
  const text = decoded(bytes);
  if (text === undefined || CONTROL.test(text)) return { fault: ["binary"] };
  if (/^(?:From: <Saved by|MIME-Version:)/im.test(text.slice(0, 2000))) return { fault: ["archive"] };
  const given = readText(text, name);
  return given.kind ? { ...given, bytes } : given;
}

/* As UTF-8; as UTF-16 where it says so; else as Windows wrote before. */
function decoded(bytes) {
  const sign = bytes[0] * 256 + bytes[1];
  const encodings = sign === 0xfffe ? ["utf-16le"] : sign === 0xfeff ? ["utf-16be"] : ["utf-8", "windows-1252"];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch { /* the next */ }
  }
  return undefined;
}

/** Words that were pasted, or those of a file called `name`. @type {(text: string, name?: string) => Given} */
export function readText(text, name = "") {
  const hash = HASH.exec(text);
  if (!text.trim()) return { fault: ["empty"] };
  if (hash) return { kind: "hash", hash: hash[1].replace(/\s/g, "").toLowerCase() };
  if (text.includes("-----BEGIN SSH SIGNATURE-----")) return { kind: "signature", text };
  if (/\.html?$|\.xhtml$/i.test(name) || /^\s*<(?:!doctype\s+html|html)\b/i.test(text)) return { kind: "html", text };
  if (!/\.json$/i.test(name) && !/^\s*\{\s*"/.test(text)) return { kind: "text", text: wordsShown(text) ?? text };
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: ["broken_json"] };
  }
  const kind = kindOf(value);
  return kind ? { kind, value, text } : { fault: ["other_json"] };
}

const RECEIPT = ["agreement", "version", "sha256", "manifest"];

/** @type {(value: unknown) => Given["kind"] | undefined} */
function kindOf(value) {
  if (!isObject(value)) return undefined;
  const strings = (...keys) => keys.every((key) => typeof own(value, key) === "string");
  const held = own(value, "held"), articles = own(value, "articles");
  if (own(value, "receipt") === 1 && strings(...RECEIPT) && Array.isArray(held) && held.every(isObject)) return "receipt";
  if (own(value, "manifest") === 1 && strings("agreement", "version", "sha256")) return "manifest";
  if (own(value, "kind") === "acceptance" && strings("agreement", "edition", "sha256")) return "acceptance";
  if (!Array.isArray(articles) || !strings("version")) return undefined;
  return articles.every(Array.isArray) ? "canonical" : articles.every(isObject) ? "data" : undefined;
}

/** The words of `overeenkomst.json` in the order of the text, a line for each part; undefined where it is not as it is
    published. @type {(file: any) => string | undefined} */
export function linesOfData(file) {
  const lines = [], notes = listOf(file.footnotes);
  const add = (...words) => {
    if (words.some((one) => one !== undefined && one !== null && typeof one !== "string")) throw new TypeError("no words");
    lines.push(words.filter(Boolean).join(" "));
  };
  const addNotes = (id) => {
    if (file.recipe === 2) for (const note of notes) if (note.at === id || String(note.at).startsWith(`${id}.`)) add(note.mark, note.text);
  };
  const addSection = ({ id, label, title, text }) => { add(label, title); add(text); addNotes(id); };
  const chapters = file.recipe === 2 ? [...listOf(file.chapters)] : [];
  try {
    for (const one of listOf(file.preamble)) addSection(one);
    for (const article of file.articles) {
      const opened = chapters.findIndex(({ id }) => id === article.chapter);
      for (const chapter of chapters.splice(0, opened + 1)) add(chapter.mark, chapter.title);
      add(article.mark, article.title);
      add(article.intro?.text);
      for (const clause of listOf(article.clauses)) {
        add(clause.subheading);
        add(clause.number, clause.text);
      }
      addNotes(article.id);
    }
    for (const one of listOf(file.closing)) addSection(one);
    for (const annex of listOf(file.annexes)) {
      add(annex.mark, annex.title);
      add(annex.intro?.text);
      for (const one of listOf(annex.sections)) addSection(one);
      addNotes(annex.id);
    }
  } catch {
    return undefined;
  }
  return lines.join("\n");
}

const listOf = (value) => (Array.isArray(value) ? value.filter(isObject) : []);
