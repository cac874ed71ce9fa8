import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findOnPath } from "../../scripts/chromium.ts";
import type { Figure, Measurement } from "./harness/measurement.ts";
import { rawRequest } from "./harness/raw-request.ts";
import { MARK, PATH_PAYLOADS } from "./path-payloads.ts";

const CLI = fileURLToPath(new URL("../fakes/cli.ts", import.meta.url));
const CANARY = "what-no-request-may-read";

interface Watched {
  readonly port: number;
  readonly token: string;
  stop(): Promise<void>;
}

/** The companion, its file system calls written to `trace` where the system can. */
async function startWatched(folder: string, trace: string | undefined): Promise<Watched> {
  const words = [process.execPath, CLI, "serve", "--port", "0", "--json", "--data", join(folder, "data")];
  const watched = trace === undefined ? words : ["strace", "-f", "-qq", "-s", "600", "-e", "trace=%file", "-o", trace, ...words];
  const child = spawn(watched[0]!, watched.slice(1), { stdio: ["ignore", "pipe", "ignore"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { port, pid, open } = JSON.parse(String(line)) as { port: number; pid: number; open: string };
  return {
    port,
    token: open.split("#token=")[1]!,
    stop: async () => {
      const ended = once(child, "exit");
      process.kill(pid, "SIGTERM");
      await ended;
    },
  };
}

/** Bodies in which every string that could become a path is the payload. */
const bodiesWith = (payload: string): readonly (readonly [path: string, body: unknown])[] => [
  ["/api/v1/find", { source: payload }],
  ["/api/v1/edits", { source: payload, instruction: "a -> b" }],
  ["/api/v1/edits", { source: "a".repeat(64), instruction: "a -> b", mask: payload }],
  ["/api/v1/edits", { source: "a".repeat(64), instruction: "a -> b", references: [payload] }],
  ["/api/v1/edits", { source: "a".repeat(64), instruction: "a -> b", engine: payload }],
  ["/api/v1/edits", { source: "a".repeat(64), instruction: "a -> b", options: { [payload]: payload } }],
  ["/api/v1/batches", { source: payload, items: [payload] }],
  ["/v1/images/edits", { image: payload, prompt: payload, model: payload }],
];

const pathsWith = (payload: string): readonly string[] => {
  // As it is where a request line can carry it, percent-encoded in any case.
  const forms = new Set([encodeURIComponent(payload), payload.replaceAll(/[\0\s]/g, "%00")].filter((form) => /^[\x21-\x7e]+$/.test(form)));
  return [...forms].flatMap((form) => [
    `/${form}`,
    `/assets/${form}`,
    `/api/v1/blobs/${form}`,
    `/api/v1/jobs/${form}`,
    `/api/v1/jobs/${form}/result`,
    `/api/v1/batches/${form}`,
    `/api/v1/models/${form}/install`,
    `/api/v1/history?source=${form}`,
  ]);
};

function requestsFor(payload: string, { port, token }: Watched): readonly string[] {
  const head = `Host: localhost:${port}\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n`;
  const asked = pathsWith(payload).flatMap((path) =>
    ["GET", "PUT", "POST", "DELETE"].map((method) => `${method} ${path} HTTP/1.1\r\n${head}Content-Length: 0\r\n\r\n`),
  );
  const told = bodiesWith(payload).map(([path, value]) => {
    const body = JSON.stringify(value);
    const length = Buffer.byteLength(body);
    return `POST ${path} HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;
  });
  return [...asked, ...told];
}

const namesWithMark = (folder: string): number =>
  readdirSync(folder, { recursive: true }).filter((name) => String(name).includes(MARK) && String(name) !== MARK).length;

/** T5: strings from outside never become part of a path: asked of the system itself where `strace` is there. `count` is how many payloads. */
export const pathEscapes: Measurement = {
  id: "T5",
  name: "paths",
  title: "Path payloads in every string that could become a path",
  counts: { suite: 12, full: PATH_PAYLOADS.length },
  measure: async ({ count }) => {
    const folder = mkdtempSync(join(tmpdir(), "emend-paths-"));
    writeFileSync(join(folder, MARK), CANARY);
    const trace = findOnPath("strace") === undefined ? undefined : join(folder, "trace");
    const companion = await startWatched(folder, trace);
    let [requests, leaks, accepted] = [0, 0, 0];
    const every = Math.max(1, Math.floor(PATH_PAYLOADS.length / count));
    for (const payload of PATH_PAYLOADS.filter((_, i) => i % every === 0)) {
      for (const request of requestsFor(payload, companion)) {
        const { status, text } = await rawRequest(companion.port, request);
        requests++;
        if (text.includes(CANARY)) leaks++;
        if (status >= 200 && status < 300 && !request.startsWith("GET /api/v1/history")) accepted++;
      }
    }
    await companion.stop();
    const calls = trace !== undefined && existsSync(trace) ? readFileSync(trace, "utf8").split("\n") : [];
    const escapes = calls.filter((call) => call.includes(MARK) && !call.includes("execve(")).length;
    const figures: Figure[] = [
      { what: "requests", value: requests },
      { what: "system calls on files watched", value: calls.length },
      { what: "system calls with a string from outside", value: escapes, atMost: 0 },
      { what: "files named by a request", value: namesWithMark(folder), atMost: 0 },
      { what: "answers with a file's content", value: leaks, atMost: 0 },
      { what: "requests accepted", value: accepted, atMost: 0 },
    ];
    rmSync(folder, { recursive: true, force: true });
    return figures;
  },
};
