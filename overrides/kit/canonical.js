/* The canonical form of words, and hashes over it: what the program computes in model/canonical and model/hashes, held
   equal to it by a table of vectors. Pure functions. */

const TYPED = new Map(/** @type {[string, string][]} */ ([
  ...[..."“”„«»"].map((sign) => [sign, '"']),
  ...[..."‘’‚‛"].map((sign) => [sign, "'"]),
  ...[..."\u2010\u2011\u2013\u2014\u2212"].map((sign) => [sign, "-"]),
  ...[..."\u00ad\u200b\u200c\u200d\u2060\ufeff"].map((sign) => [sign, ""]), // nobody sees these
]));
const TYPOGRAPHY = new RegExp(`[${[...TYPED.keys()].join("")}]`, "gu");
const BLANK = /(?<![.…_])[.…_]*(?:…{2}|\.{4}|…\.|_{4})[.…_]*/gu;
// White space as Unicode has it and Python splits at; JavaScript's own \s is another set.
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;

/** `words` in NFC with straight quotes, one kind of dash, single spaces, and every blank equally long. @type {(words: string) => string} */
export function canonical(words) {
  return words.normalize("NFC").replace(TYPOGRAPHY, (sign) => TYPED.get(sign)).replace(BLANK, "…").split(SPACE).filter(Boolean).join(" ");
}

/** Whether hashes can be computed here: a page that came over plain http gets no WebCrypto. @type {() => boolean} */
export const hashes = () => Boolean(globalThis.crypto?.subtle);

/** The bytes of a digest. @type {(bytes: Uint8Array<ArrayBuffer>, algorithm?: string) => Promise<Uint8Array<ArrayBuffer>>} */
export async function digestOf(bytes, algorithm = "SHA-256") {
  return new Uint8Array(await crypto.subtle.digest(algorithm, bytes));
}

/** @type {(bytes: Uint8Array) => string} */
export const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** sha256 in hex of bytes. @type {(bytes: Uint8Array<ArrayBuffer>) => Promise<string>} */
export const sha256 = async (bytes) => hex(await digestOf(bytes));

/** sha256 in hex of `value` as compact JSON in UTF-8 with sorted keys: what the program calls a digest. @type {(value: unknown) => Promise<string>} */
export const digest = (value) => sha256(new TextEncoder().encode(JSON.stringify(value, sorted)));

const sorted = (_, value) => value && typeof value === "object" && !Array.isArray(value)
  ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
  : value;
