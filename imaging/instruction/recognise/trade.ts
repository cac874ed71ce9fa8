import { find, hasLiteral, isBlank, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";

const FRAMES = [
  /^(?:swap|switch|exchange|trade)\s+(?:the )?(?:positions?|places?|locations?) of\s+(?<a>.+?)\s+and\s+(?<b>.+)$/du,
  /^(?:swap|switch|exchange)\s+(?<a>.+?)\s+and\s+(?<b>.+?)(?:\s+(?:around|over|places|positions))?$/du,
  /^(?:把|将)?(?<a>.+?)(?:的位置)?(?:和|与|跟)(?<b>.+?)的?(?:位置)?(?:互相|相互)?(?:交换|互换|对调|调换|换)(?:一?下|过来)?(?:位置)?$/du,
  /^(?:交换|互换|对调|调换)(?:一?下)?(?<a>.+?)(?:和|与|跟|、)(?<b>.+?)(?:的位置)?$/du,
];

/** An amount at the end of what is named: it is what trades places, not the thing it stands on. */
const AMOUNT = /[$¥€£￥]?\d[\d.,]*\s?(?:元|块|%|折)?$/u;

/** Two things take each other's place: each is moved to where the other is. Quoted wording is traded by `readChange`. */
export const readTrade: Recogniser = (clause) => {
  if (hasLiteral(clause)) return undefined;
  for (const pattern of FRAMES) {
    const found = find(clause, pattern);
    const pair = [found?.of("a"), found?.of("b")].flatMap((side) => (side === undefined || isBlank(side) ? [] : [side]));
    const amounts = pair.map((side) => AMOUNT.exec(wordsOf(side))?.[0]);
    const [left, right] = amounts;
    if (left !== undefined && right !== undefined)
      return operate(...[left, right].map((from, i) => operation("text.replace", { text: { from, to: i === 0 ? right : left } })));
    const [a, b] = pair.map((side) => readReference(side).target ?? wordsOf(side));
    if (a !== undefined && b !== undefined)
      return operate(operation("object.move", { target: a, value: b }), operation("object.move", { target: b, value: a }));
  }
  return undefined;
};
