import { resolve } from "node:path";
import type { EditResult } from "../../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import type { CliContext } from "../cli-context.ts";
import type { Command, CommandArgs, ExitCode } from "../command.ts";
import { editRequestOf } from "../edit-request.ts";
import { type EditWorkspace, openEditWorkspace } from "../edit-workspace.ts";
import { type Destinations, formatOfName, JPEG_WARNING, reportOf, writeResults } from "../write-results.ts";

const badUsage = (message: string, help: string): Result<never> => err(emendError("bad_usage", message, { help }));

function destinationsOf(args: CommandArgs, folder: string): Result<Destinations> {
  const out = args.text("output");
  const patch = args.text("patch");
  if (out === undefined) return badUsage("Say where the result goes.", "Use -o OUT.png.");
  for (const path of patch === undefined ? [out] : [out, patch]) {
    const format = formatOfName(path);
    if (!format.ok) return format;
    if (resolve(folder, path) === resolve(folder, args.positionals[0]!))
      return badUsage("The result would overwrite the picture.", "Use another name.");
  }
  if (patch !== undefined && !/\.(png|webp)$/i.test(patch)) return badUsage("A patch needs transparency.", "Write it as PNG or WebP.");
  return ok({ out, patch, report: args.text("report"), folder });
}

function tell(results: readonly EditResult[], output: CliContext["output"]): void {
  for (const result of results) {
    const { x, y, width, height } = result.patch;
    const place = `patch ${width} × ${height} at ${x}, ${y}`;
    output.line(`${result.engine}: confidence ${result.confidence.toFixed(2)}, ${place}, ${result.outside.changed} pixels changed outside`);
    if (result.choice !== undefined) output.note(result.choice);
    for (const { answer } of result.answers ?? []) output.line(answer);
    for (const reason of result.reasons) output.note(`Please look: ${reason}`);
    for (const warning of result.warnings) output.note(`Note: ${warning}`);
  }
}

async function work(
  args: CommandArgs,
  context: CliContext,
  { to, workspace }: { to: Destinations; workspace: EditWorkspace },
): Promise<Result<ExitCode>> {
  const request = await editRequestOf(args, { folder: context.folder, blobs: workspace.blobs });
  if (!request.ok) return request;
  const made = await workspace.make(request.value, { useCache: !args.flag("no-cache") });
  if (!made.ok) return made;
  const extra = /\.jpe?g$/i.test(to.out) ? [JPEG_WARNING] : [];
  const results = made.value.map((result) => ({ ...result, warnings: [...result.warnings, ...extra] }));
  const written = await writeResults(results, to, workspace);
  if (!written.ok) return written;
  if (context.json) context.output.json(reportOf(results));
  else tell(results, context.output);
  return ok(results.some((result) => result.needsReview) ? 3 : 0);
}

export const edit: Command = {
  name: "edit",
  usage: 'edit IMAGE (-i "INSTRUCTION" | --set "old=new") -o OUT.png',
  summary: "Changes a picture as told and writes the whole result; the source is never touched.",
  positionals: { min: 1, max: 1 },
  options: {
    instruction: { type: "string", short: "i", value: "TEXT", help: "What to change, in English or Chinese." },
    set: { type: "string", multiple: true, value: "old=new", help: "Replace a text exactly." },
    output: { type: "string", short: "o", value: "FILE", help: "The result: .png (carries its proof), .webp (lossless) or .jpg." },
    patch: { type: "string", value: "FILE", help: "The change alone, as a picture to lay over the source." },
    report: { type: "string", value: "FILE", help: "The report as JSON, with the certificate." },
    region: { type: "string", value: "x,y,w,h", help: "Work only in this rectangle, pixels." },
    mask: { type: "string", value: "FILE", help: "Picture of the source's size; white may change." },
    reference: { type: "string", multiple: true, value: "FILE", help: "A picture to take something from." },
    engine: { type: "string", value: "NAME", help: "The engine, or auto." },
    allow: { type: "string", multiple: true, value: "NAME", help: "Let this one edit go to an engine off this machine." },
    confirm: { type: "string", multiple: true, value: "KIND", help: "Answer what was asked: identity, document or watermark." },
    seed: { type: "string", value: "N", help: "The same seed gives the same result." },
    variants: { type: "string", value: "N", help: "Several results: OUT.png, OUT-2.png, …" },
    "set-option": { type: "string", multiple: true, value: "key=value", help: "An option of the engine." },
    "no-cache": { type: "boolean", help: "Make it anew even if it was made before." },
  },
  run: async (args, context) => {
    const to = destinationsOf(args, context.folder);
    const workspace = to.ok ? await openEditWorkspace(context) : to;
    if (!to.ok || !workspace.ok) return workspace as Result<never>;
    try {
      return await work(args, context, { to: to.value, workspace: workspace.value });
    } finally {
      await workspace.value.close();
    }
  },
};
