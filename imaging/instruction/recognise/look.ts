import { GRADINGS, STYLE_EN, STYLE_ZH } from "../lexicon/looks.ts";
import { find, type Phrase, trimmed, without, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Reading, type Recogniser } from "../reading.ts";
import { type Reference, readReference } from "../reference/reference.ts";
import { COLOUR } from "../style/colour.ts";

/** A look: a grading of what is there, or a style that redraws it. */
export interface Look {
  readonly kind: "tone.adjust" | "style.transfer";
  readonly value: string;
}

const AROUND =
  /化(?=$|处理)|调色|整张|整体|色彩|偏|风格|画风|风|处理|一下|感觉|质感|感|的|色调|照片|图片|图像|图|滤镜|效果|调子?|版本?|一种|一张|一点|轻微|淡淡|那种|样子|模式|\b(?:an?|the|look|style[d]?|filter|effect|photo(?:graph)?|image|picture|feel(?:ing)?|tones?|vibe|aesthetic|old|classic|like|it was|taken|shot|at|during|some|slight|subtle|soft|bit of|light|dark|lut)\b|\s|[-,]/gu;
const STYLE_WHOLE = new RegExp(
  `^(?:一[幅张种])?(?:(?:${STYLE_ZH})(?:画风|风格|风|画|图|插画|版|感|的|效果|化|海报|照片|调色|色系|配色|色调)*|(?:an? )?(?:[\\w'-]+ ){0,3}(?:${STYLE_EN})(?:[- ](?:style|look|painting|drawing|image|picture|art|illustration|scene|effect|version|poster))*)$`,
  "u",
);
const STYLE_END =
  /(?:风格|画风|(?<=\p{Script=Han}{2}|[a-z]{3})(?<!屏|麦克|[台暖海微旋防电])风)$|(?:氛围|氛围感|气氛|意境|情调)$|\b(?:style|aesthetic|mood|vibe|atmosphere|feel)$|(?:\bstyled?|风格的?|画风的?)\s*(?:poster|photo|picture|image|illustration|painting|artwork|海报|照片|插画|图片?)$|(?<=\w )look$/u;
/** 莫奈风格的油画 */
const STYLE_OF_KIND = new RegExp(`^.{1,12}(?:风格|画风|派|式)的?(?:${STYLE_ZH})(?:画|海报|插画|作品)?$`, "u");
/** 赛博朋克夜景的感觉: a style and what it shows. */
const STYLE_LED = new RegExp(`^(?:${STYLE_ZH})\\p{Script=Han}{0,6}$`, "u");
const FEELING = /的?(?:感觉|样子|氛围|风)$/;

/** The look a phrase names as a whole. */
export function lookOf(phrase: Phrase): Look | undefined {
  const now = trimmed(
    without(
      without(phrase, /的?(?:感觉|样子|照片|图片|图像|滤镜|效果|氛围)$/),
      /^(?:更有?|更加|有|具有|一种|一张|带有?|像(?!素)|成|为|look like|like|an?\s|the\s|more\s)/,
    ),
  );
  const beside = GRADINGS.reduce((text, [, pattern]) => text.replace(new RegExp(pattern, "gu"), ""), now.key).replace(AROUND, "");
  const grading = beside === "" ? GRADINGS.find(([, pattern]) => new RegExp(pattern, "u").test(now.key)) : undefined;
  if (grading !== undefined) return { kind: "tone.adjust", value: grading[0] };
  if (
    !STYLE_WHOLE.test(now.key) &&
    !STYLE_END.test(now.key) &&
    !STYLE_OF_KIND.test(now.key) &&
    !(FEELING.test(phrase.key) && STYLE_LED.test(now.key))
  )
    return undefined;
  const bare = without(without(now, /\s+(?:style[d]?|look|aesthetic|effect)$|(?<=[a-z])\s*风格?$/), /^(?:an?|the)\s+/);
  return {
    kind: "style.transfer",
    value: wordsOf(/^(?:卡通|动漫|油画|水彩|像素|漫画|素描)化$/.test(bare.key) ? without(bare, /化$/) : bare),
  };
}

const PRINT =
  /^(?:横幅|菜单|传单|宣传[单页]|广告图?|贺卡|名片|邀请函|请柬|封面|插画|插图|展板|易拉宝|banner|flyer|menu|leaflet|brochure|postcard)$/u;

const ROOM = /^(?:主卧|卧室|书房|厨房|餐厅|浴室|卫生间|阳台|办公室|玄关|儿童房|bedroom|kitchen|living room|bathroom|study)$/u;

/** A look put on something: the whole picture is graded or redrawn, a thing in it is modified. */
export function lookReading(look: Look, subject: Reference): Reading {
  const { target, where } = subject;
  // 为横幅转为黑白, 让卧室更有侘寂的感觉: a print graded, or a room in another style, is the whole picture.
  if (subject.kind === "object" && (look.kind === "tone.adjust" ? PRINT : ROOM).test(target ?? ""))
    return operate(operation(look.kind, { target, where, value: look.value }));
  if (subject.kind === "object") return operate(operation("object.modify", { target, where, value: look.value }));
  if (subject.kind === "background" && look.kind === "tone.adjust") return operate(operation("tone.adjust", { target, value: look.value }));
  if (subject.kind === "background") return operate(operation("background.replace", { value: look.value }));
  return operate(operation(look.kind, { target: subject.kind === "picture" ? target : undefined, value: look.value }));
}

