import { quotesIn } from "./quotes.ts";

const ARROWS = "-{1,2}>|={1,2}>|→|⇒|➔|➜|➡️?|⟶";
const ARROW = new RegExp(`\\s*(?:${ARROWS})\\s*`, "u");
const HEADING =
  /^\s*(?:请|帮我|麻烦|把|将|按)*(?:下面|以下|如下|下列|图中|图上|这些|这几处)?的?(?:文字|文案|字|内容|文本|词)?(?:都|全部|统一)?(?:替换|修改|更改|翻译|改动|改)(?:文字|文案|内容|文本|如下|成|为|一下)?\s*[:：]\s*|^\s*(?:please )?(?:replace|change|update|swap|translate)(?: (?:the )?(?:following|these|texts?|words|copy|strings)){0,3}\s*:\s*/iu;
/** Between two pairs of a table: a line, a semicolon, a bar, a slash, or a comma with another pair behind it. */
const ROW = new RegExp(`\\s*[\\n;；|]\\s*|\\s*[,，、/]\\s*(?=[^,，、/\\n;；]{1,60}?(?:${ARROWS}|＝|=))`, "u");
const EQUALS = /\s*[=＝]\s*/u;
/** Words of the picture that would be read as something else: 特价 is a kind of price, "now" is politeness. */
const OTHERWISE_READ = /^(?:特价|now|please|free|sale price)$/iu;

/** Tables of pairs, "Home → 首页 / About → 关于" or A=B；C=D under a heading: one pair a clause. Anything else stays as it is. */
export function pairsApart(instruction: string): string {
  if (quotesIn(instruction).length > 0) return instruction;
  const said = instruction.split(VERB_ZH);
  const pair = said.length === 2 ? listedAlike(said.map((side) => side.replace(LEAD_ZH, ""))) : undefined;
  if (pair !== undefined) return `把${pair[0]}改成${pair[1]}`;
  if (!/[>→⇒➔➜➡⟶=＝]/u.test(instruction)) return instruction;
  const heading = HEADING.exec(instruction)?.[0] ?? "";
  const whole = listedAlike(instruction.slice(heading.length).split(ARROW));
  if (whole !== undefined) return whole.join(" → ");
  const rows = instruction
    .slice(heading.length)
    .split(ROW)
    .filter((row) => row.trim() !== "");
  const pairs = rows.map((row) => pairOf(row, heading !== ""));
  return pairs.every((pair) => pair !== undefined) && (rows.length > 1 || OTHERWISE_READ.test(pairs[0]?.[0] ?? ""))
    ? pairs.map(([from, to]) => `${OTHERWISE_READ.test(from) ? `“${from}”` : from} → ${to}`).join("；")
    : instruction;
}

const COMMA = /\s*[,，、]\s*/u;
const WORD = /[\p{L}\p{N}]/u;

/** Words of writing that parts them, letters of Han. */
const partsOf = (words: string): readonly string[] => words.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];

const VERB_ZH = /(?:替换|更换|修改|改|换)(?:成|为)/u;
const LEAD_ZH = /^\s*(?:请|麻烦|帮我)?(?:把|将)?\s*/u;
/** Share of the shorter beginning's words that the other has too. */
const ALIKE = 0.5;

function isAlike(a: string, b: string): boolean {
  const [words, others] = [partsOf(a), partsOf(b)];
  return words.filter((word) => others.includes(word)).length >= Math.max(1, ALIKE * Math.min(words.length, others.length));
}

/**
 * The two wordings of one pair, quoted, where either has as many commas and they begin alike before the first of them ("Level 2, East Wing → Level 5,
 * West Wing"): the commas belong to the wordings, and no clause ends there.
 */
function listedAlike(told: readonly string[]): readonly [from: string, to: string] | undefined {
  const [from = "", to = "", ...more] = told.map((side) => side.trim());
  const [[first = "", ...rest], [next = "", ...others]] = [from.split(COMMA), to.split(COMMA)];
  const isPair = more.length === 0 && rest.length > 0 && rest.length === others.length && isAlike(first, next);
  return isPair && rest.every((part) => WORD.test(part)) && !/[;；\n。]/u.test(from + to) ? [`“${from}”`, `“${to}”`] : undefined;
}

function pairOf(row: string, headed: boolean): readonly [from: string, to: string] | undefined {
  const sides = row.split(ARROW.test(row) || !headed ? ARROW : EQUALS).map((side) => side.trim());
  const [from = "", to = ""] = sides;
  // A heading of another kind, or more than a pair: "doors moved: 7pm → 8pm".
  return sides.length !== 2 || from === "" || to === "" || /[:：]\s|[:：]\p{Script=Han}|^and\b|^\D*:\D/iu.test(from)
    ? undefined
    : [from, to];
}
