import { ok, type Result } from "../../../protocol/errors.ts";
import { boundsOf, type Rect } from "../../../protocol/geometry.ts";
import { medianColour, rgbDistance } from "../../raster/colour.ts";
import { growRect } from "../../raster/crop.ts";
import { createPlane, type Plane, type RasterImage } from "../../raster/raster.ts";
import { isGround } from "../background/ground-words.ts";
import { tellApart } from "../background/tell-apart.ts";
import { type LightContext, unsupported } from "../light-step.ts";

/** 除了文字, "except the logo": what a tone of the whole picture passes over. */
const EXCEPT = /^(?:除了?|except (?:for )?(?:the |our |my )?)\s*(?<kept>.+?)(?:以外|之外|外)?$/iu;
const TEXT =
  /^(?:所有|全部|上面的?|图上的?)*(?:文字|文案|文本|字|标题|副标题|价格|标语)(?:部分)?$|^(?:all )?(?:the )?(?:texts?|type|lettering|words|wording|title|headline|price|copy)$/iu;
const FACE = /脸|面部|\bfaces?\b/iu;
const SUBJECT = /主体|人物?|模特|产品|商品|前景|\b(?:subject|person|people|model|product|foreground|woman|man|girl|boy|child)\b/iu;

/** Distance of a pixel from the ground around a line, 0–255, from which it begins to be and is ink. */
const INK: readonly [from: number, to: number] = [18, 54];

export const leftOutBy = (target: string): string | undefined => EXCEPT.exec(target.trim())?.groups?.kept;

/** Whether the light engine can find what is to be left out at all. */
export const canBeLeftOut = (kept: string): boolean => TEXT.test(kept) || FACE.test(kept) || SUBJECT.test(kept) || isGround(kept);

interface LeftOut {
  /** 1 where the picture is to stay as it is. */
  readonly kept: Plane;
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
}

/** Around a line's corners, so that the box's rim is ground. */
const BESIDE = 3;

/** The letters in a box: what differs from the colour of its rim, so that the ground between them is toned with the rest. */
function keepInk(kept: Plane, image: RasterImage, box: Rect<"image">): void {
  const { width, data } = image;
  const rgb: number[] = [];
  const onRim = (x: number, y: number): boolean =>
    x === box.x || y === box.y || x === box.x + box.width - 1 || y === box.y + box.height - 1;
  const pixels = (visit: (i: number, x: number, y: number) => void): void => {
    for (let y = box.y; y < box.y + box.height; y++) for (let x = box.x; x < box.x + box.width; x++) visit(y * width + x, x, y);
  };
  pixels((i, x, y) => {
    if (onRim(x, y)) rgb.push(data[i * 4], data[i * 4 + 1], data[i * 4 + 2]);
  });
  const ground = medianColour(rgb);
  if (ground === undefined) return;
  pixels((i) => {
    const apart = rgbDistance([data[i * 4], data[i * 4 + 1], data[i * 4 + 2]], ground);
    kept.data[i] = Math.max(kept.data[i], Math.min(1, Math.max(0, (apart - INK[0]) / (INK[1] - INK[0]))));
  });
}

/** A face with a soft edge: the ellipse in its box, a little larger. */
function keepOval(kept: Plane, image: RasterImage, { x, y, width, height }: Rect<"image">): void {
  const [cx, cy, rx, ry] = [x + width / 2, y + height / 2, width * 0.75, height * 0.8];
  const box = growRect<"image">({ x: cx - rx, y: cy - ry, width: 2 * rx, height: 2 * ry }, 0, image);
  for (let py = box.y; py < box.y + box.height; py++) {
    for (let px = box.x; px < box.x + box.width; px++) {
      const far = Math.hypot((px - cx) / rx, (py - cy) / ry);
      const i = py * image.width + px;
      kept.data[i] = Math.max(kept.data[i], Math.min(1, Math.max(0, (1 - far) / 0.25)));
    }
  }
}

const notThere = (kept: string): string => `“${kept}” was to stay as it is, and none was found: the whole picture was adjusted.`;

async function lettersOrFaces(image: RasterImage, kept: string, { ports, signal }: LightContext): Promise<LeftOut> {
  const plane = createPlane(image.width, image.height);
  const texts = TEXT.test(kept) ? await ports.findTexts(image, signal) : [];
  for (const { quad } of texts) keepInk(plane, image, growRect(boundsOf<"image">(quad), BESIDE, image));
  const faces = FACE.test(kept) && ports.findFaces !== undefined ? await ports.findFaces(image, signal) : [];
  for (const { rect } of faces) keepOval(plane, image, rect);
  const found = texts.length + faces.length > 0;
  return { kept: plane, confidence: found ? 0.85 : 0.5, reasons: found ? [] : [notThere(kept)], warnings: [] };
}

/** Where the picture keeps its tone: its letters, its faces, its subject or its ground. Code: `unsupported_operation` for other things. */
export async function leftOut(image: RasterImage, kept: string, context: LightContext): Promise<Result<LeftOut>> {
  if (TEXT.test(kept) || FACE.test(kept)) return ok(await lettersOrFaces(image, kept, context));
  if (!canBeLeftOut(kept)) {
    return unsupported(
      `The light engine cannot find “${kept}” in a picture to leave it out.`,
      `Draw a mask around the part to adjust, without “${kept}”, or adjust the whole picture.`,
    );
  }
  const parts = await tellApart(image, context);
  if (!parts.ok) return parts;
  const { alpha, confidence, reasons, warnings } = parts.value;
  const plane = createPlane(image.width, image.height);
  const ground = isGround(kept);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = ground ? 1 - alpha.data[i] : alpha.data[i];
  return ok({ kept: plane, confidence, reasons, warnings });
}
