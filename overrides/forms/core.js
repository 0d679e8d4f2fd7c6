/* A questionnaire and its answers: pure functions. `asks` are the controls of the page in the order of the annex:
   {id, kind, label, options, when: [id, option] or null, question, heading, group, required, asked}. `values` is a Map
   from an id to words; what is not answered is not in it. */

/** Whether the annex asks this, given the answers: 'zo ja' asks only after JA, and only if that was asked itself. @type {(ask: Ask, values: Values, byId: Map<string, Ask>) => boolean} */
export function applies(ask, values, byId) {
  for (let one = ask; one.when; one = byId.get(one.when[0])) {
    if (values.get(one.when[0]) !== one.when[1]) return false;
    if (!byId.has(one.when[0])) return true;
  }
  return true;
}

/** The asks by id. @type {(asks: Ask[]) => Map<string, Ask>} */
export function indexed(asks) {
  return new Map(asks.map((ask) => [ask.id, ask]));
}

/** How far one is: {answered, all} controls that apply, and the `open` questions that the annex always asks. Beside
    choices a blank such as 'Overig' may stay empty. @type {(asks: Ask[], values: Values) => {answered: number, all: number, open: string[]}} */
export function progress(asks, values) {
  const byId = indexed(asks);
  const asked = asks.filter((ask) => applies(ask, values, byId));
  const choosing = new Set(asks.filter(({ kind }) => kind === "choice").map(({ question }) => question));
  const missing = asked.filter((ask) => ask.required && !values.has(ask.id) && (ask.kind === "choice" || ask.when || !choosing.has(ask.question)));
  return {
    answered: asked.filter(({ id }) => values.has(id)).length,
    all: asked.length,
    open: [...new Set(missing.map(({ question }) => question))],
  };
}

/** What became of an answer since an earlier report: "fresh", "changed", "gone" or "". @type {(before: string | undefined, now: string | undefined) => string} */
export function since(before, now) {
  if (before === now) return "";
  if (before === undefined) return "fresh";
  return now === undefined ? "gone" : "changed";
}

/** How many answers differ from those of an earlier report. @type {(asks: Ask[], values: Values, before: Values) => number} */
export function differences(asks, values, before) {
  return asks.filter(({ id }) => since(before.get(id), values.get(id))).length;
}
