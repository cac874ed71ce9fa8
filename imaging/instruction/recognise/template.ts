import { type Phrase, wordsOf } from "../phrase/phrase.ts";

const BRACKETS = /[[{<(]\s*(?<name>[^\][{}<>()]{0,30}?)\s*[\]}>)]/gu;
/** Names a template gives its fields; a field that still holds its name was not filled in. */
const FIELD_NAME =
  /^(?:|[a-z]|[xy]{2,4}|_+|\.+|…+|(?:原|旧|新|目标|替换|要)?(?:文字|文本|内容|文案|对象|物体|元素|位置|颜色|属性|动作|场景|风格|名称|价格|标题|产品|商品|背景)[a-z\d]?|(?:产品|商品|活动|品牌|店铺|公司|城市|节日|门店|用户|客户)名?称?|日期|时间|地点|折扣|金额|数量|(?:product|brand|city|event|store|company|first|last|user|customer|shop)[ _-]?name|date|time|city|amount|discount|holiday|name|(?:old|new|original|target)[ _-]?|(?:old|new|original|target|your|the)?[ _-]?(?:text|string|word|words|object|item|element|position|place|location|colou?r|property|attribute|action|scene|style|name|price|title|product|background|content)[a-z\d]?)$/;
/** XX and YYY stand for "something" among Chinese words; in English they are sizes and brands. */
const CROSSES = /(?<![a-z\d])(x{2,4}|y{2,4}|z{3,4}|_{2,}|[○×]{2,})(?![a-z\d])/gu;

/** The fields of a template that were left empty, by the name that stands in them. */
export function emptyFields(instruction: Phrase): string[] {
  const { key } = instruction;
  const bracketed = [...key.matchAll(BRACKETS)].filter(
    (hit) => FIELD_NAME.test(hit.groups?.name ?? "") && !/^rgb/.test(key.slice(hit.index - 3, hit.index)),
  );
  const crossed = /\p{Script=Han}/u.test(key) ? [...key.matchAll(CROSSES)] : [];
  return [...bracketed, ...crossed].map((hit) =>
    wordsOf({ ...instruction, start: instruction.start + hit.index, end: instruction.start + hit.index + hit[0].length, key: hit[0] }),
  );
}
