import { find, isBlank, type Phrase, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
import { directionIn, placeIn } from "../reference/place.ts";

const RATIO = /(\d{1,5}(?:\.\d+)?)\s*(?::|比|\/|\bby\b(?=\s*\d))\s*(\d{1,5}(?:\.\d+)?)/;
const PIXELS = /(\d{2,5})\s*(?:px)?\s*[x×*]\s*(\d{2,5})/;
const SQUARE = /正方形|方形|方图|\bsquare\b/;
const AMOUNT = /(\d+(?:\.\d+)?)\s*(%|percent|px|像素|pixels?)/;

/** The shape or amount a clause about the frame asks for: "16:9", "1080x1080", 20 (percent), "200px". */
function measureIn(key: string): string | number | undefined {
  const pixels = PIXELS.exec(key);
  if (pixels !== null) return `${pixels[1]}x${pixels[2]}`;
  const ratio = RATIO.exec(key);
  if (ratio !== null) return `${ratio[1]}:${ratio[2]}`;
  const amount = AMOUNT.exec(key);
  if (amount !== null) return amount[2] === "%" || amount[2] === "percent" ? Number(amount[1]) : `${amount[1]}px`;
  return SQUARE.test(key) ? "1:1" : undefined;
}

const CROP = /裁剪|裁切|裁掉|裁成|裁为|裁去|剪裁|截取|切掉|\bcrop(?:ped|ping)?\b|\btrim\b|\bcut off\b/d;
const EXTEND =
  /扩展|扩图|外扩|扩大画布|扩充|画布(?:扩大|加大|加宽|加高)|延展|拓展|(?:画面|画布|图片|图像|背景).{0,6}延伸|延伸.{0,3}(?:画面|画布|图片|背景)|[向往朝].{1,3}延伸|\boutpaint\w*\b|\buncrop\b|\b(?:extend|expand|widen|enlarge) (?:the |this )?(?:canvas|image|picture|photo|frame|background|scene|artboard)\b|留白/d;

function subjectOf(clause: Phrase, verb: RegExp): string | undefined {
  const after = find(clause, verb)?.after;
  const words = after === undefined || isBlank(after) ? "" : wordsOf(after).replace(/^(?:the |to |图片|成|为|到|出|掉|out )+/i, "");
  return /^(?:image|picture|photo|图|画面|it|)$/i.test(words) ? undefined : words;
}

export const readCrop: Recogniser = (clause) => {
  if (!CROP.test(clause.key)) return undefined;
  const value = measureIn(clause.key);
  const where = placeIn(clause)?.where;
  const target = value === undefined && where === undefined ? subjectOf(clause, CROP) : undefined;
  return operate(operation("crop", { value, where, target }));
};

export const readExtend: Recogniser = (clause, before) => {
  if (!EXTEND.test(clause.key) || (/留白/.test(clause.key) && before?.kind === "image.add")) return undefined;
  return operate(operation("canvas.extend", { value: measureIn(clause.key), where: directionIn(clause)?.where }));
};
