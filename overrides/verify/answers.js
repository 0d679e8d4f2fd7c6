/* What to say of what somebody gave: a tone, a heading, sentences, and how it is held against an edition. It knows no page. */

import { digest, hashes, sha256 } from "../kit/canonical.js";
import { long } from "../kit/dates.js";
import { fill } from "../kit/dom.js";
import { short } from "../forms/parts.js";
import { linesOfData } from "./given.js";
import { FEWEST, editionOf, nearest, settled } from "./judge.js";
import { bytesAt, parsed } from "./published.js";
import { checkSignature, fingerprint, keyLine, readSignature } from "./sshsig.js";
import { unitsOf, wordsGiven } from "./words.js";

const MOST_NAMED = 12;
const LISTS = ["articles", "clauses", "sections", "annexes"];

/** The answer to what was given; `site` has {words, files, namespace, editions, rows, pageText}. */
export async function answerTo(given, site) {
  if (given.fault) return fault(site, given.fault);
  const answer = await ({ hash: ofHash, manifest: ofManifest, receipt: ofReceipt, acceptance: ofAcceptance, signature: ofSignature, pdf: ofPdf }[given.kind] ?? ofText)(given, site);
  if (!hashes()) answer.says.push(site.words.no_hashes);
  return answer;
}

const fault = ({ words }, [key, ...values]) => ({ tone: "quiet", head: words.cannot, says: [fill(words[key], ...values)], facts: [] });

/* A text, a page, or a JSON file with the words of an edition: its words are all that counts. */
async function ofText(given, site) {
  const { words: w } = site;
  const page = given.kind === "html" ? site.pageText(given.text) : undefined;
  const text = page ? page.text : ["text", "word"].includes(given.kind) ? given.text : textOf(given);
  if (text === undefined) return fault(site, ["wrong_type"]);
  const words = wordsGiven(text);
  if (words.length < FEWEST) return fault(site, [words.length ? "too_short" : "empty"]);
  // The title on the cover is no part of overeenkomst.json.
  const editions = given.kind === "data"
    ? site.editions.map((one) => ({ ...one, ...editionOf(one.row, { ...one.canonical, title: null }, one.told) })) : site.editions;
  const claimed = given.value && site.rows.find((row) => row.version === given.value.version && row.agreement === given.value.agreement);
  const all = nearest([...editions].sort((one, other) => rank(other, claimed) - rank(one, claimed)), words);
  const held = given.value ? all : [await withoutFurniture(all[0], site), ...all.slice(1)];
  const [best] = held;
  if (!best || best.verdict === "unknown") return { tone: "doubt", head: w.unknown, says: [w.unknown_said, ...missed(site)], facts: [] };
  const answer = verdictOf(site, best, held, given);
  /** @type {string[] & {wrong?: boolean}} */
  const more = given.value ? await beyondWords(given, best, site, claimed) : page ? await besidePage(page, best, site) : [];
  if (given.value && more.wrong) Object.assign(answer, answer.tone === "ok" ? { tone: "wrong", head: w.wrong_file } : {});
  answer.says.push(...more, ...(given.value ? [] : [w.only_words]), ...missed(site));
  await addProof(answer, best.edition, site);
  return answer;
}

/* A PDF, by its bytes: whether it is one that this site ever offered. Its words cannot be read here. */
async function ofPdf({ bytes }, site) {
  const { words: w, files } = site, sha256Of = hashes() && (await sha256(bytes));
  const agreements = new Map(site.rows.map((row) => [row.agreement, row.address]));
  for (const [agreement, address] of sha256Of ? agreements : []) {
    const found = (await offeredAt(`${address}../${files.offered}`)).find((one) => one?.sha256 === sha256Of);
    const row = found && site.rows.find((one) => one.agreement === agreement && one.version === String(found.path).split("/")[0]);
    if (row) return { tone: "ok", row, head: w.pdf_offered, says: [fill(w.pdf_since, nameOf(w, row), long(found.first)), w.pdf_bytes], facts: [] };
  }
  return fault(site, ["pdf"]);
}

async function offeredAt(address) {
  try {
    const rows = parsed(await bytesAt(address)).files;
    return Array.isArray(rows) ? rows : [];
  } catch {
    return [];
  }
}

/* Of editions with the same words first the one that the file calls itself, then the one in force. */
const rank = ({ row }, claimed) => (row.agreement === claimed?.agreement && row.version === claimed?.version ? 2 : 0) + (row.now ? 1 : 0);

function textOf({ kind, value }) {
  if (kind === "data") return linesOfData(value);
  try {
    return unitsOf(value, undefined).map(({ words }) => words.map(({ word }) => word).join(" ")).join("\n");
  } catch {
    return undefined;
  }
}

