import { UNREAD } from "./targets.ts";

/** For comparing what was wanted with what is read: widths, spaces, case and signs the reader has no letters for do not count. */
export const asCompared = (text: string): string => text.normalize("NFKC").replace(UNREAD, "").replace(/\s+/g, "").toLowerCase();
