import { marked, unmarked } from "./marked.ts";

const HAN = "\\p{Script=Han}";
/** Behind a quote that opens an order, and on both sides of one inside it. */
const OPENS = /(?<=(?:^|[,，。;；\n])\s*[\uE100-\uE1FF]) +(?=(?:[这那几两三四五六]|[变改换放移挪删去调设的]))/gu;
const INSIDE = new RegExp(`(?<=${HAN}) +(?<q>[\\uE100-\\uE1FF]) +(?=[这那的上下左右里旁前后改变换移放挪删去调设])`, "gu");

/** 裁掉顶部 80px: an amount belongs to the word before it. */
const AMOUNT = /(?<=[部边侧方角各宽高约至为到成大小度距离号扩切增减加低提缩留]) +(?=\d+(?:\.\d+)? ?(?:px|像素|%|倍|pt|号|度|°|em))/gu;

/** 在 logo 下面 */
const BESIDE = /(?<=(?:放|到|在|于|靠近|挨着) ?[A-Za-z]+) +(?=[上下左右前后旁里](?:面|边|方|侧|角))/gu;

/** 放到 “A” 下面 and 顶部 80px with the spaces taken out that only set a quote or a number off: elsewhere in Chinese a space may end what was said. */
export function typeUnspaced(instruction: string): string {
  const { text, quotes } = marked(instruction);
  const near = text.replace(AMOUNT, "").replace(BESIDE, "");
  const words = quotes.length === 0 ? near : near.replace(INSIDE, "$<q>").replace(OPENS, "");
  return words === text ? instruction : unmarked({ text: words, quotes });
}
