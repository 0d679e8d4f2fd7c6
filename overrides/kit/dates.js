/* Days: pure functions. A day is words such as 2019-03-01, which sort as they follow. */

export const ZONE = "Europe/Amsterdam";

/** The language of the page, in which names are sorted. */
export const LANGUAGE = globalThis.document?.documentElement.lang;

/** In which days are written: that language as Europe (150) writes it, with the day before the month. */
export const DAYS = LANGUAGE && `${LANGUAGE}-150`;

/** A day as 2019-03-01, from that or from 1-3-2019; undefined when there is no such day. @type {(words: string) => string | undefined} */
export function readDay(words) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words) ?? swapped(words) ?? [];
  if (!year || year < "0100") return undefined;
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const written = [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  return found.toISOString().slice(0, 10) === written ? written : undefined;
}

/** @type {(words: string) => string[] | null} */
function swapped(words) {
  const found = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(words);
  return found && [found[0], found[3], found[2], found[1]];
}

/** Today in the Netherlands, wherever the reader is. @type {(now?: Date) => string} */
export function today(now = new Date()) {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(now);
}

/** `25 mei 2018` for 2018-05-25. @type {(day: string) => string} */
export function long(day) {
  return new Intl.DateTimeFormat(DAYS, { dateStyle: "long", timeZone: "UTC" }).format(instantOf(day));
}

/** The days from `day` to `until`: 0 on the day itself, less when it is past. @type {(day: string, until: string) => number} */
export function daysTo(day, until) {
  return Math.round((instantOf(until) - instantOf(day)) / 86_400_000);
}

const instantOf = (day) => Date.parse(`${day}T00:00:00Z`);
