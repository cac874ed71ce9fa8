import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

interface Node {
  readonly class_type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}
export type Graph = Readonly<Record<string, Node>>;

interface Run {
  readonly id: string;
  readonly graph: Graph;
  readonly clientId: string | undefined;
  picture: Uint8Array;
  state: "waiting" | "running" | "done" | "failed";
}

/** How runs go, from the next one on. */
export type RunMood = "well" | "endless" | "error" | "queued" | "old";

const FILES = {
  UNETLoader: { unet_name: ["other.safetensors", "qwen_image_edit_2509_fp8_e4m3fn.safetensors"], weight_dtype: ["default"] },
  CLIPLoader: { clip_name: ["qwen_2.5_vl_7b_fp8_scaled.safetensors"], type: ["qwen_image"] },
  VAELoader: { vae_name: ["ae.safetensors", "qwen_image_vae.safetensors", "pixel_space"] },
  LoraLoaderModelOnly: { lora_name: ["Qwen-Image-Edit-2509-Lightning-4steps-V1.0-bf16.safetensors"] },
};
const PLAIN = [
  ...["LoadImage", "LoadImageMask", "VAEEncode", "VAEDecode", "TextEncodeQwenImageEditPlus", "ReferenceLatent", "ConditioningZeroOut"],
  ...["ModelSamplingAuraFlow", "CFGNorm", "SetLatentNoiseMask", "KSampler", "PreviewImage"],
];

/** ComfyUI's HTTP and socket as observed on 0.3.64: shapes of `/object_info`, `/upload/image`, `/prompt`, `/history`, `/view`, `/queue`, `/interrupt`, `/ws`. */
export class FakeComfyUi {
  readonly uploads: string[] = [];
  readonly runs: Run[] = [];
  readonly interrupts: unknown[] = [];
  /** `/object_info` by node; what is not in it is unknown to the server. */
  readonly info: Record<string, unknown>;
  mood: RunMood = "well";
  #picture: Uint8Array;
  readonly #sockets = new Map<string, WebSocket>();

  constructor(picture: Uint8Array) {
    this.#picture = picture;
    const lists = Object.entries(FILES).map(([name, inputs]) => {
      const required = Object.fromEntries(Object.entries(inputs).map(([input, names]) => [input, [names]]));
      return [name, { input: { required }, output: [], name, output_node: false }];
    });
    this.info = Object.fromEntries([...lists, ...PLAIN.map((name) => [name, { input: { required: {} }, name }])]);
  }

  adopt(socket: WebSocket, clientId: string): void {
    this.#sockets.set(clientId, socket);
    socket.send(JSON.stringify({ type: "status", data: { status: { exec_info: { queue_remaining: 0 } }, sid: clientId } }));
  }

  answer(request: IncomingMessage, body: Buffer, response: ServerResponse, picture = this.#picture): unknown {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://comfy");
    const json = (value: unknown, status = 200): void => {
      response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
      response.end(JSON.stringify(value));
    };
    const [, first, second] = pathname.split("/");
    if (first === "object_info") return json(this.info[second!] === undefined ? {} : { [second!]: this.info[second!] });
    if (pathname === "/upload/image") return json(this.#store(body));
    if (pathname === "/prompt") return this.#queue(JSON.parse(body.toString()), picture, json);
    if (first === "history") return json(this.#history(second!));
    if (pathname === "/view")
      return response.writeHead(200, { "content-type": "image/png" }).end(this.#find(searchParams.get("filename"))?.picture);
    if (pathname === "/queue" && request.method === "GET") return json(this.#queueView());
    if (pathname === "/queue") return this.#forget(JSON.parse(body.toString()), response);
    if (pathname === "/interrupt") return this.#interrupt(JSON.parse(body.toString()), response);
    return response.writeHead(404).end();
  }

  #store(body: Buffer): unknown {
    const text = body.toString("latin1");
    const name = /filename="([^"]+)"/.exec(text)?.[1] ?? "";
    const field = (field: string): string => new RegExp(`name="${field}"\\r\\n\\r\\n([^\\r]*)`).exec(text)?.[1] ?? "";
    this.uploads.push(`${field("subfolder")}/${name} [${field("type")}]`);
    return { name, subfolder: field("subfolder"), type: field("type") };
  }

  #find(filename: string | null): Run | undefined {
    return this.runs.find(({ id }) => filename === `ComfyUI_temp_${id}.png`);
  }

