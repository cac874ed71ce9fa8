import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the hub treats requests for file bytes, in order; the last one stays. */
export type HubMood =
  | "well"
  /** Breaks the connection after this many bytes of the answer. */
  | { readonly breakAfter: number }
  /** Sends this many bytes and then nothing. */
  | { readonly stallAfter: number }
  /** A pause of so many milliseconds after every 16 kB. */
  | { readonly paceMs: number }
  /** Bytes of the right number, but others. */
  | "wrong bytes"
  /** More than it said. */
  | "too long"
  /** Says more than it has. */
  | "claims more"
  /** Answers a range request with the whole file. */
  | "no ranges"
  /** Refuses every range. */
  | "416"
  /** Answers another range than asked. */
  | "other range"
  | "503"
  | "404"
  /** Sends the reader elsewhere. */
  | { readonly redirect: string };

export interface HubRequest {
  readonly path: string;
  readonly range: string | undefined;
}

export interface FakeHub {
  readonly url: URL;
  readonly asked: HubRequest[];
  /** Path of the file → bytes, as under `/owner/name/resolve/main/`. */
  put(path: string, bytes: Buffer): void;
  moods(...moods: HubMood[]): void;
  /** Whether the first answer names the digest, as the real hub does. */
  digests: boolean;
  /** JSON answers by path, for release pages. */
  readonly pages: Map<string, unknown>;
  close(): Promise<void>;
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function sendSlowly(response: ServerResponse, bytes: Buffer, end: () => void): void {
  let at = 0;
  const more = (): void => {
    while (at < bytes.length) {
      const piece = bytes.subarray(at, at + 16_384);
      at += piece.length;
      if (!response.write(piece)) return void response.once("drain", more);
    }
    end();
  };
  more();
}

function sendPaced(response: ServerResponse, bytes: Buffer, paceMs: number): void {
  let at = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(at, at + 16_384));
    at += 16_384;
    if (at < bytes.length) return;
    clearInterval(timer);
    response.end();
  }, paceMs);
  response.on("close", () => clearInterval(timer));
}

/** What a file's address answers with, in a mood. */
function answer(request: IncomingMessage, response: ServerResponse, { bytes, mood }: { bytes: Buffer; mood: HubMood }): void {
  if (mood === "503" || mood === "404") return void response.writeHead(Number(mood)).end();
  const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1];
  const from = asked === undefined || mood === "no ranges" ? 0 : Number(asked);
  if (from > bytes.length || (from === bytes.length && from > 0) || (mood === "416" && asked !== undefined)) {
    return void response.writeHead(416, { "content-range": `bytes */${bytes.length}` }).end();
  }
  const body = mood === "wrong bytes" ? Buffer.alloc(bytes.length - from, 7) : bytes.subarray(from);
  const claimed = bytes.length - from + (mood === "claims more" ? 1_000 : 0);
  const shift = mood === "other range" ? 1 : 0;
  const range = `bytes ${from + shift}-${bytes.length - 1}/${bytes.length}`;
  const partial = asked !== undefined && mood !== "no ranges";
  const length = mood === "too long" ? {} : { "content-length": String(claimed) };
  response.writeHead(partial ? 206 : 200, { ...length, ...(partial && { "content-range": range }) });
  const breakOff = (): void => void setTimeout(() => response.destroy(), 30);
  if (mood === "too long") sendSlowly(response, Buffer.concat([body, Buffer.alloc(50_000)]), () => response.end());
  else if (mood === "claims more") sendSlowly(response, body, breakOff);
  else if (typeof mood === "object" && "paceMs" in mood) sendPaced(response, body, mood.paceMs);
  else if (typeof mood === "object" && "breakAfter" in mood) sendSlowly(response, body.subarray(0, mood.breakAfter), breakOff);
  else if (typeof mood === "object" && "stallAfter" in mood) sendSlowly(response, body.subarray(0, mood.stallAfter), () => undefined);
  else sendSlowly(response, body, () => response.end());
}

/**
 * A hub on loopback with the real one's way: a file's address answers 302 with `x-linked-etag` (the SHA-256, quoted) and
 * `x-linked-size`, and the bytes come from another address that knows ranges.
 */
export async function startFakeHub(): Promise<FakeHub> {
  const files = new Map<string, Buffer>();
  const pages = new Map<string, unknown>();
  const asked: HubRequest[] = [];
  let moods: HubMood[] = ["well"];
  const hub = { digests: true };
  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?")[0]!;
    if (pages.has(path)) return void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(pages.get(path)));
    const stored = files.get(path.replace(/^\/cdn/, ""));
    if (stored === undefined) return void response.writeHead(404).end();
    if (!path.startsWith("/cdn")) {
      const linked = hub.digests ? { "x-linked-etag": `"${sha256(stored)}"`, "x-linked-size": String(stored.length) } : {};
      const next = moods[0];
      const location = typeof next === "object" && "redirect" in next ? next.redirect : `/cdn${path}`;
      return void response.writeHead(302, { location, ...linked }).end();
    }
    asked.push({ path, range: request.headers.range });
    const mood = moods.length > 1 ? moods.shift()! : moods[0]!;
    answer(request, response, { bytes: stored, mood });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(hub, {
    url: new URL(`http://127.0.0.1:${port}`),
    asked,
    pages,
    put: (path: string, bytes: Buffer) => void files.set(path, bytes),
    moods: (...next: HubMood[]) => {
      moods = next;
      asked.length = 0;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}
