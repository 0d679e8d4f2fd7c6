/* What a party accepted, as a small file: made, and read with nothing taken for granted. Pure functions. */

import { own, parseObject } from "./form-parts.js";

export const SCHEMA = 1;
const WORDS = ["agreement", "title", "publisher", "edition", "sha256", "address", "party", "date"];

/** The file: `about` says of which edition, `filled` is [{id, label, value}] in the order of the text. */
export function makeAcceptance(about, party, date, filled) {
  const { schema, agreement, title, publisher, edition, effective, sha256, address } = about;
  return { $schema: schema, kind: "acceptance", schema: SCHEMA, agreement, title, publisher, edition, effective, sha256, address, party, date, filled };
}

/** What `text` holds: {accepted}, or {fault: [key of a sentence, what it names]}. */
export function readAcceptance(text) {
  const file = parseObject(text);
  if (!file) return { fault: ["not_json"] };
  if (own(file, "kind") !== "acceptance") return { fault: ["not_ours"] };
  const schema = own(file, "schema");
  if (!Number.isInteger(schema) || schema < 1) return { fault: ["wrong_type", "schema"] };
  if (schema > SCHEMA) return { fault: ["newer"] };
  const wrong = WORDS.find((key) => typeof own(file, key) !== "string");
  if (wrong) return { fault: ["wrong_type", wrong] };
  if (!/^[0-9a-f]{64}$/.test(file.sha256)) return { fault: ["wrong_type", "sha256"] };
  if (!isDay(file.date)) return { fault: ["wrong_type", "date"] };
  return { accepted: Object.fromEntries(WORDS.map((key) => [key, file[key]])) };
}

function isDay(words) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words)) return false;
  const day = new Date(`${words}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === words;
}

/** `23 november 2026`. */
export function longDay(day) {
  return new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
