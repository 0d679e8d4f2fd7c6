/* The editions that can be searched, each read when it is first asked. */

import { search } from "./engine.js";
import { excerpt } from "./excerpt.js";
import { makeIndex } from "./search-index.js";
import { wordsIn } from "./word-forms.js";

/** All editions of a site by its list, `zoeken.json`; `read` gives the JSON at an address below its root.
 * @param {SearchList} list
 * @param {(address: string) => Promise<any>} read */
export function shelfOf(list, read) {
  const editions = list.agreements.flatMap(({ slug, title, language, synonyms, editions: known }) =>
    known.map((one) => ({ ...one, slug, title, language, synonyms, address: `${slug}/${one.version}/` })));
  const lists = list.agreements.flatMap(({ list: one, ...agreement }) => (one ? [{ ...agreement, ...one }] : []));
  const indexes = new Map(), all = Object.values(list.languages);
  /* A place is called in any language of the site: 'artikel 8' of an English agreement too. */
  const united = Object.fromEntries(["article", "clause", "annex", "item", "acts"].map((kind) => [kind, all.flatMap((one) => one[kind])]));
  const ordinals = Object.assign({}, ...all.map((one) => one.ordinals));
  const indexOf = (edition) => {
    if (!indexes.has(edition)) {
      const entriesOf = edition.rows ? read(edition.rows).then(rowsOf) : read(`${edition.address}zoeken.json`);
      const made = entriesOf.then((entries) => makeIndex(entries, { ...list.languages[edition.language], ...united, ordinals }, edition.synonyms));
      made.catch(() => indexes.delete(edition));
      indexes.set(edition, made);
    }
    return indexes.get(edition);
  };
  return {
    /** The editions that a page is about: its own, the one that counts of its agreement, or that of every agreement. */
    here(agreement, version) {
      const mine = editions.filter(({ slug }) => !agreement || slug === agreement);
      const own = mine.filter((one) => one.version === version);
      return own.length ? own : mine.filter(({ counts }) => counts); // of one whose words were taken away nothing is left
    },

    /** All else: of the same agreements their lists of sub-processors and editions from new to old, then of the others the list
     * and the edition that counts. */
    elsewhere(here) {
      const slugs = new Set(here.map(({ slug }) => slug)), others = editions.filter((one) => !here.includes(one));
      const [mine, theirs] = [true, false].map((own) => (one) => slugs.has(one.slug) === own);
      return [...lists.filter(mine), ...others.filter(mine), ...lists.filter(theirs), ...others.filter((one) => one.counts && theirs(one))];
    },

    /** The agreements that have every word of `question` in their name, or a word that begins so. */
    named(question) {
      const asked = wordsIn(question).map(({ word }) => word);
      const has = (title) => asked.every((one) => wordsIn(title).some(({ word }) => word.startsWith(one)));
      return asked.length ? list.agreements.filter(({ title }) => has(title)) : [];
    },

    /** What `question` finds in some editions: those that have something, best first. One that cannot be read is passed over; an
     * error where none can. */
    async find(some, question) {
      const read = await Promise.allSettled(some.map(async (edition) => ({ edition, found: search(await indexOf(edition), question) })));
      const groups = read.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      if (some.length && !groups.length) throw new Error("no edition can be read");
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

/** The rows of a list of sub-processors as parts that can be searched. */
const rowsOf = ({ sub_processors: rows }) => rows.map(({ id, name, service, purpose, data, places, address }) => ({
  at: `#${id}`, label: name, sub: name, title: service, kind: "section", text: [purpose, ...data, ...places.map((place) => place.name), address].filter(Boolean).join(" · "),
}));
