/* Whoever copies words of the agreement gets the citation under them; one word alone is copied as it is. */

import { asHtml, cite, plainText } from "./citation.js";

document.addEventListener("copy", (event) => {
  const selection = document.getSelection();
  const main = document.querySelector("main");
  if (!selection?.rangeCount || selection.isCollapsed || event.target.closest?.("input, textarea, [popover]")) return;
  const range = selection.getRangeAt(0);
  if (!main?.contains(range.commonAncestorContainer)) return;
  const quoted = [...main.querySelectorAll("[data-place]")].map((element) => ({ element, text: wordsInside(element, range) })).filter(({ text }) => text);
  const innermost = quoted.filter(({ element }) => !quoted.some((other) => other.element !== element && element.contains(other.element)));
  const text = plainText(range.cloneContents());
  if (!innermost.length || !/\s/.test(text)) return;
  const place = ({ element }) => ({ place: element.dataset.place, address: addressOf(element) });
  const citation = cite(place(innermost[0]), place(innermost.at(-1)), main.dataset.name, main.dataset.upTo);
  event.clipboardData.setData("text/plain", `${text}\n\n${citation}`);
  event.clipboardData.setData("text/html", asHtml(text, citation, addressOf(innermost[0].element)));
  event.preventDefault();
});

/* Where what can be cited stands for ever: a term says it, a clause in its citation, behind its place and the edition. */
function addressOf(element) {
  return element.dataset.address ?? element.querySelector(":scope > copy-citation > .citation")?.textContent.split(", ").at(-1);
}

/* The words of `element` that the range really holds: a triple click reaches up to the begin of the next clause. */
function wordsInside(element, range) {
  if (!range.intersectsNode(element)) return "";
  const inside = document.createRange();
  inside.selectNodeContents(element);
  if (inside.compareBoundaryPoints(Range.START_TO_START, range) < 0) inside.setStart(range.startContainer, range.startOffset);
  if (inside.compareBoundaryPoints(Range.END_TO_END, range) > 0) inside.setEnd(range.endContainer, range.endOffset);
  return plainText(inside.cloneContents());
}
