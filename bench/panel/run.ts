/**
 * How quick the panel feels, in Chromium over a scripted companion: first paint, typing and the before/after slider.
 *   node bench/panel/run.ts [--runs 3] [--rows 200] [--write]
 * Frames are counted inside the panel's own frame while real keys and pointer moves arrive; `late` are those that took longer than two
 * frames at 60 Hz, `main thread busy` is the share of the time it worked. `--write` puts the table into bench/panel/RESULTS.md.
 */
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import type { Browser, Frame, Page } from "playwright-core";
import type { HistoryEntry } from "../../protocol/history.ts";
import { bundlePanel } from "../../scripts/build/bundle-panel.ts";
import { openBrowser } from "../../test/e2e/harness/browser.ts";
import { PanelStage, POSTER_TEXTS, posterLayer } from "../../test/e2e/panel/panel-stage.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({
  options: { runs: { type: "string", default: "3" }, rows: { type: "string", default: "200" }, write: { type: "boolean", default: false } },
});
const RUNS = Number(values.runs);
const ROWS = Number(values.rows);
const FRAME_MS = 1000 / 60;

interface Frames {
  readonly fps: number;
  readonly p95Ms: number;
  readonly late: number;
  /** Share of the time the frame's main thread worked: what is left of a frame, whatever else the machine does. */
  readonly busy: number;
}

/** Begins to count the seconds the panel's main thread works, by the browser's own clock; gives the way to ask and end. */
async function countWork(frame: Frame): Promise<() => Promise<number>> {
  const context = frame.page().context();
  // A frame that shares the page's process has no session of its own.
  const session = await context.newCDPSession(frame).catch(() => context.newCDPSession(frame.page()));
  const seconds = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  };
  await session.send("Performance.enable");
  const before = await seconds();
  return async () => {
    const worked = (await seconds()) - before;
    await session.detach();
    return worked;
  };
}

/** Frame intervals in the panel while `act` runs. */
async function framesDuring(frame: Frame, act: () => Promise<void>): Promise<Frames> {
  await frame.evaluate(() => {
    const times: number[] = [];
    const tick = (at: number) => {
      times.push(at);
      (window as unknown as { ticking: number }).ticking = requestAnimationFrame(tick);
    };
    (window as unknown as { times: number[] }).times = times;
    (window as unknown as { ticking: number }).ticking = requestAnimationFrame(tick);
  });
  const worked = await countWork(frame);
  await act();
  const busySeconds = await worked();
  const times = await frame.evaluate(() => {
    cancelAnimationFrame((window as unknown as { ticking: number }).ticking);
    return (window as unknown as { times: number[] }).times;
  });
  const steps = times.slice(1).map((at, i) => at - times[i]!);
  const sorted = steps.toSorted((a, b) => a - b);
  const total = steps.reduce((a, b) => a + b, 0);
  return {
    fps: (1000 * steps.length) / total,
    p95Ms: sorted[Math.floor(0.95 * sorted.length)] ?? 0,
    late: steps.filter((s) => s > 2 * FRAME_MS + 1).length / steps.length,
    busy: (1000 * busySeconds) / total,
  };
}

/** From the start of the panel's document to its first contentful paint, milliseconds. */
async function firstPaint(frame: Frame): Promise<number> {
  await frame.waitForSelector(".message, .edit-source");
  return frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const seen = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
        const ask = () => (seen() === undefined ? requestAnimationFrame(ask) : resolve(seen()!));
        ask();
      }),
  );
}

const manyRows = Array.from({ length: ROWS }, (_, i) => ({
  ...POSTER_TEXTS[i % POSTER_TEXTS.length]!,
  string: `Line ${i + 1} of the poster`,
}));

/** Versions with a small picture of their own each; readers of PNG stop at its end mark. */
async function rememberedVersions(stage: PanelStage): Promise<readonly HistoryEntry[]> {
  const plain = await stage.pricedResult();
  const priced = { ...plain, certificate: { ...plain.certificate, source: await stage.posterDigest() } };
  const patch = stage.companion!.blobs.get(priced.patch.sha256)!;
  return Array.from({ length: ROWS }, (_, i) => ({
    id: ROWS - i,
    jobId: `job-${String(i).padStart(8, "0")}`,
    createdAt: new Date(Date.UTC(2026, 10, 21, 20, 0, -i)).toISOString(),
    result: { ...priced, patch: { ...priced.patch, sha256: stage.companion!.keep(Buffer.concat([patch, Buffer.from(`${i}`)])) } },
    recipe: { source: priced.certificate.source, instruction: `Replace “old ${i}” with “new ${i}”, gold and larger` },
  }));
}

/** Drags from end to end and back for two seconds. */
async function drag(page: Page, box: { x: number; y: number; width: number; height: number }): Promise<void> {
  await page.mouse.move(box.x + 12, box.y + box.height / 2);
  await page.mouse.down();
  for (let i = 0; i <= 120; i++) {
    await page.mouse.move(box.x + 12 + ((box.width - 24) * (i % 60)) / 60, box.y + box.height / 2);
    await page.waitForTimeout(12);
  }
  await page.mouse.up();
}

interface History {
  readonly searching: Frames;
  readonly scrolling: Frames;
  readonly comparing: Frames;
}

