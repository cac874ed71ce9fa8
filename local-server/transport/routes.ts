import type { Role } from "../../protocol/access.ts";
import type { TenantServices } from "./services.ts";

/** What a handler gets: the request, and the services of who is asking (`services.principal`). */
export interface Call {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly services: TenantServices;
}
export type Handler = (call: Call) => Promise<Response>;

/** A handler and the least role that may use it. */
export interface Guarded {
  readonly role: Role;
  readonly handle: Handler;
}
export const forViewers = (handle: Handler): Guarded => ({ role: "viewer", handle });
export const forEditors = (handle: Handler): Guarded => ({ role: "editor", handle });
export const forAdmins = (handle: Handler): Guarded => ({ role: "admin", handle });

export type Method = "GET" | "PUT" | "POST" | "DELETE";
/** By path pattern, then by method; `HEAD` goes to `GET`. */
export type Routes = Readonly<Record<string, Readonly<Partial<Record<Method, Guarded>>>>>;
