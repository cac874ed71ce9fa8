/**
 * Whether the companion answers while an edit computes: latency of `GET /health` at rest and during a removal that completes patches.
 *   node bench/responsiveness.ts [--count 100]
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { mulberry32 } from "../imaging/raster/random.ts";
import { readToken } from "../local-server/store/token-file.ts";

const { values: options } = parseArgs({ options: { count: { type: "string", default: "100" } } });
const SIDE = 1024;
const PAUSE_MS = 20;

/** Busy noise with a block on it: patches are the only way to restore it. */
async function busyPicture(): Promise<Buffer> {
  const next = mulberry32(3);
  const data = new Uint8Array(SIDE * SIDE * 3);
  for (let i = 0; i < data.length; i++) data[i] = 60 + 120 * next();
  return sharp(data, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .png()
    .toBuffer();
}

async function started(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return (JSON.parse(line) as { url: string }).url;
  throw new Error("the companion did not start");
}

const quantile = (values: readonly number[], q: number): string =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))].toFixed(1);

async function latency(url: string): Promise<number> {
  const begin = performance.now();
  await (await fetch(`${url}/health`)).arrayBuffer();
  const spent = performance.now() - begin;
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  return spent;
}

const folder = mkdtempSync(join(tmpdir(), "emend-bench-"));
const child = spawn(process.execPath, ["local-server/main.ts", "serve", "--port", "0", "--data", folder, "--json"], {
  stdio: ["ignore", "pipe", "ignore"],
});
try {
  const url = (await started(child)).replace(/\/$/, "");
  const token = await readToken(folder);
  if (!token.ok) throw new Error(token.error.message);
  const headers = { authorization: `Bearer ${token.value}`, "content-type": "application/json" };
  const picture = await busyPicture();
  const source = createHash("sha256").update(picture).digest("hex");
  await fetch(`${url}/api/v1/blobs/${source}`, {
    method: "PUT",
    headers: { ...headers, "content-type": "image/png" },
    body: new Uint8Array(picture),
  });
  const rest: number[] = [];
  for (let i = 0; i < Number(options.count); i++) rest.push(await latency(url));
  const body = JSON.stringify({
    source,
    operations: [{ kind: "object.remove", target: "block" }],
    region: { x: 300, y: 480, width: 420, height: 36 },
  });
  const begin = performance.now();
  const posted = (await (
    await fetch(`${url}/api/v1/edits`, { method: "POST", headers: { ...headers, "idempotency-key": source }, body })
  ).json()) as { jobId: string };
  const busy: number[] = [];
  let status = "queued";
  while (status === "queued" || status === "running") {
    busy.push(await latency(url));
    if (busy.length % 10 === 0)
      status = ((await (await fetch(`${url}/api/v1/jobs/${posted.jobId}`, { headers })).json()) as { status: string }).status;
  }
  console.log(`| /health ms | n | p50 | p95 | worst |\n| --- | --- | --- | --- | --- |`);
  for (const [name, values] of [
    ["at rest", rest],
    [`during the edit (${status}, ${((performance.now() - begin) / 1000).toFixed(1)} s)`, busy],
  ] as const)
    console.log(`| ${name} | ${values.length} | ${quantile(values, 0.5)} | ${quantile(values, 0.95)} | ${quantile(values, 1)} |`);
} finally {
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
  rmSync(folder, { recursive: true, force: true });
}
