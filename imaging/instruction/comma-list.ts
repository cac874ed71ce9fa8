import type { Operation } from "../../protocol/plan.ts";
import { joined, type Phrase } from "./phrase/phrase.ts";
import { readClause } from "./read-clause.ts";
import type { Reading } from "./reading.ts";

/** An order whose things may be listed with commas, or the head of one. */
const HEAD =
  /^(?:please |can you |could you |pls )*(?:remove|delete|erase|get rid of|lose|ditch|take (?:out|away|off)|clear|hide|drop|clean up|make|turn|paint|colou?r|recolou?r|set|change|move|blur|cent(?:er|re)|bold|enlarge|shrink|underline|italici[sz]e)\s|^(?:请|麻烦|帮我|帮忙)*(?:把|将|让|给|删除?掉?|去掉|去除|移除|抹掉|擦掉|清除|消除|不要|p掉)|^.{1,10}$|^(?:the|both|all|our) [\w' -]{2,30}$/u;
/** A thing and no more. */
const THING =
  /^(?:and |& |plus |also )?(?:(?:the|all|any|every|each|both|my|our|her|his|their|those|these|that|this|an?) (?:[\w'-]+ ){0,4}[\w'-]+|(?:[a-z'-]+ ){0,2}[a-z'-]+)(?: (?:and|&) (?:(?:the|all|any|my|our|her|his|those|that|this|an?) )?(?:[\w'-]+ ){0,3}[\w'-]+)?$|^(?:还有|以及|和|与|跟|外加|连同)?[\p{Script=Han}a-z\d\uE000 ]{1,14}$/u;
/** Words no list of things holds. */
const SAYS =
  /\b(?:is|are|was|be|should|must|can|keep|leave|make|makes|don't|do|not|no|but|to|then|it|them|please|too|only|just|very|more|less|change|remove|add|put|use|in|as|same|like|because|so|if|when|with|without|wants?|needs?|says?|looks?|feels?|has|have|will|would|could|bigger|smaller|larger|bolder|than|he|she|they|we|i|you)\b|[改换变加添增删去移放调写做让使给用把将不别勿要太了吗呢也都就只仅保留是像跟随居粗齐裁靠]|一点|一些|其[他它余]/u;
/** 二维码和日期都删掉, "the subtitle and the price bold": more things, and what is wished of all. */
const BOTH = /\band\b|和|与|跟|以及|还有|、|都/u;
/** What may stand between them. */
const COMMA = /^\s*(?:[,、]|以及|and)+\s*$/;

/** The further clauses that only name things: "…, the badge and the QR code". */
function reach(clauses: readonly Phrase[], from: number, before: Operation | undefined): number {
  let at = from;
  for (; at + 1 < clauses.length && at - from < 8; at++) {
    const [here, next] = [clauses[at], clauses[at + 1]];
    if (here === undefined || next === undefined || !COMMA.test(next.sentence.key.slice(here.end, next.start))) break;
    if (!THING.test(next.key) || SAYS.test(next.key) || means(readClause(next, before))) break;
  }
  return at;
}

const means = (reading: Reading | undefined): boolean => reading !== undefined && reading.does !== "doubt";

/** An order over a list with commas, read as a whole: its reading and the clause it ends in. Every thing of it must have its operation. */
export function readCommaList(
  clauses: readonly Phrase[],
  from: number,
  before: Operation | undefined,
): { readonly reading: Reading; readonly whole: Phrase; readonly last: number } | undefined {
  const first = clauses[from];
  if (first === undefined || !HEAD.test(first.key)) return undefined;
  const next = clauses[from + 1];
  if (next === undefined || !COMMA.test(next.sentence.key.slice(first.end, next.start))) return undefined;
  // Two clauses with a verb at either end are joined by the planner itself; reading twice costs twice.
  const bound = /and|以及/.test(next.sentence.key.slice(first.end, next.start));
  if (!bound && !(THING.test(next.key) && !SAYS.test(next.key)) && !BOTH.test(next.key)) return undefined;
  const alone = readClause(first, before);
  const things = reach(clauses, from, alone?.does === "operate" ? alone.operations.at(-1) : before);
  if (alone?.does === "operate" && alone.operations.some(({ text }) => text?.to !== undefined)) return undefined;
  // 把水印，二维码和日期都删掉: the verb, or what is wished of all, stands behind the last.
  const ends = means(alone) ? [things] : [things + 1, things];
  for (const last of ends) {
    if (last <= from) continue;
    const end = clauses[last];
    const previous = clauses[last - 1];
    if (end === undefined || previous === undefined || !COMMA.test(end.sentence.key.slice(previous.end, end.start))) continue;
    const whole = joined(first, end);
    const reading = readClause(whole, before);
    if (reading?.does !== "operate" || reading.operations.length <= last - from) continue;
    if (new Set(reading.operations.map(({ kind }) => kind.replace(/^\w+\./, ""))).size > 2) continue;
    if (reading.operations.every(({ target, text }) => !/[,，、]/.test(`${target ?? ""}${text?.from ?? ""}`)))
      return { reading, whole, last };
  }
  return undefined;
}
