import { TONE_DIRECTIONS, TONE_PROPERTIES } from "../lexicon/tones.ts";
import { hasLiteral, literalsOf, type Phrase, part, trimmed } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";
import { textOperations } from "./wish.ts";

const UP =
  /翻倍|翻一番|\bdouble\b|\btwice\b|拉满|强(?=一?[点些]|$)|提高|提升|[提推抬](?=一?[点些提推抬]|$)|增加|增强|加强|调高|加大|增大|提亮|亮|带|有|升高|拉高|上调|加|高|更|\bincrease\b|\braise\b|\blift\b|\blighten\b|\bopen\b|\bbrighten\b|\bhigh\b|\bstrong\b|\bpush\b|\bbump\b|\bboost\b|\benhance\b|\badd\b|\bmore\b|\bup\b|\bhigher\b|\bstronger\b|\+/;
const DOWN =
  /减半|少(?=一?[点些]|$)|\bhalve\b|压|暗(?!部)|收|降低|减少|减弱|调低|下调|减小|降|减|低|去|\breduce\b|\bdecrease\b|\brecover\b|\bcrush\b|\bdeepen\b|\bdarken\b|\bpull\b|\bcut\b|\blow\b|\bdrop\b|\btame\b|\btone\b(?= down)|\blower\b|\bless\b|\bdown\b|\bweaker\b|\bremove\b|-\d/;
