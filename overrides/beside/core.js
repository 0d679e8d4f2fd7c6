/* What two addresses ask for, and what each text says of a demand: pure functions. */

/** The text that `wanted` names: `mickcom/1.5`, or `mickcom`, which is the one that counts; without `row` where there is none. @type {(wanted: string | null, texts: SideText[]) => { row?: SideText, unknown?: string }} */
export function textFor(wanted, texts) {
  if (wanted === null || !wanted.trim()) return {};
  const name = wanted.trim().replace(/^\/+|\/+$/g, "");
  const own = texts.filter(({ agreement }) => agreement === name);
  const row = texts.find(({ key }) => key === name) ?? own.find(({ now }) => now) ?? own[0];
  return row ? { row } : { unknown: wanted };
}

/** Which texts a query asks for, by its two keys, and what to say first: a key of a sentence with its value. @type {(search: string, keys: string[], texts: SideText[]) => SideChoice} */
export function choice(search, keys, texts) {
  const query = new URLSearchParams(search);
  const found = keys.map((key) => textFor(query.get(key), texts));
  const rows = found.map(({ row }) => row);
  const unknown = found.find((one) => one.unknown !== undefined)?.unknown;
  if (unknown !== undefined) return { rows, said: ["unknown", shown(unknown)] };
  if (!rows[0] && !rows[1]) return { rows };
  if (!rows[0] || !rows[1]) return { rows, said: ["choose_other"] };
  return rows[0] === rows[1] ? { rows, said: ["twice"] } : { rows };
}

/** What an address says, as far as it can be shown. @type {(words: string) => string} */
const shown = (words) => words.replace(/\p{C}/gu, "").slice(0, 60);

/** What a text says at a part of a demand: ids with whether each is a part only, whether it was read, what resembles it. @type {(data: SideData, part: string) => SideCell} */
export function cellOf(data, part) {
  const found = data.demands.flatMap(({ parts }) => parts).find(({ id }) => id === part);
  if (!found) return { read: false, at: [], near: [] };
  const at = [...found.whole.map((id) => ({ id, partly: false })), ...found.partly.map((id) => ({ id, partly: true }))];
  return { read: found.read, at, near: found.near };
}

/** A length of time in words: `48 hours`, `per 2 years`. @type {(words: any, length: [number, string, boolean?]) => string} */
export function lengthIn(words, [number, unit, every = false]) {
  const said = words[unit][number === 1 ? 0 : 1].replace("{0}", String(number));
  return every ? words.every.replace("{0}", said) : said;
}
