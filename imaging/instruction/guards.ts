import type { Operation } from "../../protocol/plan.ts";
import type { Doubt } from "./reading.ts";
import { isColourAlone } from "./style/colour.ts";

interface Refused {
  readonly reason: Extract<Doubt, "branch" | "contradiction" | "unclear">;
  readonly words: string;
}

/** A second order for the case that the first does not hold: no operation looks first and then decides. */
const OTHERWISE =
  /(?:否则|要不然|不然)(?:的话)?,?(?:就|请|则|那)*(?:把|将|改|换|变|删|去掉|加|移|用|整体|放大|缩小|调|提亮|压暗|居中|背景|标题|文字)[^,。;]*|\b(?:otherwise|or else|if not|(?<=[,.;] ?)else)\b,?\s+(?:please |just |then )*(?:change|make|add|remove|delete|put|move|use|replace|turn|set|crop|write|swap|blur|colou?r)\b[^,.;]*/u;

const OPPOSITES = [
  ["bigger|larger", "smaller", "big|large", "small"],
  ["darker", "lighter|brighter", "dark", "light|bright"],
  ["warmer", "cooler|colder", "warm", "cool|cold"],
  ["bolder|thicker", "thinner|lighter", "bold|thick", "thin|light"],
  ["wider", "narrower", "wide", "narrow"],
  ["taller|longer", "shorter", "tall|long", "short"],
  ["sharper", "softer|blurrier", "sharp", "soft|blurry"],
] as const;
/** Of two opposites the second may be said as it is: "brighter but dark". */
const both = ([a, b, plainA, plainB]: (typeof OPPOSITES)[number]): string => {
  const joint = "(?:and|but|yet)(?: also| still| keep it| leave it)* ";
  return `(?:${a}) ${joint}(?:${b}|${plainB})|(?:${b}) ${joint}(?:${a}|${plainA})`;
};
const OPPOSITES_ZH = ["亮暗", "大小", "粗细", "暖冷", "深浅", "清晰模糊", "高低"];
const VERB_ZH = "(?:要|想要|调|变|弄|搞|放|缩|拉|更|再)";
const bothZh = (pair: string): string => {
  const [a, b] = [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)];
  const then = (x: string, y: string): string =>
    `${VERB_ZH}${x}(?:一?[点些])?(?:又|再|并且?|和|也|同时|而且|还|但是?)*${VERB_ZH}+${y}|[又既]${VERB_ZH}?${x}又${VERB_ZH}?${y}`;
  return `${then(a, b)}|${then(b, a)}`;
};
/** Both ways at once: "darker and lighter", 又大又小, 调亮调暗. */
const BOTH_WAYS = new RegExp(
  `\\b(?:${OPPOSITES.map(both).join("|")})(?=\\s*(?:$|[,.;!?]))|(?:${OPPOSITES_ZH.map(bothZh).join("|")})(?:一?[点些]|的)*(?=\\s*(?:$|[,.;。!?]))`,
  "u",
);

const SEE_THROUGH = /背景(?:要|是|变|改|做|弄)?(?:成|为)?透明|透明(?:的)?(?:背景|底)|\btransparent\b|\bsee-through\b/u;
/** First the one, then the other. */
const IN_TURN = /再|然后|之后|接着|先|叠|合成|\bthen\b|\bafter\b|\bfirst\b|\bput (?:it|him|her|them)\b|\bplace (?:it|him|her|them)\b/u;
/** A ground has one colour or one picture: 左半边黑色，右半边白色. */
const HALF_GROUND = /[左右上下](?:半边?|一半|半部分?|半张)|\b(?:left|right|top|bottom|upper|lower|one) half\b/u;
const onGround = ({ kind }: Operation): boolean => kind === "background.replace" || kind === "background.recolour";

/** Words of an order left in the name of what is toned: it was not understood. */
const GARBLED = /(?:不要|别|不能)太|(?:也|又)(?:不要|别)|\b(?:should|shouldn't|don't|isn't|not too)\b/u;

/** Which of two, asked back: "make it smaller, or should we just remove it?" */
const WHICH =
  /\bor (?:should (?:we|i)|shall (?:we|i)|do we|maybe|perhaps) (?:just |rather |even )?[a-z]+[^.;]*|(?:或者?|要么|要不)(?:说|干脆|直接|也可以)?(?:就|把它)?(?:改成|改[大小]|换成|放大|缩小|变[大小]|调[大小亮暗]|删掉|删了|去掉|移到)[^,。;]*|还是(?:说)?(?:干脆|直接|就)(?:删|去掉|改|换|放大|缩小|移)[^,。;]*/u;

/** Words that tell of type, whatever text it is: the whole of it is meant. */
const SAYS_TYPE = /字|文|体|號|号|\b(?:text|fonts?|type(?:face)?|letter(?:s|ing)?|words?|wording|copy|size)\b/u;
const relative = ({ style: { sizeFactor, ...style } = {} }: Operation): boolean =>
  isColourAlone(style) && (sizeFactor !== undefined || Object.keys(style).length > 0);
/** 再大一点, "make it bigger", 往左一点: nothing says what, and no round before it did. */
const ofNothing = (op: Operation): boolean =>
  op.target === undefined && op.text === undefined && op.where === undefined && op.kind === "text.restyle" && relative(op);
const movesNothing = ({ kind, target, text, where }: Operation): boolean =>
  kind === "object.move" && target === undefined && text === undefined && where !== undefined;

/** Whether every order is one about "it", where nothing has said what that is. */
export const speaksOfNothing = (key: string, operations: readonly Operation[]): boolean =>
  operations.length > 0 && operations.every((op) => movesNothing(op) || (ofNothing(op) && !SAYS_TYPE.test(key)));

/** What an instruction as a whole asks that cannot be done as said: one of two things by a condition, or both of two opposites. */
export function refusedBy(key: string, operations: readonly Operation[]): Refused | undefined {
  const otherwise = (OTHERWISE.exec(key) ?? WHICH.exec(key))?.[0];
  if (otherwise !== undefined) return { reason: "branch", words: otherwise };
  const garbled = operations.find(({ kind, target = "" }) => kind === "tone.adjust" && GARBLED.test(target))?.target;
  if (garbled !== undefined) return { reason: "unclear", words: garbled };
  const opposed = BOTH_WAYS.exec(key)?.[0];
  if (opposed !== undefined) return { reason: "contradiction", words: opposed };
  const half = operations.some(onGround) ? HALF_GROUND.exec(key)?.[0] : undefined;
  if (half !== undefined) return { reason: "unclear", words: half };
  const clear = operations.some(onGround) && !IN_TURN.test(key) ? SEE_THROUGH.exec(key)?.[0] : undefined;
  return clear === undefined ? undefined : { reason: "contradiction", words: clear };
}
