import type { Operation } from "../../../protocol/plan.ts";
import { find, hasLiteral, type Phrase, wordsOf } from "../phrase/phrase.ts";
import { doubt, operate, operation, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";

const CORNERS = /圆角|倒角|corner|border[ -]?radius|rounded/;
/** "give the image rounded corners", 图片圆角20px: no line asked for, only the shape. */
const OF_PICTURE =
  /^(?:再|并|也)?(?:给|把|将|让)?(?:整?张?(?:图片?|照片|画面|海报|它))?(?:的)?(?:四?个?角)?(?:都)?(?:加上?|添加|变成?|做成?|改成?|弄成?|切成?)?(?:一?个)?(?:\d+(?:px|像素)的?)?圆角(?:效果|半径|大小)?(?:改|调|设|变|弄|用|做)?(?:成|为|到)?\s*(?:\d+\s*(?:px|像素)?)?$|^(?:and |then )?round (?:off )?(?:the |its )?corners$|^(?:give |add )?(?:(?:the |this )?(?:image|picture|photo|it) )?(?:\d+ ?px )?rounded corners(?: (?:of )?\d+ ?px)?(?: to (?:the |this )?(?:image|picture|photo|it))?$|^(?:with )?(?:a )?(?:corner|border)[ -]?radius(?: of)? \d+ ?(?:px)?$|^(?:set|change|make) (?:the )?(?:corner|border)[ -]?radius(?: of (?:the |this )?(?:image|picture|photo))? (?:to )?\d+ ?(?:px)?$/;
/** 按钮圆角改为8px, "make the button corners 12px": how round a thing of the picture is to be. */
const OF_THING = [
  /^(?:把|将|给)?(?<s>[^,]{1,14}?)的?(?:四个?)?(?:圆角|倒角)(?:的)?(?:半径|大小|弧度)?(?:都|再|要)?(?<n>(?:改|调|设|变|换|弄|做|加)?(?:成|为|到|至)?\s*\d+\s*(?:px|像素)?|(?:调|改|弄|变)?得?(?:更|再)?[大小](?:一?[点些])?)$/du,
  /^(?:set|change|make|update|increase|reduce)\s+(?:the )?(?:corner|border)[ -]?radius (?:of|on|for) (?<s>(?:the|all|this|our)\s.+?)\s+(?:to |be )?(?<n>\d+\s*(?:px|pixels)?)$/du,
  /^(?:set|change|make|update|round(?: off)?|increase|reduce)\s+(?<s>(?:the|all|this|our)\s.+?)(?:'s)?\s+(?:corners?(?: radius)?|border[ -]?radius)\s+(?:to |by |be |at )?(?<n>\d+\s*(?:px|pixels)?)$/du,
];

const rounder = (before: Operation, more: string): Operation => ({
  ...before,
  value: before.value === undefined ? more : `${before.value} ${more}`,
});

function ofThing(clause: Phrase): Operation | undefined {
  for (const pattern of OF_THING) {
    const found = find(clause, pattern);
    const [subject, much] = [found?.of("s"), found?.of("n")];
    if (subject === undefined || much === undefined) continue;
    const { kind, target, where } = readReference(subject);
    if (kind === "picture" || kind === "none" || target === undefined) continue;
    const pixels = /\d+/.exec(much.key)?.[0];
    const name = /\p{Script=Han}/u.test(subject.key) ? "圆角" : "corner radius";
    return operation("object.modify", { target, where, value: pixels === undefined ? `${name}${wordsOf(much)}` : `${name} ${pixels}px` });
  }
  return undefined;
}

/** Rounded corners: of the border before, of the picture, or of a thing in it. */
export const readCorners: Recogniser = (clause, before) => {
  if (!CORNERS.test(clause.key) || hasLiteral(clause)) return undefined;
  const radius = /(\d+)\s*(?:px|像素|$)/.exec(clause.key)?.[1];
  if (!OF_PICTURE.test(clause.key)) {
    const thing = ofThing(clause);
    return thing === undefined ? undefined : operate(thing);
  }
  const round = radius === undefined ? "rounded" : `rounded radius ${radius}px`;
  if (before?.kind !== "border.add") return operate(operation("border.add", { value: round }));
  if (!/rounded|圆角/.test(String(before.value ?? ""))) return { does: "instead", operations: [rounder(before, round)] };
  return radius === undefined ? doubt("unclear") : { does: "instead", operations: [rounder(before, `radius ${radius}px`)] };
};
