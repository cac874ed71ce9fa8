import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";

/**
 * A server whose guard was killed lives on as an orphan with gigabytes and its port. It is written down when it starts, and ended at the
 * next start if it is still that very process.
 */
const RecordSchema = v.object({ pid: v.pipe(v.number(), v.integer(), v.minValue(2)), begun: v.string() });

const fileIn = (folder: string): string => join(folder, "sd-server.json");
const ASK_MS = 3_000;

const ask = (program: string, args: readonly string[]): Promise<string | undefined> =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: ASK_MS, windowsHide: true }, (error, stdout) => {
      const said = stdout.trim();
      resolve(error === null && said !== "" ? said : undefined);
    });
  });

/** When a process began, in whatever words the system has: with it a number given to another process later is told apart. */
export async function beginningOf(pid: number): Promise<string | undefined> {
  if (process.platform === "linux") {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
    // The name in brackets may hold blanks; what counts comes after it.
    return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  }
  if (process.platform === "win32") {
    return ask("powershell", ["-NoProfile", "-Command", `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`]);
  }
  return ask("ps", ["-o", "lstart=", "-p", String(pid)]);
}

/** Writes a running server down. */
export async function noteServer(folder: string, pid: number): Promise<void> {
  const begun = await beginningOf(pid);
  if (begun === undefined) return;
  await mkdir(folder, { recursive: true });
  await writeFile(fileIn(folder), JSON.stringify({ pid, begun }), { mode: 0o600 });
}

export const forgetServer = (folder: string): Promise<void> => rm(fileIn(folder), { force: true });

/** Ends the server written down, if it still runs. True where there was one. */
export async function endStaleServer(folder: string): Promise<boolean> {
  const text = await readFile(fileIn(folder), "utf8").catch(() => undefined);
  if (text === undefined) return false;
  await forgetServer(folder);
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return false;
  }
  if (!v.is(RecordSchema, found) || (await beginningOf(found.pid)) !== found.begun) return false;
  try {
    process.kill(found.pid, "SIGKILL");
    return true;
  } catch {
    return false;
  }
}
