/* <language-switch data-words="artikel=article bijlage=annex">: its link leads to the clause that the reader is at. The id
   of a clause in the other language differs in these words alone. */

const there = (words, hash) => {
  for (const pair of words.split(" ").filter(Boolean)) {
    const [mine, yours] = pair.split("=");
    if (hash.startsWith(`#${mine}-`)) return `#${yours}${hash.slice(mine.length + 1)}`;
  }
  return "";
};

customElements.define("language-switch", class extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector("a");
    link.addEventListener("click", () => { link.hash = there(this.dataset.words, location.hash); });
  }
});
