/* What a search finds, under the field of <search-box>. */

import { fill, load, make, wordsOf } from "../kit/dom.js";
import { hasKeys, rememberKeys } from "../kit/keys.js";

const FIRST = 8, MOST = 40, AT_ONCE = 4, PAUSE = 350, MANY = 24, FAR = 60;

/** Opens the search of `box` below its field `input`. @type {(box: HTMLElement, input: HTMLInputElement) => void} */
export function open(box, input) {
  new Panel(box, input);
}

class Panel {
  #box;
  #words;
  #input;
  #said = make("p", { role: "status" });
  #found = make("div", { className: "groups" });
  #panel;
  #shelf;
  #turn = 0;

  constructor(box, input) {
    this.#box = box;
    this.#input = input;
    this.#words = wordsOf(box);
    this.#panel = make("div", { className: "results", id: "gevonden", role: "region", "aria-label": this.#words.results, hidden: true }, this.#said, this.#found, this.#keyChoice());
    input.form.append(this.#panel);
    input.setAttribute("aria-controls", this.#panel.id);
    input.form.addEventListener("submit", () => this.#found.querySelector("a")?.click());
    input.addEventListener("focus", () => this.#begin().catch(() => {}));
    input.addEventListener("input", () => this.#ask());
    box.addEventListener("keydown", (event) => this.#onKey(event));
    box.addEventListener("focusout", (event) => box.contains(event.relatedTarget) || this.#close());
    this.#found.addEventListener("click", (event) => event.target.closest("a") && this.#close());
    this.#begin().catch(() => {});
    if (input.value.trim()) this.#ask();
  }

  /* The search itself and the list of all editions come from this host, once. */
  #begin() {
    this.#shelf ??= (async () => {
      const [{ shelfOf }, list] = await Promise.all([import("./shelf.js"), load(`${this.#root}zoeken.json`)]);
      return shelfOf(list, (address) => load(this.#root + address));
    })();
    this.#shelf.catch(() => (this.#shelf = undefined));
    return this.#shelf;
  }

  get #root() {
    return this.#box.dataset.root.replace(/\/?$/, "/");
  }

  async #ask() {
    const question = this.#input.value.trim(), turn = ++this.#turn;
    if (!question) return this.#close();
    const isOld = () => turn !== this.#turn;
    try {
      const shelf = await this.#begin(), { agreement, edition } = this.#box.dataset;
      const here = shelf.here(agreement, edition);
      if (here.length > MANY) return this.#showNamed(question, shelf.named(question));
      const groups = await shelf.find(here, question);
      if (isOld()) return;
      this.#show(question, groups, shelf);
      if (!groups.length) await this.#askElsewhere(shelf, here, question, isOld);
    } catch {
      if (isOld()) return;
      this.#found.replaceChildren();
      this.#said.textContent = this.#words.failed;
      this.#panel.hidden = false;
    }
  }

  /* Nothing is here: other editions of the agreement, the nearest first, and other agreements, until some have it. */
  async #askElsewhere(shelf, here, question, isOld) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const others = shelf.elsewhere(here).slice(0, FAR); // each is fetched
    for (let at = 0; at < others.length && !isOld(); at += AT_ONCE) {
      this.#said.textContent = this.#words.looking;
      const groups = await shelf.find(others.slice(at, at + AT_ONCE), question);
      if (isOld()) return;
      if (groups.length) return this.#show(question, groups, shelf, fill(this.#words.elsewhere, question));
    }
    if (!isOld()) this.#said.textContent = fill(this.#words.none, question);
  }

  #show(question, groups, shelf, said) {
    const { none, one, many, place, above, also, meant, missing } = this.#words;
    const count = groups.reduce((sum, { found }) => sum + found.entries.length, 0);
    const all = (what) => [...new Set(groups.flatMap(({ found }) => found[what]))];
    const where = { there: ` ${place}`, above: ` ${above}` }[groups[0]?.found.place] ?? "";
    this.#said.textContent = said ?? (count === 0 ? fill(none, question) : `${count === 1 ? one : fill(many, count)}.${where}`);
    const lacking = all("missing").filter((word) => groups.every(({ found }) => found.missing.includes(word)));
    const corrections = new Map(groups.flatMap(({ found }) => found.meant.map((one) => [one.typed, one.meant])));
    const notes = [
      ...[...corrections].map(([typed, word]) => fill(meant, typed, word)),
      ...(all("also").length ? [fill(also, all("also").join(", "))] : []),
      ...(lacking.length ? [fill(missing, lacking.join(", "))] : []),
    ];
    this.#found.replaceChildren(...notes.map((note) => make("p", { className: "note" }, note)), ...groups.map((group, at) => this.#group(group, at, shelf, groups.length > 1 ? FIRST / 2 : FIRST)));
    this.#panel.hidden = false;
  }

  /* The words of so many agreements are not fetched to look through: what is sought first is an agreement. */
  #showNamed(question, agreements) {
    const { none, named } = this.#words;
    const rows = agreements.slice(0, MOST).map(({ slug, title, language }) => make("li", { lang: language }, make("a", { href: `${this.#root}${slug}/` }, title)));
    this.#said.textContent = rows.length ? fill(named, agreements.length) : fill(none, question);
    this.#found.replaceChildren(make("ol", {}, ...rows));
    this.#panel.hidden = false;
  }

  #group({ edition, found }, at, shelf, first) {
    const id = `gevonden-${at}`;
    const head = make("p", { className: "of", id }, make("span", {}, `${edition.title}, ${edition.label}`), " ", edition.status ? make("span", { className: `badge ${edition.status.kind}` }, edition.status.word) : null);
    const rows = found.entries.slice(0, MOST).map((entry) => this.#row(entry, edition, found, shelf));
    const list = make("ol", { "aria-labelledby": id }, ...rows.slice(0, first));
    const rest = rows.slice(first);
    const more = rest.length ? make("button", { type: "button", className: "quiet more" }, fill(this.#words.more, rest.length)) : null;
    more?.addEventListener("click", () => {
      list.append(...rest);
      more.remove();
      rest[0].querySelector("a").focus();
    });
    return make("section", { lang: edition.language, "aria-labelledby": id }, head, list, more);
  }

  #row(entry, edition, found, shelf) {
    const [title, text] = shelf.marked(entry, found).map((pieces) => pieces.map(([piece, hit]) => (hit ? make("mark", {}, piece) : piece)));
    const name = make("b", {}, entry.label, entry.title && entry.kind !== "term" ? make("span", {}, " ", ...title) : null);
    return make("li", {}, make("a", { href: this.#root + edition.address + entry.at }, name, text.length ? make("span", { className: "found" }, ...text) : null));
  }

  #keyChoice() {
    const box = make("input", { type: "checkbox", checked: hasKeys() });
    box.addEventListener("change", () => {
      rememberKeys(box.checked);
      this.#box.toggleAttribute("data-keyless", !box.checked);
    });
    return make("label", { className: "key-choice" }, box, ` ${this.#words.key}`);
  }

  #onKey(event) {
    const stops = [...this.#found.querySelectorAll("a, button")], at = stops.indexOf(document.activeElement);
    if (event.key === "Escape" && !this.#panel.hidden) {
      this.#close();
      this.#input.focus();
    } else if (event.key === "ArrowDown" && stops.length && !this.#panel.hidden) {
      stops[Math.min(at + 1, stops.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (stops[at - 1] ?? this.#input).focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  #close() {
    this.#turn++;
    this.#panel.hidden = true;
  }
}
