/* <lost-reader>: on the page for unknown addresses, what the reader may have meant. */

import { load, make } from "../kit/dom.js";
import { slips } from "../search/word-forms.js";

/** The nearest of `known` to `word`, when no more than a third of its letters differ. */
export function nearest(word, known) {
  const most = Math.max(1, Math.floor(word.length / 3));
  const best = known.map((name) => [slips(word.toLowerCase(), name, most), name]).sort((a, b) => a[0] - b[0])[0];
  return best && best[0] <= most ? best[1] : undefined;
}

/** Addresses that look like `path` (without the site's own prefix), best first, as {address, title}. */
export function suggestions(path, agreements, home) {
  const [slug = "", version = "", page = ""] = path.split("/").filter(Boolean).map((part) => part.replace(/\.html$/, ""));
  const found = agreements.find((agreement) => agreement.slug === nearest(slug, agreements.map((other) => other.slug)));
  if (!found) return [];
  const known = nearest(page || version, found.pages);
  const edition = found.editions.includes(version) ? version : "";
  const start = `${home}${found.slug}/`;
  const named = known ? known.replace("-", " ") : "";
  return [
    edition && known && { address: `${start}${edition}/${known}/`, title: `${found.title}, ${edition}: ${named}` },
    edition && { address: `${start}${edition}/`, title: `${found.title}, ${edition}` },
    known && found.now && { address: `${found.now}${known}/`, title: `${found.title}: ${named}` },
    { address: start, title: found.title },
  ].filter(Boolean);
}

/** The agreements of `zoeken.json`, as the page names them where there are few; their pages are not known. */
const listed = ({ agreements }, home) => agreements.map(({ slug, title, editions }) => {
  const now = editions.find(({ counts }) => counts);
  return { slug, title, editions: editions.map(({ version }) => version), pages: [], now: now && `${home}${slug}/${now.version}/` };
});

customElements.define("lost-reader", class extends HTMLElement {
  async connectedCallback() {
    const { home, near, list } = this.dataset;
    const agreements = list ? listed(await load(list).catch(() => ({ agreements: [] })), home) : [...document.querySelectorAll("[data-slug]")].map((shelf) => ({
      slug: shelf.dataset.slug,
      editions: shelf.dataset.editions.split(" ").filter(Boolean),
      pages: shelf.dataset.pages.split(" ").filter(Boolean),
      title: shelf.querySelector("h2").textContent,
      now: shelf.querySelector(".go")?.getAttribute("href"),
    }));
    const path = location.pathname.startsWith(home) ? location.pathname.slice(home.length) : location.pathname;
    const found = suggestions(path, agreements, home).filter(({ address }) => address !== location.pathname);
    if (!found.length) return;
    const rows = found.slice(0, 3).map(({ address, title }) => make("li", {}, make("a", { href: address }, title)));
    this.replaceChildren(make("p", {}, near), make("ul", {}, ...rows));
  }
});
