import { type EmendError, emendError, exhaustive } from "../../protocol/errors.ts";
import type { Effect } from "../session/effect.ts";
import type { EffectEnvironment } from "./effect-environment.ts";
import { loadLayer } from "./load-layer.ts";
import { placeResult } from "./place-result.ts";

const NEVER = new AbortController().signal;

/** A bug must not leave the panel waiting for ever: it ends the work it broke, visibly. */
const bug = (): EmendError => emendError("internal", "Something unexpected went wrong in the panel.");

/** Carries effects out and reports their outcomes as events. */
export class EffectRunner {
  readonly #env: EffectEnvironment;
  #load = new AbortController();
  #plan = new AbortController();

  constructor(env: EffectEnvironment) {
    this.#env = env;
  }

  run(effect: Effect): void {
    const { bridge, connector, shelf } = this.#env;
    switch (effect.type) {
      case "settings":
        bridge.send({ type: "settings", settings: effect.settings });
        break;
      case "connect":
        connector.connect({ token: effect.settings.token, port: effect.settings.port });
        break;
      case "load":
        this.#startLoad(effect);
        break;
      case "unload":
        this.#load.abort();
        break;
      case "plan":
        this.#startPlan(effect);
        break;
      case "edit":
        void this.#edit(effect);
        break;
      case "watch":
        void this.#watch(effect.jobId);
        break;
      case "cancel":
        void connector.client.cancel(effect.jobId, NEVER);
        break;
      case "place":
        this.#place(effect);
        break;
      case "visible":
      case "discard":
        void this.#change(effect);
        break;
      case "release":
        shelf.release(effect.pictures);
        break;
      default:
        exhaustive(effect);
    }
  }

  dispose(): void {
    this.#load.abort();
    this.#plan.abort();
  }

  #startLoad(effect: Extract<Effect, { type: "load" }>): void {
    this.#load.abort();
    this.#load = new AbortController();
    const failed = () => this.#env.dispatch({ type: "source.failed", loadId: effect.loadId, error: bug() });
    loadLayer(this.#env, effect, this.#load.signal).catch(failed);
  }

  #startPlan({ instruction, delayMs }: Extract<Effect, { type: "plan" }>): void {
    this.#plan.abort();
    this.#plan = new AbortController();
    const { signal } = this.#plan;
    const timer = setTimeout(() => void this.#askPlan(instruction, signal), delayMs);
    signal.addEventListener("abort", () => clearTimeout(timer));
  }

  async #askPlan(instruction: string, signal: AbortSignal): Promise<void> {
    const plan = await this.#env.connector.client.plan(instruction, signal);
    if (signal.aborted) return;
    if (plan.ok) this.#env.dispatch({ type: "understood", instruction, plan: plan.value });
    else this.#env.dispatch({ type: "not.understood", instruction, error: plan.error });
  }

  async #edit({ key, request }: Extract<Effect, { type: "edit" }>): Promise<void> {
    const accepted = await this.#env.connector.client.edit({ key, request }, NEVER);
    if (accepted.ok) this.#env.dispatch({ type: "job.accepted", key, jobId: accepted.value });
    else this.#env.dispatch({ type: "job.refused", key, error: accepted.error });
  }

  async #watch(jobId: string): Promise<void> {
    const job = await this.#env.connector.client.job(jobId, NEVER);
    if (job.ok) this.#env.dispatch({ type: "job.changed", job: job.value });
    // Lost once more: the next connection watches again.
    else if (job.error.code !== "connection_lost" && job.error.code !== "companion_unreachable")
      this.#env.dispatch({ type: "job.changed", job: { id: jobId, status: "failed", error: job.error } });
  }

  #place({ placing }: Extract<Effect, { type: "place" }>): void {
    const failed = () => this.#env.dispatch({ type: "place.failed", key: placing.run.key, error: bug() });
    placeResult(this.#env, placing).catch(failed);
  }

  /** The canvas may refuse (the layer was deleted by hand): the person is told in Figma's own way. */
  async #change(effect: Extract<Effect, { type: "visible" | "discard" }>): Promise<void> {
    const { nodeId } = effect;
    const message =
      effect.type === "discard" ? ({ type: "discard", nodeId } as const) : ({ type: "visible", nodeId, visible: effect.visible } as const);
    const done = await this.#env.bridge.request(message);
    if (!done.ok) this.#env.bridge.send({ type: "notify", text: done.error.message.slice(0, 100), error: true });
  }
}
