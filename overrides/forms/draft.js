/* A draft in the browser's own storage. Nothing is kept unless asked; what the browser refuses is told. */

/** What was kept under `key`: words, null when there is nothing, undefined when the browser refuses. */
export function load(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** Keeps `words`; "" when that went well, else "refused" or "full". */
export function keep(key, words) {
  try {
    localStorage.setItem(key, words);
    return localStorage.getItem(key) === words ? "" : "refused";
  } catch (error) {
    return error?.name === "QuotaExceededError" || error?.code === 22 ? "full" : "refused";
  }
}

/** Takes the draft away; whether that went well. */
export function remove(key) {
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