function verdictOf({ words: w }, best, held, given) {
  const { row } = best.edition;
  const filled = best.shown.some(({ state }) => state === "filled");
  const count = best.shown.filter(({ state }) => state === "changed" || state === "absent").length + best.extra.length;
  const answer = { tone: "ok", row, held: best, says: [], facts: [] };
  if (best.verdict === "differs") Object.assign(answer, { tone: "wrong", head: count === 1 ? w.differs_one : fill(w.differs, count), says: [w.differs_said] });
  else if (best.verdict === "whole") Object.assign(answer, { head: filled ? w.filled : w.whole, says: [w.whole_said] });
  else Object.assign(answer, { head: w.part, says: [placeOf(w, best)] });
  if (filled) answer.says.push(w.filled_said);
  const alike = held.filter((one) => one !== best && one.verdict === best.verdict && one.cost === best.cost && best.verdict !== "differs");
  if (alike.length) answer.says.push(fill(w.same_as, alike.map(({ edition }) => nameOf(w, edition.row)).join("; ")));
  if (given.kind === "word") besideWords(w, answer, given, picturesOf(best.edition));
  if (best.unmarked) answer.says.push(fill(w.unmarked, best.unmarked));
  if (best.loosely && !given.value) answer.says.push(fill(w.loosely, best.loosely));
  return answer;
}

/* What a Word file holds besides the words that it shows. */
function besideWords(w, answer, { pending, hidden, beside, odd, bound, pictures }, known) {
  const drawn = Math.max(0, pictures - known);
  if ((pending || beside || odd || bound || drawn) && answer.tone === "ok") Object.assign(answer, { tone: "wrong", head: w.wrong_file });
  if (pending) answer.says.push(fill(w.word_pending, pending));
  if (beside) answer.says.push(fill(w.word_beside, short(beside)));
  if (odd) answer.says.push(fill(w.word_odd, short(odd)));
  if (bound) answer.says.push(w.word_bound);
  if (drawn) answer.says.push(w.word_pictures);
  if (hidden) answer.says.push(w.word_hidden);
  answer.says.push(w.word_only);
}

/* How many pictures an edition has: one begins with a sign that no words stand for. */
const picturesOf = ({ canonical }) => JSON.stringify(canonical).split('["!",').length - 1;

function placeOf(w, best) {
  const names = [...new Set((best.places.length > 1 ? best.places : best.shown.map(({ unit }) => unit)).map(unitName))];
  if (best.places.length > 1) return fill(w.places_said, best.places.length, names.slice(0, MOST_NAMED).join("; "));
  return names.length === 1 ? fill(w.place_said, names[0]) : w.part_said;
}

export const nameOf = (w, row) => fill(w.edition, row.name, row.title);
export const unitName = ({ number, name, within }) => [number, number ? within : name].filter(Boolean).join(" · ");

/* What a JSON file holds beside the words: its version and date, what it calls itself, and all else that is published so. */
async function beyondWords({ kind, value, bytes }, best, site, claimed) {
  const { words: w, files } = site, { row } = best.edition;
  const says = [], named = [["version", row.version], ["effective", row.effective ?? null]];
  const shown = (given) => (typeof given === "string" ? short(given) : w.none);
  for (const [key, expected] of named) {
    const found = value[key] ?? null;
    if (found !== expected) says.push(fill(w.frame, w[key], shown(found), shown(expected)));
  }
  if (claimed && claimed.address !== row.address) says.push(fill(w.claim, short(value.version), short(claimed.title)));
  if (kind === "canonical") {
    if (bytes && hashes() && (await sha256(bytes)) === row.sha256) return [w.bytes];
    if (best.verdict === "whole") {
      const own = best.edition.units;
      const other = unitsOf(value, best.edition.told).filter(({ part }, index) => JSON.stringify(part) !== JSON.stringify(own[index]?.part));
      if (other.length) says.push(fill(w.links_differ, other.map(unitName).slice(0, MOST_NAMED).join("; ")));
      else if (!says.length && (await digest(value)) === row.sha256) return [w.not_bytes];
      else if (!says.length) says.push(fill(w.data_differs, files.canonical));
    }
  } else if (!says.length) {
    const own = await bytesAt(row.address + files.data);
    const other = own ? differing(parsed(own), value) : [];
    if (other.length && best.verdict === "whole") says.push(fill(w.data_differs, other.slice(0, MOST_NAMED).join(", ")));
  }
  return Object.assign(says, { wrong: says.length > 0 });
}

/* What stands otherwise in a JSON file with the words of an edition; what may change or grow without the text is left out. */
const PASSING = new Set(["status", "errata", "avg", "references", "terms", "terms_from", "measures", "publisher", "$schema"]);