const AMOUNT = /(\d+(?:\.\d+)?)\s*(?:%|percent)?/;
const STOPS = /(\d+(?:\.\d+)?|半|一|两|\bhalf an?|\bone|\btwo|\ba)\s*(?:档|挡|ev\b|(?:full )?stops?\b)/;
const STOP_WORDS: Readonly<Record<string, string>> = { 半: "0.5", 一: "1", 两: "2", "half a": "0.5", one: "1", two: "2", a: "1" };
const TOO =
  /太|过于|过分|有点(?=偏?[暗亮灰黄蓝冷暖])|偏(?=[暗亮灰冷暖黄蓝]了$)|(?<!调|到|得|成|为|往|色温|色彩|光线|灯光|白平衡|环境光|阳光|光源|光|影调|氛围|也|跟着|随之|相应|要|再|更|稍微|^)偏(?=[冷暖黄蓝]$)|偏(?=[暗亮灰]$)|[发泛](?=[黄蓝灰])|\btoo\b|\b(?:looks|feels|seems|is|are|it's) (?:a (?:bit|little) |so |really |rather |quite |very |pretty )?(?:flat|washed[- ]out|hazy|dull|dark|bright|yellow|blue|cold|noisy|grainy)\b|\ba (?:bit|little) too\b/;
const LITTLE = /一点|一些|些|点|稍|略|微|\bslightly\b|\ba (?:bit|little|touch|tad|hint)\b|\bsomewhat\b/;
const MUCH = /很多|许多|大幅|非常|得多|\bmuch\b|\ba lot\b|\bvery\b|\bway\b|\bsignificantly\b/;
const ALL_THE_WAY = /拉满|最大|最高|到顶|完全|彻底|\b(?:completely|entirely|totally)\b|\b(?:max(?:imum)?|all the way|fully?)\b/;
const HALVED = /一半|减半|对半|\b(?:by|to|in) half\b(?! an?\b)|\bhalve\b/;
const DOUBLED = /翻倍|翻一番|一倍|\b(?:double|twice)\b/;
const DEGREE_ZH = /[发泛](?=[黄蓝灰暗冷暖])|处理|压|打|太|过于|偏|有点|调|变|提|更|再|加|弄|化|稍|略|一点|一些|点|些|得|降|去|锐/;
const GRAMMAR =
  /[高低](?=一?[点些]|一半|\s*(?:半|一|两|[\d.]+)\s*个?[档挡]|$)|[少多](?=一?[点些]\s*$)|[减加](?=\s*\d)|^别(?=太)|(?<!\p{Script=Han})灯光|跟着|随之|相应地?|又|要|还|但|减半|对半|翻倍|一倍|一半|(?:半|一|两|[\d.]+)(?=个?[档挡])|提亮|压暗|压低|调亮|调暗|色调|色彩|画风|也?不够|不足|一下|帮我|压一压|提一提|收一收|拉一拉|调一调|压|推|抬|打|拉满|调到最[大高低]|拉到|强(?=一?[点些]|$)|提高|提升|增加|增强|加强|调高|调低|加大|增大|减小|降低|减少|减弱|下调|上调|升高|拉高|很多|许多|大幅|非常|得多|一点|一些|稍微|略微|有点|整体|统一|显得|处理|把|将|让|使|给|对|的|地|得|了|调整?|变|提|更|再|加|弄|化|稍|略|些|点|降|去|往|向|朝|也|回来|拉|调调|走|修|感觉?|白平衡|照片|光线|影调|部分|区域|收|带|有|发(?=[黄蓝灰白暗红绿青紫]|\s*$)|泛|到|至|为|成|度|档|挡|太|过于|过分|偏|\b(?:cut|half|halve|double|twice|completely|entirely|totally|fully|too|is|are|stops?|ev|make|makes|turn|increase|raise|boost|enhance|add|reduce|decrease|lower|set|adjust|tone|give|the|of|a|an|bit|little|slightly|much|lot|more|less|very|by|up|down|to|look|it|in|on|some|somewhat|please|touch|and|percent|half|full|one|two|stop|white balance|down|bring|pull|push|lift|lighten|brighten|darken|open|recover|crush|deepen|bump|drop|take|crank|dial|ease|high|low|strong|its|it.s|'s|looks?|feels?|really|way|kinda|kind of|pretty|rather|quite|image|picture|photo|画面|图片|图像|level|levels|tame|few|tiny|whole|entire|overall|there|tad|hint|bring|back)\b|\d+(?:\.\d+)?|[%\s,.+-]/gu;

interface Shift {
  readonly name: string;
  readonly sign: 1 | -1;
  readonly word: RegExp;
}

const PROPERTIES = TONE_PROPERTIES.map(([name, pattern]) => [name, new RegExp(pattern, "u")] as const);
const DIRECTIONS: readonly Shift[] = TONE_DIRECTIONS.map(([name, sign, pattern]) => ({
  name,
  sign,
  word: new RegExp(`(?<![漂月天擦]|(?<!有)点)(?:${pattern})(?!色|红|黄|蓝|绿|紫|金|饮|水|(?<=[暖冷])[灰白])`, "u"),
}));

function shiftIn(key: string): Shift | undefined {
  const exposed = DIRECTIONS.find(({ name, word }) => name === "exposure" && word.test(key));
  if (exposed !== undefined) return exposed;
  const property = PROPERTIES.find(([, word]) => word.test(key));
  if (property !== undefined) {
    const [name, word] = property;
    const bare = key.replace(word, "");
    if (/不够|不足|[太偏]低|不太够|\b(?:too low|not enough)\b/.test(bare)) return { name, sign: TOO.test(bare) ? -1 : 1, word };
    if (DOWN.test(bare)) return { name, sign: -1, word };
    if (UP.test(bare) || /\d/.test(bare)) return { name, sign: 1, word };
    // 色温调冷: the property and its direction in a word of their own.
    const way = DIRECTIONS.find((shift) => shift.name === name && shift.word.test(bare));
    return way && { ...way, word: new RegExp(`${word.source}|${way.word.source}`, "gu") };
  }
  const direction = DIRECTIONS.find(({ word }) => word.test(key));
  const chinese = /\p{Script=Han}/u.test(direction?.word.exec(key)?.[0] ?? "");
  return direction === undefined || (chinese && !DEGREE_ZH.test(key)) ? undefined : direction;
}

function amountOf(key: string): string {
  const stops = STOPS.exec(key)?.[1];
  if (stops !== undefined) return `${STOP_WORDS[stops] ?? stops}EV`;
  const steps = /(?:曝光度?|\bexposure\b)[^\d%]*([0-5](?:\.\d+)?)(?!\s*[\d%])/.exec(key)?.[1];
  if (steps !== undefined) return `${steps}EV`;
  const number = AMOUNT.exec(key)?.[1];
  // More than a percentage is a number of what is meant: a telephone's, a plate's.
  if (number !== undefined && Number(number) <= 1000) return number;
  if (ALL_THE_WAY.test(key) || DOUBLED.test(key)) return "100";
  if (HALVED.test(key)) return "50";
  return LITTLE.test(key) ? "10" : MUCH.test(key) ? "40" : "20";
}

/** What is left of a tone clause beside its grammar: one unbroken stretch, or undefined where words are scattered. */
function remainder(clause: Phrase, word: RegExp): Phrase | undefined {
  const blank = (text: string): string => " ".repeat(text.length);
  const rest = clause.key.replace(word, blank).replace(GRAMMAR, blank);
  const lead = rest.search(/\S/);
  if (lead === -1) return part(clause, 0, 0);
  const end = rest.trimEnd().length;
  // Grammar words inside the name of a thing ("的") are part of it; a blanked verb inside is not.
  return end - lead > (/\p{Script=Han}/u.test(rest) ? 20 : 36) ? undefined : trimmed(part(clause, lead, end));
}

/** 校正白平衡, "fix the white balance": no direction is said, the picture tells it. */
const BALANCE =
  /^(?:(?:把|将)?白平衡(?:拉|调|校)(?:回来|正|准|一下|回)+(?:一点|一些|些|点)*|(?:校正|纠正|自动|调整|修正|修复|调)(?:一下)?(?:照片|图片|画面)?的?(?:白平衡|偏色|色偏)|去(?:掉|除)?(?:照片|图片|画面)?的?(?:偏色|色偏|色罩)|(?:fix|correct|auto|neutrali[sz]e|adjust|balance)(?: the)? (?:white balance|colou?r cast)|(?:auto )?white balance|remove the (?:\w+ )?colou?r cast|(?:照片|图片|画面|整体|颜色|色调|色彩)?(?:有点|有些|太|稍微)?(?:偏|发|泛)(?:绿|红|紫|青)(?:色)?了?|(?:it|the (?:image|picture|photo))(?: looks|'s| is) (?:too|a bit|a little) (?:green|magenta|red|purple))$/;

/** 对比度和饱和度: several properties under one verb. */
function together(key: string): readonly string[] {
  const named = PROPERTIES.filter(([, word]) => word.test(key));
  return named.length > 1 && /和|与|以及|、|\band\b|&/.test(key) ? named.map(([name]) => name) : [];
}

/** The clause with all but its first property blanked, so that it reads as one wish. */
function withFirst(clause: Phrase, names: readonly string[]): Phrase {
  const others = PROPERTIES.filter(([name]) => names.includes(name) && name !== names[0]);
  const key = others.reduce((text, [, word]) => text.replace(word, (hit) => " ".repeat(hit.length)), clause.key);
  return { ...clause, key: key.replace(/和|与|、|以及|&/gu, (hit) => " ".repeat(hit.length)) };
}

/** Brighter, warmer, more contrast: `value` is "property ±percent". Things and grounds may be its target; type may not. */
/** 添加一些虚化的树叶: how what is new is to look. */
const ATTRIBUTE_OF_NEW =
  /(?:添加|加上|加入|增加|放上?|画上?|加(?=一|几|些|个))[^,]{0,8}(?:虚化|模糊|明亮|昏暗|温暖|清晰|柔和|鲜艳)的[^,]+$|^(?:add|put|place|insert) (?:an? |some |the )?(?:[a-z]+ )?(?:blurred|blurry|bright|dark|warm|soft|dim) [a-z]+/u;
/** Blur of a movement is drawn on a thing, not a tone of it. */
const MOVING = /\b(?:motion|radial|zoom) blur\b|(?:动感|运动|径向)模糊/u;

export const readTone: Recogniser = (clause, before) => {
  if (MOVING.test(clause.key) || ATTRIBUTE_OF_NEW.test(clause.key)) return undefined;
  const several = together(clause.key);
  if (several.length === 0) return readOneTone(clause, before);
  const one = readOneTone(withFirst(clause, several), before);
  const [first] = one?.does === "operate" ? one.operations : [];
  if (first === undefined || typeof first.value !== "string") return one;
  const measure = first.value.slice(first.value.indexOf(" "));
  return operate(...several.map((name) => ({ ...first, value: name + measure })));
};

/** “138****6620”打码, "blur 'Jane Doe'": wording made unreadable. */
const MASK =
  /^(?:把|将|给)?\s*\uE000\s*(?:这.{1,3}字)?(?:都|全部)?(?:打码|模糊处理|模糊掉?|马赛克|打上?马赛克)$|^(?:blur|pixelate|censor|mask)(?: out)?\s+(?:the (?:name|text|number|words?|address|plate)\s+)?\uE000$/;

/** “fix that”, 拉回来一点: what is wrong was said before, and the tone that mends it follows from it. */
const MEND =
  /^(?:(?:can|could|would) (?:you|we) )?(?:just )?(?:fix|sort|correct|clean|adjust|improve|rescue|save|balance|tweak|mend|address|sort out|even out)(?: (?:it|that|this|the (?:colou?rs?|light(?:ing)?|tones?|exposure)|things))?(?: out| up)?(?: a (?:bit|little))?$|^(?:把它?|将它?)?(?:帮忙|帮我|给我)?(?:往回|往下|往里)?(?:拉|调|修|救|改善|压|校|处理|优化|补救|纠正|平衡|收|提|改进|矫正)(?:整|正|回来?|回去|一[拉调修救压收提]|好|过来)*(?:一?下|一?[点些]|一点点)?$/u;
/** Lettering told by what it stands on is paler or darker; of a headline "lighter" may mean its weight. */
const LETTERS_ON =
  /^(?:watermark|logo|button|badge|sticker|sign|ribbon|banner|background|stamp|overlay|table|chart|map|screen|card)s? (?:text|lettering|letters|wording|words)$/i;
/** “to something lighter”: another thing, not a tone. */
const TO_ANOTHER = /^(?:change|replace|swap|switch|exchange)\b.*\b(?:to|with|for|into) (?:something|an?|some|the)\b/;

/** 背景替换为虚化的城市夜景: how what takes the place is to look. */
const ATTRIBUTE_OF_OTHER = /(?:换|替|改|变|更)(?:换|变|改)?[成为]一?[个张片种]?[^,]{0,8}的\p{Script=Han}{2,}$/u;
const readOneTone: Recogniser = (clause, before) => {
  if (ATTRIBUTE_OF_OTHER.test(clause.key)) return undefined;
  // Of type, "smaller and lighter" speaks of its weight.
  if (before?.kind.startsWith("text.") === true && /^(?:(?:a (?:bit|little)|slightly|much) )?lighter$/.test(clause.key))
    return { does: "style", style: { weight: 300 }, bare: false };
  if (before?.kind === "tone.adjust" && MEND.test(clause.key)) return { does: "keep" };
  if (TO_ANOTHER.test(clause.key)) return undefined;
  if (before?.kind === "tone.adjust" && /^(?:调|改|弄|恢复|变)(?:整|回)?(?:得|到|成|为)?正常/.test(clause.key)) return { does: "keep" };
  if (BALANCE.test(clause.key))
    return /^warmth/.test(String(before?.value)) ? { does: "keep" } : operate(operation("tone.adjust", { value: "white-balance" }));
  const [masked, ...others] = MASK.test(clause.key) ? literalsOf(clause) : [];
  if (masked !== undefined && others.length === 0) return operate(operation("tone.adjust", { target: masked, value: "blur +20%" }));
  const shift = hasLiteral(clause) ? undefined : shiftIn(clause.key);
  const about = shift === undefined ? undefined : remainder(clause, shift.word);
  if (shift === undefined || about === undefined) return undefined;
  const reference = readReference(about);
  // A telephone number may be made unreadable, a label sharper; lettering has no other tone of its own.
  const hidden = (shift.name === "blur" || shift.name === "sharpness") && reference.kind === "text" && reference.strings.length === 0;
  // 红色的饱和度: of one colour only how loud it is may be wished.
  const hue = reference.kind === "colour" && shift.name === "saturation";
  const shaded =
    shift.name === "brightness" && reference.kind === "text" && (!/lighter/.test(clause.key) || LETTERS_ON.test(reference.target ?? ""));
  if ((reference.kind === "text" && !hidden && !shaded) || (reference.kind === "colour" && !hue)) return undefined;
  const sign = TOO.test(clause.key) ? -shift.sign : shift.sign;
  const level = /(?:调整?|设置?|改|设)?(?:到|至|为|成)\s*\d|\bto \d/.test(clause.key);
  const amount = amountOf(clause.key);
  const measure = amount.endsWith("EV") ? amount : `${amount}%`;
  const value = level ? `${shift.name} ${measure}` : `${shift.name} ${sign > 0 ? "+" : "-"}${measure}`;
  // "lighter" said of type may mean its weight: that is asked. Darker letters are a wish of their own.
  if (shaded) return operate(...textOperations("text.restyle", reference).map((op) => ({ ...op, value })));
  const target = hidden || hue || reference.kind === "object" || reference.kind === "background" ? reference.target : undefined;
  return operate(operation("tone.adjust", { target, where: reference.where, value }));
};
