/* Whoever copies a redline gets its marks along, as words and struck through and underlined, with what it is of under
   them. What holds no mark is copied as it is. */

import { addressNow } from "../kit/dom.js";
import { asMarked, asWords, linesBelow } from "./redline-words.js";

const SIGNS = { INS: "+", DEL: "-" };

document.addEventListener("copy", (event) => {
  const selection = document.getSelection();
  const main = document.querySelector("main");
  if (!selection?.rangeCount || selection.isCollapsed || event.target.closest?.("input, textarea, [popover]")) return;
  const range = selection.getRangeAt(0);
  if (!main?.contains(range.commonAncestorContainer)) return;
  const { commonAncestorContainer: inner } = range;
  const mark = (inner.nodeType === 1 ? inner : inner.parentElement).closest("ins, del");
  const lines = linesBelow(range.cloneContents(), mark ? SIGNS[mark.nodeName] : "=");
  if (!lines.flat().some(([sign]) => sign !== "=")) return;
  // What a screen reader is told at a mark is what stands in it as words.
  const said = Object.fromEntries(Object.entries(SIGNS).map(([name, sign]) => [sign, main.querySelector(`${name} > .unseen`)?.textContent ?? ""]));
  const source = [document.title, addressNow()];
  const last = source.map((words) => [["=", words]]);
  event.clipboardData.setData("text/plain", `${asWords(lines, said)}\n\n${asWords(last, said)}`);
  event.clipboardData.setData("text/html", asMarked([...lines, ...last]));
  event.preventDefault();
});
