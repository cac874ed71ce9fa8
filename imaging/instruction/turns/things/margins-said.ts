import { type Recasting, rule } from "../recasting.ts";

const AMOUNT = "(?<![\\d.])(?<n>\\d+(?:\\.\\d+)? ?(?:px|像素|%|pixels?))(?![a-z])";
/** What a margin is said of: only where something is put or moved, and not where the frame grows. */
const PUTS_ZH = "(?<=(?:加|添|[摆投]?放(?!大)|写|贴|置|移|挪|补|盖|印|插入|\\b(?:add|put|place|move|insert)\\b)(?! ?\\d)[^。;\\n]{1,80}?)";
const PUTS_EN =
  "(?<=\\b(?:add|put|place|insert|write|stick|pop|slap|drop|move|position|stamp|overlay)\\b(?! (?:(?:an?|the|some) )?\\d)[^.;\\n]{2,90}?)";
const NOUN_ZH = "(?:[内外页]?边距|留白|留边|间距|空隙|空白|距离|margin|padding)";
const PICTURE_ZH = "(?:画面|图片|画布|图|海报)?的?";
const EDGE_ZH = "(?:(?:四周|周围|两边|各边|边缘|边框|边沿|边)(?:边缘)?)";
/** One side: where a place names it already it says nothing more. */
const SIDE_ZH = "(?<=(?:[左右上下顶底]|\\b(?:top|bottom|left|right)\\b)[^。;\\n]{0,60}?)[上下左右底顶](?:边缘?|侧|部|端|方|沿)";
const KEPT_ZH = "(?:保持|保留|留出?|留有|空出?|预留|相距|相隔|间隔|设?为|是|约|有|各|都|要|再|:| )*";
const FROM_EN =
  "(?:from|off|to|around|at|on|between it and) (?:(?:the|each|all|both|every|its|any|image|picture|canvas|outer) )*(?:edges?|sides?|borders?|frame|it)";

/** How far from the edge a thing is to stand, in whichever words: said plainly, and as a clause of its own. */
export const MARGINS_SAID_ZH: readonly Recasting[] = [
  rule(
    `${PUTS_ZH}[,、]?(?:并且?|且|同时|需|要|请)*(?:四周|四边|上下|左右|[上下左右]边?(?=[内外页]?边距|留)|离(?=边距))*(?:(?:距离?|离|与|跟|和)(?:${PICTURE_ZH}${EDGE_ZH}|${SIDE_ZH})(?:的?(?:距离|间距))?${KEPT_ZH}${AMOUNT}(?:的?${NOUN_ZH})?|${EDGE_ZH}?${KEPT_ZH}(?:${NOUN_ZH}(?:设|调|保持)?[为是成:]? ?${AMOUNT.replace("<n>", "<m>")}|${AMOUNT.replace("<n>", "<o>")}的?${NOUN_ZH}))(?=$|[,。;!、\\s]|并|且)`,
    ",边距$<n>$<m>$<o>",
    /\d ?(?:px|像素|%|pixel)/u,
  ),
];
export const MARGINS_SAID_EN: readonly Recasting[] = [
  rule(
    `${PUTS_EN},?\\s+(?:and )?(?:(?:with|leaving|leave|keeping|keep|having|at|set) )*(?:(?:an?|the) )?(?:${AMOUNT}(?: of)? (?:margin|padding|gap|inset|offset|breathing (?:room|space)|space|clearance)s?(?: ${FROM_EN}| all a?round)?|(?:margin|padding|gap|inset|offset)s?(?: of|:| is|=)? ${AMOUNT.replace("<n>", "<m>")}(?: ${FROM_EN}| all a?round)?|${AMOUNT.replace("<n>", "<o>")} (?:away |in |inset )?(?:from|off) (?:(?:the|each|all|both|every|its|any|image|picture|canvas|outer) )*(?:edges?|sides?|borders?|frame)|(?<=\\bleav(?:e|ing) )${AMOUNT.replace("<n>", "<p>")})(?=$|[,.;!]| and | please)`,
    ", $<n>$<m>$<o>$<p> margin",
    /\d ?(?:px|%|pixel)/u,
  ),
];
