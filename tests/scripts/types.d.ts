/* The types of what the scripts of the theme are given; a script names them in its JSDoc. */

type Words = Record<string, string>;
type Edit = [sign: string, text: string];
type Fault = { fault?: [string, ...unknown[]] };

/** Which edition applies: `until` is empty where nothing follows. */
type Span = { from: string; until?: string; whom?: string; known?: string };
type Answer<S> = { keys: string[]; edition?: S; before?: S; some?: S[] };

/** A row of the list of sub-processors; days are words. */
type ListRow = { announced?: string; active?: string; ended?: string; withdrawn?: string; sinceUnknown?: string };
/** Words of a redline with their sign. */
type Piece = [string, string];

/** How an edition stands from a day on; the first phase is from the begin of time. */
type Phase = { from: string; kind: string; word: string; sentence: string };
type NamedRow = { name: string; active?: string; countries: string };

/** A control of a questionnaire, and a report of its answers. */
type Ask = {
  id: string; kind: string; label: string; options: string[]; when: [string, string] | null; question: string; heading: string;
  group: string; required: boolean; asked: string;
};
type Values = Map<string, string>;
type ReportRow = { label: string; answer?: string; state: string; was?: string; follows: boolean };
type ReportGroup = { group: string; questions: { id: string; heading: string; asked: string; rows: ReportRow[] }[] };
type Answered = { report: number; saved: string; values: Values };
type FormState = {
  values: Values; report: number; saved?: string; discovered?: string | number; informed?: string | number; previous?: Partial<Answered>;
};
type About = { schema: string; agreement: string; edition: string; sha256: string; annex: string };

/** `vergelijken/gegevens.json`: what an edition has is in runs of [first edition, value]. */
type Run<V> = [number, V];
type PackedSpot = [id: string, number: string, name: string, mark: string, within: string, address: string, top: number, heading: boolean, short: string, ...unknown[]];
type Link = [words: string, target: string];
type PackedStrand = { texts: string[]; at: Run<number | null>[]; redlines?: Words };
type PackedLineage = PackedStrand & {
  spots: Run<PackedSpot | null>[]; moves?: Run<number>[]; why?: [number, string][]; meant?: number[]; measure?: boolean; users?: Run<number[]>[];
  links?: Run<Link[]>[];
};
type EditionHead = { version: string; label: string; name: string; short: string; spoken: string; from: string; until?: string; never?: boolean; whom?: string; known?: string };
type Told = {
  words: Words & { answers: Words }; labels: Words; measures: Words; natures: Words; notes: Words; hopeless: string[];
  shares: { nothing: number; collapsed: number }; counted: Record<string, [string, string]>; editions: EditionHead[];
};
type Packed = Told & { lineages: PackedLineage[]; families: (PackedStrand & { members: number[]; events: number[][] })[]; order: Run<number[]>[] };

/** The same, unpacked: a value for each edition. */
type Spot = {
  id: string; number: string; name: string; mark: string; within: string; address: string; top: number; heading: boolean; short: string;
  aliases: unknown[];
};
type Placed = Spot & { lineage: number };
type Strand = { texts: string[]; at: (number | null)[]; redlines: Words };
type Lineage = Strand & {
  spots: (Spot | null)[]; moves: number[]; why: [number, string][]; meant: number[]; measure: boolean; users: number[][]; links: Link[][];
};
type Family = Strand & { members: number[]; events: number[][] };
type Data = Told & { lineages: Lineage[]; families: Family[]; order: number[][] };
type Kind = "added" | "removed" | "changed" | "moved" | "unchanged";
type Row = {
  kind: Kind; lineage: number; was: Placed[]; is: Placed[]; top: number; edits: Edit[]; links: [string, string | null, string | null][]; moved: boolean; renumbered: boolean;
};
type Group = { top: number; rows: Row[] };

type Place = { page: string; name: string };
type Elsewhere = { address: string; name?: string };

