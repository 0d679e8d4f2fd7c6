/* A script of the theme by its name, wherever it lies, as node can load it: an element that it defines is not made. */

import { readdirSync } from "node:fs";
import { register } from "node:module";

const THEME = new URL("../../overrides/", import.meta.url);
const hook = `export async function load(url, context, next) {
  return next(url, url.startsWith(${JSON.stringify(THEME.href)}) ? { ...context, format: "module" } : context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

globalThis.document = { documentElement: { lang: "nl" } };
globalThis.HTMLElement = class {};
globalThis.customElements = { define() {} };

/** What `overrides/.../name.js` exports; `subject` says in which folder, where two have that name. */
export function script(name, subject = "") {
  const paths = readdirSync(THEME, { recursive: true }).map((path) => path.replaceAll("\\", "/"));
  const found = paths.filter((path) => `/${path}`.endsWith(`${subject}/${name}.js`));
  if (found.length !== 1) throw new Error(`${name}.js was found ${found.length} times below overrides: ${found.join(", ")}`);
  return import(new URL(found[0], THEME));
}
