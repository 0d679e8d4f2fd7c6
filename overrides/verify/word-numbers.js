/* The numbers that Word computes and does not write (ECMA-376, part 1, 17.9). Pure functions. */

const LEVELS = 9;
const ROMAN = [[1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];
const OFF = ["0", "false", "off"];

/** The lists of `numbering.xml`, read from its tokens: gives the mark of the next paragraph of a level, in order.
    @type {(tokens: Iterable<[string, Record<string, string>, string]>) => (number: string, at: number) => string} */
export function counterOf(tokens) {
  const abstracts = new Map(), numbers = new Map();
  let abstract, number, level, override;
  for (const [name, one, state] of tokens) {
    if (state === "close") {
      if (name === "lvl") level = undefined;
      else if (name === "lvlOverride") override = undefined;
      else if (name === "abstractNum") abstract = undefined;
      else if (name === "num") number = undefined;
    } else if (state !== "open") continue;
    else if (name === "abstractNum") abstracts.set(one.abstractNumId, abstract = new Map());
    else if (name === "num") numbers.set(one.numId, number = { abstract: "", starts: new Map(), own: new Map(), begun: new Set() });
    else if (name === "abstractNumId" && number) number.abstract = one.val;
    else if (name === "lvlOverride") override = Number(one.ilvl);
    else if (name === "startOverride" && number) number.starts.set(override, Number(one.val));
    else if (name === "lvl") (number ? number.own : abstract)?.set(Number(one.ilvl), level = { start: 1, figures: "decimal", text: "" });
    else if (level && name === "start") level.start = Number(one.val);
    else if (level && name === "numFmt") level.figures = one.val;
    else if (level && name === "lvlText") level.text = one.val ?? "";
    else if (level && name === "isLgl") level.legal = !OFF.includes(one.val);
    else if (level && name === "lvlRestart") level.restart = Number(one.val);
  }
  const counts = new Map();
  return (id, at) => {
    const list = numbers.get(id);
    if (!list || !(at >= 0 && at < LEVELS)) return "";
    const levels = (step) => list.own.get(step) ?? abstracts.get(list.abstract)?.get(step) ?? { start: 1, figures: "decimal", text: "" };
    if (!counts.has(list.abstract)) counts.set(list.abstract, Array(LEVELS).fill(undefined));
    const row = counts.get(list.abstract), own = levels(at);
    row[at] = list.starts.has(at) && !list.begun.has(at) ? list.starts.get(at) : row[at] === undefined ? own.start : row[at] + 1;
    list.begun.add(at);
    for (let step = 0; step < at; step++) row[step] ??= levels(step).start;
    for (let step = at + 1; step < LEVELS; step++) {
      const { restart } = levels(step);
      if (restart === undefined || (restart && at < restart)) row[step] = undefined;
    }
    if (own.figures === "bullet") return "-";
    return own.text.replace(/%([1-9])/g, (_, digit) => {
      const one = levels(Number(digit) - 1);
      return figures(row[Number(digit) - 1] ?? one.start, own.legal ? "decimal" : one.figures);
    });
  };
}

/* A number in figures, by their names (17.18.59). */
function figures(value, name) {
  const letter = () => (value > 0 ? String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1) : "");
  const roman = () => ROMAN.reduce(([text, left], [worth, signs]) => [text + signs.repeat(Math.floor(left / worth)), left % worth], ["", value])[0];
  switch (name) {
    case "lowerLetter": return letter();
    case "upperLetter": return letter().toUpperCase();
    case "lowerRoman": return roman();
    case "upperRoman": return roman().toUpperCase();
    case "decimalZero": return String(value).padStart(2, "0");
    case "ordinal": return `${value}.`;
    case "none": return "";
    default: return String(value);
  }
}
