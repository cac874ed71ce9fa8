/** Narrower, the text list no longer fits; larger, the panel hides the canvas it is about. */
const WIDTH = { least: 320, most: 900 } as const;
const HEIGHT = { least: 240, most: 1200 } as const;
/** Figma cuts longer notices. */
const NOTICE_CHARS = 100;

const within = (value: number, { least, most }: { readonly least: number; readonly most: number }): number =>
  Math.min(most, Math.max(least, Math.round(value)));

/** Opens the panel from the page Figma put beside the manifest. */
export const openPanel = (): void => figma.showUI(__html__, { width: 340, height: 640, themeColors: true, title: "Emend" });

export const resizePanel = (width: number, height: number): void => figma.ui.resize(within(width, WIDTH), within(height, HEIGHT));

/** Shows a notice at the foot of the canvas, cut to what Figma shows. */
export function showNotice(text: string, error: boolean): void {
  const chars = Array.from(text);
  figma.notify(chars.length <= NOTICE_CHARS ? text : `${chars.slice(0, NOTICE_CHARS - 1).join("")}…`, { error });
}

/** Opens a web page in the person's browser; anything but http and https is left alone. */
export function openInBrowser(url: string): void {
  if (/^https?:\/\//i.test(url)) figma.openExternal(url);
}
