/* The words of a saved page, a line for each block: what a reader sees of it, as far as its HTML says. */

import { canonical } from "../kit/canonical.js";

const NOT_SHOWN = "script, style, template, noscript, head, svg, [hidden]";
const BLOCKS = new Set(`ADDRESS ARTICLE ASIDE BLOCKQUOTE BR BUTTON CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6
  HEADER HR LI MAIN NAV OL OPTION P PRE SECTION SELECT SUMMARY TABLE TBODY TD TH THEAD TR UL COPY-CITATION`.split(/\s+/));
/* What the pages of this site have beside the words of the agreement, in the column of the text. */
const BESIDE = ".text > .over:first-child, .text > .links, .note, .note-mark, .uses, .erratum, .tag, [popover], .popovers, .on-paper, .turn, .stays, .hint, nav";

/* What recipe 1 does not hash. */
const NOT_HASHED = ".chapter, .subheading, .footnotes";
/* A number as 'lid 2.' is that of the clause: what it is called is no word of the text. */
const CALLED = /^(?:\p{L}{1,4}\.?|§)\s+(?=[\d(])/u;

/** The words of the agreement on a page, and the lines beside them: of a page of this site what its column of text has
    besides, of another page nothing. @type {(html: string, first?: boolean) => {text: string, beside: string[], canonical: string}} */
export function pageText(html, first = false) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const address = page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? "";
  for (const element of page.querySelectorAll(NOT_SHOWN)) element.remove();
  const column = page.querySelector("main > .text");
  if (!column) return { text: linesOf(page.body).join("\n"), beside: [], canonical: address };
  // A term is a button among the words around it.
  for (const pressed of column.querySelectorAll("button")) if (!pressed.closest(BESIDE)) pressed.replaceWith(...pressed.childNodes);
  const all = linesOf(page.querySelector("main"));
  const links = [...column.querySelectorAll(BESIDE)].flatMap((element) => [...element.querySelectorAll("a, button")]);
  all.push(...links.map(({ textContent }) => canonical(textContent)));
  for (const element of column.querySelectorAll(first ? `${BESIDE}, ${NOT_HASHED}` : BESIDE)) element.replaceWith("\n");
  for (const number of column.querySelectorAll("a.n")) {
    const called = CALLED.exec(number.textContent)?.[0];
    if (!called) continue;
    all.push(canonical(called));
    number.textContent = number.textContent.slice(called.length);
  }
  const lines = linesOf(column);
  const own = new Map();
  for (const line of lines) own.set(line, (own.get(line) ?? 0) + 1);
  const beside = all.filter((line) => {
    const left = own.get(line) ?? 0;
    own.set(line, left - 1);
    return left <= 0;
  });
  return { text: lines.join("\n"), beside, canonical: address };
}

function linesOf(root) {
  let text = "";
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text += child.data.replace(/[\n\r\t]/g, " ");
      else if (child.nodeType === 1) {
        const block = BLOCKS.has(child.tagName);
        if (block) text += "\n";
        walk(child);
        if (block) text += "\n";
      }
    }
  };
  walk(root);
  return text.split("\n").map(canonical).filter(Boolean);
}
