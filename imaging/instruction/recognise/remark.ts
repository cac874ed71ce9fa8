import { ROLE_EN, ROLE_ZH, TEXT_EN, TEXT_ZH } from "../lexicon/roles.ts";
import type { Reading, Recogniser } from "../reading.ts";

const RETRACT =
  /^(?:actually|hmm|oh|oops|no|nope|wait|no wait|sorry|scratch that|on second thought|actually no|不对|不是|哦不|算了|等等|更正)$/;
const TOPIC_END = /(?:改|换|修改|调整|更新|处理|修|弄)(?:一下|下|一改|改)$/;
/** 把日期改一下, "update the date": the next clause says how. */
const TOPIC = new RegExp(
  `^(?:改|换|修改|更换|调整|更新)(?:一下)?(?:${ROLE_ZH}|${TEXT_ZH}|背景|颜色)$|^(?:change|update|edit|modify|fix|adjust) (?:only )?the (?:${ROLE_EN}|${TEXT_EN}|background|colou?rs?)$|${TOPIC_END.source}`,
  "u",
);
const DISLIKE =
  /^(?:我|客户|老板)?(?:不喜欢|不想要|不太喜欢)|(?:不好看|不太对|有问题|写错了?|有误|错了)$|^(?:i|we|the client) (?:do not|don't|dislike|hate|don’t) (?:really )?(?:like|want)|^(?:the )?.{0,30} (?:is|are) (?:wrong|outdated|a typo|not right)$/;
const MARGIN =
  /^(?:并|且|和|with|leave|leaving|keep|keeping|having|有|要|保持|四周|周围)?\s*(?:an?|the)?\s*(?:离?边缘?的?距离|离边距|留边|边距|留白|留出?|距离?边缘?|离边缘?|间距|margin|padding)?\s*(?:为|是|of|:)?\s*(\d+(?:\.\d+)?)\s*(%|px|像素|pixels?)\s*(?:of )?(?:的)?(?:边距|留白|空白|距离|空间|margin|padding|space|from the edges?)?(?: around)?$/;
const WIDTH =
  /^(?:边框|线)?(?:的)?(?:宽度?|粗细|厚度?|\bwidth|\bthickness)\s*(?:为|是|of|:)?\s*(\d+(?:\.\d+)?)\s*(%|px|像素|pixels?)?$|^(\d+(?:\.\d+)?)\s*(%|px|像素|pixels?)\s*(?:宽|粗|wide|thick)$/;
const SUBJECT_KEPT =
  /^(?:(?:保持|保留|让|使|以|把)?(?:主体|人物|产品|商品|脸|人脸|主角)(?:放)?(?:在)?(?:居中|为中心|完整|不要切掉|在中间|在画面中央|不被裁)|(?:keep(?:ing)? |with )?(?:the )?(?:subject|person|product|face|main object)(?: stays?| kept)? (?:in the (?:middle|center|centre)|cent(?:er|re)d|in (?:frame|view)|whole))$/;
const SAYS_MARGIN = /边|留|距|空|margin|padding|space|edge/;

function marginOf(key: string): number | string | undefined {
  const hit = SAYS_MARGIN.test(key) ? MARGIN.exec(key) : null;
  if (hit === null) return undefined;
  return hit[2] === "%" ? Number(hit[1]) : `${hit[1]}px`;
}

function widthOf(key: string): string | undefined {
  const hit = WIDTH.exec(key);
  const amount = hit?.[1] ?? hit?.[3];
  if (amount === undefined) return undefined;
  return `${amount}${(hit?.[2] ?? hit?.[4]) === "%" ? "%" : "px"}`;
}

/** Clauses that order nothing by themselves: taking back, announcing, giving a reason, or the margin of what was added before. */
export const readRemark: Recogniser = ({ key }, before): Reading | undefined => {
  if (RETRACT.test(key)) return { does: "retract" };
  const margin = before?.kind === "image.add" || before?.kind === "text.add" ? marginOf(key) : undefined;
  if (margin !== undefined) return { does: "margin", value: margin };
  const width = before?.kind === "border.add" ? widthOf(key) : undefined;
  if (width !== undefined) return { does: "margin", value: width };
  if (before?.kind === "crop" && SUBJECT_KEPT.test(key)) return { does: "instead", operations: [{ ...before, target: "subject" }] };
  return TOPIC.test(key) || DISLIKE.test(key) ? { does: "remark" } : undefined;
};
