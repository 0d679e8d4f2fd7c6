/* Keys that do something on their own ('/', k, j) can be switched off (WCAG 2.1.4), below what a search finds. */

const KEY = "search-key";

/** Whether a single key does anything, as it was chosen on this machine. */
export function hasKeys() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/** Remembers whether it does. @type {(wanted: boolean) => void} */
export function rememberKeys(wanted) {
  try {
    if (wanted) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch { /* then it holds for this page only */ }
}
