/* What the scripts share: elements, sentences, addresses. Whatever is put on a page is put there as text, never as HTML. */

/** An element with properties, `role`, `data-` and `aria-` attributes, and children (words or elements). */
export function make(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (key === "role" || key.includes("-")) made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children.filter((child) => (child ?? "") !== ""));
  return made;
}

/** A button that does `act` when it is pressed, with more properties where it needs them. */
export function button(words, className, act, properties) {
  const made = make("button", { type: "button", className, ...properties }, words);
  made.addEventListener("click", act);
  return made;
}

/** `sentence` with {0}, {1} or its {names} filled in: from the values, or from one object that has them. */
export function fill(sentence, ...values) {
  const given = values[0] === Object(values[0]) ? values[0] : values;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => given[name] ?? whole);
}

/** The sentences of an element, from its data-words. */
export const wordsOf = (element) => JSON.parse(element.dataset.words);

export const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** The JSON at an address; an error when it is not there. */
export async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

/** The address of the page as it is now, at the place where it lasts. */
export function addressNow() {
  return (document.documentElement.dataset.home || location.origin + location.pathname) + location.search + location.hash;
}

/** What the fragment of the address names; empty when that is no name. */
export function named(hash = location.hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

/** Puts `values` into the question of the address, and takes an empty one out, without going anywhere. */
export function ask(values) {
  const query = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(values)) {
    if (value) query.set(key, value);
    else query.delete(key);
  }
  history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`);
}
