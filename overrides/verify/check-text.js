/* <check-text data-words data-files data-namespace data-signers>: says of a file or of pasted words which edition it is, and where it
   differs. Nothing leaves the browser: it fetches what the site has of its editions, and shows what it finds. What does
   the checking is fetched when there is something to check. */

import { button, make, wordsOf } from "../kit/dom.js";
import { MOST_MEGABYTES, readBytes, readText } from "./given.js";

customElements.define("check-text", class extends HTMLElement {
  #words;
  #site;
  #asked = 0;
  #said = make("div", { role: "status" });
  #below = make("div", {});

  connectedCallback() {
    if (this.#words) return;
    const w = this.#words = wordsOf(this);
    const file = make("input", { type: "file", id: "check-file", multiple: true, "aria-describedby": "check-kinds", accept: ".json,.txt,.html,.htm,.docx,.pdf,.sig,text/*,application/json" });
    file.addEventListener("change", () => { this.#files([...file.files]); file.value = ""; });
    const area = make("textarea", { id: "check-words", rows: 4, spellcheck: false, dir: "auto" });
    const put = make("div", { className: "put" }, make("p", { className: "drop" }, w.drop),
      make("label", { className: "go" }, w.choose, file), make("p", { className: "hint", id: "check-kinds" }, w.kinds));
    this.#drops(put);
    this.replaceChildren(put, make("div", { className: "paste" }, make("label", { htmlFor: area.id }, w.paste), area,
      button(w.check, "tool", () => this.#check(readText(area.value), w.pasted))), this.#said, this.#below);
  }

  /* A file may be dropped anywhere: elsewhere a browser would leave the page for it. */
  #drops(put) {
    const over = (event, on) => { event.preventDefault(); put.classList.toggle("over", on); };
    document.addEventListener("dragover", (event) => over(event, true));
    document.addEventListener("dragleave", (event) => over(event, false));
    document.addEventListener("drop", (event) => {
      over(event, false);
      const { files } = event.dataTransfer, text = event.dataTransfer.getData("text/plain");
      if (files.length) this.#files([...files]);
      else if (text) this.#check(readText(text), this.#words.pasted);
    });
  }

  /* One file, or a manifest with its signature. */
  async #files(files) {
    if (!files.length) return;
    const read = await Promise.all(files.map(readFile));
    const signature = read.find(({ kind }) => kind === "signature"), manifest = read.find(({ kind }) => kind === "manifest");
    const chosen = signature && manifest ? { ...manifest, signature: signature.text } : read[0];
    await this.#check(chosen, (signature && manifest ? files : files.slice(0, 1)).map(({ name }) => name).join(", "));
  }

  async #check(given, about) {
    const asked = ++this.#asked, w = this.#words;
    this.#below.replaceChildren();
    this.#said.replaceChildren(make("p", { className: "hint" }, w.busy));
    const scripts = await Promise.all([import("./answers.js"), import("./shown.js")]).catch(() => null);
    if (!scripts) return this.#said.replaceChildren(make("p", { className: "hint" }, w.cannot));
    const [{ answerTo }, { places, verdict }] = scripts;
    const site = given.fault ? {} : await this.#load();
    await new Promise((resolve) => { setTimeout(resolve); }); // so that the sentence is seen before the work
    if (asked !== this.#asked) return;
    const answer = await answerTo(given, { words: w, ...site });
    if (asked !== this.#asked) return;
    const card = verdict(w, answer, about);
    this.#said.replaceChildren(card);
    this.#below.replaceChildren(...places(w, answer));
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }

  /* The editions, fetched once; again when one of them could not be had. */
  async #load() {
    if (this.#site) return this.#site;
    const [{ pageText }, { loadEditions, rowsOf }] = await Promise.all([import("./page-text.js"), import("./published.js")]);
    const files = JSON.parse(this.dataset.files), rows = rowsOf(document);
    const site = { files, rows, namespace: this.dataset.namespace, signers: JSON.parse(this.dataset.signers), pageText, ...(await loadEditions(rows, files)) };
    if (!site.missing.length) this.#site = site;
    return site;
  }
});

async function readFile(file) {
  if (file.size > MOST_MEGABYTES * 1_000_000) return { fault: ["too_big", MOST_MEGABYTES] };
  try {
    const [{ isZip, readWord }, buffer] = await Promise.all([import("./word-file.js"), file.arrayBuffer()]);
    const bytes = new Uint8Array(buffer);
    return isZip(bytes) ? await readWord(bytes) : readBytes(bytes, file.name);
  } catch {
    return { fault: ["unreadable"] };
  }
}
