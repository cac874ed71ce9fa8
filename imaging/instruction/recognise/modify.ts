import { find, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";

const FRAMES = [
  /^(?:让|使)(?<s>.{1,10}?)(?<r>(?:更|变得?|看起来|看向|面带|面露|带着|微笑|笑|站|坐|穿|戴|拿|跑|跳|飞|闭|睁|张开|转|面向|抬|举|露出|低头|挥手|躺|走|拥抱|打开|关上|亮起).*)$/du,
  /^(?:给|为)(?<s>.{1,10}?)(?<r>(?:换|穿|戴|理|剪|梳|化|配)(?:一?[个件套副双顶种])?.+)$/du,
  /^(?:make|have|let)\s+(?<s>(?:the|this|that|his|her|my|our)\s+[a-z'-]+|him|her|them)\s+(?<r>[a-z].*)$/du,
  /^(?<r>rotate|flip|mirror|straighten|tilt)\s+(?<s>.+?)(?:\s+(?:by\s+)?\d+(?:\.\d+)?\s*(?:degrees?|deg|°).*)?$/du,
  /^(?:把|将)?(?<s>.+?)(?<r>(?:顺时针|逆时针)?旋转.*|(?:水平|垂直|左右|上下)?翻转.*|镜像.*)$/du,
  /^give\s+(?<s>(?:the|this|that|his|her)\s+[a-z'-]+|him|her|them)\s+(?<r>.+)$/du,
];

/** Orders that change how a thing is without making it another: 让他笑起来, "make the woman smile", rotation. */
export const readModify: Recogniser = (clause) => {
  for (const pattern of FRAMES) {
    const found = find(clause, pattern);
    const subject = found?.of("s");
    const result = found?.of("r");
    if (subject === undefined || result === undefined) continue;
    const { kind, target, strings, where } = readReference(subject);
    if (kind === "none" || (kind === "text" && strings.length === 0)) continue;
    const named = strings[0] ?? target ?? wordsOf(subject);
    return operate(operation("object.modify", { target: named, where, value: wordsOf(result) }));
  }
  return undefined;
};
