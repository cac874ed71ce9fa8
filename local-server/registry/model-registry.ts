import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { type EmendError, emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { ModelList, ModelView } from "../../protocol/models.ts";
import { detectHardware, type Hardware } from "../hardware/detect-hardware.ts";
import { type BackOff, PATIENT } from "../remote/back-off.ts";
import { storing } from "../store/atomic-file.ts";
import { takeOwnerLock } from "../store/owner-lock.ts";
import { chooseParts } from "./choose-parts.ts";
import { importModel } from "./import-model.ts";
import { type InstallProgress, installModel, type Mirrors } from "./install-model.ts";
import { InstallQueue } from "./install-queue.ts";
import { type InstallableCard, isHub, isPackage, isSet, type ModelCard, readModelCards } from "./model-cards.ts";
import {
  changedFiles,
  freeBytesAt,
  type InstalledFile,
  type InstallRecord,
  type ModelFolder,
  modelFolderOf,
  readRecord,
  sweepDownloads,
} from "./model-folder.ts";
import { type Activity, setView, viewOf } from "./model-states.ts";
import { packageState } from "./package-models.ts";

export interface RegistryOptions {
  readonly dataFolder: string;
  readonly mirrors?: Mirrors;
  readonly backOff?: BackOff;
  /** Longest silence of a download. */
  readonly idleMs?: number;
  /** For tests; default: the cards of this repository, this machine. */
  readonly cards?: () => Promise<readonly ModelCard[]>;
  readonly hardware?: () => Promise<Hardware>;
}

export interface ModelRegistry {
  list(): Promise<ModelList>;
  /** Starts installing (or goes on with) a model and, of a set, every part; answers with its state at once. */
  install(id: string, more?: { readonly mirrors?: Mirrors }): Promise<Result<ModelView>>;
  /** Resolves when the install that was started has ended, with how. */
  settled(id: string): Promise<Result<void>>;
  /** Stops an install that runs or waits; what was fetched is kept. False where there is none. */
  stop(id: string): Promise<boolean>;
  /** Removes a model's files and what was fetched of it. */
  remove(id: string): Promise<Result<void>>;
  /** Reads every byte of what is installed; names of files that are no longer what they were. */
  verify(id: string, signal?: AbortSignal): Promise<Result<readonly string[]>>;
  /** Removes what is wrong and installs it anew. */
  repair(id: string): Promise<Result<ModelView>>;
  importFrom(id: string, folder: string, signal: AbortSignal): Promise<Result<void>>;
  /** Told of every change of a model's state; a few times a second while bytes come. */
  subscribe(listener: (model: ModelView) => void): () => void;
  close(): Promise<void>;
}

const IDLE_MS = 45_000;

class Registry implements ModelRegistry {
  readonly #options: RegistryOptions;
  readonly #folder: ModelFolder;
  readonly #queue = new InstallQueue();
  readonly #activity = new Map<string, Activity>();
  readonly #listeners = new Set<(model: ModelView) => void>();

  constructor(options: RegistryOptions) {
    this.#options = options;
    this.#folder = modelFolderOf(options.dataFolder);
  }

  #cards(): Promise<readonly ModelCard[]> {
    return (this.#options.cards ?? readModelCards)();
  }

  #hardware(): Promise<Hardware> {
    return (this.#options.hardware ?? detectHardware)();
  }

  async #find(id: string): Promise<Result<ModelCard>> {
    const cards = await this.#cards();
    const card = cards.find((candidate) => candidate.id === id);
    if (card !== undefined) return ok(card);
    const models = cards.filter((candidate) => !isPackage(candidate)).map((candidate) => candidate.id);
    return err(
      emendError("model_unknown", "There is no model of that name.", { help: `There are: ${models.join(", ")}.`, details: { models } }),
    );
  }

  /** The cards an id stands for: itself, or a set's parts for this machine. Built-in ones are nothing to install. */
  async #installable(id: string): Promise<Result<readonly InstallableCard[]>> {
    const card = await this.#find(id);
    if (!card.ok) return card;
    const cards = await this.#cards();
    const ids = isSet(card.value) ? chooseParts(card.value, await this.#hardware()) : [id];
    const found = cards.filter((candidate) => ids.includes(candidate.id));
    const usable = found.filter((candidate): candidate is InstallableCard => !isPackage(candidate) && !isSet(candidate));
    if (usable.length > 0) return ok(usable);
    return err(emendError("unsupported_operation", `${card.value.title} comes with Emend.`, { help: "Run npm ci to restore it." }));
  }

  async #views(): Promise<Map<string, ModelView>> {
    const cards = await this.#cards();
    const hardware = await this.#hardware();
    const view = (card: ModelCard) =>
      viewOf(card, this.#folder, this.#queue.running(card.id) === false ? "waiting" : this.#activity.get(card.id));
    const views = new Map((await Promise.all(cards.map(view))).map((model) => [model.id, model]));
    for (const card of cards.filter(isSet)) views.set(card.id, setView(card, views, hardware));
    return views;
  }

  async list(): Promise<ModelList> {
    const [views, hardware, freeBytes] = [await this.#views(), await this.#hardware(), await freeBytesAt(this.#folder.models)];
    const { vramGiB, ramGiB, name } = hardware;
    const machine = { vramGiB: round(vramGiB), ramGiB: round(ramGiB), ...(name !== undefined && { gpu: name }) };
    return { models: [...views.values()], machine, ...(freeBytes !== undefined && { freeBytes }) };
  }

  async install(id: string, { mirrors = this.#options.mirrors ?? {} }: { readonly mirrors?: Mirrors } = {}): Promise<Result<ModelView>> {
    const cards = await this.#installable(id);
    if (!cards.ok) return cards;
    for (const card of cards.value) {
      if (this.#queue.running(card.id) !== undefined) continue;
      this.#activity.delete(card.id);
      this.#queue.add(card.id, (signal) => this.#work(card, mirrors, signal));
    }
    return ok((await this.#views()).get(id)!);
  }

  /** One install, while no other process works in the same folder. */
  async #work(card: InstallableCard, mirrors: Mirrors, signal: AbortSignal): Promise<Result<void>> {
    const done = await this.#alone(async () => {
      const { platform, arch } = process;
      const { gpu } = await this.#hardware();
      const { backOff = PATIENT, idleMs = IDLE_MS } = this.#options;
      const onProgress = (progress: InstallProgress): void => this.#note(card.id, { progress });
      onProgress({ step: "download", done: 0, total: 0 });
      return installModel(card, { folder: this.#folder, machine: { platform, arch, gpu }, mirrors, backOff, idleMs, onProgress }, signal);
    });
    const quiet = done.ok || done.error.code === "cancelled";
    this.#note(card.id, quiet ? undefined : { error: (done as { error: EmendError }).error });
    return done;
  }

  async #alone(work: () => Promise<Result<void>>): Promise<Result<void>> {
    const lock = await takeOwnerLock(this.#folder.downloads);
    if (!lock.ok) {
      return err(
        emendError("storage_failed", "Another Emend is installing models into this folder.", { help: "Wait for it, or stop it." }),
      );
    }
    try {
      await sweepDownloads(this.#folder, new Set((await this.#cards()).map(({ id }) => id)));
      return await work();
    } finally {
      lock.value.release();
    }
  }

  #note(id: string, activity: Activity | undefined): void {
    if (activity === undefined) this.#activity.delete(id);
    else this.#activity.set(id, activity);
    if (this.#listeners.size > 0) void this.#tell(id);
  }

  /** The model itself and every set it is part of. */
  async #tell(id: string): Promise<void> {
    const views = await this.#views();
    const concerned = [...views.values()].filter((view) => view.id === id || view.parts?.includes(id) === true);
    for (const view of concerned) for (const listener of this.#listeners) listener(view);
  }

  async settled(id: string): Promise<Result<void>> {
    const cards = await this.#installable(id);
    if (!cards.ok) return cards;
    for (const card of cards.value) {
      const done = await this.#queue.settled(card.id);
      if (done !== undefined && !done.ok) return done;
    }
    return ok(undefined);
  }

  async stop(id: string): Promise<boolean> {
    const cards = await this.#installable(id);
    return cards.ok && cards.value.map((card) => this.#queue.stop(card.id)).some(Boolean);
  }

  async remove(id: string): Promise<Result<void>> {
    const cards = await this.#installable(id);
    if (!cards.ok) return cards;
    await this.stop(id);
    await this.settled(id);
    const removed = await storing(async () => {
      for (const card of cards.value) {
        for (const place of [this.#folder.models, this.#folder.downloads]) await rm(join(place, card.id), { recursive: true, force: true });
        this.#note(card.id, undefined);
      }
    });
    return removed.ok ? ok(undefined) : removed;
  }

  async verify(id: string, signal?: AbortSignal): Promise<Result<readonly string[]>> {
    const card = await this.#find(id);
    if (!card.ok) return card;
    if (isPackage(card.value)) return ok((await packageState(card.value, { thorough: true })) === "present" ? [] : [id]);
    const cards = await this.#installable(id);
    if (!cards.ok) return cards;
    const bad: string[] = [];
    for (const part of cards.value) {
      const record = await readRecord(join(this.#folder.models, part.id));
      if (record === undefined) bad.push(part.id);
      else bad.push(...(await this.#changed(part, record, signal)).map(({ path }) => path));
    }
    return ok(bad);
  }

  /** Files that are not what was installed, or not what the card means now. */
  async #changed(card: InstallableCard, record: InstallRecord, signal?: AbortSignal): Promise<readonly InstalledFile[]> {
    const changed = await changedFiles(join(this.#folder.models, card.id), record, {
      thorough: true,
      ...(signal !== undefined && { signal }),
    });
    const meant = isHub(card) ? new Map(card.files.map(({ path, sha256 }) => [basename(path), sha256])) : new Map<string, undefined>();
    const other = record.files.filter(({ path, sha256 }) => (meant.get(path) ?? sha256) !== sha256);
    return [...new Set([...changed, ...other])];
  }

  async repair(id: string): Promise<Result<ModelView>> {
    const cards = await this.#installable(id);
    if (!cards.ok) return cards;
    for (const card of cards.value) {
      const place = join(this.#folder.models, card.id);
      const record = await readRecord(place);
      const bad = record === undefined ? [] : await this.#changed(card, record);
      // A program is one whole: any wrong file means all of it.
      if (bad.length > 0 && !isHub(card)) await rm(place, { recursive: true, force: true });
      else for (const { path } of bad) await rm(join(place, path), { force: true });
    }
    return this.install(id);
  }

  async importFrom(id: string, from: string, signal: AbortSignal): Promise<Result<void>> {
    const cards = await this.#installable(id);
    if (!cards.ok) return cards;
    const files = cards.value.filter(isHub);
    if (files.length === 0)
      return err(emendError("unsupported_operation", "A program cannot be imported.", { help: "Name it in EMEND_SD_SERVER." }));
    return this.#alone(async () => {
      for (const card of files) {
        const done = await importModel(card, { folder: this.#folder, from }, signal);
        if (!done.ok) return done;
        this.#note(card.id, undefined);
      }
      return ok(undefined);
    });
  }

  subscribe(listener: (model: ModelView) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    return this.#queue.close();
  }
}

const round = (gib: number): number => Math.round(gib * 10) / 10;

/** The models of one data folder. Installs run one at a time, and in one process at a time. */
export const createModelRegistry = (options: RegistryOptions): ModelRegistry => new Registry(options);
