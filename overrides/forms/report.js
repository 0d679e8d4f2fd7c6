/* The report of a questionnaire: pure functions of what core.js tells of. */

import { fill } from "../kit/dom.js";
import { applies, indexed, since } from "./core.js";

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
