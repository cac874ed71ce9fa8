import type { LiveText, Placement } from "../../protocol/bridge.ts";
import { type Affine, compose, type Point, translation } from "../../protocol/geometry.ts";
import type { FontChoice } from "../fonts/nearest-font.ts";
import { type BaselinePlace, livePaint, liveShadow, rgbOf } from "./live-paint.ts";

/** A text and the font it will be set in, already loaded. */
export interface SetText extends LiveText {
  readonly choice: FontChoice;
}

/** A box turned by `angle` about its own top-left corner, units of the frame it lies in. */
interface InkBox {
  readonly corner: Point<"canvas">;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

function inkBox({ ink }: LiveText, { width, height, imageWidth, imageHeight }: Placement): InkBox {
  const [a, b, , d] = ink.map((p) => ({ x: (p.x * width) / imageWidth, y: (p.y * height) / imageHeight }));
  if (!a || !b || !d) throw new Error("a quad has four corners");
  return {
    corner: a,
    width: Math.hypot(b.x - a.x, b.y - a.y),
    height: Math.hypot(d.x - a.x, d.y - a.y),
    angle: Math.atan2(b.y - a.y, b.x - a.x),
  };
}

const turned = (angle: number): Affine => [
  [Math.cos(angle), -Math.sin(angle), 0],
  [Math.sin(angle), Math.cos(angle), 0],
];

/** Where the drawn letters lie in the node's own box, which is larger by the line's height; the box itself where Figma does not say. */
function inkInNode(node: TextNode): { x: number; y: number; width: number; height: number } {
  const box = node.absoluteBoundingBox;
  const ink = node.absoluteRenderBounds;
  if (box === null || ink === null) return { x: 0, y: 0, width: node.width, height: node.height };
  return { x: ink.x - box.x, y: ink.y - box.y, width: ink.width, height: ink.height };
}

const isTight = (ink: { readonly height: number }, node: TextNode): boolean => ink.height < 0.98 * node.height;

/** Another family has other proportions: its size and tracking are set so that the ink fills the old one's place. */
function fitSubstitute(node: TextNode, target: InkBox): void {
  const ink = inkInNode(node);
  if (!isTight(ink, node) || ink.height <= 0) return;
  node.fontSize = Math.max(1, node.fontSize as number) * Math.min(1.5, Math.max(0.6, target.height / ink.height));
  const gaps = Math.max(...node.characters.split("\n").map((line) => Array.from(line).length)) - 1;
  const size = node.fontSize as number;
  if (gaps < 1) return;
  const missing = (target.width - inkInNode(node).width) / gaps;
  const { value } = node.letterSpacing as LetterSpacing;
  node.letterSpacing = { unit: "PIXELS", value: Math.min(0.3 * size, Math.max(-0.12 * size, value + missing)) };
}

const ANCHOR = { left: 0, center: 0.5, right: 1 } as const;
const ALIGN = { left: "LEFT", center: "CENTER", right: "RIGHT" } as const;

/** Characters below each other stand on lines of their own. */
const charactersOf = ({ characters, style }: LiveText): string => (style.vertical ? Array.from(characters).join("\n") : characters);

function setType(node: TextNode, text: SetText, unitsPerPx: number): void {
  const { style, choice } = text;
  node.fontName = choice.font;
  node.characters = charactersOf(text);
  node.fontSize = Math.max(1, style.sizePx * unitsPerPx);
  node.letterSpacing = { unit: "PIXELS", value: style.vertical ? 0 : style.trackingPx * unitsPerPx };
  const lineHeight = style.vertical ? style.sizePx + style.trackingPx : style.lineHeightPx;
  if (lineHeight !== undefined) node.lineHeight = { unit: "PIXELS", value: lineHeight * unitsPerPx };
  node.textAlignHorizontal = style.vertical ? "CENTER" : ALIGN[style.align];
  node.textAutoResize = "WIDTH_AND_HEIGHT";
}

/** Where the baseline's middle lies in the node: as far below the ink's top as it is in the picture. */
function baselineIn(node: TextNode, { ink, style }: SetText, unitsPerPx: number): BaselinePlace | undefined {
  const [a, , , d] = ink;
  if (!style.origin || !a || !d || style.vertical) return undefined;
  const height = Math.hypot(d.x - a.x, d.y - a.y);
  const below = ((style.origin.x - a.x) * (d.x - a.x) + (style.origin.y - a.y) * (d.y - a.y)) / Math.max(1e-6, height);
  const drawn = inkInNode(node);
  const middle = { x: drawn.x + drawn.width / 2, y: drawn.y + below * unitsPerPx };
  return { width: node.width, height: node.height, middle, unitsPerPx };
}

function setLook(node: TextNode, text: SetText, unitsPerPx: number): void {
  const { style } = text;
  node.fills = [livePaint(style.fill, baselineIn(node, text, unitsPerPx))];
  node.opacity = style.opacity;
  node.effects = liveShadow(style, unitsPerPx);
  if (!style.outline) return;
  node.strokes = [{ type: "SOLID", color: rgbOf(style.outline.colour) }];
  node.strokeWeight = style.outline.widthPx * unitsPerPx;
  node.strokeAlign = "OUTSIDE";
}

/** The ink's anchor (its left, middle or right, by the alignment) onto the same point of the old ink, turned as that was. */
function transformFor(node: TextNode, target: InkBox, { style }: SetText): Affine {
  const ink = inkInNode(node);
  const share = style.vertical ? 0.5 : ANCHOR[style.align];
  const quarter = style.vertical ? Math.PI / 2 : 0;
  const middle = compose(
    compose(translation(target.corner.x, target.corner.y), turned(target.angle)),
    translation(target.width * share, target.height / 2),
  );
  const about = translation(-(ink.x + ink.width * share), -(ink.y + ink.height / 2));
  return compose(compose(middle, turned(-quarter)), about);
}

const mutable = (transform: Affine): Transform => [[...transform[0]], [...transform[1]]];

/**
 * Sets a string as a text node in `frame`, whose origin is `origin` of the picture (canvas units): its ink lies where the fitted ink
 * lay. The font must be loaded. Measured in the frame's own space, so the frame must still lie unturned on the page.
 */
export function addLiveText(
  frame: FrameNode,
  text: SetText,
  at: { readonly placement: Placement; readonly origin: Point<"canvas"> },
): TextNode {
  const { placement, origin } = at;
  const unitsPerPx = placement.height / placement.imageHeight;
  const node = figma.createText();
  frame.appendChild(node);
  setType(node, text, unitsPerPx);
  const whole = inkBox(text, placement);
  const target = { ...whole, corner: { x: whole.corner.x - origin.x, y: whole.corner.y - origin.y } };
  if (!text.choice.fitted && !text.style.vertical) fitSubstitute(node, target);
  node.relativeTransform = mutable(transformFor(node, target, text));
  setLook(node, text, unitsPerPx);
  node.name = text.characters.split("\n").join(" ");
  return node;
}
