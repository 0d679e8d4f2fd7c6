/* Days and the clock of the Netherlands: read, written, counted. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "./find.js";

const { readDay, today, long, daysTo } = await script("dates");
const { answer } = await script("on-date");
const { phaseOn } = await script("phases");
const clock = await script("clock-core");

test("a day is read from both ways of writing it, and only if it exists", () => {
  const said = {
    "2019-03-01": "2019-03-01", "1-3-2019": "2019-03-01", "01-03-2019": "2019-03-01", "2024-02-29": "2024-02-29",
    "0100-01-01": "0100-01-01", "2023-02-29": undefined, "31-4-2019": undefined, "2019-13-01": undefined,
    "2019-00-10": undefined, "2019-3-1": undefined, "0099-01-01": undefined, "1-3-19": undefined, " 2019-03-01": undefined,
    "2019-03-01x": undefined, "morgen": undefined, "": undefined,
  };
  for (const [words, day] of Object.entries(said)) assert.equal(readDay(words), day, words);
});

test("today is that of the Netherlands", () => {
  assert.equal(today(new Date("2026-01-01T22:59:00Z")), "2026-01-01");
  assert.equal(today(new Date("2026-01-01T23:00:00Z")), "2026-01-02");
  assert.equal(today(new Date("2026-07-01T22:00:00Z")), "2026-07-02");
});

test("days are counted and written whatever the clock did", () => {
  assert.equal(long("2018-05-25"), "25 mei 2018");
  assert.equal(daysTo("2026-03-28", "2026-03-30"), 2);
  assert.equal(daysTo("2026-10-26", "2026-10-24"), -2);
  assert.equal(daysTo("2026-10-26", "2026-10-26"), 0);
});

const EDITIONS = [
  { from: "2018-05-25", until: "2020-01-01" },
  { from: "2020-01-01", until: "2021-01-01" },
  { from: "2022-01-01", until: "" },
];

test("which edition applies on a day, and what is said of it", () => {
  const said = (day, now = "2026-06-01") => {
    const { keys, edition, before } = answer(day, EDITIONS, now);
    return [keys.join(" "), EDITIONS.indexOf(edition), EDITIONS.indexOf(before)];
  };
  assert.deepEqual(said(""), ["invalid", -1, -1]);
  assert.deepEqual(said("2018-05-24"), ["before-first", 0, -1]);
  assert.deepEqual(said("2018-05-25"), ["applied first-day", 0, -1]);
  assert.deepEqual(said("2019-12-31"), ["applied", 0, -1]);
  assert.deepEqual(said("2020-01-01"), ["applied day-of-change", 1, 0]);
  assert.deepEqual(said("2021-01-01"), ["none", -1, -1]);
  assert.deepEqual(said("2022-01-01"), ["applied", 2, 1], "it follows upon nothing");
  assert.deepEqual(said("2026-06-01"), ["applies", 2, 1]);
  assert.deepEqual(said("2026-06-02"), ["will-apply", 2, 1]);
  assert.deepEqual(said("2020-01-01", "2019-06-01"), ["will-apply day-of-coming-change", 1, 0]);
  assert.deepEqual(said("2020-01-01", "2020-01-01"), ["applies day-of-change", 1, 0]);
});

test("of two in force at once the one for all comes first, and the others are named", () => {
  const editions = [
    { from: "2020-01-01", until: "2023-01-01" },
    { from: "2021-01-01", until: "2022-01-01", whom: "nieuwe klanten" },
    { from: "2021-06-01", until: "2023-01-01", whom: "scholen" },
    { from: "2023-01-01" },
  ];
  const said = (day) => {
    const { edition, before, some } = answer(day, editions, "2026-06-01");
    return [edition, before, ...(some ?? [])].map((one) => editions.indexOf(one));
  };
  assert.deepEqual(said("2020-05-01"), [0, -1]);
  assert.deepEqual(said("2021-07-01"), [0, -1, 1, 2]);
  assert.deepEqual(said("2022-01-01"), [0, -1, 2], "until is the first day without it");
  assert.deepEqual(said("2023-01-01"), [3, 0]);
  assert.deepEqual(answer("2021-01-01", editions.slice(1), "2026-06-01").edition.whom, "nieuwe klanten");
});

test("an edition that goes back in time is said to have been made known later, for the days before that", () => {
  const editions = [{ from: "2020-01-01", until: "2026-10-01" }, { from: "2026-10-01", known: "2026-11-29" }];
  const keys = (day) => answer(day, editions, "2026-12-01").keys.join(" ");
  assert.equal(keys("2026-09-30"), "applied");
  assert.equal(keys("2026-10-01"), "applied day-of-change known-later");
  assert.equal(keys("2026-11-28"), "applied known-later");
  assert.equal(keys("2026-11-29"), "applied");
});

const at = (words) => Date.parse(words);

test("a clock in the Netherlands shows each minute once, but for the hours of spring and autumn", () => {
  assert.equal(clock.wallTime(at("2026-07-01T10:00:00Z")), "2026-07-01T12:00");
  assert.deepEqual(clock.instants("2026-01-01T12:00"), [at("2026-01-01T11:00:00Z")]);
  assert.deepEqual(clock.instants("2026-07-01T12:00:30"), [at("2026-07-01T10:00:00Z")]);
  assert.deepEqual(clock.instants("2026-03-29T02:30"), [], "skipped");
  assert.deepEqual(clock.instants("2026-10-25T02:30"), [at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z")], "twice");
  for (const words of ["", "2026-07-01", "2026-13-01T12:00", "1979-12-31T12:00", "x2026-07-01T12:00"]) assert.equal(clock.instants(words), undefined);
  assert.equal(clock.instants("1980-01-01T12:00").length, 1);
});

test("every instant comes back from its stamp", () => {
  for (const words of ["2026-01-01T11:00:00Z", "2026-07-01T10:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]) {
    assert.equal(clock.readStamp(clock.stamp(at(words))), at(words));
  }
  assert.equal(clock.stamp(at("2026-10-25T00:30:00Z")), "2026-10-25T02:30:00+02:00");
  assert.equal(clock.stamp(at("2026-10-25T01:30:00Z")), "2026-10-25T02:30:00+01:00");
  for (const words of ["2026-01-01", "2026-01-01T11:00", "2026-13-01T11:00Z", 5, null, "x2026-01-01T11:00Z", "2026-01-01T11:00Zx"]) assert.equal(clock.readStamp(words), undefined);
  assert.equal(clock.readStamp("2026-01-01T11:00Z"), at("2026-01-01T11:00:00Z"));
  assert.equal(clock.readStamp("2026-01-01T11:00:01.5Z"), at("2026-01-01T11:00:01.5Z"));
});

test("hours are counted by a clock that knows no summer time", () => {
  const start = at("2026-03-28T12:00:00+01:00");
  assert.equal(clock.wallTime(clock.later(start, 24)), "2026-03-29T13:00");
  assert.equal(clock.shift(start, clock.later(start, 24)), 1);
  assert.equal(clock.shift(clock.later(start, 24), start), -1);
  assert.equal(clock.shift(start, clock.later(start, 2)), 0);
  assert.equal(clock.offsetAt(start), 1);
  assert.equal(clock.offsetAt(clock.later(start, 24)), 2);
});

const WORDS = {
  summer: "zomertijd", winter: "wintertijd", less: "minder dan een minuut", day: "dag", days: "dagen", hour: "uur",
  minute: "minuut", minutes: "minuten", and: "en", at: "{0} om {1} uur",
};

test("a moment in words says which of two hours it is", () => {
  assert.match(clock.inWords(at("2026-03-29T03:30:00+02:00"), WORDS), /^zondag 29 maart 2026 om 03:30 uur$/);
  assert.match(clock.inWords(at("2026-10-25T00:30:00Z"), WORDS), /02:30 uur \(zomertijd\)$/);
  assert.match(clock.inWords(at("2026-10-25T01:30:00Z"), WORDS), /02:30 uur \(wintertijd\)$/);
  assert.equal(clock.inShort(at("2026-03-29T03:30:00+02:00")), "zo 29 mrt 03:30");
});

test("a span is told in days, hours and minutes, rounded down", () => {
  const span = (seconds) => clock.spanInWords(0, seconds * 1000, WORDS);
  assert.equal(span(59), "minder dan een minuut");
  assert.equal(span(60), "1 minuut");
  assert.equal(span(119), "1 minuut");
  assert.equal(span(7200), "2 uur");
  assert.equal(span(86_400 + 3 * 3600 + 12 * 60), "1 dag, 3 uur en 12 minuten");
  assert.equal(span(2 * 86_400 + 60), "2 dagen en 1 minuut");
  assert.equal(span(-86_400), "1 dag");
  assert.equal(span(23 * 3600 + 59 * 60), "23 uur en 59 minuten");
});

test("an edition stands as in the last of its phases that has begun", () => {
  const phases = [{ from: "", word: "announced" }, { from: "2018-05-25", word: "counts" }, { from: "2027-07-01", word: "replaced" }];
  const on = (day) => phaseOn(phases, day).word;
  assert.deepEqual(["2018-05-24", "2018-05-25", "2027-06-30", "2027-07-01", "2030-01-01"].map(on), ["announced", "counts", "counts", "replaced", "replaced"]);
  assert.equal(phaseOn(phases.slice(1), "2000-01-01").word, "counts", "before all that is known, the first");
});
