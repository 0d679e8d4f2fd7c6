/* Pure functions for citing: from places and nodes to words. */

const BLOCKS = new Set(["P", "DIV", "LI", "UL", "OL", "DL", "DT", "DD", "TR", "SECTION", "H1", "H2", "H3", "H4"]);
const NOT_TEXT = ".note, .uses, .erratum, .tag, [popover], .on-paper, nav";

/** The citation of what runs from `first` to `last`, both {place, address}. */
export function cite(first, last, name, upTo) {
  const place = first.place === last.place ? first.place : `${first.place} ${upTo} ${last.place}`;
  return [place, name, first.address].filter(Boolean).join(", ");
}

/** The words below `node`, a line for each block, without what is not the text of the agreement. */
export function plainText(node) {
  const lines = [""];
  const visit = (inner) => {
    if (inner.nodeType === 3) {
      lines[lines.length - 1] += inner.data;
    } else if (inner.nodeType === 11 || (inner.nodeType === 1 && !inner.matches(NOT_TEXT))) {
      const mark = inner.nodeType === 1 && inner.matches("a.n, a.m");
      const block = BLOCKS.has(inner.nodeName) && inner.previousSibling?.nodeName !== "A";
      if (block) lines.push("");
      inner.childNodes.forEach(visit);
      if (mark) lines[lines.length - 1] += " ";
      if (BLOCKS.has(inner.nodeName)) lines.push("");
    }
  };
  visit(node);
  return joinMarks(lines.map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean)).join("\n");
}

/* A clause number stands in an element of its own, and its words in the next one: they belong on one line. */
function joinMarks(lines) {
  return lines.reduce((joined, line) => {
    const before = joined.at(-1);
    if (before !== undefined && /^(?:\d+(?:\.\d+)*\.?|\(?[a-z0-9]{1,5}[.)])$/i.test(before)) joined[joined.length - 1] = `${before} ${line}`;
    else joined.push(line);
    return joined;
  }, []);
}

/** The same words as HTML paragraphs, for word processors. */
export function asHtml(text, citation, address) {
  const safe = (words) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const lines = text.split("\n").map((line) => `<p>${safe(line)}</p>`).join("");
  const words = address ? citation.replace(address, "") : citation;
  return `${lines}<p>${safe(words)}${address ? `<a href="${safe(address)}">${safe(address)}</a>` : ""}</p>`;
}
