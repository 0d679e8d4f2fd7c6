/* <date-lookup data-...sentences data-day>: says which edition of the table on its page applied on ?datum= (data-day is the word for it). Whatever stands in
   the address is only ever read as a day, and every word is put on the page as text. */

import { long, readDay, today } from "../kit/dates.js";
import { capital, fill, make } from "../kit/dom.js";
import { answer } from "../kit/on-date.js";

customElements.define("date-lookup", class extends HTMLElement {
  connectedCallback() {
    const field = make("input", { type: "date", id: "datum", "aria-describedby": "datum-uitleg" });
    const said = make("div", { className: "answer", role: "status" });
    this.replaceChildren(make("label", { htmlFor: field.id }, this.dataset.label), field, make("p", { id: "datum-uitleg", className: "hint" }, this.dataset.hint), said);
    this.rows = [...document.querySelectorAll("tr[data-from]")];
    const asked = new URLSearchParams(location.search).get(this.dataset.day);
    const day = asked === null ? today() : readDay(asked.trim());
    if (day) field.value = day;
    this.say(said, day);
    field.addEventListener("change", () => {
      const chosen = readDay(field.value);
      if (!chosen) return;
      history.replaceState(null, "", `?${this.dataset.day}=${chosen}`);
      this.say(said, chosen);
    });
  }

  say(place, day) {
    const editions = this.rows.map((row) => ({ from: row.dataset.from, until: row.dataset.until, whom: row.dataset.whom, known: row.dataset.known, row }));
    const { keys, edition, before, some } = answer(day, editions, today());
    const values = { edition: edition?.row.dataset.edition, before: before?.row.dataset.edition, day: day && long(day), known: edition?.known && long(edition.known) };
    const sentences = keys.map((key) => capital(fill(this.sentence(key), values))).join(" ");
    place.replaceChildren(make("p", {}, sentences));
    for (const { row, whom } of some ?? []) place.append(make("p", {}, fill(this.sentence("for"), { edition: row.dataset.edition, whom })));
    for (const { row } of editions) row.toggleAttribute("data-chosen", row === edition?.row);
    if (!edition) return;
    const href = edition.row.querySelector("a").getAttribute("href");
    place.append(make("p", { className: "links" }, make("a", { href, className: "go" }, fill(this.sentence("read"), values))));
  }

  sentence(key) {
    return this.getAttribute(`data-${key}`);
  }
});
