/* From a clause to its line on the page with all histories: ?lid=_1.0-artikel-8.3. A fragment would do, were it not that a
 * page of an edition never changes and a line that it points to may one day be too old to be told there. */

const line = document.getElementById(new URLSearchParams(location.search).get("lid") ?? "");
if (line) {
  line.closest("details")?.setAttribute("open", "");
  line.tabIndex = -1;
  line.focus({ preventScroll: true });
  line.scrollIntoView();
}
