/* A field for a file that was saved on this site before. */

import { make } from "../kit/dom.js";

const MOST_MEGABYTES = 20;

/** A field for a JSON file. Each time one is chosen `use` is called with what `read` makes of its text, or with a fault when
    it cannot be read: {fault: [key of a sentence, ...what it names]}. @type {(properties: object, read: (text: string) => unknown, use: (read: unknown) => void) => HTMLInputElement} */
export function fileField(properties, read, use) {
  const field = make("input", { type: "file", accept: ".json,application/json", ...properties });
  field.addEventListener("change", async () => field.value && use(await readField(field, read)));
  return field;
}

/** What `read` makes of the text of the file that was chosen in `field`, or the fault; the field is empty after that.
    @type {(field: HTMLInputElement, read: (text: string) => unknown) => Promise<any>} */
export async function readField(field, read) {
  const [chosen] = field.files;
  field.value = "";
  return chosen.size > MOST_MEGABYTES * 1_000_000 ? { fault: ["too_big", MOST_MEGABYTES] } : readFile(chosen, read);
}

/** @type {(file: File, read: (text: string) => unknown) => Promise<unknown>} */
async function readFile(file, read) {
  let text;
  try {
    text = await file.text();
  } catch {
    return { fault: ["not_json"] };
  }
  return read(text);
}
