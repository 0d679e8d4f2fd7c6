/* How an edition stands on a day: a pure function. Its phases are rows {from, kind, word, sentence} in order, the first
   from the begin of time; days are words that sort as they follow. */

/** The last phase that has begun on `day`. @type {(phases: Phase[], day: string) => Phase} */
export function phaseOn(phases, day) {
  return phases.filter(({ from }) => from <= day).at(-1) ?? phases[0];
}
