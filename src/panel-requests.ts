import type { ToMain, ToPanel } from "../protocol/bridge.ts";
import { type EmendError, emendError, exhaustive, type Result } from "../protocol/errors.ts";
import { openInBrowser, resizePanel, showNotice } from "./bridge/panel-window.ts";
import { exportLayer } from "./export/export-layer.ts";
import { ownLayer } from "./export/own-layer.ts";
import { refused } from "./insertion/failure.ts";
import { insertPatch } from "./insertion/insert-patch.ts";
import { setOriginalVisible } from "./insertion/own-original.ts";
import { discardResult, setResultVisible } from "./insertion/own-results.ts";
import { placeSample } from "./insertion/place-sample.ts";
import { areasInPicture } from "./selection/areas-in-picture.ts";
import { currentSelection } from "./selection/current-selection.ts";
import { findLayer } from "./selection/find-layer.ts";
import { madeLayers } from "./selection/made-layers.ts";
import { revealLayer } from "./selection/reveal-layer.ts";
import { loadSettings, saveSettings } from "./settings/settings-storage.ts";
import { placeVariants } from "./variants/place-variants.ts";

type Send = (message: ToPanel) => void;
type Request = Extract<ToMain, { readonly requestId: number }>;
type Notice = Exclude<ToMain, Request>;

const failure = (requestId: number, error: EmendError): ToPanel => ({ type: "failed", requestId, error });

const done = (requestId: number, result: Result<void, EmendError>): ToPanel =>
  result.ok ? { type: "done", requestId } : failure(requestId, result.error);

const nothingToExport = (): EmendError =>
  emendError("selection_not_editable", "The layer is no longer in this file.", {
    help: "Select another layer, or bring it back with undo.",
  });

async function answerExport({ requestId, layerId }: Extract<ToMain, { type: "export" }>): Promise<ToPanel> {
  const node = await findLayer(layerId);
  if (node === undefined) return failure(requestId, nothingToExport());
  const exported = await exportLayer(node);
  return exported.ok ? { type: "exported", requestId, layerId, ...exported.value } : failure(requestId, exported.error);
}

async function answerInsert(message: Extract<ToMain, { type: "insert" }>): Promise<ToPanel> {
  const { requestId } = message;
  const inserted = await insertPatch(message);
  return inserted.ok ? { type: "inserted", requestId, ...inserted.value } : failure(requestId, inserted.error);
}

function answerStore({ requestId, bytes }: Extract<ToMain, { type: "store" }>): ToPanel {
  try {
    return { type: "stored", requestId, imageHash: figma.createImage(bytes).hash };
  } catch (cause) {
    return failure(requestId, refused(cause));
  }
}

async function answerVary(message: Extract<ToMain, { type: "vary" }>): Promise<ToPanel> {
  const { requestId } = message;
  const placed = await placeVariants(message);
  return placed.ok ? { type: "varied", requestId, ...placed.value } : failure(requestId, placed.error);
}

async function answerOwn(message: Extract<ToMain, { type: "own" }>): Promise<ToPanel> {
  const layer = await ownLayer(message);
  return { type: "own", requestId: message.requestId, ...(layer && { layer }) };
}

/** One request, one answer with its id. */
async function answer(message: Request): Promise<ToPanel> {
  switch (message.type) {
    case "export":
      return answerExport(message);
    case "insert":
      return answerInsert(message);
    case "store":
      return answerStore(message);
    case "sample":
      return done(message.requestId, placeSample(message));
    case "vary":
      return answerVary(message);
    case "areas":
      return { type: "areas", requestId: message.requestId, areas: areasInPicture(message.layerId, message.placement) };
    case "own":
      return answerOwn(message);
    case "made":
      return { type: "made", requestId: message.requestId, layers: await madeLayers() };
    case "visible":
      return done(message.requestId, await setResultVisible(message.nodeId, message.visible));
    case "discard":
      return done(message.requestId, await discardResult(message.nodeId, message.withOriginal));
    case "original":
      return done(message.requestId, await setOriginalVisible(message.nodeId, message.visible));
    default:
      return exhaustive(message);
  }
}

/** The panel is there: it gets what it needs to begin. */
async function greet(send: Send): Promise<void> {
  const colourProfile = figma.root.documentColorProfile;
  send({ type: "init", settings: await loadSettings(), command: figma.command, colourProfile });
  send({ type: "selection", layers: currentSelection() });
}

async function heed(message: Notice, send: Send): Promise<void> {
  switch (message.type) {
    case "ready":
      return greet(send);
    case "reveal":
      return revealLayer(message.nodeId);
    case "settings":
      return saveSettings(message.settings);
    case "notify":
      return showNotice(message.text, message.error);
    case "resize":
      return resizePanel(message.width, message.height);
    case "open":
      return openInBrowser(message.url);
    case "close":
      return figma.closePlugin();
    default:
      return exhaustive(message);
  }
}

/** Does what a message of the panel asks for; the one place that knows which module does what. */
export async function handlePanelMessage(message: ToMain, send: Send): Promise<void> {
  if ("requestId" in message) send(await answer(message));
  else await heed(message, send);
}
