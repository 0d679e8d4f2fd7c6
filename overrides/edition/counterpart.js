/* The same clause in another edition, whatever its number there. */

const START = "", WHOLE = "volledig/";

/** The value that an edition has in runs of [first edition, value]. */
const at = (runs, edition) => runs.findLast(([first]) => first <= edition)?.[1] ?? null;

/* `artikel-11.2-ii` and what it may lie in: `artikel-11.2`, `artikel`. */
const cuts = (name) => name.split("-").map((_, index, parts) => parts.slice(0, parts.length - index).join("-"));

/** {address, name} in the edition `to` of the place {page, name} in the edition `from`: the address of what has the id
    `name`, else of the page; undefined where nobody knows, or where that edition has no such thing. `data` is
    vergelijken/gegevens.json; the beginning and the whole text are in each edition. @type {(data: Packed | null | undefined, from: string, to: string, place: Place) => Elsewhere | undefined} */
export function counterpart(data, from, to, { page, name }) {
  const ends = page === START || page === WHOLE;
  if (!name && ends) return { address: page };
  const [here, there] = [from, to].map((version) => data?.editions.findIndex((edition) => edition.version === version) ?? -1);
  if (here < 0 || there < 0) return undefined;
  // An item of a clause has no history of its own: that of its clause tells where it went.
  const line = [...cuts(name), page.replace(/\/$/, "")].map((id) => data.lineages.find(({ spots }) => at(spots, here)?.[0] === id)).find(Boolean);
  const id = line && at(line.spots, here)[0];
  if (!line) return ends || data.lineages.some(({ spots }) => at(spots, there)?.[5].startsWith(page)) ? { address: page } : undefined;
  const spot = at(line.spots, there);
  if (!spot) return undefined;
  const [newId, , shown, , , address] = spot;
  const moved = newId !== id ? shown : "";
  return { address: page === WHOLE ? `${WHOLE}#${newId}` : address, name: moved };
}
