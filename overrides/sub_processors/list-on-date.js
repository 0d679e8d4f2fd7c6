/* <list-on-date data-...sentences>: puts the rows of the list on its page under what they are on a day (?op=), and finds
   and sorts them. Whatever stands in the address is only ever read as a day, and every word is put on the page as text.
   A list may have thousands of rows: a key in the field touches only those that come or go, and a table has a body for
   every few of them. */

import { daysTo, long, readDay, today } from "../kit/dates.js";
import { ask, button, fill, make, named } from "../kit/dom.js";
import { hide, showing } from "./list-pieces.js";
import { holds, inOrder, pieces, plain, sought, stateOn } from "./list-state.js";

const GROUPS = { announced: "announced", active: "active", ended: "ended", withdrawn: "ended" };
const SIGNS = { announced: "announced", active: "in-force", ended: "lapsed", withdrawn: "lapsed" };

const PIECE = 25; // as the page was made

customElements.define("list-on-date", class extends HTMLElement {
  connectedCallback() {
    this.groups = [...document.querySelectorAll(".group[data-state]")];
    this.lead = document.querySelector(".lead");
    this.head = document.querySelector("h1");
    this.first = { title: document.title, heading: this.head.textContent };
    this.rows = this.groups.flatMap((group) => [...group.querySelectorAll("tbody tr")]);
    this.today = today();
    this.date = make("input", { type: "date", name: "op" });
    this.find = make("input", { type: "search", autocomplete: "off" });
    this.order = make("select", {}, ...["name", "start", "country"].map((kind) => new Option(this.dataset[`by${kind[0].toUpperCase()}${kind.slice(1)}`], kind)));
    this.only = make("input", { type: "checkbox" });
    this.said = make("p", { className: "said", role: "status" });
    const labelled = (words, field) => make("label", {}, words, field);
    const check = make("label", { className: "check" }, this.only, this.dataset.only);
    const fields = make("div", { className: "fields" }, labelled(this.dataset.label, this.date), labelled(this.dataset.find, this.find), labelled(this.dataset.sort, this.order), check);
    this.replaceChildren(fields, this.said);
    const asked = new URLSearchParams(location.search).get("op");
    const day = asked === null ? this.today : readDay(asked.trim());
    this.show(day ?? this.today, asked !== null && !day);
    this.date.addEventListener("change", () => this.goTo(readDay(this.date.value)));
    for (const field of [this.find, this.order, this.only]) field.addEventListener("input", () => this.show(this.day));
    // The row that the address names may have moved to another group.
    const target = document.getElementById(named());
    if (this.rows.includes(target)) target.scrollIntoView({ block: "nearest" });
  }

  goTo(day) {
    if (!day) return;
    ask({ op: day === this.today ? "" : day });
    this.show(day);
  }

  show(day, invalid = false) {
    this.day = day;
    this.date.value = day;
    this.place(day, this.order.value);
    const { counts, all } = this, shown = this.filter();
    const key = day === this.today ? "today" : day < this.today ? "past" : "coming";
    const words = [invalid && this.dataset.invalid, fill(this.dataset[key], { ...counts, day: long(day) }), shown < all && fill(this.dataset.found, { shown, all })];
    this.lead.hidden = day !== this.today;
    // The list of another day is never taken for that of today, not in a tab, a bookmark or on paper either.
    const of = (words) => (day === this.today ? words : fill(this.dataset.heading, { heading: words, day: long(day) }));
    this.head.textContent = of(this.first.heading);
    document.title = this.first.title.replace(this.first.heading, of(this.first.heading));
    this.classList.toggle("told", day !== this.today || shown < all);
    this.said.classList.toggle("other-day", day !== this.today);
    this.said.replaceChildren(words.filter(Boolean).join(" "));
    if (day === this.today) return;
    this.said.append(button(this.dataset.back, "quiet", () => { this.goTo(this.today); this.date.focus(); }));
  }

  /* Each row under what it is on the day, in order. */
  place(day, order) {
    if (this.placed === `${day} ${order}`) return;
    this.placed = `${day} ${order}`;
    const rank = inOrder(order);
    this.rows.sort((one, other) => rank(one.dataset, other.dataset));
    this.counts = { announced: 0, active: 0, ended: 0 };
    this.listed = [];
    const places = new Map(this.groups.map((group) => [group.dataset.state, []]));
    for (const row of this.rows) {
      const state = stateOn(row.dataset, day);
      if (!state) {
        hide(row, true);
        continue;
      }
      this.counts[GROUPS[state]] += 1;
      places.get(GROUPS[state]).push(row);
      this.mark(row, state, day);
      this.listed.push({ row, words: "" });
    }
    this.all = this.listed.length;
    for (const group of this.groups) this.fill(group.querySelector("table"), places.get(group.dataset.state));
  }

  /* Shows the rows that are asked for; how many. */
  filter() {
    const words = sought(this.find.value), shown = new Map();
    for (const one of this.listed) {
      if (words.length) one.words ||= plain(one.row.textContent);
      const wanted = (!this.only.checked || "outside" in one.row.dataset) && holds(one.words, words);
      hide(one.row, !wanted);
      const body = one.row.parentNode;
      shown.set(body, (shown.get(body) ?? 0) + Number(wanted));
    }
    for (const group of this.groups) {
      const bodies = [...group.querySelector("table").tBodies];
      for (const body of bodies) showing(body, shown.get(body) ?? 0);
      group.hidden = bodies.every((body) => body.hidden);
    }
    return [...shown.values()].reduce((sum, number) => sum + number, 0);
  }

  /* Moves nothing that stands where it should: a moved row would lose the focus. */
  fill(table, rows) {
    const wanted = new Set(rows), there = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => wanted.has(row));
    if (there.length === rows.length && there.every((row, number) => row === rows[number])) return;
    pieces(rows, PIECE).forEach((piece, number) => {
      const body = table.tBodies[number] ?? table.appendChild(table.tBodies[0].cloneNode());
      body.append(...piece);
    });
  }

  mark(row, state, day) {
    const badge = row.querySelector(".badge");
    const word = this.getAttribute(`data-badge-${state}`);
    if (badge.textContent !== word) {
      badge.className = `badge ${SIGNS[state]}`;
      badge.textContent = word;
    }
    const { objectUntil, withdrawn } = row.dataset;
    const open = (objectUntil ? day <= objectUntil : state === "announced") && !(withdrawn && withdrawn <= day);
    // What can only be done today is not offered on another day.
    for (const part of row.querySelectorAll(".objecting")) hide(part, !open || ("today" in part.dataset && day !== this.today));
    // The list of a day in the past tells nothing that was only known later.
    for (const part of row.querySelectorAll("[data-after]")) hide(part, day < this.today && day < part.dataset.after);
    const place = row.querySelector(".days .objecting dd");
    if (!place || !open) return;
    place.querySelector("small")?.remove();
    const left = daysTo(day, objectUntil);
    place.append(make("small", {}, left > 1 ? fill(this.dataset.open, { days: left }) : left ? this.dataset.one : this.dataset.last));
  }
});
