import { WebSocket } from "ws";

/** A person at work while others misbehave: asks something small at a steady pace and times the answers. Its own process, so that it is not slowed by the attackers. */
const [port, token] = [Number(process.argv[2]), process.argv[3]!];
const EVERY_MS = 25;
const latencies: number[] = [];
const asked = new Map<number, number>();

const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/socket`, ["emend.v1", token]);
socket.on("message", (data: Buffer) => {
  const { id } = JSON.parse(data.toString()) as { id?: number };
  const start = id === undefined ? undefined : asked.get(id);
  if (start !== undefined) latencies.push(performance.now() - start);
  if (id !== undefined) asked.delete(id);
});
socket.on("error", () => undefined);
socket.once("open", () => process.send?.("ready"));

let id = 0;
const timer = setInterval(() => {
  if (socket.readyState !== WebSocket.OPEN) return;
  asked.set(++id, performance.now());
  socket.send(JSON.stringify({ type: "plan", id, instruction: "a -> b" }));
}, EVERY_MS);

/** Opens a fresh connection as well: floods must not keep newcomers out. */
async function comeAnew(): Promise<void> {
  const start = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/history`, {
    headers: { authorization: `Bearer ${token}`, connection: "close" },
  }).catch(() => undefined);
  latencies.push(answer?.status === 200 ? performance.now() - start : Number.POSITIVE_INFINITY);
}
const fresh = setInterval(() => void comeAnew(), EVERY_MS * 10);

process.on("message", () => {
  clearInterval(timer);
  clearInterval(fresh);
  // What was asked and not answered counts as long as it has waited.
  for (const start of asked.values()) if (performance.now() - start > 1000) latencies.push(performance.now() - start);
  process.send?.({ latencies, open: socket.readyState === WebSocket.OPEN }, () => process.exit(0));
});
process.on("disconnect", () => process.exit(0));
