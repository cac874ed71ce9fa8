import type { LightContext } from "../../imaging/light/light-step.ts";
import { LOOKS } from "../../imaging/light/tone/tone-wish.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import type { Operation } from "../../protocol/plan.ts";
import { draw } from "./draw-scene.ts";
import { studios } from "./scenes.ts";

export interface TimedOperation {
  readonly name: string;
  readonly image: RasterImage;
  readonly operation: Operation;
  readonly more: Partial<LightContext>;
}

const SIZE = 1024;

/** A made-up logo in the corner, for the removals. */
function marked(image: RasterImage): RasterImage {
  const data = Uint8ClampedArray.from(image.data);
  for (let y = 0; y < 60; y++)
    for (let x = 0; x < 120; x++)
      if (Math.hypot(x - 30, y - 30) < 26 || (x > 64 && y % 20 > 8))
        data.set([16, 18, 24, 255], ((SIZE - 100 + y) * SIZE + SIZE - 160 + x) * 4);
  return { ...image, data };
}

/** Every operation of the light engine on a studio picture of 1024². */
export function timedOperations(): readonly TimedOperation[] {
  const { image } = draw(SIZE, studios(SIZE)[16].look);
  const withMark = marked(image);
  const mark = { x: SIZE - 172, y: SIZE - 112, width: 144, height: 84 };
  const logo = draw(256, studios(256)[0].look).image;
  const subject = { x: 200, y: 200, width: 640, height: 700 };
  const style = { colour: "#1e5fbf" };
  const tones = ["brightness +20%", "warmth +20%", "sharpness +20%", "noise -20%", "white-balance", ...Object.keys(LOOKS)];
  const borders = ["10px", "rounded", "double", "dashed", "neon"];
  const plain = (name: string, operation: Operation, more: Partial<LightContext> = {}): TimedOperation => ({
    name,
    image,
    operation,
    more,
  });
  return [
    { ...plain("object.remove by corner", { kind: "object.remove", target: "logo", where: "bottom-right" }), image: withMark },
    { ...plain("object.remove by box", { kind: "object.remove" }, { region: mark }), image: withMark },
    plain("object.recolour subject", { kind: "object.recolour", style }),
    plain("object.recolour box", { kind: "object.recolour", style }, { region: subject }),
    plain("background.remove", { kind: "background.remove" }),
    plain("background.recolour", { kind: "background.recolour", style: { colour: "#ffcc66" } }),
    plain("background.recolour gradient", { kind: "background.recolour", style: { gradient: ["#ffffff", "#add8e6"] } }),
    plain("background.replace", { kind: "background.replace" }, { references: [image] }),
    ...tones.map((value) => plain(`tone.adjust ${value}`, { kind: "tone.adjust", value })),
    plain("tone.adjust blur background", { kind: "tone.adjust", value: "blur +20%", target: "background" }),
    ...borders.map((value) => plain(`border.add ${value}`, { kind: "border.add", value })),
    plain("image.add", { kind: "image.add", where: "bottom-right" }, { references: [logo] }),
    plain("crop 1:1 to 4:5", { kind: "crop", value: "4:5" }),
    plain("canvas.extend 20%", { kind: "canvas.extend", value: 20 }),
    plain("query colours", { kind: "query", target: "colours" }),
    plain("query logo", { kind: "query", target: "logo" }),
  ];
}
