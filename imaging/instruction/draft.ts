import type { Operation, StyleWish } from "../../protocol/plan.ts";
import { besideLast } from "./beside-last.ts";
import { contradicts, keepsRemoved, removesKept } from "./contradiction.ts";
import { keptOut } from "./kept-out.ts";
import { ROLE_EN, ROLE_ZH, TEXT_EN, TEXT_ZH } from "./lexicon/roles.ts";
import { fold } from "./phrase/fold.ts";
import { type Phrase, wordsOf } from "./phrase/phrase.ts";
import { type Doubt, operation, type Reading } from "./reading.ts";
import { restOfType } from "./rest-of-type.ts";
import { saidAnew } from "./second-thoughts.ts";
import { isColourAlone } from "./style/colour.ts";
import { withMargin } from "./style/margin.ts";
import { styledInTurn, TAKES_STYLE, withStyle } from "./takes-style.ts";
import { withinSame } from "./within-same.ts";

/** What has been understood so far, clause by clause. */
export interface Draft {
  readonly operations: Operation[];
  /** How many of them earlier rounds asked for. */
  earlier: number;
  /** A place said before the operation it belongs to. */
  pending: Extract<Reading, { does: "place" }> | undefined;
  /** The clause of the last operation when a following piece may belong to its unquoted words. */
  open: Phrase | undefined;
  openCount: number;
  doubt: { readonly reason: Doubt; readonly words: string } | undefined;
  kept: boolean;
  /** The wishes to keep so far, folded. */
  readonly keeps: string[];
  /** What was just taken back: the next order says it anew, perhaps without its name. */
  taken: Operation | undefined;
  /** The last remark, to be asked about where nothing else was said. */
  remark: string | undefined;
}

export const emptyDraft = (): Draft => ({
  operations: [],
  earlier: 0,
  pending: undefined,
  open: undefined,
  openCount: 0,
  doubt: undefined,
  kept: false,
  keeps: [],
  taken: undefined,
  remark: undefined,
});

/** "有描边，黑色2px", 加阴影，颜色#333: a colour and a width behind an outline or shadow that named none are the effect's. */
function effectOf(op: Operation, style: StyleWish, { key, sentence }: Phrase): StyleWish {
  const outline = op.style?.outline;
  const { colour, size, ...others } = style;
  const alone = colour !== undefined && Object.keys(style).length === 1 && !/字|改|换|变|text|letter|make|turn/.test(key);
  if (alone && op.style?.shadow === true && Object.keys(op.style).length === 1) return { shadowColour: colour };
  // 加个描边 白的: black only because no colour had been said yet.
  const unnamed = Object.keys(op.style ?? {}).length === 1 && outline?.colour === "#000000" && !/黑|black/.test(sentence.key);
  if (outline !== undefined && unnamed && alone) return { outline: { ...outline, colour } };
  if (outline === undefined || outline.widthPx !== undefined || size === undefined || size > 40 || Object.keys(others).length > 0)
    return style;
  return { outline: { colour: colour ?? outline.colour, widthPx: size } };
}

const ROLE = new RegExp(`(?:${ROLE_ZH}|${TEXT_ZH})$|\\b(?:${ROLE_EN}|${TEXT_EN})$`, "u");

const PLAIN_GROUND = /纯色|单色|干净|简约|简洁|简单|\b(?:plain|solid|clean|simple|flat)\b/i;

/** A colour or gradient and no more. */
const onlyPaint = (style: StyleWish): boolean => Object.keys(style).every((key) => key === "colour" || key === "gradient");

/** 换个纯色背景，浅蓝色: the colour of a ground that was only called plain, or another word for it. */
const takesGround = (before: Operation | undefined, { style, target }: Extract<Reading, { does: "style" }>): boolean =>
  target === undefined &&
  (before?.kind === "background.recolour" ||
    before?.kind === "background.remove" ||
    (before?.kind === "background.replace" && PLAIN_GROUND.test(String(before.value)))) &&
  onlyPaint(style);

