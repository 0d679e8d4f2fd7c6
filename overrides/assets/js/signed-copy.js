/* <signed-copy data-agreement data-compare data-words>: reads a file of 'Uw exemplaar' back and says which edition it was.
   The editions, their hashes and which one applies stand in the table on the page. */

import { longDay, readAcceptance } from "./acceptance.js";
import { MOST_MEGABYTES, fill, make, readFile, wordsOf } from "./form-parts.js";

customElements.define("signed-copy", class extends HTMLElement {
  #words;
  #answer = make("div", { className: "answer", role: "status", hidden: true });

  connectedCallback() {
    if (this.#words) return;
    this.#words = wordsOf(this);
    const file = make("input", { type: "file", id: "akkoord-lezen", accept: ".json,application/json" });
    file.addEventListener("change", async () => {
      const [chosen] = file.files;
      if (chosen) await this.#read(chosen);
      file.value = "";
    });
    this.replaceChildren(make("p", {}, make("label", { htmlFor: file.id, className: "name" }, this.#words.choose), file), this.#answer);
  }

  async #read(chosen) {
    const w = this.#words;
    let read;
    try {
      read = await readFile(chosen);
    } catch {
      read = { fault: "not_json" };
    }
    const found = read.fault ? { fault: [read.fault, MOST_MEGABYTES] } : readAcceptance(read.text);
    if (found.fault) return this.#say(true, fill(w[found.fault[0]], found.fault[1]));
    const { agreement, title, edition, party, date, sha256 } = found.accepted;
    if (agreement !== this.dataset.agreement) return this.#say(true, fill(w.other_agreement, short(title)));
    const rows = [...document.querySelectorAll("tr[data-version]")];
    const row = rows.find(({ dataset }) => dataset.version === edition);
    if (!row) return this.#say(true, fill(w.unknown, short(edition)));
    const now = rows.find(({ dataset }) => dataset.now === "yes");
    const same = row.dataset.sha256 === sha256;
    const sentences = [
      fill(w.accepted, short(party), longDay(date), row.dataset.name),
      same ? w.same : w.differs,
      !now ? w.none_now : now === row ? w.now : fill(w.not_now, now.dataset.name),
    ];
    const links = [make("a", { href: row.querySelector("a").getAttribute("href"), className: "go" }, w.read)];
    if (now && now !== row && this.dataset.compare) {
      const query = new URLSearchParams({ van: edition, naar: now.dataset.version });
      links.push(make("a", { href: `${this.dataset.compare}?${query}` }, fill(w.compare, row.dataset.name, now.dataset.name)));
    }
    return this.#say(!same, ...sentences, make("span", { className: "links" }, ...links));
  }

  #say(wrong, ...sentences) {
    this.#answer.hidden = false;
    this.#answer.classList.toggle("wrong", wrong);
    this.#answer.replaceChildren(...sentences.map((words) => make("p", { dir: "auto" }, words)));
  }
});

function short(words) {
  const all = [...words];
  return all.length > 120 ? `${all.slice(0, 120).join("")}…` : words;
}
