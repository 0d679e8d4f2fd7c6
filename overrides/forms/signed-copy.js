/* <signed-copy data-agreement data-compare data-files data-words>: reads a file of 'Uw exemplaar' back and says which edition
   it was, and whether the words that the site shows of it are still those of its hash. The editions, their hashes and which
   one applies stand in the table on the page. */

import { long } from "../kit/dates.js";
import { fill, make, named, wordsOf } from "../kit/dom.js";
import { readAcceptance } from "./acceptance.js";
import { fileField } from "./file-field.js";
import { short } from "./parts.js";

const MOST = 120; // letters of what a file says

customElements.define("signed-copy", class extends HTMLElement {
  #words;
  #asked = 0;
  #answer = make("div", { className: "answer", role: "status", hidden: true });

  connectedCallback() {
    if (this.#words) return;
    this.#words = wordsOf(this);
    const folded = this.closest("details");
    if (folded && folded.id === named()) folded.open = true; // who comes from one's own copy has a file
    const file = fileField({ id: "akkoord-lezen" }, readAcceptance, (found) => this.#show(found));
    this.replaceChildren(make("p", {}, make("label", { htmlFor: file.id, className: "name" }, this.#words.choose), file), this.#answer);
  }

  async #show({ fault, accepted }) {
    const w = this.#words, asked = ++this.#asked;
    if (fault) return this.#say(true, fill(w[fault[0]], fault[1]));
    const { agreement, title, edition, party, date, sha256 } = accepted;
    if (agreement !== this.dataset.agreement) return this.#say(true, fill(w.other_agreement, short(title, MOST)));
    const rows = [...document.querySelectorAll("tr[data-version]")];
    const row = rows.find(({ dataset }) => dataset.version === edition);
    if (!row) return this.#say(true, fill(w.unknown, short(edition, MOST)));
    const now = rows.find(({ dataset }) => dataset.now === "yes");
    const equal = row.dataset.sha256 === sha256;
    const shown = equal && row.dataset.frozen ? await import("../verify/stands.js")
      .then(({ wordsStand }) => wordsStand(row.dataset, JSON.parse(this.dataset.files)), () => "unknown") : "unknown";
    if (asked !== this.#asked) return undefined;
    const sentences = [
      fill(w.accepted, short(party, MOST), long(date), row.dataset.name),
      !equal ? w.differs : { same: w.same, differs: w.shown_differs, unknown: w.same_hash }[shown],
      !now ? w.none_now : now === row ? w.now : fill(w.not_now, now.dataset.name),
    ];
    const links = [make("a", { href: row.querySelector("a").getAttribute("href"), className: "go" }, w.read)];
    if (now && now !== row && this.dataset.compare) {
      const query = new URLSearchParams({ van: edition, naar: now.dataset.version });
      links.push(make("a", { href: `${this.dataset.compare}?${query}` }, fill(w.compare, row.dataset.name, now.dataset.name)));
    }
    return this.#say(!equal || shown === "differs", ...sentences, make("span", { className: "links" }, ...links));
  }

  #say(wrong, ...sentences) {
    this.#answer.hidden = false;
    this.#answer.classList.toggle("wrong", wrong);
    this.#answer.replaceChildren(...sentences.map((words) => make("p", { dir: "auto" }, words)));
  }
});
