import type { Where } from "../../../protocol/plan.ts";
import { DIRECTIONS } from "../lexicon/positions.ts";
import { ROLE_EN, ROLE_ZH } from "../lexicon/roles.ts";
import { find, hasLiteral, isBlank, type Phrase, without, wordsOf } from "../phrase/phrase.ts";
import { doubt, operate, operation, type Recogniser } from "../reading.ts";
import { directionIn, placeIn } from "../reference/place.ts";
import { type Reference, readReference } from "../reference/reference.ts";
import { wholeStyle } from "../style/style-words.ts";
import { anchorOf, sideOf } from "./beside.ts";
import { OWN_PICTURE } from "./in-its-place.ts";
import { styleReading } from "./wish.ts";

const FRAMES = [
  /^(?:把|将|让)?(?<s>.*?)(?<![往向朝][左右]?)(?<p>[上下左右])移(?:动)?(?<n>.*)$/du,
  /^(?:把|将)(?<s>.+?)(?:放|摆|移|挪)(?<p>(?:左上|右上|左下|右下|正?中|最?[上下左右顶底])[角方侧边面部央间心].*)$/du,
  /^(?!把|将|在|再|给|请)(?<s>[^,在到往向\uE000]{2,14}?)\s?(?:放|摆|移|挪)\s?(?<p>(?:左上|右上|左下|右下|正?中|最?[上下左右顶底])[角方侧边面部央间心].*)$/du,
  /^(?:把|将|让)?(?<s>.*?)(?:整体)?(?:移动|移|挪动?|(?<!缩)放置?|置|居|摆放?|拖动?|调整?|换|改)(?:位置)?(?:到|至|在|去|于)(?<p>.+?)(?:位置|处|去)?$/du,
  // 标题放logo下面
  /^(?:把|将|让)?(?<s>[^放]{1,12}?)(?<!缩)放(?<p>[^到在大小进入上下左右一].{0,10}?的?(?:[上下左右前后旁](?:面|方|边)))$/du,
  /^(?:把|将|让)?(?<s>.*?)(?<p>(?:向|往|朝).+?)(?:移动?|挪动?|平移|偏移|靠靠?|(?<=[上下左右中][边面方侧间]?)(?:提(?![亮高升])|抬|推|拖|拽|降|拉(?![长伸高宽大直平])|放(?!大)))(?<n>.*)$/du,
  /^(?:move|shift|drag|nudge|slide|bring|push|bump|pull)\s+(?<s>(?:the|this|that|our|my) .+? (?:in|at|on|near|under|below|above) the [a-z -]+?(?!(?<=\b(?:top|bottom|upper|lower))\s+(?:left|right)))(?:\s+(?:just )?(?:a (?:bit|little|tad|touch)|slightly))?\s+(?<p>(?:up|down|upwards?|downwards?|to the (?:left|right)|left|right)(?: (?:a (?:bit|little|tad|touch)|slightly|more|by \d+ ?(?:px|%|pixels)|\d+ ?(?:px|%|pixels)))*)$/du,
  /^(?:move|shift|drag|reposition|relocate|nudge|slide|bring|push|shuffle|scoot)\s+(?<s>.+?)(?<!\b(?:the|this|that|our|my|these|those))(?:\s+(?:just )?(?:a (?:bit|little|tad|touch)|slightly))?\s+(?<p>(?:higher|lower|to|towards?|into|onto|in|on|at|along|dead cent(?:er|re)|(?:top|bottom|upper|lower)[- ](?:left|right)|up|down|left|right|upwards?|downwards?|\d|(?:right |just |directly )?(?:below|under|underneath|beneath|above|over|beside|next to|behind|between|near|closer|nearer|forwards?|backwards?|away from|further)\b).*)$/du,
  /^align\s+(?<s>(?:the|our|this)\s.+?)\s+(?<p>with\s.+)$/du,
  /^(?:put|place|position|set|add)\s+(?<s>it|this|that|them)\s+(?<p>(?:right |just |directly )?(?:below|under|underneath|beneath|above|over|beside|next to|to the (?:left|right) of)\s.*)$/du,
  /^(?:put|place|position)\s+(?<s>(?:the|it|this|that|them)\b.*?)\s+(?<p>(?:to|into|onto|in|on|at|along|towards?|(?=(?:dead |exact )?cent(?:er|re)\b|(?:top|bottom|upper|lower)[- ](?:left|right)\b)|(?:right |directly |just )?(?:below|under|underneath|beneath|above|next to|beside|behind|between|closer to|before|after|in front of))\s.+|(?:a (?:bit|little) )?(?:closer(?: together)?|(?:further|farther) apart|apart|together))$/du,
];
/** 价格调到￥259: a goal no thing can be moved to. */
const NEW_WORDING = /^\d+(?:\.\d+)?(?:px|号|像素|%)?$|^[$¥€£]\s?\d|^\d[\d.,]*(?:元|块|折|月|号|点)/;
const UP_DOWN: Readonly<Record<string, "top" | "bottom">> = { up: "top", down: "bottom", higher: "top", lower: "bottom" };
const DISTANCE = /(\d+(?:\.\d+)?)\s*(px|像素|%|pixels?)/;

