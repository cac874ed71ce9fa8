/** Literals of which a text must hold one. */
type AnyOf = readonly string[];

/** What is known of every match of a part of a pattern. */
interface Known {
  /** All the strings the part can be, where they are few. */
  readonly exact: readonly string[] | undefined;
  /** What the text must hold besides. */
  readonly needs: readonly AnyOf[];
}

interface Reader {
  readonly source: string;
  at: number;
  /** Something stands in the pattern that is not known here: nothing is concluded from it. */
  lost: boolean;
}

const MOST_EXACT = 32;
const MOST_ALTERNATIVES = 120;
const ANYTHING: Known = { exact: undefined, needs: [] };
const NOTHING: Known = { exact: [""], needs: [] };

const literal = (text: string): Known => ({ exact: [text], needs: [] });
const clauseOf = (exact: readonly string[]): readonly AnyOf[] => (exact.length === 0 || exact.includes("") ? [] : [exact]);
const allNeeds = ({ exact, needs }: Known): readonly AnyOf[] => (exact === undefined ? needs : [...needs, ...clauseOf(exact)]);

/** A rough guess how often a text holds it: a Chinese character says more than a letter. */
function likelihood(clause: AnyOf): number {
  let sum = 0;
  for (const text of clause) {
    let odds = 1;
    for (let i = 0; i < text.length; i++) odds *= text.charCodeAt(i) < 128 ? 0.35 : 0.03;
    sum += odds;
  }
  return sum;
}

function rarestFirst(clauses: readonly AnyOf[]): readonly AnyOf[] {
  if (clauses.length < 2) return clauses;
  const rated = clauses.map((clause) => ({ clause, odds: likelihood(clause) }));
  return rated.sort((a, b) => a.odds - b.odds).map(({ clause }) => clause);
}

/** Whoever looks for 改 need not look for 改成. */
const shortest = (clause: AnyOf): AnyOf =>
  [...new Set(clause)].filter((text, _, all) => !all.some((other) => other !== text && text.includes(other)));

function inARow(parts: readonly Known[]): Known {
  const needs: AnyOf[] = [];
  let run: readonly string[] = [""];
  let whole = true;
  for (const part of parts) {
    needs.push(...part.needs);
    const next = part.exact;
    if (next !== undefined && run.length * next.length <= MOST_EXACT) run = run.flatMap((a) => next.map((b) => a + b));
    else {
      needs.push(...clauseOf(run));
      run = next ?? [""];
      whole = false;
    }
  }
  return whole ? { exact: run, needs } : { exact: undefined, needs: [...needs, ...clauseOf(run)] };
}

function either(branches: readonly Known[]): Known {
  const [only] = branches;
  if (branches.length === 1 && only !== undefined) return only;
  const exact = branches.flatMap((branch) => branch.exact ?? []);
  if (exact.length <= MOST_EXACT && branches.every((branch) => branch.exact !== undefined && branch.needs.length === 0))
    return { exact, needs: [] };
  const rarest = branches.map((branch) => rarestFirst(allNeeds(branch))[0]);
  const clause = rarest.flatMap((one) => one ?? []);
  const some = rarest.every((one) => one !== undefined) && clause.length <= MOST_ALTERNATIVES;
  return some ? { exact: undefined, needs: [clause] } : ANYTHING;
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const hit = pattern.exec(reader.source) ?? undefined;
  reader.at += hit?.[0].length ?? 0;
  return hit;
}

function lose(reader: Reader): Known {
  reader.lost = true;
  reader.at = reader.source.length;
  return ANYTHING;
}

/** Names of colours and of roles stand in hundreds of patterns: a group is read once. */
const groupsRead = new Map<string, Known>();

function inGroup(reader: Reader, end: number): Known {
  const source = reader.source.slice(reader.at, end);
  const before = groupsRead.get(source);
  reader.at = end;
  if (before !== undefined) return before;
  const within: Reader = { source, at: 0, lost: false };
  const known = alternatives(within);
  if (within.lost || within.at < source.length) return lose(reader);
  groupsRead.set(source, known);
  return known;
}

