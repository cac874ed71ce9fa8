import type { EditRequest } from "../../../protocol/edit.ts";

/** What a screen wants done: the one record that determines the edit, and a few words for the new layer's name. */
export interface Wish {
  readonly request: EditRequest;
  readonly label: string;
}

const LABEL_CHARS = 60;

/** Cut to what a layer's name can carry. */
export const shorten = (text: string): string => (text.length > LABEL_CHARS ? `${text.slice(0, LABEL_CHARS - 1)}…` : text);
