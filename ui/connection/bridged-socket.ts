import type { SocketLike } from "./environment.ts";

type Listener = (event: { data: unknown }) => void;

export interface BridgedSocketPorts {
  send(data: string | ArrayBuffer): void;
  shut(): void;
}

/** A socket that lives in another window, told of what happens to it there. */
export class BridgedSocket implements SocketLike {
  binaryType = "arraybuffer";
  readyState = 0;
  bufferedAmount = 0;
  readonly #listeners = new Map<string, Listener[]>();
  readonly #ports: BridgedSocketPorts;

  constructor(ports: BridgedSocketPorts) {
    this.#ports = ports;
  }

  send(data: string | Uint8Array<ArrayBuffer>): void {
    if (this.readyState !== 1) return;
    // A frame of ours owns its whole buffer; anything else is copied before the buffer is given away.
    const own = typeof data !== "string" && data.byteLength !== data.buffer.byteLength ? data.slice() : data;
    if (typeof own !== "string") this.bufferedAmount += own.byteLength;
    this.#ports.send(typeof own === "string" ? own : own.buffer);
  }

  close(): void {
    if (this.readyState > 1) return;
    this.readyState = 2;
    this.#ports.shut();
  }

  addEventListener(type: "open" | "close" | "error" | "message", listener: Listener): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  opened(): void {
    this.readyState = 1;
    this.#tell("open");
  }

  message(data: unknown): void {
    this.#tell("message", data);
  }

  sent(bytes: number): void {
    this.bufferedAmount = Math.max(0, this.bufferedAmount - bytes);
  }

  closed(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.#tell("close");
  }

  #tell(type: string, data?: unknown): void {
    for (const listener of this.#listeners.get(type) ?? []) listener({ data });
  }
}
