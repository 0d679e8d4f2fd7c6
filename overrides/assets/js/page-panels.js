/* Popovers, made comfortable: they close when a link in them has led somewhere on this page, and a definition also
   shows when a mouse rests on its term. They open and close without script. */

const REST = 450;
let waiting;

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[popover] a[href*='#']");
  if (link && link.pathname === location.pathname) link.closest("[popover]").hidePopover();
});

document.addEventListener("pointerover", (event) => {
  clearTimeout(waiting);
  if (event.pointerType !== "mouse") return;
  const term = event.target.closest?.(".term");
  const shown = document.querySelector(".pop.rested:popover-open");
  if (shown && !shown.contains(event.target) && term?.popoverTargetElement !== shown) {
    waiting = setTimeout(() => close(shown), REST);
  } else if (term && !term.popoverTargetElement?.matches(":popover-open")) {
    waiting = setTimeout(() => open(term), REST);
  }
});

function open(term) {
  const pop = term.popoverTargetElement;
  if (!pop?.isConnected || document.querySelector(":popover-open")) return;
  pop.classList.add("rested");
  pop.showPopover({ source: term });
  pop.addEventListener("toggle", () => pop.classList.remove("rested"), { once: true, capture: false });
}

function close(pop) {
  if (pop.matches(":popover-open") && !pop.contains(document.activeElement)) pop.hidePopover();
}
