import { type Affine, IDENTITY } from "../../protocol/geometry.ts";
import type { Effect, Paint } from "./paint.ts";

export const NODE_TYPES = [
  "DOCUMENT",
  "PAGE",
  "FRAME",
  "GROUP",
  "SECTION",
  "RECTANGLE",
  "ELLIPSE",
  "TEXT",
  "VECTOR",
  "BOOLEAN_OPERATION",
  "COMPONENT",
  "COMPONENT_SET",
  "INSTANCE",
] as const;
export type NodeType = (typeof NODE_TYPES)[number];

export type ConstraintType = "MIN" | "CENTER" | "MAX" | "STRETCH" | "SCALE";
export interface Constraints {
  readonly horizontal: ConstraintType;
  readonly vertical: ConstraintType;
}

/** Auto layout of a frame; `mode` NONE where children are placed freely. Lengths in canvas units. */
export interface AutoLayout {
  readonly mode: "NONE" | "HORIZONTAL" | "VERTICAL";
  readonly primarySizing: "FIXED" | "AUTO";
  readonly counterSizing: "FIXED" | "AUTO";
  readonly itemSpacing: number;
  readonly paddingLeft: number;
  readonly paddingRight: number;
  readonly paddingTop: number;
  readonly paddingBottom: number;
  readonly counterAlign: "MIN" | "CENTER" | "MAX" | "BASELINE";
  readonly primaryAlign: "MIN" | "CENTER" | "MAX" | "SPACE_BETWEEN";
}

export interface FontName {
  readonly family: string;
  readonly style: string;
}

/** One style for the whole string: ranges of a text with several styles are not imitated. */
export interface TextData {
  readonly characters: string;
  readonly fontName: FontName;
  readonly fontSize: number;
  readonly alignHorizontal: "LEFT" | "CENTER" | "RIGHT" | "JUSTIFIED";
  readonly alignVertical: "TOP" | "CENTER" | "BOTTOM";
  readonly autoResize: "NONE" | "WIDTH_AND_HEIGHT" | "HEIGHT" | "TRUNCATE";
  readonly letterSpacing: { readonly value: number; readonly unit: "PIXELS" | "PERCENT" };
  readonly lineHeight: { readonly unit: "AUTO" } | { readonly value: number; readonly unit: "PIXELS" | "PERCENT" };
  readonly textCase: "ORIGINAL" | "UPPER" | "LOWER" | "TITLE";
}

/**
 * One node, immutable: a change puts a new record in its place, so a snapshot of the document is a shallow copy of the map.
 * `transform` is relative to the container (the nearest ancestor that is neither group nor boolean operation), unit axes;
 * `width`/`height` in canvas units. `children` back to front.
 */
export interface NodeRecord {
  readonly id: string;
  readonly type: NodeType;
  readonly name: string;
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly visible: boolean;
  readonly locked: boolean;
  readonly expanded: boolean;
  readonly opacity: number;
  readonly blendMode: string;
  readonly isMask: boolean;
  readonly transform: Affine;
  readonly width: number;
  readonly height: number;
  readonly fills: readonly Paint[];
  readonly strokes: readonly Paint[];
  readonly strokeWeight: number;
  readonly strokeAlign: "INSIDE" | "CENTER" | "OUTSIDE";
  readonly effects: readonly Effect[];
  readonly cornerRadius: number;
  readonly clipsContent: boolean;
  readonly constraints: Constraints;
  readonly layout: AutoLayout;
  readonly layoutPositioning: "AUTO" | "ABSOLUTE";
  readonly text: TextData;
  readonly pluginData: Readonly<Record<string, string>>;
  readonly sharedPluginData: Readonly<Record<string, string>>;
  readonly relaunchData: Readonly<Record<string, string>>;
  /** Of an instance: the component it shows. */
  readonly mainComponent: string | null;
}

export const solid = (r: number, g: number, b: number): Paint => ({
  type: "SOLID",
  color: { r, g, b },
  visible: true,
  opacity: 1,
  blendMode: "NORMAL",
});

const NO_LAYOUT: AutoLayout = {
  mode: "NONE",
  primarySizing: "AUTO",
  counterSizing: "FIXED",
  itemSpacing: 0,
  paddingLeft: 0,
  paddingRight: 0,
  paddingTop: 0,
  paddingBottom: 0,
  counterAlign: "MIN",
  primaryAlign: "MIN",
};

const PLAIN_TEXT: TextData = {
  characters: "",
  fontName: { family: "Inter", style: "Regular" },
  fontSize: 12,
  alignHorizontal: "LEFT",
  alignVertical: "TOP",
  autoResize: "WIDTH_AND_HEIGHT",
  letterSpacing: { value: 0, unit: "PERCENT" },
  lineHeight: { unit: "AUTO" },
  textCase: "ORIGINAL",
};

const FILLS: Partial<Record<NodeType, readonly Paint[]>> = {
  FRAME: [solid(1, 1, 1)],
  COMPONENT: [solid(1, 1, 1)],
  PAGE: [solid(0.96, 0.96, 0.96)],
  SECTION: [solid(0.93, 0.93, 0.93)],
  RECTANGLE: [solid(0.85, 0.85, 0.85)],
  ELLIPSE: [solid(0.85, 0.85, 0.85)],
  TEXT: [solid(0, 0, 0)],
  BOOLEAN_OPERATION: [solid(0.85, 0.85, 0.85)],
};
const NAMES: Partial<Record<NodeType, string>> = { COMPONENT_SET: "Component set", BOOLEAN_OPERATION: "Union" };
const CLIPPING: ReadonlySet<NodeType> = new Set(["FRAME", "COMPONENT", "INSTANCE"]);

const titleCase = (type: NodeType): string => type.charAt(0) + type.slice(1).toLowerCase();

/** A node as Figma makes it: 100 × 100 at the origin, its type's default fill, the type's name. */
export function newRecord(id: string, type: NodeType): NodeRecord {
  return {
    id,
    type,
    name: NAMES[type] ?? titleCase(type),
    parent: null,
    children: [],
    visible: true,
    locked: false,
    expanded: false,
    opacity: 1,
    blendMode: "PASS_THROUGH",
    isMask: false,
    transform: IDENTITY,
    width: 100,
    height: 100,
    fills: FILLS[type] ?? [],
    strokes: [],
    strokeWeight: 1,
    strokeAlign: "INSIDE",
    effects: [],
    cornerRadius: 0,
    clipsContent: CLIPPING.has(type),
    constraints: { horizontal: "MIN", vertical: "MIN" },
    layout: NO_LAYOUT,
    layoutPositioning: "AUTO",
    text: PLAIN_TEXT,
    pluginData: {},
    sharedPluginData: {},
    relaunchData: {},
    mainComponent: null,
  };
}
