import { OWNER_TENANT } from "../../../protocol/access.ts";
import type { EngineView } from "../../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { withMeasuredTimes } from "../../measured-times.ts";
import { PHRASING, phrasingView } from "../../phrasing/phrase-plan.ts";
import { engineViewOf } from "../../pipeline/engine-view.ts";
import { createSettingsStore } from "../../settings/settings-store.ts";
import { openDatabase } from "../../store/database.ts";
import { createEditHistory } from "../../store/edit-history.ts";
import type { CliContext } from "../cli-context.ts";
import type { Command, CommandArgs, ExitCode } from "../command.ts";
import { ENGINE_ACTIONS, setForAll } from "../engine-actions.ts";
import { engineLines } from "../engine-lines.ts";

const badUsage = (message: string, help: string): Result<never> => err(emendError("bad_usage", message, { help }));

/** The engines, and what reads free words, which is set up in the same way. */
async function viewsOf({ tools, dataFolder, env, signal }: CliContext): Promise<readonly EngineView[]> {
  const created = await tools.createEngines(dataFolder);
  const views = await Promise.all(created.map((engine) => engineViewOf(engine, signal)));
  await Promise.all(created.map((engine) => engine.dispose?.()));
  return [...views, await phrasingView(createSettingsStore(dataFolder, env).of(PHRASING))];
}

/** With what this data folder's edits took; a folder that cannot be opened tells nothing. */
async function measured(views: readonly EngineView[], { dataFolder }: CliContext): Promise<readonly EngineView[]> {
  const db = await openDatabase(dataFolder);
  if (!db.ok) return views;
  const entries = await createEditHistory(db.value.queries, OWNER_TENANT).list();
  db.value.close();
  return withMeasuredTimes(views, entries);
}

async function list(context: CliContext): Promise<Result<ExitCode>> {
  const all = await viewsOf(context);
  const views = await measured(
    all.filter(({ name, missing }) => name !== PHRASING || missing?.includes("address") !== true),
    context,
  );
  if (context.json) context.output.json({ engines: views });
  else for (const line of views.flatMap(engineLines)) context.output.line(line);
  return ok(0);
}

async function act([action, name, ...words]: readonly string[], context: CliContext): Promise<Result<ExitCode>> {
  const run = ENGINE_ACTIONS[action ?? ""];
  if (run === undefined) return badUsage(`engines does not know "${action}".`, `Actions: list, ${Object.keys(ENGINE_ACTIONS).join(", ")}.`);
  const store = createSettingsStore(context.dataFolder, context.env);
  const views = await viewsOf(context);
  const view = views.find((engine) => engine.name === name);
  if (view === undefined && !(action === "set" && name === "all"))
    return badUsage(
      name === undefined ? "Which engine?" : `There is no engine "${name}".`,
      `Engines: ${views.map((v) => v.name).join(", ")}.`,
    );
  const done = view === undefined ? await setForAll(words, store) : await run({ context, store, view, words });
  if (!done.ok) return done;
  if (context.json) context.output.json({ done: done.value, engines: (await viewsOf(context)).filter((v) => v.name === name) });
  else context.output.line(done.value);
  return ok(0);
}

const run = (args: CommandArgs, context: CliContext): Promise<Result<ExitCode>> =>
  args.positionals.length === 0 || args.positionals[0] === "list" ? list(context) : act(args.positionals, context);

export const engines: Command = {
  name: "engines",
  usage: "engines [list | set-key NAME | remove-key NAME | allow NAME | forbid NAME | set NAME field=value …] [--json]",
  summary:
    "Lists the engines with their state, price and where pictures go. set-key reads a key from standard input; allow agrees that pictures leave this machine for that engine, forbid takes it back.",
  positionals: { min: 0, max: 20 },
  options: {},
  run,
};
