import type { Operation } from "../../../protocol/plan.ts";
import type { Phrase } from "../phrase/phrase.ts";

const IT_ZH = "(?:它们?|其|这[行个]|那[行个]|前者|上面(?:那[行个])?|前面(?:那[行个])?|旁边(?:那[行个])?|原文字?)";
const PROPERTY_ZH = "(?:字体颜色|文字颜色|字体大小|颜色|字体|字号|大小|粗细|字重|样式|风格|格式)";
const PROPERTIES_ZH = `${PROPERTY_ZH}(?:(?:和|与|跟|、|及)?${PROPERTY_ZH})*`;
const SAME_ZH = "(?:一样|相同|一致|统一|同样|一般)";
const PROPERTY_EN = "(?:font size|text size|size|font|typeface|colou?r|weight|style|look|styling|formatting)";
const PROPERTIES_EN = `${PROPERTY_EN}(?:(?:,? and |, | & )(?:the )?(?:same )?${PROPERTY_EN})*`;
const AS_IT_EN = "(?: as (?:it|that|this|that one|the (?:one|line|text) (?:above|below|before|next to it)))?";

const FORMS: readonly string[] = [
  `(?<p>${PROPERTIES_ZH})(?:也|都|要|均|保持)*(?:(?:和|跟|与|同)${IT_ZH}的?)?(?:保持)?${SAME_ZH}(?:即可|就行)?`,
  `(?:和|跟|与|同)${IT_ZH}(?:也|都|要|保持)*${SAME_ZH}的?(?<p>${PROPERTIES_ZH}|大小?|粗细?|高)?`,
  `(?:和|跟|与)${IT_ZH}(?:也|都|要)*同(?<p>色|大小|字体|字号)`,
  "(?:用|要)?同(?<p>色|字体|字号|大小|样式)(?!系|的?字)",
  `(?:用|要)?(?:同样|相同|同一个?|一样)的?(?<p>${PROPERTIES_ZH})的?`,
  `(?:\\b(?:in|with|use|using|and|all) )*(?:\\b(?:the|its|a) )?\\b(?:exact(?:ly the)? )?(?:same|matching|identical) (?<p>${PROPERTIES_EN})${AS_IT_EN}`,
];
const ALIKE = new RegExp(FORMS.map((form, i) => form.replaceAll("?<p>", `?<p${i}>`)).join("|"), "u");
const NEAR = /样|同|一致|统一|\b(?:same|matching|identical)\b/;
const NOTHING = /^(?:[\s,.;、。的]|且|并且?|也|要|and|in|with|all|too|as well)*$/;

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/色|colou?r/, "colour"],
  [/字体(?!大小|颜色)|typeface|font(?! size)/, "font"],
  [/大|字号|高|size/, "size"],
  [/粗|字重|weight/, "weight"],
];

export interface Alike {
  readonly properties: readonly string[];
  readonly rest: string;
  readonly around: readonly (readonly [start: number, end: number])[];
}

/** In what a clause wishes type to be like what it stands beside, and the stretches around it: 颜色字体都跟它一样, "same colour". */
export function alikeIn(key: string): Alike | undefined {
  const hit = NEAR.test(key) ? ALIKE.exec(key) : null;
  if (hit === null) return undefined;
  const said = Object.values(hit.groups ?? {}).find((one) => one !== undefined) ?? "";
  const named = NAMES.filter(([says]) => says.test(said)).map(([, name]) => name);
  const whole = named.length === 0 || /样式|风格|格式|style|styling|look|formatting/.test(said);
  const end = hit.index + hit[0].length;
  return {
    properties: whole ? ["style"] : named,
    rest: key.slice(0, hit.index) + key.slice(end),
    around: [
      [0, hit.index],
      [end, key.length],
    ],
  };
}

/** The same of a clause that says nothing else. */
export const wholeAlike = ({ key }: Phrase): Alike | undefined => {
  const said = alikeIn(key);
  return said !== undefined && NOTHING.test(said.rest) ? said : undefined;
};

/** New type that is to look like the text it is set beside; `undefined` where it stands beside none. */
export function likeAnchor(op: Operation, { properties }: Alike): Operation | undefined {
  const { kind, target, value } = op;
  if (kind !== "text.add" || target === undefined) return undefined;
  const alike = properties.map((name) => `${name} like ${target}`);
  return { ...op, value: [...(value === undefined ? [] : [String(value)]), ...alike].join(", ") };
}
