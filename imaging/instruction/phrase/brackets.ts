import { ROLE_EN, ROLE_ZH } from "../lexicon/roles.ts";
import { marked, unmarked } from "./marked.ts";
import { quotesIn } from "./quotes.ts";

/** Nouns of design that people set in brackets to point at the thing. A field of a template ([文字], [object]) is none. */
const NOUN = `(?:(?!特价)(?:${ROLE_ZH})|${ROLE_EN}|背景|水印|二维码|条形码|按钮|徽标|标志|logo|图标|角标|徽章|贴纸|标签|边框|阴影|产品图|模特|人物|路人|左上角|右上角|左下角|右下角|顶部|底部|居中|删除|替换|移动|添加|修改|background|watermarks?|qr ?codes?|bar ?codes?|buttons?|logos?|icons?|badges?|stickers?|labels?|borders?|banner|shadow|product shot)`;
const NAMED = new RegExp(`[【[［〔(（]\\s*(${NOUN})\\s*[】\\]］〕)）]`, "giu");
const MARKED = /[【[［〔(（]/;
/** What is to be written, in square brackets: to [Summer Sale]. */
const WORDING =
  /(?<=(?:[改换写译]\s?(?:成|为)|替换(?:成|为)|写上?|题上|印上|\bto|\bwith|\binto|\bsays?|\breads?|\bwrite|\btype)\s*)[[［]\s*([^[\]［］{}\n]{2,60}?)\s*[\]］]/giu;
/** What is to be added, in square brackets: wording where it is called so, else the thing itself: 添加[促销标签]. */
const ADDED =
  /(?<=(?:加上?|添加|增加|放上|放置|插入|\b(?:add|put|insert|place))\s*(?:an? |the |一?[个只张行句段])?\s*)[[［]\s*(?<words>[^[\]［］{}\n]{2,60}?)\s*[\]］](?<called>\s*(?:的?(?:字样|文字|文案|[几两三四五六]个字|字)|text\b))?/giu;
const FIELD =
  /^(?:[a-z]|x+|y+|(?:新|旧|原|目标)?(?:文字|文本|文案|内容|对象|物体|元素|位置|颜色|属性|动作|场景|风格|名称|价格|标题|产品|商品|背景)[a-z\d]?|(?:new|old|your|the|target)?[ _-]?(?:text|string|words?|object|item|element|place|location|colou?r|style|name|price|title|product|background|content|scene))$/iu;

/** The hole of a template that names what is to change: 将[红色气球]…, remove the [lamp]. */
const FILLED_SOURCE =
  /(?:^|[,，。;；\s中]的?)(?:请|please )?(?:把|将|删除|移除|去掉|擦除|replace|change|swap|remove|delete|erase|move|make|turn|recolou?r)\s*(?:(?:图像|图片|画面|照片|图)(?:中|里|上)?的?)?(?:the |一[个只])?[[［]\s*(?<words>[^[\]［］{}\n]{1,40}?)\s*[\]］]/iu;
/** Nouns of templates that name a thing of the picture just as well: filled in, where another hole is. */
const EITHER = /^(?:产品|商品|标题|价格|背景|product|title|price|background)$/iu;
const FILLED = /[[［]\s*([^[\]［］{}\n]{1,60}?)\s*[\]］]/gu;

/** (标题除外): what an order leaves out is a clause of its own. */
const EXCEPTED =
  /\s*[（(]\s*(?<x>除了?[^（）()]{1,16}|[^（）()]{1,14}除外|(?:except|excluding|not) [^（）()]{2,40})\s*[）)](?:\s*(?=[,，。.;；]|$))?/giu;

function exceptedApart(instruction: string): string {
  if (!/[（(]\s*(?:除|except|excluding|not )|除外\s*[)）]/i.test(instruction)) return instruction;
  const { text, quotes } = marked(instruction);
  return unmarked({ text: text.replace(EXCEPTED, "，$<x>，"), quotes });
}

/** 删除【二维码】, make the [button] green: a noun of design in brackets is that noun; wording in square brackets is quoted wording. */
export function unbracketed(instruction: string): string {
  if (!MARKED.test(instruction)) return instruction;
  // A template filled in as it stood: what each hole holds speaks for itself.
  const source = FILLED_SOURCE.exec(instruction)?.groups?.words;
  const others = [...instruction.matchAll(FILLED)].some(([, words = ""]) => words !== source && !FIELD.test(words));
  const named = (words: string): boolean => !FIELD.test(words) || (others && EITHER.test(words));
  if (source !== undefined && named(source)) return instruction.replace(FILLED, (hit, words: string) => (named(words) ? words : hit));
  const written = exceptedApart(instruction)
    .replace(WORDING, (hit, words: string) => (FIELD.test(words) ? hit : `“${words}”`))
    .replace(ADDED, (hit, words: string, called: string | undefined) =>
      FIELD.test(words) ? hit : called === undefined ? words : `“${words}”${called}`,
    );
  const quotes = quotesIn(written).filter(({ start }) => written[start] !== "【");
  return written.replace(NAMED, (hit, noun: string, at: number) =>
    quotes.some(({ start, end }) => at > start && at < end) ||
    /(?:[改换写译](?:成|为)|写着?|写上|加上|\bto|\bwith|\bsays?)\s*$/iu.test(written.slice(0, at))
      ? hit
      : noun,
  );
}
