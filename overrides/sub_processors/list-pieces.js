/* A list of thousands of rows is on its page in pieces, so that a browser lays out and paints those in sight only. */

/** Hides or shows an element; a browser looks for what an attribute changes, also where it is set to what it was. @type {(element: HTMLElement, hidden: boolean) => void} */
export function hide(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}

/** Shows so many rows of a piece; how long one is that was not laid out yet, a browser reckons from them. @type {(piece: HTMLElement, rows: number) => void} */
export function showing(piece, rows) {
  const told = String(rows);
  if (piece.style.getPropertyValue("--rows") === told) return;
  piece.style.setProperty("--rows", told);
  hide(piece, !rows);
}
