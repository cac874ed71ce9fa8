import type { Operation } from "../../../protocol/plan.ts";
import { ROLE_EN, ROLE_ZH, TEXT_EN, TEXT_ZH } from "../lexicon/roles.ts";
import type { Reading, Recogniser } from "../reading.ts";
import { COLOUR } from "../style/colour.ts";

const RETRACT =
  /^(?:actually|hmm|oh|oops|no|nope|wait|no wait|sorry|scratch that|on second thought|actually no|不不?|说错了|口误|不对|不是|哦不|算了|等等|更正)$/;
/** Said to somebody, not about the picture. */
const GREETING =
  /^(?:亲爱?的?|亲亲|你好|您好|哈喽|嗨|hi|hello|hey|hiya|hi there|hello there|dear|good (?:morning|afternoon|evening)|(?:各位|大家|诸位)?(?:老师|同学|设计师|美工|小姐姐|小哥哥|伙伴|大佬)?们?(?:大家)?(?:[早晚]上)?(?:好|早|辛苦了)?|在吗|在么|辛苦了|麻烦了|(?:请|麻烦|帮我|帮忙|劳驾|拜托|你|您|我们?)+|(?:please|kindly|can you|could you)(?: please)?|ok|okay|好的|thanks|thank you|cheers|please|谢谢.?|感谢|(?:make (?:these|the following) (?:changes|edits)|(?:do|handle|help (?:me )?with|take care of) (?:all )?(?:of )?(?:this|these|the following)(?: changes| edits| things)?)(?: (?:by|for|before|today|asap|when|as soon)\b.{0,24})?|(?:many )?(?:thanks|thank you|thx|cheers) (?:so much |again |very much )?for (?:the|your|this|that|sending|all|making) .{2,40})$/;
