import { existsSync } from "node:fs";
import { arch, availableParallelism, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { OWNER_TENANT } from "../../../protocol/access.ts";
import { ok } from "../../../protocol/errors.ts";
import { createChildCodec } from "../../codec/child-codec.ts";
import { teamSettingsOf } from "../../config/team-settings.ts";
import { VERSION } from "../../config/version.ts";
import { openBlobs } from "../../open-blobs.ts";
import { openTables } from "../../open-tables.ts";
import { isPackage, readModelCards } from "../../registry/model-cards.ts";
import { packageState } from "../../registry/package-models.ts";
import { openFileBlobStore } from "../../store/file-blob-store.ts";
import { failureOf } from "../../store/storage-trouble.ts";
import type { CliContext } from "../cli-context.ts";
import type { Command } from "../command.ts";
import { runningPort } from "../running-companion.ts";

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  /** What is the case, and where not ok what to do. */
  readonly detail: string;
}

const NEEDED_NODE = 24;
const BUILT_IN = "instant";
const PIXEL = { width: 1, height: 1, data: new Uint8ClampedArray([1, 2, 3, 255]) };
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

function node(): Finding {
  const fine = Number(process.versions.node.split(".")[0]) >= NEEDED_NODE;
  return { name: "node", ok: fine, detail: fine ? process.versions.node : `${process.versions.node} is too old: run it through npm` };
}

async function storage({ dataFolder }: CliContext): Promise<Finding> {
  const blobs = await openFileBlobStore(join(dataFolder, "blobs"), { owner: false });
  const kept = blobs.ok ? await blobs.value.put(Uint8Array.from(PIXEL.data)) : blobs;
  return { name: "storage", ok: kept.ok, detail: kept.ok ? "the data folder takes files" : kept.error.message };
}

async function codec({ logger }: CliContext): Promise<Finding> {
  const pictures = createChildCodec({ logger });
  const encoded = await pictures.encode(PIXEL, "png");
  const decoded = encoded.ok ? await pictures.decode(encoded.value) : encoded;
  await pictures.close();
  return { name: "pictures", ok: decoded.ok, detail: decoded.ok ? "PNG out and in" : `${decoded.error.message} Run npm ci.` };
}

async function models(): Promise<Finding> {
  const cards = (await readModelCards()).filter(isPackage);
  const states = await Promise.all(cards.map((card) => packageState(card, { thorough: true })));
  const bad = cards.filter((_, i) => states[i] !== "present").map(({ id }) => id);
  return {
    name: "models",
    ok: bad.length === 0,
    detail: bad.length === 0 ? `${cards.length} present` : `not right: ${bad.join(", ")}; run npm ci`,
  };
}

async function engines({ tools, dataFolder, signal }: CliContext): Promise<Finding[]> {
  const created = await tools.createEngines(dataFolder);
  const findings = await Promise.all(
    created.map(async (engine) => {
      const { available, reason } = await engine.check(signal);
      // The light engine comes with Emend; the others are there only for those who set them up.
      return {
        name: `engine ${engine.name}`,
        ok: available || engine.name !== BUILT_IN,
        detail: available ? "ready" : (reason ?? "not available"),
      };
    }),
  );
  await Promise.all(created.map((engine) => engine.dispose?.()));
  return findings;
}

async function companion({ dataFolder }: CliContext): Promise<Finding> {
  const port = await runningPort(dataFolder);
  return { name: "companion", ok: true, detail: port === undefined ? "does not run on this data folder" : `runs on port ${port}` };
}

function playground(): Finding {
  const built = existsSync(join(ROOT, "dist/playground/index.html"));
  return { name: "playground", ok: built, detail: built ? "built" : "not built: run npm run build" };
}

/** The places of a team, where the environment names them. */
async function team({ dataFolder, env }: CliContext): Promise<Finding[]> {
  const settings = teamSettingsOf(env);
  if (!settings.ok) return [{ name: "settings", ok: false, detail: settings.error.message }];
  const { databaseUrl, s3 } = settings.value;
  const findings: Finding[] = [];
  if (databaseUrl !== undefined) {
    const tables = await openTables(dataFolder, env);
    findings.push({ name: "database", ok: tables.ok, detail: tables.ok ? "PostgreSQL answers" : tables.error.message });
    if (tables.ok) await tables.value.close();
  }
  if (s3 !== undefined) {
    const stores = await openBlobs(dataFolder, settings.value, { owner: false });
    const kept = stores.ok ? await stores.value.of(OWNER_TENANT).put(Uint8Array.from(PIXEL.data)).catch(failureOf) : stores;
    findings.push({ name: "object store", ok: kept.ok, detail: kept.ok ? "takes files" : kept.error.message });
  }
  return findings;
}

/** What helps whoever reads a report, and nothing of whose machine it is: details may hold addresses and stay out. */
const reportOf = (findings: readonly Finding[]): Readonly<Record<string, unknown>> => ({
  emend: VERSION,
  node: process.versions.node,
  system: `${platform()} ${release()} ${arch()}`,
  processors: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  findings: findings.map(({ name, ok: fine }) => ({ name, ok: fine })),
});

/** Every check runs, whatever the others find. */
export const doctor: Command = {
  name: "doctor",
  usage: "doctor [--report] [--json]",
  summary: "Checks this machine and says what is missing; exit code 1 where something is.",
  positionals: { min: 0, max: 0 },
  options: { report: { type: "boolean", help: "One JSON document to paste into a report: no names, paths, addresses or keys." } },
  run: async (args, context) => {
    const checks = [node(), storage(context), codec(context), models(), team(context), engines(context), companion(context), playground()];
    const findings = (await Promise.all(checks)).flat();
    if (args.flag("report")) context.output.json(reportOf(findings));
    else if (context.json) context.output.json({ findings });
    else for (const { name, ok: fine, detail } of findings) context.output.line(`${fine ? "ok     " : "missing"}  ${name}: ${detail}`);
    return ok(findings.every((finding) => finding.ok) ? 0 : 1);
  },
};
