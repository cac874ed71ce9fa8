import type { Socket } from "node:net";

/** Enough for everybody who has just come and not said yet who they are. */
const MAX_STRANGERS = 256;

/**
 * Connections on which nobody has shown a token yet. When there are too many, the one that has been silent longest goes: a flood
 * of idle connections then costs its own, and never keeps out somebody with a token, who is a stranger for milliseconds.
 */
export class StrangerList {
  readonly #strangers = new Set<Socket>();

  get size(): number {
    return this.#strangers.size;
  }

  greet(socket: Socket): void {
    this.#strangers.add(socket);
    socket.once("close", () => this.#strangers.delete(socket));
    if (this.#strangers.size <= MAX_STRANGERS) return;
    const [oldest] = this.#strangers;
    this.know(oldest!);
    oldest!.destroy();
  }

  /** Somebody showed a token on this connection. */
  know(socket: Socket): void {
    this.#strangers.delete(socket);
  }
}
