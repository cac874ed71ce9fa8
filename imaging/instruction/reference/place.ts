import type { Where } from "../../../protocol/plan.ts";
import { DIRECTIONS, PLACES } from "../lexicon/positions.ts";
import { find, type Phrase, trimmed } from "../phrase/phrase.ts";

const PICTURE_ZH = "(?:图片|图像|画面|照片|海报|画布|主图|头图|首图|封面|图|屏幕|页面|版面|banner)";
const PICTURE_EN = "(?:image|picture|photo|poster|canvas|screen|page|frame|design|banner|artwork)";
const ZH = (place: string): string =>
  `(?:位于|放在|放到|处于|处在|在|到|于|至|从)?\\s*(?:这张)?${PICTURE_ZH}?的?(?:最|正)?(?:${place})(?:(?:稍|略)?(?:微)?偏[上下左右]一?点?)?(?:空白处|空白)?(?:的?位置|区域|地方|处|里|那边|部分)?\\s*的?`;
const EN = (place: string): string =>
  `(?:\\b(?:in|at|on|to|into|from|near|towards?|along|across|off)\\s+)?(?:\\b(?:the|its)\\s+)?(?:very |far )?\\b(?:${place})\\b(?:[- ](?:hand )?(?:corner|side|edge|area|half|part|margin))?(?: of (?:the |this |my )?${PICTURE_EN}\\b)?`;
const PATTERNS = PLACES.map(({ where, zh, en }) => ({ where, pattern: new RegExp(`${ZH(zh)}|${EN(en)}`, "du") }));

/** A place named in a phrase, and the phrase's two sides without it. */
export interface Place {
  readonly where: Where;
  readonly before: Phrase;
  readonly after: Phrase;
}

/** What a relation often starts from though its name is Latin: logo下面那行字. */
const MARK = /(?:logo|banner|button|title|slogan|icon|headline|cta|qr|qr ?code|badge)$/;

/** "table top", "crop top": the second half of a thing's name. */
const TOPPED =
  /\b(?:table|counter|desk|bench|bar|roof|tree|hill|mountain|tank|crop|halter|tube|knit|wrap|lap|stove|cook|bottle|cake|muffin|bikini|pyjama|pajama|wooden|marble|glass|stone|lace|silk|sweater)$/;
/** "the second person from the left": where the counting begins. */
const COUNTED = /\b(?:first|second|third|fourth|fifth|sixth|seventh|last|[1-9]\d?(?:st|nd|rd|th))(?: [a-z-]+){1,3}$/;

/** A place counts only where it is the picture's: 桌子右边的椅子 and "left of the table" are relations between things. */
function ofPicture(place: Place, said: string): boolean {
  if (/^\s*of\b/.test(place.after.key)) return false;
  const before = place.before.key.trimEnd();
  // 除了左上角的贴纸以外: where that one stands which is left out.
  if (/除[了去]?[^,]*$/u.test(before) && /^[^,]*(?:以外|之外)/u.test(place.after.key)) return false;
  if (/^\s*from\b/.test(said) && COUNTED.test(before)) return false;
  if (/^\s*top\b/.test(said) && TOPPED.test(before)) return false;
  // "on her left wrist": hers, not the picture's.
  if (/\b(?:her|his|their)$/.test(before)) return false;
  if (
    MARK.test(before) &&
    (/^(?!居中|中间)[^,]*\p{Script=Han}/u.test(trimmed(place.after).key) || /^\s*\p{Script=Han}{1,2}的?\s*\uE000/u.test(said))
  )
    return false;
  return (
    !/\p{Script=Han}$/u.test(before) ||
    /^\s*[放处][在到于]/.test(said) ||
    /(?:把|将|在|把这|给|对|放|的|字|加|加到|并|掉|除|去|剪|切|裁|写|移|到|向|往)$/.test(before) ||
    /^(?:居中)?$/.test(trimmed(place.after).key)
  );
}

export function placeIn(phrase: Phrase): Place | undefined {
  for (const { where, pattern } of PATTERNS) {
    const found = find(phrase, pattern);
    if (found === undefined) continue;
    const place = { where, before: found.before, after: found.after };
    // The first found is the longest wording: where it is a relation, its parts ("top" of "top right of the sky") are none either.
    return ofPicture(place, phrase.key.slice(place.before.key.length)) ? place : undefined;
  }
  return undefined;
}

/** A direction: 向左, 往右上, "to the left", "downwards". */
export function directionIn(phrase: Phrase): Place | undefined {
  const found = find(phrase, /(?:向|往|朝)(?<to>左上|右上|左下|右下|上|下|左|右)(?:方|边|侧|面)?/du);
  const where = DIRECTIONS.get(found?.of("to")?.key ?? "");
  if (found !== undefined && where !== undefined) return { where, before: found.before, after: found.after };
  return placeIn(phrase);
}
