/* What a party accepted, as a small file: made, and read with nothing taken for granted. Pure functions. */

import { readDay } from "../kit/dates.js";
import { parseFile } from "./parts.js";

export const SCHEMA = 1;
const WORDS = ["agreement", "title", "publisher", "edition", "sha256", "address", "party", "date"];

/** The file: `about` says of which edition, `filled` is [{id, label, value}] in the order of the text. */
export function makeAcceptance(about, party, date, filled) {
  const { schema, agreement, title, publisher, edition, effective, sha256, address } = about;
  return { $schema: schema, kind: "acceptance", schema: SCHEMA, agreement, title, publisher, edition, effective, sha256, address, party, date, filled };
}

/** What `text` holds: {accepted}, or {fault: [key of a sentence, what it names]}. */
export function readAcceptance(text) {
  const { file, fault } = parseFile(text, "acceptance", SCHEMA, WORDS);
  if (fault) return { fault };
  if (!/^[0-9a-f]{64}$/.test(file.sha256)) return { fault: ["wrong_type", "sha256"] };
  if (readDay(file.date) !== file.date) return { fault: ["wrong_type", "date"] };
  return { accepted: Object.fromEntries(WORDS.map((key) => [key, file[key]])) };
}
