import { marked, unmarked } from "./marked.ts";

const HAN = "\\p{Script=Han}";
/** Behind a quote that opens an order, and on both sides of one inside it. */
const OPENS = /(?<=(?:^|[,，。;；\n])\s*[\uE100-\uE1FF]) +(?=(?:[这那几两三四五六]|[变改换放移挪删去调设的]))/gu;
const INSIDE = new RegExp(`(?<=${HAN}) +(?<q>[\\uE100-\\uE1FF]) +(?=[这那的上下左右里旁前后改变换移放挪删去调设])`, "gu");

/** 放到 “A” 下面 with the spaces that only set a quote off taken out: elsewhere in Chinese a space may end what was said. */
export function quotesUnspaced(instruction: string): string {
  const { text, quotes } = marked(instruction);
  const words = quotes.length === 0 ? text : text.replace(INSIDE, "$<q>").replace(OPENS, "");
  return words === text ? instruction : unmarked({ text: words, quotes });
}
