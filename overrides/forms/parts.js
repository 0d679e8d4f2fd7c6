/* What the forms share: files, read with nothing taken for granted. */

import { make } from "../kit/dom.js";

/** Hands `value` to the reader as a JSON file. @type {(value: unknown, name: string) => void} */
export function saveJson(value, name) {
  saveFile(`${JSON.stringify(value, null, 1)}\n`, "application/json", name);
}

/** Hands `text` to the reader as a file. @type {(text: string, type: string, name: string) => void} */
export function saveFile(text, type, name) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `text` as a file of ours: a plain JSON object of this `kind`, of a schema up to `newest`, with `words` under these keys.
    {file}, or {fault}. @type {(text: string, kind: string, newest: number, words: string[]) => Fault & {file?: any}} */
export function parseFile(text, kind, newest, words) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return { fault: ["not_json"] };
  }
  if (!isObject(file)) return { fault: ["not_json"] };
  if (own(file, "kind") !== kind) return { fault: ["not_ours"] };
  const schema = own(file, "schema");
  if (!Number.isInteger(schema) || schema < 1) return { fault: ["wrong_type", "schema"] };
  if (schema > newest) return { fault: ["newer"] };
  const wrong = words.find((key) => typeof own(file, key) !== "string");
  return wrong ? { fault: ["wrong_type", wrong] } : { file };
}

export const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** The own value of `key`: keys that could reach a prototype are none to us. @type {(value: object, key: string) => any} */
export function own(value, key) {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What a stranger wrote, cut to a length that fits a sentence. @type {(words: unknown, most?: number) => string} */
export function short(words, most = 60) {
  const all = [...String(words)];
  return all.length > most ? `${all.slice(0, most).join("")}…` : all.join("");
}

/** A name for a file: small letters, digits and hyphens. @type {(...parts: unknown[]) => string} */
export function fileName(...parts) {
  return `${parts.map((part) => String(part).toLowerCase().replace(/[^a-z0-9.]+/g, "-").replace(/^-+|-+$/g, "")).filter(Boolean).join("-")}.json`;
}
