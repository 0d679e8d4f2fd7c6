/* Words as a search compares them: folded, without hyphens, and what the forms of one word have in common. */

/** Small letters without accents, as long as the original: a place in one is the same place in the other. */
export function fold(words) {
  const plain = (sign) => {
    const bare = sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.length === sign.length ? bare : sign.toLowerCase().slice(0, sign.length).padEnd(sign.length);
  };
  return words.normalize("NFC").replace(/[A-Z]+|[^\0-\x7f]/gu, (signs) => (signs < "\x80" ? signs.toLowerCase() : plain(signs)));
}

/** A folded word with a hyphen is one word, so that 'subverwerker' finds 'sub-verwerker' and the reverse. */
export const whole = (word) => word.replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, "");

/** The words of a text in order, with their places in it.
 * @returns {{ word: string, at: number, end: number }[]} */
export function wordsIn(text) {
  return [...fold(text).matchAll(/[\p{L}\p{N}§]+(?:[.\-‐‑'’][\p{L}\p{N}]+)*/gu)].map(({ 0: word, index }) => ({ word: whole(word), at: index, end: index + word.length }));
}

/** What a word has in common with its other forms: by the forms that no rule makes, and by the endings of its language, each in
 * turn until none fits.
 * @param {{ stem: [string, string][], forms: string[][] }} language
 * @returns {(word: string) => string} */
export function stemmer({ stem: endings, forms }) {
  const first = new Map(forms.flatMap((line) => line.map((form) => [whole(fold(form)), whole(fold(line[0]))])));
  const rules = endings.map(([pattern, instead]) => /** @type {[RegExp, string]} */ ([new RegExp(pattern, "u"), instead]));
  const known = new Map();
  return (word) => {
    let stem = known.get(word);
    if (stem === undefined) {
      stem = first.get(word) ?? word;
      for (let before = ""; before !== stem && /\p{L}/u.test(stem); ) {
        before = stem;
        for (const [pattern, instead] of rules) stem = stem.replace(pattern, instead);
      }
      known.set(word, stem);
    }
    return stem;
  };
}

/** How many slips of the pen lie between two words: a letter too many, too few, another, or two that changed places; one more
 * than `most` where there are more. */
export function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let last = [], row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], last[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [last, row] = [row, next];
  }
  return row[other.length];
}
