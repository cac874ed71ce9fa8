import { readdir, rm } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { type ErrorCode, emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { makeFolder, storing } from "../../store/atomic-file.ts";
import { batchCells, type Cell } from "../batch/batch-cells.ts";
import { type CellOutcome, JOURNAL, readJournal } from "../batch/batch-journal.ts";
import { readTable } from "../batch/read-table.ts";
import { runCells } from "../batch/run-cells.ts";
import type { CliContext } from "../cli-context.ts";
import type { Command, CommandArgs, ExitCode } from "../command.ts";
import { editRequestOf, wishOf } from "../edit-request.ts";
import { type EditWorkspace, openEditWorkspace } from "../edit-workspace.ts";

const PICTURES = new Set([".png", ".jpg", ".jpeg", ".webp", ".gif"]);
const FORMATS: Readonly<Record<string, string>> = { png: ".png", webp: ".webp", jpg: ".jpg" };
const RETRIES = 2;
/** Without a table all cells have the same words, so these would come up again for each. */
const SHARED: ReadonlySet<ErrorCode> = new Set(["empty_instruction", "instruction_unclear", "engine_unknown", "engine_unavailable"]);

const badUsage = (message: string, help: string): Result<never> => err(emendError("bad_usage", message, { help }));

interface Job {
  readonly inFolder: string;
  readonly outFolder: string;
  readonly cells: readonly Cell[];
}

async function picturesIn(folder: string): Promise<Result<readonly string[]>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return badUsage(`There is no folder "${basename(folder)}".`, "Check the path.");
  const names = entries.filter((entry) => entry.isFile() && PICTURES.has(extname(entry.name).toLowerCase())).map(({ name }) => name);
  if (names.length === 0)
    return badUsage(`The folder "${basename(folder)}" has no pictures.`, `Pictures end in ${[...PICTURES].join(", ")}.`);
  return ok(names.sort());
}

async function jobOf(args: CommandArgs, { folder }: CliContext): Promise<Result<Job>> {
  const [inFolder, out] = [resolve(folder, args.positionals[0]!), args.text("output")];
  if (out === undefined) return badUsage("Say where the results go.", "Use -o OUTDIR.");
  const outFolder = resolve(folder, out);
  if (outFolder === inFolder) return badUsage("The results would lie among the pictures.", "Use another folder.");
  const ending = FORMATS[args.text("format") ?? "png"];
  if (ending === undefined) return badUsage("That is no format for results.", `Use ${Object.keys(FORMATS).join(", ")}.`);
  const path = args.text("table");
  const table = path === undefined ? ok(undefined) : await readTable(path, folder);
  const asked = args.text("instruction") !== undefined || args.list("set").length > 0;
  const wish = asked ? wishOf(args) : ok(undefined);
  const pictures = await picturesIn(inFolder);
  if (!table.ok) return table;
  if (!wish.ok) return wish;
  if (!pictures.ok) return pictures;
  const cells = batchCells({ pictures: pictures.value, wish: wish.value, table: table.value, ending });
  return cells.ok ? ok({ inFolder, outFolder, cells: cells.value }) : cells;
}

function summary(outcomes: readonly CellOutcome[], before: number): Record<string, unknown> {
  const of = (status: CellOutcome["status"]): number => outcomes.filter((outcome) => outcome.status === status).length;
  return { total: outcomes.length, done: of("done"), review: of("review"), failed: of("failed"), fromBefore: before, results: outcomes };
}

function exitOf(outcomes: readonly CellOutcome[]): ExitCode {
  if (outcomes.some(({ status }) => status === "failed")) return 1;
  return outcomes.some(({ status }) => status === "review") ? 3 : 0;
}

