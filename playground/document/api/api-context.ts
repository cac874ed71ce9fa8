import type { NodeHandles } from "../node-handles.ts";
import type { SessionPorts } from "../plugin-session.ts";

/** What the parts of the `figma` object share. */
export interface ApiContext {
  readonly handles: NodeHandles;
  readonly ports: SessionPorts;
}

/** Methods and constants of one part of `figma`; accessors through property descriptors. */
export type ApiPart = Readonly<Record<string, unknown>>;
