import { CHINESE_COLOURS, ENGLISH_COLOURS } from "./colours.ts";

/** An English word of a Chinese sentence in Chinese, by what stands on its two sides; undefined where it is no such word there. */
type InChinese = string | ((before: string, after: string) => string | undefined);

/** What a target may be called: an operation keeps the word that was written. */
const THINGS: readonly (readonly [zh: string, en: string])[] = [
  ["标题", "title|heading"],
  ["副标题", "subtitle|sub-title|subheading|subheadline"],
  ["主标题", "headline|main title"],
  ["按钮", "button"],
  ["水印", "watermark"],
  ["价格", "price"],
  ["图片", "photo|picture|image|pic"],
  ["产品", "product"],
  ["文字", "text|texts|wording"],
  ["日期", "date"],
  ["电话", "phone number"],
  ["二维码", "qr code|qrcode"],
  ["天空", "sky"],
  ["背景", "background|bg|backdrop"],
  ["背景色", "background color|background colour|bg color|bg colour"],
  ["阴影", "shadow|drop shadow"],
];

const PROPERTIES: readonly (readonly [zh: string, en: string])[] = [
  ["颜色", "color|colour|colors|colours"],
  ["字号", "font size|font-size|fontsize|text size|type size"],
  ["字重", "font weight|font-weight|weight"],
  ["字体", "font|typeface|font family"],
  ["边距", "margin|margins|padding"],
  ["边框", "border|borders"],
  ["画布", "canvas"],
  ["描边", "outline|stroke"],
  ["渐变", "gradient"],
  ["透明度", "opacity|transparency"],
  ["透明", "transparent"],
  ["亮度", "brightness"],
  ["对比度", "contrast"],
  ["饱和度", "saturation"],
  ["色调", "tone|tones|colour tone|color tone|colour tones|color tones"],
  ["色温", "temperature|color temperature|colour temperature"],
  ["清晰度", "sharpness"],
  ["位置", "position"],
  ["比例", "ratio|aspect ratio"],
  ["排版", "layout"],
  ["材质", "texture|material"],
  ["整体", "overall"],
  ["半径", "radius"],
];

const ORDERS: readonly (readonly [zh: string, en: string])[] = [
  ["加粗", "bold"],
  ["斜体", "italic|italics"],
  ["左对齐", "left align|align left|left-aligned|left aligned|left-align"],
  ["右对齐", "right align|align right|right-aligned|right aligned|right-align"],
  ["居中对齐", "center align|centre align|align center|align centre"],
  ["左上角", "top left|top-left|upper left|topleft|top left corner|upper-left"],
  ["右上角", "top right|top-right|upper right|topright|top right corner|upper-right"],
  ["左下角", "bottom left|bottom-left|lower left|bottom left corner|lower-left"],
  ["右下角", "bottom right|bottom-right|lower right|bottom right corner|lower-right"],
  ["顶部居中", "top center|top-center|top centre|top middle"],
  ["底部居中", "bottom center|bottom-center|bottom centre|bottom middle"],
  ["不变", "unchanged|untouched|intact|as is|as-is|the same|stay the same|stays the same"],
  ["保持不变", "keep the same|keep same|keep unchanged|keep as is|keep it the same|remain unchanged|remain the same|keep intact"],
  ["不要动", "don't touch|dont touch|do not touch|don't move|do not move|leave it|leave alone"],
  ["不要改", "don't change|dont change|do not change"],
  ["其他", "the rest|rest|everything else|others|the others|all others|other parts|other things|other elements"],
  ["其他文字", "remaining text|the remaining text|rest of the text|other text|other texts|the other text|all other text"],
];

/** Words that stand in Chinese sentences as they are: a run that holds them besides may still be put into Chinese. */
const AS_THEY_ARE = "logo|cta|badge|banner|icon|slogan|tagline|header|footer|caption|label|png|jpg|sticker|poster|subject";

const WHERE_BEFORE = /(?:在|到|至|于|放|移|贴|靠|从|挪|把|将|画面|图片|最|正|的)\s*$/u;
const WHERE_AFTER = /^\s*(?:[的那边角处加放写添补]|位置|区域|空白|一侧|居中|部分|对齐)/u;
const side =
  (zh: string): InChinese =>
  (before, after) =>
    WHERE_BEFORE.test(before) || WHERE_AFTER.test(after) ? zh : undefined;
const STEP = /^\s*(?:一?[点些]|一下|一丢丢|\d|$)/u;
const more =
  (zh: string): InChinese =>
  (before, after) =>
    /^\s*一?[点些]/u.test(after) || (/(?:更|再|调|变|弄|稍微?)\s*$/u.test(before) && STEP.test(after)) ? zh : undefined;

/** A verb where an order begins, or behind the thing it is done to. */
const BEGINS = /(?:^|请|再|先|并且?|然后|帮我|麻烦|也|最后|顺便|同时)\s*$/u;
const deed =
  (zh: string): InChinese =>
  (before, after) =>
    (BEGINS.test(before) && /^\s*[\p{Script=Han}\uE100-\uE1FF]/u.test(after)) ||
    (/(?<![成为换改把将到])\p{Script=Han}\s*$/u.test(before) && /^\s*(?:$|一?[点些倍下]|\d|[掉到成至])/u.test(after))
      ? zh
      : undefined;

