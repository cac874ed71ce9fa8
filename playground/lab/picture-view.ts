import type { FoundText } from "../../protocol/text-style.ts";
import { element, listen } from "../stage/dom.ts";
import type { Pixels } from "./messages.ts";
import { paintPixels } from "./picture-file.ts";
import type { LabWords } from "./words.ts";

const SVG = "http://www.w3.org/2000/svg";

export interface PictureView {
  readonly element: HTMLElement;
  show(before: Pixels): void;
  boxes(texts: readonly FoundText[], pick: (index: number) => void): void;
  /** Marks one box, or none. */
  point(index: number | undefined): void;
  /** Shows the result over the picture with the divider, or takes it away. */
  result(after: Pixels | undefined): void;
  /** The canvas to save: the result, or the picture where there is none. */
  canvas(): HTMLCanvasElement;
}

function outline(text: FoundText, pick: () => void): SVGPolygonElement {
  const polygon = document.createElementNS(SVG, "polygon");
  polygon.setAttribute("points", text.quad.map((p) => `${p.x},${p.y}`).join(" "));
  polygon.addEventListener("click", pick);
  return polygon;
}

/** The picture, the boxes of its texts, and the result uncovered by a divider that mouse, touch and arrow keys move. */
export function createPictureView(words: LabWords): PictureView {
  const before = element("canvas", { class: "before" });
  const after = element("canvas", { class: "after", hidden: true });
  const marks = document.createElementNS(SVG, "svg");
  marks.setAttribute("aria-hidden", "true");
  const divider = element("input", { type: "range", min: 0, max: 1000, value: 500, class: "divide", "aria-label": words.compare });
  const tags = element("div", { class: "tags", "aria-hidden": true }, element("span", {}, words.before), element("span", {}, words.after));
  const compare = element("div", { class: "compare", hidden: true }, divider, element("span", { class: "bar" }), tags);
  const frame = element("div", { class: "picture" }, before, after, marks, compare);
  const split = (): void => frame.style.setProperty("--split", `${Number(divider.value) / 10}%`);
  listen(divider, "input", split);
  return {
    element: frame,
    show: (pixels) => {
      paintPixels(before, pixels);
      frame.style.setProperty("--ratio", String(pixels.width / pixels.height));
      frame.style.setProperty("--width", `${pixels.width}px`);
      marks.setAttribute("viewBox", `0 0 ${pixels.width} ${pixels.height}`);
      marks.replaceChildren();
    },
    boxes: (texts, pick) => marks.replaceChildren(...texts.map((text, i) => outline(text, () => pick(i)))),
    point: (index) => {
      for (const [i, box] of [...marks.children].entries()) box.classList.toggle("pointed", i === index);
    },
    result: (pixels) => {
      after.hidden = compare.hidden = pixels === undefined;
      frame.classList.toggle("compared", pixels !== undefined);
      if (pixels === undefined) return;
      paintPixels(after, pixels);
      divider.value = "0";
      split();
    },
    canvas: () => (after.hidden ? before : after),
  };
}
