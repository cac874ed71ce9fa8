import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A WebSocket by hand, for what no library would send. Frames are masked with zeros, which is allowed and cheap. */
export class RawSocketClient {
  readonly socket: Socket;
  /** The close code the other side gave, once it did. */
  closeCode: number | undefined;
  #answer = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on("error", () => undefined);
    socket.on("data", (data) => this.#read(data));
  }

  /** Connects and upgrades; `extensions` goes into the handshake. */
  static async open(port: number, token: string, extensions = ""): Promise<RawSocketClient> {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    const key = randomBytes(16).toString("base64");
    const head = [
      "GET /api/v1/socket HTTP/1.1",
      `Host: 127.0.0.1:${port}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${key}`,
      `Sec-WebSocket-Protocol: emend.v1, ${token}`,
      ...(extensions === "" ? [] : [`Sec-WebSocket-Extensions: ${extensions}`]),
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
    const [first] = (await once(socket, "data")) as [Buffer];
    if (!first.toString("latin1").startsWith("HTTP/1.1 101")) throw new Error(`not admitted: ${first.toString("latin1").slice(0, 40)}`);
    return new RawSocketClient(socket);
  }

  get gone(): boolean {
    return this.socket.destroyed || this.socket.readyState === "closed";
  }

  /** Writes unless the other side has gone; waits where the system cannot take more. */
  async write(bytes: Uint8Array): Promise<void> {
    if (this.gone) return;
    if (!this.socket.write(bytes)) await Promise.race([once(this.socket, "drain"), once(this.socket, "close")]).catch(() => undefined);
  }

  async closed(withinMs = 5000): Promise<void> {
    const end = Date.now() + withinMs;
    while (!this.gone && this.closeCode === undefined && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
    this.socket.destroy();
  }

  /** Looks for a close frame; others are skipped over as they come. */
  #read(data: Buffer): void {
    this.#answer = Buffer.concat([this.#answer.subarray(-256), data]);
    const at = this.#answer.lastIndexOf(0x88);
    if (at >= 0 && this.#answer.length >= at + 4 && this.#answer[at + 1]! >= 2 && this.#answer[at + 1]! < 126) {
      const code = this.#answer.readUInt16BE(at + 2);
      if (code >= 1000 && code < 5000) this.closeCode = code;
    }
  }
}

export interface FrameOptions {
  readonly opcode: number;
  readonly fin?: boolean;
  /** RSV1: the sender says it is compressed. */
  readonly compressed?: boolean;
  readonly length?: number;
}

/** One client frame; `length` can claim more than `payload` has. */
export function frameOf(payload: Uint8Array, { opcode, fin = true, compressed = false, length = payload.length }: FrameOptions): Buffer {
  const first = (fin ? 0x80 : 0) | (compressed ? 0x40 : 0) | opcode;
  const size = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  size[0] = first;
  size[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (size.length === 4) size.writeUInt16BE(length, 2);
  if (size.length === 10) size.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([size, Buffer.alloc(4), payload]);
}
