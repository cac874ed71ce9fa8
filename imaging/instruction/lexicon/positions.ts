import type { Where } from "../../../protocol/plan.ts";

/** Places in a picture, corners before sides so that the longer wording wins. Keys are regular expression sources over folded text. */
export const PLACES: readonly (readonly [Where, string])[] = [
  ["top-left", "左上(?:角|方|侧|边|部)?|上左(?:角|方)?|\\b(?:top|upper)[- ]?left\\b|\\bleft[- ]top\\b"],
  ["top-right", "右上(?:角|方|侧|边|部)?|上右(?:角|方)?|\\b(?:top|upper)[- ]?right\\b|\\bright[- ]top\\b"],
  ["bottom-left", "左下(?:角|方|侧|边|部)?|下左(?:角|方)?|\\b(?:bottom|lower)[- ]?left\\b|\\bleft[- ]bottom\\b"],
  ["bottom-right", "右下(?:角|方|侧|边|部)?|下右(?:角|方)?|\\b(?:bottom|lower)[- ]?right\\b|\\bright[- ]bottom\\b"],
  ["top", "最?顶(?:部|端|上)|最?上(?:方|面|部|端|侧|边|半部分)|最上|\\b(?:top|upper)(?: (?:side|edge|part|half|area))?\\b|\\bupwards?\\b"],
  [
    "bottom",
    "最?底(?:部|端|下)|最?下(?:方|面|部|端|侧|边|半部分)|最下|\\b(?:bottom|lower)(?: (?:side|edge|part|half|area))?\\b|\\bdownwards?\\b",
  ],
  ["left", "最?左(?:侧|边|面|方|手边|半边|部)|最左|\\bleft(?:[- ]?(?:hand )?(?:side|edge|half))?\\b|\\bleftwards?\\b"],
  ["right", "最?右(?:侧|边|面|方|手边|半边|部)|最右|\\bright(?:[- ]?(?:hand )?(?:side|edge|half))?\\b|\\brightwards?\\b"],
  ["center", "正?中(?:央|间|心|部)|正中|居中(?:位置|处)|\\b(?:center|centre|middle)\\b"],
];

/** Single characters of direction, meant only after 向, 往 or 朝. */
export const DIRECTIONS: ReadonlyMap<string, Where> = new Map([
  ["左上", "top-left"],
  ["右上", "top-right"],
  ["左下", "bottom-left"],
  ["右下", "bottom-right"],
  ["上", "top"],
  ["下", "bottom"],
  ["左", "left"],
  ["右", "right"],
]);