export function differing(own, given, path = "") {
  if (own === given) return [];
  const both = [own, given];
  if (both.every((one) => one && typeof one === "object") && Array.isArray(own) === Array.isArray(given)) {
    return [...new Set(both.flatMap(Object.keys))].filter((key) => !PASSING.has(key))
      .flatMap((key) => differing(own[key], given[key], Array.isArray(own) ? `${path}[${short(key)}]` : path ? `${path}.${short(key)}` : short(key)));
  }
  return [path || "JSON"];
}

/* Who copies a page of this site takes along lines that stand beside its text: 'Cite this clause'. They are no addition. */
async function withoutFurniture(held, site) {
  if (held?.verdict !== "differs") return held;
  const own = await bytesAt(held.edition.row.whole);
  const known = own ? site.pageText(new TextDecoder().decode(own)).beside : [];
  const shown = held.shown.map((one) => {
    const own = one.pieces.every(([sign, words]) => sign === "=" || (sign === "+" && consistsOf(words, known)));
    return own ? { ...one, state: "same" } : one;
  });
  return settled({ ...held, shown, extra: held.extra.filter(({ words }) => !consistsOf(words, known)) });
}

/** Whether `words` are nothing but `lines`, one behind another, whatever their capitals. */
export function consistsOf(words, lines) {
  const known = [...new Set(lines.map((line) => line.toLowerCase()))].filter(Boolean).sort((one, other) => other.length - one.length);
  let rest = `${words.toLowerCase()} `;
  while (rest) {
    const line = known.find((one) => rest.startsWith(`${one} `));
    if (line === undefined) return false;
    rest = rest.slice(line.length + 1);
  }
  return true;
}

/* What a saved page has beside the text and our own page has not. */
async function besidePage(page, best, site) {
  const { row } = best.edition;
  const rest = new URL(page.canonical || ".", "https://x.example/").pathname.split(`/${row.agreement}/${row.version}/`)[1];
  const there = /^(?:[\w.-]+\/)*$/.test(rest ?? "-") && !(rest ?? "").includes("..") ? row.address + rest : row.whole;
  const own = page.beside.length ? await bytesAt(there) : undefined;
  const known = new Set(own ? site.pageText(new TextDecoder().decode(own)).beside : []);
  const strange = page.beside.filter((line) => !known.has(line));
  return strange.length ? [site.words.beside, ...strange.slice(0, MOST_NAMED).map((line) => `“${short(line, 200)}”`)] : [];
}

const missed = ({ words: w, missing, inconsistent }) => [
  ...(missing.length ? [fill(w.not_loaded, missing.map((row) => nameOf(w, row)).join("; "))] : []),
  ...(inconsistent.length ? [fill(w.inconsistent, inconsistent.map((row) => nameOf(w, row)).join("; "))] : []),
];

/* The hashes of an edition, and its signature where there is one. */
async function addProof(answer, edition, site, signature) {
  const { words: w, files } = site;
  if (!hashes()) return;
  answer.facts.push([w.hash, edition.row.sha256], [w.manifest, await sha256(edition.manifest)]);
  const armoured = signature ?? (edition.row.signed ? await textAt(edition.row.address + files.signature) : undefined);
  if (armoured === undefined) return void answer.facts.push([w.signature, w.signed_none]);
  const read = readSignature(armoured);
  const said = read ? await checkSignature(read, edition.manifest, site.namespace) : "bad";
  answer.says.push(fill(w[`signed_${said}`], `ssh-keygen -Y verify -n ${site.namespace}`));
  if (said === "bad") answer.tone = "wrong";
  if (!read) return;
  const line = keyLine(read.publicKey), known = Object.hasOwn(site.signers, line);
  if (said === "good") answer.says.push(known ? fill(w.signed_by, site.signers[line]) : w.signed_unknown, w.signed_known);
  if (said === "good" && !known && answer.tone === "ok") answer.tone = "doubt";
  answer.facts.push([w.key, await fingerprint(read.publicKey)]);
}

async function textAt(address) {
  const bytes = await bytesAt(address);
  return bytes && new TextDecoder().decode(bytes);
}

