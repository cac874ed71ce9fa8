import { BEGIN_ZH, END_ZH, type Recasting, rule } from "../recasting.ts";

/** What is too much of something, and the wish for less of it. */
const LESS = [
  ["大", "小一点"],
  ["小", "大一点"],
  ["粗", "细一点"],
  ["细", "粗一点"],
  ["[挤密紧]", "字间距大一点"],
  ["[散松稀]", "字间距小一点"],
  ["亮", "暗一点"],
  ["[暗黑]", "亮一点"],
  ["深", "浅一点"],
  ["[浅淡]", "深一点"],
  ["(?:艳|鲜艳|浓)", "饱和度低一点"],
  ["暖", "冷一点"],
  ["冷", "暖一点"],
  ["(?:糊|模糊)", "清晰一点"],
] as const;

/** 字别那么粗, 背景不要这么暗: said of how it is now, so less of it is wished and nothing is kept. */
export const NOT_SO_ZH: readonly Recasting[] = LESS.map(([said, means]) =>
  rule(
    `${BEGIN_ZH}(?<x>[^,。;!?\\s]{0,10}?)(?:都|也|能不能|可以)*(?:别|不要|不用|不必|没必要)(?:再)?(?:那么|这么|那样|这样)${said}(?:了|嘛)?${END_ZH}`,
    `$<x>${means}`,
    /[那这][么样]/u,
  ),
);
