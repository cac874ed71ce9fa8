import fc from "fast-check";
import * as v from "valibot";
import { WebSocket } from "ws";
import { type ServerMessage, ServerMessageSchema } from "../../protocol/socket.ts";
import { type FuzzedMessage, fuzzedMessage } from "./fuzz-messages.ts";
import type { Figure, Measurement } from "./harness/measurement.ts";
import { type CompanionHost, startCompanionHost } from "./harness/start-companion-host.ts";

const BATCH = 500;
const CLIENTS = 4;

interface Tally {
  sent: number;
  answers: number;
  /** Answers that are none of the protocol's messages. */
  untyped: number;
  internal: number;
  reconnects: number;
}

/** A connection that comes back when it is closed, as it is for wrong protocol versions. */
class FuzzClient {
  readonly #host: CompanionHost;
  readonly #tally: Tally;
  #socket: WebSocket | undefined;

  constructor(host: CompanionHost, tally: Tally) {
    this.#host = host;
    this.#tally = tally;
  }

  async send(messages: readonly FuzzedMessage[]): Promise<void> {
    for (const message of messages) {
      const socket = await this.#connected();
      socket.send(message, () => undefined);
      this.#tally.sent++;
    }
    await this.#settled();
  }

  close(): void {
    this.#socket?.terminate();
  }

  async #connected(): Promise<WebSocket> {
    for (;;) {
      if (this.#socket?.readyState === WebSocket.OPEN) return this.#socket;
      const socket = new WebSocket(`ws://127.0.0.1:${this.#host.port}/api/v1/socket`, ["emend.v1", this.#host.token]);
      socket.on("message", (data: Buffer, isBinary) => this.#judge(data, isBinary));
      this.#socket = socket;
      this.#tally.reconnects++;
      await new Promise((resolve) => socket.once("open", resolve).once("error", resolve).once("close", resolve));
    }
  }

  /** Waits until everything sent was handled: an answer to a last question, or the end of the connection. */
  async #settled(): Promise<void> {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) return;
    const handled = new Promise<void>((resolve) => {
      socket.once("close", () => resolve());
      socket.once("pong", () => resolve());
    });
    while (socket.bufferedAmount > 0) await new Promise((resolve) => setTimeout(resolve, 1));
    socket.ping();
    await handled;
  }

  #judge(data: Buffer, isBinary: boolean): void {
    this.#tally.answers++;
    if (isBinary) return;
    const parsed = v.safeParse(ServerMessageSchema, JSON.parse(data.toString()));
    if (!parsed.success) this.#tally.untyped++;
    else if (isInternal(parsed.output)) this.#tally.internal++;
  }
}

const isInternal = (message: ServerMessage): boolean => message.type === "failure" && message.error.code === "internal";

async function fuzz(host: CompanionHost, count: number, tally: Tally): Promise<void> {
  const clients = Array.from({ length: CLIENTS }, () => new FuzzClient(host, tally));
  for (let left = count, seed = 1; left > 0; left -= BATCH * CLIENTS) {
    await Promise.all(clients.map((client) => client.send(fc.sample(fuzzedMessage, { numRuns: Math.min(BATCH, left), seed: seed++ }))));
  }
  for (const client of clients) client.close();
}

/** T14: generated and damaged messages, text and binary. `count` is how many. */
export const protocolFuzz: Measurement = {
  id: "T14",
  name: "fuzz",
  title: "Protocol fuzz: generated and damaged messages",
  counts: { suite: 4_000, full: 200_000 },
  measure: async ({ count }) => {
    const host = await startCompanionHost();
    const tally: Tally = { sent: 0, answers: 0, untyped: 0, internal: 0, reconnects: 0 };
    // Until caches are filled and code is compiled, the heap grows for good reasons.
    await fuzz(host, Math.min(20_000, count), { ...tally });
    const before = await host.state();
    const start = performance.now();
    await fuzz(host, count, tally);
    const seconds = (performance.now() - start) / 1000;
    const after = await host.state();
    const exits = host.alive() ? 0 : 1;
    await host.stop();
    const figures: Figure[] = [
      { what: "messages", value: tally.sent, atLeast: count },
      { what: "answers", value: tally.answers },
      { what: "answers outside the protocol", value: tally.untyped, atMost: 0 },
      { what: "answers `internal`", value: tally.internal, atMost: 0 },
      { what: "exceptions nobody caught", value: after.bugs.length, atMost: 0 },
      { what: "companion exits", value: exits, atMost: 0 },
      { what: "heap after, of before", value: (100 * after.heapBytes) / before.heapBytes, unit: "%", atMost: 105 },
      { what: "time", value: seconds, unit: "s", atMost: Math.max(10, (count / 200_000) * 120), timing: true },
    ];
    return figures;
  },
};
