import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the server treats the requests that make pictures, in order; the last one stays. */
export type Mood =
  | "well"
  | "slow"
  | "hang"
  | "die"
  | "429"
  | "429 retry-after 0"
  | "429 retry-after 9999"
  | "503 loading"
  | "500 html"
  | "400 odd"
  | "oversized"
  | "not an image"
  | "not json"
  | "echo the key";

export interface FakeServer {
  readonly url: string;
  /** Paths of all requests that make pictures, in order of arrival. */
  readonly asked: string[];
  moods(...moods: Mood[]): void;
  close(): Promise<void>;
}

export interface FakeWire {
  /** Whether this request makes a picture: only those have moods. */
  makesPicture(request: IncomingMessage): boolean;
  /** Answers well; `picture` overrides what is sent for a picture. */
  answer(request: IncomingMessage, body: Buffer, response: ServerResponse, picture?: Uint8Array): void;
}

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
};

type Play = (at: { request: IncomingMessage; response: ServerResponse; well(picture?: Uint8Array): void }) => void;

const PLAYS: Record<Mood, Play> = {
  well: ({ well }) => well(),
  slow: ({ well }) => void setTimeout(well, 250),
  hang: () => undefined,
  die: ({ response }) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100000" });
    response.write('{"data":[');
    setTimeout(() => response.destroy(), 20);
  },
  "429": ({ response }) => json(response, 429, { error: { message: "slow down" } }),
  "429 retry-after 0": ({ response }) => json(response, 429, { error: { message: "slow down" } }, { "retry-after": "0" }),
  "429 retry-after 9999": ({ response }) => json(response, 429, { error: "slow down" }, { "retry-after": "9999" }),
  "503 loading": ({ response }) => json(response, 503, { error: "Model is currently loading", estimated_time: 1 }),
  "500 html": ({ response }) => {
    response.writeHead(500, { "content-type": "text/html" });
    response.end("<html><h1>Internal</h1></html>");
  },
  "400 odd": ({ response }) => json(response, 400, ["not", "what", "anybody", "expects"]),
  oversized: ({ response }) => {
    response.writeHead(200, { "content-type": "application/json" });
    const block = Buffer.alloc(4 * 1024 * 1024, 65);
    const more = (): void => {
      while (!response.destroyed) if (!response.write(block)) return void response.once("drain", more);
    };
    more();
  },
  "not an image": ({ well }) => well(Buffer.from("certainly no picture")),
  "not json": ({ response }) => {
    response.writeHead(200);
    response.end("{oh");
  },
  "echo the key": ({ request, response }) => json(response, 401, { error: { message: `bad key ${request.headers.authorization}` } }),
};

/** A loopback server that speaks `wire` and misbehaves as told. */
export async function startMisbehavingServer(wire: FakeWire): Promise<FakeServer> {
  let moods: Mood[] = ["well"];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts);
      const well = (picture?: Uint8Array) => wire.answer(request, body, response, picture);
      if (!wire.makesPicture(request)) return well();
      asked.push(request.url ?? "");
      const mood = moods.length > 1 ? moods.shift()! : moods[0];
      PLAYS[mood]({ request, response, well });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    moods: (...next) => {
      moods = next;
      asked.length = 0;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
