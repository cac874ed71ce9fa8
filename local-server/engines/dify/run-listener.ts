import * as v from "valibot";
import { EventLines } from "../../remote/event-lines.ts";

/** What a run came to. */
export interface Run {
  readonly status: string;
  readonly outputs: unknown;
  readonly error: string | undefined;
  /** Files told of on the way. */
  readonly files: readonly unknown[];
  /** What a completion app wrote. */
  readonly text: string;
}

const Event = v.looseObject({
  event: v.string(),
  task_id: v.optional(v.string()),
  data: v.optional(v.looseObject({ status: v.nullish(v.string()), outputs: v.nullish(v.unknown()), error: v.nullish(v.string()) })),
  answer: v.nullish(v.string()),
  status: v.optional(v.number()),
});
type Event = v.InferOutput<typeof Event>;

/** Follows the events of one run. */
export class RunListener {
  readonly #lines = new EventLines();
  readonly #onNode: (finished: number) => void;
  #nodes = 0;
  #files: unknown[] = [];
  #text = "";
  #end: Pick<Run, "status" | "outputs" | "error"> | undefined;
  /** For stopping the run. */
  task: string | undefined;
  /** An error told within the stream, as an HTTP answer of its own: the stream itself stays 200. */
  fault: { readonly status: number; readonly bytes: Uint8Array } | undefined;

  constructor(onNode: (finished: number) => void) {
    this.#onNode = onNode;
  }

  get ended(): boolean {
    return this.#end !== undefined;
  }

  get run(): Run {
    return { status: "unknown", outputs: undefined, error: undefined, ...this.#end, files: this.#files, text: this.#text };
  }

  /** `true` when the run is over. */
  hear(part: Uint8Array): boolean {
    for (const event of this.#lines.push(part)) if (v.is(Event, event)) this.#take(event);
    return this.ended || this.fault !== undefined;
  }

  #take(event: Event): void {
    this.task ??= event.task_id;
    const { data } = event;
    if (event.event === "node_finished") {
      this.#onNode(++this.#nodes);
      if (data?.outputs) this.#files = [...this.#files, filesIn(data)];
    } else if (event.event === "message_file") this.#files = [...this.#files, event];
    else if (event.event === "message" || event.event === "text_chunk") this.#text += event.answer ?? textOf(data);
    else if (event.event === "message_replace") this.#text = event.answer ?? "";
    else if (event.event === "error") this.fault = { status: event.status ?? 500, bytes: new TextEncoder().encode(JSON.stringify(event)) };
    else this.#takeEnd(event);
  }

  #takeEnd({ event, data }: Event): void {
    if (event === "workflow_finished")
      this.#end = { status: data?.status ?? "succeeded", outputs: data?.outputs ?? undefined, error: data?.error ?? undefined };
    if (event === "workflow_paused") this.#end = { status: "paused", outputs: undefined, error: undefined };
    if (event === "message_end") this.#end = { status: "succeeded", outputs: undefined, error: undefined };
  }
}

const textOf = (data: Event["data"]): string => (typeof data?.text === "string" ? data.text : "");
/** Only what a node calls files: a node's other outputs may hold the very picture that was sent. */
const filesIn = (data: NonNullable<Event["data"]>): unknown => data.files ?? (data.outputs as { files?: unknown } | null)?.files;
