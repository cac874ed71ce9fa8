import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSettingsStore } from "../../local-server/settings/settings-store.ts";
import type { JobView } from "../../protocol/edit.ts";
import { type FakeServer, type Mood, startMisbehavingServer } from "../fakes/engines/misbehaving-server.ts";
import { digestOf } from "../fakes/running-companion.ts";
import { somePng } from "../fixtures/broken-pictures.ts";
import { HOSTED_WIRES, hostedSettings } from "./harness/hosted-wires.ts";
import type { Figure, Measurement } from "./harness/measurement.ts";
import { filesBelow, processTexts, serveWatched, type WatchedCompanion } from "./harness/serve-watched.ts";

const canary = (what: string): string => `canary-${what}-${randomBytes(12).toString("hex")}`;

/** What servers do to an edit; the most telling first. */
const MOODS: readonly Mood[] = ["echo the key", "well", "500 html", "400 odd", "not an image", "not json", "die", "429 retry-after 9999"];

interface Engine {
  readonly name: string;
  readonly key: string;
  readonly server: FakeServer;
}

async function startEngine(name: string, png: Uint8Array): Promise<Engine> {
  const answer = HOSTED_WIRES[name]!;
  let file = png;
  const server = await startMisbehavingServer({
    makesPicture: ({ method, url = "" }) => method === "POST" && !/upload|stop/.test(url),
    answer: (request, _body, response, picture) => {
      if (request.url === "/result.png") return void response.end(file);
      file = picture ?? png;
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(answer(`http://${request.headers.host}/result.png`, request.url ?? "")));
    },
  });
  return { name, key: `sk-${canary(name)}`, server };
}

/** Keys, addresses and consents as `emend engines` would have set them. */
async function setUp(folder: string, engines: readonly Engine[]): Promise<void> {
  const store = createSettingsStore(folder, {}, undefined);
  for (const { name, key, server } of engines) {
    for (const [field, value] of Object.entries(hostedSettings(name, server.url))) await store.set(name, field, value);
    await store.setKey(name, key);
    await store.allow(name, "127.0.0.1");
  }
}

/** One client, everything it ever hears kept. */
class Listener {
  readonly heard: string[] = [];
  readonly #at: WatchedCompanion;

  constructor(at: WatchedCompanion) {
    this.#at = at;
  }

  async call(path: string, init: RequestInit = {}): Promise<unknown> {
    const headers = { authorization: `Bearer ${this.#at.token}`, ...init.headers };
    const response = await fetch(`http://127.0.0.1:${this.#at.port}${path}`, { ...init, headers });
    const text = await response.text();
    this.heard.push(JSON.stringify([...response.headers]), text);
    return text.startsWith("{") ? JSON.parse(text) : undefined;
  }

