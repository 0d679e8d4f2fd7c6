/* The ribbon of a page that lies somewhere for long, or that was not made again yet: how the edition stands today. */

import { today } from "../kit/dates.js";
import { phaseOn } from "../kit/phases.js";

const ribbon = document.querySelector(".status"), paper = document.querySelector("paper-facts[data-editions]");
const { phases = [] } = ribbon && paper ? JSON.parse(paper.dataset.editions)[0] ?? {} : {};
if (phases.length > 1) {
  const { kind, word, sentence } = phaseOn(phases, today());
  const [said, old] = [ribbon.querySelector(".sentence"), ribbon.querySelector("b").textContent];
  if (old !== word || said.textContent !== sentence) {
    const was = ribbon.classList[1];
    for (const one of [ribbon, document.body]) one.classList.replace(was, kind);
    for (const one of [ribbon.querySelector("b"), ...document.querySelectorAll(".note > .stands")]) one.textContent = word;
    said.textContent = sentence;
    const plain = document.title.startsWith(`${old}: `) ? document.title.slice(old.length + 2) : document.title;
    document.title = ["in-force", "undated"].includes(kind) ? plain : `${word}: ${plain}`;
  }
}
