import type { ModelList } from "../protocol/models.ts";
import type { Plan } from "../protocol/plan.ts";
import { GENERATIVE_OPERATIONS } from "./engines/generative.ts";

/** The set that gives this machine an engine for everything an instruction-driven model can do. */
const SET = "qwen-image-edit-2509";
/** A usual household connection; what a download really takes is known only once it runs. */
const MBIT_PER_SECOND = 100;
/** Below this, such a model works on the processor, at minutes to hours an edit. */
const USABLE_VRAM_GIB = 6;

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

function minutesFor(bytes: number): string {
  const minutes = Math.ceil((bytes * 8) / (MBIT_PER_SECOND * 1e6) / 60);
  return minutes < 90 ? `${minutes} minutes` : `${(minutes / 60).toFixed(1)} hours`;
}

/**
 * What to install so that a plan can be carried out here: what it fetches, how long that takes, whether there is room, and whether this
 * machine is up to it. Nothing where it is installed already, or would not help.
 */
export function installAdvice(plan: Plan, { models, freeBytes, machine }: ModelList): string | undefined {
  const set = models.find(({ id }) => id === SET);
  if (set === undefined || set.state === "present" || !plan.operations.every(({ kind }) => GENERATIVE_OPERATIONS.includes(kind)))
    return undefined;
  const left = Math.max(0, set.bytes - (set.done ?? 0));
  if (set.state === "installing" || set.state === "waiting")
    return `An engine for this is being installed: ${gigabytes(left)} are still to come.`;
  const fetch = `emend models install ${SET} adds an engine for this: ${gigabytes(left)} to fetch, about ${minutesFor(left)} at ${MBIT_PER_SECOND} Mbit/s`;
  const room =
    freeBytes === undefined
      ? ""
      : freeBytes < left
        ? `, but only ${gigabytes(freeBytes)} are free here`
        : `, with ${gigabytes(freeBytes)} free here`;
  const slow =
    machine.vramGiB < USABLE_VRAM_GIB
      ? " Without a graphics card of 6 GB or more an edit takes very long: a hosted engine may suit better."
      : "";
  return `${fetch}${room}.${slow}`;
}
