import { type Attack, FLOOD_ATTACKS } from "./flood-attacks.ts";
import { residentBytes } from "./harness/child-memory.ts";
import { type Figure, type Measurement, percentile } from "./harness/measurement.ts";
import { type CompanionHost, startCompanionHost } from "./harness/start-companion-host.ts";
import { startHonestClient } from "./harness/start-honest-client.ts";

const MB = 2 ** 20;
/** So long the honest client is watched, also where the attack is over sooner. */
const LEAST_MS = 1_500;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Highest memory of a process while `work` runs, sampled. */
async function peakDuring(pid: number, work: Promise<unknown>): Promise<number> {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, residentBytes(pid))), 20);
  await work;
  clearInterval(timer);
  return peak;
}

async function underAttack(companion: CompanionHost, attack: Attack, scale: number): Promise<Figure[]> {
  const honest = await startHonestClient(companion.port, companion.token);
  await companion.state();
  const before = residentBytes(companion.pid);
  let closed: number | undefined;
  const attacking = Promise.all([attack.run(companion, scale).then((code) => (closed = code)), pause(LEAST_MS)]);
  const peak = await peakDuring(companion.pid, attacking);
  const { latencies, open } = await honest.finish();
  const name = attack.name;
  return [
    { what: `${name}: honest p99 of ${latencies.length}`, value: percentile(latencies, 0.99), unit: "ms", atMost: 250, timing: true },
    { what: `${name}: growth`, value: Math.max(0, peak - before) / MB, unit: "MB", atMost: 128 },
    { what: `${name}: honest connections lost`, value: open ? 0 : 1, atMost: 0 },
    ...(attack.expectedClose === undefined
      ? []
      : [{ what: `${name}: close code`, value: closed ?? 0, atLeast: attack.expectedClose, atMost: attack.expectedClose }]),
  ];
}

/** T9: floods cost those who send them. `count` is per cent of the full flood. */
export const flood: Measurement = {
  id: "T9",
  name: "flood",
  title: "Floods: an honest client beside idle, endless, oversized and unread connections",
  counts: { suite: 10, full: 100 },
  measure: async ({ count }) => {
    const companion = await startCompanionHost();
    const figures: Figure[] = [];
    for (const attack of FLOOD_ATTACKS) figures.push(...(await underAttack(companion, attack, count / 100)));
    const { bugs } = await companion.state();
    const exits = companion.alive() ? 0 : 1;
    await companion.stop();
    return [
      ...figures,
      { what: "exceptions nobody caught", value: bugs.length, atMost: 0 },
      { what: "companion exits", value: exits, atMost: 0 },
    ];
  },
};