  #queue(
    { prompt, client_id }: { prompt: Graph; client_id?: string },
    picture: Uint8Array,
    json: (value: unknown, status?: number) => void,
  ): unknown {
    for (const [id, { class_type, inputs }] of Object.entries(prompt)) {
      if (this.info[class_type] === undefined) {
        const message = `Cannot execute because node ${class_type} does not exist.`;
        return json({ error: { type: "invalid_prompt", message, details: `Node ID '#${id}'`, extra_info: {} }, node_errors: {} }, 400);
      }
      if (class_type === "LoadImage" && !this.uploads.includes(String(inputs.image))) return json(badImage(id, String(inputs.image)), 400);
    }
    const run: Run = { id: randomUUID(), graph: prompt, clientId: client_id, picture, state: "waiting" };
    this.runs.push(run);
    json({ prompt_id: run.id, number: this.runs.length, node_errors: {} });
    if (this.mood !== "queued") setTimeout(() => this.#play(run), 20);
    return undefined;
  }

  #tell({ clientId }: Run, type: string, data: Record<string, unknown>): void {
    this.#sockets.get(clientId ?? "")?.send(JSON.stringify({ type, data }));
  }

  #play(run: Run): void {
    const own = { prompt_id: run.id };
    run.state = "running";
    this.#tell(run, "execution_start", { ...own, timestamp: 1 });
    this.#tell(run, "progress", { value: 1, max: 9, ...own, node: "decoded" });
    this.#tell(run, "progress", { value: 1, max: 2, ...own, node: "sampler" });
    this.#preview(run);
    if (this.mood === "endless") return;
    setTimeout(() => (this.mood === "error" ? this.#fail(run) : this.#finish(run)), 60);
  }

  /** Big-endian 1 (picture), 1 (JPEG) and the bytes. */
  #preview(run: Run): void {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(1, 0);
    head.writeUInt32BE(1, 4);
    this.#sockets.get(run.clientId ?? "")?.send(Buffer.concat([head, run.picture]));
  }

  #finish(run: Run): void {
    const own = { prompt_id: run.id };
    this.#tell(run, "progress", { value: 2, max: 2, ...own, node: "sampler" });
    run.state = "done";
    if (this.mood !== "old") this.#tell(run, "execution_success", { ...own, timestamp: 2 });
    this.#tell(run, "executing", { node: null, ...own });
  }

  #fail(run: Run): void {
    run.state = "failed";
    const more = {
      node_id: "sampler",
      node_type: "KSampler",
      executed: [],
      exception_type: "torch.OutOfMemoryError",
      traceback: ["/home/somebody/x.py"],
    };
    this.#tell(run, "execution_error", {
      prompt_id: run.id,
      ...more,
      exception_message: "Allocation on device 0 would exceed allowed memory. (out of memory)",
    });
  }

  #history(id: string): unknown {
    const run = this.runs.find((candidate) => candidate.id === id);
    if (run === undefined || run.state === "waiting" || run.state === "running") return {};
    const images = [{ filename: `ComfyUI_temp_${id}.png`, subfolder: "", type: "temp" }];
    const failed = run.state === "failed";
    const status = {
      status_str: failed ? "error" : "success",
      completed: !failed,
      messages: failed ? [["execution_error", { exception_message: "out of memory" }]] : [],
    };
    return { [id]: { prompt: [0, id, run.graph, {}, ["result"]], outputs: failed ? {} : { result: { images } }, status, meta: {} } };
  }

  #queueView(): unknown {
    const rows = (state: Run["state"]) =>
      this.runs.filter((run) => run.state === state).map(({ id, graph }) => [1, id, graph, {}, ["result"]]);
    return { queue_running: rows("running"), queue_pending: rows("waiting") };
  }

  #forget({ delete: ids = [] }: { delete?: string[] }, response: ServerResponse): void {
    for (const run of this.runs) if (ids.includes(run.id) && run.state === "waiting") run.state = "failed";
    response.writeHead(200).end();
  }

  #interrupt(body: unknown, response: ServerResponse): void {
    this.interrupts.push(body);
    for (const run of this.runs.filter(({ state }) => state === "running")) {
      run.state = "failed";
      this.#tell(run, "execution_interrupted", { prompt_id: run.id, node_id: "sampler", node_type: "KSampler", executed: [] });
    }
    response.writeHead(200).end();
  }
}

function badImage(id: string, name: string): unknown {
  const errors = [
    {
      type: "custom_validation_failed",
      message: "Custom validation failed for node",
      details: `image - Invalid image file: ${name}`,
      extra_info: { input_name: "image" },
    },
  ];
  const error = { type: "prompt_outputs_failed_validation", message: "Prompt outputs failed validation", details: "", extra_info: {} };
  return { error, node_errors: { [id]: { errors, dependent_outputs: ["result"], class_type: "LoadImage" } } };
}

export interface RunningComfyUi {
  readonly url: string;
  readonly comfy: FakeComfyUi;
  /** Ends as a killed process does: every connection breaks. */
  kill(): Promise<void>;
}

/** The fake on loopback, with its socket. */
export async function startFakeComfyUi(picture: Uint8Array): Promise<RunningComfyUi> {
  const comfy = new FakeComfyUi(picture);
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => comfy.answer(request, Buffer.concat(parts), response));
  });
  const sockets = new WebSocketServer({ server, path: "/ws" });
  sockets.on("connection", (socket, request) =>
    comfy.adopt(socket, new URL(request.url ?? "", "http://comfy").searchParams.get("clientId") ?? ""),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comfy,
    kill: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
