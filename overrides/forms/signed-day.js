/* <signed-day data-label data-none>: a day leads to the edition that applied on it, as its button does; and the button of
   what the address names is marked. Without script a link to the page that says which edition applied when. */

import { readDay, today } from "../kit/dates.js";
import { make, named } from "../kit/dom.js";
import { answer } from "../kit/on-date.js";

const buttons = [...document.querySelectorAll(".pick-one a")];

function mark() {
  for (const one of buttons) {
    if (one.hash === `#${named()}`) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
}

addEventListener("hashchange", mark);
mark();

customElements.define("signed-day", class extends HTMLElement {
  connectedCallback() {
    const field = make("input", { type: "date", id: "dag-van-tekenen" });
    const said = make("p", { className: "hint", role: "status" });
    this.replaceChildren(make("label", { htmlFor: field.id }, this.dataset.label), field, said);
    field.addEventListener("change", () => {
      const day = readDay(field.value);
      if (!day || day < "1900") return;
      const editions = buttons.filter(({ dataset }) => dataset.from).map((one) => ({ from: one.dataset.from, until: one.dataset.until, whom: one.dataset.whom, button: one }));
      const { keys, edition } = answer(day, editions, today());
      const found = edition && !keys.includes("before-first");
      said.textContent = found ? "" : this.dataset.none;
      location.hash = found ? edition.button.hash : "";
    });
  }
});
