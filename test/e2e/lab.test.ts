import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createCanvas } from "@napi-rs/canvas";
import type { Browser, Page } from "playwright-core";
import { findTexts } from "../../imaging/instant/find-texts.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import type { FoundText } from "../../protocol/text-style.ts";
import { pixelsOf } from "../fakes/node-canvas.ts";
import { drawPoster, gradientGround } from "../fixtures/poster.ts";
import { openBrowser } from "./harness/browser.ts";
import { type RunningCompanion, startCompanion } from "./harness/companion.ts";

const READ_MS = 120_000;
const EDIT_MS = 240_000;
/** Native and WebAssembly kernels round differently in the last bits; a box may move by a fraction of a detector cell. */
const SAME_PLACE_PX = 1;

const AXE = fileURLToPath(import.meta.resolve("axe-core/axe.min.js"));
const SHOTS = fileURLToPath(new URL("../../test-results/", import.meta.url));
const SAMPLE = fileURLToPath(new URL("../../playground/assets/sample-poster.png", import.meta.url));

const node = createImagingPorts();
const errors: string[] = [];
let companion: RunningCompanion;
let browser: Browser;
let page: Page;

async function openLab(theme: "light" | "dark", locale: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: theme, locale, acceptDownloads: true });
  const opened = await context.newPage();
  opened.on("pageerror", (error) => errors.push(error.message));
  opened.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await opened.goto(`${companion.url}/lab.html`);
  return opened;
}

before(async () => {
  [companion, browser] = await Promise.all([startCompanion(), openBrowser()]);
  page = await openLab("light", "en-US");
});
after(async () => {
  await browser?.close();
  await companion?.dispose();
  await node.dispose();
});

function generated(): { readonly image: RasterImage; readonly png: Buffer } {
  const image = drawPoster({
    width: 900,
    height: 600,
    ground: gradientGround("#fdf6e3", "#b9d7ea"),
    texts: [
      { text: "周末市集", faceId: "noto-sans-sc", weight: 800, px: 92, x: 450, y: 170, align: "center", colour: "#22325c" },
      { text: "Harbour Market", faceId: "playfair-display", weight: 700, px: 56, x: 450, y: 270, align: "center", colour: "#8c2f39" },
      { text: "门票 35元", faceId: "noto-sans-sc", weight: 500, px: 40, x: 80, y: 420, colour: "#1d3557" },
      { text: "Saturday 09:00", faceId: "inter", weight: 600, px: 34, x: 820, y: 420, align: "right", colour: "#1d3557", angle: -0.03 },
    ],
  });
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  const data = context.createImageData(image.width, image.height);
  data.data.set(image.data);
  context.putImageData(data, 0, 0);
  return { image, png: canvas.toBuffer("image/png") };
}

async function openPicture(name: string, png: Buffer): Promise<readonly FoundText[]> {
  await page.evaluate(() => (document.querySelector(".status")!.textContent = ""));
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "image/png", buffer: png });
  await page.getByText(/Read in .* on WebAssembly/).waitFor({ timeout: READ_MS });
  return page.evaluate(() => {
    const strings = [...document.querySelectorAll<HTMLInputElement>(".texts input")].map((i) => i.value);
    const quads = [...document.querySelectorAll(".picture polygon")].map((p) =>
      p
        .getAttribute("points")!
        .split(" ")
        .map((pair) => ({ x: Number(pair.split(",")[0]), y: Number(pair.split(",")[1]) })),
    );
    return strings.map((string, i) => ({ string, quad: quads[i], confidence: 1 })) as unknown as FoundText[];
  });
}

function assertSame(browserTexts: readonly FoundText[], nodeTexts: readonly FoundText[]): void {
  assert.deepEqual(
    browserTexts.map((t) => t.string),
    nodeTexts.map((t) => t.string),
  );
  const apart = nodeTexts.flatMap((t, i) =>
    t.quad.map((p, k) => Math.hypot(p.x - browserTexts[i].quad[k].x, p.y - browserTexts[i].quad[k].y)),
  );
  assert.ok(Math.max(...apart) < SAME_PLACE_PX, `boxes up to ${Math.max(...apart)} px apart`);
}

