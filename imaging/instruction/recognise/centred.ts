import type { Where } from "../../../protocol/plan.ts";
import { find, type Phrase, wordsOf } from "../phrase/phrase.ts";
import type { Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";

/** What the frame is to go around or must not cut. */
const SUBJECT_KEPT =
  /^(?:(?:保持|保留|让|使|以|把)?(?:主体|画面|主要内容|内容|原图|图片|照片|主角|人物|产品|商品|脸|人脸|主角)(?:要|得|必须|一定|都|须|放|在)*\s*(?:居中|center|centered|为中心|完整|不要切掉|在中间|在画面中央|不被裁)|(?:keep(?:ing)? |with )?(?:the )?(?:subject|person|product|face|main object)(?: stays?| kept)? (?:in the (?:middle|center|centre)|cent(?:er|re)d|in (?:frame|view)|whole))$/;
/** 鞋子要在正中间, "centred on the shoe": what is named is what the frame goes around. */
const CENTRED_ON =
  /^.{1,8}?(?:要|得|放|请)*(?:在|放在|居)(?:画面)?(?:的)?(?:正)?(?:中间|中央|中心|居中)$|^.{1,8}[居置]中$|^(?:保留|保持|让|使|以|把)?.{1,10}(?:完整|不要?被?(?:切|裁)|为中心|为主|放?在?(?:画面)?(?:正)?(?:中间|中央|中心)(?!的)|居中)(?:保留|显示|入镜|到|掉)?$|^(?:keep(?:ing)? )?(?:cent(?:er|re)d?|with .{1,20} cent(?:er|re)d) (?:on|around) |^(?:and |but |while )?(?:keep|keeping|with|leav(?:e|ing)|hav(?:e|ing)|put|make sure|ensuring|so(?: that)?)(?: that)? (?:the|her|his|our|my|both|all) [a-z' ]{2,30}? (?:is |are |stays? |remains? |kept )?(?:(?:right |dead )?(?:in|at) the (?:very )?(?:middle|cent(?:er|re))|cent(?:er|re)d?|in (?:the )?(?:frame|view|shot)|fully visible|whole|intact|not (?:cut|cropped)(?: off)?|uncut)$/;

/** "keep the skyline", 保留完整的瓶子: one thing that must stay in the frame. */
const HELD_IN =
  /^(?:and |but |while )?(?:keep(?:ing)?|includ(?:e|ing)|show(?:ing)?) (?:just |only |all of )?(?:the|her|his|our|my|both|all) (?!(?:same|rest|other|original|text|style|background|quality|ratio|aspect|image|picture|photo|colou?rs?|tone|light(?:ing)?|composition)\b)[a-z' ]{2,30}$|^(?:只)?(?:保留|留住|留下|留)(?:完整的?|整个)?(?!原|其[他它余]|一[点些]|背景|文字|画质|比例|风格|颜色|构图|色|光|空|白|边)[\p{Script=Han}a-z]{1,8}$/u;

/** What those name. */
const NAMED = [
  /^(?:一定|必须|请)?(?:保持|保留|让|使|以|把|将)?(?<x>(?!保|留).{1,10}?)(?:保留|留|移)?(?:要|得|必须|一定|请|都|须|保持)*(?:(?:放|摆|留|移)?(?:在|到)?(?:画面)?的?正?(?:中间|中央|中心)(?!的)|[居置]中|完整(?!的)|为(?:中心|主)|不要?被?(?:切|裁)|center).*$/du,
  /\b(?:on|around) (?:the |her |his |our |my |its )?(?<x>[a-z][a-z' -]*)$/du,
  /^(?:and |but |while )?(?:keep|keeping|with|leav(?:e|ing)|hav(?:e|ing)|put|make sure|ensuring|so(?: that)?)?(?: that)? ?(?:the|her|his|our|my|both|all) (?<x>[a-z' ]{2,30}?)(?: (?:is|are|stays?|remains?|kept))? (?:right |dead |fully )?(?:in |at |cent|visible|whole|intact|not |uncut).*$/du,
  /^(?:and |but |while )?(?:keep(?:ing)?|includ(?:e|ing)|show(?:ing)?) (?:just |only |all of )?(?:the|her|his|our|my|both|all) (?<x>[a-z' ]+)$/du,
  /^(?:只)?(?:保留|留住|留下|留)(?:完整的?|整个)?(?<x>.+)$/du,
] as const;
/** 主体, "it": what every crop goes around. */
const ANY_SUBJECT =
  /^(?:主体|主题|画面|主要内容|主角|内容|图片?|照片|它|(?:main )?(?:subject|object|thing)|image|picture|photo|it|everything)$/;

/** What the frame is to go around, by its name where it has one. */
function centreOf(clause: Phrase): string {
  for (const pattern of NAMED) {
    const named = find(clause, pattern)?.of("x");
    if (named === undefined) continue;
    const { kind, target } = readReference(named);
    return kind === "object" && !ANY_SUBJECT.test(named.key) ? (target ?? wordsOf(named)) : "subject";
  }
  return "subject";
}

/** Lettering in the middle is an order about the lettering. */
const LETTERING = /^(?:把|让|将)?(?:主|副|大|小)?(?:标题|文字|字|文案)(?!.*(?:切|裁|完整))/u;

const SIDES = { left: "right", right: "left", top: "bottom", bottom: "top", 左: "right", 右: "left", 上: "bottom", 下: "top" } as const;
const KEPT_AT =
  /^(?:keep(?:ing)? |with |leav(?:e|ing) )?(?:the )?[a-z]+(?: [a-z]+)?(?: (?:stays?|remains?|is|sits?|should be|should stay))? (?:on|at|to) the (?<s>left|right|top|bottom)(?: side)?$|^(?:保持|让|把)?.{1,8}?(?:要|都|还)?(?:保持|留|放|靠|停|待|位)?(?:在|于)?(?:最)?(?<z>[左右上下])(?:边|侧|方|面)?$/u;

/** 主体靠右, "with the subject on the left third": where in the new frame it is to stand. */
const ASIDE =
  /^(?:让|使|把)?(?:主体|人物?|产品|商品|主角|模特|脸|人脸)(?:要|放|摆|居)?(?:靠|在|到|偏|居)(?:画面)?(?:的)?(?:最)?(?:左|右|上|下)(?:边|侧|方|部|三分之一)?(?:一?[点些])?$|^(?:with |keep(?:ing)? |put |place )?(?:the )?(?:subject|person|product|face|model|main object) (?:to|on|at|in) the (?:left|right|top|bottom|upper|lower)(?: (?:side|third|half|edge))?$/u;

/** The side that grows where what is there stays at the other. */
const keptAt = (key: string): Where | undefined => {
  const { s, z } = KEPT_AT.exec(key)?.groups ?? {};
  return SIDES[(s ?? z) as keyof typeof SIDES];
};

/** Behind a crop or an extension: what stands in the middle of the new frame. An extension cuts nothing, so it only keeps. */
export const readCentred: Recogniser = (clause, before) => {
  const { key } = clause;
  const side = before?.kind === "canvas.extend" && before.where === undefined && before.sides === undefined ? keptAt(key) : undefined;
  if (before !== undefined && side !== undefined) return { does: "instead", operations: [{ ...before, where: side }] };
  if (before?.kind === "canvas.extend" && SUBJECT_KEPT.test(key)) return { does: "keep" };
  if (before?.kind !== "crop" || LETTERING.test(key)) return undefined;
  if (before.target === undefined && typeof before.value === "string" && ASIDE.test(key))
    return { does: "instead", operations: [{ ...before, target: wordsOf(clause) }] };
  const held = before.target === undefined && before.where === undefined && before.sides === undefined && HELD_IN.test(key);
  if (!held && !SUBJECT_KEPT.test(key) && !CENTRED_ON.test(key)) return undefined;
  return { does: "instead", operations: [{ ...before, target: centreOf(clause) }] };
};
