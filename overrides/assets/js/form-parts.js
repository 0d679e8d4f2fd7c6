/* What the forms share: elements, sentences, files and the clipboard. Whatever is typed is only ever put in as text. */

/** An element with properties, `data-` and `aria-` attributes, and children (words or elements). */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (key === "role" || key.includes("-")) element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** `sentence` with {0}, {1} filled in. */
export function fill(sentence, ...values) {
  return sentence.replace(/\{(\d)\}/g, (whole, index) => values[index] ?? whole);
}

/** The sentences of an element, from its data-words. */
export function wordsOf(element) {
  return JSON.parse(element.dataset.words);
}

export const MOST_MEGABYTES = 20;

/** Reads a file as text in UTF-8; a file that is too big is not read. */
export async function readFile(file) {
  return file.size > MOST_MEGABYTES * 1_000_000 ? { fault: "too_big" } : { text: await file.text() };
}

/** Hands `value` to the reader as a JSON file. */
export function saveJson(value, name) {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(value, null, 1)}\n`], { type: "application/json" }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** JSON text as a plain object; undefined when it is none. Keys that could reach a prototype are no own keys to us. */
export function parseObject(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : undefined;
}

/** The own value of `key`, whatever else the object inherits. */
export function own(value, key) {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A name for a file: small letters, digits and hyphens. */
export function fileName(...parts) {
  return `${parts.map((part) => String(part).toLowerCase().replace(/[^a-z0-9.]+/g, "-").replace(/^-+|-+$/g, "")).filter(Boolean).join("-")}.json`;
}
