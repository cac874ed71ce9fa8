/**
 * What panels that are merely open cost: their sockets answer pings and hear nothing. Processor time of the companion over the time.
 *   node bench/load/idle-panels.ts [--panels 100] [--seconds 3600]
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { WebSocket } from "ws";
import { startProcess, startServe } from "../../test/fakes/served.ts";
import { machine, report } from "./report.ts";

const { values } = parseArgs({ options: { panels: { type: "string", default: "100" }, seconds: { type: "string", default: "3600" } } });
const [PANELS, SECONDS] = [Number(values.panels), Number(values.seconds)];
/** Connections one token may hold. */
const PER_TOKEN = 8;
const TICKS_PER_SECOND = 100;

function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

const rssMb = (pid: number): number => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const folder = mkdtempSync(join(tmpdir(), "emend-idle-"));
const served = await startServe({ folder });
const sockets: WebSocket[] = [];
for (let i = 0; i < PANELS; i += PER_TOKEN) {
  const made = await startProcess(["tokens", "create", "--name", `panels ${i}`], { folder });
  for (let n = 0; n < Math.min(PER_TOKEN, PANELS - i); n++) {
    const socket = new WebSocket(`ws://127.0.0.1:${served.port}/api/v1/socket`, ["emend.v1", String(made.said.token)]);
    await new Promise((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("error", reject);
    });
    socket.send(JSON.stringify({ type: "hello", protocol: 1, client: "idle" }));
    sockets.push(socket);
  }
}
await sleep(2000);
const pid = served.child.pid!;
const [before, began] = [processorSeconds(pid), performance.now()];
await sleep(SECONDS * 1000);
const [spent, seconds] = [processorSeconds(pid) - before, (performance.now() - began) / 1000];
const open = sockets.filter((socket) => socket.readyState === WebSocket.OPEN).length;
const mb = rssMb(pid);
for (const socket of sockets) socket.terminate();
await served.end();
rmSync(folder, { recursive: true });
report(`node bench/load/idle-panels.ts --panels ${PANELS} --seconds ${SECONDS}`, [
  machine(),
  `${open} of ${PANELS} panels still connected after ${seconds.toFixed(0)} s; companion ${mb.toFixed(0)} MB`,
  `processor time ${spent.toFixed(2)} s: ${((100 * spent) / seconds).toFixed(2)} % of one core (wanted ≤ 1 %)`,
]);
