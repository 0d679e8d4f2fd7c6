/* Which edition applies on a day: a pure function. */

/** What to say of `day`: {keys of sentences, edition, before, some}. `editions` are {from, until, whom, known}, from old to new (`known`: made known on a day after its first); `some` are those in force for some customers only (whom). @type {<S extends Span>(day: string | undefined, editions: S[], now: string) => Answer<S>} */
export function answer(day, editions, now) {
  if (!day) return { keys: ["invalid"] };
  if (day < editions[0].from) return { keys: ["before-first"], edition: editions[0] };
  const there = editions.filter(({ from, until }) => from <= day && (!until || day < until));
  const edition = there.find(({ whom }) => !whom) ?? there[0];
  if (!edition) return { keys: ["none"] };
  const some = there.filter(({ whom }) => whom);
  const keys = [day === now ? "applies" : day > now ? "will-apply" : "applied"];
  const before = editions.slice(0, editions.indexOf(edition)).reverse().find(({ whom }) => !whom || whom === edition.whom);
  if (day === edition.from) {
    if (!before) keys.push("first-day");
    else if (before.until === day) keys.push(day > now ? "day-of-coming-change" : "day-of-change");
  }
  if (edition.known && day < edition.known) keys.push("known-later");
  return { keys, edition, before, some };
}
