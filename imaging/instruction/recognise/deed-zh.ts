import { BECOMES_ZH, DEED_ZH, VERBS_ZH } from "../lexicon/deeds-zh.ts";
import { find, hasLiteral, type Phrase, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Reading, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";

const THING = "[^,。;吗呢?]";
const FORMS: readonly RegExp[] = [
  // 把窗户擦亮一点, 给衣柜整理一下
  new RegExp(`^(?:把|将|给|帮|为)(?<s>${THING}{1,12}?)(?:都|也|全部?|再|稍微|略微|轻轻|慢慢)?(?<r>${DEED_ZH})$`, "du"),
  // 让湖面泛起涟漪
  new RegExp(`^(?:想|要)?(?:让|使|叫|令)(?<s>${THING}{1,10}?)(?:都|也|能)?(?<r>${BECOMES_ZH}.*)$`, "du"),
  // 模特应该看着镜头
  new RegExp(`^(?<s>${THING}{1,8}?)(?:应该|应当|必须|需要)(?:要|是)?(?<r>${BECOMES_ZH}.*)$`, "du"),
  // 给花浇点水
  new RegExp(`^(?:给|帮|为)(?<s>${THING}{1,8}?)(?<r>[${VERBS_ZH.one}](?:上|点|些|个|一[点些层圈个下]|满)[^,。;]{1,10})$`, "du"),
  // 叠一下毛巾
  new RegExp(`^(?<r>(?:${VERBS_ZH.two}|[${VERBS_ZH.one}])一下)(?<s>${THING}{1,12})$`, "du"),
  // 吹灭蜡烛, 拉下卷帘门, 弱化后面的人群
  new RegExp(`^(?<r>${VERBS_ZH.two})(?<s>(?![一了着过得上里中下的和与])${THING}{2,12})$`, "du"),
  new RegExp(`^(?<r>[${VERBS_ZH.one}](?:上|下|开|起|紧|满|平|直|亮|灭|好|干净))(?<s>(?![一了着过得来去])\\p{Script=Han}{2,8})$`, "du"),
  // 黑眼圈淡一点
  new RegExp(
    `^(?:把|将|让|使)?(?<s>${THING}{2,8}?)(?:[调修弄变磨p画做]得)?(?<r>(?:再|更|稍微)?(?:淡|浓|密|稀|软|硬|脆|滑|顺|圆|尖|松|紧|满|旺|急|缓|弯|直|翘|挺|蓬松|柔和|柔顺|浓密|饱满|紧实|光滑|透亮|清透|湿润|干燥|新鲜|成熟|茂密|稀疏|自然)(?:${VERBS_ZH.degree}))$`,
    "du",
  ),
  // 书架收拾干净, 地板拖一下
  new RegExp(
    `^(?!把|将|给|让|使|如|要|若|当|别|不|请|为|从|在|用)(?<s>(?:(?!了|吗|[是有着])${THING}){1,8}?)(?:都|也|全部?|再|稍微)?(?<r>${DEED_ZH})$`,
    "du",
  ),
];

/** 把痘痘磨掉 */
const REMOVED = new RegExp(`^(?:把|将|给)?(?<s>${THING}{1,10}?)(?:都|全部?)?[磨挤刮洗拍抖拂掸揭撬拔卸扫吹抠]掉$`, "du");

/** A question, a refusal or a condition is no deed. */
const NO_ORDER =
  /没|吗|么$|没|好看|难看|上次|那样|这样|什么|哪|几[个只]|多少|是不是|有没有|如果|要是|假如|除非|除了|别的话|不要|不用|别[动改删]|(?:改|换|变|替换)(?:成|为)|->|→/;

/** Lettering, the picture and what is none by itself. */
const NO_THING = /^(?:字|图|文字?|画面?|层|颜?色|底|弄|搞|做|好|.*(?:放大|变大|加大|缩小|变小)$|[上下左右前后里外]$)|[左右]$|^(?:和|与|跟)/;

function deed(subject: Phrase, result: Phrase): Reading | undefined {
  if (NO_THING.test(subject.key)) return undefined;
  const { kind, target, where, attribute } = readReference(subject);
  if (attribute || target === undefined || (kind !== "object" && kind !== "background" && (kind !== "colour" || /色$|^.$/u.test(target))))
    return undefined;
  return operate(operation("object.modify", { target, where, value: wordsOf(result) }));
}

/** A clear Chinese order no sentence form explains: 把窗帘拉上, 让湖面泛起涟漪, 书架收拾干净. The deed is passed on as said. */
export const readDeedZh: Recogniser = (clause) => {
  if (hasLiteral(clause) || NO_ORDER.test(clause.key)) return undefined;
  const gone = find(clause, REMOVED)?.of("s");
  if (gone !== undefined && readReference(gone).kind === "object") return operate(operation("object.remove", { target: wordsOf(gone) }));
  for (const form of FORMS) {
    const found = find(clause, form);
    const [subject, result] = [found?.of("s"), found?.of("r")];
    const reading = subject === undefined || result === undefined ? undefined : deed(subject, result);
    if (reading !== undefined) return reading;
  }
  return undefined;
};
