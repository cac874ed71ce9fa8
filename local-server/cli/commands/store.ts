import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { teamSettingsOf } from "../../config/team-settings.ts";
import { keepHouse } from "../../keep-house.ts";
import { openBlobs } from "../../open-blobs.ts";
import { openTables } from "../../open-tables.ts";
import type { CliContext } from "../cli-context.ts";
import type { Command, CommandArgs, ExitCode } from "../command.ts";

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

function keepDaysOf(args: CommandArgs): Result<number | undefined> {
  const text = args.text("keep-days");
  if (text === undefined || /^[1-9]\d{0,4}$/.test(text)) return ok(text === undefined ? undefined : Number(text));
  return err(emendError("bad_usage", `--keep-days "${text}" is not a number of days.`, { help: "Write a whole number from 1." }));
}

async function collect(keepDays: number | undefined, { env, dataFolder, output, json }: CliContext): Promise<Result<ExitCode>> {
  const settings = teamSettingsOf(env);
  if (!settings.ok) return settings;
  const tables = await openTables(dataFolder, env);
  if (!tables.ok) return tables;
  try {
    const blobs = await openBlobs(dataFolder, settings.value, { owner: false });
    if (!blobs.ok) return blobs;
    const kept = await keepHouse({ queries: tables.value.queries, blobs: blobs.value, keepDays });
    if (json) output.json(kept);
    else {
      output.line(`${kept.versions} versions and ${kept.jobs} ended jobs removed for their age`);
      for (const [tenant, { kept: stay, removed, removedBytes }] of Object.entries(kept.pictures))
        output.line(`${tenant}: ${removed} pictures nothing names removed (${megabytes(removedBytes)}), ${stay} kept`);
    }
    return ok(0);
  } finally {
    await tables.value.close();
  }
}

export const store: Command = {
  name: "store",
  usage: "store collect [--keep-days N] [--json]",
  summary: "Removes pictures that no edit and no version names any more; with --keep-days also versions and jobs older than that.",
  positionals: { min: 1, max: 1 },
  options: { "keep-days": { type: "string", value: "N", help: "Remove history older than N days. Without it, history is kept for good." } },
  run: async (args, context) => {
    const [action] = args.positionals;
    if (action !== "collect") return err(emendError("bad_usage", `store does not know "${action}".`, { help: "Use store collect." }));
    const days = keepDaysOf(args);
    return days.ok ? collect(days.value, context) : days;
  },
};
