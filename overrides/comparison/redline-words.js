/* A redline that leaves the page: pure functions from nodes to lines of pieces, and from these to words and HTML. A piece
   is [sign, words]: "+" came, "-" went, "=" stayed; a line is a list of pieces. */

const SIGNS = { INS: "+", DEL: "-" };
const BLOCKS = new Set(["P", "DIV", "LI", "UL", "OL", "DL", "SECTION", "H1", "H2", "H3", "H4", "SUMMARY", "DETAILS"]);
const BESIDE = ".unseen, .kind, .nature, .both, .about, .overview, nav, paper-facts, select, input, button";
const CELL = ".cell", NUMBER = "a.n, .over";

/** The lines below `node`, where `around` is the mark that it stands in. @type {(node: Node, around?: string) => Piece[][]} */
export function linesBelow(node, around = "=") {
  const lines = [[]];
  let number = false; // it stands in an element of its own, and its words in the next one: they belong on one line
  const visit = (inner, sign) => {
    if (inner.nodeType === 3) {
      add(lines.at(-1), sign, inner.data.replace(/\s+/g, " "));
      number &&= !inner.data.trim();
    } else if (inner.nodeType === 11 || (inner.nodeType === 1 && !inner.matches(BESIDE))) {
      const block = BLOCKS.has(inner.nodeName);
      if (block && !number) lines.push([]);
      if (inner.nodeType === 1 && inner.matches(CELL) && lines.at(-1).length) add(lines.at(-1), "=", " | ");
      for (const child of inner.childNodes) visit(child, SIGNS[inner.nodeName] ?? sign);
      if (inner.nodeType === 1 && inner.matches(NUMBER)) {
        add(lines.at(-1), "=", " ");
        number = true;
      }
      if (block && !number) lines.push([]);
    }
  };
  visit(node, around);
  return lines.map(tidy).filter((line) => line.length);
}

function add(line, sign, words) {
  const last = line.at(-1);
  if (last?.[0] === sign) last[1] += words;
  else if (words) line.push([sign, words]);
}

/* White space stands outside the marks, has none of its own, and keeps two marks apart. */
function tidy(line) {
  const found = [];
  for (const [sign, words] of line) {
    const plain = words.trim();
    if (!plain) {
      add(found, "=", " ");
      continue;
    }
    if (sign !== "=" && found.length && found.at(-1)[0] !== "=") add(found, "=", " ");
    if (/^\s/.test(words)) add(found, "=", " ");
    add(found, sign, plain);
    if (/\s$/.test(words)) add(found, "=", " ");
  }
  const clean = found.map(([sign, words]) => [sign, words.replace(/\s+/g, " ")]);
  if (clean.length) clean[0][1] = clean[0][1].trimStart();
  if (clean.length) clean.at(-1)[1] = clean.at(-1)[1].trimEnd();
  return clean.filter(([, words]) => words);
}

/** `[deleted: old] [inserted: new]`; `said` are the words for both, by their signs. @type {(lines: Piece[][], said: Record<string, string>) => string} */
export function asWords(lines, said) {
  return lines.map((line) => line.map(([sign, words]) => (sign === "=" ? words : `[${said[sign]}${words}]`)).join("")).join("\n");
}

/** The same for a word processor: struck through and underlined. @type {(lines: Piece[][]) => string} */
export function asMarked(lines) {
  const safe = (words) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const marks = { "+": "u", "-": "s" };
  return lines.map((line) => `<p>${line.map(([sign, words]) => (marks[sign] ? `<${marks[sign]}>${safe(words)}</${marks[sign]}>` : safe(words))).join("")}</p>`).join("");
}
