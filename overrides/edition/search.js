/* Pure functions for searching: folding, finding with lunr, and showing where the words stand. */

/** What lunr knows of the language that `lunr.language` names: its own English when that has no plug-in. */
const spoken = (lunr) => lunr[lunr.language] ?? lunr;

/** Small letters without accents, as long as the original: a place in one is the same place in the other. */
export function fold(words) {
  return Array.from(words.normalize("NFC"), (sign) => {
    const plain = sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.length === sign.length ? plain : sign.toLowerCase().slice(0, sign.length).padEnd(sign.length);
  }).join("");
}

/** Folded for the index: a word with a hyphen counts as one, so that 'subverwerker' finds 'sub-verwerker' and the reverse. */
export const whole = (words) => fold(words).replace(/(?<=\p{L})-(?=\p{L})/gu, "");

/** The words of a question: folded, without stop words unless there is nothing else. */
export function questionWords(question, lunr) {
  const words = whole(question).split(/[\s,;:!?()“”"‘’']+/).map((word) => word.replace(/^[.\-/]+|[.\-/]+$/g, "")).filter(Boolean);
  const telling = words.filter((word) => spoken(lunr).stopWordFilter(new lunr.Token(word)));
  return telling.length ? telling : words;
}

export const stemmer = (lunr) => (word) => spoken(lunr).stemmer(new lunr.Token(word)).toString();

/** An index in which each word stands as written and as its stem. */
export function makeIndex(entries, lunr) {
  const stem = stemmer(lunr);
  const both = (token) => {
    const stemmed = stem(token.toString());
    return stemmed === token.toString() ? token : [token, token.clone(() => stemmed)];
  };
  lunr.Pipeline.registerFunction(both, "wordAndStem");
  return lunr((builder) => {
    builder.pipeline.reset();
    builder.pipeline.add(lunr.trimmer, both);
    builder.searchPipeline.reset();
    builder.ref("key");
    builder.field("label", { boost: 8 });
    builder.field("title", { boost: 3 });
    builder.field("text");
    entries.forEach((entry, key) => builder.add({ key, label: whole(entry.label), title: whole(entry.title), text: whole(entry.text) }));
  });
}

/** The entries that have every word of the question, best first. A word counts when its stem or a part of it fits. */
export function find(question, entries, index, lunr) {
  const words = questionWords(question, lunr);
  const stem = stemmer(lunr);
  const scores = words.map((word) => {
    const wildcard = word.length > 2 ? lunr.Query.wildcard.LEADING | lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.TRAILING;
    const found = index.query((query) => {
      query.term(word, { boost: 12 });
      query.term(stem(word), { boost: 8 });
      query.term(word, { wildcard, boost: 1 });
    });
    return new Map(found.map(({ ref, score }) => [Number(ref), score]));
  });
  if (!scores.length) return [];
  const keys = [...scores[0].keys()].filter((key) => scores.every((score) => score.has(key)));
  const total = (key) => scores.reduce((sum, score) => sum + score.get(key), 0);
  return keys.sort((a, b) => total(b) - total(a) || a - b).map((key) => entries[key]);
}

/** A piece of `text` around the first hit, as [words, isHit] pairs. */
export function excerpt(text, words, stem, most = 170) {
  const stems = words.map(stem);
  const hits = [...fold(text).matchAll(/[\p{L}\p{N}]+(?:[.\-/][\p{L}\p{N}]+)*/gu)]
    .filter(([found]) => {
      const word = whole(found);
      return words.some((wanted) => word === wanted || (wanted.length > 2 && word.includes(wanted))) || stems.includes(stem(word));
    })
    .map(({ 0: word, index }) => [index, index + word.length]);
  const first = hits.length ? hits[0][0] : 0;
  const begin = first < 60 ? 0 : text.lastIndexOf(" ", first - 40) + 1;
  const cut = text.length - begin <= most ? text.length : text.lastIndexOf(" ", begin + most);
  const end = cut > first ? cut : text.length;
  const pieces = begin ? [["… ", false]] : [];
  let position = begin;
  for (const [start, stop] of hits.filter(([start, stop]) => start >= begin && stop <= end)) {
    pieces.push([text.slice(position, start), false], [text.slice(start, stop), true]);
    position = stop;
  }
  pieces.push([text.slice(position, end) + (end < text.length ? " …" : ""), false]);
  return pieces.filter(([piece]) => piece);
}
