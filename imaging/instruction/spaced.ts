import type { Operation } from "../../protocol/plan.ts";
import { joined, type Phrase, part, trimmed } from "./phrase/phrase.ts";
import { readClause } from "./read-clause.ts";

const HAN = /\p{Script=Han}/u;
/** Between words, not beside a quoted string, whose spaces nobody typed, and not between two Latin ones. */
const GAP = /(?<![\uE000\s]) +(?![\uE000\s])(?:(?<=\p{Script=Han} +)|(?=\p{Script=Han}))/gu;
/** What an order or a wish is worded with; a headline's second half is not. */
const WISHED =
  /[把将换改加删去移挪放裁调变弄做写补留扩居对齐粗细]|[大小高低亮暗深浅暖冷]一?[点些]|[点些]$|不要|别|不|色|的$|太|有点|化$|一下$|[红橙黄绿青蓝紫粉白黑灰金银](?:的|字)?$|[上下左右][边面方侧角]|\d\s?(?:px|像素|%)/u;

/** A bare number belongs to what it measures (往右移 30px), 在 and 的 to what they stand beside; only a border's width is a wish of its own. */
const LEANS = /^(?:在|到|的|和|与|或|及|跟)|^[\d.]+\s?(?:px|像素|%|pt|号|厘米|倍)$|^[^\p{Script=Han}]+$/u;

/** Beside a Latin name: logo 下面; a measure before what it measures: 8px 圆角. */
function leansOn(now: Phrase, next: Phrase, last: Operation | undefined): boolean {
  if (/[加个条道圈]$|[一这那两][句行段条张枚个]$|[加个条道圈]\s*\d+\s?(?:px|像素)的?$/u.test(now.key)) return true;
  if (/\b(?:an?|the|our|this)$|[从由]\s*[a-z]+$|(?:gradient|渐变)$/.test(now.key)) return true;
  // 背景换成 studio 灰色渐变
  if (/(?:背景|底色?|底图).*[成为用]\s*[a-z]+$/u.test(now.key)) return true;
  if (LEANS.test(next.key)) return last?.kind !== "border.add" && !/色$/u.test(now.key);
  return (
    (/[a-z]$/.test(now.key) && /^[上下左右旁里中前后]/u.test(next.key)) || (/\d\s?(?:px|像素|%)$/.test(now.key) && next.key.length < 4)
  );
}

/** The last operation a piece orders; undefined where it means nothing by itself. */
function said(piece: Phrase, before: Operation | undefined): { readonly last: Operation | undefined } | undefined {
  const reading = readClause(piece, before);
  if (reading === undefined || reading.does === "doubt" || reading.does === "retract") return undefined;
  // What goes is not put somewhere: 水印去一下 右下角的 says which one.
  if (reading.does === "place" && before?.kind.endsWith(".remove") === true) return undefined;
  return { last: reading.does === "operate" || reading.does === "instead" ? reading.operations.at(-1) : before };
}

function pieces(clause: Phrase): Phrase[] {
  const found: Phrase[] = [];
  let from = 0;
  for (const { index, 0: gap } of clause.key.matchAll(GAP)) {
    found.push(trimmed(part(clause, from, index)));
    from = index + gap.length;
  }
  return [...found, trimmed(part(clause, from))];
}

/**
 * A Chinese clause cut at the spaces that stand for commas: where what stands before means something by itself and so does what
 * follows. 标题居中 副标题左对齐 is two wishes, 改成 夏日 清仓 is one.
 */
export function spacedApart(clause: Phrase): Phrase[] {
  if (!clause.key.includes(" ") || !HAN.test(clause.key)) return [clause];
  const words = pieces(clause);
  if (words.length < 2 || words.length > 12) return [clause];
  const out: Phrase[] = [];
  let [now] = words;
  let before: Operation | undefined;
  for (const next of words.slice(1)) {
    if (now === undefined) break;
    const left = said(now, before);
    const leans = leansOn(now, next, left?.last);
    if (left !== undefined && !leans && WISHED.test(next.key) && said(next, left.last) !== undefined) {
      out.push(now);
      before = left.last;
      now = next;
    } else now = joined(now, next);
  }
  return now === undefined ? out : [...out, now];
}
