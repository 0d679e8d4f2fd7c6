/* Which edition applies on a day: a pure function. */

/** What to say of `day`: {keys of sentences, edition, before}. `editions` are {from, until}, from old to new. @type {<S extends Span>(day: string | undefined, editions: S[], now: string) => Answer<S>} */
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