const isThing = (target: string, { sentence }: Phrase): boolean =>
  ![...sentence.literals.values()].includes(target) && !ROLE.test(target.toLowerCase());

/** 移到右上角并缩小一点: what was moved is wished otherwise too, type where it was quoted or is a part of the text. */
function styleOfMoved(target: string, style: StyleWish, { sentence }: Phrase): Operation {
  if ([...sentence.literals.values()].includes(target)) return operation("text.restyle", { text: { from: target }, style });
  return ROLE.test(target.toLowerCase()) ? operation("text.restyle", { target, style }) : operation("object.modify", { target, style });
}

const HAN = /\p{Script=Han}/u;
/** A shadow wished beside a new ground is the subject's. */
const onlyShadow = (style: StyleWish): boolean => style.shadow !== undefined && Object.keys(style).length === 1;

const isOnlySize = (style: StyleWish): boolean => style.sizeFactor !== undefined && Object.keys(style).length === 1;

/** Larger and smaller, bold and not bold of the same thing. */
const undoes = (before: StyleWish | undefined, style: StyleWish): boolean =>
  ((before?.sizeFactor ?? 1) - 1) * ((style.sizeFactor ?? 1) - 1) < 0 || ((before?.weight ?? 400) > 600 && style.weight === 400);

/** 变成红色，再变成蓝色, "delete the title and make it gold": what is painted twice, or is to go and to be painted. */
const repaints = (before: Operation, { style, target }: Extract<Reading, { does: "style" }>): boolean =>
  target === undefined &&
  ((/^(?:text|object)\.remove$/.test(before.kind) && !onlyShadow(style)) ||
    (/^(?:text\.restyle|object\.recolour)$/.test(before.kind) &&
      before.style?.colour !== undefined &&
      style.colour !== undefined &&
      before.style.colour !== style.colour));

function takeStyle(draft: Draft, reading: Extract<Reading, { does: "style" }>, clause: Phrase): void {
  const last = draft.operations.length - 1;
  const before = draft.operations[last];
  // 背景透明，颜色白色: a ground that is none has no colour.
  if (before?.kind === "background.remove" && /透明|transparent/.test(clause.sentence.key) && takesGround(before, reading)) {
    draft.doubt ??= { reason: "contradiction", words: wordsOf(clause) };
    return;
  }
  if (takesGround(before, reading)) {
    draft.operations[last] = operation("background.recolour", { style: { ...before?.style, ...reading.style } });
    return;
  }
  if (before?.kind === "image.add" && reading.target === undefined && isOnlySize(reading.style)) {
    // Beside the usual share of a mark, which is between the two.
    draft.operations[last] = withStyle(before, { sizeFactor: (reading.style.sizeFactor ?? 1) < 1 ? 0.15 : 0.3 });
    return;
  }
  if (before?.kind === "border.add" && reading.style.weight !== undefined && reading.target === undefined) {
    const { weight, ...others } = reading.style;
    const value = [before.value, weight > 500 ? "thick" : "thin"].filter((word) => word !== undefined).join(" ");
    draft.operations[last] = { ...before, value, ...(Object.keys(others).length > 0 && { style: { ...before.style, ...others } }) };
    return;
  }
  if (before?.value === "glow" && isColourAlone(reading.style) && reading.style.colour !== undefined && reading.target === undefined) {
    draft.operations[last] = { ...before, value: `glow ${reading.style.colour}` };
    return;
  }
  if (before?.kind === "canvas.extend" && reading.target === undefined && onlyPaint(reading.style)) {
    draft.operations[last] = withStyle(before, reading.style);
    return;
  }
  const { align, ...rest } = reading.style;
  const centred = align !== undefined && Object.keys(rest).length === 0;
  if (before?.kind === "object.move" && before.target !== undefined && !(centred && isThing(before.target, clause))) {
    draft.operations.push(styleOfMoved(before.target, reading.style, clause));
    return;
  }
  if (before?.kind.startsWith("object.") === true && centred) {
    draft.operations.push(operation("object.move", { target: before.target, where: align }));
    return;
  }
  if (before?.kind.startsWith("background.") === true && reading.target === undefined && onlyShadow(reading.style)) {
    draft.operations.push(operation("object.modify", { target: HAN.test(clause.key) ? "主体" : "subject", style: reading.style }));
    return;
  }
  if (before?.kind.startsWith("object.") === true && before.kind !== "object.remove" && reading.target !== undefined) {
    draft.operations.push(operation("text.restyle", { target: reading.target, style: reading.style }));
    return;
  }
  if (before !== undefined && last >= draft.earlier && (undoes(before.style, reading.style) || repaints(before, reading)))
    draft.doubt ??= { reason: "contradiction", words: wordsOf(clause) };
  if (before !== undefined && TAKES_STYLE.has(before.kind)) {
    const shared = /都|全部|统一|一律|\b(?:all|both|them)\b/.test(clause.key);
    for (let i = shared ? 0 : last; i <= last; i++) {
      const op = draft.operations[i];
      if (op !== undefined && TAKES_STYLE.has(op.kind)) draft.operations[i] = withStyle(op, effectOf(op, reading.style, clause));
    }
  } else if (reading.bare || (reading.target === undefined && before === undefined && draft.doubt?.reason === "unclear"))
    draft.doubt ??= { reason: "unclear", words: wordsOf(clause) };
  else {
    // "What font is the title in? Then change it to Helvetica."
    const asked = before?.kind === "query" && /\bit\b|它/.test(clause.key) ? before.target : undefined;
    // 字体都换成黑体: said of no text in particular, and of all.
    const all = before === undefined && /都|全部|统一|一律|\ball\b/.test(clause.key) ? (HAN.test(clause.key) ? "文字" : "text") : undefined;
    draft.operations.push(operation("text.restyle", { target: reading.target ?? asked ?? all, style: reading.style }));
  }
}

