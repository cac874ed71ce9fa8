/** What a label's value is called behind the label: Netflix amount, 拿铁的价格. */
const CALLED =
  /(?:\s+(?:amount|price|cost|fee|name|number|value|date|time)|的?(?:价格|价钱|单价|售价|金额|费用|数值|数量|姓名|名字|号码|时间|日期))$/iu;

/** The label in words that end with what its value is called: 拿铁 of 拿铁价格. */
export const labelOf = (words: string): string | undefined =>
  words.replace(CALLED, "") === words ? undefined : words.replace(CALLED, "") || undefined;

/** What fields of a form, a ticket or a poster are called; what comes in place of such a word and is none is its value. */
const FIELD =
  /(?:地点|地址|时间|日期|场地|位置|电话|姓名|联系人|主讲人?|主办方?|嘉宾|票价|价格|数量|规格|尺寸|颜色|材质|产地|品牌|型号|口味|座位|航班|车次|目的地|名称|方式|标题|单位)$|(?:dates?|times?|venue|location|place|address|name|gate|seat|flight|passenger|speaker|host|size|colou?r|material|brand|model|price|total|amount|doors|phone|e-?mail|title|subject|number|type)$/iu;
/** Whether words end with what fields are called. */
export const isField = (text: string): boolean => FIELD.test(text.replace(/[\s:：]+$/u, ""));
