/* A Word file (.docx) as the words that it shows, with the numbers that Word counts; hidden text, properties and attachments
   count for nothing. Pure functions. */

import { counterOf } from "./word-numbers.js";

const MOST_PARTS = 5000, MOST_UNPACKED = 24_000_000; // as clausule verify has it
const MAIN = ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"];
const TOKEN = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const OFF = ["0", "false", "off"];
const DRAWN = ["drawing", "pict", "object", "contentPart"];

/** Whether bytes are a zip, as a Word file is. @type {(bytes: Bytes) => boolean} */
export const isZip = (bytes) => String.fromCharCode(...bytes.subarray(0, 4)) === "PK\x03\x04";

/** The words of a Word file; a fault where it is none, damaged, locked or a trap. @type {(bytes: Bytes) => Promise<Given>} */
export async function readWord(bytes) {
  try {
    const parts = partsOf(bytes);
    const read = async (name) => (parts.has(name) ? unescapedXml(await unpacked(bytes, parts.get(name))) : "");
    const main = related(await read("_rels/.rels"), "", "officeDocument") ?? "word/document.xml";
    if (!parts.has(main)) return { fault: ["no_word"] };
    const [, folder, name] = /^(.*?)([^/]*)$/.exec(main);
    const relations = await read(`${folder}_rels/${name}.rels`);
    const styles = stylesOf(await read(related(relations, folder, "styles") ?? ""));
    const notes = notesOf(await read(related(relations, folder, "footnotes") ?? ""), styles);
    const count = counterOf(tokens(await read(related(relations, folder, "numbering") ?? "")));
    const found = textOf(await read(main), styles, notes, count);
    return found.text.trim() ? { kind: "word", ...found } : { fault: ["empty"] };
  } catch {
    return { fault: ["no_word"] };
  }
}

/** The parts in a zip by name: where each begins, how long it is packed, how it is packed. @type {(bytes: Bytes) => Map<string, Packed>} */
export function partsOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= Math.max(0, bytes.length - 22 - 0xffff) && view.getUint32(end, true) !== 0x06054b50) end--;
  const count = view.getUint16(end + 10, true), parts = new Map();
  let at = view.getUint32(end + 16, true);
  if (count > MOST_PARTS) throw new RangeError("too many parts");
  for (let number = 0; number < count; number++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new RangeError("no part");
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const name = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (parts.has(name)) throw new RangeError("a part twice");
    parts.set(name, { flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), size: view.getUint32(at + 20, true), begin: view.getUint32(at + 42, true) });
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

