import sharp from "sharp";
import { gradientEnds, lettersOf, piecesOf } from "./measure-line.ts";
import type { Colour, TextRenderer, TextSpec } from "./poster-spec.ts";

const rgb = (c: Colour): string => `rgb(${c.map(Math.round).join(",")})`;
const escaped = (text: string): string => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** SVG text on librsvg (Pango, Cairo), through sharp. Fonts come from fontconfig: see `provideFontconfig`. */
export function createCairoRenderer(): TextRenderer {
  return {
    draw: async (lines, { width, height, transform }) => {
      const [[a, c, e], [b, d, f]] = transform;
      const body = lines.map(lineSvg).join("");
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g transform="matrix(${a},${b},${c},${d},${e},${f})">${body}</g></svg>`;
      const { data } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      return new Uint8ClampedArray(data);
    },
    close: async () => {},
  };
}

function lineSvg(line: TextSpec, index: number): string {
  const { font, outline, shadow } = line;
  const family = `font-family="${font.cairo ?? font.name}" font-weight="${font.weight}" font-size="${line.sizePx}"`;
  const pieces = line.trackingPx === 0 ? piecesOf(line) : lettersOf(line);
  const stroke = outline
    ? ` stroke="${rgb(outline.colour)}" stroke-width="${2 * outline.width}" stroke-linejoin="round" paint-order="stroke"`
    : "";
  const texts = (fill: (piece: ReturnType<typeof piecesOf>[number]) => string, more: string): string =>
    pieces
      .map((p) => `<text xml:space="preserve" x="${p.x}" y="${p.y}" ${family}${more} fill="${fill(p)}">${escaped(p.text)}</text>`)
      .join("");
  const own = texts(
    (p) => (p.fill.kind === "gradient" ? `url(#g${index})` : rgb(p.fill.kind === "solid" ? p.fill.colour : p.fill.colours[0])),
    stroke,
  );
  const dark = shadow
    ? shadowSvg(
        line,
        index,
        texts(() => rgb(shadow.colour), ""),
      )
    : "";
  return `${gradientSvg(line, index)}${dark}${own}`;
}

function gradientSvg(line: TextSpec, index: number): string {
  if (line.fill.kind !== "gradient") return "";
  const [x1, y1, x2, y2] = gradientEnds(line);
  const stops = [line.fill.from, line.fill.to].map((c, i) => `<stop offset="${i}" stop-color="${rgb(c)}"/>`).join("");
  return `<linearGradient id="g${index}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops}</linearGradient>`;
}

function shadowSvg(line: TextSpec, index: number, texts: string): string {
  const shadow = line.shadow;
  if (!shadow) return "";
  const filter = `<filter id="s${index}" x="-50%" y="-50%" width="200%" height="200%" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${shadow.blur / 2}"/></filter>`;
  const group = `<g transform="translate(${shadow.dx},${shadow.dy})" opacity="${shadow.opacity}"><g filter="url(#s${index})">${texts}</g></g>`;
  return filter + group.repeat(shadow.times);
}