function takePlace(draft: Draft, reading: Extract<Reading, { does: "place" }>): void {
  const last = draft.operations.length - 1;
  const before = draft.operations[last];
  if (before === undefined) draft.pending = reading;
  else if (before.kind.endsWith(".add"))
    draft.operations[last] = { ...before, where: reading.where, ...(reading.value === undefined ? {} : { value: reading.value }) };
  else
    draft.operations.push(
      operation("object.move", {
        target: before.text?.to ?? before.text?.from ?? before.target,
        where: reading.where,
        value: reading.value,
      }),
    );
}

/** "brightness +20%" → "brightness"; undefined for a look or another kind. */
const toneProperty = (op: Operation | undefined): string | undefined =>
  op?.kind === "tone.adjust" ? /^(\w+) [+-]?\d/.exec(String(op.value))?.[1] : undefined;

/** 抠图，去掉背景 is one wish said twice, as is "too dark, make it brighter": the later wording stands. */
function repeats(before: Operation | undefined, op: Operation): boolean {
  if (before === undefined || op.kind.startsWith("text.")) return false;
  // Cut out and put on a new ground: the new ground says both.
  if (before.kind === "background.remove" && op.kind.startsWith("background.")) return true;
  const property = toneProperty(before);
  return (
    JSON.stringify(before) === JSON.stringify(op) ||
    (property !== undefined && property === toneProperty(op) && before.target === op.target)
  );
}

function takeOperations(draft: Draft, operations: readonly Operation[]): void {
  const { pending } = draft;
  const [first] = operations;
  const toned = draft.operations.at(-1);
  // 天空太暗了，调亮一些: the second wording speaks of the thing the first named.
  const same =
    toned?.target !== undefined &&
    first?.target === undefined &&
    toneProperty(toned) !== undefined &&
    toneProperty(toned) === toneProperty(first ?? toned);
  if (same && first !== undefined && operations.length === 1 && draft.operations.length > draft.earlier) {
    draft.operations.splice(-1, 1, { ...first, target: toned.target, ...(toned.where === undefined ? {} : { where: toned.where }) });
    return;
  }
  const said = first === undefined ? -1 : draft.operations.findLastIndex((op) => repeats(op, first));
  // Only within the run of tone wishes, or right before: "remove it, add B, remove it" is three orders.
  const between = draft.operations.slice(said + 1);
  if (said >= 0 && between.every((op) => op.kind === "tone.adjust")) draft.operations.splice(said, 1);
  draft.operations.push(
    ...operations.map((op) => (pending === undefined || op.where !== undefined ? op : { ...op, where: pending.where })),
  );
  draft.pending = undefined;
}

