import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { WebSocket } from "ws";
import { waitForEnd } from "../fakes/running-companion.ts";
import { somePng } from "../fixtures/broken-pictures.ts";
import { childrenOf } from "./harness/child-memory.ts";
import type { Figure, Measurement } from "./harness/measurement.ts";

const CLI = fileURLToPath(new URL("../fakes/cli.ts", import.meta.url));
const PROMPT = "canaryprompt-zebra";
const NAME = "canaryname-poster-final";
const KEY = "canarykey-idempotent";
const WRONG_TOKEN = "canarytoken-wrong-aaaaaaaaaaaaaaaaaaaaaaaaaaa";
/** Every way the fake engine knows to succeed and to fail. */
const SCRIPTS = ["paint", "unsure", "missing", "throw", "crash", "drift", "lostDevice"];

interface Observed {
  log: string;
  answers: string;
  readonly token: string;
}

async function start(data: string): Promise<{ child: ChildProcess; port: number; token: string; log(): string }> {
  const words = [CLI, "serve", "--port", "0", "--json", "--data", data];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, EMEND_LOG: "debug" } });
  let log = "";
  child.stderr.on("data", (part) => (log += part));
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { port, open } = JSON.parse(String(line)) as { port: number; open: string };
  return { child, port, token: open.split("#token=")[1]!, log: () => log };
}

type Ask = (path: string, init?: RequestInit, token?: string) => Promise<string>;

/** Work done well and badly, each with words nobody else uses. */
async function provoke(ask: Ask, call: (path: string, init?: RequestInit) => Promise<Response>): Promise<void> {
  const png = await somePng();
  const source = createHash("sha256").update(png).digest("hex");
  await ask(`/api/v1/blobs/${source}`, { method: "PUT", body: png as Uint8Array<ArrayBuffer> });
  await ask(`/api/v1/blobs/${"0".repeat(64)}`, { method: "PUT", body: NAME });
  const post = (path: string, body: unknown, headers = {}): Promise<string> =>
    ask(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  for (const script of SCRIPTS) {
    const options = { script, cache: false, layer: NAME };
    const answer = await post(
      "/api/v1/edits",
      { source, instruction: `${PROMPT} -> ${script}`, options },
      { "idempotency-key": `${KEY}-${script}` },
    );
    const { jobId } = JSON.parse(answer) as { jobId?: string };
    if (jobId !== undefined) await waitForEnd(call, jobId);
  }
  await post("/api/v1/edits", `{"instruction":"${PROMPT}`);
  await post("/api/v1/edits", { source, instruction: PROMPT });
  await post("/api/v1/edits", { source: NAME, instruction: PROMPT, engine: NAME });
  await post("/api/v1/plan", { instruction: `${PROMPT} -> x` });
  await post("/api/v1/find", { source, [NAME]: PROMPT });
  await ask(`/api/v1/history?search=${PROMPT}`);
  await ask(`/${NAME}?instruction=${PROMPT}`);
  await ask("/api/v1/history", {}, WRONG_TOKEN);
}

async function overSocket(port: number, token: string): Promise<string> {
  let heard = "";
  for (const given of [token, WRONG_TOKEN]) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/socket`, ["emend.v1", given]);
    socket.on("message", (data) => (heard += String(data)));
    socket.on("error", () => undefined);
    socket.once("open", () => {
      socket.send(JSON.stringify({ type: "plan", id: 1, instruction: PROMPT, extra: NAME }));
      socket.send(`{"type":"edit","key":"${KEY}`);
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    socket.terminate();
  }
  return heard;
}

/** Command lines and environments of the companion's processes; empty where the system does not tell. */
function processWords(pid: number): string {
  return [pid, ...childrenOf(pid)]
    .flatMap((id) => ["cmdline", "environ"].map((file) => `/proc/${id}/${file}`))
    .map((path) => {
      try {
        return readFileSync(path, "latin1");
      } catch {
        return "";
      }
    })
    .join("\n");
}

const filesWith = (folder: string, words: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name), "latin1").includes(words))
    .map((entry) => entry.name);

const count = (text: string, words: readonly string[]): number => words.reduce((sum, word) => sum + text.split(word).length - 1, 0);

/** Which words stand in which lines, so that a leak can be found from the measurement alone. */
function whereIn(log: string, token: string): string {
  const words = { prompt: PROMPT, name: NAME, key: KEY, token, "wrong token": WRONG_TOKEN };
  const hits = log
    .split("\n")
    .flatMap((line) =>
      Object.entries(words).flatMap(([of, word]) => (line.includes(word) ? [`${of}: ${line.replaceAll(token, "…").slice(0, 300)}`] : [])),
    );
  return hits.length === 0 ? "" : ` (${hits.join("; ")})`;
}

/** T12: unique words in prompts, names, keys and tokens, then a search for them wherever they must not be. */
export const wordCanaries: Measurement = {
  id: "T12",
  name: "words",
  title: "Prompts, names and tokens of work done well and badly, looked for in logs, answers, files and processes",
  counts: { suite: 1, full: 1 },
  measure: async () => {
    const data = mkdtempSync(join(tmpdir(), "emend-canaries-"));
    const { child, port, token, log } = await start(data);
    const seen: Observed = { log: "", answers: "", token };
    const call = (path: string, init: RequestInit = {}, given = token): Promise<Response> =>
      fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { authorization: `Bearer ${given}`, ...init.headers } });
    const ask: Ask = async (path, init, given) => {
      const text = await (await call(path, init, given)).text();
      seen.answers += text;
      return text;
    };
    await provoke(ask, call);
    seen.answers += await overSocket(port, token);
    const processes = processWords(child.pid!);
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
    const mode = process.platform === "win32" ? 0o600 : statSync(join(data, "token")).mode & 0o777;
    const figures: Figure[] = [
      { what: "log lines at level debug", value: log().split("\n").length, atLeast: SCRIPTS.length },
      {
        what: `prompts, names, keys, tokens in the log${whereIn(log(), token)}`,
        value: count(log(), [PROMPT, NAME, KEY, token, WRONG_TOKEN]),
        atMost: 0,
      },
      { what: "tokens in answers and frames", value: count(seen.answers, [token, WRONG_TOKEN]), atMost: 0 },
      { what: "tokens in command lines and environments", value: count(processes, [token]), atMost: 0 },
      { what: "files with the token beside its own", value: filesWith(data, token).filter((name) => name !== "token").length, atMost: 0 },
      { what: "the token's file is for its owner alone", value: mode === 0o600 ? 1 : 0, atLeast: 1 },
    ];
    rmSync(data, { recursive: true, force: true });
    return figures;
  },
};