/** 一点, "a bit": a nudge, of this share of the picture. */
const NUDGE = /一点|一些|一丢丢|少许|稍微?|略微?|\b(?:a (?:bit|little|touch|tad)|slightly)\b/;
const NUDGED = "5%";

function distanceIn(phrase: Phrase): string | undefined {
  const hit = DISTANCE.exec(phrase.key);
  if (hit === null && NUDGE.test(phrase.key)) return NUDGED;
  const off = hit === null ? /中[间央心部]?偏[上下左右]/u.exec(phrase.key)?.[0].slice(-2) : undefined;
  if (off !== undefined) return off;
  return hit === null ? undefined : `${hit[1]}${hit[2] === "%" ? "%" : "px"}`;
}

/** 再往左一点, "a bit more to the left": the last thing edited, further that way. */
const FURTHER =
  /^(?:再|稍微|略微?|还要|继续)*(?<p>(?:向|往|朝)(?:左上|右上|左下|右下|上|下|左|右)(?:方|边|侧|面)?)(?:移动?|挪动?|来|去|靠)?(?:一点点?|一些|些|点|\d+.*)?$|^(?:(?:a (?:bit|little)|slightly|further|\d+ ?px|move it|more) )*(?:to the )?(?<q>left|right|up|down)(?: a (?:bit|little)| more| further)*$/du;

function furtherOf(clause: Phrase): Phrase | undefined {
  const found = find(clause, FURTHER);
  return found?.of("p") ?? found?.of("q");
}

/** 书的右边: a side of another thing, not of the picture. */
const RELATION = /^(?<o>.+?)的?(?:(?:左|右|上|下|前|后|旁)(?:边|侧|面|方)|正?中(?:间|央|心))$/u;
const PICTURE_SIDE =
  /^(?:画面|图片?|图像|照片|海报|画布|版面|屏幕|页面|[顶底]部|[左右上下](?:方|侧|边)?|最|正|偏|靠|往|向|朝|到|再|稍|略)+的?$/u;
const relationIn = (goal: Phrase): boolean => {
  const other = RELATION.exec(goal.key)?.groups?.o;
  return other !== undefined && !PICTURE_SIDE.test(other) && !hasLiteral(goal);
};
/** 左边人物往中间挪: a mark or a part of the text is one of its kind; of other things the side they stand on says which. */
const ONE_OF_ITS_KIND = new RegExp(`logo|标志|徽标|商标|二维码|水印|watermark|qr|badge|(?:${ROLE_ZH})$|^(?:${ROLE_EN})$`, "iu");
function sidedTarget({ target, where, kind }: Reference, subject: Phrase): string | undefined {
  return where === undefined ||
    (kind !== "object" && kind !== "colour" && !/^(?:字|文字|文本|小字|大字|texts?|words?)$/iu.test(target ?? "")) ||
    target === undefined ||
    ONE_OF_ITS_KIND.test(target)
    ? target
    : wordsOf(without(subject, /^(?:the|this|that|our|my) /));
}
const BESIDE_QUOTED =
  /^\uE000\s*的?(?:[左右上下前后旁][边侧面方]|下方|上方|旁)$|^(?:(?:directly |right |just )?(?:above|below|under|over|beside|next to|before|after|behind)|to the (?:left|right) of) (?:the )?(?:word |text )?\uE000$/u;
const movedThing = (subject: Phrase): string | undefined => {
  const { strings, target } = readReference(subject);
  return strings[0] ?? target;
};

