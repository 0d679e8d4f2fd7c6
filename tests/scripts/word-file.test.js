/* A Word file is read by the words that it shows; whatever else is in it, and whatever is done to its zip, is told. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { script } from "./find.js";

const { isZip, readWord } = await script("word-file");

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/* A zip; `alter` changes what its directory says of a part. */
function zip(parts, alter = (row) => row) {
  const encode = (text) => new TextEncoder().encode(text);
  const files = [], rows = [];
  let at = 0;
  for (const [name, text] of parts) {
    const data = encode(text), packed = deflateRawSync(data), title = encode(name);
    const row = alter({ flags: 0, method: 8, size: packed.length, whole: data.length, begin: at, name });
    const head = Buffer.alloc(30), entry = Buffer.alloc(46);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(title.length, 26);
    entry.writeUInt32LE(0x02014b50, 0);
    [[8, row.flags], [10, row.method], [28, title.length]].forEach(([place, value]) => entry.writeUInt16LE(value, place));
    [[20, row.size], [24, row.whole], [42, row.begin]].forEach(([place, value]) => entry.writeUInt32LE(value, place));
    files.push(head, title, packed);
    rows.push(entry, title);
    at += head.length + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, ...rows, end]));
}

const body = (inner) => `<?xml version="1.0"?><w:document ${W}><w:body>${inner}<w:sectPr/></w:body></w:document>`;
const run = (words, looks = "") => `<w:r>${looks ? `<w:rPr>${looks}</w:rPr>` : ""}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const para = (inner, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const word = (inner, more = []) => zip([["word/document.xml", body(inner)], ...more]);
const read = async (inner, more) => readWord(word(inner, more));
const RELATIONS = (...kinds) => ["word/_rels/document.xml.rels", `<Relationships xmlns="x">${kinds.map((kind) => `<Relationship Id="${kind}" Type="${RELATION}/${kind}" Target="${kind}.xml"/>`).join("")}</Relationships>`];

test("the words of a text are those of its runs, a line for each paragraph and cell", async () => {
  const table = `<w:tbl><w:tr><w:tc>${para(run("Naam"))}</w:tc><w:tc>${para(run("Datum"))}</w:tc></w:tr></w:tbl>`;
  const { kind, text } = await read(para(run("Verwerker &amp; &#8220;Klant&#x201D;") + run("<![CDATA[ < ]]>") + "<w:r><w:tab/><w:br/></w:r>" + run("af")) + table);
  assert.deepEqual([kind, text], ["word", "Verwerker & “Klant” < \u0020\naf\nNaam\nDatum\n"]);
  assert.ok(isZip(word("")) && !isZip(new Uint8Array([80, 75])));
});

test("hidden words count for nothing, whether a run, its style or that of its paragraph hides them", async () => {
  const styles = `<w:styles ${W}><w:style w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Ook"><w:basedOn w:val="Weg"/></w:style></w:styles>`;
  const more = [RELATIONS("styles"), ["word/styles.xml", styles]];
  const inner = para(run("een", "<w:vanish/>") + run("twee", '<w:vanish w:val="0"/>') + run("drie", '<w:rStyle w:val="Ook"/>')) + para(run("vier"), '<w:pStyle w:val="Weg"/>');
  const { text, hidden } = await read(inner, more);
  assert.deepEqual([text.trim(), hidden], ["twee", true]);
});

test("changes that are pending are read as accepted, and counted", async () => {
  const gone = (inner) => `<w:del w:id="1">${inner.replaceAll("w:t", "w:delText")}</w:del>`;
  const inner = para(gone(run("oud ")) + `<w:ins w:id="2">${run("nieuw ")}</w:ins>`, '<w:rPr><w:del w:id="3"/></w:rPr>') + para(run("lid"));
  const { text, pending } = await read(inner);
  assert.deepEqual([text.trim(), pending], ["nieuw lid", 3]);
});

test("what a file shows besides its text is told: boxes, other forms, other documents", async () => {
  assert.equal((await read(para(run("tekst") + "<w:r><w:pict><w:t>kader</w:t></w:pict></w:r>"))).beside, "kader");
  const forms = `<mc:AlternateContent><mc:Choice>${run("anders")}</mc:Choice><mc:Fallback>${run("tekst")}</mc:Fallback></mc:AlternateContent>`;
  const { text, beside } = await read(para(forms));
  assert.deepEqual([text.trim(), beside], ["tekst", "anders"]);
  assert.equal((await read(`<w:altChunk/>${para(run("tekst"))}`)).beside, "altChunk");
});

test("what a reader sees and is no word of the text is told: formulas, pictures, days, data", async () => {
  const maths = "<m:oMath><m:r><m:t>2 uur</m:t></m:r></m:oMath>", field = "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr></w:sdt>";
  const { text, beside, pictures, bound } = await read(para(run("tekst") + maths + "<w:r><w:drawing/></w:r><w:r><w:pict/></w:r><w:r><w:yearLong/></w:r>" + field));
  assert.deepEqual([text.trim(), beside, pictures, bound], ["tekst\ufffd", "2 uur", 2, true]);
  const plain = await read(para(run("tekst")));
  assert.deepEqual([plain.beside, plain.pictures, plain.bound, plain.odd], ["", 0, false, ""]);
});

