import { type Recasting, rule } from "../recasting.ts";

const COUNTED = "[一两几三四五六]?[个只条张把朵棵束瓶杯盆颗件辆些点块圈行句层]";
/** Not where wording or English goes on behind it. */
const ALL_ZH = "(?![^,。;]*(?:[\\uE100-\\uE1FF]| (?:on|in|at|to|of) ))";

/** An English verb straight before a counted thing: add一个太阳. Those with a result behind them are read in `phrase/one-language.ts`. */
export const MIXED_VERBS: readonly Recasting[] = [
  rule(`(?<![a-z'])add\\s*(?=${COUNTED})${ALL_ZH}`, "加"),
  rule(`(?<![a-z'])put\\s*(?=${COUNTED})${ALL_ZH}`, "放"),
];
