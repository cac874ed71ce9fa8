import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Figma loads Inter into the frame before the plugin starts. */
const INTER = readFileSync(fileURLToPath(import.meta.resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2")));
const FONT = `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${INTER.toString("base64")})}`;

/** Figma's published UI colours, both themes, as the host hands them to a plugin's frame. */
const LIGHT =
  "--figma-color-bg:#fff;--figma-color-bg-secondary:#f5f5f5;--figma-color-bg-hover:#f5f5f5;--figma-color-bg-brand:#0d99ff;--figma-color-bg-success:#14ae5c;--figma-color-bg-warning:#ffcd29;--figma-color-bg-danger:#f24822;--figma-color-border:#e6e6e6;--figma-color-text:rgba(0,0,0,.9);--figma-color-text-onbrand:#fff;--figma-color-text-brand:#007be5;--figma-color-text-success:#009951;--figma-color-text-warning:#b86200;--figma-color-text-danger:#dc3412";
const DARK =
  "--figma-color-bg:#2c2c2c;--figma-color-bg-secondary:#383838;--figma-color-bg-hover:#383838;--figma-color-bg-brand:#0c8ce9;--figma-color-bg-success:#198f51;--figma-color-bg-warning:#f3c11b;--figma-color-bg-danger:#e03e1a;--figma-color-border:#444;--figma-color-text:#fff;--figma-color-text-onbrand:#fff;--figma-color-text-brand:#7cc4f8;--figma-color-text-success:#79d297;--figma-color-text-warning:#f7d15f;--figma-color-text-danger:#fca397";

export type Theme = "light" | "dark";

/** The panel as Figma would show it: its theme class and variables put into the page. */
export const themed = (panel: string, theme: Theme): string =>
  panel
    .replace("<html ", `<html class="figma-${theme}" `)
    .replace("<head>", `<head><style>${FONT}:root{${theme === "light" ? LIGHT : DARK}}</style>`);

/**
 * The page around the panel: a sandboxed frame without an origin, as Figma's is, and a stand-in for the main thread. It notes what the
 * panel asks (`heard`), draws the poster and the patch it hands out, and says what the test tells it to (`say`).
 */
export const HOST_SCRIPT = `
const heard = [];
const frame = document.querySelector("iframe");
const say = (pluginMessage) => frame.contentWindow.postMessage({ pluginMessage }, "*");
const bytesOf = async (canvas) => new Uint8Array(await (await new Promise((r) => canvas.toBlob(r, "image/png"))).arrayBuffer());
const canvasOf = (width, height) => Object.assign(document.createElement("canvas"), { width, height });
function paint(context, price) {
  const sky = context.createLinearGradient(0, 0, 0, 900);
  sky.addColorStop(0, "#f6d9c4"); sky.addColorStop(0.6, "#e79b7d"); sky.addColorStop(1, "#7b3f4c");
  context.fillStyle = sky; context.fillRect(0, 0, 720, 900);
  context.fillStyle = "#fff3e8"; context.beginPath(); context.arc(360, 470, 190, 0, 7); context.fill();
  context.fillStyle = "#4d2330"; context.textBaseline = "top";
  context.font = "700 92px sans-serif"; context.fillText("新品上市", 60, 70);
  context.font = "600 40px sans-serif"; context.fillText("Spring collection", 60, 190);
  context.font = "800 96px sans-serif"; context.fillText(price, 265, 425);
  context.font = "400 26px sans-serif"; context.fillStyle = "#fff3e8"; context.fillText("Only until 30 April, in all our shops", 60, 820);
}
async function poster(price) { const c = canvasOf(720, 900); paint(c.getContext("2d"), price); return c; }
async function before() { return bytesOf(await poster("¥199")); }
async function after() { return bytesOf(await poster("¥169")); }
async function patch(rect) {
  const c = canvasOf(rect.width, rect.height);
  c.getContext("2d").drawImage(await poster("¥169"), -rect.x, -rect.y);
  return bytesOf(c);
}
const placement = { transform: [[1, 0, 0], [0, 1, 0]], width: 720, height: 900, imageWidth: 720, imageHeight: 900 };
addEventListener("message", async ({ source, data }) => {
  if (source !== frame.contentWindow) return;
  const m = data.pluginMessage;
  heard.push(m.bytes ? { ...m, bytes: m.bytes.length } : m);
  if (m.type === "export") say({ type: "exported", requestId: m.requestId, layerId: m.layerId, bytes: await bytesOf(await poster("¥199")), original: true, placement });
  if (m.type === "insert") say({ type: "inserted", requestId: m.requestId, nodeId: "7:7", anchoredTo: m.layerId });
  if (m.type === "own") say({ type: "own", requestId: m.requestId, layer: { plain: true, bytes: await bytesOf(await poster("¥199")) } });
  if (m.type === "store") say({ type: "stored", requestId: m.requestId, imageHash: "hash-" + m.requestId });
  if (m.type === "vary") say({ type: "varied", requestId: m.requestId, nodeIds: m.items.map((_, i) => "9:" + i), containerId: "9:9" });
  if (m.type === "sample") say({ type: "done", requestId: m.requestId });
  if (m.type === "sample") say({ type: "selection", layers: [{ id: "1:9", name: m.name, kind: "image", width: m.width, height: m.height, blocked: "none" }] });
  if (m.type === "made") say({ type: "made", requestId: m.requestId, layers: [] });
  if (m.type === "areas") say({ type: "areas", requestId: m.requestId, areas: window.stage.areas });
  if (["visible", "original", "discard"].includes(m.type)) say({ type: "done", requestId: m.requestId });
});
window.stage = { heard, say, areas: [], patch: async (rect) => Array.from(await patch(rect)), before: async () => Array.from(await before()), after: async () => Array.from(await after()) };
`;

export const hostPage = (frameSource: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>stage</title><style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style><body><iframe title="panel" sandbox="allow-scripts" srcdoc="${frameSource
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")}"></iframe><script>${HOST_SCRIPT}</script></body></html>`;
