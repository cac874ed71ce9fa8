import { movedTo } from "../document/auto-layout.ts";
import type { FigmaDocument } from "../document/figma-document.ts";
import { place } from "../document/settle.ts";
import type { CanvasView } from "./canvas-view.ts";
import { listen } from "./dom.ts";
import { pick } from "./pick.ts";
import type { Viewport } from "./viewport.ts";

/** A press that moves less is a click, CSS pixels. */
const CLICK = 4;
const WHEEL_ZOOM = 0.01;

interface Gesture {
  move(dx: number, dy: number): void;
  end(): void;
}

interface Stage {
  readonly document: FigmaDocument;
  readonly view: Viewport;
  readonly canvas: CanvasView;
}

const nothing: Gesture = { move: () => undefined, end: () => undefined };

const panning = ({ view, canvas }: Stage): Gesture => ({
  move: (dx, dy) => view.panBy(-dx, -dy),
  end: () => canvas.canvas.classList.remove("panning"),
});

/** Moves the selected layers; one undo step for the whole drag. */
function dragging({ document, view }: Stage): Gesture {
  let travelled = 0;
  document.commitUndo();
  return {
    move: (dx, dy) => {
      travelled += Math.hypot(dx, dy);
      if (travelled < CLICK) return;
      for (const id of document.selection()) {
        const { transform } = document.scene.get(id);
        place(document.scene, id, movedTo(transform, transform[0][2] + dx / view.zoom, transform[1][2] + dy / view.zoom));
        document.touch(id);
      }
    },
    end: () => document.commitUndo(),
  };
}

function choose({ document }: Stage, id: string | undefined, adding: boolean): void {
  const present = document.selection();
  if (id === undefined) document.select(adding ? present : []);
  else if (!adding) document.select(present.includes(id) ? present : [id]);
  else document.select(present.includes(id) ? present.filter((p) => p !== id) : [...present, id]);
}

function begin(stage: Stage, event: PointerEvent, spaceHeld: boolean): Gesture {
  if (event.button === 1 || spaceHeld) {
    stage.canvas.canvas.classList.add("panning");
    return panning(stage);
  }
  if (event.button !== 0) return nothing;
  const id = pick(stage.document.scene, stage.document.currentPageId, stage.view.toPage(event.offsetX, event.offsetY));
  choose(stage, id, event.shiftKey);
  return id === undefined ? nothing : dragging(stage);
}

function listenToWheel({ view, canvas }: Stage): void {
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) view.zoomAt(event.offsetX, event.offsetY, Math.exp(-event.deltaY * WHEEL_ZOOM));
    else view.panBy(event.shiftKey ? event.deltaY : event.deltaX, event.shiftKey ? 0 : event.deltaY);
  };
  listen(canvas.canvas, "wheel", onWheel, { passive: false });
}

const isTyping = (event: KeyboardEvent): boolean => event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement;

/** Space held turns dragging into panning. */
function watchSpace(surface: HTMLElement): () => boolean {
  let held = false;
  const hold = (event: KeyboardEvent, down: boolean): void => {
    if (event.code !== "Space" || isTyping(event)) return;
    event.preventDefault();
    held = down;
    surface.classList.toggle("pannable", down);
  };
  listen(window, "keydown", (event) => hold(event, true));
  listen(window, "keyup", (event) => hold(event, false));
  return () => held;
}

/** Selecting, moving, panning and zooming with pointer, wheel and pinch. */
export function listenToGestures(stage: Stage): void {
  const surface = stage.canvas.canvas;
  const isSpaceHeld = watchSpace(surface);
  let gesture = nothing;
  let last = { x: 0, y: 0 };
  listen(surface, "pointerdown", (event) => {
    surface.setPointerCapture(event.pointerId);
    last = { x: event.clientX, y: event.clientY };
    gesture = begin(stage, event, isSpaceHeld());
  });
  listen(surface, "pointermove", (event) => {
    const point = stage.view.toPage(event.offsetX, event.offsetY);
    stage.canvas.hover(event.buttons === 0 ? pick(stage.document.scene, stage.document.currentPageId, point) : undefined);
    // Not movementX: browsers disagree whether it counts CSS or device pixels.
    if (event.buttons !== 0) gesture.move(event.clientX - last.x, event.clientY - last.y);
    last = { x: event.clientX, y: event.clientY };
  });
  const end = (): void => {
    gesture.end();
    gesture = nothing;
  };
  listen(surface, "pointerup", end);
  listen(surface, "pointercancel", end);
  listen(surface, "pointerleave", () => stage.canvas.hover(undefined));
  listenToWheel(stage);
}
