/* The editions that can be searched, each read when it is first asked. */

import { makeIndex, search } from "./engine.js";
import { excerpt } from "./excerpt.js";

/** All editions of a site by its list, `zoeken.json`; `read` gives the JSON at an address below its root.
 * @param {SearchList} list
 * @param {(address: string) => Promise<SearchEntry[]>} read */
export function shelfOf(list, read) {
  const editions = list.agreements.flatMap(({ slug, title, language, synonyms, editions: all }) =>
    all.map((one) => ({ ...one, slug, title, language, synonyms, address: `${slug}/${one.version}/` })));
  const indexes = new Map();
  const indexOf = (edition) => {
    if (!indexes.has(edition)) {
      const made = read(`${edition.address}zoeken.json`).then((entries) => makeIndex(entries, list.languages[edition.language], edition.synonyms));
      made.catch(() => indexes.delete(edition));
      indexes.set(edition, made);
    }
    return indexes.get(edition);
  };
  return {
    /** The editions that a page is about: its own, the one that counts of its agreement, or that of every agreement. */
    here(agreement, version) {
      const mine = editions.filter(({ slug }) => !agreement || slug === agreement);
      return version ? mine.filter((one) => one.version === version) : mine.filter(({ counts }) => counts);
    },

    /** All others: of the same agreements, then of the others those that count. */
    elsewhere(here) {
      const slugs = new Set(here.map(({ slug }) => slug)), others = editions.filter((one) => !here.includes(one));
      return [...others.filter(({ slug }) => slugs.has(slug)), ...others.filter(({ slug, counts }) => counts && !slugs.has(slug))];
    },

    /** What `question` finds in some editions: those that have something, best first. */
    async find(some, question) {
      const groups = await Promise.all(some.map(async (edition) => ({ edition, found: search(await indexOf(edition), question) })));
      return groups.filter(({ found }) => found.entries.length).sort((one, other) => other.found.score - one.found.score);
    },

    /** The heading of a part, and a piece of its words around what was found there, as [words, isHit] pairs; one heading is not
     * marked again above each of its clauses. */
    marked({ kind, title, text }, found) {
      const [above, words] = [title, text].map((one) => one.replace(/\s+/g, " "));
      return [kind === "clause" ? [[above, false]] : excerpt(above, found, found.stem), excerpt(words, found, found.stem)];
    },
  };
}
