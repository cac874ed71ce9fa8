import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { LIMITS } from "../../../protocol/limits.ts";
import type { Operation, Plan } from "../../../protocol/plan.ts";
import { createPhraser, PHRASING } from "../../phrasing/phrase-plan.ts";
import { hasPriceRule, tabulatePrices } from "../../pipeline/tabulate-prices.ts";
import { createSettingsStore } from "../../settings/settings-store.ts";
import type { CliContext } from "../cli-context.ts";
import type { Command, CommandArgs } from "../command.ts";
import { findInPicture } from "../find-in-picture.ts";
import { readPicture } from "../read-picture.ts";
import { routeLine, routesOfPlans } from "../route-of-plan.ts";

function describe({ kind, target, text, where, style, value }: Operation): string {
  const change =
    text === undefined
      ? target
      : [text.from, text.to]
          .filter((words) => words !== undefined)
          .map((words) => `"${words}"`)
          .join(" → ");
  const wishes = [where, style && JSON.stringify(style), value].filter((part) => part !== undefined);
  return [kind, change, ...wishes].filter((part) => part !== undefined && part !== "").join("  ");
}

function show(plan: Plan, { data, line }: CliContext["output"]): void {
  if (plan.operations.length === 0) line(`? ${plan.clarify ?? "not understood"}`);
  for (const operation of plan.operations) data(describe(operation));
  for (const note of plan.notes ?? []) line(note);
}

/** Writes rules for prices out for a picture; without one, or without such rules, plans stay as they are. */
async function tabulated(plans: readonly Plan[], image: string | undefined, context: CliContext): Promise<Result<readonly Plan[]>> {
  if (image === undefined || !plans.some(hasPriceRule)) return ok(plans);
  const bytes = await readPicture(image, context.folder);
  const found = bytes.ok ? await findInPicture(bytes.value, context) : bytes;
  return found.ok ? ok(plans.map((plan) => tabulatePrices(plan, found.value))) : found;
}

async function instructionsOf(args: CommandArgs, context: CliContext): Promise<Result<readonly string[]>> {
  const file = args.text("file");
  const [given] = args.positionals;
  if ((file === undefined) === (given === undefined))
    return err(emendError("bad_usage", "Give one instruction, or --file with one on each line."));
  if (given !== undefined) return ok([given]);
  const text = await readFile(resolve(context.folder, file!), "utf8").catch(() => undefined);
  if (text === undefined) return err(emendError("bad_usage", `There is no file "${basename(file!)}".`));
  return ok(text.split(/\r?\n/).filter((line) => line.trim() !== ""));
}

function check(instructions: readonly string[]): Result<undefined> {
  if (instructions.length === 0 || instructions.some((line) => line.trim() === ""))
    return err(emendError("empty_instruction", "Say what to change."));
  if (instructions.every((line) => line.length <= LIMITS.instructionChars)) return ok(undefined);
  return err(emendError("bad_request", `An instruction may have at most ${LIMITS.instructionChars} characters.`));
}

export const plan: Command = {
  name: "plan",
  usage: 'plan "INSTRUCTION" | --file LINES [--image FILE] [--route] [--json]',
  summary: "Shows what would be done, one plan per line; nothing is run.",
  positionals: { min: 0, max: 1 },
  options: {
    file: { type: "string", value: "LINES", help: "A text file with one instruction on each line." },
    image: { type: "string", value: "FILE", help: "A picture: rules for prices are written out for the prices in it." },
    route: { type: "boolean", help: "Also say which engine would do it and why, or what is missing; nothing is run." },
    engine: { type: "string", value: "NAME", help: "With --route: the engine asked for, or auto." },
  },
  run: async (args, context) => {
    const instructions = await instructionsOf(args, context);
    const fine = instructions.ok ? check(instructions.value) : instructions;
    if (!instructions.ok || !fine.ok) return fine as Result<never>;
    const planOf = await context.tools.loadPlanner();
    const { phrase } = createPhraser(createSettingsStore(context.dataFolder, context.env).of(PHRASING));
    const read: Plan[] = [];
    for (const instruction of instructions.value) read.push(await phrase(planOf(instruction), context.signal));
    const plans = await tabulated(read, args.text("image"), context);
    if (!plans.ok) return plans;
    const routes = args.flag("route") ? await routesOfPlans(plans.value, args.text("engine") ?? "auto", context) : [];
    for (const [i, made] of plans.value.entries()) {
      const route = made.operations.length > 0 ? routes[i] : undefined;
      if (context.json) context.output.json(route === undefined ? made : { ...made, route });
      else {
        show(made, context.output);
        if (route !== undefined) context.output.line(routeLine(route));
      }
    }
    return ok(0);
  },
};
