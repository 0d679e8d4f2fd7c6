/* The rows of the menu of editions, and where the reader's place is in each. */

import { today } from "../kit/dates.js";
import { load, make, named } from "../kit/dom.js";
import { phaseOn } from "../kit/phases.js";
import { counterpart } from "./counterpart.js";

/** The rows of the menu from versions.json, the newest first: its title, and where the reader's place is in that edition.
    `place` is what the address names ({page, name}), or nothing on a page above the editions; `data` is that
    of all comparisons, or nothing when there is none. */
export function rows(versions, { up, folder, place, data }) {
  return versions.map(({ version, title }) => {
    const start = `${up}${encodeURIComponent(version)}/`;
    const own = version === folder;
    const found = !place ? { address: "" } : own ? { address: `${place.page}${place.name ? `#${place.name}` : ""}` } : counterpart(data, folder, version, place);
    return { version, title: title || version, address: start + (found?.address ?? ""), lost: !found, name: found?.name };
  });
}

/** What the menu of `element` holds now: a list, and what is to be said below it. `known` keeps what was fetched. */
export async function filled(element, known) {
  const { list, lines, up, folder, pageAddress, standings, all, failed, elsewhere } = element.dataset;
  const menu = make("ul");
  const said = [];
  try {
    known.versions ??= await load(list);
  } catch {
    said.push(failed);
  }
  const versions = known.versions ?? [];
  // A clause may have another number in another edition: the history of all clauses knows.
  if (folder && versions.length > 1) known.data ??= await load(lines).catch(() => null);
  const place = folder ? { page: pageAddress, name: named() } : null;
  const shown = rows(versions, { up, folder, place, data: known.data });
  known.standings ??= (await load(standings).catch(() => ({ editions: [] }))).editions;
  const phases = new Map(known.standings.map((edition) => [edition.version, edition.phases]));
  for (const row of shown) menu.append(item(row, row.version === folder, phases.has(row.version) ? phaseOn(phases.get(row.version), today()) : null));
  if (shown.some(({ lost }) => lost)) said.push(elsewhere);
  menu.append(item({ address: up, title: all }));
  return [menu, ...said.map((words) => make("p", {}, words))];
}

function item({ address, title, lost, name }, current = false, phase = null) {
  const small = lost ? "*" : name;
  const said = phase ? make("small", { className: `state ${phase.kind}` }, phase.word) : null;
  return make("li", {}, make("a", { href: address, "aria-current": current ? "true" : null }, make("span", {}, title), small ? make("small", {}, small) : null, said));
}
