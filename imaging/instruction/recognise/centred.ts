import type { Where } from "../../../protocol/plan.ts";
import type { Recogniser } from "../reading.ts";

/** What the frame is to go around or must not cut. */
const SUBJECT_KEPT =
  /^(?:(?:保持|保留|让|使|以|把)?(?:主体|画面|主要内容|主角|人物|产品|商品|脸|人脸|主角)(?:要|得|必须|一定|都|须|放|在)*\s*(?:居中|center|centered|为中心|完整|不要切掉|在中间|在画面中央|不被裁)|(?:keep(?:ing)? |with )?(?:the )?(?:subject|person|product|face|main object)(?: stays?| kept)? (?:in the (?:middle|center|centre)|cent(?:er|re)d|in (?:frame|view)|whole))$/;
/** 鞋子要在正中间, "centred on the shoe": what is named is what the frame goes around. */
const CENTRED_ON =
  /^.{1,8}?(?:要|得|放|请)*(?:在|放在|居)(?:画面)?(?:的)?(?:正)?(?:中间|中央|中心|居中)$|^.{1,8}[居置]中$|^(?:保留|保持|让|使|以|把)?.{1,10}(?:完整|不要?被?(?:切|裁)|为中心|为主|放?在?(?:画面)?(?:正)?(?:中间|中央|中心)|居中)(?:保留|显示|入镜|到|掉)?$|^(?:keep(?:ing)? )?(?:cent(?:er|re)d?|with .{1,20} cent(?:er|re)d) (?:on|around) |^(?:and |but |while )?(?:keep|keeping|with|leav(?:e|ing)|hav(?:e|ing)|put|make sure|ensuring|so(?: that)?)(?: that)? (?:the|her|his|our|my|both|all) [a-z' ]{2,30}? (?:is |are |stays? |remains? |kept )?(?:(?:right |dead )?(?:in|at) the (?:very )?(?:middle|cent(?:er|re))|cent(?:er|re)d?|in (?:the )?(?:frame|view|shot)|fully visible|whole|intact|not (?:cut|cropped)(?: off)?|uncut)$/;

/** Lettering in the middle is an order about the lettering. */
const LETTERING = /^(?:把|让|将)?(?:主|副|大|小)?(?:标题|文字|字|文案)(?!.*(?:切|裁|完整))/u;

const SIDES = { left: "right", right: "left", top: "bottom", bottom: "top", 左: "right", 右: "left", 上: "bottom", 下: "top" } as const;
const KEPT_AT =
  /^(?:keep(?:ing)? |with |leav(?:e|ing) )?(?:the )?[a-z]+(?: [a-z]+)?(?: (?:stays?|remains?|is|sits?|should be|should stay))? (?:on|at|to) the (?<s>left|right|top|bottom)(?: side)?$|^(?:保持|让|把)?.{1,8}?(?:要|都|还)?(?:保持|留|放|靠|停|待|位)?(?:在|于)?(?:最)?(?<z>[左右上下])(?:边|侧|方|面)?$/u;

/** The side that grows where what is there stays at the other. */
const keptAt = (key: string): Where | undefined => {
  const { s, z } = KEPT_AT.exec(key)?.groups ?? {};
  return SIDES[(s ?? z) as keyof typeof SIDES];
};

/** Behind a crop or an extension: what stands in the middle of the new frame. An extension cuts nothing, so it only keeps. */
export const readCentred: Recogniser = ({ key }, before) => {
  const side = before?.kind === "canvas.extend" && before.where === undefined && before.sides === undefined ? keptAt(key) : undefined;
  if (before !== undefined && side !== undefined) return { does: "instead", operations: [{ ...before, where: side }] };
  if (before?.kind === "canvas.extend" && SUBJECT_KEPT.test(key)) return { does: "keep" };
  if (before?.kind !== "crop" || LETTERING.test(key) || !(SUBJECT_KEPT.test(key) || CENTRED_ON.test(key))) return undefined;
  return { does: "instead", operations: [{ ...before, target: "subject" }] };
};