const FRAMES = [
  /^(?:让|使|把|将|给|为)?(?<s>.*?)(?:看起来|显得|变[得成]?|弄成?|做成|改成|调成)?(?:更加?有?|有|具有|呈现出?|带有?|充满|加上?|添加|应用|套用|用|来点|来个)(?:一?[个种点些层圈])?(?<r>.+)$/du,
  /^(?:把|将|让)?(?<s>(?!.*(?:其[他它余]|别的|除)).*?)(?:都|整体|全部)?变(?<r>\p{Script=Han}{2,4})$/du,
  /^(?:make|give|let|have)\s+(?<s>it|this|the \w+|everything|the (?:whole|entire) \w+)\s+(?:look(?:s)? (?:like|more)|feel(?:s)? like|look|feel|more|in|an?)\s+(?<r>.+)$/du,
  // A painting put on a wall is a thing there, not a manner the wall is painted in.
  /^(?:apply|add|use|put)\s+(?!(?:an? )?(?:[a-z]+ )?(?:painting|drawing|sketch|illustration|cartoon|collage|mosaic|graffiti)s? (?:on|to|over) (?!it\b|this\b|the (?:whole |entire )?(?:image|picture|photo)))(?:an?\s+|the\s+)?(?<r>.+?)(?:\s+(?:to|on|over)\s+(?<s>.+))?$/du,
  /^(?:render|redraw|paint|draw|re-?imagine|stylize|restyle|show|convert|turn|redo)(?:\s+(?<s>.+?))?\s+(?:in|as|like|into)\s+(?:the style of\s+)?(?<r>.+)$/du,
  /^(?:把|将|让)?(?<s>.*?)(?<r>(?:卡通|动漫|油画|水彩|像素|漫画|素描|黑白)化)(?:处理)?$/du,
  /^(?:convert|turn|change|make|switch|go|set)\s+(?<s>it|this|the \w+)?\s*\b(?:in)?to\s+(?<r>.+)$/du,
  /^(?<s>it|this|the \w+)\s+(?:should|must|needs? to|has to)\s+(?:look|feel|be)(?: (?:like|more|in))?\s+(?<r>.+)$/du,
  /^(?:make|turn|get|render)\s+(?<s>it|this|(?:the|my|our) (?:whole |entire )?\w+)\s+(?<r>.+)$/du,
  // "remove the lego": an order of another kind, whatever it ends in.
  /^(?!(?:remove|delete|erase|lose|hide|ditch|move|shift|put|place|add|insert|paint|colou?r|dye|crop|replace|swap|resize|enlarge|shrink|take|get rid|blur|rotate|flip)\b)(?<r>.+)$/du,
];
/** 像梵高画的一样 */
const LIKE_ZH =
  /^(?:让|使|把)?(?:它|画面|图片?)?(?:画成|变成|改成|做成|看起来)?(?:好像|像)(?<r>\p{Script=Han}{2,8}?)(?:画的|的画|的作品|的风格)(?:一样|那样|似的)?$/du;
/** 让它看起来像老照片 */
const SEEMS_ZH =
  /^(?:让|使|把)?(?:它|整?[张幅]?图片?|画面|照片|整体)?(?:看起来|看上去|显得)(?:好?像|如同|类似)(?:是)?(?<r>.{2,12}?)(?:一样|那样|似的|的感觉)?$/du;
/** "make it look like a 1960s travel poster": what it shall look like says the style. */
const LOOKS_LIKE =
  /^(?:make|have|let|get) (?:it|this|everything|the (?:whole |entire )?(?:image|picture|photo|poster|thing|design)) (?:to )?(?:look|feel) (?:more )?like (?:an? )?(?<r>(?!it\b).+)$/du;
/** 用梵高《星空》的笔触重绘 */
const IN_MANNER =
  /^(?:用|以|按照?|照着)(?<r>.+?的?(?:笔触|笔法|画法|画风|风格|手法|技法|画派))(?:来|去|把(?:整?[张幅]?图|画面|照片))?(?:重绘|重画|重新?(?:绘制|画)|画(?:一遍|出来?)?|渲染|处理|呈现|表现)(?:一?[下遍张幅])?(?:整?[张幅]?图|画面|照片)?$/du;
const TREATMENT = /^(?:have|do|try|go for|use|apply|add|give (?:it|us|me|this)) (?:an? )?(?<r>.+?\b(?:treatment|effect|finish)\b.*)$/du;
const STYLE_OF = /^(?:(?:make|render|redraw|paint|draw|convert|turn)?\s*(?<s>.*?)\s*)?(?:in|into|to) the style of (?<r>.+)$/du;

