/* <list-changes data-from data-to ...>: shows of the changes of the list only those after one day and up to another. */

import { fill, readDay } from "./on-date.js";

const field = (words, name, value) => {
  const input = Object.assign(document.createElement("input"), { type: "date", name, value });
  const label = Object.assign(document.createElement("label"), { textContent: words });
  label.append(input);
  return { label, input };
};

customElements.define("list-changes", class extends HTMLElement {
  connectedCallback() {
    this.rows = [...document.querySelectorAll(".changes-of-list li")];
    const query = new URLSearchParams(location.search);
    const asked = (name) => readDay((query.get(name) ?? "").trim()) ?? "";
    const from = field(this.dataset.from, "van", asked("van"));
    const to = field(this.dataset.to, "tot", asked("tot"));
    const fields = Object.assign(document.createElement("div"), { className: "fields" });
    fields.append(from.label, to.label);
    this.said = Object.assign(document.createElement("p"), { className: "said" });
    this.said.setAttribute("role", "status");
    this.replaceChildren(fields, this.said);
    const show = () => this.show(readDay(from.input.value) ?? "", readDay(to.input.value) ?? "");
    for (const { input } of [from, to]) {
      input.addEventListener("change", () => {
        const now = new URLSearchParams(location.search);
        for (const one of [from.input, to.input]) {
          if (one.value) now.set(one.name, one.value);
          else now.delete(one.name);
        }
        history.replaceState(null, "", `${location.pathname}${now.size ? `?${now}` : ""}${location.hash}`);
        show();
      });
    }
    show();
  }

  show(from, to) {
    for (const row of this.rows) row.hidden = Boolean((from && row.dataset.day <= from) || (to && row.dataset.day > to));
    const shown = this.rows.filter((row) => !row.hidden).length;
    this.said.hidden = !from && !to;
    this.said.textContent = shown ? fill(this.dataset.found, { shown, all: this.rows.length }) : this.dataset.none;
  }
});
