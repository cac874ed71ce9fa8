import type { Operation, StyleWish } from "../../protocol/plan.ts";
import type { Draft } from "./draft.ts";
import { ROLE_EN, ROLE_ZH, TEXT_EN, TEXT_ZH } from "./lexicon/roles.ts";
import { type Phrase, wordsOf } from "./phrase/phrase.ts";
import { operation, type Reading } from "./reading.ts";
import { isColourAlone } from "./style/colour.ts";
import { TAKES_STYLE, withStyle } from "./takes-style.ts";

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
const takesGround = (before: Operation | undefined, { style, target }: StyleReading): boolean =>
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
const repaints = (before: Operation, { style, target }: StyleReading): boolean =>
  target === undefined &&
  ((/^(?:text|object)\.remove$/.test(before.kind) && !onlyShadow(style)) ||
    (/^(?:text\.restyle|object\.recolour)$/.test(before.kind) &&
      before.style?.colour !== undefined &&
      style.colour !== undefined &&
      before.style.colour !== style.colour));

type StyleReading = Extract<Reading, { does: "style" }>;

/** The last order with what a look said behind it does to its own thing: a ground's colour, a mark's share, a border's width, a glow's hue. */
function lastStyled(before: Operation, { style, target }: StyleReading): Operation | undefined {
  if (target !== undefined) return undefined;
  // Beside the usual share of a mark, which is between the two.
  if (before.kind === "image.add" && isOnlySize(style)) return withStyle(before, { sizeFactor: (style.sizeFactor ?? 1) < 1 ? 0.15 : 0.3 });
  if (before.kind === "border.add" && style.weight !== undefined) {
    const { weight, ...others } = style;
    const value = [before.value, weight > 500 ? "thick" : "thin"].filter((word) => word !== undefined).join(" ");
    return { ...before, value, ...(Object.keys(others).length > 0 && { style: { ...before.style, ...others } }) };
  }
  if (before.value === "glow" && isColourAlone(style) && style.colour !== undefined) return { ...before, value: `glow ${style.colour}` };
  return before.kind === "canvas.extend" && onlyPaint(style) ? withStyle(before, style) : undefined;
}

/** An order of its own that a look said behind the last one is, of that one's thing or of another. */
function orderBehind(before: Operation, { style, target }: StyleReading, clause: Phrase): Operation | undefined {
  const { align, ...rest } = style;
  const centred = align !== undefined && Object.keys(rest).length === 0;
  if (before.kind === "object.move" && before.target !== undefined && !(centred && isThing(before.target, clause)))
    return styleOfMoved(before.target, style, clause);
  if (before.kind.startsWith("object.") && centred) return operation("object.move", { target: before.target, where: align });
  if (before.kind.startsWith("background.") && target === undefined && onlyShadow(style))
    return operation("object.modify", { target: HAN.test(clause.key) ? "主体" : "subject", style });
  const isOther = before.kind.startsWith("object.") && before.kind !== "object.remove" && target !== undefined;
  return isOther ? operation("text.restyle", { target, style }) : undefined;
}

/** What the last order becomes by a look said behind it; `undefined` where the look is for what was set, or stands for itself. */
function behindLast(before: Operation, reading: StyleReading, clause: Phrase): readonly Operation[] | undefined {
  if (takesGround(before, reading)) return [operation("background.recolour", { style: { ...before.style, ...reading.style } })];
  const styled = lastStyled(before, reading);
  if (styled !== undefined) return [styled];
  const behind = orderBehind(before, reading, clause);
  return behind === undefined ? undefined : [before, behind];
}

/** The look for the last text or thing that takes one; 都: for each so far. */
function styleSoFar({ operations }: Draft, { style }: StyleReading, clause: Phrase): void {
  const last = operations.length - 1;
  const shared = /都|全部|统一|一律|\b(?:all|both|them)\b/.test(clause.key);
  for (let i = shared ? 0 : last; i <= last; i++) {
    const op = operations[i];
    if (op !== undefined && TAKES_STYLE.has(op.kind)) operations[i] = withStyle(op, effectOf(op, style, clause));
  }
}

/** A look as an order of its own. */
function restyled(before: Operation | undefined, { style, target }: StyleReading, { key }: Phrase): Operation {
  // "What font is the title in? Then change it to Helvetica."
  const asked = before?.kind === "query" && /\bit\b|它/.test(key) ? before.target : undefined;
  // 字体都换成黑体: said of no text in particular, and of all.
  const all = before === undefined && /都|全部|统一|一律|\ball\b/.test(key) ? (HAN.test(key) ? "文字" : "text") : undefined;
  return operation("text.restyle", { target: target ?? asked ?? all, style });
}

/** Takes a look that a clause asked for into the draft: to the last order, behind it, or as one of its own. */
export function takeStyle(draft: Draft, reading: StyleReading, clause: Phrase): void {
  const { operations } = draft;
  const before = operations.at(-1);
  // 背景透明，颜色白色: a ground that is none has no colour.
  if (before?.kind === "background.remove" && /透明|transparent/.test(clause.sentence.key) && takesGround(before, reading)) {
    draft.doubt ??= { reason: "contradiction", words: wordsOf(clause) };
    return;
  }
  const instead = before === undefined ? undefined : behindLast(before, reading, clause);
  if (instead !== undefined) {
    operations.splice(-1, 1, ...instead);
    return;
  }
  if (before !== undefined && operations.length > draft.earlier && (undoes(before.style, reading.style) || repaints(before, reading)))
    draft.doubt ??= { reason: "contradiction", words: wordsOf(clause) };
  if (before !== undefined && TAKES_STYLE.has(before.kind)) styleSoFar(draft, reading, clause);
  else if (reading.bare || (reading.target === undefined && before === undefined && draft.doubt?.reason === "unclear"))
    draft.doubt ??= { reason: "unclear", words: wordsOf(clause) };
  else operations.push(restyled(before, reading, clause));
}
