import { resolve } from "node:path";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import type { ModelList, ModelView } from "../../../protocol/models.ts";
import { createModelRegistry, type ModelRegistry } from "../../registry/model-registry.ts";
import { readMirrors } from "../../registry/registry-settings.ts";
import type { CliContext } from "../cli-context.ts";
import type { Command, CommandArgs, ExitCode } from "../command.ts";

interface Call {
  readonly registry: ModelRegistry;
  readonly args: CommandArgs;
  readonly context: CliContext;
  /** The model named, or nothing for all. */
  readonly id: string | undefined;
}

const gigabytes = (bytes: number): string => (bytes >= 1e8 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(1)} MB`);

function lineOf({ id, state, bytes, exact, done, licence, title }: ModelView): string {
  const size = `${exact ? "" : "about "}${gigabytes(bytes)}`;
  const share = done === undefined || bytes === 0 ? "" : ` ${Math.floor((100 * done) / bytes)} %`;
  return `${id.padEnd(38)} ${(state + share).padEnd(16)} ${size.padStart(14)}  ${licence}  ${title}`;
}

function show(list: ModelList, { output, json }: CliContext): void {
  if (json) {
    output.json(list);
    return;
  }
  for (const model of list.models) output.line(lineOf(model));
  const { vramGiB, ramGiB, gpu } = list.machine;
  const card = vramGiB === 0 ? "no graphics card with memory of its own found" : `${gpu ?? "graphics"} with ${vramGiB} GiB`;
  output.note(
    `This machine: ${ramGiB} GiB memory, ${card}; ${list.freeBytes === undefined ? "?" : gigabytes(list.freeBytes)} free on disk.`,
  );
}

const needsModel = (action: string): Result<never> =>
  err(emendError("bad_usage", `models ${action} needs the name of a model.`, { help: "emend models list shows them." }));

/** Waits for an install with its progress on the terminal; Ctrl-C stops it and keeps what came. */
async function follow({ registry, context }: Call, id: string): Promise<Result<ExitCode>> {
  const { output, signal, json } = context;
  const unsubscribe = registry.subscribe((view) => {
    if (view.state !== "installing") return;
    const share = view.bytes === 0 ? "" : ` ${Math.floor((100 * (view.done ?? 0)) / view.bytes)} %`;
    if (view.kind !== "set") output.progress(`${view.title}  ${view.step ?? "download"}${share}  ${gigabytes(view.bytes)}`);
  });
  const stop = (): void => void registry.stop(id);
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  const done = await registry.settled(id);
  signal.removeEventListener("abort", stop);
  unsubscribe();
  output.progress("");
  if (!done.ok) return done;
  const view = (await registry.list()).models.find((model) => model.id === id);
  if (json) output.json(view);
  else output.line(`${id} is installed and checked.`);
  return ok(0);
}

async function install(call: Call): Promise<Result<ExitCode>> {
  const { registry, args, context, id } = call;
  if (id === undefined) return needsModel("install");
  const from = args.text("from");
  if (from !== undefined) {
    const done = await registry.importFrom(id, resolve(context.folder, from), context.signal);
    return done.ok ? follow(call, id) : done;
  }
  const before = (await registry.list()).models.find((model) => model.id === id);
  const started = await registry.install(id);
  if (!started.ok) return started;
  if (before !== undefined) {
    context.output.note(`${before.title} (${before.licence}): ${before.exact ? "" : "about "}${gigabytes(before.bytes)} on disk.`);
  }
  return follow(call, id);
}

async function repair(call: Call): Promise<Result<ExitCode>> {
  if (call.id === undefined) return needsModel("repair");
  const started = await call.registry.repair(call.id);
  return started.ok ? follow(call, call.id) : started;
}

async function remove({ registry, context, id }: Call): Promise<Result<ExitCode>> {
  if (id === undefined) return needsModel("remove");
  const done = await registry.remove(id);
  if (!done.ok) return done;
  if (context.json) context.output.json({ removed: id });
  else context.output.line(`${id} is removed.`);
  return ok(0);
}

/** One model, or everything that is installed: what was never installed cannot be wrong. */
async function verify({ registry, context, id }: Call): Promise<Result<ExitCode>> {
  const { models } = await registry.list();
  const asked =
    id === undefined
      ? models.filter(({ kind, state }) => kind !== "set" && (kind === "built-in" || state === "present" || state === "altered"))
      : [{ id }];
  const results: { id: string; state: string; changed: readonly string[] }[] = [];
  for (const model of asked) {
    const changed = await registry.verify(model.id, context.signal);
    if (!changed.ok) return changed;
    results.push({ id: model.id, state: changed.value.length === 0 ? "present" : "altered", changed: changed.value });
  }
  if (context.json) context.output.json({ models: results });
  else for (const { id: name, state, changed } of results) context.output.line(`${name}  ${state}  ${changed.join(", ")}`);
  const bad = results.filter(({ changed }) => changed.length > 0);
  if (bad.length === 0) return ok(0);
  const help = bad.some((model) => models.find((view) => view.id === model.id)?.kind === "built-in")
    ? "Run npm ci."
    : "Run emend models repair NAME.";
  return err(emendError("verify_failed", `Not as installed: ${bad.map((model) => model.id).join(", ")}.`, { help }));
}

const ACTIONS: Readonly<Record<string, (call: Call) => Promise<Result<ExitCode>>>> = {
  list: async ({ registry, context }) => {
    show(await registry.list(), context);
    return ok(0);
  },
  install,
  remove,
  verify,
  repair,
};

export const models: Command = {
  name: "models",
  usage: "models list | install NAME [--from FOLDER] [--mirror URL] | verify [NAME] | repair NAME | remove NAME [--json]",
  summary: "Lists, installs, checks, repairs and removes models. A set such as qwen-image-edit-2509 chooses its parts for this machine.",
  positionals: { min: 0, max: 2 },
  options: {
    from: {
      type: "string",
      value: "FOLDER",
      help: "Install from files carried here; checked against the card or a SHA256SUMS file beside them.",
    },
    mirror: { type: "string", value: "URL", help: "Fetch from this mirror of Hugging Face. Default: EMEND_MODEL_MIRROR." },
  },
  run: async (args, context) => {
    const [action = "list", id] = args.positionals;
    const run = ACTIONS[action];
    if (run === undefined || (action === "list" && id !== undefined)) {
      const help = `Use models ${Object.keys(ACTIONS).join(", ")}.`;
      return err(emendError("bad_usage", `models does not know "${run === undefined ? action : id}".`, { help }));
    }
    const mirrors = readMirrors(context.env, args.text("mirror"));
    if (!mirrors.ok) return mirrors;
    const registry = createModelRegistry({ dataFolder: context.dataFolder, mirrors: mirrors.value });
    try {
      return await run({ registry, args, context, id });
    } finally {
      await registry.close();
    }
  },
};
