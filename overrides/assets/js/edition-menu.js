/* <edition-menu>: a list of all editions at hand. Without script it is a link to the page that has them. */

import { counterpart } from "./counterpart.js";

/** The rows of the menu from versions.json, the newest first: its title, and where the reader's place is in that edition.
    `place` is what the address names ({page, name}); `data` is that of all comparisons, or nothing when there is none. */
export function rows(versions, { up, folder, place, data }) {
  return versions.map(({ version, title }) => {
    const start = `${up}${encodeURIComponent(version)}/`;
    const own = version === folder;
    const found = own ? { address: `${place.page}${place.name ? `#${place.name}` : ""}` } : counterpart(data, folder, version, place);
    return { version, title: title || version, address: start + (found?.address ?? ""), lost: !found, name: found?.name };
  });
}

customElements.define("edition-menu", class extends HTMLElement {
  #menu = document.createElement("div");
  #versions;
  #data;

  connectedCallback() {
    const link = this.querySelector("a");
    if (!link || this.#menu.isConnected) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.append(...link.childNodes);
    this.#menu.popover = "auto";
    this.#menu.className = "pop menu";
    this.#menu.role = "group";
    this.#menu.ariaLabel = this.dataset.all;
    this.#menu.addEventListener("beforetoggle", (event) => event.newState === "open" && this.#fill());
    button.popoverTargetElement = this.#menu;
    this.replaceChildren(button, this.#menu);
  }

  /* Filled whenever it opens: which clause the address names may be another by now. */
  async #fill() {
    const { list, lines, up, folder, pageAddress, all, failed, elsewhere } = this.dataset;
    const menu = document.createElement("ul");
    const said = [];
    try {
      this.#versions ??= await json(list);
    } catch {
      said.push(failed);
    }
    const versions = this.#versions ?? [];
    // A clause may have another number in another edition: the history of all clauses knows.
    if (versions.length > 1) this.#data ??= await json(lines).catch(() => null);
    const place = { page: pageAddress, name: named(location.hash) };
    const shown = rows(versions, { up, folder, place, data: this.#data });
    for (const row of shown) menu.append(item(row, row.version === folder));
    if (shown.some(({ lost }) => lost)) said.push(elsewhere);
    menu.append(item({ address: up, title: all }));
    this.#menu.replaceChildren(menu, ...said.map((words) => Object.assign(document.createElement("p"), { textContent: words })));
  }
});

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

function named(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

function item({ address, title, lost, name }, current = false) {
  const link = Object.assign(document.createElement("a"), { href: address, textContent: title });
  if (current) link.setAttribute("aria-current", "true");
  if (lost) link.append(Object.assign(document.createElement("small"), { textContent: "*" }));
  else if (name) link.append(Object.assign(document.createElement("small"), { textContent: name }));
  const made = document.createElement("li");
  made.append(link);
  return made;
}
