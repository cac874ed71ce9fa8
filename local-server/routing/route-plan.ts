import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Plan } from "../../protocol/plan.ts";
import { type Engine, type EngineAvailability, type Given, supports } from "../engines/engine.ts";
import { explainChoice, kindsOf } from "./explain-choice.ts";
import { rankEngines } from "./rank-engines.ts";

export interface RouteOptions {
  /** What came with the plan. */
  readonly given?: Given;
  /** Engines this one edit may be sent to, beside those allowed for good. */
  readonly allowed?: readonly string[];
  /** No picture of this edit may leave the machine. */
  readonly localOnly?: boolean;
  /** What could be installed here so that such things can be done, and how long that takes; asked only where nothing can. */
  adviseInstall?(plan: Plan): Promise<string | undefined>;
}

export interface Route {
  readonly engine: Engine;
  /** Why this one, one sentence. */
  readonly choice: string;
}

/** One plan on its way: who could, and who is asked only when it matters, since asking may wake a server or a keychain. */
interface Wish extends RouteOptions {
  readonly plan: Plan;
  check(engine: Engine): Promise<EngineAvailability>;
}

const unable = (engine: Engine, { plan, given }: Wish): string | undefined =>
  plan.operations.find((operation) => !supports(engine, operation, given))?.kind;

const knowsKinds = (engine: Engine, { plan }: Wish): boolean =>
  plan.operations.every(({ kind }) => engine.capabilities().operations.includes(kind));

const unavailable = (message: string, help: string | undefined, details?: Readonly<Record<string, unknown>>): Result<never> =>
  err(emendError("engine_unavailable", message, { stage: "route", ...(help !== undefined && { help }), ...(details && { details }) }));

/** A result lies over its source, pixel on pixel: these would give it another size. */
const RESIZING: ReadonlySet<string> = new Set(["crop", "canvas.extend"]);
const RESIZE_HELP = "Results lie over the original at its own size: crop or extend the layer or its frame in the design tool.";
const SET_UP = "Set up a generative engine: see emend engines.";

/** Nothing but the person's word is lacking. */
const lacksConsentOnly = ({ missing }: EngineAvailability): boolean => missing?.length === 1 && missing[0] === "consent";

const mayBeUsed = (engine: Engine, availability: EngineAvailability, { allowed }: Wish): boolean =>
  availability.available || (lacksConsentOnly(availability) && allowed?.includes(engine.name) === true);

function consentNeeded(engine: Engine, { consent }: EngineAvailability, only: boolean): Result<never> {
  const { price } = engine.capabilities();
  const host = consent?.host ?? "another machine";
  const cost = price === undefined ? "" : ` and cost about ${price.amount} ${price.currency}`;
  const who = only ? `Only ${engine.name} can do this here; it` : engine.name;
  return err(
    emendError("consent_needed", `${who} would send the picture to ${host}${cost}, and you have not agreed to that.`, {
      stage: "route",
      help: `Agree with emend engines allow ${engine.name}, or for one edit with --allow ${engine.name}.`,
      details: { engine: engine.name, host, ...(price !== undefined && { price }) },
    }),
  );
}

async function named(name: string, wish: Wish, engines: readonly Engine[]): Promise<Result<Route>> {
  const engine = engines.find((candidate) => candidate.name === name);
  if (engine === undefined) {
    const names = ["auto", ...engines.map((candidate) => candidate.name)];
    const help = `Engines: ${names.join(", ")}.`;
    return err(emendError("engine_unknown", `There is no engine called "${name}".`, { stage: "route", help, details: { engines: names } }));
  }
  const kind = unable(engine, wish);
  if (kind !== undefined && !knowsKinds(engine, wish)) {
    const more = { stage: "route", help: "Try the engine auto, or say it differently.", details: { kind } } as const;
    return err(emendError("unsupported_operation", `The engine ${name} cannot do ${kind}.`, more));
  }
  if (wish.localOnly && !engine.capabilities().local)
    return unavailable(`The engine ${name} works elsewhere, and this edit may not leave the machine.`, "Take another engine, or allow it.");
  const availability = await wish.check(engine);
  if (mayBeUsed(engine, availability, wish)) return ok({ engine, choice: `You asked for ${name}.` });
  if (lacksConsentOnly(availability)) return consentNeeded(engine, availability, false);
  return unavailable(`The engine ${name} is not available.`, availability.reason, { missing: availability.missing ?? [] });
}

async function nobody(wish: Wish, able: readonly Engine[]): Promise<Result<never>> {
  const states = await Promise.all(able.map(async (engine) => ({ engine, availability: await wish.check(engine) })));
  const asking = wish.localOnly ? undefined : states.find(({ availability }) => lacksConsentOnly(availability));
  if (asking !== undefined) return consentNeeded(asking.engine, asking.availability, true);
  const advice = await wish.adviseInstall?.(wish.plan);
  const engines = states.map(({ engine, availability: { reason, missing = [] } }) => ({ engine: engine.name, reason, missing }));
  if (states.length === 0) {
    const help = wish.plan.operations.some(({ kind }) => RESIZING.has(kind)) ? RESIZE_HELP : (advice ?? SET_UP);
    return unavailable(`No engine set up here can do this (${kindsOf(wish.plan)}).`, help);
  }
  const help = advice ?? states[0]!.availability.reason;
  return unavailable(`The engine ${states[0]!.engine.name} could do this but is not available.`, help, { engines });
}

async function automatic(wish: Wish, engines: readonly Engine[]): Promise<Result<Route>> {
  const ranked = rankEngines(engines).filter((engine) => !wish.localOnly || engine.capabilities().local);
  const able = ranked.filter((engine) => unable(engine, wish) === undefined);
  for (const engine of able) {
    const availability = await wish.check(engine);
    if (!mayBeUsed(engine, availability, wish)) continue;
    const passed = ranked.slice(0, ranked.indexOf(engine));
    return ok({ engine, choice: explainChoice(engine, wish.plan, { availability, passed }) });
  }
  // Somebody who does such things, though not just this: its refusal says best what can be done.
  for (const engine of able.length > 0 ? [] : ranked) {
    if (!knowsKinds(engine, wish) || !(await wish.check(engine)).available) continue;
    return ok({ engine, choice: `${engine.name} does such things and can say why not this one.` });
  }
  return nobody(wish, able);
}

/**
 * Chooses who makes the edit: the engine named, or the first in order (`rankEngines`) that can do all of the plan, may be used for it
 * and is there. Where none can do just this, but one does such things, it is taken all the same: its refusal says what it can do.
 * `check` is asked of no more engines than needed. Codes: `engine_unknown`, `unsupported_operation` (named engine),
 * `engine_unavailable`, `consent_needed`.
 */
export function routePlan(
  plan: Plan,
  wanted: string | undefined,
  {
    engines,
    check,
    ...options
  }: RouteOptions & { readonly engines: readonly Engine[]; check(engine: Engine): Promise<EngineAvailability> },
): Promise<Result<Route>> {
  const asked = new Map<Engine, Promise<EngineAvailability>>();
  const once = (engine: Engine): Promise<EngineAvailability> => {
    const known = asked.get(engine) ?? check(engine);
    asked.set(engine, known);
    return known;
  };
  const wish: Wish = { plan, ...options, check: once };
  return wanted === undefined || wanted === "auto" ? automatic(wish, engines) : named(wanted, wish, engines);
}
