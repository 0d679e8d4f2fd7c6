/* A questionnaire and its answers: pure functions. `asks` are the controls of the page in the order of the annex:
   {id, kind, label, options, when: [id, option] or null, question, heading, group, required, asked}. `values` is a Map
   from an id to words; what is not answered is not in it. */

import { fill } from "../kit/dom.js";

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

/** The report: [{group, questions: [{heading, asked, rows: [{label, answer, state, was}]}]}], in the order of the annex.
    A row whose label is its question's heading has none. What does not apply and has no answer is left out. @type {(asks: Ask[], values: Values, before?: Values) => ReportGroup[]} */
export function report(asks, values, before) {
  const byId = indexed(asks);
  const groups = [];
  for (const ask of asks) {
    const answer = values.get(ask.id);
    const state = before ? since(before.get(ask.id), answer) : "";
    if (answer === undefined && !state && !applies(ask, values, byId)) continue;
    let group = groups.at(-1);
    if (group?.group !== ask.group) groups.push(group = { group: ask.group, questions: [] });
    let question = group.questions.at(-1);
    if (question?.id !== ask.question) {
      group.questions.push(question = { id: ask.question, heading: ask.heading, asked: ask.asked, rows: [] });
    }
    question.rows.push({ label: ask.label === ask.heading ? "" : ask.label, answer, state, was: before?.get(ask.id), follows: Boolean(ask.when) });
  }
  return groups;
}

/** The report as text for an e-mail. `facts` are [name, words] above it, `words` the sentences of the form. @type {(title: string, facts: [string, string][], groups: ReportGroup[], words: Words) => string} */
export function reportText(title, facts, groups, words) {
  const lines = [title, "=".repeat(Math.min([...title].length, 70)), ""];
  for (const [name, value] of facts) lines.push(`${name}: ${value}`);
  for (const { group, questions } of groups) {
    if (group) lines.push("", group.toUpperCase());
    for (const { heading, asked, rows } of questions) {
      const mark = asked ? ` [${fill(words.asked_by, asked)}]` : "";
      if (heading) lines.push("", `${heading}${mark}`);
      for (const row of rows) lines.push(...rowLines(row, words));
    }
  }
  return `${lines.join("\n")}\n`;
}

/** @type {(row: ReportRow, words: Words) => string[]} */
function rowLines({ label, answer, state, was, follows }, words) {
  const shown = answer ?? words.empty;
  const note = state ? ` (${words[state]}${was === undefined ? "" : `; ${fill(words.was, was)}`})` : "";
  const lead = `${follows ? "    " : "  "}${label ? `${label}: ` : ""}`;
  const [first, ...rest] = `${shown}${note}`.split("\n");
  return [`${lead}${first}`, ...rest.map((line) => `      ${line}`)];
}
