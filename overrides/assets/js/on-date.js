/* Which edition applies on a day: pure functions. Days are words such as 2019-03-01, which sort as they follow. */

/** A day as 2019-03-01, from that or from 1-3-2019; undefined when there is no such day. */
export function readDay(words) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words) ?? swapped(words) ?? [];
  if (!year || year < "0100") return undefined;
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const written = [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  return found.toISOString().slice(0, 10) === written ? written : undefined;
}

function swapped(words) {
  const found = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(words);
  return found && [found[0], found[3], found[2], found[1]];
}

/** Today in the Netherlands, wherever the reader is. */
export function today(now = new Date()) {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(now);
}

/** What to say of `day`: {keys of sentences, edition, before}. `editions` are {from, until}, from old to new. */
export function answer(day, editions, now) {
  if (!day) return { keys: ["invalid"] };
  if (day < editions[0].from) return { keys: ["before-first"], edition: editions[0] };
  const index = editions.findIndex(({ from, until }) => from <= day && (!until || day < until));
  if (index < 0) return { keys: ["none"] };
  const edition = editions[index];
  const keys = [day === now ? "applies" : day > now ? "will-apply" : "applied"];
  const before = editions[index - 1];
  if (day === edition.from) {
    if (!before) keys.push("first-day");
    else if (before.until === day) keys.push(day > now ? "day-of-coming-change" : "day-of-change");
  }
  return { keys, edition, before };
}

/** `25 mei 2018` for 2018-05-25. */
export function long(day) {
  return new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

export const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** `sentence` with its {names} filled in. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
