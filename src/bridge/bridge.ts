import * as v from "valibot";
import { type ToMain, ToMainSchema, type ToPanel, ToPanelSchema } from "../../protocol/bridge.ts";
import { type EmendError, emendError } from "../../protocol/errors.ts";
import { readMessage } from "./read-message.ts";

/** The part of `figma.ui` the bridge needs. */
export interface PanelPort {
  postMessage(message: unknown): void;
  onmessage: ((message: unknown, props: never) => void) | undefined;
}

export interface Bridge {
  /** Sends one message; the bytes in it are copied. Throws where the message does not keep the contract: that is a bug. */
  send(message: ToPanel): void;
  /** Stops listening. */
  close(): void;
}

/** Answers to no request: the id of a failure whose message carried none. */
const NO_REQUEST = -1;

const numericId = (message: unknown): number => {
  const id = typeof message === "object" && message !== null ? (message as { readonly requestId?: unknown }).requestId : undefined;
  return typeof id === "number" ? id : NO_REQUEST;
};

const notUnderstood = (issues: readonly v.BaseIssue<unknown>[]): EmendError => {
  const at = issues[0] === undefined ? null : v.getDotPath(issues[0]);
  return emendError("bad_request", "The panel sent something the plugin does not understand.", {
    help: "Close Emend and open it again; both parts must be of one version.",
    details: { at: at ?? "message" },
  });
};

const unexpected = (cause: unknown): EmendError =>
  emendError("internal", "Something went wrong inside the plugin.", {
    help: "Try again. If it happens again, close Emend and open it anew.",
    details: { reason: cause instanceof Error ? cause.name : "unknown" },
  });

/**
 * Connects the main thread with the panel. Every message is checked in both directions; one that breaks the contract is dropped and answered
 * with `failed` (`bad_request`), and a handler that throws is answered with `failed` (`internal`).
 */
export function openBridge(port: PanelPort, handle: (message: ToMain, send: Bridge["send"]) => Promise<void>): Bridge {
  const send = (message: ToPanel): void => {
    const read = readMessage(ToPanelSchema, message);
    if (!read.success) throw new v.ValiError(read.issues);
    port.postMessage(read.output);
  };
  const fail = (message: unknown, error: EmendError): void => send({ type: "failed", requestId: numericId(message), error });
  port.onmessage = (message) => {
    const parsed = readMessage(ToMainSchema, message);
    if (!parsed.success) return fail(message, notUnderstood(parsed.issues));
    handle(parsed.output, send).catch((cause: unknown) => fail(message, unexpected(cause)));
  };
  return {
    send,
    close: () => {
      port.onmessage = undefined;
    },
  };
}