/* A hash: of an edition, its manifest or one of its parts. */
async function ofHash({ hash }, site) {
  const { words: w } = site;
  const found = [];
  for (const edition of site.editions) {
    if (edition.row.sha256 === hash) found.push([edition, w.sha_edition]);
    else if (hashes() && (await sha256(edition.manifest)) === hash) found.push([edition, fill(w.sha_manifest, site.files.manifest)]);
    else for (const list of LISTS) {
      for (const { id, sha256: known } of edition.told[list]) {
        if (known === hash) found.push([edition, fill(w.sha_part, unitName(edition.units.find((unit) => unit.id === id) ?? { name: id }))]);
      }
    }
  }
  if (!found.length) return { tone: "doubt", head: w.unknown_hash, says: [w.sha_unknown, ...missed(site)], facts: [[w.hash, hash]] };
  const [[edition, said]] = found;
  const others = [...new Set(found.map(([one]) => one))].slice(1);
  const answer = { tone: "ok", head: w.known_hash, row: edition.row, says: [said, w.hash_only], facts: [] };
  if (others.length) answer.says.push(fill(w.same_as, others.map(({ row }) => nameOf(w, row)).join("; ")));
  await addProof(answer, edition, site);
  return answer;
}

const named = (value, version, { editions }) => editions.find(({ row }) => row.agreement === value.agreement && row.version === version);
const notHere = (site, value, version) => ({
  tone: "doubt", head: site.words.wrong_file, says: [fill(site.words.not_here, short(version), short(value.agreement)), ...missed(site)], facts: [],
});

/* A manifest is held against the published one, whose hashes were held against the text. */
async function ofManifest({ value, bytes, text, signature }, site) {
  const { words: w } = site;
  const edition = named(value, value.version, site);
  if (!edition) return notHere(site, value, value.version);
  const given = bytes ?? new TextEncoder().encode(text);
  const same = given.length === edition.manifest.length && given.every((byte, at) => byte === edition.manifest[at]);
  const other = same ? [] : differing(edition.told, value).slice(0, MOST_NAMED);
  const answer = same
    ? { tone: "ok", head: w.genuine_manifest, row: edition.row, says: [w.manifest_said], facts: [] }
    : { tone: "wrong", head: w.wrong_file, row: edition.row, says: [other.length ? fill(w.manifest_differs, other.join(", ")) : w.not_bytes], facts: [] };
  await addProof(answer, edition, site, signature);
  return answer;
}

async function ofReceipt({ value }, site) {
  const { words: w } = site;
  const edition = named(value, value.version, site);
  if (!edition) return notHere(site, value, value.version);
  const { told, row } = edition;
  const parts = new Map(LISTS.flatMap((list) => told[list].map(({ id, sha256: known }) => [id, known])));
  const rows = [["sha256", told.sha256, value.sha256], ["effective", told.effective, value.effective ?? null], ["recipe", told.recipe, value.recipe]];
  if (hashes()) rows.push(["manifest", await sha256(edition.manifest), value.manifest]);
  rows.push(...value.held.map(({ id, sha256: said }) => [short(id), parts.get(id), said]));
  const other = rows.filter(([, expected, found]) => expected !== found);
  const names = value.held.map(({ id }) => unitName(edition.units.find((unit) => unit.id === id) ?? { name: short(id) }));
  const answer = other.length
    ? { tone: "wrong", head: w.wrong_receipt, row, says: other.map(([name, expected, found]) => fill(w.frame, name, short(found ?? w.none, 64), short(expected ?? w.none, 64))), facts: [] }
    : { tone: "ok", head: w.genuine_receipt, row, says: [w.receipt_said, ...(names.length ? [fill(w.receipt_held, names.join("; "))] : [])], facts: [] };
  await addProof(answer, edition, site);
  return answer;
}

async function ofAcceptance({ value }, site) {
  const { words: w } = site;
  const edition = named(value, value.edition, site);
  if (!edition) return notHere(site, value, value.edition);
  const same = value.sha256 === edition.row.sha256;
  const answer = { tone: same ? "ok" : "wrong", head: same ? w.known_hash : w.unknown_hash, row: edition.row, says: [same ? w.acceptance : w.acceptance_wrong], facts: [] };
  await addProof(answer, edition, site);
  return answer;
}

/* A signature alone: under which manifest it stands. */
async function ofSignature({ text }, site) {
  const { words: w } = site;
  const read = readSignature(text);
  let unable = false;
  for (const edition of read ? site.editions : []) {
    const said = await checkSignature(read, edition.manifest, site.namespace);
    unable ||= said === "unable";
    if (said !== "good") continue;
    const answer = { tone: "ok", head: w.good_signature, row: edition.row, says: [], facts: [] };
    await addProof(answer, edition, site, text);
    return answer;
  }
  if (unable) return { tone: "doubt", head: w.unable_signature, says: [fill(w.signed_unable, `ssh-keygen -Y verify -n ${site.namespace}`)], facts: [] };
  return { tone: "wrong", head: w.bad_signature, says: [w.signs_nothing, ...missed(site)], facts: read ? [[w.key, await fingerprint(read.publicKey)]] : [] };
}
