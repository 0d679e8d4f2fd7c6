/* Time in the Netherlands: pure functions. An instant is milliseconds, a wall time is words such as 2026-03-29T02:30. */

import { DAYS, ZONE } from "../kit/dates.js";

const HOUR = 3_600_000;
const PARTS = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
});
const LONG = new Intl.DateTimeFormat(DAYS, { timeZone: ZONE, weekday: "long", day: "numeric", month: "long", year: "numeric" });
const SHORT = new Intl.DateTimeFormat(DAYS, { timeZone: ZONE, weekday: "short", day: "numeric", month: "short" });

/** What a clock in the Netherlands shows at `instant`. @type {(instant: number) => string} */
export function wallTime(instant) {
  const part = Object.fromEntries(PARTS.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/** The instants at which a clock in the Netherlands shows `wall`: one; none when the clock skips it in spring, two when
    it comes twice in autumn (the first in summer time). Undefined for words that are no time. @type {(wall: string) => number[] | undefined} */
export function instants(wall) {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(wall) || wall < "1980") return undefined;
  const minute = wall.slice(0, 16);
  const utc = Date.parse(`${minute}:00Z`);
  if (Number.isNaN(utc)) return undefined;
  return [2, 1].map((offset) => utc - offset * HOUR).filter((instant) => wallTime(instant) === minute);
}

/** Hours between the clock of the Netherlands and UTC at `instant`: 1 in winter, 2 in summer. @type {(instant: number) => number} */
export function offsetAt(instant) {
  return Math.round((Date.parse(`${wallTime(instant)}:00Z`) - instant) / HOUR);
}

/** The instant as 2026-10-25T02:30:00+02:00. @type {(instant: number) => string} */
export function stamp(instant) {
  return `${wallTime(instant)}:00+0${offsetAt(instant)}:00`;
}

/** An instant from such words; undefined when they are none. @type {(words: unknown) => number | undefined} */
export function readStamp(words) {
  if (typeof words !== "string" || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(words)) return undefined;
  const instant = Date.parse(words);
  return Number.isNaN(instant) ? undefined : instant;
}

/** `hours` later, by a clock that counts hours and knows no summer time. @type {(instant: number, hours: number) => number} */
export function later(instant, hours) {
  return instant + hours * HOUR;
}

/** `zondag 29 maart 2026 om 03:30 uur`; in the hour that comes twice it says which. @type {(instant: number, words: Words) => string} */
export function inWords(instant, words) {
  const wall = wallTime(instant);
  const twice = instants(wall).length > 1;
  const which = twice ? ` (${offsetAt(instant) === 2 ? words.summer : words.winter})` : "";
  return `${LONG.format(new Date(instant))} om ${wall.slice(11)} uur${which}`;
}

/** `zo 29 mrt 03:30`. @type {(instant: number) => string} */
export function inShort(instant) {
  return `${SHORT.format(new Date(instant)).replace(",", "")} ${wallTime(instant).slice(11)}`;
}

/** How long it is from `now` to `instant` (or back): `1 dag, 3 uur en 12 minuten`. Minutes are rounded down. @type {(from: number, to: number, words: Words) => string} */
export function spanInWords(from, to, words) {
  const minutes = Math.floor(Math.abs(to - from) / 60_000);
  if (!minutes) return words.less;
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const pieces = [
    days && `${days} ${days === 1 ? words.day : words.days}`,
    hours && `${hours} ${words.hour}`,
    rest && `${rest} ${rest === 1 ? words.minute : words.minutes}`,
  ].filter(Boolean);
  return pieces.length > 1 ? `${pieces.slice(0, -1).join(", ")} ${words.and} ${pieces.at(-1)}` : pieces[0];
}

/** Whether the clock goes forward (1) or back (-1) between two instants, or neither (0). @type {(from: number, to: number) => number} */
export function shift(from, to) {
  return Math.sign(offsetAt(to) - offsetAt(from));
}
