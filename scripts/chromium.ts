import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Names a Chromium-based browser has on `PATH`, best first. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

const MAC = ["Chromium", "Google Chrome", "Microsoft Edge"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a file is there and may be run. */
  runs(path: string): boolean;
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const thisMachine: Machine = { platform: process.platform, env: process.env, runs };

function windowsPlaces(env: Machine["env"]): string[] {
  const roots = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].filter((root) => root !== undefined);
  const programs = ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
  return programs.flatMap((program) => roots.map((root) => join(root, program)));
}

/** Where a program lies on `PATH`. */
export function findOnPath(name: string, { env, platform, runs: can }: Machine = thisMachine): string | undefined {
  const file = platform === "win32" ? `${name}.exe` : name;
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, file)).find(can);
}

/** A browser for the end-to-end tests: `EMEND_CHROMIUM` where set (then only that), else on `PATH`, else where installers put it. */
export function findChromium(machine: Machine = thisMachine): string | undefined {
  const named = machine.env.EMEND_CHROMIUM;
  if (named !== undefined && named !== "") return machine.runs(named) ? named : undefined;
  const places = machine.platform === "darwin" ? MAC : machine.platform === "win32" ? windowsPlaces(machine.env) : [];
  return NAMES.map((name) => findOnPath(name, machine)).find((path) => path !== undefined) ?? places.find(machine.runs);
}
