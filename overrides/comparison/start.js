/* What the page has where a comparison begins. The editions themselves, all their texts, are fetched when somebody asks for
   two of them: by the address, by a handle, or in the list. */

import { make } from "../kit/dom.js";
import "./edition-track.js";

const start = document.querySelector("compare-editions");
const begin = start.querySelector(".begin"), track = start.querySelector("edition-track");
const list = make("details", { className: "by-list" }, make("summary", {}, start.dataset.byList));
let coming;

const compare = () => (coming ??= import("./compare-editions.js").catch(() => {
  begin.hidden = false;
  coming = undefined;
}));

list.addEventListener("toggle", () => list.open && compare());
track.addEventListener("moved", compare);
start.prepend(list);
const query = new URLSearchParams(location.search);
if ([...query.keys()].some((key) => key === start.dataset.old || key === start.dataset.new || key === start.dataset.show)) {
  // Whoever comes for two editions does not see the start first.
  begin.hidden = query.has(start.dataset.old) || query.has(start.dataset.new);
  list.classList.toggle("plain", begin.hidden);
  compare();
}
