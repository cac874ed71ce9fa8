import { type Recasting, rule } from "../recasting.ts";

/** An English verb that runs straight into Chinese: add一个太阳, logo move到右上. */
const VERBS: readonly (readonly [verb: string, before: string, order: string])[] = [
  ["add", "[一两几三四五六]?[个只条张把朵棵束瓶杯盆颗件辆些点块圈行句层]|一下", "加"],
  ["put", "[一两几三四五六]?[个只条张把朵棵束瓶杯盆颗件辆]", "放"],
  ["move|shift", "[到去至往向]|一下", "移"],
  ["delete|del|remove|erase", "掉|了(?=$|[,。;\\s])|一下", "删"],
  ["crop", "[成到为掉]|一下", "裁"],
  ["extend|expand", "[到成]|一下|\\d", "扩展"],
  ["blur", "掉|一下", "虚化"],
  ["resize|scale", "[到成为]", "缩放"],
  ["enlarge", "一?[点些]|\\d|一下", "放大"],
  ["shrink", "一?[点些]|\\d|一下", "缩小"],
];

export const MIXED_VERBS: readonly Recasting[] = VERBS.map(([verb, before, order]) =>
  rule(`(?<![a-z'])(?:${verb})\\s*(?=${before})(?:一下)?(?![^,。;]*(?:[\\uE100-\\uE1FF]| (?:on|in|at|to|of) ))`, order),
);
