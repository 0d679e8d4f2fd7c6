/* <list-changes data-from data-to ...>: shows of the changes of the list only those after one day and up to another. */

import { readDay } from "../kit/dates.js";
import { ask, fill, make } from "../kit/dom.js";
import { hide, showing } from "./list-pieces.js";

customElements.define("list-changes", class extends HTMLElement {
  connectedCallback() {
    this.pieces = [...document.querySelectorAll(".changes-of-list")];
    this.rows = this.pieces.flatMap((piece) => [...piece.children]);
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
    let shown = 0;
    for (const piece of this.pieces) {
      const rows = [...piece.children];
      for (const row of rows) hide(row, Boolean((from && row.dataset.day <= from) || (to && row.dataset.day > to)));
      const there = rows.filter((row) => !row.hidden).length;
      showing(piece, there);
      shown += there;
    }
    this.said.hidden = !from && !to && !invalid;
    this.classList.toggle("told", Boolean(from || to));
    this.said.textContent = invalid ? this.dataset.invalid : shown ? fill(this.dataset.found, { shown, all: this.rows.length }) : this.dataset.none;
  }
});
