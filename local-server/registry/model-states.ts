import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { EmendError } from "../../protocol/errors.ts";
import type { ModelView } from "../../protocol/models.ts";
import type { Hardware } from "../hardware/detect-hardware.ts";
import { chooseParts } from "./choose-parts.ts";
import type { InstallProgress } from "./install-model.ts";
import { isHub, isPackage, isSet, type ModelCard, type SetCard } from "./model-cards.ts";
import { changedFiles, type ModelFolder, readRecord, sizeOf } from "./model-folder.ts";
import { packageState } from "./package-models.ts";

/** What is going on with a model in this process. */
export interface Activity {
  readonly progress?: InstallProgress;
  readonly error?: EmendError;
}

const bytesOf = (card: Exclude<ModelCard, SetCard>): number =>
  "files" in card ? card.files.reduce((sum, { bytes }) => sum + bytes, 0) : card.bytes;

const kindOf = (card: ModelCard): ModelView["kind"] =>
  isPackage(card) ? "built-in" : isSet(card) ? "set" : isHub(card) ? "weights" : "program";

/** How far each state is from being usable; a set is as far as its farthest part. */
const ORDER: readonly ModelView["state"][] = ["installing", "waiting", "altered", "partial", "missing", "present"];

async function fetchedBytes(folder: string): Promise<number> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".part"));
  const sizes = await Promise.all(names.map((name) => sizeOf(join(folder, name))));
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

/** State of one card's files by a look at the disk: sizes, no digests. */
async function lookAt(card: ModelCard, folder: ModelFolder): Promise<Pick<ModelView, "state" | "bytes" | "exact" | "done">> {
  if (isSet(card)) return { state: "present", bytes: 0, exact: true };
  const estimate = bytesOf(card);
  if (isPackage(card)) return { state: await packageState(card, { thorough: false }), bytes: estimate, exact: true };
  const place = join(folder.models, card.id);
  const record = await readRecord(place);
  if (record !== undefined) {
    const changed = await changedFiles(place, record, { thorough: false });
    const bytes = record.files.reduce((sum, file) => sum + file.bytes, 0);
    return { state: changed.length === 0 ? "present" : "altered", bytes, exact: true };
  }
  const downloads = join(folder.downloads, card.id);
  const exact = isHub(card) && card.files.every(({ sha256 }) => sha256 !== undefined);
  if (!existsSync(downloads)) return { state: "missing", bytes: estimate, exact };
  return { state: "partial", bytes: estimate, exact, done: await fetchedBytes(downloads) };
}

/** How one card looks now; `activity` of this process goes before what lies on the disk. */
export async function viewOf(card: ModelCard, folder: ModelFolder, activity: Activity | "waiting" | undefined): Promise<ModelView> {
  const found = await lookAt(card, folder);
  const { id, title, use, licence } = card;
  const base: ModelView = {
    id,
    title,
    use,
    licence,
    kind: kindOf(card),
    ...found,
    ...(isHub(card) && card.memory && { memory: card.memory }),
  };
  if (activity === undefined) return base;
  if (activity === "waiting") return { ...base, state: "waiting" };
  const { progress, error } = activity;
  if (progress === undefined) return error === undefined ? base : { ...base, error };
  return { ...base, state: "installing", bytes: progress.total, exact: progress.done > 0, done: progress.done, step: progress.step };
}

/** A set as the sum of the parts this machine wants. */
export function setView(card: SetCard, views: ReadonlyMap<string, ModelView>, hardware: Hardware): ModelView {
  const ids = chooseParts(card, hardware);
  const parts = ids.flatMap((id) => views.get(id) ?? []);
  const total = (pick: (view: ModelView) => number): number => parts.reduce((sum, view) => sum + pick(view), 0);
  const state = ORDER.find((candidate) => parts.some((view) => view.state === candidate)) ?? "missing";
  // Some parts there, others not: going on with it is what is left to do.
  const begun = state === "missing" && parts.some((view) => view.state === "present");
  const done = total((view) => (view.state === "present" ? view.bytes : (view.done ?? 0)));
  const error = parts.find((view) => view.error !== undefined)?.error;
  const { id, title, use, licence } = card;
  const step = parts.find((view) => view.state === "installing")?.step;
  return {
    ...{ id, title, use, licence, kind: "set" as const, state: begun ? "partial" : state, parts: [...ids] },
    ...{ bytes: total((view) => view.bytes), exact: parts.every((view) => view.exact) },
    ...(state !== "present" && done > 0 && { done }),
    ...(step !== undefined && { step }),
    ...(error !== undefined && { error }),
  };
}
