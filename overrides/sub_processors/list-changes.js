/* <list-changes data-from data-to ...>: shows of the changes of the list only those after one day and up to another. */

import { readDay } from "../kit/dates.js";
import { ask, fill, make } from "../kit/dom.js";

customElements.define("list-changes", class extends HTMLElement {
  connectedCallback() {
    this.rows = [...document.querySelectorAll(".changes-of-list li")];
    const query = new URLSearchParams(location.search);
    const fields = [["van", this.dataset.from], ["tot", this.dataset.to]].map(([name, words]) =>
      make("label", {}, words, make("input", { type: "date", name, value: readDay((query.get(name) ?? "").trim()) ?? "" })));
    const invalid = ["van", "tot"].some((name) => query.get(name) && !readDay(query.get(name).trim()));
    const inputs = fields.map((label) => label.lastChild);
    this.said = make("p", { className: "said", role: "status" });
    this.replaceChildren(make("div", { className: "fields" }, ...fields), this.said);
    const show = (invalid = false) => this.show(invalid, ...inputs.map(({ value }) => readDay(value) ?? ""));
    for (const input of inputs) {
      input.addEventListener("change", () => {
        ask(Object.fromEntries(inputs.map(({ name, value }) => [name, value])));
        show();
      });
    }
    show(invalid);
  }

  show(invalid, from, to) {
    for (const row of this.rows) row.hidden = Boolean((from && row.dataset.day <= from) || (to && row.dataset.day > to));
    const shown = this.rows.filter((row) => !row.hidden).length;
    this.said.hidden = !from && !to && !invalid;
    this.classList.toggle("told", Boolean(from || to));
    this.said.textContent = invalid ? this.dataset.invalid : shown ? fill(this.dataset.found, { shown, all: this.rows.length }) : this.dataset.none;
  }
});
