/**
 * Fault tests at length.
 *   node test/faults/run.ts kill-nine [--count 300]     SIGKILL at random instants, also during start
 *   node test/faults/run.ts power-cut [--count 10]      a disk image copied at the instant of the cut (root); 100 edits each
 *   node test/faults/run.ts installs [--count 200]      model installs killed at random instants and continued
 *   node test/faults/run.ts disk-full                   a 16 MB disk, filled (root)
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { machine, report } from "../../bench/load/report.ts";
import { percentile } from "../fakes/served.ts";
import { cannotMount, fillTheDisk } from "./disk-full.ts";
import { killAgainAndAgain } from "./kill-nine.ts";
import { killInstalls } from "./killed-installs.ts";
import { cannotCutPower, cutThePower } from "./power-cut.ts";

const { values, positionals } = parseArgs({ options: { count: { type: "string" } }, allowPositionals: true });
const EDITS_PER_CUT = 100;

async function killNine(count: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "emend-kill-"));
  const onRound = (round: number): void => void (round % 25 === 0 && process.stderr.write(`${round}/${count}\n`));
  const { readyMs, ...left } = await killAgainAndAgain({ folder, kills: count, random: Math.random, onRound });
  rmSync(folder, { recursive: true });
  return [
    `kills            ${left.kills}, ${left.duringStart} of them during start or recovery`,
    `acknowledged     ${left.acknowledged} edits; lost ${left.lost}, not done in the end ${left.notDone}`,
    `torn pictures    ${left.torn}; duplicate results ${left.duplicates}`,
    `ready again      p50 ${percentile(readyMs, 50).toFixed(0)} ms, p99 ${percentile(readyMs, 99).toFixed(0)} ms, most ${Math.max(...readyMs).toFixed(0)} ms (wanted ≤ 2000)`,
  ];
}

async function powerCut(count: number): Promise<string[]> {
  const why = cannotCutPower();
  if (why !== undefined) return [`skipped: ${why}`];
  const { cuts, acknowledged, lost, tornPictures, unopened } = await cutThePower({ cuts: count, perCut: EDITS_PER_CUT });
  return [
    `cuts ${cuts}; acknowledged ${acknowledged}, lost ${lost}; torn pictures ${tornPictures}; stores that would not open ${unopened}`,
  ];
}

async function diskFull(): Promise<string[]> {
  const why = cannotMount();
  return why === undefined
    ? Object.entries(await fillTheDisk()).map(([name, value]) => `${name.padEnd(18)} ${value}`)
    : [`skipped: ${why}`];
}

async function killedInstalls(count: number): Promise<string[]> {
  const { kills, unfinished, continued } = await killInstalls(count);
  return [
    `kills            ${kills}, ${unfinished} of them before the file was there; ${continued} continued by range`,
    "unchecked files  seen 0; left over after the next install 0 (any would have ended this run)",
  ];
}

const [name = ""] = positionals;
const FAULTS: Readonly<Record<string, () => Promise<string[]>>> = {
  "kill-nine": () => killNine(Number(values.count ?? 300)),
  "power-cut": () => powerCut(Number(values.count ?? 10)),
  installs: () => killedInstalls(Number(values.count ?? 200)),
  "disk-full": diskFull,
};
const fault = FAULTS[name];
if (fault === undefined) {
  process.stderr.write(`Which fault? ${Object.keys(FAULTS).join(", ")}\n`);
  process.exitCode = 2;
} else
  report(`node test/faults/run.ts ${name}${values.count === undefined ? "" : ` --count ${values.count}`}`, [machine(), ...(await fault())]);
