import { tenths } from "../lexicon/tenths.ts";
import { ORDER_BEGINS, ORDER_ENDS } from "./whole-order.ts";

const NEAR = /%|％|percent|\boff\b|折|减|降|便宜|优惠/iu;
const MARK = "[\"“”「」『』'‘’]?";
const MONEY =
  "(?:(?:US|HK|NT|A|C)?[$¥￥€£]\\s?\\d[\\d,]*(?:\\.\\d{1,2})?|\\d[\\d,]*(?:\\.\\d{1,2})?\\s?(?:元|块钱?|(?:dollars?|euros?|pounds?|yuan|rmb)\\b))(?![\\d%])";
const PRICE = `${MARK}(?<a>${MONEY})${MARK}`;
const SHARE = "(?<n>\\d+(?:\\.\\d+)?)\\s?(?:%|％|percent)";
/** An amount of money taken off, of the same kind as the price. */
const LESS = `(?:${SHARE}|[$¥￥€£]\\s?(?<m>\\d+(?:\\.\\d{1,2})?))`;
const THE = "(?:the |our |this |that )?(?:(?:current |original |regular |full |old )?price (?:of )?)?";
const NOUN = "(?:\\s+(?:price(?: tag)?|one|item|plan|ticket))?";
const FOLD = "(?<z>对|\\d(?:\\.\\d)?|\\d{2}|[一二三四五六七八九]点?[一二三四五六七八九]?)\\s*折";
const BEGIN_ZH =
  "^\\s*(?:请|麻烦|帮我|给我)*\\s*(?:把|将|给|对|让)?\\s*(?:商品|产品|这个|那个|图中的?|图上的?)?(?:的)?(?:原价|售价|现价|定价|单价|价格|标价)?(?:是|为|:|：)?\\s*";
const NOUN_ZH = "\\s*(?:的?(?:价格|价钱|商品|套餐|产品|那个))?\\s*(?:再|都|统一|给我)?\\s*";
const END_ZH = "\\s*(?:吧|了|即可|一下)?[。.!！]?\\s*$";

interface Form {
  readonly says: RegExp;
  readonly sign: 1 | -1;
}
const form = (pattern: string, sign: 1 | -1): Form => ({ says: new RegExp(pattern, "iu"), sign });

const FORMS: readonly Form[] = [
  form(
    `${ORDER_BEGINS}(?:(?:take|knock|give|apply|do|make it|shave|cut|slash|offer)\\s+)?(?:an?\\s+)?${LESS}\\s+(?:discount\\s+)?(?:off(?: of)?|discount (?:on|to|off|for))\\s+${THE}${PRICE}${NOUN}${ORDER_ENDS}`,
    -1,
  ),
  form(
    `${ORDER_BEGINS}(?:(?:make|set|put)\\s+)?${THE}${PRICE}${NOUN}\\s*,?\\s+(?:at|with|minus|less)?\\s*(?:an?\\s+)?${LESS}\\s*(?:off|discount|cheaper|less|reduction)${ORDER_ENDS}`,
    -1,
  ),
  form(`${ORDER_BEGINS}(?:give|grant)\\s+${THE}${PRICE}${NOUN}\\s+(?:an?\\s+)?${LESS}\\s*(?:off|discount|reduction)${ORDER_ENDS}`, -1),
  form(
    `${ORDER_BEGINS}(?:reduce|lower|cut|drop|discount|slash|decrease|mark down|bring down)\\s+${THE}${PRICE}${NOUN}\\s+(?:down\\s+)?by\\s+${LESS}${ORDER_ENDS}`,
    -1,
  ),
  form(`${ORDER_BEGINS}(?:raise|increase|bump|mark up|put up|up)\\s+${THE}${PRICE}${NOUN}\\s+(?:up\\s+)?by\\s+${LESS}${ORDER_ENDS}`, 1),
  form(`${BEGIN_ZH}${PRICE}${NOUN_ZH}打(?:个)?\\s*${FOLD}${END_ZH}`, -1),
  form(`${BEGIN_ZH}${PRICE}${NOUN_ZH}(?:便宜|降价|降低|下调|下降|优惠|减少|降|减|打折)(?:了)?\\s*${SHARE}${END_ZH}`, -1),
  form(`${BEGIN_ZH}${PRICE}${NOUN_ZH}(?:涨价|上调|提高|上涨|增加|加价|涨|加)(?:了)?\\s*${SHARE}${END_ZH}`, 1),
  form(
    `^\\s*(?:请|麻烦|帮我)*(?:把|将|给)\\s*(?:原价|售价|现价|价格)?${PRICE}${NOUN_ZH}(?:便宜|降价|降低|下调|优惠|减少|降|减)\\s*(?<m>\\d+(?:\\.\\d{1,2})?)\\s*(?:元|块钱?)${END_ZH}`,
    -1,
  ),
];

/** In the old amount's marks; cents appear where the sum has them, as a price is never rounded unasked. */
function written(old: string, amount: number): string {
  const number = /\d[\d,]*(?:\.\d+)?/.exec(old)?.[0] ?? "";
  const cents = Math.round(amount * 100 + 1e-6) / 100;
  const plain = cents.toFixed(Number.isInteger(cents) && !number.includes(".") ? 0 : 2);
  return old.replace(number, () => (number.includes(",") ? plain.replace(/\B(?=(?:\d{3})+(?!\d)(?:\.|$))/g, ",") : plain));
}

function amountAfter(old: number, { n, m, z }: Readonly<Record<string, string | undefined>>, sign: 1 | -1): number {
  if (z !== undefined) return (old * (tenths(z === "对" ? "五" : z) ?? Number.NaN)) / 10;
  return m === undefined ? old * (1 + (sign * Number(n)) / 100) : old + sign * Number(m);
}

/** A discount or a rise on one price that is given: "10% off the $1,299" is the order to replace it by what it comes to. */
export function priceOff(instruction: string): string {
  if (!NEAR.test(instruction) || instruction.length > 120) return instruction;
  for (const { says, sign } of FORMS) {
    const groups = says.exec(instruction)?.groups;
    const old = groups?.a?.trim();
    if (groups === undefined || old === undefined) continue;
    const amount = amountAfter(Number(old.replaceAll(/[^\d.]/g, "")), groups, sign);
    if (!(amount > 0)) return instruction;
    return /\p{Script=Han}/u.test(instruction) ? `把“${old}”改成“${written(old, amount)}”` : `change “${old}” to “${written(old, amount)}”`;
  }
  return instruction;
}
