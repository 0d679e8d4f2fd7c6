/* <edition-menu>: a list of all editions at hand. Without script it is a link to the page that has them. */

/** The rows of the menu from versions.json: the title and the address of each edition, the newest first. */
export function rows(versions, up, page) {
  return versions.map(({ version, title }) => ({
    version,
    title: title || version,
    start: `${up}${encodeURIComponent(version)}/`,
    same: `${up}${encodeURIComponent(version)}/${page}`,
  }));
}

customElements.define("edition-menu", class extends HTMLElement {
  #menu = document.createElement("div");
  #filled = false;

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

  async #fill() {
    if (this.#filled) return;
    const { list, up, folder, pageAddress, all, failed } = this.dataset;
    const menu = document.createElement("ul");
    const said = document.createElement("p");
    try {
      const answer = await fetch(list);
      if (!answer.ok) throw new Error(answer.statusText);
      for (const row of rows(await answer.json(), up, pageAddress)) menu.append(this.#item(row, row.version === folder));
      this.#filled = true;
    } catch {
      said.textContent = failed;
    }
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("a"), { href: up, textContent: all }));
    menu.append(item);
    this.#menu.replaceChildren(...(said.textContent ? [said] : []), menu);
  }

  #item(row, current) {
    const link = Object.assign(document.createElement("a"), { href: row.same, textContent: row.title });
    if (current) link.setAttribute("aria-current", "true");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      this.#go(row);
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  /* The same page, and the same clause on it, when the other edition has it; else its begin. */
  async #go(row) {
    const there = await fetch(row.same, { method: "HEAD" }).then((answer) => answer.ok, () => false);
    location.href = there ? row.same + location.hash : row.start;
  }
});