/* The text of a part. Never more is unpacked than a part may have. */
async function unpacked(bytes, { flags, method, size, begin }) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (flags & 1 || (method !== 0 && method !== 8) || view.getUint32(begin, true) !== 0x04034b50) throw new RangeError("locked");
  const from = begin + 30 + view.getUint16(begin + 26, true) + view.getUint16(begin + 28, true);
  const packed = bytes.slice(from, from + size);
  const stream = new Blob([packed]).stream();
  const reader = (method ? stream.pipeThrough(new DecompressionStream("deflate-raw")) : stream).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "", length = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    length += chunk.value.length;
    if (length > MOST_UNPACKED) {
      await reader.cancel();
      throw new RangeError("too large");
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

/* XML that declares nothing: an entity could grow without end. */
function unescapedXml(text) {
  if (/<!DOCTYPE/i.test(text)) throw new SyntaxError("a document type");
  return text;
}

/* The elements and words of XML in order: [name, attributes, "open" | "close" | "words"]; names of Word's have no prefix. */
function* tokens(xml) {
  const own = new Set();
  for (const [, prefix, , space] of xml.matchAll(/xmlns(?::([^\s=]+))?=(["'])(.*?)\2/g)) if (MAIN.includes(space)) own.add(prefix ?? "");
  for (const [, data, close, name, rest, empty, words] of xml.matchAll(TOKEN)) {
    if (name === undefined) {
      if (data !== undefined || words !== undefined) yield [data ?? decoded(words), {}, "words"];
      continue;
    }
    const [prefix, local] = name.includes(":") ? name.split(":") : ["", name];
    const known = own.has(prefix) ? local : `${prefix}:${local}`;
    if (close) yield [known, {}, "close"];
    else {
      const attributes = Object.fromEntries([...rest.matchAll(ATTRIBUTE)].map(([, key, one, other]) => [key.split(":").at(-1), decoded(one ?? other)]));
      yield [known, attributes, "open"];
      if (empty) yield [known, {}, "close"];
    }
  }
}

const decoded = (text) => text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, digits, name) =>
  name ? ENTITIES[name] ?? all : String.fromCodePoint(parseInt(hex ?? digits, hex ? 16 : 10)));

/* The part that another names, by the kind of their relation. */
function related(xml, folder, kind) {
  for (const [name, one, state] of tokens(xml)) {
    if (state !== "open" || !name.endsWith("Relationship") || one.TargetMode === "External" || one.Type?.split("/").at(-1) !== kind) continue;
    return one.Target.startsWith("/") ? one.Target.slice(1) : new URL(folder + one.Target, "zip:///").pathname.slice(1);
  }
  return undefined;
}

/* What a property of words says of how they look: that a line goes through them, or that they can hardly be seen. */
function lookOf(name, { val, fill }) {
  if (["strike", "dstrike"].includes(name)) return { [name]: !OFF.includes(val) };
  if (name === "color") return { faint: /^(?:[ef][\da-f]){3}$/i.test(val) };
  if (name === "sz") return { small: Number(val) < 8 };
  if (name === "highlight") return { paper: val !== "none" };
  return name === "shd" ? { paper: /^[\da-f]{6}$/i.test(fill) && !/^f{6}$/i.test(fill) } : {};
}

const isOdd = ({ strike, dstrike, faint, small, paper }, dark) => Boolean(strike || dstrike || small || (faint && !paper && !dark));

/* Of each style whether it hides words, how they look, the level of its heading, and its numbering. */
function stylesOf(xml) {
  const found = new Map();
  let style, inRun = false, initial = false;
  for (const [name, one, state] of tokens(xml)) {
    if (name === "style" && state === "open") found.set(one.styleId, style = { id: one.styleId, level: 0 });
    else if (name === "style") style = undefined;
    else if (name === "rPr") inRun = state === "open";
    else if (state !== "open") continue;
    else if (style && inRun && name !== "vanish") Object.assign(style.looks ??= {}, lookOf(name, one));
    else if (name === "vanish" && inRun) {
      if (style) style.hides = !OFF.includes(one.val);
      else initial = !OFF.includes(one.val);
    } else if (name === "basedOn" && style) style.based = one.val;
    else if (name === "numId" && style) style.number = one.val;
    else if (name === "ilvl" && style) style.at = Number(one.val);
    else if (name === "name" && style) style.level = Number(/^heading (\d)/i.exec(one.val)?.[1] ?? (/^title$/i.test(one.val) ? 1 : 0));
  }
  const hides = (id, deep = 0) => {
    const one = found.get(id);
    return one?.hides ?? (one && deep < 30 ? hides(one.based, deep + 1) : initial);
  };
  const first = (id, key, deep = 0) => {
    const one = found.get(id);
    return one?.[key] ?? (one && deep < 30 ? first(one.based, key, deep + 1) : undefined);
  };
  const looks = (id, deep = 0) => {
    const one = found.get(id);
    return one && deep < 30 ? { ...looks(one.based, deep + 1), ...one.looks } : {};
  };
  return { hides, looks, level: (id) => found.get(id)?.level ?? 0, number: (id) => first(id, "number"), at: (id) => first(id, "at") };
}

/* The words of each footnote by its number. */
function notesOf(xml, styles) {
  const notes = new Map();
  for (const [, id, inner] of xml.matchAll(/<(?:\w+:)?footnote\b[^>]*?\bid=["'](-?\d+)["'][^>]*>([^]*?)<\/(?:\w+:)?footnote>/g)) {
    const spaces = [...xml.matchAll(/xmlns(?::[^\s=]+)?=(?:"[^"]*"|'[^']*')/g)].map(([space]) => space);
    notes.set(id, textOf(`<x ${[...new Set(spaces)].join(" ")}>${inner}</x>`, styles, new Map(), () => "").text.trim());
  }
  return notes;
}

/* The words that a text shows, a line for each paragraph; how many changes nobody accepted or refused (they are read as
   accepted), whether there are hidden words or such as data in it replace, how many pictures, which words do not look as
   they are, and what it shows besides. */
function textOf(xml, styles, notes, count) {
  const plain = { hides: styles.hides(""), looks: {}, level: 0, number: undefined, at: undefined };
  const lines = [], beside = [], odd = [], fields = [], open = [], waiting = [];
  let line = "", run, paragraph = { ...plain }, pending = 0, hidden = false, gone = 0, boxed = 0, choice = 0, chapters = false, above = 0, lost = false, pictures = 0, bound = false, dark = false;
  const within = (name) => open.includes(name);
  const put = (words) => {
    if (gone) return;
    if (boxed || choice) beside.push(words);
    else if (run?.hides ?? paragraph.hides) hidden ||= Boolean(words.trim());
    else if (fields.every(Boolean)) {
      line += words;
      if (run && words.trim() && isOdd(run.looks, dark)) odd.push(words);
    }
  };
  const flush = () => lines.push(...waiting.splice(0));
  for (const [name, one, state] of tokens(xml)) {
    if (state === "words") {
      if (["t", "delText"].includes(open.at(-1))) put(name);
      else if (open.at(-1)?.endsWith(":t")) beside.push(name); // a formula
      continue;
    }
    if (state === "close") {
      open.pop();
      if (["del", "moveFrom"].includes(name) && !within("rPr") && !within("trPr")) gone--;
      else if ([...DRAWN, "v:textbox"].includes(name)) boxed--;
      else if (name === "tc") dark = false;
      else if (name === "mc:Choice") choice--;
      else if (name === "r") run = undefined;
      else if (name === "p" && !boxed && !choice) {
        if (!lost) {
          if (paragraph.level && line.trim()) {
            chapters ||= above === 1 && paragraph.level === 2;
            if (paragraph.level === 1 || (chapters && paragraph.level === 2)) flush();
          }
          above = paragraph.level;
          const mark = line.trim() && paragraph.number ? count(paragraph.number, paragraph.at ?? 0) : "";
          lines.push(mark ? `${mark} ${line}` : line);
          line = "";
        }
        paragraph = { ...plain };
        lost = false;
      }
      continue;
    }
    open.push(name);
    if (["ins", "del", "moveFrom", "moveTo"].includes(name)) {
      pending++;
      const mark = within("rPr") && within("pPr");
      if (mark) lost ||= ["del", "moveFrom"].includes(name);
      else if (["del", "moveFrom"].includes(name) && !within("rPr") && !within("trPr")) gone++;
      else if (within("trPr") && name === "del") throw new RangeError("a row that is pending");
    } else if ([...DRAWN, "v:textbox"].includes(name)) {
      if (!boxed && !choice && !gone) pictures++;
      boxed++;
    } else if (name === "dataBinding") bound = true;
    else if (name === "mc:Choice") choice++;
    else if (["altChunk", "subDoc"].includes(name)) beside.push(name);
    else if (name === "r") run = { hides: paragraph.hides, looks: { ...paragraph.looks } };
    else if (name === "pStyle") Object.assign(paragraph, { hides: styles.hides(one.val), looks: { ...styles.looks(one.val), ...paragraph.looks }, level: styles.level(one.val), number: styles.number(one.val), at: styles.at(one.val) });
    else if (name === "numId" && within("pPr")) paragraph.number = one.val;
    else if (name === "ilvl" && within("pPr")) paragraph.at = Number(one.val);
    else if (name === "rStyle" && run) {
      run.hides = styles.hides(one.val) || run.hides;
      Object.assign(run.looks, styles.looks(one.val));
    }
    else if (name === "vanish" && run && within("rPr")) run.hides = !OFF.includes(one.val);
    else if (run && within("rPr")) Object.assign(run.looks, lookOf(name, one));
    else if (name === "shd" && within("tcPr")) ({ paper: dark } = lookOf(name, one));
    else if (name === "shd" && within("pPr")) Object.assign(paragraph.looks, lookOf(name, one));
    else if (name === "tab") { if (within("r")) put(" "); }
    else if (["br", "cr"].includes(name)) put("\n");
    else if (name === "noBreakHyphen") put("-");
    else if (/^(?:sym|pgNum|(?:day|month|year)(?:Short|Long))$/.test(name)) put("\ufffd");
    else if (name === "fldChar") {
      if (one.fldCharType === "begin") fields.push(false);
      else if (one.fldCharType === "separate" && fields.length) fields[fields.length - 1] = true;
      else if (one.fldCharType === "end") fields.pop();
    } else if (name === "footnoteReference" && !gone && notes.has(one.id)) waiting.push(notes.get(one.id));
  }
  lines.push(line);
  flush();
  return { text: lines.join("\n"), pending, hidden, pictures, bound, odd: odd.join(" ").trim(), beside: beside.join(" ").trim() };
}
