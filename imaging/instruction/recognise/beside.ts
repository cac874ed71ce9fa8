import type { Where } from "../../../protocol/plan.ts";
import { find, hasLiteral, isBlank, literalsOf, type Phrase, wordsOf } from "../phrase/phrase.ts";
import { placeIn } from "../reference/place.ts";
import { readReference } from "../reference/reference.ts";

const SIDES: readonly (readonly [RegExp, Where])[] = [
  [/上方|上面|上边|头顶|头上|\babove\b|\bover\b/, "top"],
  [/左|前|\bbefore\b|\bin front of\b|\bleft\b/, "left"],
  [/右|后|旁边|\bafter\b|\bbehind\b|\bbeside\b|\bnext to\b|\bright of\b/, "right"],
];

/** The side of a text that a new one is to stand on; below where nothing else is said. */
export const sideOf = (ground: Phrase | undefined): Where => SIDES.find(([says]) => says.test(ground?.key ?? ""))?.[1] ?? "bottom";

const BESIDE_ZH =
  /^(?:在)?(?<t>.+?)的?(?:的?正)?(?:上方|下方|上面|下面|上边|下边|旁边|左边|右边|左侧|右侧|左方|右方|后面|前面|底下|头顶|头上|脚下|脚边|(?<![最之以])[前后])(?:空白处|位置|处)?$/du;
const BESIDE_EN =
  /^(?:directly |right |just )?(?:below|under|underneath|beneath|above|over|beside|next to|before|after|in front of|behind|(?:to|on|at) the (?:left|right)(?: side)? of)\s+(?<t>.+)$/du;

/** 标题和副标题之间, "between the title and the date": what comes next to the first of the two. */
const BETWEEN = [/^(?:在)?(?<t>.+?)\s*(?:和|与|跟|、)\s*(?<u>.+?)的?(?:之间|中间)$/du, /^(?:in )?between\s+(?<t>.+?)\s+and\s+(?<u>.+)$/du];
export const betweenWhat = (ground: Phrase | undefined): Phrase | undefined =>
  ground === undefined ? undefined : BETWEEN.map((form) => find(ground, form)?.of("t")).find((thing) => thing !== undefined);

/** 右上方, 画面左侧: a place of the picture itself. */
function isPictureSide(ground: Phrase): boolean {
  const place = placeIn(ground);
  return place !== undefined && isBlank(place.before) && isBlank(place.after);
}

/** What a ground says something stands beside: 标题下面 → 标题. */
export function besideWhat(ground: Phrase): Phrase | undefined {
  const thing = betweenWhat(ground) ?? (find(ground, BESIDE_ZH) ?? find(ground, BESIDE_EN))?.of("t");
  return thing === undefined || isBlank(thing) || isPictureSide(ground) ? undefined : thing;
}

/** The text that a new one is to stand beside: 在‘限量发售’下方. `where` then is a side of it. */
export function anchorOf(ground: Phrase | undefined): string | undefined {
  if (ground === undefined) return undefined;
  if (hasLiteral(ground)) return literalsOf(ground)[0];
  const thing = besideWhat(ground);
  if (thing === undefined) return undefined;
  const { kind, target, strings } = readReference(thing);
  return kind === "object" || kind === "text" ? (strings[0] ?? target) : undefined;
}

/** "in the corner": of the frame, though which is not said. */
const NO_BEARER = /^around \b|^(?:\p{Script=Han}|corners?|角落|边角|空白处?|space|empty space)$/u;

/** Where a picture is to stand that is no place of the frame: “next to the title”, 偏下. */
export function standsAt(ground: Phrase | undefined, { key }: Phrase): string | undefined {
  const other = ground === undefined ? undefined : besideWhat(ground);
  if (
    ground !== undefined &&
    other !== undefined &&
    /^(?:object|text|none)$/.test(readReference(other).kind) &&
    !/^(?:it|this|that|them)$/.test(other.key)
  )
    return wordsOf(ground);
  const bearer = ground === undefined || other !== undefined || isPictureSide(ground) ? undefined : readReference(ground);
  if (bearer?.kind === "object" && bearer.where === undefined && !NO_BEARER.test(bearer.target ?? "")) return bearer.target;
  return /偏[上下左右]/u.exec(key)?.[0];
}
