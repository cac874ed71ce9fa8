import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOf } from "./running-companion.ts";

/** Emend as processes of their own, with the fake engine behind them: what fault and load tests kill, fill and count. */
const CLI = fileURLToPath(new URL("./cli.ts", import.meta.url));

export interface EmendProcess {
  readonly child: ChildProcess;
  /** From its start to its first word on stdout, which says it is ready. */
  readonly readyMs: number;
  /** That first word, parsed. */
  readonly said: Readonly<Record<string, unknown>>;
  /** Ends it with this signal and waits until it is gone. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Served extends EmendProcess {
  readonly port: number;
  readonly token: string;
  /** One request over a kept connection; rejects when the connection breaks. */
  ask(
    method: string,
    path: string,
    more?: { readonly body?: string | Uint8Array; readonly headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Stores bytes and gives their digest. */
  put(bytes: Uint8Array): Promise<string>;
}

export interface Surroundings {
  /** Its HOME; data lie in `data` below it. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

const gone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Starts a command that says one JSON line when it is ready. Rejects with what it wrote to stderr where it ends instead. */
export async function startProcess(words: readonly string[], { folder, env = {} }: Surroundings): Promise<EmendProcess> {
  const started = performance.now();
  const surroundings = { PATH: process.env.PATH, HOME: folder, EMEND_DATA: join(folder, "data"), ...env };
  const child = spawn(process.execPath, [CLI, ...words, "--json"], { cwd: folder, env: surroundings, stdio: ["ignore", "pipe", "pipe"] });
  let complaint = "";
  child.stderr?.on("data", (data) => (complaint = (complaint + data).slice(-2000)));
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (data) => resolve(String(data)));
    child.once("exit", (code) => reject(new Error(`emend ${words[0]} ended with ${code}: ${complaint}`)));
  });
  const readyMs = performance.now() - started;
  const said = JSON.parse(line) as Record<string, unknown>;
  if (said.error !== undefined) throw new Error(`emend ${words[0]} says ${line}`);
  const end = async (signal: NodeJS.Signals = "SIGTERM"): Promise<void> => {
    if (gone(child)) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return { child, readyMs, said, end };
}

function asker(port: number, token: string): Served["ask"] {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  return (method, path, { body, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const bytes = body === undefined ? undefined : Buffer.from(body);
      const type = typeof body === "string" ? { "content-type": "application/json" } : {};
      const length = bytes === undefined ? {} : { "content-length": String(bytes.length) };
      const all = { authorization: `Bearer ${token}`, ...type, ...length, ...headers };
      const sent = httpRequest({ host: "127.0.0.1", port, method, path, agent, headers: all }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString("utf8") }));
        response.on("error", reject);
      });
      sent.on("error", reject);
      sent.end(bytes);
    });
}

/** `emend serve` on a free port. */
export async function startServe(surroundings: Surroundings): Promise<Served> {
  const running = await startProcess(["serve", "--port", "0"], surroundings);
  const port = Number(running.said.port);
  const token = String(running.said.open).split("#token=")[1]!;
  const ask = asker(port, token);
  const put = async (bytes: Uint8Array): Promise<string> => {
    const digest = digestOf(bytes);
    const { status } = await ask("PUT", `/api/v1/blobs/${digest}`, { body: bytes });
    if (status !== 201) throw new Error(`the picture was not taken: ${status}`);
    return digest;
  };
  return { ...running, port, token, ask, put };
}

/** `emend worker`. */
export const startWorker = (surroundings: Surroundings): Promise<EmendProcess> => startProcess(["worker"], surroundings);

/** Runs `work` over 0 … count-1, at most `width` at a time. */
export async function inParallel(count: number, width: number, work: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(width, count) }, lane));
}

export const percentile = (values: readonly number[], p: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((p / 100) * sorted.length))] ?? Number.NaN;
};