/** Within one round only: a later round may well take back what an earlier one asked. */
const opposes = ({ operations, earlier }: Draft, next: readonly Operation[]): boolean =>
  operations.slice(earlier).some((before) => next.some((op) => contradicts(before, op)));

function takeBorderWidth(draft: Draft, { value }: Extract<Reading, { does: "borderWidth" }>): void {
  const before = draft.operations.pop();
  if (before !== undefined) draft.operations.push({ ...before, value });
}

/** 右下角加“A”，半透明，边距2%: of what was put there, whatever has been said of its look since. */
function takeMargins(draft: Draft, { margins }: Extract<Reading, { does: "margins" }>, clause: Phrase): void {
  const last = draft.operations.at(-1);
  const styled = last?.kind === "text.restyle" ? last.text?.from : undefined;
  // Moved, then made smaller: the margin is that of the place.
  const sized = last?.kind === "object.modify" ? last.target : undefined;
  const at =
    styled !== undefined
      ? draft.operations.findLastIndex(({ text }) => text?.to === styled)
      : sized !== undefined
        ? draft.operations.findLastIndex(({ kind, target }) => kind === "object.move" && target === sized)
        : draft.operations.length - 1;
  const placed = draft.operations[at];
  const moved = placed === undefined ? undefined : withMargin(placed, margins);
  if (moved === undefined) draft.doubt ??= { reason: "unclear", words: wordsOf(clause) };
  else draft.operations[at] = moved;
}

/** The folded words with what was quoted put back. */
const keyOf = (clause: Phrase): string => fold(wordsOf(clause));

/** The second half of an order, whose thing and verb were said in the first. */
const OWN_COLOUR = /^(?:它的?|字的?)?颜色(?:再|要|得|稍微?|略微?|调|变)*(?:亮|暗)/u;
const HALF = /^(?:(?:also|and|still|even|a (?:bit|little|touch)|slightly|much|more|less) )*[a-z]+(?: in (?:colou?r|tone|shade))?$/;

/** How a new ground is to look. */
const AS_GROUND =
  /^(?:and |but )?(?:slightly |a (?:bit|little) |very |heavily |nicely |softly )*(?:blurred|blurry|out of focus|defocused)$|^(?:稍微|略微|略|轻微|适当|要|并|再)*(?:虚化|模糊)(?:一?[点些下]|处理)?$/u;

/** "make the food warmer and a bit brighter": the second half speaks of the thing the first named. */
function ofSameThing(before: Operation | undefined, operations: readonly Operation[], { key }: Phrase): readonly Operation[] {
  const { target } = before ?? {};
  if (before !== undefined && /^text\.(?:restyle|replace)$/.test(before.kind) && (HALF.test(key) || OWN_COLOUR.test(key)))
    return operations.map((op) =>
      op.target === undefined && toneProperty(op) === "brightness"
        ? operation("text.restyle", {
            target,
            text: before.text?.from === undefined ? undefined : { from: before.text.to ?? before.text.from },
            where: before.where,
            value: op.value,
          })
        : op,
    );
  // "replace the backdrop with a forest, slightly blurred": the new ground is.
  if (before?.kind.startsWith("background.") === true && AS_GROUND.test(key))
    return operations.map((op) => (toneProperty(op) === "blur" && op.target === undefined ? { ...op, target: "背景" } : op));
  if (target === undefined || toneProperty(before) === undefined || !HALF.test(key)) return operations;
  return operations.map((op) => (op.target === undefined && toneProperty(op) !== undefined ? { ...op, target } : op));
}

const IN_ITS_PLACE =
  /原位置?|原处|原来的?(?:位置|地方)|同样?的?(?:位置|地方)|那个位置|\b(?:in its (?:place|spot)|in the same (?:place|spot|position)|in (?:that|the) (?:spot|place)|there instead|where it was)\b/;

