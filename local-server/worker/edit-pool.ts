import { totalmem } from "node:os";
import type { Logger } from "../observability/logger.ts";
import { ChildHost } from "../process/child-host.ts";
import { Quarantine } from "../process/quarantine.ts";
import type { EditMethods } from "./edit-methods.ts";

const WORKER_IDLE_MS = 5 * 60_000;
const CANCEL_GRACE_MS = 800;
/** Beyond it the machine itself would begin to suffer. */
const SHARE_OF_MEMORY = 0.75;
/**
 * For glibc's allocator; others do not read it. By itself it keeps a heap for each thread and, once a large block was freed, takes ever larger ones from
 * there and never gives them back: a tenth of the worker's memory at its most. Pixels and activations are mapped and given back instead.
 */
const GIVE_BACK = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: String(8 * 1024 * 1024) } as const;

/**
 * For V8: by itself it shrinks the space for new objects to a megabyte between edits, and then cleans it up sixty times in each. Kept at one size it does
 * so twenty times, which spares a tenth of an edit's own computing, and it does not grow beyond what an edit needs either. Megabytes. From the pixels an edit goes through it would also clean up everything four to six times in
 * each; told to expect a large heap it does not, and the worker does so itself once the answer is out.
 */
const STEADY_HEAP = ["--min-semi-space-size=8", "--max-semi-space-size=8", "--initial-heap-size=400", "--expose-gc"] as const;

/** The edit workers of this process, one for each job at once. Each starts when it is needed and rests when it is not. */
export interface EditPool {
  /** Answers what needs no turn: finds and the list of engines. */
  readonly front: ChildHost<EditMethods>;
  /** Runs `work` with a worker nobody else edits with. */
  withWorker<T>(work: (worker: ChildHost<EditMethods>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface EditPoolOptions {
  readonly entry: URL;
  readonly dataFolder: string;
  readonly logger: Logger;
  readonly size: number;
}

export function createEditPool({ entry, dataFolder, logger, size }: EditPoolOptions): EditPool {
  const quarantine = new Quarantine();
  const host = (): ChildHost<EditMethods> =>
    new ChildHost<EditMethods>({
      name: "edit worker",
      entry,
      args: [dataFolder],
      nodeFlags: STEADY_HEAP,
      env: { ...GIVE_BACK, ...process.env },
      logger,
      idleMs: WORKER_IDLE_MS,
      graceMs: CANCEL_GRACE_MS,
      maxResidentBytes: totalmem() * SHARE_OF_MEMORY,
      quarantine,
    });
  const all = Array.from({ length: Math.max(1, size) }, host);
  const free = [...all];
  return {
    front: all[0]!,
    withWorker: async (work) => {
      const worker = free.pop() ?? all[0]!;
      try {
        return await work(worker);
      } finally {
        free.push(worker);
      }
    },
    close: async () => {
      await Promise.all(all.map((worker) => worker.close()));
    },
  };
}
