import { type EmendError, emendError } from "../../protocol/errors.ts";
import type { PanelBridge } from "../bridge/panel-bridge.ts";
import type { CompanionClient } from "../connection/companion-client.ts";
import type { Connector } from "../connection/connector.ts";
import type { PictureShelf, Preview } from "../pictures/picture-shelf.ts";
import type { UiEvent } from "../session/ui-event.ts";

/** The world as effects reach it. */
export interface EffectEnvironment {
  readonly bridge: Pick<PanelBridge, "send" | "request">;
  readonly connector: Pick<Connector, "connect" | "connectThroughWindow" | "findings"> & { readonly client: CompanionClient };
  readonly shelf: Pick<PictureShelf<Preview>, "put" | "release">;
  dispatch(event: UiEvent): void;
}

/** Carries the effects of one area out; outcomes are dispatched as events. `dispose` ends what is under way. */
export interface Carrier<E> {
  run(effect: E): void;
  dispose?(): void;
}

/** For requests that must not stop half-way. */
export const NEVER = new AbortController().signal;

/** A bug must not leave the panel waiting for ever: it ends the work it broke, visibly. */
export const panelBug = (): EmendError => emendError("internal", "Something unexpected went wrong in the panel.");