/** 把我们的logo放到…: a mark of one's own is put there, not one of the picture moved. */
const OUR_MARK = /^(?:我们?|咱们?|公司|本店|店铺|品牌)的?(?:品牌|公司)?(?:logo|吉祥物|标志|徽标|商标|二维码|水印)$/;

/** 那边, "over there": only a hand could show it. */
const NOWHERE =
  /^(?:到|去|在)?(?:那|这)(?:边|里|儿|个?地方|个位置)(?:去|来)?$|^(?:to |over |right |down |up )*(?:there|here|that (?:place|spot|side)|this (?:place|spot|side))$/;
/** Beyond the frame, or by coordinates. */
const OUTSIDE =
  /(?:画面|图片?|画布|照片|海报)(?:的)?(?:外|之外|以外)|\b(?:off|outside(?: of)?|out of|beyond) (?:the |this |my )?(?:canvas|picture|image|frame|photo|poster|screen|artboard)\b/;
/** "move this over there", "move the title off the canvas": a goal no frame knows. */
const LOST =
  /^(?:move|shift|relocate|reposition) (?:the|this|that|our|my) [a-z]+(?: [a-z]+)?(?<!\b(?:up|down|left|right|over|closer|nearer|further|apart|together|inwards?|outwards?|back|forwards?|backwards?|lower|higher))$|^(?:移动|挪动|移)(?:一下)?(?:这个|那个)?(?:logo|标题|文字|图标|按钮|二维码|水印|人物|主体|产品)(?:的?位置)?$|^(?:move|put|place|shift|drag|push|bring)\s+.+?\s+(?:(?:(?:to |over |right |down |up )*(?:there|here)|somewhere(?: else)?|elsewhere)|(?:off|outside(?: of)?|out of|beyond) (?:the |this |my )?(?:canvas|picture|image|frame|photo|poster|screen|artboard).*|to (?:x ?=? ?)?-?\d{2,}\s?[,x ]\s?(?:y ?=? ?)?-?\d{2,})$|^(?:移|挪|放|摆)(?:动)?一?下?(?:这|那)(?:个|里|边)?$|^(?:把|将)(?:它们?|这个?|那个?|这些|那些)(?:放|移|挪|摆)(?:到|在|去)?(?:那|这)(?:儿|里|边)(?:去|来)?$/;

/** Moving a thing or a piece of type. `where` is the place or the direction, `value` a distance or words for a place that is no part of the frame. */
/** 跟蛋糕靠近点, "closer to the cup": where what was just moved is to stand. */
const NEARER =
  /^(?:再|要|和|并)?(?:跟|和|与|离|挨着|靠近|贴着|紧挨).{1,8}(?:靠近|近|远|挨|贴|一样[高低齐]|[对切靠看取]齐|齐平|平齐|并齐|并排|平行).{0,3}$|^(?:just |a bit |right )?(?:next to|closer to|near(?:er)?(?: to)?|beside|close to|away from|further from|in line with) .+$/;