  post(path: string, body: unknown): Promise<unknown> {
    return this.call(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  }

  /** Submits an edit and waits for its end. */
  async edit(request: unknown): Promise<JobView["status"]> {
    const { jobId } = (await this.post("/api/v1/edits", request)) as { readonly jobId?: string };
    for (let i = 0; jobId !== undefined && i < 600; i++) {
      const { status } = (await this.call(`/api/v1/jobs/${jobId}`)) as JobView;
      if (status !== "queued" && status !== "running") return status;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return "failed";
  }

  /** The same over the socket: frames of a failed edit and of the list of engines. */
  async socket(request: unknown): Promise<void> {
    const socket = new WebSocket(`ws://127.0.0.1:${this.#at.port}/api/v1/socket`, ["emend.v1", this.#at.token]);
    const said = (message: unknown): void => socket.send(JSON.stringify(message));
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 20_000);
      socket.onopen = () => {
        said({ type: "hello", protocol: 1, client: "canary" });
        said({ type: "engines", id: 1 });
        said({ type: "edit", id: 2, key: canary("idempotency"), request });
      };
      socket.onmessage = ({ data }) => {
        this.heard.push(String(data));
        const job = (JSON.parse(String(data)) as { readonly job?: JobView }).job;
        if (job?.status === "failed" || job?.status === "done") {
          clearTimeout(timer);
          resolve();
        }
      };
    });
    socket.close();
  }
}

interface Ran {
  edits: number;
  failed: number;
}

async function runEverything(
  client: Listener,
  engines: readonly Engine[],
  { moods, prompt, png }: { moods: readonly Mood[]; prompt: string; png: Uint8Array },
): Promise<Ran> {
  const ran: Ran = { edits: 0, failed: 0 };
  const source = digestOf(png);
  await client.call(`/api/v1/blobs/${source}`, { method: "PUT", body: png as Uint8Array<ArrayBuffer> });
  const requestFor = (engine: string): unknown => ({
    source,
    engine,
    operations: [{ kind: "object.replace", target: "vase", value: prompt }],
    options: { cache: false },
  });
  for (const { name, server } of engines) {
    for (const mood of moods) {
      server.moods(mood);
      ran.edits++;
      if ((await client.edit(requestFor(name))) === "failed") ran.failed++;
    }
  }
  const [first] = engines;
  first!.server.moods("echo the key");
  await client.socket(requestFor(first!.name));
  for (const path of [
    "/api/v1/engines",
    "/api/v1/models",
    "/api/v1/history",
    "/api/v1/whoami",
    "/v1/models",
    "/api/v1/jobs/none",
    "/nowhere",
  ])
    await client.call(path);
  await client.post("/api/v1/edits", { source, engine: "nobody", instruction: prompt });
  await client.post("/api/v1/edits", "not an edit");
  return ran;
}

const hits = (texts: readonly (string | Buffer)[], needles: readonly string[]): number =>
  texts.reduce<number>((sum, text) => sum + needles.filter((needle) => text.includes(needle)).length, 0);

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** Modes of the folder and the files that hold secrets, where the system has such modes. */
function wrongModes(folder: string): number {
  if (process.platform === "win32") return 0;
  const wanted = [
    [folder, "700"],
    [join(folder, "keys.json"), "600"],
    [join(folder, "token"), "600"],
    [join(folder, "engines.json"), "600"],
  ] as const;
  return wanted.filter(([path, right]) => mode(path) !== right).length;
}

/** T12: secrets show up nowhere but where they are kept, however an edit ends. `count` is how many ways servers misbehave. */
export const secretCanaries: Measurement = {
  id: "T12",
  name: "canaries",
  title: "Keys, token and prompt, looked for in all that is said and written",
  counts: { suite: 3, full: MOODS.length },
  measure: async ({ count }) => {
    const folder = join(mkdtempSync(join(tmpdir(), "emend-canaries-")), "data");
    const png = await somePng();
    const engines = await Promise.all(Object.keys(HOSTED_WIRES).map((name) => startEngine(name, png)));
    await setUp(folder, engines);
    const prompt = canary("prompt");
    const companion = await serveWatched(folder, { EMEND_KEYS: "file" });
    const client = new Listener(companion);
    const ran = await runEverything(client, engines, { moods: MOODS.slice(0, count), prompt, png });
    const processes = processTexts(companion.pid);
    await companion.stop();
    const files = filesBelow(folder);
    const keys = engines.map(({ key }) => key);
    const others = (but: string): readonly Buffer[] => files.filter(([name]) => name !== but).map(([, bytes]) => bytes);
    const figures: Figure[] = [
      { what: "edits run", value: ran.edits, atLeast: engines.length * Math.min(count, MOODS.length) },
      { what: "edits that failed on the way", value: ran.failed, atLeast: 1 },
      { what: "lines of log, answers and files searched", value: companion.log().length + client.heard.length + files.length, atLeast: 50 },
      {
        what: "keys in the file they belong to",
        value: hits(
          files.filter(([name]) => name === "keys.json").map(([, bytes]) => bytes),
          keys,
        ),
        atLeast: keys.length,
      },
      { what: "keys in the log", value: hits(companion.log(), keys), atMost: 0 },
      { what: "keys in answers, errors and socket frames", value: hits(client.heard, keys), atMost: 0 },
      { what: "keys in any other file", value: hits(others("keys.json"), keys), atMost: 0 },
      { what: "keys in command lines and environments", value: hits(processes, keys), atMost: 0 },
      {
        what: "token in log, answers, other files, command lines",
        value: hits([...companion.log(), ...client.heard, ...others("token"), ...processes], [companion.token]),
        atMost: 0,
      },
      { what: "prompt in the log", value: hits(companion.log(), [prompt]), atMost: 0 },
      { what: "secret files readable by others", value: wrongModes(folder), atMost: 0 },
    ];
    await Promise.all(engines.map(({ server }) => server.close()));
    rmSync(join(folder, ".."), { recursive: true, force: true });
    return figures;
  },
};
