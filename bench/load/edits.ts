/**
 * How long a text edit takes as somebody waits for it, in a companion that is warm, and how much memory that companion takes: 1024 × 1024 of the
 * sample poster, each time a picture not seen before, over HTTP and with everything in it (upload, decoding, reading, the edit, storing, answer).
 *   node bench/load/edits.ts [--runs 20] [--results bench/load/EDITS.md]
 * With `--results` the figures replace that page.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { resultsHead } from "../results-head.ts";
import { machine, report } from "./report.ts";

const { values } = parseArgs({ options: { runs: { type: "string", default: "20" }, results: { type: "string" } } });
const RUNS = Number(values.runs);
const SIDE = 1024;
const ROOT = join(import.meta.dirname, "../..");
const WARM_UP = 2;
/** As long as it takes to select a layer and to write a wish. */
const PANEL_OPEN_MS = 10_000;

/** The poster's lower part with its price; the first pixel makes it another picture. */
async function unseen(run: number): Promise<Buffer<ArrayBuffer>> {
  const poster = sharp(join(ROOT, "playground/assets/sample-poster.png"))
    .extract({ left: 28, top: 326, width: SIDE, height: SIDE })
    .removeAlpha();
  const pixels = await poster.raw().toBuffer();
  pixels.set([run >> 8, run & 255], 0);
  const png = await sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .png({ compressionLevel: 3 })
    .toBuffer();
  return Buffer.from(png);
}

function askFor(bytes: Buffer<ArrayBuffer>, price: number): FormData {
  const form = new FormData();
  form.set("image", new Blob([bytes], { type: "image/png" }), "poster.png");
  form.set("prompt", `把¥199改成¥${price}`);
  return form;
}

/** Edits once more of a picture already read, each with another wish. */
const AGAIN = 5;

const memory = (pid: number): number => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
const children = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(/\s+/).filter(Boolean).map(Number);

interface Companion {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  close(): Promise<void>;
}

async function startCompanion(): Promise<Companion> {
  const folder = mkdtempSync(join(tmpdir(), "emend-edits-"));
  const env = { PATH: process.env.PATH, HOME: folder, EMEND_DATA: join(folder, "data") };
  const child = spawn(process.execPath, [join(ROOT, "local-server/main.ts"), "serve", "--port", "0", "--json"], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const said = JSON.parse(String((await once(child.stdout, "data"))[0])) as { readonly url: string; readonly open: string };
  return {
    url: said.url,
    token: new URL(said.open).hash.replace("#token=", ""),
    pid: child.pid!,
    async close() {
      child.kill();
      await once(child, "exit");
      rmSync(folder, { recursive: true });
    },
  };
}

/** Milliseconds from upload to answer. */
async function timed({ url, token }: Companion, picture: Buffer<ArrayBuffer>, price: number): Promise<number> {
  const body = askFor(picture, price);
  const began = performance.now();
  const answer = await fetch(new URL("/v1/images/edits", url), { method: "POST", headers: { authorization: `Bearer ${token}` }, body });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(text);
  return performance.now() - began;
}

/** The first edit of somebody who had the panel open for a while: it asks what engines there are, and the companion warms up. */
async function firstFromPanel(): Promise<number> {
  const companion = await startCompanion();
  const { url, token } = companion;
  const answer = await fetch(new URL("/api/v1/engines", url), { headers: { authorization: `Bearer ${token}` } });
  if (answer.status !== 200) throw new Error(await answer.text());
  await answer.text();
  await after(PANEL_OPEN_MS);
  const took = await timed(companion, await unseen(RUNS + WARM_UP + 1), 299);
  await companion.close();
  return took;
}

const fromPanel = await firstFromPanel();
const companion = await startCompanion();
const [first, times, again]: [number[], number[], number[]] = [[], [], []];
for (let run = -WARM_UP; run < RUNS; run++) {
  const took = await timed(companion, await unseen(run + WARM_UP + 1), 100 + ((run + 60) % 90));
  (run < 0 ? first : times).push(took);
}
const seen = await unseen(RUNS + WARM_UP);
for (let run = 0; run < AGAIN; run++) again.push(await timed(companion, seen, 200 + run));
const { pid } = companion;
const workers = children(pid);
const [own, beside, decoders] = [memory(pid), workers.map(memory), workers.flatMap(children).map(memory)];
await companion.close();
const at = (of: readonly number[], share: number): string => {
  const sorted = [...of].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]! / 1000).toFixed(2);
};
const mb = (all: readonly number[]): string => all.map((value) => value.toFixed(0)).join(" + ");
const together = [own, ...beside].reduce((a, b) => a + b);
const command = `node bench/load/edits.ts --runs ${RUNS}`;
const figures = [
  `${RUNS} edits of ${SIDE} × ${SIDE} after ${WARM_UP}: p50 ${at(times, 0.5)} s, p95 ${at(times, 0.95)} s (wanted ≤ 1.5 and ≤ 4)`,
  `the very first ${at(first.slice(0, 1), 0)} s, and ${at([fromPanel], 0)} s where the panel has been open for ${PANEL_OPEN_MS / 1000} s; another wish for a picture already read: p50 ${at(again, 0.5)} s of ${AGAIN}`,
  `highest memory: companion ${own.toFixed(0)} MB + edit worker ${mb(beside)} MB = ${together.toFixed(0)} MB (wanted ≤ 700), picture decoder ${mb(decoders)} MB`,
];
report(command, [machine(), ...figures]);
if (values.results !== undefined) {
  const head = resultsHead(command, `${RUNS} runs after ${WARM_UP}, each a picture not read before`);
  writeFileSync(values.results, `# A text edit as somebody waits for it\n\n${head}\n\n${figures.map((line) => `- ${line}`).join("\n")}\n`);
}