const TOPIC_END = /(?:改|换|修改|调整|更新|处理|修|弄)(?:一下|下|一改|改)$/;
/** 把日期改一下, "update the date": the next clause says how. */
const TOPIC = new RegExp(
  `^(?:just )?(?:make|let|have) (?:it|this|everything|the (?:image|picture|photo|whole thing|product|subject|person|model|foreground|figure|item)) (?:really )?(?:pop|stand out|shine|sing|come alive)(?: (?:a (?:bit|little)|some))?(?: more)?$|^(?:给)?(?:它)?(?:换|改)一?个(?:颜色|色|色号|样子|字体)$|^(?:加|添加|套|用|上|来)(?:一?个|上)?(?:滤镜|特效|效果)$|^(?:add|apply|use) an? (?:filter|effect)$|^(?:改|换|修改|更换|调整|更新)(?:一下)?(?:${ROLE_ZH}|${TEXT_ZH}|背景|颜色)$|^(?:change|update|edit|modify|fix|adjust) (?:only )?the (?:${ROLE_EN}|${TEXT_EN}|background|colou?rs?)$|${TOPIC_END.source}`,
  "u",
);
const DISLIKE =
  /^(?:我|客户|老板)?(?:不喜欢|不想要|不太喜欢)|(?:不好看|不太对|有问题|写错了?|有误|错了)$|^(?:这里|上面|图里|图上)?(?:有|打|写)(?:个|了|了个|的)?错(?:别)?字了?$|^(?:i|we|the client) (?:do not|don't|dislike|hate|don’t) (?:really )?(?:like|want)|^(?:the )?.{0,30} (?:is|are|looks?|seems?|feels?) (?:all |a bit |kind of |so )?(?:wrong|outdated|a typo|not right|off|weird|odd|strange|broken|funny|messed up|misspel(?:led|t))$/;
const WIDTH =
  /^(?:每[边侧]|四边|各边|每一边|each side|on each side)?(?:各|都|是|为)?\s*(\d+(?:\.\d+)?)[\s-]*(px|像素|pixels?|%)$|^(?:边框|线)?(?:的)?(?:宽度?|粗细|厚度?|粗|\bwidth|\bthickness)\s*(?:为|是|of|:)?\s*(\d+(?:\.\d+)?)\s*(%|px|像素|pixels?)?$|^(\d+(?:\.\d+)?)\s*(%|px|像素|pixels?)\s*(?:宽|粗|wide|thick)$/;
/** “it's cut off anyway”: said of what was just ordered. */
const WHY_EN =
  /^(?:it's|its|it is|they'?re|they are|(?:she|he)'s (?=[a-z]+ing\b)|(?:she|he) is (?=[a-z]+ing\b)|that'?s|this is|because|it (?:gets|looks|feels|was|keeps|doesn't)|(?:nobody|no one|noone|everyone|people) (?:really |ever |actually )?(?:reads?|needs?|uses?|cares?|likes?|wants?|looks?|sees?|knows?|gets?|understands?))\b(?!.*\b(?:too|should|must|needs? to|not|dark|bright|yellow|blue|dull|flat)\b)/;
/** "its wheels black": no reason but another wish. */
const ITS_OWN = new RegExp(`^its [a-z]+ (?:[a-z]+ )?(?:${COLOUR}|bold|italic|bigger|smaller|larger)$`, "u");
/** Several results of one order are asked for beside it, not within. */
const VERSIONS = /^(?:做|出|给我?|要|来)\s*(?:\d+|[一两二三四五])(?:个|种|套)(?:不同的?)?(?:版本|方案|配色)/;
/** A和B对调一下: no announcement but the order itself. */
const TRADES = /(?:和|与|跟|、).+(?:互换|对调|调换|交换|(?:顺序|位置)换)(?:一?下)?$/u;
const SAYS_MARGIN = /边|留|距|空|margin|padding|space|edge|from (?:the )?(?:top|bottom|left|right)/;

/** How large an added picture is to be: a share of the picture (大小占10%, "10% of the width") or pixels. */
const SHARE =
  /^(?:logo|图标?|它|整体)?(?:的)?(?:大小|尺寸|宽度?|size|width)?\s*(?:占|为|是|约|:|of|is|at|about)?(?:画面|图片|整图|图)?(?:的)?(?:宽度?)?的?\s*(\d+(?:\.\d+)?)\s*(%|px|像素)\s*(?:宽|大小|wide|of (?:the )?(?:image|picture|width|image width)|in size)?$/;

function shareOf(key: string): Operation["style"] {
  const hit = SHARE.exec(key);
  if (hit === null || SAYS_MARGIN.test(key) || !/大小|尺寸|宽|占|size|wid|of/.test(key)) return undefined;
  const amount = Number(hit[1]);
  if (hit[2] !== "%") return amount >= 1 && amount <= 4096 ? { size: amount } : undefined;
  // A smaller share than a plan can hold is asked about.
  return amount >= 0.5 && amount <= 100 ? { sizeFactor: amount / 100 } : undefined;
}

function widthOf(key: string): string | undefined {
  const hit = WIDTH.exec(key);
  const amount = hit?.[1] ?? hit?.[3] ?? hit?.[5];
  if (amount === undefined) return undefined;
  return `${amount}${(hit?.[2] ?? hit?.[4] ?? hit?.[6]) === "%" ? "%" : "px"}`;
}

/** A mark that is put somewhere with a margin is one's own. */
export const PUT = /放|摆|贴|\b(?:put|place|stick|add)\b/;
export const MARK = /logo|标志|徽标|商标|二维码|水印|qr|watermark|badge/i;

/** A border's width beside the kind named before it: "6px double". */
const withKind = (width: string, value: Operation["value"]): string =>
  typeof value === "string" && !/\d/.test(value) ? `${width} ${value}` : width;

/** Clauses that order nothing by themselves: taking back, announcing, giving a reason, or the margin of what was added before. */
export const readRemark: Recogniser = ({ key, sentence }, before): Reading | undefined => {
  if (before !== undefined && WHY_EN.test(key) && !ITS_OWN.test(key)) return { does: "remark" };
  if (TRADES.test(key)) return undefined;
  if (VERSIONS.test(key)) return { does: "doubt", doubt: "unclear" };
  if (RETRACT.test(key)) return { does: "retract" };
  const wide = before?.kind === "object.move" && before.where !== undefined && PUT.test(sentence.key) ? shareOf(key) : undefined;
  if (before !== undefined && wide !== undefined && MARK.test(before.target ?? ""))
    return { does: "instead", operations: [{ ...before, kind: "image.add", style: wide }] };
  const radius =
    before?.kind === "border.add"
      ? /^(?:圆角)?(?:半径|\bradius)\s*(?:为|是|:|of)?\s*(\d+)\s*(?:px|像素)?$|^(\d+)\s*(?:px|像素|pixels?)?\s*(?:(?:corner )?radius|(?:的)?(?:圆角|半径))$/.exec(
          key,
        )
      : undefined;
  if (before !== undefined && radius !== undefined && radius !== null)
    return { does: "instead", operations: [{ ...before, value: `${before.value ?? "rounded"} radius ${radius[1] ?? radius[2]}px` }] };
  if (/^blur/.test(String(before?.value)) && /^(?:radius|半径|强度)\s*(?:为|是|:|of)?\s*\d+\s*(?:px|像素|%)?$/.test(key))
    return { does: "keep" };
  const share = before?.kind === "image.add" ? shareOf(key) : undefined;
  if (before !== undefined && share !== undefined)
    return { does: "instead", operations: [{ ...before, style: { ...before.style, ...share } }] };
  const width = before?.kind === "border.add" ? widthOf(key) : undefined;
  if (width !== undefined) return { does: "borderWidth", value: withKind(width, before?.value) };
  if (/^(?:检查|看看|看一下|确认|核对|核实)/.test(key)) return undefined;
  return GREETING.test(key) || TOPIC.test(key) || DISLIKE.test(key) ? { does: "remark" } : undefined;
};
