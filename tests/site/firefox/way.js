/* The way of a reader through the site, in Firefox: node way.js FIREFOX URL. Writes what was seen at each step, and what
   the browser reported, as JSON. */

import puppeteer from "puppeteer-core";

const [executablePath, site] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
const reported = [], seen = {};
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && reported.push(message.text()));
  page.on("pageerror", (error) => reported.push(String(error)));
  page.on("requestfailed", (request) => reported.push(`${request.url()}: ${request.failure()?.errorText}`));
  await page.setViewport({ width: 1280, height: 860 });

  const words = (selector) => page.waitForFunction((one) => document.querySelector(one)?.textContent.trim().replace(/\s+/g, " "), {}, selector).then((found) => found.jsonValue());
  const click = (selector) => page.locator(selector).click();
  const goneTo = (path) => page.waitForFunction((end) => (location.pathname + location.hash).endsWith(end) && document.readyState === "complete", {}, path);

  await page.goto(`${site}/`);
  seen.landing = await words("h1");
  await click('main a[href$="voorbeeld/"]');
  await goneTo("/voorbeeld/");
  seen.agreement = await words("h1");
  await click('main a[href="2.1/"]');
  await goneTo("/voorbeeld/2.1/");
  await click('.toc a[href$="artikel-8/"]');
  await goneTo("/artikel-8/");
  seen.article = await words("h1");
  await click(".clause .term");
  seen.definition = await words(":popover-open");
  await page.keyboard.press("Escape");

  await click("search-box input");
  await page.keyboard.type("artikel 7.2");
  await page.locator('search-box a[href*="artikel-7.2"]').click();
  await goneTo("#artikel-7.2");
  seen.found = await words(":target .words");

  await click('.tabs a[href*="vergelijken/"]');
  seen.inserted = await words(".shown .changes ins");
  seen.compared = await words("h1");

  await page.goto(`${site}/voorbeeld/2.1/bijlage-3/invullen/`);
  await click('[id="veld-bijlage-3-welk-nummer-heeft-het-datalek-in.1"]');
  await page.keyboard.type("2026-4");
  await page.waitForFunction(() => document.querySelector(".bar-below .counted").textContent.startsWith("1 "));
  seen.counted = await words(".bar-below .counted");
  seen.finish = await words(".ways .go");
} finally {
  await browser.close();
}
console.log(JSON.stringify({ seen, reported }));
