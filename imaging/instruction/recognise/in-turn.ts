import { find, hasLiteral, literalsOf, without, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";

const FRAME =
  /^(?:把|将)?(?:图(?:中|里|上)的?)?(?:这|那)?(?<n>[两二三四五六2-6])个?(?<t>.{1,8}?)(?:都)?(?:依次|分别|按顺序|按次序|从左到右|从上到下|顺次)(?:地)?(?:依次|分别)?(?:改|换|更新|替换)(?:成|为)\s*:?\s*(?<r>.+)$/du;
const COUNTS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 };
const PLACES = "一二三四五六";

/** 把三个价格依次改成 ¥99、¥199、¥299: as many replacements, one for each in reading order. */
export const readInTurn: Recogniser = (clause) => {
  const found = find(clause, FRAME);
  const [count, target, result] = [found?.of("n"), found?.of("t"), found?.of("r")];
  if (count === undefined || target === undefined || result === undefined || readReference(target).kind !== "text") return undefined;
  const wanted = hasLiteral(result)
    ? literalsOf(result)
    : wordsOf(without(result, /[。.]$/))
        .split(/\s*(?:[、/]|和|以及)\s*/u)
        .filter((words) => words !== "");
  if (wanted.length !== (COUNTS[count.key] ?? Number(count.key))) return undefined;
  const name = wordsOf(target).replace(/的$/, "");
  return operate(...wanted.map((to, i) => operation("text.replace", { target: `第${PLACES[i] ?? i + 1}个${name}`, text: { to } })));
};