const BY_PLACE: readonly (readonly [InChinese, string])[] = [
  [
    (before, after) => (WHERE_BEFORE.test(before) || /^\s*(?:[的那加放写添]|位置|区域|空白)/u.test(after) ? "中间" : "居中"),
    "center|centre|centered|centred",
  ],
  [deed("删除"), "remove|delete|erase"],
  [deed("添加"), "add|insert"],
  [deed("放大"), "enlarge|zoom in|scale up"],
  [deed("缩小"), "shrink|scale down"],
  [deed("裁剪"), "crop"],
  [deed("扩展"), "extend|expand"],
  [deed("翻译"), "translate"],
  [deed("旋转"), "rotate"],
  [deed("虚化"), "blur"],
  [deed("提亮"), "brighten|lift"],
  [deed("压暗"), "darken"],
  [deed("隐藏"), "hide"],
  [deed("加下划线"), "underline"],
  [deed("上移"), "move up"],
  [deed("下移"), "move down"],
  [deed("左移"), "move left"],
  [deed("右移"), "move right"],
  [(before, after) => (/(?:px|像素|色|加|圈|个|道)\s*$/u.test(before) || /^\s*(?:宽|颜色|粗)/u.test(after) ? "边框" : undefined), "frame"],
  [(_before, after) => (/^\s*[\p{Script=Han}\uE100-\uE1FF]/u.test(after) ? "，除了" : undefined), "except|except for|excluding"],
  [side("中间"), "middle"],
  [side("顶部"), "top"],
  [side("底部"), "bottom"],
  [more("大"), "bigger|larger|big|large"],
  [more("小"), "smaller|small"],
  [more("亮"), "brighter|bright"],
  [more("暗"), "darker|dark"],
  [more("暖"), "warmer|warm"],
  [more("冷"), "cooler|cool|cold|colder"],
  [more("清晰"), "sharper|sharp"],
  [(before) => (/\p{Script=Han}\s*$/u.test(before) && !/(?:成|为|换|改|把|将)\s*$/u.test(before) ? "风格" : undefined), "style"],
  [(before, after) => (/^\s*(?:的|\p{Script=Han}{1,4}$)/u.test(after) && !/[都也]\s*$/.test(before) ? "其他" : undefined), "other"],
  [(_before, after) => (/^\s*[\p{Script=Han}\uE100-\uE1FF]/u.test(after) ? "保持" : undefined), "keep|maintain|preserve"],
  [(before) => (/(?:颜色|字号|字体|大小|位置|样式|风格|其[他它余]|别的|[和跟与])\s*$/u.test(before) ? "不变" : undefined), "same"],
  [(before) => (/(?:字|文字)的?\s*$/u.test(before) ? "字号" : "大小"), "size"],
];

/** A colour without 色 where another character of its name stands before it: 米 white. */
const HUES: readonly (readonly [zh: string, en: string])[] = [
  ["红", "red"],
  ["橙", "orange"],
  ["黄", "yellow"],
  ["绿", "green"],
  ["蓝", "blue"],
  ["紫", "purple"],
  ["粉", "pink"],
  ["白", "white"],
  ["黑", "black"],
  ["灰", "grey|gray"],
  ["金", "gold|golden"],
  ["银", "silver"],
  ["棕", "brown"],
  ["米", "beige"],
];
const SHADE_BEFORE = /[浅深淡暗亮米酒墨雾霾天湖藏军草翠酱砖玫奶银银炭]\s*$/u;
const hue =
  (zh: string, shade: string): InChinese =>
  (before, after) =>
    /^\s*色/u.test(after) || (shade === "" && SHADE_BEFORE.test(before)) ? `${shade}${zh}` : `${shade}${zh}色`;
const SHADED: readonly (readonly [zh: string, en: string])[] = [
  ["", ""],
  ["浅", "light |pale "],
  ["深", "dark |deep "],
  ["纯", "pure "],
];

const entries = (rows: readonly (readonly [InChinese, string])[]): [string, InChinese][] =>
  rows.flatMap(([zh, en]) => en.split("|").map((word): [string, InChinese] => [word, zh]));
/** The same colour in both languages, or the hue as it is named. */
const sameColour = (en: string, zh: string): boolean => {
  const wanted = ENGLISH_COLOURS.get(en);
  return wanted === undefined || wanted === CHINESE_COLOURS.get(zh);
};
const COLOURS = SHADED.flatMap(([shade, said]) =>
  HUES.flatMap(([zh, en]) =>
    said.split("|").flatMap((before) =>
      en
        .split("|")
        .filter((name) => sameColour(`${before}${name}`, `${shade}${zh}`))
        .map((name): [string, InChinese] => [`${before}${name}`, hue(zh, shade)]),
    ),
  ),
);

export const IN_CHINESE: ReadonlyMap<string, InChinese> = new Map([
  ...entries([...THINGS, ...PROPERTIES, ...ORDERS, ...BY_PLACE]),
  ...COLOURS,
]);
export const LEFT_AS_WRITTEN: ReadonlySet<string> = new Set(AS_THEY_ARE.split("|"));
/** The Chinese words that stand for a name the person wrote in English. */
export const NAMED: ReadonlySet<string> = new Set(THINGS.map(([zh]) => zh));
