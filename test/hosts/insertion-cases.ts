import { instantiate } from "../../playground/document/copy-node.ts";
import type { FigmaDocument } from "../../playground/document/figma-document.ts";
import { add, addPicture, addRow, at, type Change, wrap } from "./scene.ts";

/** One place a source may lie in, and where its result must go. */
export interface InsertionCase {
  readonly name: string;
  /** Builds the place; gives the source, and the layer the result must lie above where that is not the source. */
  build(document: FigmaDocument, page: string): { readonly source: string; readonly anchor?: string };
  /** What the person is told. */
  readonly note?: RegExp;
}

/** The copy of `part` inside `instance`. */
const inInstance = (instance: string, part: string): string => `I${instance};${part}`;

export const INSERTION_CASES: readonly InsertionCase[] = [
  { name: "on the page", build: (d, page) => ({ source: addPicture(d, page, { transform: at(40, 30) }) }) },
  {
    name: "turned, on the page",
    build: (d, page) => ({ source: addPicture(d, page, { transform: at(40, 30, 33) }) }),
  },
  {
    name: "mirrored, on the page",
    build: (d, page) => ({
      source: addPicture(d, page, {
        transform: [
          [-1, 0, 500],
          [0, 1, 20],
        ],
      }),
    }),
  },
  {
    name: "in a frame",
    build: (d, page) => ({ source: addPicture(d, add(d, "FRAME", page, { transform: at(10.25, -7.5), width: 400, height: 300 })) }),
  },
  {
    name: "in a turned frame in a turned frame",
    build: (d, page) => {
      const outer = add(d, "FRAME", page, { transform: at(100, 50, 20), width: 800, height: 800 });
      const inner = add(d, "FRAME", outer, { transform: at(60, 40, -65), width: 400, height: 300 });
      return { source: addPicture(d, inner, { transform: at(12, 13, 5) }) };
    },
  },
  {
    name: "in a group in a group in a turned frame",
    build: (d, page) => {
      const frame = add(d, "FRAME", page, { transform: at(300, 200, 40), width: 800, height: 800 });
      const source = addPicture(d, frame, { transform: at(20, 30, 12) });
      wrap(d, "GROUP", [wrap(d, "GROUP", [source, add(d, "ELLIPSE", frame, { transform: at(300, 10) })])]);
      return { source };
    },
  },
  {
    name: "in auto layout",
    build: (d, page) => {
      const row = addRow(d, page, { transform: at(70, 80) });
      const source = addPicture(d, row);
      add(d, "RECTANGLE", row, { name: "Next", width: 50, height: 50 });
      return { source };
    },
  },
  {
    name: "in turned auto layout",
    build: (d, page) => {
      const row = addRow(d, page, { transform: at(70, 80, -15) });
      add(d, "RECTANGLE", row, { name: "Before" });
      return { source: addPicture(d, row) };
    },
  },
  {
    name: "in a group in auto layout",
    build: (d, page) => {
      const row = addRow(d, page, { transform: at(5, 6) });
      const source = addPicture(d, row);
      wrap(d, "GROUP", [source]);
      add(d, "RECTANGLE", row, { name: "Next" });
      return { source };
    },
  },
  {
    name: "turned, in a group in auto layout which the patch would stretch",
    note: /above “Tight”.*would move the original/,
    build: (d, page) => {
      const row = addRow(d, page, { transform: at(5, 6) });
      // Turned with its group and drawn for its round corners: the patch, upright on the page, reaches beyond the group's own box.
      const source = addPicture(d, row, { cornerRadius: 9, transform: at(0, 0, 30), width: 120, height: 40 });
      const group = wrap(d, "GROUP", [source], { name: "Tight", transform: at(0, 0, 30) });
      return { source, anchor: group };
    },
  },
  {
    name: "in a hugging row in a hugging, turned row",
    build: (d, page) => {
      const outer = addRow(d, page, { transform: at(300, 80, 20) });
      add(d, "RECTANGLE", outer, { name: "Before" });
      const inner = addRow(d, outer);
      for (const row of [outer, inner])
        d.patch(row, { layout: { ...d.scene.get(row).layout, primarySizing: "AUTO", counterSizing: "AUTO" } });
      const source = addPicture(d, inner);
      add(d, "RECTANGLE", inner, { name: "Next" });
      return { source };
    },
  },
  {
    name: "see-through",
    note: /“Picture” is see-through/,
    build: (d, page) => ({ source: addPicture(d, page, { opacity: 0.4, transform: at(4, 4) }) }),
  },
  {
    name: "in a section",
    build: (d, page) => ({ source: addPicture(d, add(d, "SECTION", page, { transform: at(-500, 900), width: 600, height: 600 })) }),
  },
  {
    name: "in a frame in a section in a section",
    build: (d, page) => {
      const outer = add(d, "SECTION", page, { transform: at(100, 100), width: 900, height: 900 });
      const inner = add(d, "SECTION", outer, { transform: at(30, 40), width: 600, height: 600 });
      return { source: addPicture(d, add(d, "FRAME", inner, { transform: at(7, 8, 90), width: 300, height: 300 })) };
    },
  },
  {
    name: "in a component",
    build: (d, page) => ({ source: addPicture(d, add(d, "COMPONENT", page, { transform: at(20, 20), width: 300, height: 300 })) }),
  },
  {
    name: "in a frame in an instance",
    note: /above “Card”.*cannot be added inside/,
    build: (d, page) => {
      const component = add(d, "COMPONENT", page, { name: "Card", width: 300, height: 300 });
      const frame = add(d, "FRAME", component, { transform: at(10, 10), width: 250, height: 250 });
      const picture = addPicture(d, frame, { transform: at(4, 5) });
      const instance = instantiate(d, component);
      d.patch(instance, { name: "Card", transform: at(500, 60, 10) });
      return { source: inInstance(instance, picture), anchor: instance };
    },
  },
  {
    name: "in an instance in auto layout",
    note: /above “Card”/,
    build: (d, page) => {
      const component = add(d, "COMPONENT", page, { name: "Card", width: 300, height: 120 });
      const picture = addPicture(d, component, { transform: at(4, 5) });
      const row = addRow(d, page, { transform: at(0, 400) });
      const instance = instantiate(d, component);
      d.scene.attach(instance, row, 0);
      d.touch(row);
      add(d, "RECTANGLE", row, { name: "Next" });
      return { source: inInstance(instance, picture), anchor: instance };
    },
  },
  {
    name: "in a component of a component set",
    build: (d, page) => {
      const set = add(d, "COMPONENT_SET", page, { transform: at(50, 50), width: 700, height: 300 });
      const variant = add(d, "COMPONENT", set, { name: "State=On", transform: at(20, 20), width: 300, height: 200 });
      return { source: addPicture(d, variant, { transform: at(3, 3) }) };
    },
  },
  {
    name: "itself a component of a component set",
    note: /above “Button”/,
    build: (d, page) => {
      const set = add(d, "COMPONENT_SET", page, { name: "Button", transform: at(50, 50), width: 700, height: 300 });
      return { source: add(d, "COMPONENT", set, { name: "State=On", transform: at(20, 20), width: 300, height: 200 }), anchor: set };
    },
  },
  {
    name: "an operand of a boolean operation",
    note: /above “Cut-out”/,
    build: (d, page) => {
      const frame = add(d, "FRAME", page, { transform: at(30, 30, 8), width: 500, height: 500 });
      const source = addPicture(d, frame, { transform: at(40, 40) });
      const ellipse = add(d, "ELLIPSE", frame, { transform: at(90, 60) });
      return { source, anchor: wrap(d, "BOOLEAN_OPERATION", [source, ellipse], { name: "Cut-out" }) };
    },
  },
  {
    name: "masked, in a group",
    build: (d, page) => {
      const mask = add(d, "ELLIPSE", page, { isMask: true });
      const source = addPicture(d, page);
      wrap(d, "GROUP", [mask, source]);
      return { source };
    },
  },
  {
    name: "itself the mask of a group",
    note: /the original is a mask/,
    build: (d, page) => {
      const frame = add(d, "FRAME", page, { transform: at(5, 9), width: 500, height: 500 });
      const source = addPicture(d, frame, { isMask: true, transform: at(20, 20) });
      const ellipse = add(d, "ELLIPSE", frame, { transform: at(40, 40), width: 50, height: 40 });
      return { source, anchor: wrap(d, "GROUP", [source, ellipse], { name: "Masked" }) };
    },
  },
  {
    name: "itself the mask of a frame",
    note: /above “Window”/,
    build: (d, page) => {
      const frame = add(d, "FRAME", page, { name: "Window", transform: at(5, 9), width: 500, height: 500 });
      return { source: addPicture(d, frame, { isMask: true }), anchor: frame };
    },
  },
  {
    name: "locked, in a locked frame",
    build: (d, page) => ({ source: addPicture(d, add(d, "FRAME", page, { locked: true, width: 300, height: 300 }), { locked: true }) }),
  },
  { name: "hidden", build: (d, page) => ({ source: addPicture(d, page, { visible: false, transform: at(9, 9) }) }) },
  {
    name: "on another page",
    build: (d) => ({ source: addPicture(d, d.create("PAGE"), { transform: at(11, 12) }) }),
  },
  {
    name: "stretched over a layer of another shape",
    build: (d, page) => {
      const source = addPicture(d, page, { transform: at(3, 4, 45), width: 300, height: 300 });
      const stretched = { scaleMode: "CROP", imageTransform: at(0, 0) } as const;
      d.patch(source, { fills: d.scene.get(source).fills.map((fill) => ({ ...fill, ...stretched }) as typeof fill) });
      return { source };
    },
  },
  {
    name: "fitted into a taller layer",
    build: (d, page) => {
      const source = addPicture(d, page, { transform: at(3, 4), width: 200, height: 300 });
      d.patch(source, { fills: d.scene.get(source).fills.map((fill) => ({ ...fill, scaleMode: "FIT" }) as typeof fill) });
      return { source };
    },
  },
  {
    name: "a frame with layers in it, turned",
    build: (d, page) => {
      const source = add(d, "FRAME", page, { transform: at(60, 70, 25), width: 300, height: 180 });
      addPicture(d, source, { transform: at(10, 10) });
      return { source };
    },
  },
  { name: "tiny", build: (d, page) => ({ source: addPicture(d, page, { transform: at(4.3, 4.7), width: 2, height: 1 }) }) },
  { name: "huge", build: (d, page) => ({ source: addPicture(d, page, { transform: at(-9000, 12000), width: 4000, height: 2000 }) }) },
  {
    name: "far away, in a turned frame far away",
    build: (d, page) => {
      const frame = add(d, "FRAME", page, { transform: at(250_000, -180_000, 57), width: 900, height: 900 });
      return { source: addPicture(d, frame, { transform: at(100, 200, -12) }) };
    },
  },
  {
    name: "blended with what is below",
    note: /“Picture” is see-through or blended/,
    build: (d, page) => ({ source: addPicture(d, page, { blendMode: "MULTIPLY", transform: at(4, 4) }) }),
  },
  {
    name: "mirrored top to bottom, in a turned frame",
    build: (d, page) => {
      const frame = add(d, "FRAME", page, { transform: at(20, 30, 70), width: 500, height: 500 });
      const mirrored: Change["transform"] = [
        [1, 0, 30],
        [0, -1, 200],
      ];
      return { source: addPicture(d, frame, { transform: mirrored }) };
    },
  },
  {
    name: "taken out of the flow of an auto layout",
    build: (d, page) => {
      const row = addRow(d, page, { transform: at(70, 80) });
      add(d, "RECTANGLE", row, { name: "In the flow" });
      return { source: addPicture(d, row, { layoutPositioning: "ABSOLUTE", transform: at(33, 44) }) };
    },
  },
  {
    name: "in a row in a row in a row",
    build: (d, page) => {
      const rows = [0, 1, 2].reduce((parent) => addRow(d, parent), page);
      add(d, "RECTANGLE", rows, { name: "Before" });
      return { source: addPicture(d, rows) };
    },
  },
  {
    name: "masked, in a group in auto layout",
    build: (d, page) => {
      const row = addRow(d, page, { transform: at(10, 10) });
      const mask = add(d, "ELLIPSE", row, { isMask: true, width: 400, height: 300 });
      const source = addPicture(d, row);
      wrap(d, "GROUP", [mask, source]);
      add(d, "RECTANGLE", row, { name: "Next" });
      return { source };
    },
  },
  {
    name: "in a group in a section",
    build: (d, page) => {
      const section = add(d, "SECTION", page, { transform: at(700, -300), width: 600, height: 600 });
      const source = addPicture(d, section, { transform: at(50, 60, 5) });
      wrap(d, "GROUP", [source, add(d, "ELLIPSE", section, { transform: at(300, 10) })]);
      return { source };
    },
  },
  {
    name: "in a group in a component of a component set in a section",
    build: (d, page) => {
      const section = add(d, "SECTION", page, { transform: at(30, 40), width: 900, height: 600 });
      const set = add(d, "COMPONENT_SET", section, { transform: at(50, 50), width: 700, height: 300 });
      const variant = add(d, "COMPONENT", set, { name: "State=Off", transform: at(20, 20), width: 300, height: 200 });
      const source = addPicture(d, variant, { transform: at(3, 3) });
      wrap(d, "GROUP", [source, add(d, "ELLIPSE", variant, { transform: at(230, 10), width: 20, height: 20 })]);
      return { source };
    },
  },
  {
    name: "in an instance in an instance",
    note: /above “Page header”/,
    build: (d, page) => {
      const card = add(d, "COMPONENT", page, { name: "Card", width: 300, height: 200 });
      const picture = addPicture(d, card, { transform: at(4, 5) });
      const header = add(d, "COMPONENT", page, { name: "Page header", transform: at(0, 400), width: 500, height: 300 });
      const inner = instantiate(d, card);
      d.scene.attach(inner, header, 0);
      d.touch(header);
      const outer = instantiate(d, header);
      d.patch(outer, { transform: at(900, 60, -5) });
      const nested = d.scene.get(d.scene.get(outer).children[0] ?? "");
      return { source: nested.children[0] ?? inInstance(nested.id, picture), anchor: outer };
    },
  },
  {
    name: "an operand of a boolean operation in a boolean operation",
    note: /above “Outer”/,
    build: (d, page) => {
      const source = addPicture(d, page, { transform: at(40, 40) });
      const inner = wrap(d, "BOOLEAN_OPERATION", [source, add(d, "ELLIPSE", page, { transform: at(90, 60) })], { name: "Inner" });
      return { source, anchor: wrap(d, "BOOLEAN_OPERATION", [inner, add(d, "ELLIPSE", page)], { name: "Outer" }) };
    },
  },
  {
    name: "itself a group",
    build: (d, page) => {
      const parts = [addPicture(d, page, { transform: at(40, 40) }), add(d, "ELLIPSE", page, { transform: at(150, 60) })];
      return { source: wrap(d, "GROUP", parts, { name: "Lock-up" }) };
    },
  },
  {
    name: "itself a boolean operation",
    build: (d, page) => {
      const parts = [add(d, "RECTANGLE", page, { transform: at(40, 40) }), add(d, "ELLIPSE", page, { transform: at(90, 60) })];
      return { source: wrap(d, "BOOLEAN_OPERATION", parts, { name: "Shape" }) };
    },
  },
  {
    name: "itself a component",
    build: (d, page) => {
      const source = add(d, "COMPONENT", page, { transform: at(60, 70), width: 300, height: 180 });
      addPicture(d, source, { transform: at(10, 10) });
      return { source };
    },
  },
  {
    name: "itself an instance, turned",
    build: (d, page) => {
      const component = add(d, "COMPONENT", page, { name: "Card", width: 300, height: 200 });
      addPicture(d, component, { transform: at(4, 5) });
      const source = instantiate(d, component);
      d.patch(source, { transform: at(500, 60, 25) });
      return { source };
    },
  },
];
