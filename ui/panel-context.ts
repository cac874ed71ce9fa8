import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Go } from "./session/job/job-event.ts";
import type { PictureId } from "./session/layer/layer-state.ts";
import type { UiEvent } from "./session/ui-event.ts";
import type { UiState } from "./session/ui-state.ts";

/** What every screen may use: the state, the way to change it, and the pictures it names. */
export interface Panel {
  readonly state: UiState;
  dispatch(event: UiEvent): void;
  bitmap(picture: PictureId): ImageBitmap | undefined;
  /** A fresh key and the present time, for the events that start a job. */
  go(): Go;
}

export const PanelContext = createContext<Panel | undefined>(undefined);

/** Throws outside the app: that is a bug. */
export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error("usePanel outside the app");
  return panel;
}
