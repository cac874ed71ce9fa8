import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Go } from "./session/job/job-event.ts";
import type { PictureId } from "./session/layer/layer-state.ts";
import type { UiEvent } from "./session/ui-event.ts";
import type { UiState } from "./session/ui-state.ts";

/** What stays the same while the panel runs: the way to change the state, and the pictures it names. */
export interface PanelTools {
  dispatch(event: UiEvent): void;
  bitmap(picture: PictureId): ImageBitmap | undefined;
  /** A fresh key and the present time, for the events that start a job. */
  go(): Go;
}

/** What every screen may use. */
export interface Panel extends PanelTools {
  readonly state: UiState;
}

export const PanelContext = createContext<Panel | undefined>(undefined);
export const PanelToolsContext = createContext<PanelTools | undefined>(undefined);

/** Throws outside the app: that is a bug. */
export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error("usePanel outside the app");
  return panel;
}

/** For what lies in long lists: unlike `usePanel` it does not draw anew with every change of the state. Throws outside the app. */
export function usePanelTools(): PanelTools {
  const tools = useContext(PanelToolsContext);
  if (!tools) throw new Error("usePanelTools outside the app");
  return tools;
}
