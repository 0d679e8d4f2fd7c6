/* The ribbon of a page that lies somewhere for long, or that was not made again yet: how the edition stands today. */

import { today } from "../kit/dates.js";
import { phaseOn } from "../kit/phases.js";

const ribbon = document.querySelector(".status[data-phases]");
if (ribbon) {
  const { kind, word, sentence } = phaseOn(JSON.parse(ribbon.dataset.phases), today());
  const said = ribbon.querySelector(".sentence");
  if (ribbon.querySelector("b").textContent !== word || said.textContent !== sentence) {
    ribbon.className = `status ${kind}`;
    ribbon.querySelector("b").textContent = word;
    said.textContent = sentence;
  }
}
