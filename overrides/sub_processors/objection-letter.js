/* <objection-letter data-words data-file data-mail data-subject>: fills in the blanks of the letter in it, prints and saves it. Nothing
   leaves the browser: a message that it opens has an address and a subject only. It is shown as long as one can object. */

import { saveFile } from "../forms/parts.js";
import { long, today } from "../kit/dates.js";
import { button, fill, make, named, wordsOf } from "../kit/dom.js";

const ASKED = ["organisation", "name", "reasons"];

customElements.define("objection-letter", class extends HTMLElement {
  #fields = new Map();

  connectedCallback() {
    if (this.words) return;
    this.words = wordsOf(this);
    this.section = this.closest(".objection");
    this.folded = this.querySelector("details");
    this.letter = this.querySelector(".to-send");
    this.section.hidden = !isOpen(this.section.dataset, today());
    if (this.section.hidden) return this.#closed();
    this.said = make("p", { className: "said", role: "status" });
    const asked = ASKED.map((name) => this.#ask(name));
    this.folded.before(make("p", { className: "hint" }, this.words.private), ...asked, this.#ways(), this.said);
    this.#fill("date", long(today()));
    this.folded.open = named() === this.section.id;
    addEventListener("hashchange", () => { this.folded.open ||= named() === this.section.id; });
  }

  /* Who comes for a letter against what one can no longer object to is told. */
  #closed() {
    const { until } = this.section.dataset;
    if (named() !== this.section.id) return;
    this.section.replaceChildren(this.section.querySelector("h3"), make("p", { role: "status" }, until ? fill(this.words.over, long(until)) : this.words.ended));
    this.section.hidden = false;
  }

  #ask(name) {
    const id = `${this.section.id}-${name}`;
    const field = make(name === "reasons" ? "textarea" : "input", { id, autocomplete: "off", dir: "auto" });
    field.addEventListener("input", () => this.#fill(name, field.value.trim()));
    this.#fields.set(name, field);
    return make("p", { className: "ask" }, make("label", { htmlFor: id }, this.words[name]), field);
  }

  #fill(name, words) {
    const blank = this.letter.querySelector(`[data-blank="${name}"]`);
    blank.textContent = words;
    blank.classList.toggle("filled", words !== "");
  }

  #ways() {
    const w = this.words;
    const ways = make("p", { className: "ways-out" },
      button(w.print, "go", () => this.#print()),
      button(w.save, "go", () => this.#save()),
      button(w.copy, "quiet", () => this.#copy()));
    if (!this.dataset.mail) return ways;
    const address = decodeURIComponent(this.dataset.mail.replace(/^mailto:|\?.*$/g, ""));
    ways.append(make("a", { href: this.dataset.mail }, fill(w.mail, address)), make("small", {}, w.mail_hint));
    return ways;
  }

  /** The letter as text: a line for each line, an empty one between paragraphs. */
  get text() {
    return `${[...this.letter.children].map(words).join("\n\n")}\n`;
  }

  #print() {
    const { classList } = document.documentElement;
    this.folded.open = true;
    classList.add("prints-letter");
    this.section.classList.add("printed");
    addEventListener("afterprint", () => {
      classList.remove("prints-letter");
      this.section.classList.remove("printed");
    }, { once: true });
    print();
  }

  #save() {
    saveFile(this.text, "text/plain;charset=utf-8", this.dataset.file);
    this.said.textContent = fill(this.words.saved, this.dataset.file);
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.text);
      this.said.textContent = this.words.copied;
    } catch {
      this.folded.open = true;
      getSelection().selectAllChildren(this.letter);
      this.said.textContent = this.words.copy_failed;
    }
  }
});

/* Whether one can object on `day`: until the last day; where no such day is known, until it has begun. */
function isOpen({ announced, until, active }, day) {
  return announced <= day && (until ? day <= until : !active || day < active);
}

/* The words of a paragraph, an open blank as dots. */
function words(paragraph) {
  const copy = paragraph.cloneNode(true);
  for (const end of copy.querySelectorAll("br")) end.replaceWith("\n");
  for (const open of copy.querySelectorAll(".blank:not(.filled)")) open.textContent = "........................";
  return copy.textContent.trim();
}
