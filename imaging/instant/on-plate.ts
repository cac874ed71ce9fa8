import { COLOUR, colourOf } from "../instruction/style/colour.ts";
import { medianColour, type Rgb, toOklab } from "../raster/colour.ts";
import { likeNamed } from "../raster/like-named.ts";
import type { RasterImage } from "../raster/raster.ts";
import type { TextLine } from "../text/types.ts";

/** What bears a few words on a colour of its own, and what may be said of its words: 按钮文字, "the text on the orange label". */
export const PLATED = "按[钮键]|标签|角标|徽章|贴纸|色[块条]|button|badge|label|tag|sticker|ribbon|pill|chip";
const SAID = new RegExp(
  `^(?:the )?(?:(?:text|words?|wording) (?:on|in|of) (?:the )?)?(?:(?<c>${COLOUR})(?:颜色|色)?的?\\s*)?(?:${PLATED})(?:[上里中]?的?(?:文字|文案|字)|(?:['’]s)? (?:text|words?|wording|label))?$`,
  "u",
);
/** A plate ends within this of its letters, heights of the line, above and below and at the sides. */
const REACH = { across: 1.6, along: 3 } as const;
/** Rays cast from each side, and the share of them that must meet the plate's end. */
const RAYS = 7;
const MOST = 0.7;
/** Between two grounds, OKLab; a gradient or grain changes less from one step to the next. */
const OTHER = 0.09;
/** From this likeness on a plate may be of the colour named. */
const ALIKE = 0.3;

/** Looks along a line's own directions; `undefined` outside the picture. */
function sampler(image: RasterImage, { box }: TextLine): (along: number, across: number) => Rgb | undefined {
  const [c, s] = [Math.cos(box.angle), Math.sin(box.angle)];
  return (along, across) => {
    const x = Math.round(box.cx + along * c - across * s);
    const y = Math.round(box.cy + along * s + across * c);
    if (x < 0 || y < 0 || x >= image.width || y >= image.height) return undefined;
    const i = 4 * (y * image.width + x);
    return [image.data[i], image.data[i + 1], image.data[i + 2]];
  };
}

/** Whether a ray that starts on the ground comes to another one within `reach` pixels and stays there for a moment: letters are no end. */
function ends(at: (step: number) => Rgb | undefined, reach: number, ground: Rgb): boolean {
  const own = toOklab(ground);
  const isOther = (step: number): boolean => {
    const seen = at(step);
    return seen !== undefined && Math.hypot(...toOklab(seen).map((v, i) => v - own[i]!)) > OTHER;
  };
  for (let step = 1; step <= reach; step++) if ([0, 2, 4, 6].every((more) => isOther(step + more))) return true;
  return false;
}

/** The colour of the plate that a line stands on by itself, a button's or a label's; `undefined` where its ground goes on at any side. */
export function plateUnder(image: RasterImage, line: TextLine): Rgb | undefined {
  const look = sampler(image, line);
  const { width, height } = line.box;
  const [w, h] = [width / 2 + 2, height / 2 + 2];
  const even = Array.from({ length: RAYS }, (_, i) => (2 * (i + 0.5)) / RAYS - 1);
  const rim = even.flatMap((t) => [look(t * w, -h), look(t * w, h)]).filter((seen) => seen !== undefined);
  const ground = medianColour(Float32Array.from(rim.flat()), () => true);
  if (ground === undefined) return undefined;
  const meets = (ray: (t: number, step: number) => Rgb | undefined, reach: number): boolean =>
    even.filter((t) => ends((step) => ray(t, step), reach * height, ground)).length >= MOST * RAYS;
  const closed =
    meets((t, step) => look(t * w, -h - step), REACH.across) &&
    meets((t, step) => look(t * w, h + step), REACH.across) &&
    meets((t, step) => look(-w - step, 0.5 * t * h), REACH.along) &&
    meets((t, step) => look(w + step, 0.5 * t * h), REACH.along);
  return closed ? ground : undefined;
}

/**
 * The one text on a plate of its own that is meant where the plate is named: 按钮文字, "the orange label". `undefined` where no plate is named; empty where
 * none, or more than one, may be.
 */
export function linesOnPlate(
  target: string,
  near: readonly TextLine[],
  plateOf: (line: TextLine) => Rgb | undefined,
): readonly TextLine[] | undefined {
  const said = SAID.exec(target.normalize("NFKC").toLowerCase().trim());
  if (said === null) return undefined;
  const hex = said.groups?.c === undefined ? undefined : colourOf(said.groups.c);
  const meant = near.filter((line) => {
    const plate = plateOf(line);
    return plate !== undefined && (hex === undefined || likeNamed(toOklab(plate), hex) >= ALIKE);
  });
  return meant.length === 1 ? meant : [];
}
