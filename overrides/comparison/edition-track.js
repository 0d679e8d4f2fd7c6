/* <edition-track data-go>: two handles over the editions, by pointer and by key, and below them how much differs between the
   two. Without script each stop leads to what that edition changed. */

import { fill, make } from "../kit/dom.js";
import { between, counted, tally } from "./core.js";

customElements.define("edition-track", class extends HTMLElement {
  #data;
  #handles;
  #tips;
  #span = make("div", { className: "span" });
  #said = make("div", { role: "status" });
  #go = make("a", { className: "go" }, this.dataset.go);

  /** Sets the handles on the editions `chosen` (two indexes) of `data`; `compare` shows two of them. */
  show(data, chosen, compare) {
    if (!this.#data) this.#build(data, compare);
    this.#handles.forEach((handle, side) => (handle.value = chosen[side]));
    this.#tell();
  }

  #build(data, compare) {
    this.#data = data;
    const { words, editions } = data;
    this.#tips = ["from", "to"].map((key) => make("span", { className: `tip ${key}`, "aria-hidden": "true" }));
    this.#handles = ["from", "to"].map((key) => make("input", { type: "range", min: 0, max: editions.length - 1, step: 1, className: key, "aria-label": words[key] }));
    for (const handle of this.#handles) handle.addEventListener("input", () => this.#tell());
    this.#go.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      compare(...this.#chosen);
    });
    const along = this.querySelector(".along");
    for (const stop of along.querySelectorAll("a")) stop.removeAttribute("href"); // a handle is put there now
    along.prepend(...this.#tips, this.#span);
    along.append(...this.#handles);
    this.querySelector(".difference").replaceChildren(this.#said, this.#go);
    this.querySelector(".scroll-along").scrollLeft = along.scrollWidth;
  }

  get #chosen() {
    return this.#handles.map((handle) => Number(handle.value));
  }

  /* Places are those of the stops, which stand equally far apart. */
  #place(index) {
    const share = index / Math.max(this.#data.editions.length - 1, 1);
    return `calc(.75rem + (100% - 1.5rem) * ${share})`;
  }

  #tell() {
    const { words, editions } = this.#data, [old, now] = this.#chosen;
    this.#handles.forEach((handle, side) => {
      const { label, short } = editions[this.#chosen[side]];
      handle.setAttribute("aria-valuetext", label);
      this.#tips[side].textContent = `${words[side ? "to" : "from"].toLowerCase()} ${short}`;
      this.#tips[side].style.left = this.#place(this.#chosen[side]);
      this.#tips[side].classList.toggle("later", this.#chosen[side] > this.#chosen[1 - side]);
    });
    const [low, high] = [Math.min(old, now), Math.max(old, now)];
    this.#span.style.left = this.#place(low);
    this.#span.style.width = `calc((100% - 1.5rem) * ${(high - low) / Math.max(editions.length - 1, 1)})`;
    this.#go.hidden = old === now;
    this.#go.href = fill(this.dataset.chosen, ...[old, now].map((index) => encodeURIComponent(editions[index].version)));
    const rows = old === now ? [] : between(this.#data, old, now).flatMap((group) => group.rows);
    const title = fill(words.page_title, editions[old].label, editions[now].label);
    this.#said.replaceChildren(
      make("p", { className: "big" }, old === now ? words.twice : counted(this.#data, rows, old, now) || words.nothing),
      make("p", {}, old === now ? "" : `${title}: ${tally(this.#data, rows)}.`),
    );
  }
});
