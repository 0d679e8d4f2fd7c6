/* Whether the words that the site shows of an edition are those of its hash. */

import { hashes } from "../kit/canonical.js";
import { hold } from "./judge.js";
import { pageText } from "./page-text.js";
import { bytesAt, loadEdition } from "./published.js";
import { wordsGiven } from "./words.js";

/** 'same'; 'differs', from the hash or from the words that it is of; or 'unknown' where that cannot be found out here. `row`
    is {address, whole, sha256}, `page` the page with the whole text, if it was fetched already. */
export async function wordsStand(row, files, page) {
  if (!hashes()) return "unknown";
  const { edition, fault } = await loadEdition(row, files);
  if (fault) return fault === "missing" ? "unknown" : "differs";
  const bytes = page ?? await bytesAt(row.whole);
  if (bytes === undefined) return "unknown";
  const shown = pageText(typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes), edition.canonical.recipe !== 2);
  return hold(edition, wordsGiven(shown.text)).verdict === "whole" ? "same" : "differs";
}
