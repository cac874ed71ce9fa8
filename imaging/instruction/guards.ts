import type { Operation } from "../../protocol/plan.ts";
import type { Doubt } from "./reading.ts";

interface Refused {
  readonly reason: Extract<Doubt, "branch" | "contradiction" | "unclear">;
  readonly words: string;
}

/** A second order for the case that the first does not hold: no operation looks first and then decides. */
const OTHERWISE =
  /(?:否则|要不然|不然)(?:的话)?,?(?:就|请|则|那)*(?:把|将|改|换|变|删|去掉|加|移|用|整体|放大|缩小|调|提亮|压暗|居中|背景|标题|文字)[^,。;]*|\b(?:otherwise|or else|if not|(?<=[,.;] ?)else)\b,?\s+(?:please |just |then )*(?:change|make|add|remove|delete|put|move|use|replace|turn|set|crop|write|swap|blur|colou?r)\b[^,.;]*/u;

const OPPOSITES = [
  ["bigger|larger", "smaller"],
  ["darker", "lighter|brighter"],
  ["warmer", "cooler|colder"],
  ["bolder|thicker", "thinner|lighter"],
  ["wider", "narrower"],
  ["taller|longer", "shorter"],
] as const;
const both = (a: string, b: string): string => `(?:${a}) (?:and|but|yet) (?:also )?(?:${b})|(?:${b}) (?:and|but|yet) (?:also )?(?:${a})`;
/** Both ways at once: "darker and lighter", 又大又小. */
const BOTH_WAYS = new RegExp(
  `\\b(?:${OPPOSITES.map(([a, b]) => both(a, b)).join("|")})\\b|(?:又|既)(?:要|变)?大又(?:要|变)?小|(?:又|既)(?:要|变)?亮又(?:要|变)?暗|(?:又|既)(?:要|变)?粗又(?:要|变)?细|变大(?:又|再|并|和)变小|变亮(?:又|再|并|和)变暗`,
  "u",
);

const SEE_THROUGH = /背景(?:要|是|变|改|做|弄)?(?:成|为)?透明|透明(?:的)?(?:背景|底)|\btransparent\b|\bsee-through\b/u;
/** First the one, then the other. */
const IN_TURN = /再|然后|之后|接着|先|叠|合成|\bthen\b|\bafter\b|\bfirst\b|\bput (?:it|him|her|them)\b|\bplace (?:it|him|her|them)\b/u;
const onGround = ({ kind }: Operation): boolean => kind === "background.replace" || kind === "background.recolour";

/** Words of an order left in the name of what is toned: it was not understood. */
const GARBLED = /(?:不要|别|不能)太|(?:也|又)(?:不要|别)|\b(?:should|shouldn't|don't|isn't|not too)\b/u;

/** Which of two, asked back: "make it smaller, or should we just remove it?" */
const WHICH =
  /\bor (?:should (?:we|i)|shall (?:we|i)|do we|maybe|perhaps) (?:just |rather |even )?[a-z]+[^.;]*|还是(?:说)?(?:干脆|直接|就)(?:删|去掉|改|换|放大|缩小|移)[^,。;]*/u;

/** What an instruction as a whole asks that cannot be done as said: one of two things by a condition, or both of two opposites. */
export function refusedBy(key: string, operations: readonly Operation[]): Refused | undefined {
  const otherwise = (OTHERWISE.exec(key) ?? WHICH.exec(key))?.[0];
  if (otherwise !== undefined) return { reason: "branch", words: otherwise };
  const garbled = operations.find(({ kind, target = "" }) => kind === "tone.adjust" && GARBLED.test(target))?.target;
  if (garbled !== undefined) return { reason: "unclear", words: garbled };
  const opposed = BOTH_WAYS.exec(key)?.[0];
  if (opposed !== undefined) return { reason: "contradiction", words: opposed };
  const clear = operations.some(onGround) && !IN_TURN.test(key) ? SEE_THROUGH.exec(key)?.[0] : undefined;
  return clear === undefined ? undefined : { reason: "contradiction", words: clear };
}
