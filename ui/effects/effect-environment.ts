import type { PanelBridge } from "../bridge/panel-bridge.ts";
import type { CompanionClient } from "../connection/companion-client.ts";
import type { Connector } from "../connection/connector.ts";
import type { PictureShelf, Preview } from "../pictures/picture-shelf.ts";
import type { UiEvent } from "../session/ui-event.ts";

/** The world as effects reach it. */
export interface EffectEnvironment {
  readonly bridge: Pick<PanelBridge, "send" | "request">;
  readonly connector: Pick<Connector, "connect"> & { readonly client: CompanionClient };
  readonly shelf: Pick<PictureShelf<Preview>, "put" | "release">;
  dispatch(event: UiEvent): void;
}