/** Clauses that name a look without a verb of change: "give it a vintage look", 更有北欧风的感觉, "in the style of …". */
/** "b&w except for the lipstick", 除了口红都变黑白: what the look leaves out stands in the target. */
const EXCEPT =
  /^(?<r>.+?)\s*,?\s*(?<x>(?:except(?: for)?|apart from|but not|besides|everywhere but|other than)\s+.+)$|^(?<y>除了?.{1,14}?(?:以外|之外|外)?),?(?:其[他它余]|别的|剩下)?(?:的|地方|部分|全部|都|统统)*(?:变|调|做|改|弄)?(?:成|为)?(?<z>黑白|灰度|单色|去色)的?$/du;

const SAYS_EXCEPT = /except|apart from|but not|besides|everywhere but|other than|除/;

function lookExcept(clause: Phrase): Reading | undefined {
  const found = find(clause, EXCEPT);
  const [wished, left] = [found?.of("r") ?? found?.of("z"), found?.of("x") ?? found?.of("y")];
  if (wished === undefined || left === undefined) return undefined;
  const one = readLook(
    without(
      wished,
      /^(?:(?:make|turn|set|convert|change|switch) )?(?:everything|it|all|(?:the|this|my) (?:whole |entire |rest of the )?(?:image|picture|photo|scene|shot))(?: else)?(?: (?:in(?:to)?|to))? /,
    ),
    undefined,
  );
  const [first] = one?.does === "operate" ? one.operations : [];
  return first?.kind === "tone.adjust" ? operate({ ...first, target: wordsOf(left) }) : undefined;
}

/** 粉色调, "a pink palette": the whole picture leans to a colour, which is a look and no colour of lettering. */
const HUED = new RegExp(
  `^(?:把|将|让)?(?:整[个张幅]?)?(?:整体|画面|全图|照片|图片?|配色|色调)?(?:的)?(?:色调|配色)?(?:偏|呈|走|做|用|换成|改成|变成|调成|带|是|以|统一)*(?:一?点)?(?<h>${COLOUR.replace("(?:系|调)?", "")}(?:系|色系|调|色调|调子|基调|主调|配色|氛围))(?:为主)?$|^(?:give (?:it|the (?:image|picture|photo)) |with |in |use |add |apply )?an? (?<e>${COLOUR} (?:tones?|tint|palette|colou?r (?:scheme|palette)|cast|wash|hue|mood|grade|filter))(?: (?:to|over|on) (?:it|the (?:whole |entire )?(?:image|picture|photo)))?$`,
  "du",
);
const SAYS_HUE = /[系调]|氛围|配色|tone|tint|palette|scheme|cast|wash|hue|mood|grade|filter/;

/** Behind another look it belongs to that. */
function hued(clause: Phrase, before: Parameters<Recogniser>[1]): Reading | undefined {
  const found = SAYS_HUE.test(clause.key) ? find(clause, HUED) : undefined;
  const hue = found?.of("h") ?? found?.of("e");
  if (hue === undefined || /^(?:暖|冷|warm|cool)/.test(hue.key)) return undefined;
  if (before?.kind === "style.transfer" && typeof before.value === "string")
    return { does: "instead", operations: [{ ...before, value: `${before.value}, ${wordsOf(hue)}` }] };
  return operate(operation("style.transfer", { value: wordsOf(hue) }));
}

/** Another style, without which. */
const NO_LOOK = /^(?:换一下|换个|改个|换一[个种])(?:别的|新的?)?(?:风格|感觉|色调|调子|滤镜|画风)$|^change the style$/u;

export const readHue: Recogniser = (clause, before) =>
  hued(clause, before) ?? (SAYS_EXCEPT.test(clause.key) ? lookExcept(clause) : undefined);

export const readLook: Recogniser = (clause) => {
  if (NO_LOOK.test(clause.key)) return { does: "remark" };
  const master = (find(clause, STYLE_OF) ?? find(clause, LIKE_ZH) ?? find(clause, IN_MANNER))?.of("r");
  if (master !== undefined) return operate(operation("style.transfer", { value: wordsOf(master) }));
  const treated = find(clause, TREATMENT)?.of("r");
  const seen = treated === undefined ? undefined : lookOf(without(treated, /\s+(?:treatment|effect|finish)\b.*$/));
  if (seen?.kind === "style.transfer" && treated !== undefined) return operate(operation("style.transfer", { value: wordsOf(treated) }));
  for (const pattern of FRAMES) {
    const found = find(clause, pattern);
    const result = found?.of("r");
    const look = result === undefined ? undefined : lookOf(result);
    if (look === undefined || result === undefined) continue;
    return lookReading(look, readReference(found?.of("s") ?? trimmed(found?.before ?? clause)));
  }
  const seems = find(clause, SEEMS_ZH)?.of("r");
  const graded = seems === undefined ? undefined : lookOf(seems);
  if (graded !== undefined) return operate(operation(graded.kind, { value: graded.value }));
  const like = find(clause, LOOKS_LIKE)?.of("r") ?? seems;
  return like === undefined ? undefined : operate(operation("style.transfer", { value: wordsOf(like) }));
};
