import { exhaustive } from "../../protocol/errors.ts";
import { previewScale, scaledSize } from "../pictures/picture-shelf.ts";
import type { HistoryEffect } from "../session/history/history-effect.ts";
import { type Carrier, type EffectEnvironment, NEVER } from "./effect-environment.ts";
import { insertResult } from "./insert-result.ts";

type Of<T extends HistoryEffect["type"]> = Extract<HistoryEffect, { type: T }>;

const THUMB_SIDE_PX = 112;

async function list({ connector, dispatch }: EffectEnvironment, { asked, query }: Of<"history.list">, signal: AbortSignal): Promise<void> {
  const found = await connector.client.history(query, signal);
  if (signal.aborted) return;
  if (found.ok) dispatch({ type: "history.listed", asked, next: query.before !== undefined, entries: found.value });
  else dispatch({ type: "history.unlisted", asked, error: found.error });
}

/** A small picture that cannot be had leaves its place empty. */
async function thumb({ connector, shelf, dispatch }: EffectEnvironment, effect: Of<"history.thumb">, signal: AbortSignal): Promise<void> {
  const { sha256, width, height } = effect;
  const fetched = await connector.client.download(sha256, signal);
  if (!fetched.ok || signal.aborted) return;
  const size = scaledSize({ width, height }, Math.min(1, THUMB_SIDE_PX / Math.max(width, height, 1)));
  dispatch({ type: "history.thumb", sha256, picture: await shelf.put(fetched.value, size) });
}

async function picture({ connector, shelf, dispatch }: EffectEnvironment, effect: Of<"history.picture">): Promise<void> {
  const { id, against, side, sha256 } = effect;
  const fetched = await connector.client.download(sha256, NEVER);
  if (!fetched.ok) return;
  const shown = await shelf.put(fetched.value, scaledSize(effect, previewScale(effect)));
  dispatch({ type: "history.pictured", id, against, side, picture: shown });
}

async function place(env: EffectEnvironment, { entry, source, label }: Of<"history.place">): Promise<void> {
  const { id, jobId, result, recipe } = entry;
  const request = recipe ?? { source: source.sha256, operations: result.plan.operations };
  const placed = await insertResult(env, { run: { source, request, label }, jobId, result });
  if (placed.ok) env.dispatch({ type: "history.placed", id, note: placed.value.note });
  else env.dispatch({ type: "history.act.failed", id, error: placed.error });
}

async function again({ connector, dispatch }: EffectEnvironment, { id }: Of<"history.again">): Promise<void> {
  const accepted = await connector.client.again(id, NEVER);
  if (accepted.ok) dispatch({ type: "history.again.accepted", id, jobId: accepted.value });
  else dispatch({ type: "history.act.failed", id, error: accepted.error });
}

/** A file that does not tell holds none as far as this panel knows. */
async function made({ bridge, dispatch }: EffectEnvironment): Promise<void> {
  const told = await bridge.request({ type: "made" });
  dispatch({ type: "history.made", layers: told.ok && told.value.type === "made" ? told.value.layers : [] });
}

/** Lost once more: the next connection watches again. */
async function watch({ connector, dispatch }: EffectEnvironment, { jobId }: Of<"history.watch">): Promise<void> {
  const job = await connector.client.job(jobId, NEVER);
  if (job.ok) dispatch({ type: "history.job", job: job.value });
}

async function review({ connector, dispatch }: EffectEnvironment, { id, ...decided }: Of<"history.review">): Promise<void> {
  const done = await connector.client.review(decided, NEVER);
  if (done.ok) dispatch({ type: "history.decided", id, review: done.value });
  else dispatch({ type: "history.act.failed", id, error: done.error });
}

/** Versions: listed, pictured, placed, made again, decided about. The latest question about the list is the only one. */
export function historyEffects(env: EffectEnvironment): Carrier<HistoryEffect> {
  let question = new AbortController();
  const over = new AbortController();
  // One after another, so that a long list does not crowd out an edit.
  let thumbs: Promise<void> = Promise.resolve();
  const ask = (effect: Of<"history.list">) => {
    question.abort();
    question = new AbortController();
    const { signal } = question;
    const timer = setTimeout(() => void list(env, effect, signal), effect.delayMs);
    signal.addEventListener("abort", () => clearTimeout(timer));
  };
  return {
    run(effect) {
      switch (effect.type) {
        case "history.list":
          return ask(effect);
        case "history.thumb":
          thumbs = thumbs.then(() => thumb(env, effect, over.signal));
          return;
        case "history.picture":
          return void picture(env, effect);
        case "history.place":
          return void place(env, effect);
        case "history.again":
          return void again(env, effect);
        case "history.made":
          return void made(env);
        case "history.reveal":
          return env.bridge.send({ type: "reveal", nodeId: effect.nodeId });
        case "history.watch":
          return void watch(env, effect);
        case "history.review":
          return void review(env, effect);
        default:
          return exhaustive(effect);
      }
    },
    dispose() {
      question.abort();
      over.abort();
    },
  };
}
