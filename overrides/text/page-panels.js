/* Popovers, made comfortable: they close when a link in them has led somewhere on this page, and a definition also
   shows when a mouse rests on its term. They open and close without script. */

const REST = 450;
let waiting;

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[popover] a[href*='#']");
  if (link && link.pathname === location.pathname) link.closest("[popover]").hidePopover();
  // A press on a term whose definition the mouse has opened keeps it open.
  const shown = event.target.closest?.(".term")?.popoverTargetElement;
  if (shown?.matches(".rested:popover-open")) {
    shown.classList.remove("rested");
    event.preventDefault();
  }
});

document.addEventListener("pointerover", (event) => {
  clearTimeout(waiting);
  if (event.pointerType !== "mouse") return;
  const term = event.target.closest?.(".term");
  const shown = document.querySelector(".rested:popover-open");
  if (shown && !shown.contains(event.target) && term?.popoverTargetElement !== shown) {
    waiting = setTimeout(() => shown.matches(".rested:popover-open:not(:focus-within)") && shown.hidePopover(), REST);
  } else if (term && !document.querySelector(":popover-open")) {
    waiting = setTimeout(() => show(term), REST);
  }
});

document.addEventListener("toggle", (event) => {
  if (event.newState === "closed") event.target.classList?.remove("rested");
}, true);

function show(term) {
  const shown = term.popoverTargetElement;
  if (!shown || document.querySelector(":popover-open")) return;
  shown.classList.add("rested");
  shown.showPopover({ source: term });
}