/** 把“A”删掉，在原位置写“B”: the one in the place of the other. */
function putBack(before: Operation | undefined, [op, ...others]: readonly Operation[], { key }: Phrase): Operation | undefined {
  if (before?.kind !== "text.remove" || op?.kind !== "text.add" || others.length > 0 || !IN_ITS_PLACE.test(key)) return undefined;
  const { target, where, nth, text } = before;
  return operation("text.replace", { target, where, nth, text: { ...text, to: op.text?.to }, style: op.style });
}

/** 删掉右下角的二维码，在原位置加“敬请期待”: what is new stands where the old one stood. */
function inItsPlace(before: Operation | undefined, operations: readonly Operation[], { key }: Phrase): readonly Operation[] {
  const where = before?.kind.endsWith(".remove") === true && IN_ITS_PLACE.test(key) ? before.where : undefined;
  return where === undefined
    ? operations
    : operations.map((op) => (op.kind.endsWith(".add") && op.where === undefined ? { ...op, where } : op));
}

export function take(draft: Draft, said: Reading, clause: Phrase): void {
  const count = draft.operations.length;
  const { taken } = draft;
  const reading = saidAnew(taken, said, clause);
  if ((reading.does === "operate" || reading.does === "style") && reading.doubt !== undefined)
    draft.doubt ??= { reason: reading.doubt, words: wordsOf(clause) };
  if (reading.does !== "remark") draft.taken = undefined;
  if (reading.does === "operate") {
    const before = draft.operations.at(-1);
    const operations = besideLast(
      before,
      inItsPlace(before, restOfType(before, ofSameThing(before, reading.operations, clause)), clause),
      clause,
    );
    if (opposes(draft, operations) || operations.some((op) => draft.keeps.some((wish) => removesKept(op, wish))))
      draft.doubt ??= { reason: "contradiction", words: wordsOf(clause) };
    const same = count > draft.earlier ? (withinSame(before, operations, clause) ?? putBack(before, operations, clause)) : undefined;
    if (same === undefined) takeOperations(draft, operations);
    else draft.operations.splice(-1, 1, same);
  } else if (reading.does === "style") takeStyle(draft, reading, clause);
  else if (reading.does === "styles") {
    const styled = styledInTurn(draft.operations.slice(draft.earlier), reading.styles);
    if (styled === undefined) draft.doubt ??= { reason: "unclear", words: wordsOf(clause) };
    else draft.operations.splice(draft.earlier, draft.operations.length, ...styled);
  } else if (reading.does === "place") takePlace(draft, reading);
  else if (reading.does === "borderWidth") takeBorderWidth(draft, reading);
  else if (reading.does === "margins") takeMargins(draft, reading, clause);
  else if (reading.does === "keep") {
    draft.kept = true;
    draft.keeps.push(keyOf(clause));
    // 删掉底部文字，等等，电话留着: what was taken back stands, but for what is to stay.
    const now = [...draft.operations.slice(draft.earlier), ...(taken === undefined ? [] : [taken])];
    const left = keptOut(now, clause);
    const kept = taken !== undefined && left.at(-1) === taken ? left.slice(0, -1) : left;
    draft.operations.splice(draft.earlier, draft.operations.length, ...kept);
    if (draft.operations.some((op) => keepsRemoved(op, keyOf(clause)))) draft.doubt ??= { reason: "contradiction", words: wordsOf(clause) };
  } else if (reading.does === "instead") draft.operations.splice(-1, 1, ...reading.operations);
  else if (reading.does === "retract")
    draft.taken = taken ?? (draft.operations.length > draft.earlier ? draft.operations.pop() : undefined);
  else if (reading.does === "remark") draft.remark = wordsOf(clause);
  else draft.doubt ??= { reason: reading.doubt, words: wordsOf(clause) };
  draft.open = reading.does === "operate" && reading.open === true ? clause : undefined;
  draft.openCount = draft.operations.length - count;
}
