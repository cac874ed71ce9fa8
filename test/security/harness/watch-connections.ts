import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { createServer, type Socket } from "node:net";

/** Hears of every connection this process tries to make, whoever in it does. */
export interface ConnectionWatch {
  /** `address:port` of every attempt, in order. */
  readonly attempts: readonly string[];
  /** Connections that arrived at the canary. */
  readonly arrived: () => number;
  /** Where the canary listens, on both loopback addresses. */
  readonly port: number;
  stop(): Promise<void>;
}

const CHANNEL = "net.client.socket";

export async function watchConnections(): Promise<ConnectionWatch> {
  const attempts: string[] = [];
  let arrived = 0;
  const hear = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    socket.on("connectionAttempt", (address: string, port: number) => attempts.push(`${address}:${port}`));
  };
  const arrive = (socket: Socket): void => {
    arrived++;
    socket.destroy();
  };
  const canaries = [createServer(arrive), createServer(arrive)];
  await new Promise<void>((resolve) => canaries[0]!.listen(0, "127.0.0.1", resolve));
  const { port } = canaries[0]!.address() as { readonly port: number };
  await new Promise<void>((resolve) => canaries[1]!.once("error", () => resolve()).listen(port, "::1", resolve));
  subscribe(CHANNEL, hear);
  return {
    attempts,
    arrived: () => arrived,
    port,
    stop: async () => {
      unsubscribe(CHANNEL, hear);
      await Promise.all(canaries.map((canary) => new Promise((resolve) => canary.close(resolve))));
    },
  };
}
