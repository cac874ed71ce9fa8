import { ROLE_EN, ROLE_ZH } from "../lexicon/roles.ts";
import { ONE_ZH } from "../lexicon/verbs.ts";
import { find, isBlank, type Phrase, without, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Reading } from "../reading.ts";
import type { Reference } from "../reference/reference.ts";
import { coloursIn } from "../style/colour.ts";
import { gradientIn } from "../style/gradient.ts";

/** What stands before a new thing. */
export const ARTICLE = new RegExp(`^(?:an?|the|our|my|some|another)\\s+|^一?个(?=圆角|细|粗|双)|^${ONE_ZH}(?=.)`, "u");
export const BORDER =
  /^(?:\d+\s*(?:px|像素)\s*)?(?:圆角|细|粗)?(?:的)?边框?\s*#[0-9a-f]{3,6}|(?:边框|相框|画框|外框|框|[白黑红蓝灰金色细粗]边|描边)(?:[吧呗哈啦,\s]*\d+\s*(?:px|像素|%)(?:左右|宽|粗|的)*)?(?:\s*圆角)?[吧呗哈啦]?$|^(?:an? |the )?.*\b(?:border|frame)s?\b/;
/** A line around the picture is a border, whatever it is called. */
export const AROUND_PICTURE =
  /(?:描|勾|围)一?[个圈]?边框?$|\b(?:line|outline|stroke|edge|rim)\b.*\ba?round (?:the |this )?(?:whole |entire )?(?:image|picture|photo|poster|it|everything|canvas)$|(?:四周|周围|一圈|外围|边缘).*(?:线|边)$/;

/** What a frame is like beside its colour and width. */
const FRAME_MANNER =
  /(?:宝丽来|拍立得|胶片|木质|木纹|实木|复古|雕花|蕾丝|邮票|撕纸|手绘|波浪|花边|剪纸|中式|渐变)(?=.{0,6}(?:边|框))|\b(?:polaroid|film|wooden|vintage|retro|ornate|lace|floral|torn|brush|scalloped|dotted|wavy)\b(?= (?:[a-z]+ ){0,2}(?:frame|border))/;

/** How round the corners are, where the line's width is said beside it. */
const RADIUS =
  /\d+\s*(?:px|像素)\s*的?(?:圆角|(?:rounded|round)(?: corners?| edges?)|(?:corner |border )?radius)|(?:圆角|radius)(?:半径|大小)?(?: of|是|为|:)?\s*\d+\s*(?:px|像素)/;

/** A line around the whole picture: its colour, width and kind. */
export function addBorder(clause: Phrase): Reading {
  const { key } = clause;
  const colours = coloursIn(key);
  const radius = RADIUS.exec(key)?.[0];
  const bare =
    radius === undefined || !/\d/.test(key.replace(radius, "").replace(/#[0-9a-f]{3,6}/, "")) ? key : key.replace(radius, "圆角");
  const stops = colours.length === 0 ? undefined : gradientIn(key)?.stops;
  // 金色渐变: of one colour, how it runs is left to whoever draws it.
  const gradient = stops?.length === 2 ? stops : undefined;
  const width = /(\d+)[\s-]*(px|像素|pixels?|%|pt)/.exec(bare);
  const kind = /圆角|圆边|\brounded\b|\bround (?:corners?|edges?|border|frame)\b/.test(key)
    ? "rounded"
    : /霓虹|\bneon\b/.test(key)
      ? "neon"
      : /虚线|点线|\bdashed\b|\bdotted\b/.test(key)
        ? "dashed"
        : /双线|双层|\bdouble\b/.test(key)
          ? "double"
          : /\bthin\b|细/.test(key)
            ? "thin"
            : /(?<!px |像素)\bthick\b|(?<!px)粗(?!细)/.test(key)
              ? "thick"
              : undefined;
  const words = find(clause, /(?:添加|增加|加上?|加入|一个|一圈|个)(?<w>[^加]*?)(?:的)?(?:边框|相框|画框|外框)/du)?.of("w");
  const named =
    words !== undefined && !isBlank(words) && !/^(?:一?[个圈层道条])$/.test(words.key) && colours.length === 0 && width === null
      ? wordsOf(without(words, ARTICLE))
      : undefined;
  const manner = kind === undefined ? FRAME_MANNER.exec(key)?.[0] : undefined;
  const measure =
    width === null
      ? (named ?? (kind === undefined ? manner : undefined))
      : `${width[1]}${/^(?:像素|pixel)/.test(width[2] ?? "") ? "px" : width[2]}`;
  const shape = bare === key ? (kind ?? (width === null ? undefined : manner)) : `rounded radius ${/\d+/.exec(radius ?? "")?.[0]}px`;
  const value = measure === undefined ? shape : shape === undefined || width === null ? measure : `${measure} ${shape}`;
  return operate(
    operation("border.add", {
      style: gradient === undefined ? (colours[0] === undefined ? undefined : { colour: colours[0] }) : { colour: colours[0], gradient },
      value,
    }),
  );
}

/** 给按钮加边框, "a frame around the headline": a line around a part of the picture, not around all of it. */
export const PART_FRAMED = new RegExp(
  `(?:给|为)(?:${ROLE_ZH}|按钮|价签|标签|角标|徽章|logo|二维码|文字|字)(?:的外面|外面|周围|四周)?(?:加|添|画|套)|\\ba?round (?:the|our|this) (?:${ROLE_EN}|button|badge|logo|qr ?code|text|label|tag)\\b`,
  "u",
);
/** A line around one part: the outline of type, or a thing around it. */
export function framedThing({ kind, target, strings, where }: Reference, frame: Phrase): Reading {
  const [rim] = coloursIn(frame.key);
  if (kind === "text" && rim !== undefined && /边$|描边/.test(frame.key))
    return operate(
      operation("text.restyle", {
        target,
        where,
        ...(strings[0] === undefined ? {} : { text: { from: strings[0] } }),
        style: { outline: { colour: rim } },
      }),
    );
  const line = wordsOf(without(frame, ARTICLE));
  const around = strings[0] ?? target;
  return kind === "text"
    ? operate(operation("object.add", { target: line, where, value: around }))
    : operate(operation("object.modify", { target: around, where, value: line }));
}