/** The History screen with all versions in the list: typing a search, scrolling to the end, comparing one. */
async function measureHistory({ page, frame }: PanelStage): Promise<History> {
  await frame.getByRole("button", { name: "History" }).click();
  await frame.waitForSelector(`.versions li:nth-child(${ROWS})`, { state: "attached" });
  await frame.locator(".version-picture canvas").first().waitFor();
  await frame.focus("input[type=search]");
  const searching = await framesDuring(frame, () => page.keyboard.type("Replace old with new gold and larger", { delay: 25 }));
  await frame.fill("input[type=search]", "");
  await frame.waitForSelector(`.versions li:nth-child(${ROWS})`, { state: "attached" });
  const list = (await frame.locator(".history-list").boundingBox())!;
  await page.mouse.move(list.x + list.width / 2, list.y + list.height / 2);
  const scrolling = await framesDuring(frame, async () => {
    for (let i = 0; i < 120; i++) {
      await page.mouse.wheel(0, 140);
      await page.waitForTimeout(12);
    }
  });
  await frame.locator(".version").nth(3).click();
  await frame.locator(".compare-stage canvas").nth(1).waitFor();
  const box = (await frame.locator(".compare-range").boundingBox())!;
  return { searching, scrolling, comparing: await framesDuring(frame, () => drag(page, box)) };
}

interface Measured {
  readonly history: History;
  readonly paintMs: number;
  readonly typing: Frames;
  readonly instructing: Frames;
  readonly slider: Frames;
}

async function measure(browser: Browser, panel: string): Promise<Measured> {
  const stage = await PanelStage.open(browser, { panel });
  const { frame, page } = stage;
  try {
    const paintMs = await firstPaint(frame);
    stage.texts = manyRows;
    stage.result = await stage.pricedResult();
    const remembered = Array.from({ length: 30 }, (_, i) => `Replace “old ${i}” with “[new text]”`);
    await stage.say({
      type: "init",
      settings: {
        language: "en",
        token: "right-token-0123456789",
        favourites: remembered,
        recent: remembered,
        port: stage.companion!.port,
      },
      command: "",
      colourProfile: "SRGB",
    });
    await stage.say({ type: "selection", layers: [posterLayer()] });
    await frame.waitForSelector(`#text-${ROWS - 1}`);
    await frame.focus("#text-2");
    const typing = await framesDuring(frame, () =>
      page.keyboard.type("a wording that is being typed at speed, with a few words more", { delay: 25 }),
    );
    await frame.getByRole("button", { name: "Instruct" }).click();
    await frame.focus("#instruction");
    const instructing = await framesDuring(frame, () =>
      page.keyboard.type("make the headline gold and larger, and centre it in the picture", { delay: 25 }),
    );
    await frame.getByRole("button", { name: "Text", exact: true }).click();
    await frame.getByRole("button", { name: /^Apply/ }).click();
    await frame.waitForSelector(".compare-range");
    const box = (await frame.locator(".compare-range").boundingBox())!;
    const slider = await framesDuring(frame, () => drag(page, box));
    stage.versions = await rememberedVersions(stage);
    const history = await measureHistory(stage);
    return { paintMs, typing, instructing, slider, history };
  } finally {
    await stage.close();
  }
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const framesLine = (name: string, frames: readonly Frames[], wanted: string): string =>
  `| ${name} | ${median(frames.map((f) => f.fps)).toFixed(1)} fps, 95 % of frames within ${median(frames.map((f) => f.p95Ms)).toFixed(1)} ms, ${(100 * median(frames.map((f) => f.late))).toFixed(1)} % late | ${(100 * median(frames.map((f) => f.busy))).toFixed(0)} % | ${wanted} |`;

const panel = await bundlePanel(ROOT);
const gzip = gzipSync(panel).length / 1024;
const browser = await openBrowser();
const all: Measured[] = [];
for (let i = 0; i < RUNS; i++) all.push(await measure(browser, panel));
await browser.close();

const table = [
  "| | measured (median) | main thread busy | wanted |",
  "|---|---|---|---|",
  `| panel, gzip | ${gzip.toFixed(1)} kB | | ≤ 80 kB |`,
  `| first contentful paint | ${median(all.map((m) => m.paintMs)).toFixed(0)} ms | | ≤ 150 ms |`,
  framesLine(
    `typing in a row, ${ROWS} rows`,
    all.map((m) => m.typing),
    "60 fps",
  ),
  framesLine(
    "typing an instruction, 60 templates",
    all.map((m) => m.instructing),
    "60 fps",
  ),
  framesLine(
    "dragging the slider",
    all.map((m) => m.slider),
    "60 fps",
  ),
  framesLine(
    `typing a search, ${ROWS} versions in the list`,
    all.map((m) => m.history.searching),
    "60 fps",
  ),
  framesLine(
    `scrolling ${ROWS} versions with their pictures`,
    all.map((m) => m.history.scrolling),
    "60 fps",
  ),
  framesLine(
    `dragging a version's slider, ${ROWS} in the list`,
    all.map((m) => m.history.comparing),
    "60 fps",
  ),
].join("\n");
console.log(table);
if (values.write) {
  const [cpu] = cpus();
  const text = `# How quick the panel is

Made by \`npm run bench:panel -- --runs ${RUNS} --rows ${ROWS} --write\` on ${new Date().toISOString().slice(0, 10)}; ${cpus().length} × ${cpu?.model.trim() ?? "?"}, Chromium headless without GPU, ${RUNS} runs, load average ${loadavg()[0]?.toFixed(1)} (0 = idle machine).

${table}
`;
  writeFileSync(`${ROOT}/bench/panel/RESULTS.md`, text);
}
