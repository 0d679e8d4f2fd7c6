/* <own-copy data-about data-words data-text data-signed data-files>: the whole text with a party's names in its blanks, and a small
   file of what it accepts. Without script it is a sheet to be filled in by pen. The words of the text are never touched. */

import { long, today } from "../kit/dates.js";
import { button, fill, make, wordsOf } from "../kit/dom.js";
import { makeAcceptance } from "./acceptance.js";
import { fileName, saveJson } from "./parts.js";

const NOT_TEXT = ".note, .uses, [popover], .popovers, .fold, .links, .status";

customElements.define("own-copy", class extends HTMLElement {
  #words;
  #about;
  #fields;
  #date;
  #blanks = [];
  #text = make("section", { className: "own-text" });
  #stands = make("p", { role: "status" });
  #differs = false;
  #receipt;
  #said = make("p", { className: "said", role: "status" });

  async connectedCallback() {
    if (this.#words) return;
    this.#words = wordsOf(this);
    this.#about = JSON.parse(this.dataset.about);
    this.#fields = [...this.querySelectorAll("textarea[data-key]")];
    this.#date = this.querySelector("input[type=date]");
    this.#date.value ||= today();
    for (const pen of this.querySelectorAll(".pen")) pen.classList.add("on-paper");
    const w = this.#words;
    this.#receipt = this.parentElement.querySelector(".receipt");
    this.append(
      make("ul", { className: "ways" },
        this.#way(w.print, "", () => { if (this.#ready()) window.print(); }, "go"),
        this.#way(w.save, w.save_hint, () => this.#save(), "tool")),
      this.#said,
      make("p", {}, make("a", { href: this.dataset.signed }, w.read_back)),
      ...(this.#receipt ? [this.#receipt] : []), // above the text, which is long
      this.#text);
    this.addEventListener("input", () => this.#show());
    addEventListener("beforeprint", () => this.#show());
    this.#offerWords();
    await this.#fetch();
    this.#show();
  }

  /* The words for a contract, behind a button for the clipboard. */
  #offerWords() {
    const words = this.#receipt?.querySelector("blockquote"), w = this.#words;
    const said = make("span", { className: "copied", role: "status" });
    words?.after(make("p", {}, button(w.copy_words, "tool", async () => {
      said.textContent = "";
      try {
        await navigator.clipboard.writeText(words.textContent.trim());
        said.textContent = w.copied;
      } catch {
        said.textContent = w.copy_failed;
      }
    }), " ", said));
  }

  /* Whether the words below are those of the hash: to be known before anybody accepts them. */
  async #judge(page) {
    if (!this.#about.frozen) return;
    const row = { address: "../", whole: this.dataset.text, sha256: this.#about.sha256 };
    const found = await import("../verify/stands.js")
      .then(({ wordsStand }) => wordsStand(row, JSON.parse(this.dataset.files), page), () => "unknown");
    this.#differs = found === "differs";
    this.#stands.className = this.#differs ? "fault" : "hint";
    this.#stands.textContent = this.#words[`stands_${found}`] ?? "";
  }

  #way(words, hint, act, className) {
    return make("li", {}, button(words, className, act), hint ? make("p", { className: "hint" }, hint) : null);
  }

  /* The text of the edition as its own page has it, without what belongs to that page only. */
  async #fetch() {
    const w = this.#words;
    this.#text.replaceChildren(make("p", { role: "status" }, w.loading));
    try {
      const answer = await fetch(this.dataset.text);
      if (!answer.ok) throw new Error(answer.statusText);
      const html = await answer.text();
      const page = new DOMParser().parseFromString(html, "text/html");
      const found = document.importNode(page.querySelector("main > .text"), true);
      for (const element of found.querySelectorAll(NOT_TEXT)) element.remove();
      for (const pressed of found.querySelectorAll("button")) pressed.replaceWith(...pressed.childNodes);
      for (const element of found.querySelectorAll("[data-place]")) element.removeAttribute("data-place");
      found.querySelector("h1")?.replaceWith(make("h2", { className: "own-title" }, ...(found.querySelector("h1")?.childNodes ?? [])));
      const blanks = [...found.querySelectorAll(".blank")].filter((blank) => !blank.closest(".article, .annex"));
      if (blanks.length !== this.#about.blanks.length) throw new Error("blanks");
      this.#blanks = blanks.map((element, index) => ({ element, dots: element.textContent, ...this.#about.blanks[index] }));
      this.#sheet = make("section", { className: "sheet", "aria-label": w.copy });
      this.#text.replaceChildren(this.#stands, this.#sheet, ...found.childNodes);
      await this.#judge(html);
    } catch {
      this.#text.replaceChildren(make("p", { role: "status", className: "fault" }, w.failed));
    }
  }

  #sheet;

  #value(key) {
    return this.#fields.find(({ dataset }) => dataset.key === key)?.value ?? "";
  }

  #show() {
    for (const { element, dots, id } of this.#blanks) {
      const words = this.#value(id);
      const filled = words.trim() !== "";
      element.classList.toggle("filled", filled);
      const shown = filled ? words : dots;
      if (element.textContent !== shown) element.textContent = shown;
    }
    if (!this.#sheet) return;
    const facts = [...this.querySelectorAll(":scope > .facts > dt")].map((dt) => [dt.textContent, dt.nextElementSibling.textContent]);
    const { party: named, agreement } = this.#words;
    const typed = this.#fields.filter(({ value }) => value.trim());
    // What has no blank in the text stands here.
    const beside = this.#blanks.some(({ pen }) => !pen)
      ? typed.filter((field) => field === this.#fields[0]).map(({ value }) => [named, value])
      : typed.map(({ dataset, value }) => [dataset.label, value]);
    const date = this.#date.value ? [[this.querySelector("label[for=veld-date]").textContent, long(this.#date.value)]] : [];
    this.#sheet.replaceChildren(make("h2", {}, this.#words.copy), make("dl", { className: "facts" },
      ...[[agreement, this.#about.stated], ...beside, ...date, ...facts].flatMap(([name, words]) => [make("dt", {}, name), make("dd", { dir: "auto" }, words)])));
  }

  /* Whether there is a party and a day; says what is missing, and goes there. */
  #ready() {
    const [party] = this.#fields;
    const missing = !party.value.trim() ? [party, "no_party"] : !this.#date.value ? [this.#date, "no_date"] : undefined;
    this.#said.textContent = missing ? this.#words[missing[1]] : this.#differs ? this.#words.stands_differs : "";
    missing?.[0].focus();
    return !missing && !this.#differs;
  }

  #save() {
    if (!this.#ready()) return;
    const [party] = this.#fields;
    const filled = this.#fields.filter(({ value }) => value.trim()).map(({ dataset, value }) => ({ id: dataset.key, label: dataset.label, value }));
    const name = fileName("akkoord", this.#about.agreement, this.#about.edition, this.#date.value);
    saveJson(makeAcceptance(this.#about, party.value.trim(), this.#date.value, filled), name);
    this.#said.textContent = fill(this.#words.saved, name);
  }
});
