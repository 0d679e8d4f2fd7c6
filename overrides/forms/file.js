/* The file that a questionnaire is saved in: made, and read with nothing taken for granted. Pure functions. */

import { readStamp } from "./clock-core.js";
import { isObject, own, parseFile, short } from "./parts.js";

export const SCHEMA = 1;

/** The file: `about` says of which form, `state` is {values, report, previous, discovered, informed} with stamps. @type {(about: About, asks: Ask[], state: FormState, saved: string) => object} */
export function makeFile(about, asks, state, saved) {
  return {
    $schema: about.schema,
    kind: "questionnaire",
    schema: SCHEMA,
    agreement: about.agreement,
    edition: about.edition,
    sha256: about.sha256,
    annex: about.annex,
    saved,
    report: state.report,
    discovered: state.discovered ?? null,
    informed: state.informed ?? null,
    answers: listed(asks, state.values),
    ...(state.previous && { previous: { report: state.previous.report, saved: state.previous.saved, answers: listed(asks, state.previous.values) } }),
  };
}

/** @type {(asks: Ask[], values: Values) => object[]} */
function listed(asks, values) {
  return asks.filter(({ id }) => values.has(id)).map(({ id, label, heading }) => ({
    id, question: label === heading || !heading ? label : `${heading} ${label}`, answer: values.get(id),
  }));
}

/** What `text` holds: {state, saved}, or {fault: [key of a sentence, ...what it names]}. @type {(text: string, about: About, asks: Ask[]) => Fault & {state?: Partial<FormState>}} */
export function readFileText(text, about, asks) {
  const { file, fault } = parseFile(text, "questionnaire", SCHEMA, ["agreement", "edition", "annex", "sha256"]);
  if (fault) return { fault };
  if (file.agreement !== about.agreement) return { fault: ["other_agreement", short(file.agreement)] };
  if (file.edition !== about.edition) return { fault: ["other_edition", short(file.edition), about.edition] };
  if (file.annex !== about.annex) return { fault: ["other_annex", short(file.annex)] };
  if (file.sha256 !== about.sha256) return { fault: ["other_text"] };
  const moments = {};
  for (const key of ["discovered", "informed"]) {
    const given = own(file, key) ?? undefined;
    moments[key] = given === undefined ? undefined : readStamp(given);
    if (given !== undefined && moments[key] === undefined) return { fault: ["wrong_type", key] };
  }
  const now = readReport(file, asks);
  if (now.fault) return now;
  const given = own(file, "previous");
  if (given === undefined || given === null) return { state: { ...moments, ...now, previous: undefined } };
  if (!isObject(given)) return { fault: ["wrong_type", "previous"] };
  const previous = readReport(given, asks);
  return previous.fault ? previous : { state: { ...moments, ...now, previous } };
}

/** @type {(file: object, asks: Ask[]) => Fault & Partial<Answered>} */
function readReport(file, asks) {
  const [report, saved, answers] = [own(file, "report"), own(file, "saved"), own(file, "answers")];
  if (!Number.isSafeInteger(report) || report < 1) return { fault: ["wrong_type", "report"] };
  if (readStamp(saved) === undefined) return { fault: ["wrong_type", "saved"] };
  if (!Array.isArray(answers)) return { fault: ["wrong_type", "answers"] };
  const byId = new Map(asks.map((ask) => [ask.id, ask]));
  const values = new Map();
  for (const row of answers) {
    const [id, answer] = isObject(row) ? [own(row, "id"), own(row, "answer")] : [];
    if (typeof id !== "string" || typeof answer !== "string" || values.has(id)) return { fault: ["wrong_type", "answers"] };
    const ask = byId.get(id);
    if (!ask) return { fault: ["unknown_ask", short(own(row, "question") ?? id)] };
    if (ask.kind === "choice" && !ask.options.includes(answer)) return { fault: ["unknown_option", short(answer), ask.options] };
    if (answer) values.set(id, answer);
  }
  return { report, saved, values };
}
