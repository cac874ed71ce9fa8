import type { EditResult } from "../../protocol/edit.ts";

const digest = (letter: string): string => letter.repeat(64);

/** A whole, valid result; tests override what they are about. */
export function someResult(overrides: Partial<EditResult> = {}): EditResult {
  return {
    plan: { instruction: "remove it", operations: [{ kind: "text.remove", text: { from: "it" } }] },
    engine: "fake",
    texts: [],
    confidence: 0.9,
    needsReview: false,
    reasons: [],
    outside: { pixels: 100, changed: 0, maxDiff: 0 },
    patch: { x: 1, y: 2, width: 3, height: 4, sha256: digest("b") },
    source: { width: 20, height: 10, sha256: digest("a") },
    result: { width: 20, height: 10, sha256: digest("c") },
    timingsMs: { decode: 1 },
    cache: "miss",
    seed: 0,
    warnings: [],
    certificate: {
      version: 1,
      source: digest("a"),
      sourcePixels: digest("d"),
      mask: digest("e"),
      patch: digest("b"),
      resultPixels: digest("f"),
      settings: digest("0"),
      engine: "fake",
      createdAt: "2026-01-01T00:00:00.000Z",
    },
    ...overrides,
  };
}
