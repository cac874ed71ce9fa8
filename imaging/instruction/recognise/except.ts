import type { Operation } from "../../../protocol/plan.ts";
import { find, type Phrase, wordsOf } from "../phrase/phrase.ts";
import type { Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";

const SAYS = [
  /^(?:但是?|不过|,)*除(?:了|去|开|却)?(?<x>.{1,16}?)(?:之外|以外|外)?$/du,
  /^(?:但是?|不过|,)*(?<x>(?!其[他它余]|价格?|.*(?:改|换|删|加|移)).{1,14}?)(?:除外|例外|不算在内|不包括在内|不在内|不包括|不包含)$/du,
  /^(?:但是?|不过|,)*(?:不包括|不包含|不含|排除)(?<x>.{1,14})$/du,
  /^(?:but |and )?(?:except(?:ing)?(?: for)?|excluding|not including|apart from|other than|save for|with the exception of|but not) (?<x>(?:the|my|our|his|her|their|those|that|this|any|what|whatever)\b.{1,40}|\uE000)$/du,
];
/** What an order may leave some of: many things or the whole of the type, never one wording. */
const OF_MANY: ReadonlySet<Operation["kind"]> = new Set([
  "object.remove",
  "object.recolour",
  "object.modify",
  "object.replace",
  "text.remove",
  "text.restyle",
]);
const ALL_TEXT = /^(?:所有|全部)?的?(?:文字|文本|文案|字)$|^(?:all )?(?:the )?(?:text|words|lettering|writing)$/iu;
const ALL_ELSE = /^(?:其[他它余]|别|剩下|所有|全部|东西|内容)的?(?:东西|内容|元素|部分)?$/u;
const ONE_OF = /^(?:这|那|此)?(?:这个|那个|这些|那些|之)?$/u;

/** The part that a clause leaves out: 标题除外, "except the one on the left". */
export function exceptedIn(clause: Phrase): Phrase | undefined {
  for (const pattern of SAYS) {
    const part = find(clause, pattern)?.of("x");
    if (part !== undefined && !ONE_OF.test(part.key)) return part;
  }
  return undefined;
}

/** The rest of them, as it is said of a rest that comes behind: 其他都删掉. */
export const saysRest = ({ key }: Phrase): boolean => /^(?:把|将|请)*(?:其[他它余]|别的|剩下)/u.test(key);

function without(target: string | undefined, excepted: string, han: boolean): string | undefined {
  if (target === undefined || (han && (ALL_ELSE.test(target) || ALL_TEXT.test(target)))) {
    const what = target === undefined || ALL_TEXT.test(target) ? "文字" : "内容";
    return han ? `除了${excepted}以外的所有${what}` : undefined;
  }
  return han ? `除了${excepted}以外的所有${target.replace(/^(?:所有|全部)的?/u, "")}` : `${target} except ${excepted}`;
}

/** 把贴纸都删掉，除了左上角那个: what was just ordered of many leaves out the part named, which stands in the target. */
export const readExcept: Recogniser = (clause, before) => {
  if (before === undefined || !OF_MANY.has(before.kind) || before.text !== undefined) return undefined;
  if (before.target !== undefined && /除了|\bexcept\b/.test(before.target)) return undefined;
  const part = exceptedIn(clause);
  if (part === undefined) return undefined;
  const { strings, kind } = readReference(part);
  const target = without(
    before.target,
    kind === "text" && strings[0] !== undefined ? strings[0] : wordsOf(part),
    /\p{Script=Han}/u.test(clause.key),
  );
  return target === undefined ? undefined : { does: "instead", operations: [{ ...before, target }] };
};
