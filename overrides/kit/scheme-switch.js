/* <scheme-switch data-label>: a button for the dark scheme, remembered on this machine where that is allowed. */

const ICON = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z"/></svg>`;

customElements.define("scheme-switch", class extends HTMLElement {
  #system = matchMedia("(prefers-color-scheme: dark)");
  #button = document.createElement("button");

  connectedCallback() {
    this.#button.type = "button";
    this.#button.className = "scheme";
    this.#button.title = this.dataset.label;
    this.#button.setAttribute("aria-label", this.dataset.label);
    this.#button.innerHTML = ICON;
    this.#button.addEventListener("click", () => this.#choose(this.#dark ? "light" : "dark"));
    this.#system.addEventListener("change", () => this.#show());
    this.#show();
    this.replaceChildren(this.#button);
  }

  get #dark() {
    const chosen = document.documentElement.dataset.scheme;
    return chosen ? chosen === "dark" : this.#system.matches;
  }

  #choose(scheme) {
    document.documentElement.dataset.scheme = scheme;
    try {
      localStorage.setItem("scheme", scheme);
    } catch { /* then it holds for this page only */ }
    this.#show();
  }

  #show() {
    this.#button.setAttribute("aria-pressed", String(this.#dark));
  }
});