/** A signature as `ssh-keygen -Y sign` writes it; `publicKey` is the whole key with its kind, `key` the 32 bytes of Ed25519. */
type Bytes = Uint8Array<ArrayBuffer>;
type Signature = { publicKey: Bytes; key: Bytes; namespace: string; reserved: Bytes; hash: string; signature: Bytes };

/** What somebody gave to be checked. */
type Packed = { flags: number; method: number; size: number; begin: number };
type Given = { kind?: "hash" | "signature" | "html" | "text" | "word" | "pdf" | "receipt" | "manifest" | "acceptance" | "canonical" | "data"; hash?: string; text?: string; value?: any; bytes?: Bytes; fault?: [string, ...unknown[]]; pending?: number; hidden?: boolean; beside?: string };
type GivenWord = { word: string; first: boolean };

/** An edition to hold it against. A word of a heading, a number or a term (`kind`) may be typed otherwise. */
type Word = { word: string; kind: "" | "head" | "mark" | "term"; first?: boolean };
type Unit = { id: string; number: string; name: string; within: string; words: Word[]; part: unknown };
type Edition = { row: any; units: Unit[]; of: Word[]; owner: Int32Array; starts: number[]; known: Set<string>; runs: Set<string> };
type Piece = [sign: "=" | "-" | "+", words: string];
type ShownUnit = { unit: Unit; index: number; state: "same" | "filled" | "changed" | "absent"; pieces: Piece[]; cut: boolean };
type Held = {
  edition: Edition; verdict: "whole" | "part" | "differs" | "unknown"; cost: number; matched: number; given: number; shown?: ShownUnit[]; outside?: Unit[];
  extra?: { after: number; words: string }[]; cut?: { head: boolean; tail: boolean }; unmarked?: number; loosely?: number; places?: Unit[];
};

/** What the search knows of a language, and a part of an edition that it looks through. */
type SearchWords = {
  ids: Record<string, string>; article: string[]; clause: string[]; annex: string[]; item: string[]; ordinals: Record<string, string>;
  acts: string[]; define: string[]; asks: [string[], string[]][]; small: string[]; forms: string[][]; stem: [string, string][]; joints: string[]; synonyms: string[][];
};
type SearchEntry = { at: string; label: string; title: string; text: string; kind: string; sub?: string; key?: string; in?: string; items?: [string, number][]; also?: string[] };
type Stemmed = { shown: string; stems: string[] };
type SearchIndex = {
  entries: SearchEntry[]; known: SearchWords; stem: (word: string) => string; small: Set<string>; words: Map<string, Map<number, number>>;
  stems: Map<string, string[]>; heads: Set<string>; runs: [string, string][]; lengths: number[]; places: Map<string, SearchEntry[]>;
  groups: Stemmed[][]; asks: [Stemmed[], Stemmed[]][]; memory: Map<string, object[]>; whole: string;
};
type Found = {
  entries: SearchEntry[]; place: string; score: number; stem: (word: string) => string; words: Map<string, number>; phrases: string[][]; also: string[];
  meant: { typed: string; meant: string }[]; missing: string[];
};
type SearchEdition = { version: string; label: string; status: { kind: string; word: string }; counts: boolean };
type SearchList = {
  languages: Record<string, SearchWords>;
  agreements: { slug: string; title: string; language: string; synonyms: string[][]; editions: SearchEdition[]; list?: { label: string; address: string; rows: string } | null }[];
};


/** Two texts side by side: one that can be chosen, what it says (`eisen.json`), and a cell of the table. */
type SideText = { key: string; agreement: string; now: boolean };
type SideChoice = { rows: (SideText | undefined)[]; said?: [string, string?] };
type SidePart = { id: string; read: boolean; whole: string[]; partly: string[]; near: string[] };
type SideData = { demands: { id: string; parts: SidePart[]; remarks: { at: string; note: string }[] }[] };
type SideCell = { read: boolean; at: { id: string; partly: boolean }[]; near: string[] };
