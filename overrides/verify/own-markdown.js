/* The words that our own Markdown of an edition shows, without the signs of Markdown in it. A pure function; the program
   does the same in proof/markdown_file.py. */

const FRONT = /^\s*---\n((?:.*\n){1,40}?)---\n/;
const OURS = /^sha256: "/m;
const PART = /^<!-- [\w.-]{1,80}\.md(?: \w+="[^"\n]*")* -->$/;
const RULE = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;
const BEGIN = /^\s*(?:#{1,6}\s+|:\s+(?=\S))/;
const PICTURE = /!\[[^[\]]*\]\([^()\s]*\)/g;
const SIGN = /\\([!-/:-@[-`{-~])|\[\^([^[\]\s]+)\](:?)|\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)|<((?:https?:\/\/|mailto:)[^<>\s]+)>|(<br>|\|)|[*_]{1,3}/g;

/** Those words, on their lines; undefined where `text` is no such file. @type {(text: string) => string | undefined} */
export function wordsShown(text) {
  const lines = text.replaceAll("\r\n", "\n"), head = FRONT.exec(lines);
  if (!head || !OURS.test(head[1])) return undefined;
  const body = lines.slice(head[0].length).split("\n");
  return body.filter((line) => !PART.test(line.trim()) && !RULE.test(line)).map(shown).join("\n");
}

const shown = (line) => line.replace(BEGIN, "").replace(PICTURE, "").replace(SIGN, (_, escaped, note, below, words, address, apart) =>
  (note ? (below ? note : "") : escaped || words || address || (apart ? " " : "")));
