import { fileURLToPath } from "node:url";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { COMPANION_PORTS } from "../../../protocol/version.ts";
import { type Companion, startCompanion } from "../../companion.ts";
import { limitSettingsOf } from "../../config/limit-settings.ts";
import { teamSettingsOf } from "../../config/team-settings.ts";
import { VERSION } from "../../config/version.ts";
import { codeRevision } from "../../pipeline/code-revision.ts";
import { readMirrors } from "../../registry/registry-settings.ts";
import { removeCompanionFile, writeCompanionFile } from "../../store/companion-file.ts";
import { readToken } from "../../store/token-file.ts";
import type { CliContext } from "../cli-context.ts";
import type { Command } from "../command.ts";
import { openBrowser } from "../open-browser.ts";
import { linkOf } from "../running-companion.ts";

const PAGES = fileURLToPath(new URL("../../../dist/playground", import.meta.url));

function portsOf(text: string | undefined): Result<readonly number[]> {
  if (text === undefined) return ok(COMPANION_PORTS);
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return ok([port]);
  return err(emendError("bad_usage", `"${text}" is not a port.`, { help: "A port is a number up to 65535; 0 takes any free one." }));
}

/** The last resort: a bug in one request is logged and must not take everybody's companion down. */
function outliveBugs({ logger }: CliContext): void {
  const tell = (error: unknown): void => logger.error("bug", { name: error instanceof Error ? error.name : "unknown" });
  process.on("uncaughtException", tell);
  process.on("unhandledRejection", tell);
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });

function announce(companion: Companion, open: string, context: CliContext): void {
  const { port, hasPages } = companion;
  if (context.json) context.output.json({ url: `http://localhost:${port}`, port, pid: process.pid, open });
  context.output.note(`Emend is ready on http://localhost:${port} (Ctrl-C ends it).`);
  // The link carries the token: for a person's terminal, not for the log of a program that reads the JSON.
  if (hasPages) context.output.note(`Playground: ${context.json ? "the link is in the JSON line" : open}`);
  else context.output.note("The playground is not built yet: run npm run build, then start the companion again.");
  context.output.note("In Figma, open the Emend plugin and paste the token that emend pair prints.");
}

async function start(ports: readonly number[], context: CliContext): Promise<Result<Companion>> {
  const { tools, dataFolder, logger, env } = context;
  const mirrors = readMirrors(env);
  if (!mirrors.ok) return mirrors;
  const plan = await tools.loadPlanner();
  const revision = await codeRevision();
  const settings = teamSettingsOf(context.env);
  if (!settings.ok) return settings;
  const limits = limitSettingsOf(context.env);
  if (!limits.ok) return limits;
  return startCompanion({
    settings: settings.value,
    limits: limits.value,
    dataFolder,
    ports,
    version: VERSION,
    revision,
    engineNames: tools.engineNames,
    plan,
    workerEntry: tools.workerEntry,
    pagesFolder: PAGES,
    logger,
    mirrors: mirrors.value,
  });
}

export const serve: Command = {
  name: "serve",
  usage: "serve [--port N] [--open] [--json]",
  summary: "Runs the companion on this machine only, for the plugin, the playground at / and other programs.",
  positionals: { min: 0, max: 0 },
  options: {
    port: { type: "string", value: "N", help: `Port; 0 takes any free one. Default: the first free of ${COMPANION_PORTS.join(", ")}.` },
    open: { type: "boolean", help: "Open the playground in the browser." },
  },
  run: async (args, context) => {
    const ports = portsOf(args.text("port"));
    const token = ports.ok ? await readToken(context.dataFolder) : ports;
    if (!ports.ok || !token.ok) return token as Result<never>;
    const companion = await start(ports.value, context);
    if (!companion.ok) return companion;
    outliveBugs(context);
    await writeCompanionFile(context.dataFolder, { port: companion.value.port, pid: process.pid });
    const link = linkOf(companion.value.port, token.value);
    announce(companion.value, link, context);
    if (args.flag("open") && companion.value.hasPages) openBrowser(link);
    await ended(context.signal);
    await removeCompanionFile(context.dataFolder);
    await companion.value.close();
    return ok(0);
  },
};
