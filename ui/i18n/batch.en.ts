import { count } from "./count.ts";

/** The Batch screen. */
export const batchEn = {
  title: "Batch",
  together: (n: number) => `Edit all ${n} with one instruction`,
  instruction: "One instruction for all selected layers",
  example: "Replace “¥199” with “¥169”",
  add: (n: number) => (n > 0 ? `Edit ${count(n, "layer")}` : "Edit layers"),
  selectLayers: "Select the layers to be edited.",
  writeFirst: "Write an instruction.",
  offline: "Without the companion they wait here and go out when it is back.",
  queue: "Layers, in order",
  empty: "Nothing in the queue. Selected layers and one instruction fill it; it goes on when this panel is closed and opened again.",
  progress: (done: number, all: number) => `${done} of ${all} done`,
  left: (s: number) => (s < 90 ? `about ${s} s left` : `about ${Math.round(s / 60)} min left`),
  phases: {
    waiting: "waiting",
    preparing: "being sent",
    sending: "being sent",
    running: "in work",
    done: "ready",
    placing: "being placed",
    placed: "placed",
    failed: "failed",
    cancelled: "cancelled",
  },
  unchanged: "nothing changed",
  review: "to review",
  up: (name: string) => `Move ${name} up (Alt+↑)`,
  down: (name: string) => `Move ${name} down (Alt+↓)`,
  place: (name: string, place: number, of: number) => `${name} is number ${place} of ${of} waiting`,
  cancel: (name: string) => `Cancel ${name}`,
  retry: (name: string) => `Try ${name} again`,
  cancelWaiting: (n: number) => `Cancel ${n} waiting`,
  cancelAll: "Cancel all",
  retryAll: (n: number) => `Try ${n} again`,
  clear: "Clear finished",
};

export type BatchWords = typeof batchEn;
