import * as v from "valibot";

/**
 * Messages between the panel and the companion's own page (`/bridge.html`) in a window the panel opened: the way round a browser that
 * keeps the panel's frame from this computer. The page carries sockets to its own companion and to nothing else. `relay` is the secret of
 * this one window, which the panel put behind the `#` of its address: whoever repeats it was opened by this panel.
 */
const RelaySchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const SocketId = v.number();
const DataSchema = v.union([v.string(), v.instance(ArrayBuffer)]);

export const RELAY_PAGE = "/bridge.html";

export const ToRelaySchema = v.variant("type", [
  v.object({ type: v.literal("open"), relay: RelaySchema, socket: SocketId, token: v.pipe(v.string(), v.maxLength(200)) }),
  v.object({ type: v.literal("send"), relay: RelaySchema, socket: SocketId, data: DataSchema }),
  v.object({ type: v.literal("shut"), relay: RelaySchema, socket: SocketId }),
  /** Asks for `health`. */
  v.object({ type: v.literal("ask"), relay: RelaySchema }),
]);
export type ToRelay = v.InferOutput<typeof ToRelaySchema>;

export const FromRelaySchema = v.variant("type", [
  /** The page stands; sockets of an earlier page in the same window are gone. */
  v.object({ type: v.literal("ready"), relay: RelaySchema }),
  /** What the companion's `/health` says just now; nothing where it does not answer. */
  v.object({ type: v.literal("health"), relay: RelaySchema, health: v.optional(v.unknown()) }),
  v.object({ type: v.literal("opened"), relay: RelaySchema, socket: SocketId }),
  v.object({ type: v.literal("message"), relay: RelaySchema, socket: SocketId, data: DataSchema }),
  /** So many bytes have left the window. */
  v.object({ type: v.literal("sent"), relay: RelaySchema, socket: SocketId, bytes: v.number() }),
  v.object({ type: v.literal("closed"), relay: RelaySchema, socket: SocketId }),
]);
export type FromRelay = v.InferOutput<typeof FromRelaySchema>;
