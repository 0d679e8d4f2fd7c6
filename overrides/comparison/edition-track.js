/* <edition-track data-go data-chosen data-old data-new data-from data-to>: two handles over the editions, by pointer and by key,
   and below them how much differs between the two. It begins with what the page says, and fires `moved` for whoever has the
   data of more. Without script each stop leads to what that edition changed. */

import { fill, make } from "../kit/dom.js";

customElements.define("edition-track", class extends HTMLElement {
  /** How much differs between two editions, by their indexes, as two lines; set by who knows. */
  tell;
  #stops;
  #handles;
  #tips;
  #span = make("div", { className: "span" });
  #said = make("div", { role: "status" });
  #go = make("a", { className: "go" }, this.dataset.go);

  connectedCallback() {
    if (this.#handles) return;
    const along = this.querySelector(".along"), { from, to, old, new: now } = this.dataset;
    this.#stops = [...along.querySelectorAll("a")].map((stop) => ({ version: stop.dataset.version, short: stop.querySelector("b").textContent, label: stop.dataset.label }));
    this.#tips = ["from", "to"].map((key) => make("span", { className: `tip ${key}`, "aria-hidden": "true" }));
    this.#handles = [from, to].map((name, side) => make("input", { type: "range", min: 0, max: this.#stops.length - 1, step: 1, className: ["from", "to"][side], "aria-label": name }));
    for (const handle of this.#handles) handle.addEventListener("input", () => this.#moved());
    this.#go.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!this.dispatchEvent(new CustomEvent("compare", { cancelable: true, detail: this.chosen }))) event.preventDefault();
    });
    for (const stop of along.querySelectorAll("a")) stop.removeAttribute("href"); // a handle is put there now
    along.prepend(...this.#tips, this.#span);
    along.append(...this.#handles);
    const difference = this.querySelector(".difference");
    this.#said.append(...difference.querySelectorAll("p"));
    difference.replaceChildren(this.#said, this.#go);
    this.querySelector(".scroll-along").scrollLeft = along.scrollWidth;
    [old, now].forEach((index, side) => (this.#handles[side].value = index));
    this.#place();
  }

  /** The indexes of both editions. */
  get chosen() {
    return this.#handles.map((handle) => Number(handle.value));
  }

  set chosen(indexes) {
    this.#handles.forEach((handle, side) => (handle.value = indexes[side]));
    this.#moved();
  }

  /** Says how much differs between those chosen now. */
  told() {
    const lines = this.tell?.(...this.chosen);
    if (lines) this.#said.replaceChildren(make("p", { className: "big" }, lines[0]), make("p", {}, lines[1]));
  }

  #moved() {
    this.#place();
    this.told();
    this.dispatchEvent(new CustomEvent("moved"));
  }

  /* Places are those of the stops, which stand equally far apart. */
  #at(index) {
    return `calc(.75rem + (100% - 1.5rem) * ${index / Math.max(this.#stops.length - 1, 1)})`;
  }

  #place() {
    const [old, now] = this.chosen;
    this.#handles.forEach((handle, side) => {
      const { label, short } = this.#stops[this.chosen[side]];
      handle.setAttribute("aria-valuetext", label);
      this.#tips[side].textContent = `${handle.getAttribute("aria-label").toLowerCase()} ${short}`;
      this.#tips[side].style.left = this.#at(this.chosen[side]);
      this.#tips[side].classList.toggle("later", this.chosen[side] > this.chosen[1 - side]);
    });
    const [low, high] = [Math.min(old, now), Math.max(old, now)];
    this.#span.style.left = this.#at(low);
    this.#span.style.width = `calc((100% - 1.5rem) * ${(high - low) / Math.max(this.#stops.length - 1, 1)})`;
    this.#go.hidden = old === now;
    this.#go.href = fill(this.dataset.chosen, ...[old, now].map((index) => encodeURIComponent(this.#stops[index].version)));
  }
});
