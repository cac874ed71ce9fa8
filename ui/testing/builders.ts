import type { LayerSummary } from "../../protocol/bridge.ts";
import type { EditResult } from "../../protocol/edit.ts";
import type { FoundText } from "../../protocol/text-style.ts";
import type { Effect } from "../session/effect.ts";
import type { Source } from "../session/layer/layer-state.ts";
import { reduce } from "../session/reduce.ts";
import type { UiEvent } from "../session/ui-event.ts";
import { initialState, type UiState } from "../session/ui-state.ts";

/** Builders for the panel's tests: whole, valid values with overrides. */
export const digestOf = (digit: string): string => digit.repeat(64);

export function foundText(string: string, at: { readonly x: number; readonly y: number } = { x: 10, y: 10 }): FoundText {
  const { x, y } = at;
  const quad: FoundText["quad"] = [
    { x, y },
    { x: x + 80, y },
    { x: x + 80, y: y + 20 },
    { x, y: y + 20 },
  ];
  return { string, quad, confidence: 0.97 };
}

export function source(more: Partial<Source> = {}): Source {
  const transform: Source["placement"]["transform"] = [
    [1, 0, 0],
    [0, 1, 0],
  ];
  return {
    layer: { id: "1:2", name: "poster" },
    placement: { transform, width: 300, height: 300, imageWidth: 300, imageHeight: 300 },
    sha256: digestOf("a"),
    texts: [foundText("¥199"), foundText("新品上市", { x: 100, y: 140 })],
    picture: 1,
    ...more,
  };
}

export const layer = (more: Partial<LayerSummary> = {}): LayerSummary => ({
  id: "1:2",
  name: "poster",
  kind: "image",
  width: 300,
  height: 300,
  blocked: "none",
  ...more,
});

export function editResult(more: Partial<EditResult> = {}): EditResult {
  const picture = { width: 300, height: 300, sha256: digestOf("b") };
  return {
    plan: { instruction: "", operations: [] },
    engine: "instant",
    texts: [],
    confidence: 0.92,
    needsReview: false,
    reasons: [],
    outside: { pixels: 88_400, changed: 0, maxDiff: 0 },
    patch: { x: 10, y: 10, width: 80, height: 20, sha256: digestOf("c") },
    source: { ...picture, sha256: digestOf("a") },
    result: picture,
    timingsMs: {},
    cache: "miss",
    seed: 7,
    warnings: [],
    certificate: {
      version: 1,
      source: digestOf("a"),
      sourcePixels: digestOf("d"),
      mask: digestOf("e"),
      patch: digestOf("c"),
      resultPixels: digestOf("f"),
      settings: digestOf("0"),
      engine: "instant",
      createdAt: "2026-11-21T20:00:00.000Z",
    },
    ...more,
  };
}

export interface Walk {
  readonly state: UiState;
  /** Effects of the last event only. */
  readonly effects: readonly Effect[];
}

/** Walks the session through `events`. */
export function walk(from: UiState, ...events: readonly UiEvent[]): Walk {
  return events.reduce<Walk>(({ state }, event) => reduce(state, event), { state: from, effects: [] });
}

/** A started, connected session with nothing selected. */
export const connected = (): UiState =>
  walk(
    initialState("en"),
    { type: "shell.init", settings: { token: "t".repeat(43), port: 17320 } },
    { type: "shell.connection", connection: { kind: "connected", port: 17320, companion: "emend" } },
  ).state;

/** A session with `of` selected, sent and read. */
export const ready = (of: Source = source()): UiState =>
  walk(
    connected(),
    { type: "layer.selection", layers: [layer({ id: of.layer.id, name: of.layer.name })] },
    { type: "layer.ready", loadId: 1, source: of },
  ).state;
