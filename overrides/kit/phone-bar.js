/* On a phone the tools of the header go away while somebody reads on, and come back on scrolling up. */

const LEAST = 6; // pixels: less is a finger that rests
const FROM = 160; // from the top of the page, where the header itself is to be seen

let last = scrollY;

addEventListener("scroll", () => {
  const way = scrollY - last;
  if (Math.abs(way) < LEAST) return;
  last = scrollY;
  document.documentElement.classList.toggle("away", way > 0 && scrollY > FROM);
}, { passive: true });
