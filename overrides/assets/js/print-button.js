/* <print-button data-label>: prints the page; without script a browser has its own way. */

customElements.define("print-button", class extends HTMLElement {
  connectedCallback() {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: this.dataset.label });
    button.addEventListener("click", () => {
      for (const shown of document.querySelectorAll(":popover-open")) shown.hidePopover();
      window.print();
    });
    this.replaceChildren(button);
  }
});
