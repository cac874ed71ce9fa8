import { readFileSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import sharp from "sharp";
import { lineLength, startOf } from "./measure-line.ts";
import type { Colour, TextRenderer, TextSpec } from "./poster-spec.ts";

const rgb = (c: Colour, opacity = 1): string => `rgba(${c.map(Math.round).join(",")},${opacity})`;
const escaped = (text: string): string => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** CSS text in headless Chromium: letter-spacing, background-clip, text-shadow, -webkit-text-stroke, writing-mode. */
export async function createChromiumRenderer(executablePath: string): Promise<TextRenderer> {
  const browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-lcd-text",
      // As on the screens designers work at: glyphs at fractions of a pixel, unhinted.
      "--font-render-hinting=none",
      "--disable-background-networking",
      "--force-color-profile=srgb",
    ],
  });
  return { draw: (lines, at) => draw(browser, lines, at), close: () => browser.close() };
}

type Place = Parameters<TextRenderer["draw"]>[1];

async function draw(browser: Browser, lines: readonly TextSpec[], { width, height, transform }: Place): Promise<Uint8ClampedArray> {
  const page = await browser.newPage({ viewport: { width, height } });
  try {
    const [[a, c, e], [b, d, f]] = transform;
    const faces = new FontFaces();
    const body = lines.map((line) => lineHtml(line, faces)).join("");
    await page.setContent(
      `<style>${faces.css()}*{margin:0;padding:0}body{background:transparent;overflow:hidden}.l{position:absolute;white-space:pre;line-height:1;text-rendering:geometricPrecision}.b{display:inline-block;width:0;height:0}#stage{position:absolute;left:0;top:0;width:${width}px;height:${height}px;transform-origin:0 0}</style><div id="stage">${body}</div>`,
    );
    await page.evaluate(settle, `matrix(${a},${b},${c},${d},${e},${f})`);
    const png = await page.screenshot({ omitBackground: true, type: "png" });
    return new Uint8ClampedArray(await sharp(png).ensureAlpha().raw().toBuffer());
  } finally {
    await page.close();
  }
}

/** Runs in the page: puts each line's baseline (of columns: top) where it belongs, its gradient where its glyphs are, then turns the stage. */
async function settle(matrix: string): Promise<void> {
  await document.fonts.ready;
  for (const line of document.querySelectorAll<HTMLElement>(".l[data-y]")) {
    const strut = line.querySelector(".b");
    const box = line.getBoundingClientRect();
    const baseline = strut ? strut.getBoundingClientRect().bottom - box.top : 0;
    line.style.top = `${Number(line.dataset.y) - baseline}px`;
    strut?.remove();
    const { size, from, to } = line.dataset;
    if (from && to && size) {
      const [above, below] = [baseline - 0.78 * Number(size), baseline + 0.08 * Number(size)];
      line.style.backgroundImage =
        line.dataset.axis === "v"
          ? `linear-gradient(180deg,${from} ${above}px,${to} ${below}px)`
          : `linear-gradient(${line.dataset.axis === "h" ? 90 : 180}deg,${from},${to})`;
    }
  }
  const stage = document.getElementById("stage");
  if (stage) stage.style.transform = matrix;
}

/** @font-face rules of the fonts used; every subset file is a family of its own, so that ranges cannot shadow each other. */
class FontFaces {
  readonly #names = new Map<string, string>();
  stack(font: TextSpec["font"], text: string): string {
    return font
      .files(text)
      .map((path) => {
        const name = this.#names.get(path) ?? `f${this.#names.size}`;
        this.#names.set(path, name);
        return name;
      })
      .join(",");
  }
  css(): string {
    return [...this.#names]
      .map(
        ([path, name]) =>
          `@font-face{font-family:${name};font-weight:1 1000;src:url(data:font/woff2;base64,${readFileSync(path).toString("base64")})}`,
      )
      .join("");
  }
}

function lineHtml(line: TextSpec, faces: FontFaces): string {
  const { fill } = line;
  const styles = [
    `font-family:${faces.stack(line.font, line.text)}`,
    `font-size:${line.sizePx}px`,
    `font-weight:${line.font.weight}`,
    "font-synthesis:none",
    `letter-spacing:${line.trackingPx}px`,
    line.vertical ? `writing-mode:vertical-rl;text-orientation:upright;left:${line.x - line.sizePx / 2}px` : `left:${startOf(line)}px`,
    ...effects(line),
  ];
  if (fill.kind === "solid") styles.push(`color:${rgb(fill.colour)}`);
  if (fill.kind === "gradient")
    styles.push("color:transparent;-webkit-background-clip:text;background-clip:text", `width:${lineLength(line)}px`);
  const data =
    fill.kind === "gradient"
      ? ` data-from="${rgb(fill.from)}" data-to="${rgb(fill.to)}" data-axis="${line.vertical ? "column" : fill.axis}"`
      : "";
  const strut = line.vertical ? "" : '<span class="b"></span>';
  return `<div class="l" data-y="${line.y}" data-size="${line.sizePx}"${data} style="${styles.join(";")}">${strut}${innerHtml(line)}</div>`;
}

function innerHtml({ fill, text }: TextSpec): string {
  if (fill.kind !== "perCharacter") return escaped(text);
  return [...text].map((c, i) => `<span style="color:${rgb(fill.colours[i % fill.colours.length])}">${escaped(c)}</span>`).join("");
}

function effects({ outline, shadow }: TextSpec): string[] {
  const stroke = outline
    ? [`-webkit-text-stroke:${2 * outline.width}px ${rgb(outline.colour)};paint-order:stroke fill;stroke-linejoin:round`]
    : [];
  if (!shadow) return stroke;
  const one = `${shadow.dx}px ${shadow.dy}px ${shadow.blur}px ${rgb(shadow.colour, shadow.opacity)}`;
  return [...stroke, `text-shadow:${Array.from({ length: shadow.times }, () => one).join(",")}`];
}
