/* What stands below a questionnaire: save it, print the report, copy it for an e-mail. */

import { button, fill, make } from "../kit/dom.js";
import { stamp } from "./clock-core.js";
import { Opening } from "./fill-in-open.js";
import { fileName, saveJson } from "./parts.js";
import { report, reportText } from "./report.js";

export class Finish {
  #form;
  #words;

  constructor(form) {
    this.#form = form;
    const w = this.#words = form.words;
    form.said.textContent = "";
    form.opening = new Opening(form);
    this.area = make("textarea", { id: "tekst-voor-e-mail", readOnly: true, rows: 12, dir: "auto" });
    this.shown = make("details", { className: "mail" }, make("summary", {}, w.mail_show),
      make("label", { htmlFor: this.area.id, className: "name" }, w.mail_label), this.area);
    this.shown.addEventListener("toggle", () => this.shown.open && this.#fill());
    this.report = make("section", { className: "report", "aria-label": w.report, hidden: true });
    form.said.before(make("ul", { className: "ways" },
      this.#way(w.save, w.save_hint, () => this.#save(), "go"),
      this.#way(w.print, w.print_hint, () => { this.drawReport(); window.print(); }, "go"),
      this.#message(),
      this.#way(w.mail, w.mail_hint, () => this.#copy())));
    form.said.after(this.shown, make("p", { className: "over-again" }, button(w.start_over, "quiet", () => form.opening.startOver())));
    this.gaps = form.querySelector(".gaps");
    (this.gaps ?? form.end).before(this.report);
  }

  /** Draws the report that is printed; with no answer at all the empty form is printed instead. */
  drawReport() {
    const form = this.#form;
    const any = form.values.size > 0;
    form.classList.toggle("has-report", any);
    document.documentElement.classList.toggle("prints-report", any);
    this.report.hidden = !any;
    this.report.replaceChildren(...(any ? [this.#facts(), ...this.#groups().map((group) => this.#group(group))] : []));
  }

  #groups() {
    const form = this.#form;
    return report(form.asks, form.values, form.previous?.values);
  }

  /* [name, words] of what stands above a report. */
  get #about() {
    const form = this.#form, w = this.#words;
    const { discovered, informed } = form.state;
    const deadlines = form.clock?.deadlines ?? [];
    const facts = [
      [w.edition, form.about.stated],
      [w.mark, form.about.sha256],
      [w.kind, form.called()],
      [w.made, form.moment(Date.now())],
    ];
    if (discovered !== undefined) facts.push([w.discovered, form.moment(discovered)]);
    if (informed !== undefined) facts.push([w.informed, form.moment(informed)]);
    for (const { title, until } of deadlines) facts.push([`${w.deadline} ${title.toLowerCase()}`, form.moment(until)]);
    return facts;
  }

  #facts() {
    return make("dl", { className: "facts" }, ...this.#about.flatMap(([name, words]) => [make("dt", {}, name), make("dd", {}, words)]));
  }

  #group({ group, questions }) {
    return make("section", {}, group ? make("h2", {}, group) : null, ...questions.map((question) => this.#question(question)));
  }

  #question({ heading, asked, rows }) {
    const w = this.#words;
    const mark = asked ? make("small", {}, ` ${fill(w.asked_by, asked)}`) : null;
    const listed = rows.map(({ label, answer, state, was, follows }) => make("div", { className: follows ? "row follows" : "row" },
      label ? make("dt", {}, label) : null,
      make("dd", { dir: "auto", className: answer === undefined ? "none" : "" }, answer ?? w.empty,
        state ? make("small", { className: "became" }, ` ${w[state]}${was === undefined ? "" : `; ${fill(w.was, was)}`}`) : null)));
    return make("div", { className: "answered-question" }, heading ? make("h3", {}, heading, mark) : null, make("dl", {}, ...listed));
  }

  /* A message with an address and a subject, and no word of the report: programs cut a long one off, and keep it. */
  #message() {
    const w = this.#words;
    const field = make("input", { type: "email", id: "bericht-aan", autocomplete: "off", value: this.#form.about.mail });
    const link = make("a", { className: "tool" }, w.message);
    const subject = encodeURIComponent(fill(w.report_of, w.report, `${this.#form.about.title}, ${this.#form.about.stated}`));
    const show = () => { link.href = `mailto:${encodeURIComponent(field.value.trim()).replaceAll("%40", "@")}?subject=${subject}`; };
    field.addEventListener("input", show);
    show();
    return make("li", {}, make("label", { htmlFor: field.id, className: "name" }, w.message_to), make("span", { className: "with-button" }, field, link),
      make("p", { className: "hint" }, w.message_hint));
  }

  #way(words, hint, act, kind = "tool") {
    return make("li", {}, button(words, kind, act), make("p", { className: "hint" }, hint));
  }

  #save() {
    const form = this.#form;
    const { agreement, edition, annex } = form.about;
    const saved = stamp(Date.now());
    const name = fileName(agreement, edition, annex, saved.slice(0, 16).replace("T", "-"), form.report > 1 ? `aanvulling-${form.report - 1}` : "melding");
    saveJson(form.opening.file(saved), name);
    form.unsaved = false;
    this.#form.said.textContent = fill(this.#words.saved, name);
  }

  get #text() {
    const title = fill(this.#words.report_of, this.#words.report, this.#form.about.title);
    return `${fill(this.#words.subject, title)}\n\n${reportText(title, this.#about, this.#groups(), this.#words)}${this.#alsoAsked}\n${this.#form.about.address}\n`;
  }

  /* What the supervisor asks and the annex does not, as the page has it. */
  get #alsoAsked() {
    const rows = [...this.gaps?.querySelectorAll("li") ?? []].map((row) => `- ${[...row.childNodes].map(({ textContent }) => textContent.trim()).filter(Boolean).join(" ")}`);
    return rows.length ? `\n${this.#words.also_asked}\n${rows.join("\n")}\n` : "";
  }

  #fill() {
    this.area.value = this.#text;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#text);
      this.#form.said.textContent = this.#words.copied;
    } catch {
      this.shown.open = true;
      this.#fill();
      this.area.focus();
      this.area.select();
      this.#form.said.textContent = this.#words.copy_failed;
    }
  }
}
