import { wordsOf } from "../phrase/phrase.ts";
import type { Recogniser } from "../reading.ts";

/** 左边大右边小, 前后错开, "the left one bigger than the right": how several new things stand to each other. */
const ARRANGED =
  /^(?:(?:最?[左右上下前后中](?:[边面侧间方]|的)?(?:那?[一两]?[个只颗朵])?的?)[大小高低远近多少密疏亮暗](?:一?[点些])?[、和]?){2,}$|^(?:一?[大小高低前后远近]){2,4}(?:排列|摆放|错开|分布)?$|^(?:错落|错开|均匀|整齐|随意|随机)(?:排列|摆放|分布|散落|排开)$|^(?:the )?[a-z]+ (?:one |ones )?(?:bigger|larger|smaller|higher|lower|taller|shorter) than the [a-z]+(?: one| ones)?$|^(?:in a (?:row|line|circle|cluster)|evenly spaced|side by side|scattered(?: around)?)$/u;

export const readArranged: Recogniser = (clause, before) => {
  if (before?.kind !== "object.add" || !ARRANGED.test(clause.key)) return undefined;
  const value = [before.value, wordsOf(clause)].filter((words) => words !== undefined).join("，");
  return { does: "instead", operations: [{ ...before, value }] };
};
