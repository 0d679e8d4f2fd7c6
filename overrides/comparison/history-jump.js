/* From a clause to its history: ?lid=_1.0-artikel-8.3 on the page that lists all of them leads on to that of its article.
 * A page of an edition never changes, and cannot know under which article its clause will be told of one day. */

const line = document.getElementById(new URLSearchParams(location.search).get("lid") ?? "");
const link = line?.matches("a") ? null : line?.querySelector("a[href]");
if (link) location.replace(link.href);
else if (line) {
  line.focus({ preventScroll: true });
  line.scrollIntoView();
}
