/* What the site itself has of its editions, fetched when it is needed and from nowhere else. */

import { hashes, sha256 } from "../kit/canonical.js";
import { editionOf } from "./judge.js";

const AT_ONCE = 6;

/** The rows of the table on the page. */
export const rowsOf = (root) => [...root.querySelectorAll("tr[data-sha256]")].map(({ dataset }) => ({ ...dataset }));

/** The bytes at an address of this site; undefined where there is nothing. */
export async function bytesAt(address) {
  try {
    const answer = await fetch(address, { credentials: "omit" });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

/** Every edition to hold a text against: {editions, missing: rows, inconsistent: rows}. */
export async function loadEditions(rows, files) {
  const found = { editions: [], missing: [], inconsistent: [] };
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const loaded = await Promise.all(rows.slice(at, at + AT_ONCE).map((row) => loadEdition(row, files)));
    for (const { row, fault, edition } of loaded) (fault ? found[fault] : found.editions).push(edition ?? row);
  }
  return found;
}

/** An edition, when its bytes have the hash that the page names and its manifest tells of the same: {edition}, or {row,
    fault: 'missing' or 'inconsistent'}. */
export async function loadEdition(row, files) {
  const [canonical, manifest] = await Promise.all([files.canonical, files.manifest].map((file) => bytesAt(row.address + file)));
  if (!canonical || !manifest) return { row, fault: "missing" };
  try {
    const told = parsed(manifest);
    if (told.sha256 !== row.sha256 || (hashes() && (await sha256(canonical)) !== row.sha256)) return { row, fault: "inconsistent" };
    const words = parsed(canonical);
    return { row, edition: { ...editionOf(row, words, told), canonical: words, told, manifest } };
  } catch {
    return { row, fault: "inconsistent" };
  }
}

export const parsed = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
