import type { lookup } from "node:dns";
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo, LookupFunction } from "node:net";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import { silentLogger } from "../../local-server/observability/logger.ts";
import { publicLookup } from "../../local-server/remote/connect-rules.ts";
import { downloadResult } from "../../local-server/remote/download-result.ts";
import { fetchResult } from "../../local-server/remote/fetch-result.ts";
import { gradient, requestFor } from "../contract/engine-contract.ts";
import { TEST_CERTIFICATE, TEST_KEY } from "../fixtures/test-certificate.ts";
import { HOSTED_WIRES, hostedEngine } from "./harness/hosted-wires.ts";
import type { Figure, Measurement } from "./harness/measurement.ts";
import { type ConnectionWatch, watchConnections } from "./harness/watch-connections.ts";
import { PRIVATE_ADDRESSES, REFUSED_ADDRESSES } from "./ssrf-addresses.ts";

const HOSTS = ["cdn.example.com", "*.results.example.com"];
const KEY = "sk-canary-ssrf-0123456789";
const signal = new AbortController().signal;

/** What a round of cases came to. */
interface Tally {
  cases: number;
  /** Answered as a typed failure, as they must be. */
  refused: number;
}

const tally = (): Tally => ({ cases: 0, refused: 0 });
function count(to: Tally, done: { readonly ok: boolean }): void {
  to.cases++;
  if (!done.ok) to.refused++;
}

/** A resolver that knows no name, or gives `addresses` for every one. */
function resolverOf(addresses: readonly string[]): typeof lookup {
  const answer = (_host: string, _options: unknown, done: (cause: Error | null, list: unknown) => void): void =>
    addresses.length === 0
      ? done(new Error("ENOTFOUND"), [])
      : done(
          null,
          addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
        );
  return answer as unknown as typeof lookup;
}

/** Addresses refused by how they are written; names that could be looked up find nothing. */
async function spelled(addresses: readonly string[], port: number): Promise<Tally> {
  const done = tally();
  const connection = { lookup: publicLookup(resolverOf([])), port };
  const hosted = { baseUrl: new URL("https://api.example.com/v1"), privateNetwork: false, resultHosts: HOSTS, connection };
  for (const text of addresses) {
    count(done, await downloadResult(text, { hosts: HOSTS, connection }, signal));
    // A relative address belongs to the engine's own server, which is a public one here.
    if (URL.canParse(text)) count(done, await fetchResult(text, hosted, signal));
  }
  return done;
}

/** Allowed names that lead inside: alone, beside a public address in either order, and as an answer that changes. */
async function resolved(addresses: readonly string[], port: number): Promise<Tally> {
  const done = tally();
  for (const address of addresses) {
    for (const list of [[address], ["8.8.8.8", address], [address, "8.8.8.8"]]) {
      const connection = { lookup: publicLookup(resolverOf(list)), port };
      count(done, await downloadResult("https://cdn.example.com/a.png", { hosts: HOSTS, connection }, signal));
    }
  }
  return done;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function listening(handler: Handler, secure: boolean) {
  const server = secure ? createServer({ cert: TEST_CERTIFICATE, key: TEST_KEY }, handler) : createHttpServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = (): Promise<unknown> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as AddressInfo).port, close };
}

const LARGE = 65 * 1024 * 1024;

/** What an allowed host may do instead of giving a picture. */
function answersOf(canary: number): Readonly<Record<string, Handler>> {
  const redirects = [301, 302, 303, 307, 308].flatMap((status) =>
    [`https://127.0.0.1:${canary}/`, `http://[::1]:${canary}/`, "https://cdn.example.com/b.png"].map((location): [string, Handler] => [
      `${status} to ${location}`,
      (_request, response) => response.writeHead(status, { location }).end(),
    ]),
  );
  return {
    ...Object.fromEntries(redirects),
    "a refresh header": (_request, response) => response.writeHead(202, { refresh: `0; url=http://127.0.0.1:${canary}/` }).end(),
    "too large": (_request, response) => response.writeHead(200, { "content-length": LARGE }).end(Buffer.alloc(LARGE)),
    "longer than said": (_request, response) => response.writeHead(200, { "content-length": LARGE * 2 }).write(Buffer.alloc(LARGE)),
    "never begins": () => undefined,
    "never ends": (_request, response) => void response.writeHead(200).write("x"),
    "breaks off": (_request, response) => {
      response.writeHead(200, { "content-length": 100 }).write("x");
      setTimeout(() => response.destroy(), 20);
    },
  };
}

interface Answered extends Tally {
  keys: number;
}

