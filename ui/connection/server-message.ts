import * as v from "valibot";
import { type ServerMessage, ServerMessageSchema } from "../../protocol/socket.ts";

/** Reads one text frame; `undefined` where it is not a message of this protocol. */
export function readServerMessage(data: string): ServerMessage | undefined {
  try {
    const parsed = v.safeParse(ServerMessageSchema, JSON.parse(data));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