async function work(
  args: CommandArgs,
  context: CliContext,
  { job, workspace }: { job: Job; workspace: EditWorkspace },
): Promise<Result<ExitCode>> {
  const { output, json, signal } = context;
  const made = await storing(async () => {
    await makeFolder(job.outFolder);
    if (!args.flag("resume")) await rm(join(job.outFolder, JOURNAL), { force: true });
  });
  if (!made.ok) return made;
  const outcomes: CellOutcome[] = [];
  let before = 0;
  const onOutcome = (outcome: CellOutcome, fromBefore: boolean): void => {
    outcomes.push(outcome);
    if (fromBefore) before++;
    const how = fromBefore ? "done before" : outcome.status;
    output.note(
      `${outcomes.length}/${job.cells.length}  ${outcome.out}  ${how}${outcome.error === undefined ? "" : `: ${outcome.error.message}`}`,
    );
  };
  const requestOf = ({ picture, wish }: Cell) =>
    editRequestOf({ ...args, positionals: [join(job.inFolder, picture)] }, { folder: context.folder, blobs: workspace.blobs, wish });
  const fatal = args.text("table") === undefined ? SHARED : new Set<ErrorCode>();
  const known = args.flag("resume") ? await readJournal(job.outFolder) : new Map<string, CellOutcome>();
  const ran = await runCells(job.cells, {
    workspace,
    outFolder: job.outFolder,
    retries: RETRIES,
    fatal,
    signal,
    known,
    requestOf,
    onOutcome,
  });
  if (!ran.ok) return ran.error.code === "cancelled" ? interrupted(outcomes.length, job.cells.length) : ran;
  const told = summary(outcomes, before);
  if (json) output.json(told);
  else output.line(`${told.total} results: ${told.done} done, ${told.review} to look at, ${told.failed} failed (${before} from before)`);
  return ok(exitOf(outcomes));
}

const interrupted = (done: number, total: number): Result<never> =>
  err(emendError("cancelled", `Stopped after ${done} of ${total}.`, { help: "Run it again with --resume to go on." }));

export const batch: Command = {
  name: "batch",
  usage: 'batch FOLDER -i "…" -o OUTDIR [--table cells.csv] [--resume]',
  summary: [
    "Edits every picture of a folder; one that fails does not stop the others. A table makes more of each picture:",
    "  text,de,fr          one result for each market, in a folder of its own; the cells are the new texts",
    "  file,instruction    one result for each row: the picture named, with the row's own instruction",
    "  name,slogan         one result for each row and picture; -i takes the cells: -i \"add '{slogan}' at the bottom\"",
    "  A column file limits a row to one picture.",
  ].join("\n"),
  positionals: { min: 1, max: 1 },
  options: {
    instruction: { type: "string", short: "i", value: "TEXT", help: "What to change; {column} stands for the table's cell." },
    set: { type: "string", multiple: true, value: "old=new", help: "Replace a text exactly." },
    output: { type: "string", short: "o", value: "OUTDIR", help: "Where the results and emend-batch.jsonl go." },
    table: { type: "string", value: "FILE", help: "A table in CSV: comma, semicolon or tab between cells." },
    resume: { type: "boolean", help: "Go on where a batch stopped: only what is missing, failed or changed is made." },
    format: { type: "string", value: "png", help: "png (carries its proof), webp (lossless) or jpg." },
    region: { type: "string", value: "x,y,w,h", help: "Work only in this rectangle of every picture, pixels." },
    mask: { type: "string", value: "FILE", help: "Picture of the sources' size; white may change." },
    reference: { type: "string", multiple: true, value: "FILE", help: "A picture to take something from." },
    engine: { type: "string", value: "NAME", help: "The engine, or auto." },
    allow: { type: "string", multiple: true, value: "NAME", help: "Let this batch go to an engine off this machine." },
    confirm: { type: "string", multiple: true, value: "CASE", help: "Agree to what is asked about once." },
    seed: { type: "string", value: "N", help: "The same seed gives the same result." },
    "set-option": { type: "string", multiple: true, value: "key=value", help: "An option of the engine." },
  },
  run: async (args, context) => {
    const job = await jobOf(args, context);
    const workspace = job.ok ? await openEditWorkspace(context) : job;
    if (!job.ok || !workspace.ok) return workspace as Result<never>;
    try {
      return await work(args, context, { job: job.value, workspace: workspace.value });
    } finally {
      await workspace.value.close();
    }
  },
};