export const readMove: Recogniser = (clause, before) => {
  if (before?.kind === "object.move" && NEARER.test(clause.key))
    return { does: "instead", operations: [{ ...before, value: wordsOf(clause) }] };
  if (LOST.test(clause.key) && !hasLiteral(clause)) return doubt("where_to");
  const further = before === undefined ? furtherOf(clause) : undefined;
  const way = further === undefined ? undefined : (directionIn(further)?.where ?? UP_DOWN[further.key]);
  if (way !== undefined) return operate(operation("object.move", { where: way, value: distanceIn(clause) }));
  for (const pattern of FRAMES) {
    const found = find(clause, pattern);
    const subject = found?.of("s");
    const goal = found?.of("p");
    if (subject === undefined || goal === undefined) continue;
    // "place the words 'Thank you' in the middle" writes them there.
    if (
      /^(?:put|place)\b/.test(clause.key) &&
      (hasLiteral(subject) ||
        OWN_PICTURE.test(subject.key) ||
        /^(?:the |our |my )?(?:\w+ )?(?:logo|qr ?code|watermark|badge)(?: (?:top|bottom|left|right|cent).*)?$/.test(subject.key))
    )
      return undefined;
    if (OWN_PICTURE.test(subject.key) && /[放摆贴加]/.test(clause.key)) return undefined;
    if (OUR_MARK.test(subject.key) && /(?:放|摆|贴)/.test(clause.key)) return undefined;
    if (NEW_WORDING.test(goal.key)) return undefined;
    if (NOWHERE.test(goal.key) || OUTSIDE.test(clause.key)) return doubt("where_to");
    const style = wholeStyle(goal);
    if (style !== undefined && directionIn(goal) === undefined && !isBlank(subject)) return styleReading(readReference(subject), style);
    // 移到“发售”的右边: beside other lettering.
    if (BESIDE_QUOTED.test(goal.key) && !isBlank(subject))
      return operate(operation("object.move", { target: movedThing(subject), value: wordsOf(goal) }));
    // 改成斜体，放到“发售”下面: what was just spoken of.
    const spoken = before?.text?.to ?? before?.text?.from;
    if (BESIDE_QUOTED.test(goal.key) && isBlank(subject) && spoken !== undefined && before?.kind !== "text.add")
      return operate(operation("object.move", { target: spoken, value: wordsOf(goal) }));
    const beside = relationIn(goal);
    // 添加一只橘猫，放在窗台左边: beside a thing of the picture, not at its edge.
    if (beside && isBlank(subject) && before !== undefined && /^(?:object|image)\.add$/.test(before.kind)) {
      const { where: _side, ...added } = before;
      return { does: "instead", operations: [{ ...added, value: wordsOf(goal) }] };
    }
    if (beside && !isBlank(subject)) return operate(operation("object.move", { target: movedThing(subject), value: wordsOf(goal) }));
    const where = directionIn(goal)?.where ?? DIRECTIONS.get(goal.key) ?? UP_DOWN[/\b(?:up|down|higher|lower)\b/.exec(goal.key)?.[0] ?? ""];
    const distance = distanceIn(clause);
    const reference = readReference(without(subject, /(?<=.)(?:再|稍微|略微|也|都|还)+$/u));
    if (/^(?:everything|all of it|整体|全部|所有内容|所有元素)$/.test(subject.key) && where !== undefined)
      return operate(operation("object.move", { target: wordsOf(subject), where, value: distance }));
    const anchor = before?.kind === "text.add" && reference.kind === "none" ? anchorOf(goal) : undefined;
    if (before !== undefined && anchor !== undefined)
      return { does: "instead", operations: [{ ...before, target: anchor, where: sideOf(goal) }] };
    if (isBlank(subject) || reference.kind === "none" || /^(?:再|稍微?|略微?|也|都|整体|然后|往|向|(?:它|其)?的?位置)+$/.test(subject.key))
      return where === undefined ? undefined : { does: "place", where, ...(distance === undefined ? {} : { value: distance }) };
    const target = reference.strings[0] ?? (where === undefined ? reference.target : sidedTarget(reference, subject));
    return operate(operation("object.move", { target, where, value: distance ?? (where === undefined ? wordsOf(goal) : undefined) }));
  }
  return undefined;
};

/** “at the right, vertically centred”: between top and bottom. */
const MIDWAY =
  /^(?:and )?(?:vertically (?:in the )?(?:cent(?:er|re)(?:ed|d)?|middle)|cent(?:er|re)(?:ed|d) vertically)$|^(?:垂直|上下|竖直)(?:方向)?(?:居中|置中)$/;

/** A clause that is only a place, with or without a margin: 右下角留白10%, "in the top left corner". */
export const readPlace: Recogniser = (clause, before) => {
  if (before?.where !== undefined && MIDWAY.test(clause.key) && /\.(?:add|move)$/.test(before.kind))
    return { does: "place", where: (/left|right/.exec(before.where)?.[0] ?? "center") as Where };
  const place = placeIn(clause);
  if (place === undefined) return undefined;
  const rest = `${place.before.key}${place.after.key}`.replace(
    /(?:位置|靠|贴着?|紧|在|放|放在|于|处|即可|留白|留|边距|间距|空白|with|margin|padding|of|a|the|an|\d+|[%\s,.:]|px|像素|it|put|place|at|in|cent(?:er|re)|middle|居中|中间|正中)+/g,
    "",
  );
  if (rest !== "") return undefined;
  const margin = /(\d+(?:\.\d+)?)\s*(%|px|像素)/.exec(clause.key);
  const value = margin === null ? undefined : margin[2] === "%" ? Number(margin[1]) : `${margin[1]}px`;
  return { does: "place", where: place.where, ...(value === undefined ? {} : { value }) };
};