async function saved(): Promise<RasterImage> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download PNG" }).click()]);
  return pixelsOf(new Uint8Array(await readFile(await download.path())));
}

const find = (image: RasterImage): Promise<readonly FoundText[]> => findTexts(image, { ocr: node.ocr }, new AbortController().signal);

describe("the text lab, without a companion's help", () => {
  test("the page is isolated, so that its kernels run on threads", async () => {
    assert.equal(await page.evaluate(() => crossOriginIsolated), true);
  });

  test("an empty page invites, in Chinese and dark too", async () => {
    const other = await openLab("dark", "zh-CN");
    await other.getByRole("button", { name: "试试示例海报" }).waitFor();
    await other.screenshot({ path: `${SHOTS}lab-empty-dark-zh.png` });
    await other.close();
  });

  test("a generated picture reads in Chromium as in Node: same strings, same boxes", async () => {
    const { image, png } = generated();
    const seen = await openPicture("market.png", png);
    assert.ok(seen.length >= 4);
    assertSame(seen, await find(image));
  });

  test("a replaced text reads back, and nothing outside its place changed", async () => {
    await page.getByRole("textbox", { name: /门票/ }).fill("门票 28元");
    await page.getByRole("button", { name: "Replace", exact: true }).click();
    await page.getByText(/Done in/).waitFor({ timeout: EDIT_MS });
    // The type was matched as well as in Node: fonts and rasteriser are the same ones.
    await page.getByText(/type matched 9\d %/).waitFor();
    await page.screenshot({ path: `${SHOTS}lab-market-light-en.png` });
    const result = await saved();
    const strings = (await find(result)).map((t) => t.string.replaceAll(" ", ""));
    assert.ok(strings.includes("门票28元"), strings.join(" | "));
    const { image } = generated();
    for (let i = 0; i < image.data.length; i += 4) {
      const y = Math.floor(i / 4 / image.width);
      if (y > 340 && y < 470) continue;
      assert.ok(image.data[i] === result.data[i] && image.data[i + 1] === result.data[i + 1], `changed at row ${y}`);
    }
  });

  test("the sample poster reads in Chromium as in Node", async () => {
    const png = await readFile(SAMPLE);
    const seen = await openPicture("sample-poster.png", png);
    assertSame(seen, await find(await pixelsOf(new Uint8Array(png))));
  });

  test("the poster's price is replaced, compared by the divider, and judged", async () => {
    await page.getByRole("textbox", { name: /199/ }).fill("¥169");
    await page.keyboard.press("Enter");
    await page.getByText(/Done in/).waitFor({ timeout: EDIT_MS });
    await page.getByText(/Reads as wanted/).waitFor();
    await page.getByRole("slider", { name: "Compare before and after" }).fill("400");
    await page.screenshot({ path: `${SHOTS}lab-poster-light-en.png` });
    assert.ok((await find(await saved())).some((t) => t.string === "¥169"));
  });

  test("a file that is no picture is refused in words", async () => {
    await page.locator("input[type=file]").setInputFiles({ name: "broken.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
    await page.getByText(/could not be decoded/).waitFor();
  });

  for (const theme of ["light", "dark"] as const)
    test(`axe finds nothing to object to in the ${theme} page`, async () => {
      const isDark = await page.evaluate(() => document.documentElement.classList.contains("figma-dark"));
      if (isDark !== (theme === "dark")) await page.getByRole("button", { name: /light and dark/ }).click();
      await page.addScriptTag({ path: AXE });
      await page.screenshot({ path: `${SHOTS}lab-poster-${theme}-after.png` });
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(root: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run(document)).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`);
      });
      assert.deepEqual(violations, []);
    });

  test("no error reached the console", () => assert.deepEqual(errors, []));
});