/** An allowed host, reached over TLS, that misbehaves. */
async function misbehaved(canary: number): Promise<Answered> {
  const done: Answered = { ...tally(), keys: 0 };
  for (const handler of Object.values(answersOf(canary))) {
    const server = await listening((request, response) => {
      if (JSON.stringify(request.rawHeaders).includes(KEY)) done.keys++;
      handler(request, response);
    }, true);
    const lookup = ((_host: string, options: { all?: boolean }, found: (...answer: unknown[]) => void) =>
      options.all ? found(null, [{ address: "127.0.0.1", family: 4 }]) : found(null, "127.0.0.1", 4)) as unknown as LookupFunction;
    const connection = { lookup, ca: TEST_CERTIFICATE, port: server.port };
    count(done, await downloadResult("https://cdn.example.com/a.png", { hosts: HOSTS, connection, deadlineMs: 2_000 }, signal));
    await server.close();
  }
  return done;
}

/** The adapters themselves, their servers pointing at the canary. */
async function pointed(watch: ConnectionWatch): Promise<Tally> {
  const done = tally();
  const codec = createChildCodec({ logger: silentLogger });
  const places = [`http://127.0.0.1:${watch.port}/a.png`, `https://localhost:${watch.port}/a.png`, `http://[::1]:${watch.port}/a.png`];
  for (const [name, answer] of Object.entries(HOSTED_WIRES)) {
    for (const place of [...places, "https://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "https://localhost/a.png"]) {
      const server = await listening((request, response) => {
        request.resume().on("end", () => {
          response.writeHead(200, { "content-type": "application/json" });
          response.end(JSON.stringify(answer(place, request.url ?? "")));
        });
      }, false);
      const engine = hostedEngine(name, { base: `http://127.0.0.1:${server.port}`, key: KEY, codec });
      count(done, await engine.edit(requestFor(gradient(64, 64)), signal, () => undefined));
      await server.close();
    }
  }
  await codec.close();
  return done;
}

/** Results on the person's own server may be fetched: how often they were, and how often with the key. */
async function owned(): Promise<{ readonly fetched: number; readonly keys: number }> {
  let [fetched, keys] = [0, 0];
  const codec = createChildCodec({ logger: silentLogger });
  for (const [name, answer] of Object.entries(HOSTED_WIRES)) {
    const server = await listening((request, response) => {
      const isResult = request.url === "/result.png";
      if (isResult) fetched++;
      if (isResult && JSON.stringify(request.rawHeaders).includes(KEY)) keys++;
      request.resume().on("end", () => {
        response.writeHead(200, { "content-type": "application/json" });
        response.end(isResult ? "no picture" : JSON.stringify(answer(`http://${request.headers.host}/result.png`, request.url ?? "")));
      });
    }, false);
    const engine = hostedEngine(name, { base: `http://127.0.0.1:${server.port}`, key: KEY, codec });
    await engine.edit(requestFor(gradient(64, 64)), signal, () => undefined);
    await server.close();
  }
  await codec.close();
  return { fetched, keys };
}

/** T13: a result address leads nowhere but to the hosts an engine may leave results at. `count` is how many addresses of each kind. */
export const resultAddresses: Measurement = {
  id: "T13",
  name: "ssrf",
  title: "Result addresses that lead inside, elsewhere, or nowhere",
  counts: { suite: REFUSED_ADDRESSES.length, full: REFUSED_ADDRESSES.length },
  measure: async ({ count: most }) => {
    const watch = await watchConnections();
    const begin = performance.now();
    const written = await spelled(REFUSED_ADDRESSES.slice(0, most), watch.port);
    const named = await resolved(PRIVATE_ADDRESSES.slice(0, most), watch.port);
    const tries = watch.attempts.length;
    const answered = await misbehaved(watch.port);
    const adapters = await pointed(watch);
    const strayed = watch.attempts.filter((attempt) => attempt.endsWith(`:${watch.port}`)).length;
    const arrived = watch.arrived();
    const own = await owned();
    // The watch itself: a connection that is made must be seen, and arrive.
    await fetch(`http://127.0.0.1:${watch.port}/`).catch(() => undefined);
    const seen = watch.attempts.filter((attempt) => attempt === `127.0.0.1:${watch.port}`).length;
    await watch.stop();
    const rounds = [written, named, answered, adapters];
    const cases = rounds.reduce((sum, round) => sum + round.cases, 0);
    const refused = rounds.reduce((sum, round) => sum + round.refused, 0);
    const figures: Figure[] = [
      { what: "cases", value: cases, atLeast: Math.min(80, most) },
      { what: "refused with a typed failure", value: refused, atLeast: cases },
      { what: "connections tried for addresses and names that are refused", value: tries, atMost: 0 },
      { what: "connections tried to the canary in all", value: strayed, atMost: 0 },
      { what: "connections that arrived at the canary", value: arrived, atMost: 0 },
      { what: "connections seen when one is made on purpose", value: Math.min(seen, watch.arrived()), atLeast: 1 },
      { what: "results fetched from the person's own server", value: own.fetched, atLeast: Object.keys(HOSTED_WIRES).length },
      { what: "keys sent along for a result", value: answered.keys + own.keys, atMost: 0 },
      { what: "time", value: (performance.now() - begin) / 1000, unit: "s", atMost: 60, timing: true },
    ];
    return figures;
  },
};
