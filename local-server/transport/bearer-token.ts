import { createHash, timingSafeEqual } from "node:crypto";
import { SOCKET_PROTOCOL } from "../../protocol/version.ts";
import { headerValues } from "./host-guard.ts";

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Compares digests, so neither length nor content of the secret shows in the time taken. Nobody is admitted where there is no token. */
export function tokenMatches(given: string | undefined, expected: string | undefined): boolean {
  if (given === undefined || expected === undefined || expected === "") return false;
  return timingSafeEqual(sha256(given), sha256(expected));
}

/** The token of an HTTP request: exactly one `Authorization: Bearer …`. */
export function bearerOf(rawHeaders: readonly string[]): string | undefined {
  const values = headerValues(rawHeaders, "authorization");
  return values.length === 1 ? /^Bearer +([^\s]+)$/i.exec(values[0]!)?.[1] : undefined;
}

/** The token of a handshake: exactly `Sec-WebSocket-Protocol: emend.v1, <token>`; never the query, which ends up in logs. */
export function socketTokenOf(rawHeaders: readonly string[]): string | undefined {
  const values = headerValues(rawHeaders, "sec-websocket-protocol");
  const parts = values.length === 1 ? values[0]!.split(",").map((part) => part.trim()) : [];
  return parts.length === 2 && parts[0] === SOCKET_PROTOCOL ? parts[1] : undefined;
}