/** Where the group whose inside begins at `from` ends. */
function endOfGroup(source: string, from: number): number {
  let depth = 1;
  let listed = false;
  for (let i = from; i < source.length; i++) {
    const char = source[i];
    if (char === "\\") i++;
    else if (listed) listed = char !== "]";
    else if (char === "[") listed = true;
    else if (char === "(") depth++;
    else if (char === ")" && --depth === 0) return i;
  }
  return -1;
}

function group(reader: Reader, kind: string): Known {
  const end = endOfGroup(reader.source, reader.at);
  if (end < 0) return lose(reader);
  if (kind.endsWith("!")) {
    reader.at = end + 1;
    return NOTHING;
  }
  const inside = inGroup(reader, end);
  reader.at++;
  // What stands before or behind is in the text too.
  return kind.endsWith("=") ? { exact: [""], needs: allNeeds(inside) } : inside;
}

function escaped(reader: Reader, sign: string): Known {
  if (/^[bB]$/.test(sign)) return NOTHING;
  if (/^(?:[dDsSwW]|[pP]\{.*|k<.*|[1-9])$/.test(sign)) return ANYTHING;
  if (/^u(?!d[89a-f])/i.test(sign)) return literal(String.fromCharCode(Number.parseInt(sign.slice(1), 16)));
  if (sign === "n") return literal("\n");
  return /^[^\w\s]$/.test(sign) ? literal(sign) : lose(reader);
}

/** A class is all its characters only where they are simply listed. */
const oneOf = (body: string): Known =>
  body === "" || /[\\-]|^\^/.test(body) || [...body].length > MOST_EXACT ? ANYTHING : { exact: [...body], needs: [] };

function atom(reader: Reader): Known {
  const open = take(reader, /\((\?(?:[:=!]|<[=!]|<\w+>))?(?!\?)/y);
  if (open !== undefined) return group(reader, open[1] ?? "");
  const listed = take(reader, /\[((?:[^\]\\]|\\.)*)\]/uy);
  if (listed !== undefined) return oneOf(listed[1] ?? "");
  const sign = take(reader, /\\([pP]\{[^}]*\}|k<\w+>|u[\da-fA-F]{4}|[^u])/uy);
  if (sign !== undefined) return escaped(reader, sign[1] ?? "");
  if (take(reader, /[$^]/y) !== undefined) return NOTHING;
  if (take(reader, /\./y) !== undefined) return ANYTHING;
  const char = take(reader, /(?:[^\\[\](){}|?*+$^.](?![?*+{]))+|[^\\[\](){}|?*+]/uy);
  return char === undefined ? lose(reader) : literal(char[0]);
}

function repeated(reader: Reader): Known {
  const once = atom(reader);
  const times = take(reader, /(?:([?*+])|\{(\d+)(?:,\d*)?\})\??/y);
  if (times === undefined) return once;
  const { 1: sign, 2: least } = times;
  if (sign === "?" && once.exact !== undefined && once.needs.length === 0) return { exact: ["", ...once.exact], needs: [] };
  return sign === "+" || Number(least ?? 0) > 0 ? { exact: undefined, needs: allNeeds(once) } : ANYTHING;
}

function sequence(reader: Reader): Known {
  const parts: Known[] = [];
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source.charAt(reader.at))) parts.push(repeated(reader));
  return inARow(parts);
}

function alternatives(reader: Reader): Known {
  const branches = [sequence(reader)];
  while (take(reader, /\|/y) !== undefined) branches.push(sequence(reader));
  return either(branches);
}

/**
 * Lists of literals, the most telling first: a text in which a pattern matches holds at least one of each list. Cautious: where a
 * pattern is not understood, or heeds no case, nothing is said to be needed.
 */
export function neededBy({ source, flags }: RegExp): readonly AnyOf[] {
  if (/[iv]/.test(flags) || !flags.includes("u")) return [];
  const reader: Reader = { source, at: 0, lost: false };
  const known = alternatives(reader);
  return reader.lost || reader.at < source.length ? [] : rarestFirst(allNeeds(known).map(shortest));
}
