/* What a row of the list of sub-processors is on a day: pure functions. Days are words such as 2024-03-01, which sort as
   they follow; a row is {announced, active, ended, withdrawn}, with sinceUnknown where its first day is not known. The same rule as clausule.model.sub_processors.state_on. */

import { LANGUAGE } from "../kit/dates.js";

/** `announced`, `active`, `ended`, `withdrawn`, or an empty word when the row is not on the list on `day`. @type {(row: ListRow, day: string) => string} */
export function stateOn(row, day) {
  const known = [row.announced, row.active].filter(Boolean).sort()[0];
  const hasAlwaysBeen = row.sinceUnknown !== undefined; // as far as anybody knows
  if (!hasAlwaysBeen && (!known || day < known)) return "";
  if (row.withdrawn && day >= row.withdrawn) return "withdrawn";
  if (row.ended && day >= row.ended) return "ended";
  return hasAlwaysBeen || (row.active && day >= row.active) ? "active" : "announced";
}

/** Words without their capitals and accents. @type {(words: string) => string} */
export const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The plain words of what is asked. @type {(asked: string) => string[]} */
export const sought = (asked) => plain(asked).split(/\s+/).filter(Boolean);

/** Whether plain words hold each of those that are sought. @type {(words: string, sought: string[]) => boolean} */
export const holds = (words, sought) => sought.every((word) => words.includes(word));

/** What is given, in its order, in pieces of at most `size`. @type {<T>(all: T[], size: number) => T[][]} */
export function pieces(all, size) {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, number) => all.slice(number * size, (number + 1) * size));
}

/** How two rows follow each other: by `name`, `start` (the newest first) or `country`. @type {(order: string) => (one: NamedRow, other: NamedRow) => number} */
export function inOrder(order) {
  const by = new Intl.Collator(LANGUAGE, { sensitivity: "base", numeric: true }).compare;
  const name = (one, other) => by(one.name, other.name);
  if (order === "start") return (one, other) => by(other.active ?? "", one.active ?? "") || name(one, other);
  if (order === "country") return (one, other) => by(one.countries, other.countries) || name(one, other);
  return name;
}