test("words that do not look as they are are told: lines through them, no colour, no size", async () => {
  const styles = `<w:styles ${W}><w:style w:styleId="Weg"><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId="Ook"><w:basedOn w:val="Weg"/></w:style></w:styles>`;
  const more = [RELATIONS("styles"), ["word/styles.xml", styles]];
  const dark = '<w:shd w:val="clear" w:fill="1F3A5F"/>', white = '<w:color w:val="FFFFFF"/>';
  const odd = async (inner) => (await read(inner, more)).odd;
  for (const look of ["<w:strike/>", "<w:dstrike/>", white, '<w:sz w:val="7"/>', '<w:rStyle w:val="Ook"/>']) assert.equal(await odd(para(run("een") + run("niet", look))), "niet");
  assert.equal(await odd(para(run("niet"), '<w:pStyle w:val="Ook"/>')), "niet");
  for (const look of ['<w:strike w:val="0"/>', `${white}${dark}`, `${white}<w:highlight w:val="black"/>`, '<w:color w:val="595959"/>', '<w:sz w:val="8"/>']) assert.equal(await odd(para(run("niet", look))), "");
  assert.equal(await odd(para(run("niet", white), dark) + `<w:tbl><w:tr><w:tc><w:tcPr>${dark}</w:tcPr>${para(run("kop", white))}</w:tc></w:tr></w:tbl>`), "");
  assert.equal(await odd(`<w:tbl><w:tr><w:tc><w:tcPr>${dark}</w:tcPr>${para("")}</w:tc><w:tc>${para(run("kop", white))}</w:tc></w:tr></w:tbl>`), "kop");
});

test("what a field asks is no word, and what it showed last is", async () => {
  const field = ["begin", "separate", "end"].map((kind) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`);
  const { text } = await read(para(run("artikel ") + field[0] + "<w:r><w:instrText>REF x</w:instrText></w:r>" + run("niet") + field[1] + run("7.2") + field[2]));
  assert.equal(text.trim(), "artikel 7.2");
});

test("a footnote stands behind the article that refers to it", async () => {
  const notes = `<w:footnotes ${W}><w:footnote w:id="1">${para(run("De noot."))}</w:footnote></w:footnotes>`;
  const styles = `<w:styles ${W}><w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style></w:styles>`;
  const head = (words) => para(run(words), '<w:pStyle w:val="Kop1"/>');
  const inner = head("Artikel 1") + para(run("Lid.") + '<w:r><w:footnoteReference w:id="1"/></w:r>') + head("Artikel 2") + para(run("Slot."));
  const { text } = await read(inner, [RELATIONS("styles", "footnotes"), ["word/styles.xml", styles], ["word/footnotes.xml", notes]]);
  assert.deepEqual(text.trim().split("\n"), ["Artikel 1", "Lid.", "De noot.", "Artikel 2", "Slot."]);
});

test("numbers are those that Word counts, also by a style, and each list within a clause begins anew", async () => {
  const level = (at, figures, text, more = "") => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${figures}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const lists = `<w:numbering ${W}><w:abstractNum w:abstractNumId="1">${level(0, "upperRoman", "Artikel %1.")}${level(1, "decimal", "%1.%2", "<w:isLgl/>")}${level(2, "lowerLetter", "(%3)")}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`;
  const styles = `<w:styles ${W}><w:style w:styleId="Kop"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
  const at = (number, step) => `<w:numPr><w:ilvl w:val="${step}"/><w:numId w:val="${number}"/></w:numPr>`;
  const rows = [["A", '<w:pStyle w:val="Kop"/>'], ["b", at(1, 1)], ["c", at(1, 2)], ["d", at(1, 2)], ["e", at(1, 1)], ["f", at(1, 2)], ["g", at(2, 2)], ["B", '<w:pStyle w:val="Kop"/>'], ["h", at(1, 1)], ["i", at(0, 0)]];
  const { text } = await read(rows.map(([words, properties]) => para(run(words), properties)).join(""), [RELATIONS("styles", "numbering"), ["word/styles.xml", styles], ["word/numbering.xml", lists]]);
  assert.deepEqual(text.trim().split("\n"), ["Artikel I. A", "1.1 b", "(a) c", "(b) d", "1.2 e", "(a) f", "(e) g", "Artikel II. B", "2.1 h", "i"]);
});

test("the text is the part that the package names", async () => {
  const relation = `<Relationships><Relationship Type="${RELATION}/officeDocument" Target="word/other.xml"/></Relationships>`;
  const { text } = await read(para(run("schijn")), [["_rels/.rels", relation], ["word/other.xml", body(para(run("echt")))]]);
  assert.equal(text.trim(), "echt");
});

test("what is no Word file, locked, damaged or a trap is refused", async () => {
  const fine = [["word/document.xml", body(para(run("woorden")))]];
  assert.equal((await readWord(zip(fine))).kind, "word");
  const bad = [
    new Uint8Array([80, 75, 3, 4]), zip([["x.txt", "x"]]), zip([...fine, ...fine]), zip(fine).subarray(0, -40),
    zip(fine, (row) => ({ ...row, flags: 1 })), zip(fine, (row) => ({ ...row, method: 12 })), zip(fine, (row) => ({ ...row, begin: 99 })),
    zip([["word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]>${body("")}`]]),
    zip([["word/document.xml", body(para(run(" ".repeat(25_000_000))))]]),
  ];
  for (const one of bad) assert.deepEqual((await readWord(one)).fault, ["no_word"]);
  assert.deepEqual((await readWord(zip([["word/document.xml", body(para(run("weg", "<w:vanish/>")))]]))).fault, ["empty"]);
});
