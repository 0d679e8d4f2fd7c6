/* Where in an edition a place is that a question names. */

import { waysOf } from "./reference.js";

export const NOWHERE = { place: [], exact: false };

/** The part at a place, with what stands in it; where it is not there, what would hold it. */
export function placesAt(index, { kind, labels }) {
  for (let most = labels.length; most; most--) {
    for (const ways of combined(labels.slice(0, most))) {
      const names = kind === "article" && ways.length > 1
        ? [`${ways[0]}.${ways.slice(1).join(".")}`, `${ways[0]}.${ways[1]}${ways.slice(2).map((way) => `-${way}`).join("")}`, ways.join("-")]
        : [ways.join("-")];
      const found = names.map((name) => index.places.get(`${index.known.ids[kind]}-${name}`)).find(Boolean);
      if (found) return { place: most > 1 ? found : found.flatMap((one) => [one, ...within(index, one)]), exact: most === labels.length };
    }
  }
  return kind === "annex" && !labels.length ? { place: index.entries.filter((entry) => entry.kind === "annex"), exact: true } : NOWHERE;
}

/** Every way in which labels can be written, the nearest first. */
const combined = (labels) => labels.reduce((all, label) => all.flatMap((before) => waysOf(label).map((way) => [...before, way])), [[]]);

/** The clauses of an article, the sections of an annex. */
const within = (index, whole) => index.entries.filter(({ at, kind }) => kind !== "term" && at !== whole.at && at.startsWith(`${whole.at}#`));
