import type { FontName, NodeRecord, TextData } from "../document/node-record.ts";
import { letterSpacingOf, lineHeightOf } from "../document/text-size.ts";
import type { Context2d } from "./canvas-ports.ts";

const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/thin|hairline/i, 100],
  [/(extra|ultra) ?light/i, 200],
  [/light/i, 300],
  [/medium/i, 500],
  [/(semi|demi) ?bold/i, 600],
  [/(extra|ultra) ?bold/i, 800],
  [/bold/i, 700],
  [/black|heavy/i, 900],
];

/** `Bold Italic` of a family as a CSS font. */
export function cssFont(font: FontName, size: number): string {
  const weight = WEIGHTS.find(([name]) => name.test(font.style))?.[1] ?? 400;
  return `${/italic|oblique/i.test(font.style) ? "italic " : ""}${weight} ${size}px "${font.family}", sans-serif`;
}

const CASES: Record<TextData["textCase"], (s: string) => string> = {
  ORIGINAL: (s) => s,
  UPPER: (s) => s.toUpperCase(),
  LOWER: (s) => s.toLowerCase(),
  TITLE: (s) => s.replace(/\b\p{L}/gu, (c) => c.toUpperCase()),
};

const ANCHOR = { LEFT: 0, CENTER: 0.5, RIGHT: 1, JUSTIFIED: 0 } as const;
const ALIGN = { LEFT: "left", CENTER: "center", RIGHT: "right", JUSTIFIED: "left" } as const;
const DOWN = { TOP: 0, CENTER: 0.5, BOTTOM: 1 } as const;

/** Draws the lines of a text node with the fill style that is set; the context is in node space. */
export function drawText(context: Context2d, node: NodeRecord): void {
  const { text } = node;
  const lines = CASES[text.textCase](text.characters).split("\n");
  const step = lineHeightOf(text);
  const top = (node.height - lines.length * step) * DOWN[text.alignVertical];
  context.font = cssFont(text.fontName, text.fontSize);
  context.textBaseline = "middle";
  context.textAlign = ALIGN[text.alignHorizontal];
  context.letterSpacing = `${letterSpacingOf(text)}px`;
  for (const [i, line] of lines.entries()) context.fillText(line, node.width * ANCHOR[text.alignHorizontal], top + (i + 0.5) * step);
}
