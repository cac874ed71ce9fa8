import type { Where } from "../../../protocol/plan.ts";

/** Places in a picture, corners before sides so that the longer wording wins. Regular expression sources over folded text. */
export const PLACES: readonly { readonly where: Where; readonly zh: string; readonly en: string }[] = [
  {
    where: "top-left",
    zh: "左上(?:角|方|侧|边|部)?|上左(?:角|方)?|左[侧边](?:的)?(?:上方|上部|顶部)|(?:上方|上部|顶部)的?靠?左[侧边]",
    en: "(?:top|upper)[- ]?left|left[- ]top",
  },
  {
    where: "top-right",
    zh: "右上(?:角|方|侧|边|部)?|上右(?:角|方)?|右[侧边](?:的)?(?:上方|上部|顶部)|(?:上方|上部|顶部)的?靠?右[侧边]",
    en: "(?:top|upper)[- ]?right|right[- ]top",
  },
  {
    where: "bottom-left",
    zh: "左下(?:角|方|侧|边|部)?|下左(?:角|方)?|左[侧边](?:的)?(?:下方|下部|底部)|(?:下方|下部|底部)的?靠?左[侧边]",
    en: "(?:bottom|lower)[- ]?left|left[- ]bottom",
  },
  {
    where: "bottom-right",
    zh: "右下(?:角|方|侧|边|部)?|下右(?:角|方)?|右[侧边](?:的)?(?:下方|下部|底部)|(?:下方|下部|底部)的?靠?右[侧边]",
    en: "(?:bottom|lower)[- ]?right|right[- ]bottom",
  },
  {
    where: "top",
    zh: "(?:居中|中间)靠上|靠上居中|最?顶(?:部|端|上|边|侧)|最?上(?:方|面|部|端|侧|边|半部分)|最上",
    en: "top-?most|upper-?most|top|upper|upwards?",
  },
  {
    where: "bottom",
    zh: "(?:居中|中间)靠下|靠下居中|最?底(?:部|端|下|边|侧)|最?下(?:方|面|部|端|侧|边|半部分)|最下",
    en: "bottom-?most|lower-?most|bottom|lower|downwards?|foot(?= of (?:the|this) )",
  },
  {
    where: "left",
    zh: "靠左(?=的?(?:位置|地方|一?[侧边]))(?:一?[侧边])?|最?左(?:侧|边|面|方|手边|半边|部)|最左",
    en: "left-?most|left|leftwards?",
  },
  {
    where: "right",
    zh: "靠右(?=的?(?:位置|地方|一?[侧边]))(?:一?[侧边])?|最?右(?:侧|边|面|方|手边|半边|部)|最右",
    en: "right-?most|right|rightwards?",
  },
  { where: "center", zh: "正?中(?:央|间|心|部)|正中|居中(?:位置|处)", en: "(?:dead |exact )?(?:center|centre|middle)" },
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
