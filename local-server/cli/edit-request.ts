import * as v from "valibot";
import { type EditRequest, EditRequestSchema } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Operation } from "../../protocol/plan.ts";
import type { BlobStore } from "../store/blob-store.ts";
import type { CommandArgs } from "./command.ts";
import { readPicture } from "./read-picture.ts";

const badUsage = (message: string, help?: string): Result<never> =>
  err(emendError("bad_usage", message, help === undefined ? {} : { help }));

/** `old=new`; the first `=` divides. */
function replacementOf(text: string): Operation | undefined {
  const at = text.indexOf("=");
  return at < 1 ? undefined : { kind: "text.replace", text: { from: text.slice(0, at), to: text.slice(at + 1) } };
}

/** What `-i` or `--set` ask for. */
export function wishOf(args: CommandArgs): Result<Pick<EditRequest, "instruction" | "operations">> {
  const instruction = args.text("instruction");
  const sets = args.list("set");
  if (instruction !== undefined && instruction.length > LIMITS.instructionChars)
    return err(
      emendError("bad_request", `The instruction has ${instruction.length} characters; at most ${LIMITS.instructionChars} are read.`, {
        stage: "understand",
        help: "Say it in fewer words, or as several instructions.",
      }),
    );
  if (instruction !== undefined && sets.length > 0) return badUsage("Give either -i or --set, not both.");
  if (instruction?.trim() === "")
    return err(emendError("empty_instruction", "Say what to change.", { help: 'For example: -i "replace A with B".' }));
  if (instruction !== undefined) return ok({ instruction });
  if (sets.length === 0) return badUsage("Say what to change.", 'Use -i "INSTRUCTION" or --set "old=new".');
  const operations = sets.map(replacementOf);
  const wrong = operations.indexOf(undefined);
  return wrong < 0
    ? ok({ operations: operations as Operation[] })
    : badUsage(`--set "${sets[wrong]}" has no "=".`, 'Write --set "old=new".');
}

const REGION_HELP = "Four numbers in pixels, for example 10,20,300,80.";

function regionOf(text: string | undefined): Result<EditRequest["region"]> {
  if (text === undefined) return ok(undefined);
  const numbers = text.split(",").map(Number);
  const [x, y, width, height] = numbers;
  if (numbers.length === 4 && numbers.every(Number.isFinite)) {
    if (width! > 0 && height! > 0) return ok({ x: x!, y: y!, width: width!, height: height! });
    return badUsage(`--region "${text}" is empty: its width and height must be above 0.`, REGION_HELP);
  }
  return badUsage(`--region "${text}" is not x,y,w,h.`, REGION_HELP);
}

function wholeNumberOf(args: CommandArgs, name: string): Result<number | undefined> {
  const text = args.text(name);
  if (text === undefined || /^\d+$/.test(text)) return ok(text === undefined ? undefined : Number(text));
  return badUsage(`--${name} "${text}" is not a whole number.`);
}

function typedValue(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}

function optionsOf(args: CommandArgs): Result<EditRequest["options"]> {
  const pairs = args.list("set-option").map((text) => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)] as const);
  const wrong = args.list("set-option").find((text) => text.indexOf("=") < 1);
  if (wrong !== undefined) return badUsage(`--set-option "${wrong}" has no "=".`, "Write --set-option key=value.");
  return ok(pairs.length === 0 ? undefined : Object.fromEntries(pairs.map(([key, text]) => [key, typedValue(text)])));
}

interface Place {
  readonly folder: string;
  readonly blobs: BlobStore;
  /** What to change, where the words do not say it themselves. */
  readonly wish?: Pick<EditRequest, "instruction" | "operations">;
}

async function store(path: string, { folder, blobs }: Place): Promise<Result<string>> {
  const bytes = await readPicture(path, folder);
  return bytes.ok ? blobs.put(bytes.value) : bytes;
}

async function storeAll(paths: readonly string[], place: Place): Promise<Result<string[]>> {
  const digests: string[] = [];
  for (const path of paths) {
    const digest = await store(path, place);
    if (!digest.ok) return digest;
    digests.push(digest.value);
  }
  return ok(digests);
}

function validated(request: Readonly<Record<string, unknown>>): Result<EditRequest> {
  const present = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
  const parsed = v.safeParse(EditRequestSchema, present);
  if (parsed.success) return ok(parsed.output);
  const field = v.getDotPath(parsed.issues[0]);
  return badUsage(`${field === null ? "" : `${field}: `}${parsed.issues[0].message}.`);
}

/** Everything the words ask for except where the result goes. Pictures named are put into the store. */
export async function editRequestOf(args: CommandArgs, place: Place): Promise<Result<EditRequest>> {
  const [wish, region, options] = [
    place.wish === undefined ? wishOf(args) : ok(place.wish),
    regionOf(args.text("region")),
    optionsOf(args),
  ];
  const [seed, variants] = [wholeNumberOf(args, "seed"), wholeNumberOf(args, "variants")];
  for (const part of [wish, region, options, seed, variants]) if (!part.ok) return part;
  const pictures = await storeAll([args.positionals[0]!, ...args.list("reference")], place);
  if (!pictures.ok) return pictures;
  const maskPath = args.text("mask");
  const mask = maskPath === undefined ? ok(undefined) : await store(maskPath, place);
  if (!mask.ok) return mask;
  const [source, ...references] = pictures.value;
  const valueIn = <T>(result: Result<T>): T | undefined => (result.ok ? result.value : undefined);
  return validated({
    ...valueIn(wish),
    source,
    engine: args.text("engine"),
    allow: args.list("allow").length > 0 ? args.list("allow") : undefined,
    confirmed: args.list("confirm").length > 0 ? args.list("confirm") : undefined,
    region: valueIn(region),
    mask: mask.value,
    references: references.length > 0 ? references : undefined,
    seed: valueIn(seed),
    variants: valueIn(variants),
    options: valueIn(options),
  });
}
