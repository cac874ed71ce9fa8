import { ALL_OF_THEM, type Operation, type StyleWish } from "../../protocol/plan.ts";
import type { Messages } from "./en.ts";

export interface OperationWords {
  readonly title: string;
  /** What it is about, in the person's own words; empty where the title says all. */
  readonly detail: string;
  /** `#rrggbb` colours to show as swatches. */
  readonly colours: readonly string[];
}

function styleWords(style: StyleWish, m: Messages["operations"]): string[] {
  const factor = style.sizeFactor ?? 1;
  const words = [
    style.font,
    style.weight === undefined ? undefined : style.weight >= 500 ? m.bold : m.light,
    style.italic ? m.italic : undefined,
    factor > 1 ? m.larger : factor < 1 ? m.smaller : undefined,
    style.sizeBy === undefined ? undefined : `${style.sizeBy > 0 ? "+" : "−"}${Math.abs(style.sizeBy)} px`,
    style.size === undefined ? undefined : `${style.size} px`,
    style.gradient ? m.gradient : undefined,
    style.outline ? m.outline : undefined,
    style.shadow ? m.shadow : undefined,
    style.plate ? m.plate : undefined,
    style.align && m.align[style.align],
    style.lines === undefined ? undefined : m.lines(style.lines),
  ];
  return words.filter((word) => word !== undefined);
}

function valueWords(value: Operation["value"], m: Messages["operations"]): string | undefined {
  if (value === undefined || value === true) return undefined;
  return value === ALL_OF_THEM ? m.everywhere : String(value);
}

function subject({ text, target, value }: Operation, m: Messages["operations"]): string[] {
  const exchanged = text?.from !== undefined && text.to !== undefined ? `${text.from} → ${text.to}` : undefined;
  const words = [
    exchanged ?? text?.from ?? text?.to ?? target,
    exchanged !== undefined && value !== ALL_OF_THEM ? undefined : valueWords(value, m),
  ];
  return words.filter((word) => word !== undefined);
}

const coloursOf = (style: StyleWish | undefined): readonly string[] => [
  ...(style?.gradient ?? (style?.colour ? [style.colour] : [])),
  ...(style?.outline ? [style.outline.colour] : []),
  ...(style?.shadow && style.shadowColour ? [style.shadowColour] : []),
  ...(style?.plate ? [style.plate] : []),
];

/** An operation in words, for a person to check what was understood. */
export function describeOperation(operation: Operation, m: Messages["operations"]): OperationWords {
  const { style, where, kind } = operation;
  const detail = [...subject(operation, m), ...(where ? [m.where[where]] : []), ...(style ? styleWords(style, m) : [])];
  return { title: m.kinds[kind], detail: detail.join(" · "), colours: coloursOf(style) };
}
